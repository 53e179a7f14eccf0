"""One source's statement in one report: what reconciling compares."""

from dataclasses import dataclass
from typing import Literal

from reportedly.model.span import Span, Spans

StatementKind = Literal["event", "figure", "assessment", "intention", "status"]


@dataclass(frozen=True, slots=True)
class Statement:
    """What one voice of one report says, with the marks that stand in it (ClaimReview's `Claim`, of one report).

    Attributes:
        id: "S1", "S2", … in text order within the report.
        attribution: Id of the `Attribution` it is the content of; None for a headline or the writer's plain narration.
        content: Its words.
        kind: "figure" when it is about a count, "status" when it is about what is confirmed or released, "intention"
            for plans and promises, "assessment" for judgements and forecasts, else "event".
        headline: It is the report's headline, in `Document.title`; then ``content`` is empty.
        events: Ids of the events whose trigger stands in it.
        quantities: Spans of the quantities that stand in it.
        timexes: Spans of the times that stand in it.
        places: Spans of the places that stand in it.
        entities: Ids of the entities mentioned in it.
    """

    id: str
    attribution: str | None
    content: Spans
    kind: StatementKind
    headline: bool = False
    events: tuple[str, ...] = ()
    quantities: tuple[Span, ...] = ()
    timexes: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    entities: tuple[str, ...] = ()
