"""Reports of one event, with what they make together."""

from dataclasses import dataclass
from typing import Literal

from reportedly.model.claim import Claim
from reportedly.model.span import Span

Reliability = Literal["A", "B", "C", "D", "E", "F"]


@dataclass(frozen=True, slots=True)
class Copy:
    """Text that two reports have in common.

    Attributes:
        report: Id of the report that has it second, as far as can be told.
        of: Id of the report that had it first.
        relation: "copy" when most of the shorter text stands in the other, "contains" when one holds the other whole
            among text of its own, "shares" for passages only.
        spans: Pairs of equal stretches: in ``report``, then in ``of``.
        coverage: Share of the shorter text's words that stands in the other, 0 to 1.
        because: Why in this direction, and what was found.
    """

    report: str
    of: str
    relation: Literal["copy", "contains", "shares"]
    spans: tuple[tuple[Span, Span], ...]
    coverage: float
    because: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source across reports, with the grade that only a person gives it.

    Attributes:
        id: Stable name, derived from the name and kind.
        name: Its best name.
        kind: Kind of source.
        named: Whether a proper name stands behind it.
        reports: Ids of the reports that cite it, sorted.
        reliability: Admiralty reliability A to F, set by a person; None until one has.
        history: Earlier grades as (ISO 8601 time, grade, by whom) triples.
    """

    id: str
    name: str
    kind: str
    named: bool
    reports: tuple[str, ...]
    reliability: Reliability | None = None
    history: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one event (Topic Detection and Tracking), and the claims they make.

    Attributes:
        id: Stable name, derived from the earliest report.
        title: Neutral words for what it is about.
        reports: Ids of its reports, oldest first, undated ones last.
        first: ISO 8601 time of the earliest dated report; None when none is dated.
        last: As ``first``, of the latest.
        copies: Texts in common.
        claims: What is claimed, most widely carried first.
        sources: Everybody the reports cite.
        because: Pairs of (report id, why it belongs here).
    """

    id: str
    title: str
    reports: tuple[str, ...]
    first: str | None
    last: str | None
    copies: tuple[Copy, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[Voice, ...] = ()
    because: tuple[tuple[str, str], ...] = ()
