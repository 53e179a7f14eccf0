"""Names from the reading model's scores: runs of words, and one kind for one name throughout a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.model import Kind
from reportedly.reading.decoding import softmax
from reportedly.reading.encoder import Floats, Window

KINDS: tuple[Kind, ...] = ("person", "organisation", "place", "group", "other")
"""Kinds of names in the order of their tags: 0 is no name, then B and I of each."""

_PERSON = KINDS.index("person")
# What a surname or first name that stands alone gains where the text has it in a person's whole name. Measured on half
# of UNER EWT, as the other rules here: docs/model-training.md.
_KNOWN = 0.5
_ADDRESS = re.compile(r"@|://")


@dataclass(frozen=True, slots=True)
class NameRun:
    """A name by word numbers of its text.

    Attributes:
        low: Its first word.
        high: One past its last.
        kind: What it names.
    """

    low: int
    high: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Seen:
    """A name as one window shows it: its words, and how its kinds share one vote."""

    low: int
    high: int
    words: tuple[str, ...]
    votes: Floats


def name_runs(windows: Sequence[Window]) -> list[NameRun]:
    """Find the names of a text.

    No name crosses a sentence's start, and an address is none. The same words name the same kind throughout the text: the
    one that their words speak for together, wherever they stand.

    Args:
        windows: The text as the model has seen it.

    Returns:
        In text order, disjoint.
    """
    seen = [one for window in windows for one in _of_window(window)]
    persons = {word for one in seen if len(one.words) > 1 and one.votes.argmax() == _PERSON for word in one.words}
    together: dict[tuple[str, ...], Floats] = {}
    for one in seen:
        votes = one.votes.copy()
        if len(one.words) == 1 and one.words[0] in persons:
            votes[_PERSON] += _KNOWN
        together[one.words] = together.get(one.words, np.zeros_like(votes)) + votes
    return [NameRun(one.low, one.high, KINDS[int(together[one.words].argmax())]) for one in seen]


def _of_window(window: Window) -> Iterator[_Seen]:
    """Yield the names of one window."""
    chances = softmax(window.scores.names)
    tags = chances.argmax(1)
    low = 0
    while low < len(tags):
        if tags[low] == 0 or _ADDRESS.search(window.texts[low]):
            low += 1
            continue
        high = low + 1
        while high < len(tags) and _goes_on(int(tags[high])) and _same(window, low, high):
            high += 1
        votes = chances[low:high, 1::2].mean(0) + chances[low:high, 2::2].mean(0)
        words = tuple(text.lower() for text in window.texts[low:high])
        yield _Seen(window.low + low, window.low + high, words, votes)
        low = high


def _goes_on(tag: int) -> bool:
    """Say whether a tag continues a name, of whichever kind."""
    return tag != 0 and tag % 2 == 0


def _same(window: Window, left: int, right: int) -> bool:
    """Say whether a name may go on from one word to another, with no sentence or paragraph starting between them."""
    together = window.words[left].paragraph == window.words[right].paragraph
    return together and bool(window.scores.starts[right] <= 0)
