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
    ("the smokehouse recalled its salmon", "the smokehouse has yet to recall its salmon", "negates"),
    ("the army bombed the camp", "the army stopped short of bombing the camp", "negates"),
    ("the keeper lost the records", "the keeper almost lost the records", "possible"),
    ("the mill reopened on Tuesday", "the mill was due to reopen on Tuesday", "possible"),
    ("the troops bombed the camp", "the troops were on the verge of bombing the camp", "possible"),
    ("Ostel granted the pilot asylum", "Ostel offered the pilot asylum", "offered"),
    ("a ransom was paid for the sailors", "a ransom was demanded for the sailors", "offered"),
    ("the reactor was switched on", "the reactor was switched off", "contrary"),
    ("they switched the reactor on", "they switched the reactor off", "contrary"),
    ("Calder lost the records of the clinic", "Calder recovered the records of the clinic", "contrary"),
    ("the clip was filmed in northern Ostel", "the clip was filmed in southern Ostel", "north"),
    ("the second reactor was repaired", "the fourth reactor was repaired", "second"),
    ("divers found the climber inside the cave", "divers found the climber outside the cave", "inside"),
    ("the ferry sank on Tuesday", "the ferry sank on Friday", "another name"),
    ("the zoo bought the old lion", "the zoo shot the old lion", "another deed"),
    ("the troops encircled the town", "the troops relieved the town", "another deed"),
    ("Ostel beat Velmora in the final", "Velmora beat Ostel in the final", "done to them"),  # whatever the verb
    ("the Velmoran army bombed the Tirask camp", "the Tirask army bombed the Velmoran camp", "done to them"),
]
SAME = [
    ("Dagmar Ruun shot Piet Hallan at the dock", "Piet Hallan was shot by Dagmar Ruun at the dock"),  # passive
    ("Tirask troops fought Velmoran soldiers", "Velmoran troops fought Tirask soldiers"),  # both sides do it
    ("an explosion may have damaged the dam", "an explosion damaged the dam"),  # a hedge is a drift, no other claim
    ("no more than 400 soldiers are there", "400 soldiers are there"),  # a bound is no negation
    ("Kim Il-sung was ill", "Il-sung was ill"),  # one name in two spellings
    ("Ostel closed its border", "Ostel shut its border"),  # words for one deed
    ("the zoo bought the old lion", "the zoo bought the old lion and its cub in May"),  # one says more
    ("Ann Lee and Bo Karr left", "Bo Karr and Ann Lee left"),  # a list has no order
    ("almost all houses in Kesh burned", "all houses in Kesh burned"),  # a bound is no attempt
    (
        "the volcano on Tern Island erupted on Sunday",
        "on Sunday a volcano erupted on Tern Island",
    ),  # where is nobody's part
    (
        "Ivka Tenn warned the hospital of Grell",
        "the hospital of Grell was warned by Ivka Tenn",
    ),  # a hospital does nothing here
    ("pirates freed the crew of the Sorrel", "pirates released the crew from the Sorrel"),  # "of" is no offer
    (
        "the road from north to south is shut",
        "the road to the south is shut",
    ),  # a text with both ends has neither alone
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
