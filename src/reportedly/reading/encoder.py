"""The reading model's encoder: a text to words, windows and word pieces, and what the model's heads say of each word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from reportedly.reading.splitting import Word, distance, shape, split
from reportedly.reading.window import WINDOW, windows

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_LIMIT = 510
_MOST = 6
_FEWEST = 3
_BEGIN, _END, _UNKNOWN = 101, 102, 100


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of the words of one window.

    Attributes:
        vectors: (words, width), the words as the encoder sees them; the role and label heads want them back.
        starts: (words,), log odds that a sentence starts.
        upos: (words, parts of speech), scores.
        xpos: (words, fine parts of speech), scores.
        names: (words, 11), scores of O, then B and I of each kind of name.
        cues: (words, 5), scores of O, B and I of an outermost cue, B and I of a nested one.
        arcs: (words, 1 + words), scores of each head, the root first.
        facts: (words,), how surely an event happened, -3 to 3, were the word one.
    """

    vectors: Floats
    starts: Floats
    upos: Floats
    xpos: Floats
    names: Floats
    cues: Floats
    arcs: Floats
    facts: Floats


class ReadingModel(Protocol):
    """A loaded reading model; `reportedly_en.Model` is one, training has another. No package is needed to import this."""

    @property
    def tags(self) -> Mapping[str, Sequence[str]]:
        """The classes of the heads "upos", "xpos" and "relations", in the order of their numbers."""

    @property
    def lemmas(self) -> Mapping[str, Any]:
        """Tables of dictionary forms; see `reportedly.reading.lemma`."""

    def pieces(self, words: Sequence[str]) -> Sequence[Sequence[int]]:
        """Return the word pieces of each word, without special ones."""

    def words(self, pieces: Ints, shapes: Ints, first: Ints) -> Mapping[str, Floats]:
        """Return what each head says of one window, by the names of `Scores`; arguments are flat."""

    def roles(self, vectors: Floats, inside: Floats, distances: Ints) -> tuple[Floats, Floats]:
        """Return role scores (cues, words, 5) and log odds (cues,) that each cue is one."""

    def labels(self, vectors: Floats, heads: Ints) -> Ints:
        """Return the label's number of each word's arc; ``heads`` are word numbers plus 1, 0 for the root."""


@dataclass(frozen=True, slots=True)
class Window:
    """One window that the model has seen.

    Attributes:
        low: Number of its first word in the text.
        texts: Its words.
        words: Their places in the text.
        scores: What the heads say.
    """

    low: int
    texts: tuple[str, ...]
    words: tuple[Word, ...]
    scores: Scores


def seen(text: str, model: ReadingModel, *, size: int = WINDOW) -> list[Window]:
    """Show a text to the model, window by window.

    Args:
        text: Clean text, one paragraph a line.
        model: What sees it.
        size: Most words in a window.

    Returns:
        The windows in text order; none for a text without words.
    """
    words = split(text)
    texts = [text[word.start : word.end] for word in words]
    return [shown(texts, words, low, high, model) for low, high in windows(texts, words, size=size)]


def shown(texts: Sequence[str], words: Sequence[Word], low: int, high: int, model: ReadingModel) -> Window:
    """Show the words from ``low`` to before ``high`` to the model."""
    opens = (i == 0 or words[i].paragraph != words[i - 1].paragraph for i in range(low, high))
    shapes = [shape(word, opens=new) for word, new in zip(texts[low:high], opens, strict=True)]
    rows = pieced(model.pieces(texts[low:high]), shapes)
    found = model.words(*(np.asarray(row, np.int64) for row in rows))
    scores = Scores(**{**found, "starts": found["starts"][:, 0], "facts": found["facts"][:, 0]})
    return Window(low, tuple(texts[low:high]), tuple(words[low:high]), scores)


def pieced(found: Sequence[Sequence[int]], shapes: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """Put the pieces of words in a row.

    Args:
        found: Word pieces of each word of one window.
        shapes: Letter shape of each.

    Returns:
        The pieces with the special ones at both ends, the shape of each, and the number of each word's first piece. A
        word of more than six pieces is cut short (to three, should the window be too long otherwise), since only the
        first speaks for it.
    """
    most = _MOST if sum(min(len(ids), _MOST) for ids in found) <= _LIMIT else _FEWEST
    pieces, marks, first = [_BEGIN], [0], []
    for ids, mark in zip(found, shapes, strict=True):
        kept = list(ids[:most]) or [_UNKNOWN]
        first.append(len(pieces))
        pieces += kept
        marks += [mark] * len(kept)
    return [*pieces, _END], [*marks, 0], first


def cue_rows(cues: Sequence[Sequence[int]], length: int) -> tuple[Floats, Ints]:
    """Return for each cue, given by word numbers, which words of the window belong to it and how far each is from it."""
    inside = np.zeros((len(cues), length), np.float32)
    far = np.zeros((len(cues), length), np.int64)
    for row, cue in enumerate(cues):
        first, last = min(cue), max(cue)
        inside[row, list(cue)] = 1.0
        far[row, :first] = _before(length)[length - first :]
        far[row, last + 1 :] = _after(length)[: length - last - 1]
    return inside, far


@cache
def _before(length: int) -> Ints:
    """Return the buckets of so many words before a cue, the farthest first."""
    return np.array([distance(i, length, length) for i in range(length)], np.int64)


@cache
def _after(length: int) -> Ints:
    """Return the buckets of so many words after a cue, the nearest first."""
    return np.array([distance(i, -1, -1) for i in range(length)], np.int64)
