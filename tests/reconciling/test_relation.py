"""Support, contest and observe."""

import pytest
from made import told

from reportedly.model import Claim
from reportedly.reconciling import story

CLAIM = "Ann Lee | said | nine guards were killed in an explosion at the Kolven dam | 9 guards killed"
EVENT = "reports | said | an explosion tore through an oil pipeline near Sarnik | unnamed"

CONTESTS = [
    (CLAIM, "The ministry | denied | any guards had died at the dam | denies | official", "denies"),  # a plain denial
    (
        CLAIM,
        "The ministry | said | it could not confirm any casualties | cannot confirm | official",
        "cannot confirm",
    ),  # a doubt with substance
    (
        CLAIM,
        "The ministry | could not confirm | the reports | cannot confirm | official",
        "cannot confirm",
    ),  # a doubt that points back
    (
        CLAIM,
        "A colonel | said | nobody was hurt at the dam | denies | military",
        "denies",
    ),  # nobody hurt is nobody dead
    (
        EVENT,
        "a security source | said | a fire broke out at an oil pipeline near Sarnik during repairs | unnamed",
        "tells of fire",
    ),  # another account
]


def main(*lines: str) -> Claim:
    """Return the claim made by the first report."""
    made = story(told(f"R{number}", line) for number, line in enumerate(lines, 1))
    return next(claim for claim in made.claims if claim.support[0].report == "R1")


@pytest.mark.parametrize(("claim", "against", "because"), CONTESTS)
def test_a_contest_says_why(claim: str, against: str, because: str) -> None:
    found = main(claim, against)
    assert [one.report for one in found.contest] == ["R2"]
    assert because in found.contest[0].because


OBSERVES = [
    "The ministry | did not say | how many guards were killed at the dam | does not say | official",  # silence
    " |  | the explosion at the Kolven dam has not been confirmed | cannot confirm",  # the writer's own remark
    "Parents | ask | whether guards were killed at the dam | asks",  # a question
]


@pytest.mark.parametrize("line", OBSERVES)
def test_silence_questions_and_the_writers_own_remarks_observe(line: str) -> None:
    found = main(CLAIM, line)
    assert found.contest == ()
    assert [one.report for one in found.observe] == ["R2"]


def test_an_outlets_remark_that_it_could_not_verify_observes() -> None:
    made = story(
        [
            told(
                "R1",
                CLAIM,
                "Pelagos Wire | could not verify | the accounts | cannot confirm | agency",
                outlet="Pelagos Wire",
            ),
        ]
    )
    claim = next(one for one in made.claims if one.kind != "status")
    assert claim.contest == ()
    assert [one.attribution for one in claim.observe] == ["A2"]


def test_nobody_contests_the_claim_of_the_same_breath() -> None:
    made = story(
        [
            told(
                "R1",
                "a source | said | a fire broke out at the pipeline | unnamed",
                "a source | said | the fire was not the work of terrorists | unnamed | denies",
            ),
        ]
    )
    assert all(claim.contest == () for claim in made.claims)


def test_what_a_source_cannot_confirm_is_a_claim_of_its_own() -> None:
    line = "The Foreign Office | said | it could not confirm the reports | cannot confirm | official"
    made = story([told("R1", CLAIM, line), told("R2", CLAIM, line)])
    [status] = [claim for claim in made.claims if claim.kind == "status"]
    assert status.text == "The Foreign Office cannot confirm the reports"
    assert [one.report for one in status.support] == ["R1", "R2"]
    assert status.status == "single origin"
