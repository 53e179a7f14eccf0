"""A report's marks as JSON rows; every function takes the report, since rows also say what follows from other marks."""

from collections.abc import Iterator, Sequence

from reportedly.format.plain import number, pair_or_none, pairs, time
from reportedly.format.report_shape import (
    AttributionShape,
    EntityShape,
    EventShape,
    FactualityShape,
    MentionShape,
    PlaceShape,
    QuantityShape,
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
    Report,
    Span,
    Statement,
    Timex,
)

_UNREAD = Factuality("", "asserts", 0.0)


def mentions(report: Report) -> Iterator[MentionShape]:
    """Write the mentions."""
    for one in report.of(Mention):
        yield MentionShape(start=one.span.start, end=one.span.end, kind=one.kind, entity=one.entity, form=one.form)


def entities(report: Report) -> Iterator[EntityShape]:
    """Write the entities."""
    for one in report.of(Entity):
        yield EntityShape(
            id=one.id, name=one.name, kind=one.kind, description=one.description, named=one.named, role=one.role
        )


def attributions(report: Report) -> Iterator[AttributionShape]:
    """Write the attributions, each with how surely it is put forward; ``certainty`` is null where that was not read."""
    surely = {one.of: one for one in reversed(report.of(Factuality))}
    for one in report.of(Attribution):
        how = surely.get(one.id, _UNREAD)
        yield AttributionShape(
            id=one.id,
            source=pairs(one.source),
            cue=pairs(one.cue),
            content=pairs(one.content),
            kind=one.kind,
            source_name=one.by.name,
            source_entity=one.by.entity,
            named=one.by.named,
            source_kind=one.by.kind,
            hedges=pairs(how.hedges),
            polarity=how.polarity,
            certainty=None if how is _UNREAD else how.certainty,
            basis=how.basis,
            basis_span=pair_or_none(how.basis_span),
            via=one.via,
            said=one.said,
            parent=one.parent,
            inherited=one.inherited,
        )


def factualities(report: Report) -> Iterator[FactualityShape]:
    """Write how surely each attribution and event is put forward."""
    for one in report.of(Factuality):
        yield FactualityShape(
            of=one.of,
            polarity=one.polarity,
            certainty=one.certainty,
            hedges=pairs(one.hedges),
            basis=one.basis,
            basis_span=pair_or_none(one.basis_span),
            because=one.because,
        )


def quantities(report: Report) -> Iterator[QuantityShape]:
    """Write the quantities, each with the attribution it stands in and the place in the list of what it is part of."""
    marks = report.of(Quantity)
    at = _positions([one.span for one in marks])
    speakers = _by_length(report)
    for one in marks:
        yield QuantityShape(
            start=one.span.start,
            end=one.span.end,
            low=number(one.low),
            high=number(one.high),
            bound=one.bound,
            unit=one.unit,
            counted=one.counted,
            part_of=None if one.part_of is None else at.get(one.part_of),
            role=one.role,
            projection=one.projection,
            harm=one.harm,
            exception=one.exception,
            excepted=number(one.excepted),
            attribution=next((by.id for by in speakers if any(piece.contains(one.span) for piece in by.content)), None),
        )


def timexes(report: Report) -> Iterator[TimexShape]:
    """Write the times."""
    for one in report.of(Timex):
        yield TimexShape(
            start=one.span.start,
            end=one.span.end,
            type=one.type,
            value=one.value,
            earliest=time(one.earliest),
            latest=time(one.latest),
            anchor=one.anchor,
        )


def places(report: Report) -> Iterator[PlaceShape]:
    """Write the places."""
    for one in report.of(Place):
        yield PlaceShape(
            start=one.span.start,
            end=one.span.end,
            name=one.name,
            geonames_id=one.geonames_id,
            lat=one.lat,
            lon=one.lon,
            radius_km=one.radius_km,
            country=one.country,
            because=one.because,
        )


def events(report: Report) -> Iterator[EventShape]:
    """Write the events, place and time as positions in those lists."""
    where = _positions([one.span for one in report.of(Place)])
    when = _positions([one.span for one in report.of(Timex)])
    surely = {one.of: one.certainty for one in reversed(report.of(Factuality))}
    for one in report.of(Event):
        yield EventShape(
            id=one.id,
            start=one.trigger.start,
            end=one.trigger.end,
            type=one.type,
            actors={
                "agent": tuple(span.cut(report.text) for span in one.agents),
                "patient": tuple(span.cut(report.text) for span in one.patients),
            },
            agents=pairs(one.agents),
            patients=pairs(one.patients),
            place=None if one.place is None else where.get(one.place),
            time=None if one.time is None else when.get(one.time),
            factuality=surely.get(one.id),
        )


def statements(report: Report) -> Iterator[StatementShape]:
    """Write the statements."""
    for one in report.of(Statement):
        yield StatementShape(
            id=one.id,
            attribution=one.attribution,
            content=pairs(one.content),
            kind=one.kind,
            headline=one.headline,
            events=one.events,
            quantities=pairs(one.quantities),
            timexes=pairs(one.timexes),
            places=pairs(one.places),
            entities=one.entities,
        )


def _positions(spans: Sequence[Span]) -> dict[Span, int]:
    """Return where each span stands in the list, the first of equals."""
    found: dict[Span, int] = {}
    for index, span in enumerate(spans):
        found.setdefault(span, index)
    return found


def _by_length(report: Report) -> list[Attribution]:
    """Return the attributions, shortest content first: the first around a span is `Report.speaker` of it."""
    return sorted(report.of(Attribution), key=lambda one: sum(map(len, one.content)))
