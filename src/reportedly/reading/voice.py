"""An attribution that another reader than the rules has found, before it is known whom it means."""

from dataclasses import dataclass

from reportedly.model import Spans


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says what, by its characters.

    Attributes:
        source: The words that name who says it; empty when there are none.
        cue: The words that make it an attribution; never empty, since they place it.
        content: What is said; never empty.
        parent: Number, in the same layer, of the voice inside whose content this one stands or that passed it on; None
            at the outermost one.
    """

    source: Spans
    cue: Spans
    content: Spans
    parent: int | None = None
