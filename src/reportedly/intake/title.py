"""Headlines: of a text by its first lines, of a page without what titles carry beside them."""

import re
from collections.abc import Sequence

from reportedly.intake.block import Block
from reportedly.intake.furniture import is_sentence
from reportedly.intake.jsonld import words
from reportedly.intake.page import Page

_SUFFIX = re.compile(r"\s+(?:[|·•«»–—-]|::)\s+([^|·•«»–—]{2,50})$")
_LABELLED = re.compile(r"(?:[|·•«»›–—:ㅣ│ǀ]|\s-|--)\s*$")
_WORD = re.compile(r"\w+")
_LABELS = (" - ", " – ", " — ", " | ", ": ")
_SEPARATOR = re.compile(r"\s*(?:[|·•«»›–—ㅣ│ǀ]|-|\s:\s)\s*")
_SEPARATED = re.compile(r"\s*(?:[|·•«»›–—]|\s-|--|::)")
_TITLE_CHARACTERS = 15
# A title longer than any.
_TITLE_MOST = 400
_TITLE_WORDS = (3, 20)
_MASTHEAD_WORDS = 6
_HEAD = 8


def masthead(blocks: Sequence[Block]) -> str | None:
    """Return the outlet's name where a text begins with it: a line in capitals above a headline; None otherwise."""
    if len(blocks) < 3 or blocks[0].caption:  # noqa: PLR2004 - name, headline, report
        return None
    first = blocks[0].text
    named = first.isupper() and len(first.split()) <= _MASTHEAD_WORDS and not is_sentence(first)
    above = named and first[-1] not in ":,;-–—" and not blocks[1].text.isupper()
    return first if above and headline(blocks[1:]) is not None else None


def headline(blocks: Sequence[Block]) -> str | None:
    """Return the headline a clean text begins with; None when it begins with its report.

    A headline is a first line of three to twenty words that ends as no sentence does, above a longer one; pictures'
    captions may stand before it.
    """
    told = [block.text for block in blocks[:_HEAD] if not block.caption]
    if len(told) < 2:  # noqa: PLR2004 - a headline and what it heads
        return None
    first = told[0]
    low, high = _TITLE_WORDS
    plain = not is_sentence(first) or first.endswith(("...", "…", "?"))
    closed = first[-1] not in ":,;-–—" and (first[0].isalnum() or first[0] in "“\"‘'")
    longer = max(len(text) for text in told[1:4]) > len(first)
    return first if low <= len(first.split()) <= high and plain and closed and longer else None


def suffix(title: str | None) -> str | None:
    """Return what stands behind the last bar or dash of a title; None when nothing does."""
    match = _SUFFIX.search(words(title) or "")
    return match[1] if match is not None else None


def shown_title(title: str | None, outlet: str | None, page: Page) -> str | None:
    """Return the title without the outlet's name, a section or a date beside it, as the page shows its headline."""
    if title is None:
        return None
    for other in (page.heading, *page.metas.get("twitter:title", ())):
        shown = words(other) or ""
        if len(shown) >= _TITLE_CHARACTERS and title.startswith(shown) and _SEPARATED.match(title, len(shown)):
            return shown
    heading = words(page.heading) or ""
    if len(heading) >= _TITLE_CHARACTERS and title.endswith(heading) and _LABELLED.search(title[: -len(heading)]):
        return heading
    label, _, own = heading.rpartition(next((one for one in _LABELS if one in heading), "\n"))
    # Two labels before the same words, one in the head and one in the page: neither is the headline's.
    if len(own) >= _TITLE_CHARACTERS and title.endswith(own) and _LABELLED.search(title[: -len(own)]):
        left, right = set(_WORD.findall(title[: -len(own)].casefold())), set(_WORD.findall(label.casefold()))
        if left and right and not left & right:
            return own
    if (match := _SUFFIX.search(title)) is not None and match.start():
        tail, known = match[1].casefold(), (outlet or "").casefold()
        if known and (known in tail or tail in known):
            return title[: match.start()]
    return _visible(title, page)


def _visible(title: str, page: Page) -> str:
    """Return as much of a title as the page shows, where it shows it up to a mark that parts a title from what follows; else all."""
    if len(title) > _TITLE_MOST or _SEPARATOR.search(title) is None or "".join(title.split()) in page.letters:
        return title
    ends = (match.start() for match in _SEPARATOR.finditer(title) if match.start() >= _TITLE_CHARACTERS)
    return max((title[:end] for end in ends if "".join(title[:end].split()) in page.letters), key=len, default=title)
