"""Opposite states of one thing."""

import pytest
from made import told

from reportedly.reconciling import story

OPPOSED = [
    ("A neighbour | said | Ida Rohm is dying | witness", "Ida Rohm | said | I am perfectly healthy", "“healthy”"),
    (
        "The ministry | said | the dam at Ostel is stable | official",
        "a mason | said | the dam at Ostel is about to burst",
        "“burst”",
    ),
    (
        "A vet | said | the milk of the Ostel dairy was contaminated | expert",
        "The inspectorate | said | samples of milk from the Ostel dairy were clean | official",
        "“clean”",
    ),
    (
        "Residents | said | the shell killed nine wedding guests near Ostel | witness",
        "The army | said | all of those killed near Ostel were militants | military",
        "“militants”",
    ),
]


@pytest.mark.parametrize(("line", "against", "word"), OPPOSED)
def test_the_opposite_state_of_one_thing_contests(line: str, against: str, word: str) -> None:
    made = story([told("R1", line), told("R2", against)])
    claim = next(one for one in made.claims if one.support[0].report == "R1")
    [found] = claim.contest
    assert (found.report, word in found.because) == ("R2", True)


NOT_OPPOSED = [
    # Of other things.
    ("A neighbour | said | Ida Rohm is dying | witness", "A groom | said | the mare of Askrel is healthy"),
    # Only supposed.
    (
        "The firm | said | Ida Rohm remains in charge of the Ostel bank",
        "A broker | said | the exit of Ida Rohm would cost the Ostel bank millions",
    ),
    # Negated.
    (
        "The ministry | said | the dam at Ostel is stable | official",
        "a mason | said | the dam at Ostel will never burst",
    ),
    # Not who suffers, but who does it.
    (
        "Residents | said | the shell killed nine wedding guests near Ostel | witness",
        "The army | said | militants fled from Ostel | military",
    ),
    # An assurance is no answer to what fails.
    (
        "a mason | said | two gates of the dam at Ostel are jammed",
        "The ministry | said | the dam at Ostel is stable | official",
    ),
]


@pytest.mark.parametrize(("line", "against"), NOT_OPPOSED)
def test_what_is_not_said_of_the_same_contests_nothing(line: str, against: str) -> None:
    made = story([told("R1", line), told("R2", against)])
    claim = next(one for one in made.claims if one.support[0].report == "R1")
    assert claim.contest == ()


def test_what_answers_a_claim_needs_to_name_nothing_again() -> None:
    lines = (
        "The agency | said | bacteria were found in two unopened packs | official",
        "The firm | said | all our own samples were negative",
    )
    made = story([told("R1", *lines)])
    claim = next(one for one in made.claims if one.support[0].attribution == "A1")
    assert [one.attribution for one in claim.contest] == ["A2"]


def test_nobody_contests_what_he_says_himself() -> None:
    made = story(
        [
            told("R1", "The ministry | said | the dam at Ostel is stable | official"),
            told("R2", "The ministry | said | a gate of the dam at Ostel is jammed | official"),
        ]
    )
    assert all(one.contest == () for one in made.claims)


def test_a_negation_of_part_of_what_is_said_is_no_support() -> None:
    made = story(
        [
            told("R1", "The warden | said | tracks which are not those of a heron"),
            told(
                "R2",
                "The ranger | said | The tracks found this week on the bank were left by a large heron, probably a male",
            ),
        ]
    )
    claim = next(one for one in made.claims if one.support[0].report == "R1")
    assert [one.report for one in claim.support] == ["R1"]
    assert [one.report for one in claim.contest] == ["R2"]
