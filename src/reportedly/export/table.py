"""Claims, attributions and figures as rows for a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from reportedly.model import Attribution, Claim, Evidence, Factuality, Report, Rung, Story, cut

Name = Literal["claims", "attributions", "figures"]
Row = Sequence[str | int | float | None]

NAMES: tuple[Name, ...] = ("claims", "attributions", "figures")
"""The tables there are."""

# A spreadsheet takes a cell that begins so, in full width too, for a formula (OWASP, "CSV injection"); a quotation mark before
# it makes it text.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)

_CLAIM = "claim story kind text status status_by because credibility credibility_because supported_by contested_by observed_by origins named_origins outlets texts first last flags"
_ATTRIBUTION = "report outlet published attribution kind source source_named source_kind cue content polarity certainty hedges basis via said parent inherited start end"
_FIGURE = "claim story counted low high bound unit origin report attribution words said about projection role standing relation best low_end high_end start end"


def written(name: Name, reports: Iterable[Report], stories: Sequence[Story]) -> str:
    """Write one table as CSV with a heading; cells that a spreadsheet would run as a formula are made inert."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in rows(name, reports, stories):
        writer.writerow([inert(cell) for cell in row])
    return out.getvalue()


def rows(name: Name, reports: Iterable[Report], stories: Sequence[Story]) -> Iterator[Row]:
    """Yield the heading and the rows of one table."""
    known = {report.id: report for report in reports}
    if name == "claims":
        yield from claim_rows(claim for story in stories for claim in story.claims)
    elif name == "attributions":
        yield from attribution_rows(known.values())
    else:
        yield from figure_rows([claim for story in stories for claim in story.claims], known)


def claim_rows(claims: Iterable[Claim]) -> Iterator[Row]:
    """Yield a heading and a row for each claim."""
    yield _CLAIM.split()
    for claim in claims:
        yield (
            claim.id,
            claim.story,
            claim.kind,
            claim.text,
            claim.status,
            "; ".join(claim.status_by),
            claim.because,
            claim.credibility.machine,
            claim.credibility.because,
            _places(claim.support),
            _places(claim.contest),
            _places(claim.observe),
            "; ".join(origin.name for origin in claim.origins),
            sum(origin.named for origin in claim.origins),
            claim.outlets,
            claim.texts,
            claim.first,
            claim.last,
            "; ".join(claim.flags),
        )


def attribution_rows(reports: Iterable[Report]) -> Iterator[Row]:
    """Yield a heading and a row for each attribution."""
    yield _ATTRIBUTION.split()
    for report in reports:
        surely = {one.of: one for one in report.of(Factuality)}
        for one in report.of(Attribution):
            yield _attribution(report, one, surely.get(one.id))


def figure_rows(claims: Sequence[Claim], reports: Mapping[str, Report]) -> Iterator[Row]:
    """Yield a heading and a row for each stated value of each figure."""
    yield _FIGURE.split()
    for claim in claims:
        for rung in claim.figure.rungs if claim.figure else ():
            yield _rung(claim, rung, reports.get(rung.evidence.report))


def inert(cell: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula; numbers stay numbers, and lines end in a line feed.

    Words that begin with quotation marks and then as a formula get one more, so that taking one away restores every cell.
    """
    if not isinstance(cell, str):
        return cell
    formula = cell.lstrip("'").startswith(_FORMULA) and not _NUMBER.fullmatch(cell)
    # Python's writer quotes a cell for a line feed in it but not for a carriage return.
    words = cell.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{words}" if formula else words


def _attribution(report: Report, one: Attribution, how: Factuality | None) -> Row:
    """Return one attribution's row."""
    return (
        report.id,
        report.document.outlet,
        report.document.published.isoformat() if report.document.published else None,
        one.id,
        one.kind,
        one.by.name,
        str(one.by.named).lower(),
        one.by.kind,
        cut(one.cue, report.text),
        cut(one.content, report.text),
        how.polarity if how else None,
        how.certainty if how else None,
        "; ".join(span.cut(report.text) for span in how.hedges) if how else None,
        how.basis if how else None,
        one.via,
        one.said,
        one.parent,
        str(one.inherited).lower(),
        one.content[0].start if one.content else None,
        one.content[-1].end if one.content else None,
    )


def _rung(claim: Claim, rung: Rung, report: Report | None) -> Row:
    """Return one stated value's row."""
    return (
        claim.id,
        claim.story,
        rung.counted,
        None if rung.low is None else f"{rung.low:f}",
        None if rung.high is None else f"{rung.high:f}",
        rung.bound,
        rung.unit,
        rung.origin,
        rung.evidence.report,
        rung.evidence.attribution,
        rung.span.cut(report.text) if report else None,
        rung.said,
        rung.about,
        str(rung.projection).lower(),
        rung.role,
        rung.standing,
        claim.figure.relation if claim.figure else None,
        *_estimate(claim),
        rung.span.start,
        rung.span.end,
    )


def _places(evidence: Iterable[Evidence]) -> str:
    """Name each place as report:attribution; the report alone where the writer speaks."""
    return "; ".join(f"{one.report}:{one.attribution}" if one.attribution else one.report for one in evidence)


def _estimate(claim: Claim) -> tuple[str | None, str | None, str | None]:
    """Return best, low and high of a claim's figure."""
    made = claim.figure.estimate if claim.figure else None
    ends = (made.best, made.low, made.high) if made else (None, None, None)
    best, low, high = (None if one is None else f"{one:f}" for one in ends)
    return best, low, high
