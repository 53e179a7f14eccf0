"""A text that had to go."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The erasing of one report: a takedown, a person's safety.

    Attributes:
        report: Id of the report.
        sha256: Hash of the bytes that were erased.
        time: When, UTC.
        by: Name of whoever ordered it.
        reason: Why, in that person's words.
    """

    report: str
    sha256: str
    time: datetime
    by: str
    reason: str
