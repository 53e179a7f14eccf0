"""The JSON of a whole ledger, as types; as in `report_shape`."""

from typing import Literal

import msgspec

from reportedly.format.plain import Number
from reportedly.format.report_shape import ReportShape, Shape
from reportedly.model import Bound, DriftKind, FigureRelation, Reliability, Standing, StatementKind, Status


class EvidenceShape(Shape, frozen=True, kw_only=True):
    """One report's place in a claim."""

    report: str
    attribution: str | None
    statement: str = ""
    because: str = ""


class OriginShape(Shape, frozen=True, kw_only=True):
    """A root that statements go back to."""

    name: str
    named: bool
    kind: str
    reports: tuple[str, ...]
    because: str = ""
    missing: bool = False


class CredibilityShape(Shape, frozen=True, kw_only=True):
    """Admiralty credibility, proposed and set."""

    machine: int
    because: str
    person: int | None = None


class DriftShape(Shape, frozen=True, kw_only=True):
    """What was lost, gained or changed from one statement to another."""

    before: EvidenceShape = msgspec.field(name="from")
    after: EvidenceShape = msgspec.field(name="to")
    kind: DriftKind
    was: str
    became: str
    because: str = ""


class RungShape(Shape, frozen=True, kw_only=True):
    """One stated value of a counted thing; ``start`` and ``end`` are its words in the report."""

    low: Number | None
    high: Number | None
    bound: Bound
    unit: str | None = None
    counted: str | None = None
    origin: str | None
    report: str
    attribution: str | None = None
    statement: str = ""
    because: str = ""
    start: int = 0
    end: int = 0
    said: str | None = None
    about: str | None = None
    projection: bool = False
    role: Literal["total", "part", "change"] = "total"
    standing: Standing = "stands"


class EstimateShape(Shape, frozen=True, kw_only=True):
    """Best, low and high of a counted thing."""

    best: Number | None
    low: Number
    high: Number | None
    because: str


class FigureShape(Shape, frozen=True, kw_only=True):
    """One counted thing through time and sources."""

    counted: str
    values: tuple[RungShape, ...]
    relation: FigureRelation
    because: str
    estimate: EstimateShape | None = None


class ClaimShape(Shape, frozen=True, kw_only=True):
    """What several statements say together."""

    id: str
    story: str
    text: str
    kind: StatementKind
    support: tuple[EvidenceShape, ...]
    contest: tuple[EvidenceShape, ...]
    observe: tuple[EvidenceShape, ...]
    origins: tuple[OriginShape, ...]
    outlets: int
    texts: int
    status: Status
    status_by: tuple[str, ...]
    because: str
    credibility: CredibilityShape
    drift: tuple[DriftShape, ...] = ()
    figure: FigureShape | None = None
    first: str | None = None
    last: str | None = None
    flags: tuple[str, ...] = ()


class CopyShape(Shape, frozen=True, kw_only=True):
    """Text that two reports have in common."""

    report: str
    of: str
    relation: Literal["copy", "contains", "shares"]
    spans: tuple[tuple[int, int, int, int], ...]
    coverage: float
    story: str
    because: str = ""


class CitedShape(Shape, frozen=True, kw_only=True):
    """A source in one story, with that story's reports that cite it."""

    id: str
    reports: tuple[str, ...]


class StoryShape(Shape, frozen=True, kw_only=True):
    """Reports of one event; its claims and copies stand in the lists of those names."""

    id: str
    title: str
    reports: tuple[str, ...]
    first: str | None
    last: str | None
    sources: tuple[CitedShape, ...] = ()
    because: tuple[tuple[str, str], ...] = ()


class SourceShape(Shape, frozen=True, kw_only=True):
    """A source across stories."""

    id: str
    name: str
    kind: str
    named: bool = True
    reports: tuple[str, ...] = ()
    reliability: Reliability | None = None
    history: tuple[tuple[str, str, str], ...] = ()


class WithdrawnShape(Shape, frozen=True, kw_only=True):
    """A report whose bytes and text were erased."""

    report: str
    sha256: str
    time: str
    by: str
    reason: str


class LedgerShape(Shape, frozen=True, kw_only=True):
    """A whole ledger."""

    format: int
    reports: tuple[ReportShape, ...]
    stories: tuple[StoryShape, ...]
    copies: tuple[CopyShape, ...] = ()
    claims: tuple[ClaimShape, ...] = ()
    sources: tuple[SourceShape, ...] = ()
    withdrawn: tuple[WithdrawnShape, ...] = ()
