"""One line of the ledger."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

EntryKind = Literal["report", "withdrawal", "grade", "capture"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One appended fact; never changed afterwards.

    Attributes:
        sequence: Number in the log, from 1 without gaps.
        recorded: When it was appended, UTC.
        kind: What the value is.
        subject: Id of the report, claim or source it is about; of a capture, the URL as it was asked for.
        value: Its JSON; None when a withdrawal erased it.
        value_sha256: Hash of the JSON, which stays when the value is erased.
        previous: ``hash`` of the entry before; 64 zeros for the first.
        hash: SHA-256 over all of the above but ``value``, so that an erased value leaves the chain whole.
    """

    sequence: int
    recorded: datetime
    kind: EntryKind
    subject: str
    value: bytes | None
    value_sha256: str
    previous: str
    hash: str
