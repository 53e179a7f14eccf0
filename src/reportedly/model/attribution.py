"""Who says it: a source, a cue, a content; chains nest through content."""

from dataclasses import dataclass
from typing import Literal

from reportedly.model.span import Spans

AttributionKind = Literal["direct", "indirect", "mixed"]
SourceKind = Literal[
    "official",
    "intelligence",
    "military",
    "agency",
    "outlet",
    "organisation",
    "expert",
    "witness",
    "document",
    "person",
    "unnamed",
    "author",
]


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever an attribution credits (PROV Agent).

    Attributes:
        name: Best name the report gives, resolved through pronouns and descriptions; several names are joined by "; ".
            For a nameless source its description ("a security source"); None when no source is given.
        kind: What sort of source it is; "author" is the writer's own voice.
        named: Whether a proper name stands behind it.
        entity: Id of the report's `Entity`; None when it is none.
    """

    name: str | None
    kind: SourceKind
    named: bool
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One place where a text says that somebody says something (PARC, PolNeAR).

    Attributes:
        id: "A1", "A2", … in text order within the report.
        source: Words that name the source; empty when the source is carried over or not given.
        cue: Words that make it an attribution ("said", "according to"); empty when there are none.
        content: What is said; quotation marks included, the cue never.
        kind: "direct" when all of the content is quoted, "mixed" when part is, else "indirect".
        by: Who says it.
        parent: Id of the attribution inside whose content this one stands or through which it was passed on; None at
            the outermost voice.
        inherited: The source is the one of the sentence before, and this sentence names none.
        via: Channel or outlet through which the words reached the writer ("Telegram post"); None when not said.
        said: When it was said, an ISO 8601 day, week or month ("2024-11-04", "2024-W44"); None when not known.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    kind: AttributionKind
    by: Source
    parent: str | None = None
    inherited: bool = False
    via: str | None = None
    said: str | None = None
