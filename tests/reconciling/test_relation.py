"""Support, contest and observe."""

import pytest
from made import told

from reportedly.model import Claim
from reportedly.reconciling import story

CLAIM = "Ann Lee | said | nine guards were killed in an explosion at the Kolven dam | 9 guards killed"
EVENT = "reports | said | an explosion tore through an oil pipeline near Sarnik | unnamed"

CONTESTS = [
    (
        CLAIM,
        "The ministry | denied | any guards had died at the dam | denies | official",
        "denied it",
    ),  # a plain denial
    (
        CLAIM,
        "The ministry | said | it could not confirm any casualties | cannot confirm | official",
        "could not confirm it",
    ),  # a doubt with substance
    (
        CLAIM,
        "The ministry | could not confirm | the reports | cannot confirm | official",
        "could not confirm it",
    ),  # a doubt that points back
    (
        CLAIM,
        "A colonel | said | nobody was hurt at the dam | denies | military",
        "denied it",
    ),  # nobody hurt is nobody dead
    (
        EVENT,
        "a security source | said | a fire broke out at an oil pipeline near Sarnik during repairs | unnamed",
        "told of fire",
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


RUMOURS = (
    "Guests | said | the banker Ida Rohm had fainted at a dinner in Askrel | unnamed",
    "The Harbour Post | reported | the port of Sarnik would close in spring | outlet",
)

POINTS_BACK = [
    (
        "Her bank | described | the story as “nonsense” | denies",
        {"R1.A1"},
    ),  # the most widely carried, and what is nobody's
    ("The port | called | that a slander | denies", {"R1.A2"}),  # what was said last
    ("The port | called | the Harbour Post report inaccurate | denies", {"R1.A2"}),  # whose report it is
    ("The port | said | these allegations were without any foundation | denies", {"R1.A2"}),
]


@pytest.mark.parametrize(("line", "denied"), POINTS_BACK)
def test_a_denial_that_points_back_is_about_what_it_points_to(line: str, denied: set[str]) -> None:
    made = story([told("R1", *RUMOURS, line)])
    against = {
        f"{one.report}.{one.attribution}"
        for claim in made.claims
        if any(found.attribution == "A3" for found in claim.contest)
        for one in claim.support
    }
    assert against == denied


def test_a_denial_that_finds_no_sign_of_a_thing_is_about_the_thing() -> None:
    made = story(
        [
            told("R1", "A colonel | said | a drone was shot down over the Askrel reservoir | military"),
            told("R2", "The harbour master | said | nine ships were held in the port of Sarnik"),
            told("R3", "The monitors | said | it found no trace of a drone | denies | organisation"),
        ]
    )
    assert [claim.support[0].report for claim in made.claims if claim.contest] == ["R1"]


def test_a_plain_no_denies_what_was_asked() -> None:
    made = story(
        [
            told("R1", "Guests | said | Ida Rohm had fainted at a dinner in Askrel | unnamed"),
            told(
                "R2",
                "The interviewer | : | Did Ida Rohm faint at a dinner? | asks",
                "Her son | : | No. I met her on Friday and she was as rude as ever. | denies",
            ),
        ]
    )
    claim = next(one for one in made.claims if one.support[0].report == "R1")
    assert [one.attribution for one in claim.contest] == ["A2"]


CONTRARY = [
    (
        "The port | said | the harbour of Sarnik was open to ships on Friday",
        "The mayor | said | the harbour of Sarnik was closed to ships on Friday",
    ),
    (
        "The army | said | the militia attacked the smugglers at dawn",
        "A monitor | said | the smugglers attacked the militia at dawn",
    ),
    (
        "The port | said | the ferry to Askrel carried passengers",
        "A crewman | said | the ferry to Askrel carried no passengers",
    ),
]


@pytest.mark.parametrize(("line", "against"), CONTRARY)
def test_another_source_that_says_the_contrary_contests(line: str, against: str) -> None:
    found = main(line, against)
    assert [one.report for one in found.contest] == ["R2"]


def test_what_is_only_planned_contests_nothing() -> None:
    found = main(
        "The army | said | Tirask troops left the valley",
        "A monitor | said | Tirask troops planned to leave the valley",
    )
    assert found.contest == ()
