"""The marks of one type by where they stand, so that looking inside a span costs no walk over the whole report."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from reportedly.model import Span


class Marked(Protocol):
    """Anything that stands somewhere."""

    @property
    def span(self) -> Span:
        """Its words."""


M = TypeVar("M", bound=Marked)


class Layer(Generic[M]):
    """Marks in the order of their starts.

    Args:
        marks: In any order; they may overlap.
    """

    def __init__(self, marks: Iterable[M]) -> None:
        self._marks = sorted(marks, key=lambda mark: (mark.span.start, mark.span.end))
        self._starts = [mark.span.start for mark in self._marks]

    def inside(self, span: Span) -> Iterator[M]:
        """Yield the marks that lie wholly inside ``span``, in text order."""
        for at in range(bisect_left(self._starts, span.start), len(self._marks)):
            if self._starts[at] >= span.end:
                return
            if self._marks[at].span.end <= span.end:
                yield self._marks[at]

    def starts(self, start: int) -> bool:
        """Say whether a mark begins at a position."""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] == start

    def beside(self, span: Span) -> Iterator[M]:
        """Yield the first mark that starts at or after ``span``'s end and the last that starts before ``span``."""
        after, before = bisect_left(self._starts, span.end), bisect_left(self._starts, span.start) - 1
        if after < len(self._marks):
            yield self._marks[after]
        if before >= 0:
            yield self._marks[before]


class Cover:
    """Stretches of text that are taken.

    Args:
        spans: In any order; they may overlap.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touches(self, span: Span) -> bool:
        """Say whether ``span`` shares at least one code point with what is taken."""
        before = bisect_left(self._starts, span.end) - 1
        return before >= 0 and self._ends[before] > span.start
