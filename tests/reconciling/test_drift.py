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
