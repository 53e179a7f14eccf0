"""The JSON of one report, as types: what docs/format.md says in words.

A field without a default must be there; one with a default may be missing in JSON that others wrote.
"""

from typing import Literal

import msgspec

from reportedly.format.plain import Number, Pair
from reportedly.model import AttributionKind, Basis, Bound, Harm, Kind, Polarity, SourceKind, StatementKind, TimexType


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """An object of the format."""


class CreditShape(Shape, frozen=True, kw_only=True):
    """Words that give an agency as the origin of a text."""

    start: int
    end: int
    agency: str


class MentionShape(Shape, frozen=True, kw_only=True):
    """Words that refer to somebody or something."""

    start: int
    end: int
    kind: Kind
    entity: str | None
    form: Literal["name", "nominal", "pronoun"] = "name"


class EntityShape(Shape, frozen=True, kw_only=True):
    """Somebody or something that is referred to."""

    id: str
    name: str
    kind: Kind
    description: str | None = None
    named: bool = True
    role: str | None = None


class AttributionShape(Shape, frozen=True, kw_only=True):
    """An attribution; from ``hedges`` to ``basis_span`` it repeats its row of ``factuality``."""

    id: str
    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]
    kind: AttributionKind
    source_name: str | None
    source_entity: str | None = None
    named: bool
    source_kind: SourceKind
    hedges: tuple[Pair, ...] = ()
    polarity: Polarity = "asserts"
    certainty: float | None = None
    basis: Basis | None = None
    basis_span: Pair | None = None
    via: str | None = None
    said: str | None = None
    parent: str | None = None
    inherited: bool = False


class FactualityShape(Shape, frozen=True, kw_only=True):
    """How surely an attribution or event is put forward."""

    of: str
    polarity: Polarity
    certainty: float
    hedges: tuple[Pair, ...] = ()
    basis: Basis | None = None
    basis_span: Pair | None = None
    because: str = ""


class QuantityShape(Shape, frozen=True, kw_only=True):
    """A stated number of things."""

    start: int
    end: int
    low: Number | None
    high: Number | None
    bound: Bound
    unit: str | None = None
    counted: str | None = None
    part_of: int | None = None
    role: Literal["total", "part", "change"] = "total"
    projection: bool = False
    harm: Harm | None = None
    exception: bool = False
    excepted: Number | None = None
    attribution: str | None = None


class TimexShape(Shape, frozen=True, kw_only=True):
    """A time expression."""

    start: int
    end: int
    type: TimexType
    value: str | None
    earliest: str | None = None
    latest: str | None = None
    anchor: Literal["published", "text", "absolute"] | None = None


class PlaceShape(Shape, frozen=True, kw_only=True):
    """Words that name a place."""

    start: int
    end: int
    name: str
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    country: str | None = None
    because: str = ""


class EventShape(Shape, frozen=True, kw_only=True):
    """Something said to happen; ``actors`` holds the words, ``agents`` and ``patients`` where they stand."""

    id: str
    start: int
    end: int
    type: str
    actors: dict[str, tuple[str, ...]] = {}
    agents: tuple[Pair, ...] = ()
    patients: tuple[Pair, ...] = ()
    place: int | None = None
    time: int | None = None
    factuality: float | None = None


class StatementShape(Shape, frozen=True, kw_only=True):
    """What one voice of the report says."""

    id: str
    attribution: str | None
    content: tuple[Pair, ...]
    kind: StatementKind
    headline: bool = False
    events: tuple[str, ...] = ()
    quantities: tuple[Pair, ...] = ()
    timexes: tuple[Pair, ...] = ()
    places: tuple[Pair, ...] = ()
    entities: tuple[str, ...] = ()


class ProblemShape(Shape, frozen=True, kw_only=True):
    """What could not be settled; no ``start`` and ``end`` when it concerns the whole report."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


class ProvenanceShape(Shape, frozen=True, kw_only=True):
    """What read a report."""

    reader: str
    version: str


class ReportShape(Shape, frozen=True, kw_only=True):
    """One report; ``layers`` names the lists that were read, so that an empty list may say that nothing was found."""

    id: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    section: str | None = None
    dateline: str | None = None
    language: str | None = None
    sha256: str
    text: str
    captions: tuple[Pair, ...] = ()
    credits: tuple[CreditShape, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
    offsets: tuple[tuple[int, int, int], ...] = ()
    elements: tuple[tuple[int, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    layers: tuple[str, ...] | None = None
    sentences: tuple[Pair, ...] = ()
    paragraphs: tuple[int, ...] = ()
    mentions: tuple[MentionShape, ...] = ()
    entities: tuple[EntityShape, ...] = ()
    attributions: tuple[AttributionShape, ...] = ()
    factuality: tuple[FactualityShape, ...] = ()
    quantities: tuple[QuantityShape, ...] = ()
    timexes: tuple[TimexShape, ...] = ()
    places: tuple[PlaceShape, ...] = ()
    events: tuple[EventShape, ...] = ()
    statements: tuple[StatementShape, ...] = ()
    problems: tuple[ProblemShape, ...] = ()
    read_by: tuple[ProvenanceShape, ...] = ()
