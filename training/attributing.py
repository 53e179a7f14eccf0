"""Attributions to examples: cues of the outermost and of nested voices, and for each cue its roles."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from example import Example, Role, encode

from reportedly.reading.splitting import Word, split
from reportedly.reading.window import WINDOW, windows

NOTHING, OUTER, NESTED = 1, 2 | 4, 8 | 16
_ANY = NOTHING | OUTER | NESTED
_SMALLEST = 40


@dataclass(slots=True)
class Piece:
    """One attribution by word numbers of its document; ``nested`` when it stands inside another's content."""

    cue: list[int]
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]
    nested: bool


@dataclass(slots=True)
class Marked:
    """A document with its attributions.

    Attributes:
        texts: Its words.
        words: Their places.
        pieces: The attributions that have a cue.
        masked: Words of which nothing is known.
        whole: Nested attributions are marked as well; else words inside a content may be nested cues.
        weight: How much it counts.
    """

    texts: list[str]
    words: list[Word]
    pieces: list[Piece]
    masked: set[int] = field(default_factory=set)
    whole: bool = False
    weight: float = 1.0


def documents(path: Path, *, whole: bool, weight: float = 1.0) -> Iterator[Marked]:
    """Read documents with attributions from JSON lines in the shape of the benchmark."""
    for line in path.read_text("utf-8").splitlines():
        yield marked(json.loads(line), whole=whole, weight=weight)


def marked(document: dict[str, Any], *, whole: bool, weight: float = 1.0) -> Marked:
    """Return the document with its attributions by word numbers."""
    text = document["text"]
    words = split(text)
    found = Marked([text[word.start : word.end] for word in words], words, [], whole=whole, weight=weight)
    for start, end in document.get("ignore", []):
        found.masked.update(inside(words, start, end))
    for one in document["attributions"]:
        cue = [i for start, end in one["cue"] for i in inside(words, start, end)]
        if not cue:
            continue
        if one.get("cue_class") == "other":
            found.masked.update(cue)
            continue
        source, content = (
            [run for start, end in one[role] if (run := _run(words, start, end))] for role in ("source", "content")
        )
        found.pieces.append(Piece(cue, source, content, bool(one.get("nested"))))
    return found


def inside(words: list[Word], start: int, end: int) -> list[int]:
    """Return the numbers of the words that overlap the stretch of text."""
    return [i for i, word in enumerate(words) if word.start < end and word.end > start]


def _run(words: list[Word], start: int, end: int) -> tuple[int, int] | None:
    """Return the words of a stretch of text as (first, one past last); None when there are none."""
    found = inside(words, start, end)
    return (found[0], found[-1] + 1) if found else None


def examples(
    document: Marked, tokenizer: Path, chance: random.Random | None = None, size: int = WINDOW
) -> Iterator[Example]:
    """Cut one document into examples; ``chance`` moves the cuts, so that each epoch sees others."""
    first = chance.randint(_SMALLEST, size) if chance else None
    for low, high in windows(document.texts, document.words, size=size, first=first):
        yield _example(document, low, high, tokenizer)


def _example(document: Marked, low: int, high: int, tokenizer: Path) -> Example:
    """Make an example of one window."""
    words = document.words
    opens = [i == 0 or words[i].paragraph != words[i - 1].paragraph for i in range(low, high)]
    example = encode(document.texts[low:high], opens, tokenizer)
    example.weight = document.weight
    cues = [NOTHING] * (high - low)
    if not document.whole:
        for piece in document.pieces:
            for first, last in piece.content:
                for i in range(max(first, low), min(last, high)):
                    cues[i - low] = NOTHING | NESTED
    for i in document.masked:
        if low <= i < high:
            cues[i - low] = _ANY
    example.open = [i for i, allowed in enumerate(cues) if allowed == NOTHING]
    for piece in document.pieces:
        if low <= piece.cue[0] < high:
            cue = [i - low for i in piece.cue if i < high]
            for i in cue:
                begins = i == cue[0] or i - 1 not in cue
                cues[i] = (8 if begins else 16) if piece.nested else (2 if begins else 4)
            example.roles.append(Role(cue, _clipped(piece.source, low, high), _clipped(piece.content, low, high)))
    taken = {i for role in example.roles for i in role.cue}
    example.open = [i for i in example.open if i not in taken]
    example.cues = cues
    return example


def _clipped(runs: list[tuple[int, int]], low: int, high: int) -> list[tuple[int, int]]:
    """Return the parts of the runs inside the window, counted from its first word."""
    return [(max(a, low) - low, min(b, high) - low) for a, b in runs if a < high and b > low]
