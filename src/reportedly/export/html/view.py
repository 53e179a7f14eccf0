"""What the template shows, worked out beforehand: the template itself decides nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from reportedly.export.html.chart import chart
from reportedly.export.html.ladder import STANDINGS, ladder, summed, value
from reportedly.export.html.passage import Passage, folded, label, lanes, outlet, passage, voice, when, when_key
from reportedly.export.html.segment import Piece, pieces
from reportedly.export.html.timeline import Moment, timeline
from reportedly.export.html.worddiff import Change, changes
from reportedly.model import (
    Claim,
    Copy,
    Drift,
    Evidence,
    Origin,
    Place,
    Report,
    Rung,
    Span,
    Statement,
    Story,
    Timex,
)

Reports = Mapping[str, Report]

_STATUS_SIGNS = {
    "single origin": "①",
    "several origins": "②",
    "contested": "⇄",
    "denied": "✕",
    "withdrawn": "⌫",
    "officially confirmed": "✓",
}


@dataclass(frozen=True, slots=True)
class DriftView:
    """One change on the way, with both wordings compared word by word."""

    kind: str
    was: str
    became: str
    before: Passage
    after: Passage
    words: tuple[Change, ...]
    because: str


@dataclass(frozen=True, slots=True)
class RungView:
    """One row of the table under a ladder."""

    value: str
    counted: str
    who: str
    said: str
    about: str
    kind: str
    report: str
    start: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """One report under an origin, copies of its text below it."""

    report: str
    label: str
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """One origin with the reports that go back to it."""

    origin: Origin
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim as the page shows it."""

    claim: Claim
    sign: str
    reports: int
    counts: str
    support: tuple[Passage, ...]
    contest: tuple[Passage, ...]
    observe: tuple[Passage, ...]
    branches: tuple[Branch, ...]
    drift: tuple[DriftView, ...]
    ladder: Markup | None
    rungs: tuple[RungView, ...]
    summed: str | None
    timeline: Markup | None


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story as the page shows it; ``others`` are the claims that one report carries and nobody contests."""

    story: Story
    counts: str
    when: str
    leading: tuple[ClaimView, ...]
    others: tuple[ClaimView, ...]
    map: Markup | None
    places: tuple[tuple[Place, int], ...]
    copies: tuple[tuple[Copy, str, str], ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """One archived text with its marks."""

    report: Report
    label: str
    when: str
    pieces: tuple[Piece, ...]


def story_view(story: Story, reports: Reports) -> StoryView:
    """Work out one story."""
    known = [reports[one] for one in story.reports if one in reports]
    places = _places(known)
    claims = [_claim_view(claim, story, reports) for claim in story.claims]
    return StoryView(
        story=story,
        counts=_story_counts(story),
        when=_range(story.first, story.last),
        leading=tuple(one for one in claims if one.reports > 1 or one.claim.disputed),
        others=tuple(one for one in claims if one.reports <= 1 and not one.claim.disputed),
        map=_safe(chart([place for place, _ in places])),
        places=places,
        copies=tuple((copy, _label(reports, copy.report), _label(reports, copy.of)) for copy in story.copies),
    )


def report_view(report: Report) -> ReportView:
    """Work out one report's text with everything marked."""
    whole = Span(0, len(report.text))
    return ReportView(report, outlet(report), when(report), pieces(report.text, lanes(report), whole))


def plural(count: int, noun: str) -> str:
    """Write "1 report" or "3 reports"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _claim_view(claim: Claim, story: Story, reports: Reports) -> ClaimView:
    """Work out one claim."""
    figure = claim.figure
    names = [_rung_name(rung, reports) for rung in figure.rungs] if figure else []
    return ClaimView(
        claim=claim,
        sign=_STATUS_SIGNS[claim.status],
        reports=len({one.report for one in claim.support}),
        counts=_counts(claim),
        support=_passages(claim.support, reports),
        contest=_passages(claim.contest, reports),
        observe=_passages(claim.observe, reports),
        branches=tuple(_branch(origin, story, reports) for origin in claim.origins),
        drift=tuple(
            _drift(one, reports) for one in claim.drift if {one.before.report, one.after.report} <= set(reports)
        ),
        ladder=_safe(ladder(figure, names)) if figure else None,
        rungs=tuple(_rung(rung, reports) for rung in figure.rungs) if figure else (),
        summed=summed(figure) if figure else None,
        timeline=_safe(timeline(_moments(claim, reports))),
    )


def _passages(evidence: Sequence[Evidence], reports: Reports) -> tuple[Passage, ...]:
    """Return the passages, oldest first."""
    found = [passage(reports[one.report], one) for one in evidence if one.report in reports]
    return folded(sorted(found, key=lambda one: one.order))


def _counts(claim: Claim) -> str:
    """Say how many reports, texts and origins stand behind a claim."""
    carried = len({one.report for one in claim.support})
    named = sum(one.named for one in claim.origins)
    of_them = f", {named} of them named" if claim.origins else ""
    return (
        f"{plural(carried, 'report')} → {plural(claim.texts, 'text')} → {plural(len(claim.origins), 'origin')}{of_them}"
    )


def _story_counts(story: Story) -> str:
    """Say how many reports, claims and sources a story has."""
    contested = sum(claim.disputed for claim in story.claims)
    return (
        f"{plural(len(story.reports), 'report')}, {plural(len(story.claims), 'claim')} "
        f"({contested} contested), {plural(len(story.sources), 'source')} cited"
    )


def _branch(origin: Origin, story: Story, reports: Reports) -> Branch:
    """Hang the reports under an origin, each copy under the text it repeats."""
    copied = {copy.report: copy.of for copy in story.copies if copy.relation == "copy"}
    own = [one for one in origin.reports if copied.get(one) not in origin.reports]
    leaves = tuple(
        Leaf(one, _label(reports, one), tuple(_label(reports, two) for two in origin.reports if copied.get(two) == one))
        for one in own
    )
    return Branch(origin, leaves)


def _drift(drift: Drift, reports: Reports) -> DriftView:
    """Compare the two wordings of one change."""
    before, after = (passage(reports[one.report], one) for one in (drift.before, drift.after))
    return DriftView(
        kind=drift.kind,
        was=drift.was,
        became=drift.became,
        before=before,
        after=after,
        words=changes(_content_words(before), _content_words(after)),
        because=drift.because,
    )


def _content_words(one: Passage) -> str:
    """Return the words of a statement alone."""
    return " ".join(piece.text for piece in one.pieces if "content" in piece.lanes)


def _rung(rung: Rung, reports: Reports) -> RungView:
    """Work out one row of the ladder's table."""
    return RungView(
        value=value(rung),
        counted=rung.counted or "not said",
        who=rung.origin or "the report itself",
        said=rung.said or "not known",
        about=rung.about or "not said",
        kind=f"{rung.role}{', projection' if rung.projection else ''}{STANDINGS[rung.standing]}",
        report=_label(reports, rung.evidence.report),
        start=rung.span.start,
    )


def _rung_name(rung: Rung, reports: Reports) -> str:
    """Name a rung in the drawing: who, through which outlet, when."""
    through = _label(reports, rung.evidence.report)
    return f"{rung.origin} · {through}" if rung.origin else through


def _moments(claim: Claim, reports: Reports) -> list[Moment]:
    """Return when each statement was made and what days it speaks of, oldest first."""
    rows = []
    known = [(reports[one.report], one) for one in claim.support + claim.contest if one.report in reports]
    for report, one in sorted(known, key=lambda pair: (when_key(pair[0]), pair[1].report, pair[1].statement)):
        attribution = report.attribution(one.attribution)
        said = _day(attribution.said if attribution else None) or report.document.day
        earliest, latest = _about(report, one)
        rows.append(Moment(f"{voice(report, attribution)}, in {outlet(report)}", said, earliest, latest))
    return rows


def _about(report: Report, evidence: Evidence) -> tuple[date | None, date | None]:
    """Return the first and last day a statement speaks of; None where it names no resolved day."""
    statement = next((one for one in report.of(Statement) if one.id == evidence.statement), None)
    spans = set(statement.timexes) if statement else set()
    times = [one for one in report.of(Timex) if one.span in spans and one.type in ("DATE", "TIME")]
    ends = [(one.earliest, one.latest) for one in times if one.earliest and one.latest]
    if not ends:
        return None, None
    # Half-open instants: the last day is the one before the end.
    return min(start for start, _ in ends).date(), (max(end for _, end in ends) - timedelta(microseconds=1)).date()


def _day(value: str | None) -> date | None:
    """Read an ISO day; None for weeks, months and anything coarser."""
    try:
        return date.fromisoformat(value[:10]) if value and len(value) >= len("2024-11-04") else None
    except ValueError:
        return None


def _places(reports: Sequence[Report]) -> tuple[tuple[Place, int], ...]:
    """Return each different place once with its number of mentions, most mentioned first, located ones before others."""
    count: dict[tuple[str, int | None], int] = {}
    first: dict[tuple[str, int | None], Place] = {}
    for report in reports:
        for place in report.of(Place):
            key = (place.name.casefold(), place.geonames_id)
            count[key] = count.get(key, 0) + 1
            first.setdefault(key, place)
    order = sorted(first, key=lambda key: (first[key].lat is None, -count[key], key[0]))
    return tuple((first[key], count[key]) for key in order)


def _range(first: str | None, last: str | None) -> str:
    """Write the days a story spans."""
    days = [day for day in (_day(first), _day(last)) if day]
    if not days:
        return "no report is dated"
    written = [f"{day.day} {day:%B %Y}" for day in days]
    return written[0] if written[0] == written[-1] else f"{written[0]} to {written[-1]}"


def _label(reports: Reports, id_: str) -> str:
    """Name a report that may be missing."""
    if id_ not in reports:
        return f"{id_} (not in this ledger)"
    return label(reports[id_])


def _safe(svg: str | None) -> Markup | None:
    """Mark a drawing as written by us; its texts were escaped when it was drawn."""
    return Markup(svg) if svg else None  # noqa: S704 - drawing.tag escapes every attribute and text
