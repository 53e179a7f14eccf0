"""Whether the index of words says what the texts do; SQLite's own check passes it over on a file that is only read."""

import sqlite3
from collections.abc import Iterator

from reportedly.ledger.migration import tables
from reportedly.ledger.store import Damage

_WHERE = "the index of words"
_PARTS = ("data", "idx", "content", "docsize", "config")
# What ranks a hit rests on each row's size and on row 1 of the data: how many rows and words there are. Without any row that
# one is written in two ways.
_SIZES = (
    "SELECT id, sz FROM {left}_docsize EXCEPT SELECT id, sz FROM {right}_docsize",
    (
        "SELECT block FROM {left}_data WHERE id = 1 AND EXISTS (SELECT 1 FROM temp.fresh_docsize)"
        " EXCEPT SELECT block FROM {right}_data WHERE id = 1"
    ),
)


def faults(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield a damage when the index does not say what the texts do.

    FTS5 looks into an index only where it may write. The ledger is left as it is: a copy in the temporary schema is looked
    into, and the sizes that rank hits are compared with those of an index made anew.

    Args:
        connection: Of the ledger; may be one that only reads.
    """
    made = next(one for one in tables() if "VIRTUAL TABLE search " in one)
    for name in ("copied", "fresh"):
        connection.execute(f"DROP TABLE IF EXISTS temp.{name}")
        connection.execute(made.replace(" search ", f" temp.{name} ", 1))
    try:
        yield from _unlike(connection)
    except sqlite3.DatabaseError as fault:
        yield Damage(_WHERE, f"does not say what the texts do ({fault})")
    finally:
        for name in ("copied", "fresh"):
            connection.execute(f"DROP TABLE temp.{name}")


def _unlike(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield a damage when sizes differ; raise what SQLite says of the copy."""
    for part in _PARTS:
        connection.execute(f"DELETE FROM temp.copied_{part}")  # noqa: S608 - our own names
        connection.execute(f"INSERT INTO temp.copied_{part} SELECT * FROM main.search_{part}")  # noqa: S608 - our own names
    connection.execute("INSERT INTO temp.copied (copied) VALUES ('integrity-check')")
    connection.execute("INSERT INTO temp.fresh (rowid, title, text) SELECT id, c0, c1 FROM main.search_content")
    sides = (("main.search", "temp.fresh"), ("temp.fresh", "main.search"))
    asked = (sizes.format(left=left, right=right) for sizes in _SIZES for left, right in sides)
    if any(connection.execute(one).fetchone() for one in asked):
        yield Damage(_WHERE, "counts other words than the texts have")
