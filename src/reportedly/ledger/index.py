"""Which reports share keys with another: candidates by an index, never by looking at all."""

import hashlib
import sqlite3
import struct
from collections.abc import Iterable, Sequence

NEAR = 100
"""Reports of one key that are looked at, this many on either side of a report's day: a key that very many have says little
about an event, and reading all of them would make each report dearer than the one before."""

_UNDATED = 3_652_060  # the day after the last that a date can name: undated reports come last


class Index:
    """The tables ``profile`` and ``key``.

    Args:
        connection: The ledger; whoever calls holds the transaction.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, number: int, day: int | None, keys: Iterable[str], version: int, value: bytes) -> None:
        """Write what a report is compared by."""
        run, when, names = self._connection, _when(day), sorted(map(hashed, keys))
        packed = struct.pack(f">{len(names)}q", *names)
        run.execute("INSERT INTO profile VALUES (?, ?, ?, ?, ?)", (number, version, when, packed, value))
        run.executemany("INSERT OR IGNORE INTO key VALUES (?, ?, ?)", ((key, when, number) for key in names))

    def remove(self, number: int) -> None:
        """Erase what a report is compared by."""
        run = self._connection
        found = run.execute("SELECT day, keys FROM profile WHERE report = ?", (number,)).fetchone()
        if found is not None:
            day, packed = found
            rows = ((key, day, number) for key in _unpacked(packed))
            run.executemany("DELETE FROM key WHERE key = ? AND day = ? AND report = ?", rows)
            run.execute("DELETE FROM profile WHERE report = ?", (number,))

    def candidates(self, number: int) -> list[int]:
        """Return the reports that share keys with one, those that share most first, then the nearest in time."""
        day, packed = self._connection.execute("SELECT day, keys FROM profile WHERE report = ?", (number,)).fetchone()
        shared: dict[int, int] = {}
        days: dict[int, int] = {}
        for key in _unpacked(packed):
            for other, when in self._postings(key, day):
                shared[other] = shared.get(other, 0) + 1
                days[other] = abs(when - day)
        shared.pop(number, None)
        return sorted(shared, key=lambda one: (-shared[one], days[one], one))

    def values(self, numbers: Sequence[int]) -> dict[int, bytes]:
        """Return the packed profiles of reports; those that have none are left out."""
        return {number: value for number, value, _ in self._profiles(numbers)}

    def keys(self, numbers: Sequence[int]) -> dict[int, frozenset[int]]:
        """Return the keys of reports; those that have none are left out."""
        return {number: frozenset(_unpacked(packed)) for number, _, packed in self._profiles(numbers)}

    def current(self, version: int) -> bool:
        """Say whether all reports have profiles of one version, by the first profile and the last report alone.

        That is enough: another version erases all profiles at once, and they are made again in order before anything is added.
        Looking at all would make each report dearer than the one before.
        """
        run = self._connection
        last = "SELECT number FROM report WHERE withdrawn IS NULL ORDER BY number DESC LIMIT 1"
        found = run.execute(last).fetchone()
        if found is None:
            return True
        ends = ("SELECT version FROM profile ORDER BY report LIMIT 1", "SELECT version FROM profile WHERE report = ?")
        return all(
            run.execute(one, values).fetchone() == (version,) for one, values in zip(ends, ((), found), strict=True)
        )

    def forget(self, version: int) -> None:
        """Erase all profiles of other versions, and all keys and edges if there are any."""
        run = self._connection
        if run.execute("SELECT 1 FROM profile WHERE version <> ? LIMIT 1", (version,)).fetchone():
            for table in ("key", "edge", "profile"):
                run.execute(f"DELETE FROM {table}")  # noqa: S608 - three constants
            run.execute("UPDATE report SET near = number")

    def missing(self) -> list[str]:
        """Return the ids of the reports without a profile, in order of arrival; not those withdrawn."""
        statement = (
            "SELECT id FROM report WHERE withdrawn IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM profile WHERE report = number) ORDER BY number"
        )
        return [id_ for (id_,) in self._connection.execute(statement)]

    def _postings(self, key: int, day: int) -> list[tuple[int, int]]:
        """Return reports of a key with their days, the nearest in time."""
        run = self._connection
        later = "SELECT report, day FROM key WHERE key = ? AND day >= ? ORDER BY day, report LIMIT ?"
        before = "SELECT report, day FROM key WHERE key = ? AND day < ? ORDER BY day DESC, report DESC LIMIT ?"
        return [*run.execute(later, (key, day, NEAR)), *run.execute(before, (key, day, NEAR))]

    def _profiles(self, numbers: Sequence[int]) -> list[tuple[int, bytes, bytes]]:
        """Return number, value and keys of reports."""
        statement = "SELECT report, value, keys FROM profile WHERE report = ?"
        return [row for one in numbers for row in self._connection.execute(statement, (one,))]


def hashed(key: str) -> int:
    """Return a key as the 64 bits the table holds; two keys that meet only make a candidate more."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big", signed=True)


def _unpacked(packed: bytes) -> tuple[int, ...]:
    """Return the keys of a report."""
    return struct.unpack(f">{len(packed) // 8}q", packed)


def _when(day: int | None) -> int:
    """Return the day as a number; of an undated report, one after all others."""
    return _UNDATED if day is None else day
