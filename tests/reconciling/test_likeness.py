"""Candidates, memory and numbered wordings change what comparing costs, never what comes of it."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from made import told

from reportedly.reconciling.agglomeration import agglomerated
from reportedly.reconciling.claim import _agglomerated
from reportedly.reconciling.clause import Clause, whole
from reportedly.reconciling.count import counts
from reportedly.reconciling.figure import _compatible, _Kinds
from reportedly.reconciling.likeness import ONE, Likenesses
from reportedly.reconciling.passage import passages
from reportedly.reconciling.weight import Weights

WHO = st.sampled_from(["Ann Lee", "Bo Karr", "The ministry", "A colonel"])
WHAT = st.sampled_from([
    "9 guards were killed in an explosion at the Kolven dam",
    "an explosion at the Kolven dam killed 14 guards",
    "the Kolven dam was damaged by a blast",
    "the mayor of Askrel resigned on Monday",
    "the mayor has quit, and 14 people fled Askrel",
    "Tirask troops attacked the Velmoran camp",
    "Velmoran troops attacked the Tirask camp",
    "the harbour was closed to ships",
])  # fmt: skip
LINES = st.lists(st.tuples(WHO, WHAT), min_size=2, max_size=10)


def clauses(lines: list[tuple[str, str]]) -> list[Clause]:
    reports = [told(f"R{at}", f"{who} | said | {what}") for at, (who, what) in enumerate(lines)]
    return [whole(one) for one in passages(reports)]


@given(LINES)
def test_candidates_by_shared_deeds_give_what_all_pairs_give(lines: list[tuple[str, str]]) -> None:
    held = clauses(lines)
    weights = Weights(held)
    every = {
        (left, right): Likenesses(weights).score(held[left], held[right])
        for left, right in combinations(range(len(held)), 2)
    }
    wanted = agglomerated(len(held), {pair: score for pair, score in every.items() if score > 0}, ONE)
    found = _agglomerated(held, Likenesses(weights))
    assert [[one.passage.key for one in group] for group in found] == [
        [held[at].passage.key for at in group] for group in wanted
    ]


@given(LINES)
def test_a_pair_of_wordings_is_judged_alike_the_second_time(lines: list[tuple[str, str]]) -> None:
    held = clauses(lines)
    weights = Weights(held)
    memory = Likenesses(weights)
    for _ in range(2):
        for left, right in combinations(held, 2):
            assert memory.of(left, right) == Likenesses(weights).of(left, right)


COUNTED = st.sampled_from([
    "9 guards were killed | 9 guards killed", "14 guards were killed | 14 guards killed", "20 ships were held | 20 ships",
    "about 8000 people fled | ~8000 people", "8000 troops were sent | 8000 troops", "30 ships left | 30 ships",
])  # fmt: skip


@given(st.lists(st.tuples(WHO, COUNTED), min_size=2, max_size=8))
def test_kinds_of_numbers_are_compatible_as_the_numbers_are(lines: list[tuple[str, str]]) -> None:
    said = passages(told(f"R{at}", f"{who} | said | {what}") for at, (who, what) in enumerate(lines))
    held = counts(said)
    kinds = _Kinds(held)
    for left, right in combinations(range(len(held)), 2):
        assert kinds.compatible(left, right) == _compatible(held[left], held[right])
