"""Whether the tables of a ledger are those of its version: a letter changed in a column's name is found by nothing else."""

import sqlite3
from collections.abc import Iterator

from reportedly.ledger.migration import SCHEMA, tables
from reportedly.ledger.store import Damage

_COLUMNS = (
    'SELECT made.name, info.name, upper(info.type), info."notnull", info.pk FROM sqlite_schema AS made,'
    " pragma_table_info(made.name) AS info WHERE made.type = 'table'"
)
# A table that was altered in time is spelled otherwise than one made at once; its indices and triggers are not.
_REST = "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') OR sql LIKE 'CREATE VIRTUAL%'"


def faults(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield a damage for each table, index or trigger that is not as this version makes it.

    Args:
        connection: Of a ledger; may be one that only reads. Of one of an earlier version nothing is said.
    """
    [version] = connection.execute("PRAGMA user_version").fetchone()
    if version != SCHEMA:
        return
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for one in tables():
            fresh.execute(one)
        for asked in (_COLUMNS, _REST):
            found, expected = _rows(connection, asked), _rows(fresh, asked)
            for name in sorted({row[0] if asked is _COLUMNS else row[1] for row in found ^ expected}):
                yield Damage(f"table {name}" if asked is _COLUMNS else name, "is not as this version makes it")
    except sqlite3.Error as fault:
        yield Damage("the tables", f"cannot be read ({fault})")
    finally:
        fresh.close()


def _rows(connection: sqlite3.Connection, asked: str) -> set[tuple[str, ...]]:
    """Return the rows of a question about the tables, white space made even."""
    return {tuple(" ".join(str(cell).split()) for cell in row) for row in connection.execute(asked)}
