"""Which reports are about one event."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Document, Report
from reportedly.reconciling import grouping, keys, same_event, together


def plain(id_: str, text: str, day: date | None = None) -> Report:
    return Report(Document(id_, "0" * 64, text, published=day))


DAM = "An explosion damaged the Kolven dam on the border between Tirask and Velmora, killing nine guards of the gatehouse."
DAM_TOO = "Velmora ordered thousands to leave their homes after the blast at the Kolven dam, where nine Tirask guards were killed."
FERRY = "A ferry with forty passengers ran aground off Marrow Point; the coast guard of Ostel brought everybody ashore."
QUAKE_ONE = "An earthquake shook Port Selm on Monday, and six people were killed when a market hall collapsed."
QUAKE_TWO = "An earthquake shook Lower Davin on Monday, and eleven people were killed when a school collapsed."

CASES = [
    (DAM, DAM_TOO, True),  # the same names, place and deed in other words
    (DAM, FERRY, False),  # nothing in common
    (QUAKE_ONE, QUAKE_TWO, False),  # one kind of event, two places: stays two
    (
        "Al-Tamir denied that he had offered Gelban the port.",
        "Gelban was offered the port by Al-Tamir, a radio reported.",
        True,
    ),  # single sentences
]


@pytest.mark.parametrize(("left", "right", "same"), CASES)
def test_reports_of_one_event_are_told_from_others(left: str, right: str, same: bool) -> None:  # noqa: FBT001 - a table's column
    comparison = same_event(plain("a", left), plain("b", right))
    assert comparison.same is same
    assert comparison.because
    assert same_event(plain("b", right), plain("a", left)) == comparison


def test_reports_of_one_event_share_a_key() -> None:
    assert keys(plain("a", DAM)) & keys(plain("b", DAM_TOO))


def test_keys_are_few() -> None:
    assert len(keys(plain("a", f"{DAM} {DAM_TOO} {FERRY} {QUAKE_ONE}" * 5))) <= 100


def test_reports_that_share_names_share_a_key_whatever_their_other_words() -> None:
    told = "The mayor, Ottoline Brask, told residents of Varnemark on Monday that the mill would close."
    left = plain("a", " ".join(f"{letter}ornthwick" for letter in "bcdfghjklmnp") + ". " + "It was so. " * 20 + told)
    right = plain("b", " ".join(f"{letter}irrelmoss" for letter in "bcdfghjklmnp") + ". " + "It was so. " * 20 + told)
    assert keys(left) & keys(right)


def test_a_year_between_two_reports_asks_for_more_in_common() -> None:
    left, right = plain("a", DAM, date(2025, 6, 3)), plain("b", DAM_TOO, date(2026, 6, 3))
    assert same_event(left, right).score < same_event(plain("a", DAM), plain("b", DAM_TOO)).score
    assert "365 days" in same_event(left, right).because


def test_an_empty_report_is_about_nothing() -> None:
    assert not same_event(plain("a", ""), plain("b", DAM)).same
    assert keys(plain("a", "")) == frozenset()


@given(st.permutations(["d1", "d2", "f", "q1", "q2"]))
def test_arrival_order_makes_no_difference(ids: list[str]) -> None:
    texts = {"d1": DAM, "d2": DAM_TOO, "f": FERRY, "q1": QUAKE_ONE, "q2": QUAKE_TWO}
    groups = together(plain(id_, texts[id_]) for id_ in ids)
    assert [[report.id for report in group] for group in groups] == [["d1", "d2"], ["f"], ["q1"], ["q2"]]


def test_a_report_twice_counts_once() -> None:
    assert together([plain("a", DAM), plain("a", DAM)]) == together([plain("a", DAM)])


def test_any_order_of_three_gives_one_group() -> None:
    reports = [plain("a", DAM), plain("b", DAM_TOO), plain("c", DAM + " " + DAM_TOO)]
    assert {tuple(report.id for report in together(order)[0]) for order in permutations(reports)} == {("a", "b", "c")}


def test_a_neighbourhood_too_large_is_parted_first(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = [plain(f"d{at}", DAM) for at in range(4)] + [plain(f"e{at}", DAM_TOO) for at in range(4)]
    assert [len(group) for group in together(reports)] == [8]
    monkeypatch.setattr(grouping, "_LARGEST", 6)
    assert [len(group) for group in together(reports)] == [4, 4]
    monkeypatch.setattr(grouping, "_LARGEST", 3)  # copies cannot be parted by any likeness
    assert [len(group) for group in together(reports)] == [4, 4]
