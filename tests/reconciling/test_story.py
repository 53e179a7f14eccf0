"""One story out of many reports."""

import json
from pathlib import Path

import pytest
from made import told

from reportedly.model import Report
from reportedly.reconciling import reconcile, story

DAM = (
    "Ann Lee | said | an explosion damaged the gatehouse of the Kolven dam in Tirask",
    "The Kolven dam lies on the border of Tirask and Velmora",
)
DAM_TOO = ("Bo Karr | said | the blast at the Kolven dam in Tirask had damaged its gatehouse",)
FERRY = ("The coast guard | said | a ferry ran aground off Marrow Point near Ostel | official",)
SHARED = Path(__file__).parents[3] / "shared" / "gold" / "stories.json"


def test_reports_of_two_events_are_two_stories() -> None:
    made = reconcile([told("R1", *DAM), told("R2", *FERRY), told("R3", *DAM_TOO)])
    assert [one.reports for one in made] == [("R1", "R3"), ("R2",)]


def test_names_of_stories_and_claims_stay_when_a_later_report_comes() -> None:
    [before] = reconcile([told("R1", *DAM, day="2025-06-03")])
    [after] = reconcile([told("R1", *DAM, day="2025-06-03"), told("R2", *DAM_TOO, day="2025-06-04")])
    assert before.id == after.id
    assert before.claims[0].id == after.claims[0].id
    assert (after.first, after.last) == ("2025-06-03", "2025-06-04")


def test_claims_have_names_of_their_own() -> None:
    made = story([told("R1", *DAM), told("R2", *DAM_TOO), told("R3", *FERRY)])
    assert len({claim.id for claim in made.claims}) == len(made.claims)


def test_every_report_says_why_it_belongs() -> None:
    made = story([told("R1", *DAM), told("R2", *DAM_TOO)])
    assert [report for report, _ in made.because] == ["R1", "R2"]
    assert "kolven" in made.because[1][1]


def test_every_source_of_the_story_is_listed() -> None:
    assert {voice.name for voice in story([told("R1", *DAM), told("R2", *DAM_TOO)]).sources} == {"Ann Lee", "Bo Karr"}


def test_a_report_without_any_statement_makes_a_story_without_claims() -> None:
    [made] = reconcile([told("R1", title="Nothing much")])
    assert (made.claims, made.title) == ((), "Nothing much")


def test_nothing_makes_nothing() -> None:
    assert reconcile([]) == ()


def test_neutral_words_leave_out_hedges_quotes_and_speaker() -> None:
    made = story(
        [
            told("R1", "Ann Lee | said | “We were told that it blew up in the night and it was terrible for us”"),
            told("R2", "Bo Karr | said | an explosion has reportedly damaged the gatehouse of the Kolven dam"),
        ]
    )
    assert "An explosion has damaged the gatehouse of the Kolven dam" in {claim.text for claim in made.claims}


@pytest.mark.skipif(not SHARED.exists(), reason="the shared gold does not lie beside the repository")
def test_twenty_reports_fall_into_their_four_stories() -> None:
    gold = json.loads(SHARED.read_text("utf-8"))
    wanted: dict[str, set[str]] = {}
    for id_, about in gold["documents"].items():
        wanted.setdefault(about["story"], set()).add(id_)
    reports = [Report(told(id_, text).document) for id_, text in gold["texts"].items()]
    assert sorted(map(sorted, (one.reports for one in reconcile(reports)))) == sorted(map(sorted, wanted.values()))
