"""One counted thing through time and sources."""

from dataclasses import replace
from decimal import Decimal

import pytest
from made import told

from reportedly.model import Claim, Figure, Statement
from reportedly.reconciling import story


def ladders(*lines: tuple[str, str]) -> list[Figure]:
    """Return the ladders of a story, each line a report of its own with its day."""
    made = story(told(f"R{number}", line, day=day) for number, (day, line) in enumerate(lines, 1))
    return [claim.figure for claim in made.claims if claim.figure]


MONDAY, TUESDAY = "2025-06-02", "2025-06-03"
NINE = "Ann Lee | said | 9 guards were killed at the Kolven dam | 9 guards killed"

RELATIONS = [
    ("Bo Karr | said | 9 guards were killed at the dam | 9 guards killed", MONDAY, "agree"),  # one value
    (
        "Bo Karr | said | at least 5 guards were killed at the dam | >5 guards killed",
        MONDAY,
        "agree",
    ),  # a range that allows it
    ("Bo Karr | said | 14 guards were killed at the dam | 14 guards killed", TUESDAY, "update"),  # more a day later
    (
        "Bo Karr | said | 14 guards were killed at the dam | 14 guards killed",
        MONDAY,
        "contradict",
    ),  # more on the same day
]


@pytest.mark.parametrize(("line", "day", "relation"), RELATIONS)
def test_totals_agree_update_or_contradict(line: str, day: str, relation: str) -> None:
    [ladder] = ladders((MONDAY, NINE), (day, line))
    assert ladder.relation == relation
    assert ladder.because


APART = [
    "Bo Karr | said | 9 guards were wounded at the dam | 9 guards wounded",  # another harm
    "Bo Karr | said | 9 boats sank at the dam | 9 boats",  # another thing
]


@pytest.mark.parametrize("line", APART)
def test_different_things_have_different_ladders(line: str) -> None:
    found = ladders((MONDAY, NINE), (MONDAY, line))
    assert all(len(ladder.rungs) == 1 for ladder in found)


def test_troops_soldiers_and_fighters_are_one_ladder_with_the_projection_apart() -> None:
    [ladder] = ladders(
        (MONDAY, "Ann Lee | said | 12,000 Tirask soldiers are in the valley | ~12000 Tirask soldiers"),
        (MONDAY, "Bo Karr | said | 3,000 Tirask fighters were in the valley | 3000 Tirask fighters"),
        (TUESDAY, "Cy Dell | said | the Tirask force could grow to 88,000 troops | 88000 Tirask troops projected"),
    )
    assert {(rung.low, rung.projection) for rung in ladder.rungs} == {
        (Decimal(12000), False),
        (Decimal(3000), False),
        (Decimal(88000), True),
    }
    assert "88,000" not in ladder.because


def test_a_ladder_goes_by_when_each_was_said() -> None:
    [ladder] = ladders((TUESDAY, NINE), (MONDAY, "Bo Karr | said | 5 guards were killed at the dam | 5 guards killed"))
    assert [rung.low for rung in ladder.rungs] == [5, 9]
    assert [rung.origin for rung in ladder.rungs] == ["Bo Karr", "Ann Lee"]


def test_a_figure_claim_is_named_after_what_it_counts() -> None:
    made = story([told("R1", NINE)])
    claim: Claim = made.claims[0]
    assert (claim.text, claim.kind) == ("Number of guards killed at the Kolven dam", "figure")


def test_one_statement_about_a_number_is_a_claim_of_the_number() -> None:
    report = told("R1", "The bank | said | 19 branches of Sarnik Savings were shut | 19 branches | organisation")
    counting = tuple(replace(one, kind="figure") for one in report.of(Statement))
    [claim] = story([report.grown({Statement: counting})]).claims
    assert claim.kind == "figure"
    assert claim.figure is not None
    assert [rung.low for rung in claim.figure.rungs] == [19]


def test_who_went_home_are_no_evacuees_for_having_a_home() -> None:
    found = ladders(
        (MONDAY, "The ministry | said | 8000 people fled their homes in the district | 8000 people"),
        (TUESDAY, "Ann Lee | said | the unit had 15 men because 5 were sent home | 15 men"),
    )
    assert all(len({rung.low for rung in ladder.rungs}) == 1 for ladder in found)
