"""What laying two things side by side gives: a score with its reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far two things are held to be one, and why.

    Attributes:
        score: 0.0 for nothing in common to 1.0 for the same.
        because: One sentence for an editor.
        same: Whether they are held to be one.
    """

    score: float
    because: str
    same: bool
