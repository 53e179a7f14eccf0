"""Ledgers of earlier versions brought up to this one's tables, in one transaction: a crash leaves the old or the new."""

import re
import sqlite3
from collections.abc import Iterator
from importlib.resources import files

from reportedly.errors import FormatInvalid
from reportedly.format import decoded
from reportedly.ledger import row

SCHEMA = 3
"""Version of schema.sql, SQLite's user_version."""


def tables() -> Iterator[str]:
    """Yield the statements of schema.sql; `executescript` would commit on its own."""
    found = ""
    for line in files(__package__).joinpath("schema.sql").read_text("utf-8").splitlines(keepends=True):
        found += line
        if sqlite3.complete_statement(found):
            yield found
            found = ""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a ledger of an earlier version up to this one; nothing when it is.

    Several processes may try at once. No entry is changed: their hashes hold as before.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        [version] = connection.execute("PRAGMA user_version").fetchone()
        for step in _STEPS[version - 1 :]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _first(connection: sqlite3.Connection) -> None:
    """From 1 to 2: entries of the kind ``capture``, and the address of each report."""
    statements = list(tables())
    entry = next(one for one in statements if "CREATE TABLE entry" in one)
    connection.execute(entry[entry.index("CREATE") :].replace("CREATE TABLE entry", "CREATE TABLE entry_new", 1))
    connection.execute("INSERT INTO entry_new SELECT * FROM entry ORDER BY sequence")
    connection.execute("DROP TABLE entry")
    connection.execute("ALTER TABLE entry_new RENAME TO entry")
    for one in statements:
        if re.search(r"CREATE (?:INDEX|TRIGGER) entry_", one):
            connection.execute(one)
    connection.execute("ALTER TABLE report ADD COLUMN url TEXT")
    for number, value in connection.execute(
        "SELECT number, value FROM report JOIN entry USING (sequence) WHERE value IS NOT NULL"
    ).fetchall():
        connection.execute("UPDATE report SET url = ? WHERE number = ?", (_url(value), number))
    connection.execute(next(one for one in statements if "INDEX report_url" in one))


def _second(connection: sqlite3.Connection) -> None:
    """From 2 to 3: profiles, neighbourhoods and moves. Reports stay in their stories until they are relinked."""
    connection.execute("ALTER TABLE report ADD COLUMN near INTEGER NOT NULL DEFAULT 0")
    connection.execute("UPDATE report SET near = number")
    connection.execute("DROP TABLE key")
    connection.execute("DROP TABLE edge")
    for one in tables():
        if re.search(r"CREATE (?:TABLE (?:profile|key|edge|move) |INDEX (?:report_near|edge_right|move_))", one):
            connection.execute(one)


_STEPS = (_first, _second)


def _url(value: bytes) -> str | None:
    """Return the address in a report's entry; None when it has none or is damaged, which `verify` tells."""
    try:
        found = decoded(row.unpacked(value))["report"].get("url")
    except (FormatInvalid, KeyError, TypeError, AttributeError):
        return None
    return found if isinstance(found, str) else None
