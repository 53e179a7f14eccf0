"""Which statements are one claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import told

from reportedly.model import Claim, Story
from reportedly.reconciling import story


def supported(made: Story) -> set[frozenset[str]]:
    return {frozenset(f"{one.report}.{one.attribution}" for one in claim.support) for claim in made.claims}


def claim_with(made: Story, *refs: str) -> Claim:
    """Return the claim whose support is exactly these statements."""
    [claim] = [one for one in made.claims if {f"{e.report}.{e.attribution}" for e in one.support} == set(refs)]
    return claim


OTHERS = (
    "The harbour office | said | the ferry to Ostel will sail again on Friday | official",
    "Residents of Askrel | said | the school was closed for the summer",
)

ONE_CLAIM = [
    (
        "Tirask guards clashed with Velmoran troops near Kolven",
        "Velmoran soldiers engaged Tirask guards near Kolven",
    ),  # synonyms, other order
    (
        "an explosion damaged the gatehouse of the Kolven dam",
        "the gatehouse of the Kolven dam was damaged by a blast",
    ),  # passive
    ("the mayor of Askrel resigned", "the mayor of Askrel has quit"),  # another word for the deed
    (
        "The general was wounded in an air strike near Kolven",
        "the general had been injured in an airstrike near Kolven",
    ),
    ("Al-Tamir had offered Gelban the port of Ostel", "Al-Tamir proposed to give Gelban the port of Ostel"),
]

TWO_CLAIMS = [
    (
        "the general Oru was wounded in the strike",
        "the general Tamas was wounded in the strike",
    ),  # role: another person
    ("the mayor of Askrel resigned", "the mayor of Askrel was married"),  # another deed
    ("Tirask closed the bridge at Kolven", "Velmora bought grain from Ostel"),  # nothing in common
]


@pytest.mark.parametrize(("left", "right"), ONE_CLAIM)
def test_the_same_in_other_words_is_one_claim(left: str, right: str) -> None:
    made = story([told("R1", f"Ann Lee | said | {left}", *OTHERS), told("R2", f"Bo Karr | said | {right}")])
    assert {"R1.A1", "R2.A1"} in supported(made)


@pytest.mark.parametrize(("left", "right"), TWO_CLAIMS)
def test_what_is_not_the_same_stays_apart(left: str, right: str) -> None:
    made = story([told("R1", f"Ann Lee | said | {left}", *OTHERS), told("R2", f"Bo Karr | said | {right}")])
    assert {"R1.A1", "R2.A1"} not in supported(made)


BASE = "an explosion killed nine guards at the Kolven dam"
TWINS = [
    ("an explosion killed nine guards at the Kolven dam | denies", "polarity"),
    ("an explosion killed nine guards at the Kolven dam | cannot confirm", "doubt"),
    ("an explosion killed nine guards at the Kolven dam | does not say", "silence"),
]


@pytest.mark.parametrize(("twin", "changed"), TWINS)
def test_a_distorted_twin_inherits_no_support(twin: str, changed: str) -> None:
    made = story([told("R1", f"Ann Lee | said | {BASE}"), told("R2", f"Bo Karr | said | {twin}")])
    for claim in made.claims:
        refs = {one.report for one in claim.support}
        assert refs != {"R1", "R2"}, changed


def test_a_chain_with_one_content_is_one_claim_with_one_support_each() -> None:
    made = story([told("R1", f"The Courier | reported | {BASE} | outlet", "Ilka Sorrin | citing | her | in 1")])
    claim = claim_with(made, "R1.A1", "R1.A2")
    assert [origin.name for origin in claim.origins] == ["Ilka Sorrin"]


def test_narration_joins_a_claim_and_makes_none() -> None:
    made = story(
        [
            told("R1", f"Ann Lee | said | {BASE}", "The river is the border"),
            told("R2", "Nine guards were killed in an explosion at the Kolven dam"),
        ]
    )
    [claim] = made.claims
    assert {(one.report, one.attribution) for one in claim.support} == {("R1", "A1"), ("R2", None)}


def test_a_part_of_a_statement_can_support_a_claim_of_its_own() -> None:
    made = story(
        [
            told(
                "R1",
                "The radio | said | Tamir had offered Gelban the old naval port of Ostel and that Gelban had rejected the offer | outlet",
            ),
            told("R2", "Tamir | said | Tamir proposed to give Gelban the old naval port of Ostel"),
            told("R3", "a source | said | Gelban rejected the offer in Sarnik | unnamed"),
        ]
    )
    assert {"R1.A1", "R2.A1"} in supported(made)
    assert {"R1.A1", "R3.A1"} in supported(made)


def test_a_statement_that_only_speaks_of_reports_observes() -> None:
    made = story(
        [
            told("R1", f"Velmora | said | it was investigating reports that {BASE} | official"),
            told("R2", f"Ann Lee | said | {BASE}"),
        ]
    )
    assert ["R2"] in [[one.report for one in claim.support] for claim in made.claims]


LINES = (
    ("R1", f"Ann Lee | said | {BASE} | 9 guards killed"),
    ("R2", "The ministry | denied | any guards had been killed at the Kolven dam | denies | official"),
    ("R3", "reports | said | most of the guards at the Kolven dam were killed | unnamed"),
    ("R4", "The mission | said | it could not confirm the reports | cannot confirm | organisation"),
    ("R5", "a nurse | said | 14 guards were killed at the dam | unnamed | 14 guards killed"),
)


@given(st.permutations(LINES))
def test_arrival_order_makes_no_difference(order: list[tuple[str, str]]) -> None:
    assert story(told(id_, line) for id_, line in order) == story(told(id_, line) for id_, line in LINES)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8))
def test_feeding_a_report_twice_changes_nothing(order: list[tuple[str, str]]) -> None:
    made = [told(id_, line) for id_, line in order]
    assert story([*made, *made]) == story(made)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=5, unique=True))
def test_a_denial_or_a_doubt_never_supports_what_it_is_against(order: list[tuple[str, str]]) -> None:
    for claim in story(told(id_, line) for id_, line in order).claims:
        support = {(one.report, one.statement) for one in claim.support}
        assert not support & {(one.report, one.statement) for one in (*claim.contest, *claim.observe)}
        if claim.kind != "status":
            assert not any(one.report == "R4" for one in claim.support)
