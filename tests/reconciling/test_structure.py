"""What sets two statements in nearly the same words apart."""

import pytest
from made import told

from reportedly.reconciling import story
from reportedly.reconciling.clause import whole
from reportedly.reconciling.passage import passages
from reportedly.reconciling.structure import distorted

TWINS = [
    ("Dagmar Ruun shot Piet Hallan at the dock", "Piet Hallan shot Dagmar Ruun at the dock", "done to them"),
    (
        "the chemist poisoned her husband",
        "the chemist was poisoned by her husband",
        "done to them",
    ),  # a passive turns roles
    ("Velmora expelled the envoy", "Velmora never expelled the envoy", "negates"),
    ("divers recovered the box", "divers failed to recover the box", "negates"),
    ("fire destroyed the hall of Sarnik", "fire spared the hall of Sarnik", "contrary"),
    ("the court sentenced Orin Vell to prison", "the court acquitted Orin Vell", "contrary"),
    ("the bank froze the accounts", "the bank could freeze the accounts", "possible"),
    ("rebels captured the airport", "rebels tried to capture the airport", "possible"),
    ("the army withdrew from Kesh", "the army was ordered to withdraw from Kesh", "asked for"),
    ("the mayor of Askrel resigned", "the mayor of Hollin resigned", "another name"),
]
SAME = [
    ("Dagmar Ruun shot Piet Hallan at the dock", "Piet Hallan was shot by Dagmar Ruun at the dock"),  # passive
    ("Tirask troops fought Velmoran soldiers", "Velmoran troops fought Tirask soldiers"),  # both sides do it
    ("an explosion may have damaged the dam", "an explosion damaged the dam"),  # a hedge is a drift, no other claim
    ("no more than 400 soldiers are there", "400 soldiers are there"),  # a bound is no negation
    ("Kim Il-sung was ill", "Il-sung was ill"),  # one name in two spellings
]


def difference(left: str, right: str) -> str | None:
    one, two = passages([told("R1", f"Ann Lee | said | {left}"), told("R2", f"Bo Karr | said | {right}")])
    assert distorted(whole(one), whole(two)) == distorted(whole(two), whole(one))
    return distorted(whole(one), whole(two))


@pytest.mark.parametrize(("left", "right", "because"), TWINS)
def test_a_twin_says_what_is_changed_in_it(left: str, right: str, because: str) -> None:
    assert because in (difference(left, right) or "")
    made = story([told("R1", f"Ann Lee | said | {left}"), told("R2", f"Bo Karr | said | {right}")])
    assert not [one for one in made.claims if {e.report for e in one.support} == {"R1", "R2"}]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_another_wording_is_no_distortion(left: str, right: str) -> None:
    assert difference(left, right) is None
