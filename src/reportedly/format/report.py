"""One report to and from its JSON object."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from reportedly.format import mark, marked
from reportedly.format.plain import day_or_instant, pair, pairs, shaped, spans, time
from reportedly.format.report_shape import CreditShape, ProblemShape, ProvenanceShape, ReportShape
from reportedly.model import (
    Attribution,
    Credit,
    Document,
    Entity,
    Event,
    Factuality,
    Mention,
    Offsets,
    Place,
    Problem,
    Provenance,
    Quantity,
    Report,
    Run,
    Sentence,
    Span,
    Statement,
    Timex,
)

# The layer of tokens is left out: it can be made again from the text, and would be most of the bytes.
_LAYERS: Mapping[str, tuple[type, Callable[[ReportShape], tuple[Any, ...]]]] = {
    "sentences": (Sentence, marked.sentences),
    "mentions": (Mention, lambda shape: tuple(map(marked.mention, shape.mentions))),
    "entities": (Entity, lambda shape: tuple(map(marked.entity, shape.entities))),
    "attributions": (Attribution, lambda shape: tuple(map(marked.attribution, shape.attributions))),
    "factuality": (Factuality, lambda shape: tuple(map(marked.factuality, shape.factuality))),
    "quantities": (Quantity, marked.quantities),
    "timexes": (Timex, lambda shape: tuple(map(marked.timex, shape.timexes))),
    "places": (Place, lambda shape: tuple(map(marked.place, shape.places))),
    "events": (Event, marked.events),
    "statements": (Statement, lambda shape: tuple(map(marked.statement, shape.statements))),
}


def report_json(report: Report) -> dict[str, Any]:
    """Write one report as a JSON object.

    A reference to a mark that the report does not hold (the time of an event in a report without times) is written as
    null. The layer of tokens is not written.
    """
    return dict(msgspec.to_builtins(_shape(report)))


def report_of(value: object) -> Report:
    """Read one report from its JSON object.

    Raises:
        FormatInvalid: It does not have the shape of docs/format.md; the message names the place.
    """
    shape = shaped(value, ReportShape, name="a report")
    read = shape.layers if shape.layers is not None else [name for name in _LAYERS if getattr(shape, name)]
    layers = {_LAYERS[name][0]: _LAYERS[name][1](shape) for name in read if name in _LAYERS}
    read_by = tuple(Provenance(row.reader, row.version) for row in shape.read_by)
    return Report(_document(shape), layers, tuple(_problem(row) for row in shape.problems), read_by)


def _shape(report: Report) -> ReportShape:
    """Return the report as a value of the format's types."""
    document = report.document
    return ReportShape(
        id=document.id,
        url=document.url,
        title=document.title,
        outlet=document.outlet,
        authors=document.authors,
        published=time(document.published),
        modified=time(document.modified),
        section=document.section,
        dateline=document.dateline,
        language=document.language,
        sha256=document.sha256,
        text=document.text,
        captions=pairs(document.captions),
        credits=tuple(
            CreditShape(start=one.span.start, end=one.span.end, agency=one.agency) for one in document.credits
        ),
        origins=document.origins,
        offsets=tuple((run.start, run.source, run.length) for run in document.offsets.runs),
        elements=document.elements,
        notes=document.notes,
        layers=tuple(name for name, (kind, _) in _LAYERS.items() if kind in report.layers),
        sentences=tuple(pair(one.span) for one in report.of(Sentence)),
        paragraphs=tuple(one.paragraph for one in report.of(Sentence)),
        mentions=tuple(mark.mentions(report)),
        entities=tuple(mark.entities(report)),
        attributions=tuple(mark.attributions(report)),
        factuality=tuple(mark.factualities(report)),
        quantities=tuple(mark.quantities(report)),
        timexes=tuple(mark.timexes(report)),
        places=tuple(mark.places(report)),
        events=tuple(mark.events(report)),
        statements=tuple(mark.statements(report)),
        problems=tuple(map(_problem_shape, report.problems)),
        read_by=tuple(ProvenanceShape(reader=one.reader, version=one.version) for one in report.read_by),
    )


def _document(shape: ReportShape) -> Document:
    """Read what the page says about itself."""
    return Document(
        id=shape.id,
        sha256=shape.sha256,
        text=shape.text,
        url=shape.url,
        title=shape.title,
        outlet=shape.outlet,
        authors=shape.authors,
        published=day_or_instant(shape.published, name=f"report {shape.id}: published"),
        modified=day_or_instant(shape.modified, name=f"report {shape.id}: modified"),
        section=shape.section,
        dateline=shape.dateline,
        language=shape.language,
        captions=spans(shape.captions),
        credits=tuple(Credit(Span(row.start, row.end), row.agency) for row in shape.credits),
        origins=shape.origins,
        offsets=Offsets(tuple(Run(*run) for run in shape.offsets)),
        elements=shape.elements,
        notes=shape.notes,
    )


def _problem_shape(problem: Problem) -> ProblemShape:
    """Write a problem."""
    span = problem.span
    return ProblemShape(
        code=problem.code,
        message=problem.message,
        start=None if span is None else span.start,
        end=None if span is None else span.end,
    )


def _problem(row: ProblemShape) -> Problem:
    """Read a problem."""
    span = None if row.start is None or row.end is None else Span(row.start, row.end)
    return Problem(row.code, row.message, span)
