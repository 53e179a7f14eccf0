"""JSON rows back to a report's marks."""

from collections.abc import Sequence

from reportedly.errors import FormatInvalid
from reportedly.format.plain import decimal, instant, span, span_or_none, spans
from reportedly.format.report_shape import (
    AttributionShape,
    EntityShape,
    EventShape,
    FactualityShape,
    MentionShape,
    PlaceShape,
    ReportShape,
    StatementShape,
    TimexShape,
)
from reportedly.model import (
    Attribution,
    Entity,
    Event,
    Factuality,
    Mention,
    Place,
    Quantity,
    Sentence,
    Source,
    Span,
    Statement,
    Timex,
)


def sentences(shape: ReportShape) -> tuple[Sentence, ...]:
    """Read the sentences; all lie in paragraph 0 where ``paragraphs`` is missing."""
    paragraphs = shape.paragraphs or (0,) * len(shape.sentences)
    if len(paragraphs) != len(shape.sentences):
        raise FormatInvalid(f"report {shape.id}: {len(shape.sentences)} sentences, {len(paragraphs)} paragraph numbers")
    return tuple(Sentence(Span(*found), number) for found, number in zip(shape.sentences, paragraphs, strict=True))


def mention(row: MentionShape) -> Mention:
    """Read a mention."""
    return Mention(Span(row.start, row.end), row.kind, row.entity, row.form)


def entity(row: EntityShape) -> Entity:
    """Read an entity."""
    return Entity(row.id, row.name, row.kind, row.description, row.named, row.role)


def attribution(row: AttributionShape) -> Attribution:
    """Read an attribution, without how surely it is put forward."""
    return Attribution(
        row.id,
        spans(row.source),
        spans(row.cue),
        spans(row.content),
        row.kind,
        Source(row.source_name, row.source_kind, row.named, row.source_entity),
        row.parent,
        row.inherited,
        row.via,
        row.said,
    )


def factuality(row: FactualityShape) -> Factuality:
    """Read how surely something is put forward."""
    return Factuality(
        row.of,
        row.polarity,
        row.certainty,
        spans(row.hedges),
        row.basis,
        span_or_none(row.basis_span),
        row.because,
    )


def quantities(shape: ReportShape) -> tuple[Quantity, ...]:
    """Read the quantities."""
    places = [Span(row.start, row.end) for row in shape.quantities]
    return tuple(
        Quantity(
            places[index],
            decimal(row.low),
            decimal(row.high),
            row.bound,
            row.unit,
            row.counted,
            _pointed(places, row.part_of, name=f"report {shape.id}: quantities[{index}].part_of"),
            row.role,
            row.projection,
            row.harm,
            row.exception,
            decimal(row.excepted),
        )
        for index, row in enumerate(shape.quantities)
    )


def timex(row: TimexShape) -> Timex:
    """Read a time."""
    return Timex(
        Span(row.start, row.end),
        row.type,
        row.value,
        instant(row.earliest, name="earliest"),
        instant(row.latest, name="latest"),
        row.anchor,
    )


def place(row: PlaceShape) -> Place:
    """Read a place."""
    return Place(
        Span(row.start, row.end),
        row.name,
        row.geonames_id,
        row.lat,
        row.lon,
        row.radius_km,
        row.country,
        row.because,
    )


def events(shape: ReportShape) -> tuple[Event, ...]:
    """Read the events."""
    where = [Span(row.start, row.end) for row in shape.places]
    when = [Span(row.start, row.end) for row in shape.timexes]
    return tuple(
        _event(row, where, when, name=f"report {shape.id}: events[{index}]") for index, row in enumerate(shape.events)
    )


def statement(row: StatementShape) -> Statement:
    """Read a statement."""
    return Statement(
        row.id,
        row.attribution,
        spans(row.content),
        row.kind,
        row.headline,
        row.events,
        spans(row.quantities),
        spans(row.timexes),
        spans(row.places),
        row.entities,
    )


def _event(row: EventShape, where: Sequence[Span], when: Sequence[Span], *, name: str) -> Event:
    """Read one event; ``where`` and ``when`` are the spans of the places and times in their lists."""
    return Event(
        row.id,
        span((row.start, row.end)),
        row.type,
        spans(row.agents),
        spans(row.patients),
        _pointed(where, row.place, name=f"{name}.place"),
        _pointed(when, row.time, name=f"{name}.time"),
    )


def _pointed(marks: Sequence[Span], index: int | None, *, name: str) -> Span | None:
    """Return the span at ``index``; None for None.

    Raises:
        FormatInvalid: The list is shorter.
    """
    if index is None:
        return None
    if not 0 <= index < len(marks):
        raise FormatInvalid(f"{name}: there is no row {index} in a list of {len(marks)}")
    return marks[index]
