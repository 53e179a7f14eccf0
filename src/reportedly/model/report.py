"""A document with everything read from it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from reportedly.model.attribution import Attribution
from reportedly.model.document import Document
from reportedly.model.factuality import Factuality
from reportedly.model.mention import Entity
from reportedly.model.problem import Problem
from reportedly.model.provenance import Provenance
from reportedly.model.span import Span

M = TypeVar("M")

Layers = Mapping[type, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Report:
    """A document with layers of marks (stand-off annotation).

    Attributes:
        document: The clean text and what its page says about itself.
        layers: Marks by their type, each layer in the order its reader found them. A type that is missing has not been
            read; an empty layer was read and nothing was found.
        problems: What intake and the readers could not settle.
        read_by: What read it, in the order it took part; empty when nothing did, or when nobody wrote it down.
    """

    document: Document
    layers: Layers = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    read_by: tuple[Provenance, ...] = ()

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @property
    def text(self) -> str:
        """The document's clean text."""
        return self.document.text

    def of(self, kind: type[M]) -> tuple[M, ...]:
        """Return the marks of one type; empty when none were found or the layer was not read."""
        return cast("tuple[M, ...]", self.layers.get(kind, ()))

    def within(self, kind: type[M], span: Span) -> Iterator[M]:
        """Yield the marks of one type whose ``span`` lies inside ``span``."""
        return (mark for mark in self.of(kind) if span.contains(mark.span))  # type: ignore[attr-defined]

    def grown(self, found: Mapping[type, tuple[Any, ...]], problems: Iterable[Problem] = ()) -> "Report":
        """Return this report with further layers and problems; layers of the same types are replaced."""
        return replace(self, layers={**self.layers, **found}, problems=(*self.problems, *problems))

    def attribution(self, id_: str | None) -> Attribution | None:
        """Return the attribution of that id; None when there is none."""
        return next((one for one in self.of(Attribution) if one.id == id_), None)

    def entity(self, id_: str | None) -> Entity | None:
        """Return the entity of that id; None when there is none."""
        return next((one for one in self.of(Entity) if one.id == id_), None)

    def factuality(self, of: str | None) -> Factuality | None:
        """Return how surely the attribution or event of that id is put forward; None when it was not read."""
        return next((one for one in self.of(Factuality) if one.of == of), None)

    def speaker(self, span: Span) -> Attribution | None:
        """Return the attribution with the shortest content that contains ``span``; None in the writer's own voice."""
        around = [one for one in self.of(Attribution) if any(piece.contains(span) for piece in one.content)]
        return min(around, key=lambda one: sum(map(len, one.content)), default=None)
