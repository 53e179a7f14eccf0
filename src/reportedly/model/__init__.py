"""The nouns: frozen values that compare by content. No I/O, no clock, no settings."""

from reportedly.model.attribution import Attribution, AttributionKind, Source, SourceKind
from reportedly.model.claim import (
    Claim,
    Credibility,
    Drift,
    DriftKind,
    Estimate,
    Evidence,
    Figure,
    FigureRelation,
    Origin,
    Rung,
    Standing,
    Status,
)
from reportedly.model.document import Capture, Credit, Document, Offsets, Run
from reportedly.model.entry import Entry, EntryKind
from reportedly.model.event import Event
from reportedly.model.factuality import Basis, Factuality, Polarity
from reportedly.model.fetch import Fetch
from reportedly.model.mark import Sentence, Token
from reportedly.model.mention import Entity, Kind, Mention
from reportedly.model.place import Place
from reportedly.model.problem import Problem
from reportedly.model.provenance import Provenance
from reportedly.model.quantity import Bound, Harm, Quantity
from reportedly.model.report import Layers, Report
from reportedly.model.span import Span, Spans, cut, hull
from reportedly.model.statement import Statement, StatementKind
from reportedly.model.story import Copy, Reliability, Story, Voice
from reportedly.model.timex import Timex, TimexType
from reportedly.model.withdrawal import Withdrawal

__all__ = [
    "Attribution",
    "AttributionKind",
    "Basis",
    "Bound",
    "Capture",
    "Claim",
    "Copy",
    "Credibility",
    "Credit",
    "Document",
    "Drift",
    "DriftKind",
    "Entity",
    "Entry",
    "EntryKind",
    "Estimate",
    "Event",
    "Evidence",
    "Factuality",
    "Fetch",
    "Figure",
    "FigureRelation",
    "Harm",
    "Kind",
    "Layers",
    "Mention",
    "Offsets",
    "Origin",
    "Place",
    "Polarity",
    "Problem",
    "Provenance",
    "Quantity",
    "Reliability",
    "Report",
    "Run",
    "Rung",
    "Sentence",
    "Source",
    "SourceKind",
    "Span",
    "Spans",
    "Standing",
    "Statement",
    "StatementKind",
    "Status",
    "Story",
    "Timex",
    "TimexType",
    "Token",
    "Voice",
    "Withdrawal",
    "cut",
    "hull",
]
