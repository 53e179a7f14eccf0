"""Groups grown by average likeness, and what stands alone."""

from collections.abc import Sequence
from itertools import combinations, permutations

import pytest

from reportedly.model import Document, Report
from reportedly.reconciling import together
from reportedly.reconciling.agglomeration import adopted, agglomerated

GROUPS = [[0, 1, 2], [3, 4], [5]]


def _never(_one: Sequence[int], _two: Sequence[int]) -> float:
    return 0.0


def _always(_one: Sequence[int], _two: Sequence[int]) -> float:
    return 0.3


@pytest.mark.parametrize(
    ("likenesses", "expected"),
    [
        ({(0, 5): 0.3}, [[0, 1, 2, 5], [3, 4]]),
        ({(0, 5): 0.19}, GROUPS),  # too little
        ({(0, 5): 0.3, (3, 5): 0.15}, [[0, 1, 2, 5], [3, 4]]),
        ({(0, 5): 0.3, (3, 5): 0.16}, GROUPS),  # like two groups, it joins neither
        ({}, GROUPS),
    ],
)
def test_what_stands_alone_joins_the_one_group_it_is_like(
    likenesses: dict[tuple[int, int], float], expected: list[list[int]]
) -> None:
    assert adopted(GROUPS, likenesses, 0.2, (_never, 0.03)) == expected
    assert adopted(GROUPS[::-1], likenesses, 0.2, (_never, 0.03)) == expected


def test_what_is_held_apart_stays_alone() -> None:
    assert adopted(GROUPS, {(0, 5): 0.9}, 0.2, (_always, 0.03)) == GROUPS


def test_nothing_joins_through_another_that_stood_alone() -> None:
    groups = [[0, 1], [2], [3]]
    assert adopted(groups, {(0, 2): 0.5, (2, 3): 0.9}, 0.2, (_never, 0.03)) == [[0, 1, 2], [3]]


def test_average_likeness_alone_leaves_it_out() -> None:
    links = dict.fromkeys(combinations(range(8), 2), 0.9) | {(0, 8): 0.3}
    alone = agglomerated(9, links, 0.13)
    assert alone == [list(range(8)), [8]]
    assert adopted(alone, links, 0.2, (_never, 0.03)) == [list(range(9))]


def test_a_headline_of_few_words_joins_its_story_in_any_order() -> None:
    texts = [
        "Doctor photographed comedian Maro Tessin under anaesthesia in Kolven clinic",
        "Maro Tessin's doctor took a macabre selfie in the Kolven clinic",
        "Kolven clinic investigated over photograph of Maro Tessin under anaesthesia",
        "Clinic staff say Maro Tessin was photographed under anaesthesia by her doctor",
        "Investigators ask Kolven clinic about doctor and Maro Tessin",
        "Macabre selfie never taken",
        "Flood sweeps away the Harnak bridge and forty houses",
    ]
    reports = [Report(Document(f"r{at}", "0" * 64, text)) for at, text in enumerate(texts)]
    expected = [{"r0", "r1", "r2", "r3", "r4", "r5"}, {"r6"}]
    for order in list(permutations(reports))[::500]:
        assert sorted(({one.id for one in group} for group in together(order)), key=len, reverse=True) == expected
