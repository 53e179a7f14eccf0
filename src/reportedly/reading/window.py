"""Windows of a text: stretches short enough for the reading model, cut at paragraphs where that can be."""

from collections.abc import Sequence
from itertools import pairwise

from reportedly.reading.splitting import Word

WINDOW = 130
"""Most words in a window (docs/model-training.md)."""

_STOPS = frozenset({".", "!", "?"})
_CLOSING = frozenset({"”", '"', "''", "’", ")"})


def windows(
    texts: Sequence[str], words: Sequence[Word], *, size: int = WINDOW, first: int | None = None
) -> list[tuple[int, int]]:
    """Cut the words into windows.

    Whole paragraphs are put together as long as they fit; one that is longer is cut at the last sentence end that fits.

    Args:
        texts: The words themselves, as many as ``words``.
        words: Their places.
        size: Most words in a window.
        first: Most words in the first window; None for ``size``. Training draws it, to see the text cut differently.

    Returns:
        Half-open (first, last) word numbers, in text order, none empty.
    """
    found: list[tuple[int, int]] = []
    start, room = 0, min(first or size, size)
    for low, high in _pieces(texts, words, size):
        if high - start > room and low > start:
            found.append((start, low))
            start, room = low, size
    if words:
        found.append((start, len(words)))
    return found


def _pieces(texts: Sequence[str], words: Sequence[Word], size: int) -> list[tuple[int, int]]:
    """Return the paragraphs, long ones cut at sentence ends; a small letter goes on with the paragraph before."""
    begins = (i for i in range(1, len(words)) if words[i].paragraph != words[i - 1].paragraph)
    borders = [0, *(i for i in begins if not texts[i][:1].islower()), len(words)]
    found = []
    for begin, high in pairwise(borders):
        low = begin
        while high - low > size:
            cut = next((i for i in range(low + size, low + size // 2, -1) if _ends(texts, i)), low + size)
            found.append((low, cut))
            low = cut
        if high > low:
            found.append((low, high))
    return found


def _ends(texts: Sequence[str], i: int) -> bool:
    """Say whether a sentence ends before a word."""
    if texts[i] in _CLOSING:
        return False
    return texts[i - 1] in _STOPS or (texts[i - 1] in _CLOSING and texts[i - 2] in _STOPS)
