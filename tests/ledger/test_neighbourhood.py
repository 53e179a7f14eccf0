"""Reports put into neighbourhoods and stories as they come and go."""

import json
from collections.abc import Mapping, MutableMapping
from pathlib import Path

import pytest
from filing import LinkAll, filing, link_all, order
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger import Pair, Sqlite
from reportedly.ledger import neighbourhood as room
from reportedly.ledger.index import NEAR, hashed
from reportedly.ledger.neighbourhood import CANDIDATES, LARGEST, components

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12)


@given(PAIRS, st.randoms())
def test_the_order_of_pairs_makes_no_difference(pairs: list[tuple[int, int]], random: object) -> None:
    mixed = sorted(pairs, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert components(range(10), pairs) == components(range(10), mixed)


@given(PAIRS)
def test_a_pair_is_in_one_part(pairs: list[tuple[int, int]]) -> None:
    roots = components(range(10), pairs)
    assert all(roots[left] == roots[right] for left, right in pairs)
    assert all(root <= member for member, root in roots.items())


class LinkNone(LinkAll):
    """Counts what it is asked, and holds nothing to be alike."""

    def __init__(self) -> None:
        self.asked: list[bytes] = []

    def compared(self, one: bytes, other: bytes) -> tuple[float, bool]:
        """Hold nothing to be alike."""
        assert one
        self.asked.append(other)
        return 0.0, False


class LinkLetters(LinkAll):
    """Reports are alike as their ids share letters; a story is what has the letter that most reports have, or not."""

    def compared(self, one: bytes, other: bytes) -> tuple[float, bool]:
        """Hold those to be alike that share a letter."""
        return (1.0, True) if set(one) & set(other) else (0.0, False)

    def grouped(self, profiles: Mapping[int, bytes], known: MutableMapping[Pair, float]) -> list[list[int]]:
        """Part by whether they have the letter that most have."""
        super().grouped(profiles, known)
        found: dict[int, list[int]] = {}
        majority = max(set("ab"), key=lambda letter: (sum(letter.encode() in one for one in profiles.values()), letter))
        for number, one in profiles.items():
            found.setdefault(majority.encode() in one, []).append(number)
        return list(found.values())


def test_few_reports_are_compared(tmp_path: Path) -> None:
    linker = LinkNone()
    with Sqlite(tmp_path / "ledger.db", write=True) as store:
        for number in range(CANDIDATES + 5):
            linker.asked.clear()
            store.file(filing(f"r{number}", f"{number}", keys="k"), linker)
        assert len(linker.asked) == CANDIDATES


def test_only_the_nearest_in_time_are_looked_at_for_a_key_of_very_many(tmp_path: Path) -> None:
    with Sqlite(tmp_path / "ledger.db", write=True) as store:
        store.file(filing("r0", "r0", keys="k"), link_all)
        rows = [(hashed("k"), day, 1) for day in range(1, 5000)]
        store._connection.executemany("INSERT INTO key VALUES (?, ?, ?)", rows)  # noqa: SLF001 - many keys, quickly
        found = store._index._postings(hashed("k"), 2500)  # noqa: SLF001 - as above
    assert len(found) == 2 * NEAR
    assert {day for _, day in found} == set(range(2500 - NEAR, 2500 + NEAR))


def test_those_that_share_most_keys_come_first(tmp_path: Path) -> None:
    linker = LinkNone()
    with Sqlite(tmp_path / "ledger.db", write=True) as store:
        for id_, keys in [("r1", "a"), ("r2", "abc"), ("r3", "ab")]:
            store.file(filing(id_, id_, keys=keys), linker)
        linker.asked.clear()
        store.file(filing("new", "new", keys="abc"), linker)
    assert linker.asked == [b"r2", b"r3", b"r1"]


def test_a_report_between_two_stories_makes_them_one_and_its_withdrawal_parts_them(tmp_path: Path) -> None:
    with Sqlite(tmp_path / "ledger.db", write=True) as store:
        for id_, keys in [("r1", "a"), ("r2", "b"), ("r3", "b")]:
            store.file(filing(id_, id_, keys=keys), link_all)
        assert [one.reports for one in store.groups()] == [("r1",), ("r2", "r3")]
        store.file(filing("r4", "r4", keys="ab"), link_all)
        assert [one.reports for one in store.groups()] == [("r1", "r2", "r3", "r4")]
        store.withdraw(order("r4", "r4"), link_all)
        assert [one.reports for one in store.groups()] == [("r1",), ("r2", "r3")]
        merged, parted = store.moves("s-r1")
        assert (merged.kind, merged.cause, merged.old, merged.new) == ("merge", "r4", "s-r2", "s-r1")
        assert merged.reports == ("r2", "r3")
        assert merged.because == "when r4 came, the reports were enough alike on average to be one story"
        assert (parted.kind, parted.cause, parted.old, parted.new) == ("split", "r4", "s-r1", "s-r2")
        assert parted.reports == ("r2", "r3")
        assert parted.because.startswith("when r4 was withdrawn")
        assert store.moves("s-other") == ()


def test_a_newcomer_that_joins_moves_nobody(tmp_path: Path) -> None:
    with Sqlite(tmp_path / "ledger.db", write=True) as store:
        for number in range(4):
            store.file(filing(f"r{number}", f"{number}", keys="k"), link_all)
        assert store.moves("s-r0") == ()


def test_a_story_can_fall_apart_when_a_report_comes(tmp_path: Path) -> None:
    with Sqlite(tmp_path / "ledger.db", write=True) as store:
        for id_ in ("ab1", "ab2", "b3"):
            store.file(filing(id_, id_, keys="k"), LinkLetters())
        assert [one.reports for one in store.groups()] == [("ab1", "ab2", "b3")]
        for id_ in ("a4", "a5"):
            store.file(filing(id_, id_, keys="k"), LinkLetters())
        assert [one.reports for one in store.groups()] == [("ab1", "ab2", "a4", "a5"), ("b3",)]
        moves = [(move.kind, move.new, move.reports) for move in store.moves("s-ab1")]
        assert moves == [("split", "s-a4", ("ab1", "ab2")), ("split", "s-b3", ("b3",))]


def test_likenesses_are_worked_out_once(tmp_path: Path) -> None:
    with Sqlite(tmp_path / "ledger.db", write=True) as store:
        for number in range(5):
            store.file(filing(f"r{number}", f"{number}", keys="k"), link_all)
        edges = store._connection.execute("SELECT * FROM edge").fetchall()  # noqa: SLF001 - not told outside
    assert len(edges) == 10


@pytest.mark.parametrize("alike", [True, False])
def test_a_story_larger_than_is_parted_anew_takes_in_what_is_like_it(
    alike: bool,  # noqa: FBT001 - a table's column
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "LARGEST", 4)
    assert LARGEST > 100
    with Sqlite(tmp_path / "ledger.db", write=True) as store:
        for number in range(4):
            store.file(filing(f"r{number}", f"{number}", keys="k"), link_all)
        grown = len(store._connection.execute("SELECT * FROM edge").fetchall())  # noqa: SLF001 - not told outside
        store.file(filing("new", "new", keys="k" if alike else "x"), link_all)
        assert len(store._connection.execute("SELECT * FROM edge").fetchall()) == grown  # noqa: SLF001 - as above
        assert len(store.groups()) == (1 if alike else 2)


def test_moves_name_the_reports(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Sqlite(path, write=True) as store:
        for id_, keys in [("r1", "a"), ("r2", "b"), ("r4", "ab")]:
            store.file(filing(id_, id_, keys=keys), link_all)
        [(reports,)] = store._connection.execute("SELECT reports FROM move").fetchall()  # noqa: SLF001 - as it lies
    assert json.loads(reports) == ["r2"]
    with Sqlite(path) as looking:
        assert [move.reports for move in looking.moves("s-r2")] == [("r2",)]
