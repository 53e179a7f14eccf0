"""Which reports make a story: neighbourhoods of alike reports, parted anew when a report comes or goes."""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby
from operator import itemgetter
from types import MappingProxyType

from reportedly.ledger.index import Index
from reportedly.ledger.move import Cause, Moves
from reportedly.ledger.store import Group, Linker, Pair

CANDIDATES = 50
"""Reports that a newcomer is compared with before it is known which neighbourhoods it joins; those that share most keys come
first, and one alike report is enough to join all of its neighbourhood."""

LARGEST = 300
"""Reports that are parted anew together; of a larger neighbourhood only the stories that a newcomer is like."""

# Candidates that are passed over, because their neighbourhood is joined already, cost little, but not nothing.
_LOOKED_AT = 500


class Neighbourhoods:
    """The table ``edge``, and the columns ``near`` and ``story`` of ``report``.

    Reports that share a key and are alike are of one neighbourhood, directly or through others; so a neighbourhood is the
    same in whatever order its reports come. In it every pair is compared, and it is parted into stories by `Linker.grouped`.

    Args:
        connection: The ledger; whoever calls holds the transaction.
        index: What reports are compared by.
    """

    def __init__(self, connection: sqlite3.Connection, index: Index) -> None:
        self._connection = connection
        self._index = index
        self._moves = Moves(connection)

    def add(self, number: int, linker: Linker, cause: Cause | None) -> None:
        """Put a report that is in the index into its story.

        Args:
            number: The report's.
            linker: What compares.
            cause: What to write down of stories that become one or fall apart; None for nothing.
        """
        met = self._met(number, linker)
        if not met.near:
            return
        taken: list[int] = []
        for unit in sorted(met.units(), key=lambda one: (-one.score, one.name)):
            members = self._members(unit.column, unit.name)
            if not taken and len(members) >= LARGEST:
                self._attach(number, unit)
                break
            if len(taken) + len(members) < LARGEST:
                taken += members
        self._unite({number, *met.near})
        if taken:
            self._part([[*taken, number]], linker, cause, new=number)

    def remove(self, number: int, linker: Linker, cause: Cause) -> None:
        """Take a report out, and part anew what it held together."""
        run = self._connection
        near, story = run.execute("SELECT near, story FROM report WHERE number = ?", (number,)).fetchone()
        name = self._name(story, linker)
        self._index.remove(number)
        run.execute('DELETE FROM edge WHERE "left" = ? OR "right" = ?', (number, number))
        run.execute("DELETE FROM derived WHERE story = ?", (story,))
        # It is no longer a member, whatever number it had; a story needs a number that is a member's.
        run.execute("UPDATE report SET near = number, story = number WHERE number = ?", (number,))
        members = [one for one in self._members("near", near) if one != number]
        if len(members) >= LARGEST:
            parts = [[one for one in self._members("story", story) if one != number]]
        else:
            parts = self._connected(members, linker)
            for part in parts:
                self._set("near", part)
        self._part(parts, linker, cause, names={story: name})

    def reset(self, number: int) -> None:
        """Let a report be by itself, as a newcomer is."""
        self._connection.execute("UPDATE report SET near = number, story = number WHERE number = ?", (number,))

    def groups(self) -> tuple[Group, ...]:
        """Return all stories of reports that are not withdrawn, by the story's first arrival."""
        found = self._connection.execute(
            "SELECT story, number, id, value_sha256 FROM report JOIN entry USING (sequence)"
            " WHERE withdrawn IS NULL ORDER BY story, number"
        ).fetchall()
        return tuple(_group(story, list(rows)) for story, rows in groupby(found, key=itemgetter(0)))

    def _met(self, number: int, linker: Linker) -> "_Met":
        """Compare a newcomer with its candidates until it is known which neighbourhoods it joins."""
        met, compared = _Met(), 0
        mine = self._index.values([number])[number]
        for other in self._index.candidates(number)[:_LOOKED_AT]:
            near, story = self._connection.execute(
                "SELECT near, story FROM report WHERE number = ?", (other,)
            ).fetchone()
            if near in met.near and near not in met.large:
                continue
            if compared == CANDIDATES:
                break
            compared += 1
            score, alike = linker.compared(mine, self._index.values([other])[other])
            if near not in met.near and alike and self._size(near) >= LARGEST:
                met.large.add(near)
            met.note(near, story, score, alike=alike)
        return met

    def _attach(self, number: int, unit: "_Unit") -> None:
        """Let a newcomer join a story that is too large to be parted anew, when it is alike to most that it was compared with."""
        if 2 * unit.neighbours > unit.compared:
            self._connection.execute("UPDATE report SET story = ? WHERE number = ?", (unit.name, number))

    def _part(
        self,
        parts: Sequence[Sequence[int]],
        linker: Linker,
        cause: Cause | None,
        *,
        new: int | None = None,
        names: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        """Part neighbourhoods into stories, and write down which became which."""
        everybody = sorted(one for part in parts for one in part)
        before = self._stories(everybody)
        groups: list[list[int]] = []
        values = self._index.values(everybody)
        for part in parts:
            known = self._edges(part)
            worked_out = dict(known)
            groups += linker.grouped({one: values[one] for one in part}, worked_out)
            rows = ((*pair, score) for pair, score in worked_out.items() if pair not in known)
            self._connection.executemany("INSERT INTO edge VALUES (?, ?, ?)", rows)
        for group in groups:
            self._set("story", group)
        if cause is not None:
            old = {one: story for one, story in before.items() if one != new}
            self._moves.write(cause, old, groups, values, linker, names)

    def _connected(self, members: Sequence[int], linker: Linker) -> list[list[int]]:
        """Return the parts of a neighbourhood that alike reports with a key in common hold together."""
        keys, values = self._index.keys(members), self._index.values(members)
        pairs = (
            (left, right)
            for left, right in combinations(members, 2)
            if keys[left] & keys[right] and linker.compared(values[left], values[right])[1]
        )
        roots = components(members, pairs)
        return [[one for one in members if roots[one] == root] for root in sorted(set(roots.values()))]

    def _name(self, story: int, linker: Linker) -> str:
        """Return the name of a story."""
        return linker.named(list(self._index.values(self._members("story", story)).values()))

    def _edges(self, members: Sequence[int]) -> dict[Pair, float]:
        """Return how alike those reports are of which it is known."""
        inside = set(members)
        statement = 'SELECT "right", score FROM edge WHERE "left" = ?'
        return {
            (left, right): score
            for left in members
            for right, score in self._connection.execute(statement, (left,))
            if right in inside
        }

    def _unite(self, nears: Iterable[int]) -> None:
        """Make one neighbourhood of several."""
        least = min(nears)
        for near in nears:
            if near != least:
                self._connection.execute("UPDATE report SET near = ? WHERE near = ?", (least, near))

    def _set(self, column: str, members: Sequence[int]) -> None:
        """Name a neighbourhood or story after its first member."""
        rows = ((min(members), one, min(members)) for one in members)
        # The column is one of two constants.
        self._connection.executemany(f"UPDATE report SET {column} = ? WHERE number = ? AND {column} <> ?", rows)  # noqa: S608

    def _members(self, column: str, name: int) -> list[int]:
        """Return the numbers of the reports of one neighbourhood or story."""
        # The column is one of two constants.
        statement = f"SELECT number FROM report WHERE {column} = ? AND withdrawn IS NULL ORDER BY number"  # noqa: S608
        return [number for (number,) in self._connection.execute(statement, (name,))]

    def _size(self, near: int) -> int:
        """Count the reports of a neighbourhood, no further than is asked."""
        statement = "SELECT count(*) FROM (SELECT 1 FROM report WHERE near = ? LIMIT ?)"
        return int(self._connection.execute(statement, (near, LARGEST)).fetchone()[0])

    def _stories(self, numbers: Sequence[int]) -> dict[int, int]:
        """Return the story each report is in."""
        statement = "SELECT story FROM report WHERE number = ?"
        return {one: self._connection.execute(statement, (one,)).fetchone()[0] for one in numbers}


@dataclass(slots=True)
class _Unit:
    """Reports that are taken together or not at all: a neighbourhood, or a story of a large one."""

    column: str
    name: int
    score: float = 0.0
    neighbours: int = 0
    compared: int = 0


@dataclass(slots=True)
class _Met:
    """What a newcomer has met: the neighbourhoods it is alike to, those of them that are large, and its likenesses."""

    near: set[int] = field(default_factory=set)
    large: set[int] = field(default_factory=set)
    _likenesses: list[tuple[int, int, float, bool]] = field(default_factory=list)

    def note(self, near: int, story: int, score: float, *, alike: bool) -> None:
        """Keep one likeness."""
        self._likenesses.append((near, story, score, alike))
        if alike:
            self.near.add(near)

    def units(self) -> list[_Unit]:
        """Return what the newcomer may be put together with."""
        found: dict[tuple[str, int], _Unit] = {}
        for near, story, score, alike in self._likenesses:
            if near in self.near:
                name = ("story", story) if near in self.large else ("near", near)
                unit = found.setdefault(name, _Unit(*name))
                unit.compared += 1
                unit.neighbours += alike
                unit.score = max(unit.score, score if alike else 0.0)
        return [unit for unit in found.values() if unit.score > 0]


def components(members: Iterable[int], pairs: Iterable[Pair]) -> dict[int, int]:
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
