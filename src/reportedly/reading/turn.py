"""Turns of speech: paragraphs that open with the name of whoever speaks, as transcripts and minutes set them."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Span

_NAME = r"[^\W\d_][\w.'’-]*"
# A page that quotes a transcript opens each of its paragraphs with a quotation mark.
_LABEL = re.compile(rf"^[\"“„«]?({_NAME}(?: {_NAME}){{0,4}}(?: \([^()\n]{{1,40}}\))?):(?=\s+\S)", re.MULTILINE)
_LONGEST = 4000
_TWICE = 2


def turns(text: str) -> Iterator[tuple[Span, int]]:
    """Find the paragraphs that are turns of speech.

    Args:
        text: Clean text, one paragraph a line.

    Yields:
        The span of each, and where the colon stands behind its speaker's name. A name counts when it opens two
        paragraphs, for one line with a colon is as often a heading.
    """
    found = [label for label in _LABEL.finditer(text) if _speaks(label[1])]
    often = Counter(label[1] for label in found)
    for label in found:
        if often[label[1]] >= _TWICE:
            end = text.find("\n", label.end())
            yield Span(label.start(), min(len(text) if end < 0 else end, label.start() + _LONGEST)), label.end() - 1


def _speaks(label: str) -> bool:
    """Say whether a label can name a speaker: each longer word has a capital letter, and none opens a notice."""
    words = [word for word in label.split() if not word.startswith("(")]
    capital = all(word[0].isupper() or word in ("de", "van", "von", "of", "the", "al", "bin") for word in words)
    return capital and not any(word.lower().rstrip(".") in _notices() for word in words)


@cache
def _notices() -> frozenset[str]:
    """Return the words that open a notice of the page rather than a turn."""
    return frozenset(str(load("en", "word")["notices"]["words"]["words"]).split())
