"""Hedges, figures, scope and sources lost on the way."""

import pytest
from made import told

from reportedly.model import Drift
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
