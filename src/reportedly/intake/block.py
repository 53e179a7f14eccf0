"""A paragraph or line of a report on its way from the page to clean text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reportedly.model.document import Offsets, Run
from reportedly.model.span import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or line.

    Attributes:
        text: Its words; begins and ends without a space.
        runs: Way back to the page, counted from the block's own start.
        gap: What parts it from the block before: one line break or two.
        caption: It belongs to a picture, not to the story.
    """

    text: str
    runs: tuple[Run, ...] = ()
    gap: str = "\n\n"
    caption: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case, without punctuation."""
        return _words(self.text)

    def part(self, start: int, end: int) -> "Block":
        """Return the stretch from ``start`` to ``end``, without spaces at its edges."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        runs = []
        for run in self.runs:
            first, last = max(run.start, start), min(run.start + run.length, end)
            if first < last:
                runs.append(Run(first - start, run.source + first - run.start, last - first))
        return replace(self, text=self.text[start:end], runs=tuple(runs))


@lru_cache(maxsize=2048)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text; several steps ask for those of each block."""
    return tuple(_WORD.findall(text.casefold()))


def pieces(page: str, stretches: Iterable[tuple[int, int]], *, gap: str = "\n\n") -> Block:
    """Make a block of stretches of the page, put together without anything between them."""
    words: list[str] = []
    runs: list[Run] = []
    at = 0
    for start, end in stretches:
        if start < end:
            words.append(page[start:end])
            runs.append(Run(at, start, end - start))
            at += end - start
    return Block("".join(words), tuple(runs), gap)


def assemble(blocks: Sequence[Block]) -> tuple[str, Offsets, tuple[Span, ...]]:
    """Put blocks together into clean text.

    Returns:
        The text, the way back to the page, and the spans of the captions, neighbours joined.
    """
    words: list[str] = []
    runs: list[Run] = []
    captions: list[Span] = []
    at = 0
    joined = False
    for block in blocks:
        if words:
            words.append(block.gap)
            at += len(block.gap)
        words.append(block.text)
        runs.extend(Run(at + run.start, run.source, run.length) for run in block.runs)
        end = at + len(block.text)
        if block.caption and joined:
            captions[-1] = Span(captions[-1].start, end)
        elif block.caption:
            captions.append(Span(at, end))
        joined = block.caption
        at = end
    return "".join(words), Offsets(tuple(runs)), tuple(captions)
