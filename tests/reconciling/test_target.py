"""Which claims a denial or a doubt is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import told

from reportedly.model import Claim, Story
from reportedly.reconciling import story

RUMOURS = (
    "Guests | said | the banker Ida Rohm had fainted at a dinner in Askrel | unnamed",
    "The Harbour Post | reported | the port of Sarnik would close in spring | outlet",
)


def against(made: Story, attribution: str, report: str = "R1") -> set[str]:
    """Return the statements that support whatever one statement stands against."""
    return {
        f"{one.report}.{one.attribution}"
        for claim in made.claims
        if any((found.report, found.attribution) == (report, attribution) for found in claim.contest)
        for one in claim.support
    }


NEAREST = [
    "The port | called | that “bilge” | denies",  # a pronoun and what somebody calls it, in words no list has
    "The port | called | them “bilge water for gulls” | denies",
    "The port | said | that is a lie | denies",
    "The port | said | not so | denies",  # a bare reply
    "The port | claims | otherwise | denies",
    "The port | said | no such plan had ever lain on a desk in Sarnik | denies",
    "The port | rejected | the accusation | denies",
    "The port | branded | the allegations “a sailor's yarn” | denies",
]


@pytest.mark.parametrize("line", NEAREST)
def test_a_denial_that_answers_is_about_what_was_said_last(line: str) -> None:
    found = against(story([told("R1", *RUMOURS, line)]), "A3")
    assert "R1.A2" in found
    assert found <= {"R1.A1", "R1.A2"}


def test_allegations_are_what_is_alleged_and_no_finding_of_an_office() -> None:
    office = "The institute | said | 47 people had fallen ill with a fever in Askrel | official | 47 people"
    alleged = "A cook | said | the kitchen of the Rohm hotel had thrown its test results away | witness"
    made = story([told("R1", office, alleged, "Rohm hotels | dismissed | the claims as “fantasy” | denies")])
    assert against(made, "A3") == {"R1.A2"}


def test_an_account_of_something_is_denied_with_what_it_is_of() -> None:
    lines = (
        "A miller | said | the sluice at Ostel had burst in the night",
        "Guests | said | the banker Ida Rohm had fainted at a dinner in Askrel | unnamed",
        "The ministry | calls | reports of a burst sluice “a bedtime story told by millers” | denies | official",
    )
    assert against(story([told("R1", *lines)]), "A3") == {"R1.A1"}


def test_whoever_hands_on_a_suggestion_and_denies_it_denies_whatever_claim_holds_it() -> None:
    lines = (
        "The navy | denied | the crew had called for hours without an answer | denies | official",
        "suggestions | suggestions | | unnamed | in 1",
    )
    made = story([told("R1", *lines)])
    assert against(made, "A1") == {"R1.A2"}


def test_neither_figure_means_the_counts_before() -> None:
    lines = (
        "Ann Lee | said | 27 guests were killed in the market | 27 guests killed",
        "The army | put | the number of guests killed in the market at 14 | military | 14 guests killed",
        "Guests | said | the banker Ida Rohm had fainted at a dinner in Askrel | unnamed",
        "The union | said | it was unable to verify either figure | cannot confirm | organisation",
    )
    made = story([told("R1", *lines)])
    assert against(made, "A4") == {"R1.A1", "R1.A2"}


def test_a_denial_of_some_harm_is_about_what_turns_on_it_and_not_what_mentions_it() -> None:
    made = story(
        [
            told("R1", "Ann Lee | said | a blast killed nine millers in Ostel"),
            told("R2", "The mayor | said | Ostel would rebuild its school, where two teachers were killed years ago"),
            told(
                "R3", "The police | said | a parade was held in Ostel on Friday", "Dan Roe | said | the parade was dull"
            ),
            told("R4", "The army | said | nobody had died in Ostel | denies | military"),
        ]
    )
    assert "R1.A1" in against(made, "A1", "R4")
    assert not against(made, "A1", "R4") & {"R3.A1", "R3.A2"}


def test_a_denial_of_some_harm_answers_what_was_told_before_it_in_its_report() -> None:
    made = story(
        [
            told(
                "R1",
                "Residents | said | a shell wounded three shepherds near Ostel | witness",
                "The army | said | no shepherd was hurt | denies | military",
            ),
            told("R2", "A doctor | said | a bus crash wounded a shepherd in Askrel"),
        ]
    )
    assert against(made, "A2") == {"R1.A1"}


def test_a_denial_without_a_claim_goes_with_the_denial_beside_it() -> None:
    made = story(
        [
            told("R1", "A colonel | said | Velmora launched a drone at the mill of Ostel | military"),
            told(
                "R2",
                "Velmora | denied | it had launched a drone at the mill | denies | official",
                "Velmora | said | we have no quarrel with bakers | denies | official",
            ),
        ]
    )
    assert against(made, "A1", "R2") == against(made, "A2", "R2") == {"R1.A1"}
    [claim] = [one for one in made.claims if one.contest]
    assert [one.because for one in claim.contest] == ["Velmora denied it", "Velmora said it beside a denial"]


def test_the_agency_a_text_is_from_only_remarks_that_it_could_not_verify() -> None:
    lines = (
        "Ann Lee | said | nine guards were killed in an explosion at the Kolven dam | 9 guards killed",
        "Pelagos Wire | could not independently verify | the accounts | cannot confirm | agency",
    )
    made = story([told("R1", *lines, outlet="The Harbour Post", credit="Pelagos Wire")])
    claim = next(one for one in made.claims if one.kind != "status")
    assert claim.contest == ()
    assert [one.attribution for one in claim.observe] == ["A2"]


def test_the_reports_are_what_sources_say_and_not_what_the_writers_tell() -> None:
    own = "An earlier heron of the king had gout"
    made = story(
        [
            told(
                "R1",
                "a paper | said | the king of Ostel has diabetes | outlet",
                f"a poet | said | {own}",
                "The court | would not confirm | the reports | cannot confirm",
            ),
            told("R2", "a daily | said | the king of Ostel has diabetes | outlet"),
            told("R3", own),
            told("R4", own),
        ]
    )
    assert {"R1.A1", "R2.A1"} <= against(made, "A3")
    assert "R1.A2" not in against(made, "A3")


def test_whoever_counters_is_against_what_was_said_last() -> None:
    lines = (
        "The group Green Weir | holds | planted poplars responsible for the flood | organisation",
        "A union of growers | countered | wild willows drink less | organisation",
        "A union of growers | added | seedlings are cheap this year | organisation",
    )
    made = story([told("R1", *lines)])
    assert against(made, "A2") == {"R1.A1"}
    assert against(made, "A3") == set()


def test_a_denial_that_stresses_itself_supports_nothing() -> None:
    made = story(
        [
            told("R1", "A cook | said | letters of guests were burned on the orders of the Rohm hotel | witness"),
            told("R2", "The Rohm hotel | said | it had never, ever burned letters of guests | denies"),
        ]
    )
    assert against(made, "A1", "R2") == {"R1.A1"}
    assert all(one.report == "R1" for claim in made.claims for one in claim.support)


STORY = (
    ("R1", (*RUMOURS, NEAREST[0])),
    ("R2", ("The port | said | the port of Sarnik would not close | denies", NEAREST[3])),
    ("R3", ("A witness | said | Ida Rohm is gravely ill | witness", "Ida Rohm | said | I am perfectly healthy")),
    ("R4", ("The bank | could not confirm | the reports | cannot confirm",)),
)


@given(st.permutations(STORY))
def test_arrival_order_makes_no_difference(order: list[tuple[str, tuple[str, ...]]]) -> None:
    assert story(told(id_, *lines) for id_, lines in order) == story(told(id_, *lines) for id_, lines in STORY)


@given(st.lists(st.sampled_from(STORY), min_size=1, max_size=4, unique=True))
def test_a_claim_is_contested_exactly_when_something_stands_against_it(
    order: list[tuple[str, tuple[str, ...]]],
) -> None:
    for claim in story(told(id_, *lines) for id_, lines in order).claims:
        assert _disputed(claim) == bool(claim.contest or _differs(claim))
        assert all(one.because for one in claim.contest)


def _disputed(claim: Claim) -> bool:
    """Say whether the status calls a claim contested, denied or withdrawn."""
    return claim.status in {"contested", "denied", "withdrawn"}


def _differs(claim: Claim) -> bool:
    """Say whether the sources of a count contradict each other."""
    return bool(claim.figure and claim.figure.relation == "contradict" and len(claim.origins) > 1)
