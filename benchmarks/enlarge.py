"""A ledger made many times as large by copying its rows, for measuring what size alone costs.

Filling a ledger of 100,000 reports takes some ten minutes of processor time; copying the rows of 2,000 takes seconds. Every table
and index has its real size, and every key is held by as many copies as there are, the worst case for a newcomer that shares
one by chance. The log's hashes do not follow each other any more: it is good for nothing but measuring.
"""

import pathlib
import sqlite3
from dataclasses import replace

from reportedly.engine.linking import packed, unpacked

# Each copy's numbers come after those of the copy before; of a table's columns, these are told.
_COPIED = (
    (
        "INSERT INTO entry SELECT sequence + :shift, recorded, kind, subject || :copy, value, value_sha256, previous,"
        " hash || :copy FROM entry WHERE sequence <= :size"
    ),
    (
        "INSERT INTO report SELECT number + :shift, id || :copy, sequence + :shift, sha256 || :copy, url, story + :shift,"
        " near + :shift, withdrawn FROM report WHERE number <= :size"
    ),
    (
        'INSERT INTO edge SELECT "left" + :shift, "right" + :shift, score FROM edge'
        ' WHERE "left" <= :size AND "right" <= :size'
    ),
    "INSERT INTO key SELECT key, day, report + :shift FROM key WHERE report <= :size",
    "INSERT INTO search (rowid, title, text) SELECT rowid + :shift, title, text FROM search WHERE rowid <= :size",
)


def enlarge(ledger: pathlib.Path, times: int) -> int:
    """Copy the rows of a ledger that holds nothing but reports.

    Args:
        ledger: Its file; nobody else has it open.
        times: How many times as large it is to be.

    Returns:
        The number of its reports.
    """
    connection = sqlite3.connect(ledger, isolation_level=None)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA cache_size = -400000")
    [size] = connection.execute("SELECT count(*) FROM report").fetchone()
    connection.execute("BEGIN")
    for statement in _COPIED:
        for copy in range(1, times):
            connection.execute(statement, {"shift": copy * size, "copy": f"-{copy}", "size": size})
    profiles = connection.execute("SELECT report, version, day, keys, value FROM profile").fetchall()
    for copy in range(1, times):
        rows = ((one + copy * size, *rest, _renamed(value, copy)) for one, *rest, value in profiles)
        connection.executemany("INSERT INTO profile VALUES (?, ?, ?, ?, ?)", rows)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()
    return int(size) * times


def _renamed(value: bytes, copy: int) -> bytes:
    """Return a packed profile with the id of its copy: within a ledger ids are unique."""
    one = unpacked(value)
    return packed(replace(one, report=f"{one.report}-{copy}"))
