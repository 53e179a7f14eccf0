"""Hedges, figures, scope and sources lost on the way."""

from dataclasses import replace

import pytest
from made import told

from reportedly.model import Drift, Report
from reportedly.reconciling import story

MONDAY, TUESDAY = "2025-06-02", "2025-06-03"


def drifts(first: str, second: str, *, days: tuple[str | None, str | None] = (MONDAY, TUESDAY)) -> list[Drift]:
    """Return what changed between two reports of one line each."""
    made = story([told("R1", first, day=days[0]), told("R2", second, day=days[1])])
    return [drift for claim in made.claims for drift in claim.drift]


CASES = [
    # the same source is told to have said it without its hedge
    (
        "Ann Lee | said | the dam was perhaps damaged by an explosion | hedge: perhaps",
        "Ann Lee | said | the dam was damaged by an explosion",
        "hedge lost",
    ),
    # a possibility becomes a fact
    (
        "Ann Lee | said | an explosion may have damaged the dam | hedge: may have",
        "Ann Lee | said | an explosion damaged the dam",
        "modality",
    ),
    # a hedge comes in
    (
        "Ann Lee | said | the dam was damaged by an explosion",
        "Ann Lee | said | the dam was perhaps damaged by an explosion | hedge: perhaps",
        "hedge gained",
    ),
    # all but one becomes most, and the source is lost
    (
        "Ann Lee | said | all the guards at the dam but one were killed",
        "reports | said | most guards at the dam were killed | unnamed",
        "scope",
    ),
    # another number from the same source
    (
        "Ann Lee | said | 9 guards were killed at the dam | 9 guards killed",
        "Ann Lee | said | 14 guards were killed at the dam | 14 guards killed",
        "figure",
    ),
    # the bound is lost
    (
        "Ann Lee | said | 9 guards were killed at the dam | >9 guards killed",
        "Ann Lee | said | 9 guards were killed at the dam | 9 guards killed",
        "bound",
    ),
]


@pytest.mark.parametrize(("first", "second", "kind"), CASES)
def test_what_changed_is_named_with_its_direction(first: str, second: str, kind: str) -> None:
    found = drifts(first, second)
    assert [drift.kind for drift in found] == [kind]
    assert (found[0].before.report, found[0].after.report) == ("R1", "R2")
    assert found[0].because


def test_two_sources_who_differ_have_not_drifted() -> None:
    line = "said | the dam was damaged by an explosion"
    assert drifts(f"Ann Lee | {line} by night | hedge: by night", f"Bo Karr | {line}") == []


def test_without_dates_only_losses_are_told() -> None:
    first, second, _ = CASES[2]
    found = drifts(first, second, days=(None, None))
    assert [(drift.kind, drift.before.report) for drift in found] == [("hedge lost", "R2")]


def test_a_named_source_is_lost_where_a_rare_detail_shows_the_way() -> None:
    made = story(
        [
            told("R1", "Ann Lee | reported | a huge explosion of an oil pipeline near Sudair"),
            told("R2", " |  | an oil pipeline just exploded near Sudair"),
            told("R3", "rumours | said | an oil pipeline exploded | unnamed"),
        ]
    )
    [drift] = [one for claim in made.claims for one in claim.drift]
    assert (drift.kind, drift.before.report, drift.after.report, drift.was) == ("source lost", "R1", "R2", "Ann Lee")
    assert "sudair" in drift.because


def test_a_report_that_corrects_itself_changes_the_figure() -> None:
    made = story(
        [
            told(
                "R1",
                "Correction: an earlier version said otherwise",
                "The Standard | said | 41 people were killed at the dam | 41 people killed | outlet",
                "the hospital | said | 14 people were killed at the dam | 14 people killed | organisation",
            ),
            told("R2", "The ministry | said | 14 people were killed at the dam | 14 people killed | official"),
        ]
    )
    [drift] = [drift for claim in made.claims for drift in claim.drift if drift.before.report == "R1"]
    assert (drift.kind, drift.was, drift.became) == ("figure", "41", "14")
    assert drift.because == "the report corrects itself"


def test_numbers_that_are_kept_are_not_laid_across() -> None:
    line = "Ann Lee | said | armed men took 12 of its 19 crew | 12 crew | 19 crew"
    assert drifts(line, line) == []


def test_a_report_that_cites_the_others_outlet_came_second() -> None:
    first = told("R1", "Ann Lee | said | the dam was damaged by an explosion", outlet="Sarnik Courier", day=None)
    second = told(
        "R2",
        "Ann Lee | told | the dam was perhaps damaged by an explosion | hedge: perhaps | via: Sarnik Courier",
        outlet="Lantern",
        day=None,
    )
    made = story([first, second])
    assert [(drift.kind, drift.after.report) for claim in made.claims for drift in claim.drift] == [
        ("hedge gained", "R2")
    ]


def test_an_exception_is_never_gained_where_nothing_tells_who_was_first() -> None:
    found = drifts(
        "Ann Lee | said | the guards at the dam were wiped out",
        "Ann Lee | said | all the guards at the dam but one were killed",
        days=(None, None),
    )
    assert [(drift.before.report, drift.kind) for drift in found] == [("R2", "scope")]


def claims_drift(*reports: Report) -> list[tuple[str, str, str]]:
    """Return every drift of a story: kind, and the reports before and after."""
    found = [one for claim in story(reports).claims for one in claim.drift]
    return [(one.kind, one.before.report, one.after.report) for one in found]


DAMAGED = "the dam was damaged by an explosion"


def test_who_gives_an_outlet_is_laid_beside_the_outlets_own_report() -> None:
    first = told(
        "R1", "Ann Lee | said | all the guards at the dam but one were killed", outlet="Sarnik Courier", day=MONDAY
    )
    second = told(
        "R2", "the Courier | reported | most guards at the dam were killed | outlet", outlet="Lantern", day=TUESDAY
    )
    [drift] = [one for claim in story([first, second]).claims for one in claim.drift]
    assert (drift.kind, drift.before.report, drift.after.report) == ("scope", "R1", "R2")
    assert drift.because == "the Courier is given, whose report has it"


def test_a_chain_of_the_same_words_drifts_once_where_it_is_told() -> None:
    first = told("R1", "Ann Lee | said | an explosion may have damaged the dam | hedge: may have", day=MONDAY)
    second = told("R2", f"the Courier | reported | {DAMAGED} | outlet", "Ann Lee | citing | her | in 1", day=TUESDAY)
    [drift] = [one for claim in story([first, second]).claims for one in claim.drift]
    assert (drift.kind, drift.after.attribution) == ("modality", "A1")


def test_the_origin_counts_and_not_a_copy_of_it() -> None:
    words = "about 8,000 people below the dam have been told to leave their homes and stay away until the water is low"
    line = f"the ministry | said | {words} | ~8000 people | official"
    assert claims_drift(
        told("R1", line, "It rained all day on the valley and on the bridge over the river", day=MONDAY),
        told("R2", line, day="2025-06-03"),
        told(
            "R3",
            "the ministry | said | 8,000 people were told to leave houses below the dam | 8000 people | official",
            day="2025-06-04",
        ),
    ) == [("bound", "R1", "R3")]


def test_somebody_vague_has_it_from_the_only_source_that_said_it_before() -> None:
    first = told("R1", f"Ann Lee | said | perhaps {DAMAGED} | hedge: perhaps", day=MONDAY)
    vague = told("R2", f"officials | said | {DAMAGED} | official | unnamed", day=TUESDAY)
    assert claims_drift(first, vague) == [("hedge lost", "R1", "R2")]
    other = told("R3", f"Bo Karr | said | perhaps {DAMAGED} | hedge: perhaps", day=MONDAY)
    assert claims_drift(first, other, vague) == []


def test_of_several_sources_whom_the_report_gives_for_something_else_counts() -> None:
    first = told("R1", f"Ann Lee | said | perhaps {DAMAGED} | hedge: perhaps", day=MONDAY)
    other = told("R2", f"Bo Karr | said | perhaps {DAMAGED} | hedge: perhaps", day=MONDAY)
    vague = told(
        "R3",
        f"officials | said | {DAMAGED} | official | unnamed",
        "Ann Lee | said | the road is open again",
        day=TUESDAY,
    )
    assert claims_drift(first, other, vague) == [("hedge lost", "R1", "R3")]


def test_another_number_from_somebody_vague_is_no_drift() -> None:
    first = told("R1", "Ann Lee | said | 9 guards were killed at the dam | 9 guards killed", day=MONDAY)
    vague = told(
        "R2", "officials | said | 14 guards were killed at the dam | 14 guards killed | official | unnamed", day=TUESDAY
    )
    assert claims_drift(first, vague) == []


def test_a_hedge_comes_in_with_the_loss_of_the_source_on_one_day() -> None:
    first = told("R1", f"Ann Lee | said | {DAMAGED}", day=MONDAY)
    vague = told("R2", f"reports | said | allegedly {DAMAGED} | hedge: allegedly | unnamed", day=MONDAY)
    assert claims_drift(first, vague) == [("hedge gained", "R1", "R2")]


def test_a_forecast_that_came_true_lost_no_hedge() -> None:
    first = "Ann Lee | said | the number of cases at the dam will probably grow | hedge: probably"
    assert drifts(first, "Ann Lee | said | the number of cases at the dam grew") == []


def test_a_kept_number_beside_another_has_not_changed() -> None:
    assert (
        drifts(
            "Ann Lee | said | 14 guards were killed at the dam | 14 guards killed",
            "Ann Lee | said | 14 guards were killed at the dam, up from 9 | 14 guards killed | 9 guards killed",
        )
        == []
    )


def test_a_headline_loses_nothing_that_its_report_keeps() -> None:
    first = told("R1", "Ann Lee | said | at least 9 guards were killed at the dam | >9 guards killed", day=MONDAY)
    second = told(
        "R2",
        "Ann Lee | told | 9 guards killed at the dam today | 9 guards killed",
        "Ann Lee | said | at least 9 guards were killed at the dam | >9 guards killed",
        day=TUESDAY,
    )
    text = second.text.replace("today.", "today ", 1)
    assert claims_drift(first, replace(second, document=replace(second.document, text=text))) == []


def test_doubt_is_lost_beside_another_hedge() -> None:
    first = told(
        "R1",
        "Ann Lee | believes | the fish may have been spoilt at the plant | hedge: may have | hedge: spoilt",
        day=MONDAY,
    )
    second = told("R2", "Ann Lee | suggested | the fish was spoilt at the plant | hedge: plant", day=TUESDAY)
    assert claims_drift(first, second) == [("modality", "R1", "R2")]


def test_a_short_name_that_two_outlets_have_leads_to_neither() -> None:
    first = told(
        "R1", "Ann Lee | told | all the guards at the dam but one were killed | via: the Mail", outlet=None, day=MONDAY
    )
    lines = ("the Morning Mail | reported | most guards at the dam were killed | outlet",)
    [drift] = [one for claim in story([first, told("R2", *lines, day=TUESDAY)]).claims for one in claim.drift]
    assert (drift.kind, drift.before.report) == ("scope", "R1")
    other = "the Evening Mail | reported | most guards at the dam were killed | outlet"
    two = story([first, told("R2", *lines, other, day=TUESDAY)])
    assert [one for claim in two.claims for one in claim.drift] == []
