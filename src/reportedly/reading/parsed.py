"""What the reading model sees in a text: words with part of speech and lemma, sentences, dependencies, names, voices.

One pass of the model serves them all: `parsed` returns everything it found of one text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.model import Span
from reportedly.reading.decoding import Rules, Saying, sayings
from reportedly.reading.encoder import ReadingModel, Window, seen
from reportedly.reading.lemma import lemma
from reportedly.reading.named import Named
from reportedly.reading.namerun import name_runs
from reportedly.reading.tree import heads, sentence_runs


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
    names = tuple(
        Named(Span(words[one.low].span.start, words[one.high - 1].span.end), one.kind) for one in name_runs(windows)
    )
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
    # Plain numbers: taken from an array one by one they cost more than all the rest here.
    labels: list[int] = model.labels(scores.vectors, np.asarray(found, np.int64)).tolist()
    upos, xpos = scores.upos.argmax(1).tolist(), scores.xpos.argmax(1).tolist()
    facts = scores.facts.clip(-3.0, 3.0).tolist()
    parts, tags, relations = (model.tags[name] for name in ("upos", "xpos", "relations"))
    for i, word in enumerate(words):
        tag = tags[xpos[i]]
        yield Analysed(
            Span(word.start, word.end),
            parts[upos[i]],
            tag,
            lemma(window.texts[i], tag, model.lemmas),
            None if found[i] == 0 else window.low + found[i] - 1,
            "root" if found[i] == 0 else relations[labels[i]],
            starts=i in starts,
            fact=facts[i],
        )
