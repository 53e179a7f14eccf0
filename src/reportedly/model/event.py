"""What happened, who did it to whom."""

from dataclasses import dataclass

from reportedly.model.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a text says happened, happens or may happen.

    Attributes:
        id: "V1", "V2", … in text order within the report.
        trigger: The word that names it ("clashed").
        type: PLOVER event type ("assault", "accuse", "mobilize"), or "other".
        agents: Words for those who did it, in text order.
        patients: Words for those it was done to, in text order.
        place: Span of the `Place` where it happened; None when not said.
        time: Span of the `Timex` when it happened; None when not said.
    """

    id: str
    trigger: Span
    type: str
    agents: Spans = ()
    patients: Spans = ()
    place: Span | None = None
    time: Span | None = None
