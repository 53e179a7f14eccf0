"""How sure: polarity, certainty, evidential basis, the hedge's words."""

from dataclasses import dataclass
from typing import Literal

from reportedly.model.span import Span, Spans

Polarity = Literal["asserts", "denies", "cannot confirm", "does not say", "asks"]
Basis = Literal["official", "intelligence", "witness", "document", "media", "expert", "rumour", "unnamed sources"]


@dataclass(frozen=True, slots=True)
class Factuality:
    """How surely one attribution, or one event, is put forward.

    Attributes:
        of: Id of the `Attribution` or `Event` in the same report.
        polarity: Stance of the source towards what is at issue.
        certainty: FactBank's scale as used by Lee et al. 2015: 3.0 certainly so, 0.0 uncommitted, -3.0 certainly not.
        hedges: Words that weaken ("may have", "reportedly"), in text order.
        basis: Evidence the statement claims for itself; None when it gives none.
        basis_span: Words that state the basis; None when it follows from the kind of source alone.
        because: One sentence that says which words decided.
    """

    of: str
    polarity: Polarity
    certainty: float
    hedges: Spans = ()
    basis: Basis | None = None
    basis_span: Span | None = None
    because: str = ""
