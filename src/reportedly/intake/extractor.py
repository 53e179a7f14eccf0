"""What the extractors take for a page's story, and which of them is believed, page by page."""

import re

from resiliparse.extract.html2text import extract_plain_text

from reportedly.intake.library import library

# Letters under which a story is little: an extractor that finds no more has missed it; a third of that where a letter is a syllable.
_LITTLE = 250
_WIDE = re.compile("[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]")
# Where the first extractor's quick result is between these shares of the second's, the two agree on which part of the page
# the story is. On 518 pages, the quick result is then as good as the full one (F1 96.3, 95.5, 93.8 against 96.3, 95.4, 93.8).
_AGREE = (0.5, 3.0)


def article(source: str) -> str:
    """Return the story's lines.

    Args:
        source: The page, lightened.
    """
    second = quick(source)
    first = _trafilatura(source, fast=True)
    low, high = _AGREE
    if not low * _size(second) <= _size(first) <= high * _size(second) or _size(first) < _LITTLE:
        first = _trafilatura(source, fast=False)
    if _size(first) < _LITTLE:
        return second if _size(second) > 2 * _size(first) else first
    return second if _is_laid_out(first) and _size(second) > low * _size(first) else first


def quick(source: str) -> str:
    """Return the story's lines by resiliparse alone: ten times as fast, and more of what surrounds the story comes with it."""
    return str(extract_plain_text(source, main_content=True, alt_texts=False, list_bullets=False))


def _trafilatura(source: str, *, fast: bool) -> str:
    """Return what trafilatura takes for the story; ``fast`` leaves out its comparison with two other algorithms."""
    found = library("trafilatura").extract(
        source, output_format="txt", include_comments=False, include_tables=True, fast=fast
    )
    return str(found or "")


def _is_laid_out(found: str) -> bool:
    """Say whether a row of a table holds most of what was found: then the table lays out the page, and no report is in it."""
    longest = max(found.splitlines(), key=len, default="")
    return longest.startswith("|") and len(longest) > len(found) / 2


def _size(words: str) -> int:
    """Return the letters of some words, those that are syllables three times."""
    return len(words) + 2 * len(_WIDE.findall(words))
