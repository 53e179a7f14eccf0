"""Which reports are held together: keys, links, and the groups they make."""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from reportedly.ledger.store import Group

# A key that more reports have than this says nothing about an event ("president"), and reading all of them would make
# each report dearer than the one before.
POSTINGS = 200

# Reports compared with a newcomer; the most alike come first, and a link to one of a story is enough to join it.
CANDIDATES = 50

# A key is a pair of telling words, so three words in common are three keys, and four are six. In a large ledger many reports
# have a pair or three words in common by chance: of those that share no more than this many keys, …
FEW = 3

# … so many are compared, those with the most keys and the newest first. Reading each costs some 3 ms. Of 135 pairs that
# `same_event` joins in the readings by hand, 59 share more than FEW keys, 38 share FEW, 28 share one and 10 none: these are
# met through the other reports of their story.
CHANCE = 8


@dataclass(frozen=True, slots=True)
class Near:
    """A report that shares keys with a newcomer: its number, its entry, its group and its id."""

    number: int
    sequence: int
    group: int
    id: str


class Links:
    """The tables ``key`` and ``edge``, and the column ``story`` of ``report``.

    Args:
        connection: The ledger; whoever calls holds the transaction.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def candidates(self, keys: Iterable[str]) -> tuple[Near, ...]:
        """Return the reports that share the most keys, most alike first, the newest of equals.

        At most CANDIDATES in all, and at most CHANCE that share no more than FEW.
        """
        shared: dict[int, int] = {}
        for key in map(hashed, keys):
            found = self._connection.execute("SELECT report FROM key WHERE key = ? LIMIT ?", (key, POSTINGS + 1))
            numbers = [number for (number,) in found]
            if len(numbers) > POSTINGS:
                continue
            for number in numbers:
                shared[number] = shared.get(number, 0) + 1
        best = sorted(shared, key=lambda number: (-shared[number], -number))
        alike = sum(count > FEW for count in shared.values())
        return tuple(self._near(number) for number in best[: min(CANDIDATES, alike + CHANCE)])

    def add(self, number: int, keys: Iterable[str], found: Sequence[tuple[int, float, str]]) -> None:
        """Write a report's keys and its links, (number, score, because) each, and put the groups it joins together."""
        run = self._connection
        run.executemany("INSERT OR IGNORE INTO key VALUES (?, ?)", ((key, number) for key in map(hashed, keys)))
        run.executemany(
            "INSERT OR REPLACE INTO edge VALUES (?, ?, ?, ?)",
            ((min(number, other), max(number, other), score, because) for other, score, because in found),
        )
        joined = {number} | {self._story(other) for other, _, _ in found}
        for old in sorted(joined)[1:]:
            run.execute("UPDATE report SET story = ? WHERE story = ?", (min(joined), old))

    def remove(self, number: int, story: int) -> None:
        """Take a report out, and part the group that only it held together."""
        run = self._connection
        run.execute("DELETE FROM key WHERE report = ?", (number,))
        run.execute('DELETE FROM edge WHERE "left" = ? OR "right" = ?', (number, number))
        run.execute("DELETE FROM derived WHERE story = ?", (story,))
        members = [one for (one,) in run.execute("SELECT number FROM report WHERE story = ?", (story,))]
        found = run.execute(
            'SELECT "left", "right" FROM edge JOIN report ON number = "left" WHERE story = ?', (story,)
        ).fetchall()
        for one, root in components(members, found).items():
            run.execute("UPDATE report SET story = ? WHERE number = ?", (root, one))

    def groups(self) -> tuple[Group, ...]:
        """Return all groups of reports that are not withdrawn, by the group's first arrival."""
        found = self._connection.execute(
            "SELECT story, number, id, value_sha256 FROM report JOIN entry USING (sequence)"
            " WHERE withdrawn IS NULL ORDER BY story, number"
        ).fetchall()
        return tuple(_group(story, list(rows)) for story, rows in groupby(found, key=itemgetter(0)))

    def _story(self, number: int) -> int:
        """Return the group a report is in."""
        [story] = self._connection.execute("SELECT story FROM report WHERE number = ?", (number,)).fetchone()
        return int(story)

    def _near(self, number: int) -> Near:
        """Return where a report is kept."""
        statement = "SELECT number, sequence, story, id FROM report WHERE number = ?"
        return Near(*self._connection.execute(statement, (number,)).fetchone())


def hashed(key: str) -> int:
    """Return a key as the 64 bits the table holds; two keys that meet only make a candidate more."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big", signed=True)


def components(members: Iterable[int], pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return for each member the least member it is tied to, directly or through others."""
    roots = {one: one for one in members}

    def root(one: int) -> int:
        while roots[one] != one:
            roots[one] = roots[roots[one]]
            one = roots[one]
        return one

    for left, right in pairs:
        low, high = sorted((root(left), root(right)))
        roots[high] = low
    return {one: root(one) for one in roots}


def _group(story: int, rows: Sequence[tuple[int, int, str, str]]) -> Group:
    """Return one group."""
    key = hashlib.sha256("".join(sorted(f"{id_} {digest}\n" for _, _, id_, digest in rows)).encode()).hexdigest()
    return Group(story, tuple(id_ for _, _, id_, _ in rows), key)
