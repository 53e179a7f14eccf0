"""Entries in, views out; nothing is ever changed. See docs/ledger.md."""

from reportedly.ledger.sqlite import Sqlite
from reportedly.ledger.store import Damage, Filing, Group, Hit, Linker, Move, Outcome, Pair, Store, View, Writer

__all__ = [
    "Damage",
    "Filing",
    "Group",
    "Hit",
    "Linker",
    "Move",
    "Outcome",
    "Pair",
    "Sqlite",
    "Store",
    "View",
    "Writer",
]
