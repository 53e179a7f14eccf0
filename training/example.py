"""What a window becomes before it is put into a batch, whatever it teaches."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tokenizers import Tokenizer

from reportedly.reading.encoder import pieced
from reportedly.reading.splitting import shape


@dataclass(slots=True)
class Role:
    """One attribution in a window: word numbers of its parts.

    Attributes:
        cue: Words of the cue, in order.
        source: Runs (first, one past last) of the source.
        content: Runs of the content.
    """

    cue: list[int]
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]


@dataclass(slots=True)
class Example:
    """One window with what is known of it; a field that is None is not taught by it.

    Attributes:
        pieces: Word pieces, special ones included.
        shapes: Letter shape of each piece's word.
        first: Number of each word's first piece.
        starts: 1 where a sentence starts.
        upos: Part of speech by number; -1 where not known.
        xpos: Fine part of speech by number.
        heads: Head by word number plus 1, 0 for the root.
        relations: Label of each arc by number.
        names: Bit set of the name tags that are allowed for each word.
        cues: Bit set of the cue tags that are allowed for each word.
        roles: The attributions whose cue stands in the window.
        open: Words at which a false cue may be taken as one: nothing is known to be there and nothing is masked.
        facts: (word number, number of the convention, value from -3 to 3) of the events judged.
        weight: How much the example counts.
    """

    pieces: list[int]
    shapes: list[int]
    first: list[int]
    starts: list[int] | None = None
    upos: list[int] | None = None
    xpos: list[int] | None = None
    heads: list[int] | None = None
    relations: list[int] | None = None
    names: list[int] | None = None
    cues: list[int] | None = None
    roles: list[Role] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    facts: list[tuple[int, int, float]] = field(default_factory=list)
    weight: float = 1.0


@cache
def tokenizer(path: Path) -> Tokenizer:
    """Read the word pieces once, without padding or truncation."""
    found = Tokenizer.from_file(str(path))
    found.no_padding()
    found.no_truncation()
    return found


def cut(words: Sequence[str], path: Path) -> list[list[int]]:
    """Return the word pieces of each word."""
    return [found.ids for found in tokenizer(path).encode_batch(list(words), add_special_tokens=False)]


def encode(words: Sequence[str], opens: Sequence[bool], path: Path) -> Example:
    """Return an example with nothing known of it yet.

    Args:
        words: The words of one window.
        opens: Whether each begins a paragraph.
        path: The tokenizer's file.
    """
    shapes = [shape(word, opens=new) for word, new in zip(words, opens, strict=True)]
    pieces, marks, first = pieced(cut(words, path), shapes)
    return Example(pieces, marks, first)
