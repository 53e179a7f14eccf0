"""A half-open stretch of one document's text."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.errors import FormatInvalid

_LAST = 1 << 53  # no text is as long, and readers of JSON keep greater integers no longer apart (RFC 8259, 6)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one document's clean text; the document is the one whose report holds the mark.

    The Web Annotation model's TextPositionSelector: the first position is included, the last is not.

    Attributes:
        start: First code point, counted from 0.
        end: One past the last code point; never before ``start``.

    Raises:
        FormatInvalid: ``start`` is negative, or ``end`` lies before it or beyond any text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards."""
        if not 0 <= self.start <= self.end <= _LAST:
            raise FormatInvalid(
                f"a span runs from {self.start} to {self.end}; expected 0 <= start <= end, within a text"
            )

    def __len__(self) -> int:
        """Count the code points."""
        return self.end - self.start

    def cut(self, text: str) -> str:
        """Return the words the span covers in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Say whether both share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Say whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]
"""Pieces of one mark in text order, more than one where the words are broken in two."""


def hull(spans: Iterable[Span]) -> Span | None:
    """Return the shortest span that contains all ``spans``; None when there are none."""
    found = tuple(spans)
    if not found:
        return None
    return Span(min(span.start for span in found), max(span.end for span in found))


def cut(spans: Iterable[Span], text: str, *, gap: str = " … ") -> str:
    """Return the words of ``spans`` in ``text``, the pieces joined by ``gap``."""
    return gap.join(span.cut(text) for span in spans)
