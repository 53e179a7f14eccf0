"""Text cut at every mark's border into flat pieces, so that crossing marks are drawn right.

Nested tags cannot show two marks that cross; a piece that lists the lanes it belongs to can.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.model import Span


@dataclass(frozen=True, slots=True)
class Lane:
    """One mark in one lane of the highlighting.

    Attributes:
        name: "source", "cue", "content", "hedge", "figure", "time", "place" or "aside" (captions and credits).
        span: The stretch it covers.
    """

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text over which no mark begins or ends.

    Attributes:
        text: Its characters.
        start: First code point, in the report's text.
        lanes: Names of the lanes it belongs to, sorted, each once.
        opens: Names of the lanes of which a mark begins here, sorted: said aloud by a screen reader.
    """

    text: str
    start: int
    lanes: tuple[str, ...]
    opens: tuple[str, ...]


def pieces(text: str, lanes: Iterable[Lane], window: Span) -> tuple[Piece, ...]:
    """Cut a stretch of text into flat pieces.

    Args:
        text: The report's whole text.
        lanes: Marks in any order; parts outside ``window`` are cut off.
        window: What to show.

    Returns:
        Pieces in text order that together are exactly ``window``; empty when the window is.
    """
    within = [
        Lane(lane.name, Span(max(lane.span.start, window.start), min(lane.span.end, window.end)))
        for lane in lanes
        if lane.span.overlaps(window)
    ]
    borders = sorted({window.start, window.end, *(at for lane in within for at in (lane.span.start, lane.span.end))})
    return tuple(_piece(text, Span(start, end), within) for start, end in pairwise(borders))


def _piece(text: str, span: Span, lanes: Sequence[Lane]) -> Piece:
    """Return one piece with the lanes that cover it."""
    over = [lane for lane in lanes if lane.span.contains(span)]
    return Piece(
        text=span.cut(text),
        start=span.start,
        lanes=tuple(sorted({lane.name for lane in over})),
        opens=tuple(sorted({lane.name for lane in over if lane.span.start == span.start})),
    )
