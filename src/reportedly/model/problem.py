"""What could not be settled, as a value."""

from dataclasses import dataclass

from reportedly.model.span import Span


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of a text, or something it says too little about; kept beside the results.

    Attributes:
        code: One of the headings of docs/problems.md ("time-unresolved").
        message: What was found, in words for the user.
        span: Where; None when it concerns the whole report.
    """

    code: str
    message: str
    span: Span | None = None
