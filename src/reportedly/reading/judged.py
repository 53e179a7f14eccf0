"""How surely another reader than the rules takes a word for something that happened."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import Span


@dataclass(frozen=True, slots=True)
class Judged:
    """How surely something happened, as the text tells it, were this word the event.

    Attributes:
        span: The word.
        certainty: From -3.0, certainly not, over 0.0, uncommitted, to 3.0, certainly so; FactBank's scale.
    """

    span: Span
    certainty: float


def judgement(of: Span, layer: Sequence[Judged]) -> float | None:
    """Return the mean of what is judged of the words of one stretch, to a tenth; None where nothing is.

    Args:
        of: The stretch: an event's trigger.
        layer: Judged words in text order, disjoint.
    """
    at = bisect_right(layer, of.start, key=lambda one: one.span.end)
    found = []
    while at < len(layer) and layer[at].span.start < of.end:
        found.append(layer[at].certainty)
        at += 1
    return round(sum(found) / len(found), 1) if found else None
