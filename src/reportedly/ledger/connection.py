"""Opening the SQLite file, and its faults in our words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.errors import LedgerError, LedgerFull, LedgerLocked, LedgerTooNew
from reportedly.ledger.migration import SCHEMA, migrate, tables

APPLICATION = 0x52505444
"""SQLite's application id of a ledger: "RPTD"."""

_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours, with the ledger's name and what to do."""
    try:
        yield
    except sqlite3.Error as fault:
        raise _ours(path, fault) from fault
    except UnicodeDecodeError as fault:  # of a damaged file, even SQLite's word on what is damaged may be no text
        raise LedgerError(f"{path} is damaged ({fault}); `reportedly verify` says where, a backup mends it") from fault


def opened(path: Path, *, write: bool, wait_s: float) -> sqlite3.Connection:
    """Open a ledger.

    Args:
        path: The file; made when missing and ``write`` is set.
        write: Whether it may be changed.
        wait_s: Seconds to wait while another process writes.

    Raises:
        LedgerTooNew: It was written by a later version.
        LedgerError: It is missing, no ledger, damaged or cannot be opened.
    """
    if not write and not path.exists():
        raise LedgerError(f"there is no ledger at {path}; `reportedly add` makes one, --ledger names another")
    with faults(path):
        connection = _connected(path, write=write, wait_s=wait_s)
        try:
            _checked(connection, path, write=write)
        except BaseException:
            connection.close()
            raise
    return connection


def _connected(path: Path, *, write: bool, wait_s: float) -> sqlite3.Connection:
    """Open the file and see that it can be read."""
    if write:
        _make_folder(path)
    mode = "rwc" if write else "ro"
    try:
        return _tried(path, f"mode={mode}", wait_s)
    except sqlite3.OperationalError as fault:
        # A ledger on a read-only disk or folder cannot have the files beside it that WAL wants; nobody can write
        # there, so it may be read as it lies.
        lone = not write and not path.with_name(f"{path.name}-wal").exists()
        if not lone or fault.sqlite_errorcode not in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY_DIRECTORY}:
            raise
        return _tried(path, "immutable=1", wait_s)


def _tried(path: Path, options: str, wait_s: float) -> sqlite3.Connection:
    """Open with a URI's options and read the first page."""
    uri = f"{path.absolute().as_uri()}?{options}"
    connection = sqlite3.connect(uri, uri=True, timeout=wait_s, isolation_level=None)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _make_folder(path: Path) -> None:
    """Make the folder the ledger lies in."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise LedgerError(f"cannot make the folder {path.parent}: {fault.strerror}; --ledger names another") from fault


def _checked(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    """Refuse what is no ledger or too new; make the tables of a new one."""
    [application] = connection.execute("PRAGMA application_id").fetchone()
    [version] = connection.execute("PRAGMA user_version").fetchone()
    [tables] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    fresh = tables == 0 and application == 0
    if not fresh and application != APPLICATION:
        raise LedgerError(f"{path} is a database of another program; --ledger must name a ledger or a new file")
    if version > SCHEMA:
        raise LedgerTooNew(
            f"{path} was written by a later version (schema {version}, this one knows {SCHEMA}); update reportedly"
        )
    if fresh and not write:
        raise LedgerError(f"{path} is empty; `reportedly add` makes a ledger of it")
    connection.execute("PRAGMA foreign_keys = ON")
    if write:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        if fresh:
            _make_tables(connection)
        elif version < SCHEMA:
            migrate(connection)


def _make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables unless they are there; several processes may try at once."""
    connection.execute("BEGIN IMMEDIATE")
    [version] = connection.execute("PRAGMA user_version").fetchone()
    if version == 0:
        for statement in tables():
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.execute("COMMIT")


def _ours(path: Path, fault: sqlite3.Error) -> LedgerError:
    """Return our error for one of SQLite's."""
    code = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code & 0xFF in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
        return _unwritten(path, fault, full=code & 0xFF == sqlite3.SQLITE_FULL)
    if code & 0xFF in _LOCKED:
        return LedgerLocked(f"another process is writing to {path}; try again when it is done, or raise --wait")
    if code & 0xFF == sqlite3.SQLITE_NOTADB:
        return LedgerError(f"{path} is no SQLite file; --ledger must name a ledger or a new file")
    if code & 0xFF == sqlite3.SQLITE_CORRUPT:
        return LedgerError(f"{path} is damaged ({fault}); `reportedly verify` says where, a backup mends it")
    if code & 0xFF in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}:
        return LedgerError(f"{path} cannot be opened for this ({fault}); check that it and its folder may be written")
    return LedgerError(f"{path}: {fault}")


def _unwritten(path: Path, fault: sqlite3.Error, *, full: bool) -> LedgerError:
    """Return our error for a disk that is full, or full or failing where the system does not say which."""
    if full:
        return LedgerFull(f"no space left for {path} ({fault}); free some and add again, what was acknowledged is kept")
    return LedgerError(
        f"{path}: the disk is full or fails ({fault}); see to it and add again, what was acknowledged is kept"
    )
