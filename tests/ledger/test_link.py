"""Groups made by links."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from filing import filing, link_all
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger import Candidate, Link, Sqlite
from reportedly.ledger.link import CANDIDATES, CHANCE, POSTINGS, components, hashed
from reportedly.model import Report

PAIRS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12)


@given(PAIRS, st.randoms())
def test_the_order_of_pairs_makes_no_difference(pairs: list[tuple[int, int]], random: object) -> None:
    mixed = sorted(pairs, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert components(range(10), pairs) == components(range(10), mixed)


@given(PAIRS)
def test_a_pair_is_in_one_group(pairs: list[tuple[int, int]]) -> None:
    roots = components(range(10), pairs)
    assert all(roots[left] == roots[right] for left, right in pairs)
    assert all(root <= member for member, root in roots.items())


@pytest.mark.parametrize(("keys", "most"), [("klmn", CANDIDATES), ("klm", CHANCE), ("k", CHANCE)])
def test_few_candidates_are_compared(keys: str, most: int, tmp_path: Path) -> None:
    seen: list[int] = []

    def look(_: Report, candidates: Sequence[Candidate]) -> list[Link]:
        seen.append(len(candidates))
        return []

    with Sqlite(tmp_path / "ledger.db", write=True) as store:
        for number in range(CANDIDATES + 3):
            store.file(filing(f"r{number}", f"{number}", keys=keys), look)
    assert seen == [min(number, most) for number in range(CANDIDATES + 3)]


def test_a_key_of_too_many_reports_is_passed_over(tmp_path: Path) -> None:
    with Sqlite(tmp_path / "ledger.db", write=True) as store:
        for number in range(POSTINGS + 1):
            store.file(filing(f"r{number}", f"{number}"), link_all)
        statement = "INSERT INTO key SELECT ?, number FROM report"
        store._connection.execute(statement, (hashed("k"),))  # noqa: SLF001 - many keys, quickly
        assert store._links.candidates(["k"]) == ()  # noqa: SLF001 - as above


def test_the_most_alike_come_first(tmp_path: Path) -> None:
    order: list[str] = []

    def look(_: Report, candidates: Sequence[Candidate]) -> list[Link]:
        order.extend(one.id for one in candidates)
        return []

    with Sqlite(tmp_path / "ledger.db", write=True) as store:
        for id_, keys in [("r1", "a"), ("r2", "abc"), ("r3", "ab")]:
            store.file(filing(id_, id_, keys=keys), link_all)
        store.file(filing("new", "new", keys="abc"), look)
    assert order == ["r2", "r3", "r1"]
