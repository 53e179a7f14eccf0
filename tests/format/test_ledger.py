"""A whole ledger to JSON and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_strategies import WITHDRAWALS, reports, stories

from reportedly.errors import FormatInvalid
from reportedly.format import contents_of, decoded, encoded, ledger_json
from reportedly.model import Report, Story, Voice, Withdrawal


@given(st.lists(reports(), max_size=2), stories(), st.lists(WITHDRAWALS, max_size=2))
def test_a_ledger_comes_back_equal(read: list[Report], told: tuple[Story, ...], withdrawn: list[Withdrawal]) -> None:
    back = contents_of(decoded(encoded(ledger_json(read, told, withdrawn))))
    assert (list(back.reports), back.stories, list(back.withdrawn)) == (read, told, withdrawn)


def test_a_source_of_two_stories_is_listed_once() -> None:
    left = Story("s1", "", ("r1",), None, None, sources=(Voice("v", "Orm", "official", named=True, reports=("r1",)),))
    right = Story("s2", "", ("r2",), None, None, sources=(Voice("v", "Orm", "official", named=True, reports=("r2",)),))
    [row] = ledger_json((), (left, right))["sources"]
    assert row["reports"] == ("r1", "r2")


@pytest.mark.parametrize("value", [[], {}, {"format": 2, "reports": [], "stories": []}])
def test_another_version_is_refused(value: object) -> None:
    with pytest.raises(FormatInvalid, match="format 1"):
        contents_of(value)


def test_a_cited_source_must_be_listed() -> None:
    story = {
        "id": "s",
        "title": "",
        "reports": [],
        "first": None,
        "last": None,
        "sources": [{"id": "v", "reports": []}],
    }
    with pytest.raises(FormatInvalid, match="lacks"):
        contents_of({"format": 1, "reports": [], "stories": [story]})


def test_a_withdrawal_needs_a_time() -> None:
    row = {"report": "r", "sha256": "", "time": "2024", "by": "", "reason": ""}
    with pytest.raises(FormatInvalid, match="withdrawn r"):
        contents_of({"format": 1, "reports": [], "stories": [], "withdrawn": [row]})
