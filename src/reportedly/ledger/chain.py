"""The chain of hashes that ties each entry to all before it."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime

from reportedly.format import encoded
from reportedly.ledger.store import Damage
from reportedly.model import Entry, EntryKind

START = "0" * 64
"""What the first entry has as its ``previous``."""


def chained(last: Entry | None, recorded: datetime, kind: EntryKind, subject: str, value: bytes) -> Entry:
    """Return the entry that follows ``last``; None when the ledger is empty."""
    sequence = 1 if last is None else last.sequence + 1
    previous = START if last is None else last.hash
    digest = hashlib.sha256(value).hexdigest()
    entry = Entry(sequence, recorded, kind, subject, value, digest, previous, "")
    return Entry(sequence, recorded, kind, subject, value, digest, previous, entry_hash(entry))


def entry_hash(entry: Entry) -> str:
    """Return SHA-256 over a JSON list of everything but the value and the hash itself."""
    covered = [
        entry.sequence,
        entry.recorded.isoformat(),
        entry.kind,
        entry.subject,
        entry.value_sha256,
        entry.previous,
    ]
    return hashlib.sha256(encoded(covered)).hexdigest()


def breaks(entries: Iterable[Entry]) -> Iterator[Damage]:
    """Recompute the chain over all entries in order; yield each place where it does not hold."""
    last: Entry | None = None
    for entry in entries:
        where = f"entry {entry.sequence}"
        if entry.sequence != (1 if last is None else last.sequence + 1):
            yield Damage(where, f"follows entry {0 if last is None else last.sequence}; entries between are missing")
        if entry.previous != (START if last is None else last.hash):
            yield Damage(where, "does not carry the hash of the entry before")
        if entry.hash != entry_hash(entry):
            yield Damage(where, "its hash does not fit what it holds")
        if entry.value is not None and hashlib.sha256(entry.value).hexdigest() != entry.value_sha256:
            yield Damage(where, f"the value of {entry.kind} {entry.subject} does not match its SHA-256")
        last = entry
