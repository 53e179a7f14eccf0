"""Status and proposed credibility."""

import pytest
from made import told

from reportedly.model import Claim
from reportedly.reconciling import story

SAID = "an explosion damaged the gatehouse of the Kolven dam"
ANN, BO, CY = (f"{name} | said | {SAID}" for name in ("Ann Lee", "Bo Karr", "Cy Dell"))
DENIAL = "Dan Roe | denied | the gatehouse of the dam had been damaged by an explosion | denies"

TOLL = (("Ann Lee", 9), ("Bo Karr", 14), ("Cy Dell", 21))

CASES = [
    ((ANN,), "single origin", ("Ann Lee",), 3),
    ((ANN, ANN), "single origin", ("Ann Lee",), 3),  # two reports of one voice are one origin
    ((ANN, BO), "several origins", ("Ann Lee", "Bo Karr"), 2),
    ((ANN, BO, CY), "several origins", ("Ann Lee", "Bo Karr", "Cy Dell"), 1),
    ((ANN, DENIAL), "denied", ("Dan Roe",), 5),
    ((ANN, BO, CY, DENIAL), "denied", ("Dan Roe",), 4),  # never better than doubtful while denied
    ((ANN, "Dan Roe | could not confirm | the reports | cannot confirm"), "contested", ("Dan Roe",), 4),
    ((f"The ministry | confirmed | {SAID} | official",), "officially confirmed", ("The ministry",), 3),
    ((f"reports | said | {SAID} | unnamed",), "single origin", ("reports",), 6),  # nobody in particular
    ((f"a nurse | said | {SAID} | unnamed",), "single origin", ("a nurse",), 6),  # nobody can judge her
    ((f" |  | {SAID}",), "single origin", (), 6),  # the writer alone
]


def claim_of(*lines: str) -> Claim:
    """Return the claim that the first report makes."""
    made = story(told(f"R{number}", line) for number, line in enumerate(lines, 1))
    return next(claim for claim in made.claims if claim.support[0].report == "R1")


@pytest.mark.parametrize(("lines", "status", "by", "credibility"), CASES)
def test_a_status_says_on_whom_it_rests(
    lines: tuple[str, ...], status: str, by: tuple[str, ...], credibility: int
) -> None:
    claim = claim_of(*lines)
    assert (claim.status, claim.status_by, claim.credibility.machine) == (status, by, credibility)
    assert claim.because
    assert claim.credibility.because
    assert claim.credibility.person is None


def test_counts_that_contradict_each_other_are_contested() -> None:
    claim = claim_of(
        "Ann Lee | said | 9 guards were killed at the Kolven dam | 9 guards killed",
        "Bo Karr | said | 14 guards were killed at the Kolven dam | 14 guards killed",
    )
    assert (claim.status, claim.credibility.machine) == ("contested", 4)
    assert "against" in claim.because


def test_sources_of_a_number_that_moves_confirm_nobody() -> None:
    lines = (
        f"{name} | said | {dead} guards were killed at the Kolven dam | {dead} guards killed" for name, dead in TOLL
    )
    made = story(told(f"R{day}", line, day=f"2026-03-0{day}") for day, line in enumerate(lines, 1))
    [claim] = made.claims
    assert claim.figure
    assert (claim.figure.relation, claim.status, claim.credibility.machine) == ("update", "several origins", 3)


def test_a_source_that_takes_it_back_withdraws() -> None:
    claim = claim_of(
        ANN, "Ann Lee | retracted | the claim that an explosion had damaged the gatehouse of the dam | denies"
    )
    assert (claim.status, claim.status_by) == ("withdrawn", ("Ann Lee",))
