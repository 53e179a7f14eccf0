"""When something happened, told apart from when somebody said so."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.model import Attribution, Span, Spans, Timex

# Contents that begin before a word and are looked at for the innermost around it: chains are not deeper.
_DEEPEST = 24
# Times on either side of an event among which its own is looked for.
_NEIGHBOURS = 8


@dataclass(frozen=True, slots=True)
class _Piece:
    """One stretch of an attribution's content."""

    span: Span
    content: Spans


class Happened:
    """The times of a report by what they may belong to.

    Args:
        times: Every time of the report.
        attributions: Every attribution; none where nobody looked for them.
    """

    def __init__(self, times: Iterable[Timex], attributions: Iterable[Attribution]) -> None:
        self._times = sorted(one.span for one in times)
        pieces = (_Piece(span, one.content) for one in attributions for span in one.content)
        self._pieces = sorted(pieces, key=lambda piece: (piece.span.start, -piece.span.end))
        self._starts = [piece.span.start for piece in self._pieces]

    def when(self, trigger: Span, sentence: Span) -> Span | None:
        """Return the time that stands nearest to an event in its sentence; None when there is none.

        What is told inside what somebody says does not happen when it is said: of such an event only times inside the same
        content count.
        """
        content = self._content(trigger)
        at = bisect_right(self._times, trigger)
        near = [
            span
            for span in self._times[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]
            if sentence.contains(span) and (content is None or any(piece.contains(span) for piece in content))
        ]
        return min(near, key=lambda span: (abs(span.start - trigger.start), -span.start), default=None)

    def _content(self, trigger: Span) -> Spans | None:
        """Return the innermost content around a word; None when it is the writer's own."""
        last = bisect_right(self._starts, trigger.start)
        around = (piece for piece in self._pieces[max(0, last - _DEEPEST) : last] if piece.span.contains(trigger))
        found = min(around, key=lambda piece: len(piece.span), default=None)
        return found.content if found else None
