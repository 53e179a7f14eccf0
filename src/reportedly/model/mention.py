"""Words that name a person, organisation, place or thing, and whom they refer to."""

from dataclasses import dataclass
from typing import Literal

from reportedly.model.span import Span

Kind = Literal["person", "organisation", "place", "group", "other"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to somebody or something (OntoNotes, ACE).

    Attributes:
        span: The words, articles and titles included where they belong to the phrase ("the defence minister").
        kind: What is referred to.
        entity: Id of the `Entity` in the same report; None when nobody in the text fits.
        form: "name" for a proper name, "nominal" for a description ("the agency"), "pronoun".
    """

    span: Span
    kind: Kind
    entity: str | None = None
    form: Literal["name", "nominal", "pronoun"] = "name"


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that a report refers to.

    Attributes:
        id: "E1", "E2", … in order of first mention.
        name: Fullest name the report gives, without title; for a nameless one its description ("a security source").
        kind: What it is.
        description: Title or role as the text has it ("head of the agency"); None when none is given.
        named: Whether the report gives a proper name; "a security source" has none.
        role: Kind of source it makes (`reportedly.model.attribution.SourceKind`); None when not known.
    """

    id: str
    name: str
    kind: Kind
    description: str | None = None
    named: bool = True
    role: str | None = None
