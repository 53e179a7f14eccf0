"""What the reading model sees in a text: words with part of speech and lemma, sentences, dependencies, names, voices.

One pass of the model serves them all: `parsed` returns everything it found of one text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.model import Span
from reportedly.model.mention import Kind
from reportedly.reading.decoding import Rules, Saying, sayings, softmax
from reportedly.reading.encoder import ReadingModel, Window, seen
from reportedly.reading.lemma import lemma
from reportedly.reading.named import Named
from reportedly.reading.tree import heads, sentence_runs

KINDS: tuple[Kind, ...] = ("person", "organisation", "place", "group", "other")
"""Kinds of names in the order of their tags: 0 is no name, then B and I of each."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """One word of the model's own cutting.

    Attributes:
        span: Its characters.
        pos: Universal part of speech.
        xpos: Fine part of speech, of the Penn Treebank.
        lemma: Dictionary form.
        head: Number of the word it depends on; None for the root of its sentence.
        relation: Label of that dependency, of Universal Dependencies.
        starts: A sentence starts with it.
        fact: How surely an event happened, -3 to 3, were the word one.
    """

    span: Span
    pos: str
    xpos: str
    lemma: str
    head: int | None
    relation: str
    starts: bool
    fact: float


@dataclass(frozen=True, slots=True)
class Parsed:
    """All that one pass of the model found in a text.

    Attributes:
        words: In text order.
        names: In text order, disjoint.
        sayings: Attributions by word numbers, in the order of their cues.
    """

    words: tuple[Analysed, ...]
    names: tuple[Named, ...]
    sayings: tuple[Saying, ...]

    def characters(self, runs: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """Return runs of words as spans of the text."""
        return tuple(Span(self.words[low].span.start, self.words[high - 1].span.end) for low, high in runs)


def parsed(text: str, model: ReadingModel, rules: Rules | None = None) -> Parsed:
    """Read a text with the model.

    Args:
        text: Clean text, one paragraph a line.
        model: What reads it.
        rules: Numbers to decode attributions by; None for those measured best.
    """
    windows = seen(text, model)
    words = tuple(word for window in windows for word in analysed(window, model))
    names = tuple(name for window in windows for name in named(window))
    return Parsed(words, names, tuple(sayings(windows, model, rules)))


def analysed(window: Window, model: ReadingModel) -> Iterator[Analysed]:
    """Yield the words of one window with their places in the trees of its sentences."""
    scores, words = window.scores, window.words
    opens = [
        i > 0 and word.paragraph != words[i - 1].paragraph and not window.texts[i][:1].islower()
        for i, word in enumerate(words)
    ]
    runs = sentence_runs(scores.starts, opens)
    starts = {low for low, _ in runs}
    found = heads(scores.arcs, runs)
    labels = model.labels(scores.vectors, np.asarray(found, np.int64))
    upos, xpos = scores.upos.argmax(1), scores.xpos.argmax(1)
    for i, word in enumerate(words):
        tag = model.tags["xpos"][xpos[i]]
        yield Analysed(
            Span(word.start, word.end),
            model.tags["upos"][upos[i]],
            tag,
            lemma(window.texts[i], tag, model.lemmas),
            None if found[i] == 0 else window.low + found[i] - 1,
            "root" if found[i] == 0 else model.tags["relations"][labels[i]],
            starts=i in starts,
            fact=float(min(3.0, max(-3.0, scores.facts[i]))),
        )


def named(window: Window) -> Iterator[Named]:
    """Yield the names of one window."""
    for low, high, kind in name_runs(window):
        yield Named(Span(window.words[low].start, window.words[high - 1].end), kind)


def name_runs(window: Window) -> Iterator[tuple[int, int, Kind]]:
    """Yield the names of one window as first word, one past the last, and kind; no name crosses a sentence's start."""
    chances = softmax(window.scores.names)
    tags = chances.argmax(1)
    low = 0
    while low < len(tags):
        if tags[low] == 0:
            low += 1
            continue
        high = low + 1
        while high < len(tags) and _goes_on(int(tags[high])) and _same(window, low, high):
            high += 1
        # The kind that the words of the name speak for together.
        together = chances[low:high, 1::2].sum(0) + chances[low:high, 2::2].sum(0)
        yield low, high, KINDS[int(together.argmax())]
        low = high


def _goes_on(tag: int) -> bool:
    """Say whether a tag continues a name, of whichever kind."""
    return tag != 0 and tag % 2 == 0


def _same(window: Window, left: int, right: int) -> bool:
    """Say whether a name may go on from one word to another, with no sentence or paragraph starting between them."""
    together = window.words[left].paragraph == window.words[right].paragraph
    return together and bool(window.scores.starts[right] <= 0)
