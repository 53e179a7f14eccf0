"""A whole ledger to and from its JSON object."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from reportedly.errors import FormatInvalid
from reportedly.format.claim import claim, claim_shape
from reportedly.format.ledger_shape import (
    CitedShape,
    CopyShape,
    LedgerShape,
    SourceShape,
    StoryShape,
    WithdrawnShape,
)
from reportedly.format.plain import instant, shaped
from reportedly.format.report import report_json, report_of
from reportedly.model import Claim, Copy, Report, Span, Story, Voice, Withdrawal

VERSION = 1
"""Version of the shapes; a renamed or removed key raises it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What one JSON file of a ledger holds.

    Attributes:
        reports: In the file's order.
        stories: With their claims, copies and sources, in the file's order.
        withdrawn: Reports that were erased, in the order of their erasing.
    """

    reports: tuple[Report, ...]
    stories: tuple[Story, ...]
    withdrawn: tuple[Withdrawal, ...] = ()


def ledger_json(
    reports: Iterable[Report], stories: Sequence[Story], withdrawn: Iterable[Withdrawal] = ()
) -> dict[str, Any]:
    """Write reports and the stories they make as one JSON object."""
    return {
        "format": VERSION,
        "reports": [report_json(report) for report in reports],
        "stories": [msgspec.to_builtins(_story_shape(story)) for story in stories],
        "copies": [msgspec.to_builtins(_copy_shape(one, story.id)) for story in stories for one in story.copies],
        "claims": [msgspec.to_builtins(claim_shape(one)) for story in stories for one in story.claims],
        "sources": [msgspec.to_builtins(row) for row in source_rows(stories)],
        "withdrawn": [msgspec.to_builtins(_withdrawn_shape(one)) for one in withdrawn],
    }


def contents_of(value: object) -> Contents:
    """Read a ledger from its JSON object.

    Raises:
        FormatInvalid: It is of another version, or does not have the shape of docs/format.md.
    """
    version = value.get("format") if isinstance(value, dict) else None
    if version != VERSION:
        raise FormatInvalid(f"expected a ledger with format {VERSION}; found format {version!r}")
    shape = shaped(value, LedgerShape, name="the ledger")
    rows = value["reports"] if isinstance(value, dict) else ()
    return Contents(
        tuple(map(report_of, rows)),
        _stories(shape),
        tuple(map(_withdrawal, shape.withdrawn)),
    )


def source_rows(stories: Iterable[Story]) -> tuple[SourceShape, ...]:
    """Return each source once, its reports of all stories put together."""
    rows: dict[str, SourceShape] = {}
    for story in stories:
        for one in story.sources:
            known = rows.get(one.id)
            reports = tuple(sorted({*one.reports, *(known.reports if known else ())}))
            rows[one.id] = SourceShape(
                id=one.id,
                name=one.name,
                kind=one.kind,
                named=one.named,
                reports=reports,
                reliability=one.reliability,
                history=one.history,
            )
    return tuple(rows.values())


def _stories(shape: LedgerShape) -> tuple[Story, ...]:
    """Read the stories, with the claims, copies and sources that belong to each."""
    claims: dict[str, list[Claim]] = {}
    for row in shape.claims:
        claims.setdefault(row.story, []).append(claim(row))
    copies: dict[str, list[Copy]] = {}
    for one in shape.copies:
        copies.setdefault(one.story, []).append(_copy(one))
    sources = {row.id: row for row in shape.sources}
    return tuple(
        Story(
            id=row.id,
            title=row.title,
            reports=row.reports,
            first=row.first,
            last=row.last,
            copies=tuple(copies.get(row.id, ())),
            claims=tuple(claims.get(row.id, ())),
            sources=tuple(_voice(sources.get(cited.id), cited) for cited in row.sources),
            because=row.because,
        )
        for row in shape.stories
    )


def _voice(row: SourceShape | None, cited: CitedShape) -> Voice:
    """Read a source of one story.

    Raises:
        FormatInvalid: The list of sources lacks it.
    """
    if row is None:
        raise FormatInvalid(f"a story cites the source {cited.id!r}, which the list of sources lacks")
    return Voice(row.id, row.name, row.kind, row.named, cited.reports, row.reliability, row.history)


def _story_shape(story: Story) -> StoryShape:
    """Write a story without its claims and copies."""
    return StoryShape(
        id=story.id,
        title=story.title,
        reports=story.reports,
        first=story.first,
        last=story.last,
        sources=tuple(CitedShape(id=one.id, reports=one.reports) for one in story.sources),
        because=story.because,
    )


def _copy_shape(one: Copy, story: str) -> CopyShape:
    """Write text that two reports of a story have in common."""
    return CopyShape(
        report=one.report,
        of=one.of,
        relation=one.relation,
        spans=tuple((left.start, left.end, right.start, right.end) for left, right in one.spans),
        coverage=one.coverage,
        story=story,
        because=one.because,
    )


def _copy(row: CopyShape) -> Copy:
    """Read text that two reports have in common."""
    spans = tuple((Span(start, end), Span(start2, end2)) for start, end, start2, end2 in row.spans)
    return Copy(row.report, row.of, row.relation, spans, row.coverage, row.because)


def _withdrawn_shape(one: Withdrawal) -> WithdrawnShape:
    """Write an erasing."""
    return WithdrawnShape(report=one.report, sha256=one.sha256, time=one.time.isoformat(), by=one.by, reason=one.reason)


def _withdrawal(row: WithdrawnShape) -> Withdrawal:
    """Read an erasing."""
    time = instant(row.time, name=f"withdrawn {row.report}: time")
    if time is None:
        raise FormatInvalid(f"withdrawn {row.report}: expected a time")
    return Withdrawal(row.report, row.sha256, time, row.by, row.reason)
