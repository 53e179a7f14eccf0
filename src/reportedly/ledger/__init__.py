"""Entries in, views out; nothing is ever changed. See docs/ledger.md."""

from reportedly.ledger.sqlite import Sqlite
from reportedly.ledger.store import Candidate, Damage, Filing, Group, Hit, Link, Linker, Outcome, Store, View, Writer

__all__ = [
    "Candidate",
    "Damage",
    "Filing",
    "Group",
    "Hit",
    "Link",
    "Linker",
    "Outcome",
    "Sqlite",
    "Store",
    "View",
    "Writer",
]
