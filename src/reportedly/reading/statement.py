"""Marks put together into what one voice of one report says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from reportedly.lexicon import load
from reportedly.model import (
    Attribution,
    Entity,
    Event,
    Mention,
    Place,
    Quantity,
    Report,
    Sentence,
    Span,
    Spans,
    Statement,
    StatementKind,
    Timex,
)
from reportedly.reading.layer import Cover, Layer

# A count that opens a statement is what it is about; one that stands late in a long statement is a detail of an event.
_OPENING = 60


def statements(report: Report) -> Iterator[Statement]:
    """Find what each voice says: the headline, every attributed content, and the writer's own sentences that tell news.

    Args:
        report: Needs every other layer.

    Yields:
        A Statement for the headline, for each Attribution with a content, and for each sentence of the writer's own that
        holds a counted thing or an event; the headline first, then in text order, ids "S1", "S2", ….

    Raises:
        LanguageNotSupported: There are no words for kinds of statements in English in the lexicon.
    """
    marks = _Marks.of(report)
    found = [*_attributed(report, marks), *_narrated(report, marks)]
    found.sort(key=lambda one: _whole(one.content))
    for number, statement in enumerate((*_headline(report), *found), 1):
        yield replace(statement, id=f"S{number}")


@dataclass(frozen=True, slots=True)
class _Marks:
    """The layers that statements are made of.

    Attributes:
        text: The report's words.
        mentions: Who is named or meant.
        quantities: How many.
        timexes: When.
        places: Where.
        events: What happens.
    """

    text: str
    mentions: Layer[Mention]
    quantities: Layer[Quantity]
    timexes: Layer[Timex]
    places: Layer[Place]
    events: Layer["_Trigger"]

    @staticmethod
    def of(report: Report) -> "_Marks":
        """Take the layers out of a report."""
        return _Marks(
            text=report.text,
            mentions=Layer(report.of(Mention)),
            quantities=Layer(report.of(Quantity)),
            timexes=Layer(report.of(Timex)),
            places=Layer(report.of(Place)),
            events=Layer(_Trigger(event.trigger, event.id) for event in report.of(Event)),
        )


@dataclass(frozen=True, slots=True)
class _Trigger:
    """An event by its trigger."""

    span: Span
    event: str


def _headline(report: Report) -> Iterator[Statement]:
    """Yield the headline's statement; nothing when the page has no headline."""
    title = report.document.title
    if not title:
        return
    words = title.lower()
    entities = tuple(one.id for one in report.of(Entity) if one.named and one.name.lower() in words)
    yield Statement("", None, (), _kind(words, counted=any(map(str.isdigit, words))), headline=True, entities=entities)


def _attributed(report: Report, marks: _Marks) -> Iterator[Statement]:
    """Yield a statement for the content of each attribution."""
    for attribution in report.of(Attribution):
        if attribution.content:
            yield _statement(attribution.content, marks, attribution.id)


def _narrated(report: Report, marks: _Marks) -> Iterator[Statement]:
    """Yield a statement for each sentence in which the writer alone tells of an event or a count."""
    taken = Cover(_taken(report))
    for sentence in report.of(Sentence):
        if taken.touches(sentence.span):
            continue
        statement = _statement((sentence.span,), marks, None)
        if statement.events or _counts(marks.quantities.inside(sentence.span)):
            yield statement


def _taken(report: Report) -> Iterator[Span]:
    """Yield what is not the writer's own voice or no running text."""
    for attribution in report.of(Attribution):
        yield from (*attribution.content, *attribution.source, *attribution.cue)
    yield from report.document.captions
    yield from (credit.span for credit in report.document.credits)


def _statement(content: Spans, marks: _Marks, attribution: str | None) -> Statement:
    """Return the statement of these words, without its id."""
    quantities = [one for piece in content for one in marks.quantities.inside(piece)]
    entities = [one.entity for piece in content for one in marks.mentions.inside(piece) if one.entity]
    words = " ".join(piece.cut(marks.text) for piece in content).lower()
    return Statement(
        id="",
        attribution=attribution,
        content=content,
        kind=_kind(words, counted=_about_count(quantities, content)),
        events=tuple(one.event for piece in content for one in marks.events.inside(piece)),
        quantities=tuple(one.span for one in quantities),
        timexes=tuple(one.span for piece in content for one in marks.timexes.inside(piece)),
        places=tuple(one.span for piece in content for one in marks.places.inside(piece)),
        entities=tuple(dict.fromkeys(entities)),
    )


def _counts(quantities: Iterable[Quantity]) -> bool:
    """Say whether one of the quantities counts something."""
    return any(one.counted or one.exception for one in quantities)


def _about_count(quantities: list[Quantity], content: Spans) -> bool:
    """Say whether a count opens the statement."""
    return bool(content) and _counts(one for one in quantities if one.span.start - content[0].start < _OPENING)


def _kind(words: str, *, counted: bool) -> StatementKind:
    """Tell a statement's kind by its words; what is confirmed comes before how many, and that before what will be."""
    words = words.replace("’", "'")
    found = {kind for kind in ("status", "intention", "assessment") if _words(kind).search(words)}
    if "status" in found:
        return "status"
    if counted:
        return "figure"
    if "intention" in found:
        return "intention"
    return "assessment" if "assessment" in found else "event"


@cache
def _words(kind: str) -> re.Pattern[str]:
    """Return the pattern of the words that make a statement of this kind."""
    rows = sorted(load("en", "statement")[kind], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, rows)) + r")\b")


def _whole(content: Spans) -> tuple[int, int]:
    """Return where the words begin and end; a content has at least one piece."""
    return min(piece.start for piece in content), max(piece.end for piece in content)
