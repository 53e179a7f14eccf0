"""A text cut into pieces that a model can take."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model import Span

_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is shown to a model at once.

    Attributes:
        span: Its characters.
        text: Its words.
        paragraph: Number of the paragraph it begins in, from 0.
    """

    span: Span
    text: str
    paragraph: int


def paragraphs(text: str, *, longest: int) -> Iterator[Piece]:
    """Yield the paragraphs of a text, one a line.

    Args:
        text: Clean text.
        longest: Most code points in a piece; a longer paragraph comes in several, cut at white space where there is any.
    """
    for number, match in enumerate(_PARAGRAPH.finditer(text)):
        start, end = match.span()
        while end - start > longest:
            space = text.rfind(" ", start + longest // 2, start + longest)
            middle = space if space > start else start + longest
            yield Piece(Span(start, middle), text[start:middle], number)
            start = middle
        yield Piece(Span(start, end), text[start:end], number)


def batches(text: str, *, longest: int) -> Iterator[Piece]:
    """Yield runs of whole paragraphs, as long as they may be; one that is longer by itself is cut as `paragraphs` cuts it."""
    held: Piece | None = None
    for one in paragraphs(text, longest=longest):
        if held is not None and one.span.end - held.span.start <= longest:
            span = Span(held.span.start, one.span.end)
            held = Piece(span, span.cut(text), held.paragraph)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held
