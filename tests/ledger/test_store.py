"""What every store does; a store that is added joins the list of STORES."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from filing import LinkAll, fetch, filing, link_all, order, report

from reportedly.errors import InputInvalid, NotInLedger
from reportedly.ledger import Sqlite, Store

STORES: list[Callable[[Path], Store]] = [lambda folder: Sqlite(folder / "ledger.db", write=True)]


@pytest.fixture(params=STORES, ids=["sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = request.param(tmp_path)
    yield made
    made.close()


def test_what_was_filed_comes_back(store: Store) -> None:
    one = filing("r1", "Rain fell.")
    assert store.file(one, link_all) == "added"
    assert store.report("r1") == one.report
    assert store.capture("r1") == one.capture
    assert list(store.reports()) == [one.report]


def test_filing_twice_keeps_one(store: Store) -> None:
    assert store.file(filing("r1"), link_all) == "added"
    assert store.file(filing("r1"), link_all) == "known"
    assert store.count() == 1
    assert len(list(store.entries())) == 1


def test_an_id_stands_for_one_text(store: Store) -> None:
    store.file(filing("r1", "Rain fell."), link_all)
    with pytest.raises(InputInvalid, match="other bytes"):
        store.file(filing("r1", "Snow fell."), link_all)
    assert store.count() == 1


def test_one_text_may_have_two_ids(store: Store) -> None:
    store.file(filing("r1"), link_all)
    assert store.file(filing("r2"), link_all) == "added"


def test_what_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(NotInLedger, match="r9"):
        store.report("r9")
    with pytest.raises(NotInLedger, match="r9"):
        store.withdraw(order("r9"), link_all)


def test_outcome_says_what_adding_would_find(store: Store) -> None:
    sha256 = report("r1").document.sha256
    assert store.outcome("r1", sha256) == "new"
    store.file(filing("r1"), link_all)
    assert store.outcome("r1", sha256) == "known"
    assert store.outcome("r1", "other") == "other"
    store.withdraw(order("r1"), link_all)
    assert store.outcome("r1", sha256) == "withdrawn"


def test_the_holder_of_bytes_is_found(store: Store) -> None:
    sha256 = report("r1").document.sha256
    assert store.holder(sha256, None) is None
    store.file(filing("r1"), link_all)
    assert store.holder(sha256, None) == "r1"
    assert store.holder(sha256, "r1") == "r1"
    assert store.holder(sha256, "r2") is None
    store.withdraw(order("r1"), link_all)
    assert store.holder(sha256, None) is None


def test_linked_reports_are_one_group(store: Store) -> None:
    for id_, keys in [("r1", "ab"), ("r2", "cd"), ("r3", "bc"), ("r4", "x")]:
        store.file(filing(id_, f"{id_} text", keys=keys), link_all)
    assert [one.reports for one in store.groups()] == [("r1", "r2", "r3"), ("r4",)]


def test_a_fault_in_linking_leaves_nothing_behind(store: Store) -> None:
    class Broken(LinkAll):
        def compared(self, one: bytes, other: bytes) -> tuple[float, bool]:
            raise ZeroDivisionError(one, other)

    store.file(filing("r1", "r1", keys="k"), link_all)
    with pytest.raises(ZeroDivisionError):
        store.file(filing("r2", "r2", keys="k"), Broken())
    assert store.count() == 1
    assert len(list(store.entries())) == 1
    assert store.file(filing("r2", "r2", keys="k"), link_all) == "added"


def test_a_withdrawn_report_is_gone_and_said_to_be(store: Store) -> None:
    store.file(filing("r1", "Rain fell."), link_all)
    assert store.withdraw(order("r1", "Rain fell."), link_all) is True
    with pytest.raises(NotInLedger, match="withdrawn on 2025-06-04 by Ada Orm: a person's safety"):
        store.report("r1")
    assert store.count() == 0
    assert list(store.reports()) == []
    assert store.search("rain", limit=5) == (0, ())
    assert [one.report for one in store.withdrawn()] == ["r1"]
    assert [entry.kind for entry in store.entries()] == ["report", "withdrawal"]
    assert list(store.damages()) == []


def test_withdrawing_twice_changes_nothing(store: Store) -> None:
    store.file(filing("r1"), link_all)
    store.withdraw(order("r1"), link_all)
    assert store.withdraw(order("r1"), link_all) is True
    assert len(store.withdrawn()) == 1


def test_bytes_that_another_report_rests_on_stay(store: Store) -> None:
    store.file(filing("r1"), link_all)
    store.file(filing("r2"), link_all)
    assert store.withdraw(order("r1"), link_all) is False
    assert store.withdraw(order("r2"), link_all) is True


def test_a_withdrawn_report_is_not_taken_in_again(store: Store) -> None:
    store.file(filing("r1"), link_all)
    store.withdraw(order("r1"), link_all)
    with pytest.raises(InputInvalid, match="withdrawn"):
        store.file(filing("r1"), link_all)


def test_withdrawing_what_held_a_group_together_parts_it(store: Store) -> None:
    for id_, keys in [("r1", "a"), ("r2", "ab"), ("r3", "b"), ("r4", "b")]:
        store.file(filing(id_, f"{id_} text", keys=keys), link_all)
    assert len(store.groups()) == 1
    store.withdraw(order("r2", "r2 text"), link_all)
    assert [one.reports for one in store.groups()] == [("r1",), ("r3", "r4")]


def test_search_finds_words_in_titles_and_texts(store: Store) -> None:
    store.file(filing("r1", "Der Fluss stieg über die Ufer."), link_all)
    store.file(filing("r2", "The river rose, officials said; rivers rise."), link_all)
    store.file(filing("r3", "我們在洪水中"), link_all)
    found = {words: [hit.report for hit in store.search(words, limit=5)[1]] for words in QUERIES}
    assert found == QUERIES


QUERIES: dict[str, list[str]] = {
    "uber": ["r1"],  # accents make no difference
    "river officials": ["r2"],
    '"officials said"': ["r2"],
    '"said officials"': [],
    "offic*": ["r2"],
    "洪水": ["r3"],
    "rain AND OR NOT": [],  # an operator is a word like others
    'rain" OR "x': [],
}


def test_search_says_how_many_there_are(store: Store) -> None:
    for number in range(5):
        store.file(filing(f"r{number}", f"rain {number}"), link_all)
    total, hits = store.search("rain", limit=2)
    assert (total, len(hits)) == (5, 2)
    assert "rain" in [piece.lower() for piece in hits[0].snippet[1::2]]


def test_what_was_kept_serves_only_the_same_group(store: Store) -> None:
    store.file(filing("r1", "a", keys="k"), link_all)
    [group] = store.groups()
    assert store.kept(group) is None
    store.keep(group, b"{}")
    assert store.kept(group) == b"{}"
    store.file(filing("r2", "b", keys="k"), link_all)
    [grown] = store.groups()
    assert store.kept(grown) is None


def test_the_capture_log_comes_back_in_order(store: Store) -> None:
    lines = [fetch("https://a.example/"), fetch("https://b.example/", reason="451"), fetch("https://a.example/")]
    for one in lines:
        store.log(one)
    assert list(store.fetches()) == lines
    assert list(store.fetches("https://a.example/")) == [lines[0], lines[2]]
    assert [entry.kind for entry in store.entries()] == ["capture"] * 3
    assert list(store.damages()) == []


def test_a_fetched_report_and_its_line_are_one_act(store: Store) -> None:
    one = replace(filing("r1"), fetch=fetch("https://a.example/"))
    assert store.file(one, link_all) == "added"
    assert store.file(one, link_all) == "known"
    assert [entry.kind for entry in store.entries()] == ["report", "capture", "capture"]
    assert [line.report for line in store.fetches()] == ["r1", "r1"]


def test_versions_of_a_page_are_known_by_its_address(store: Store) -> None:
    for id_, text in (("r1", "Rain fell."), ("r2", "Snow fell."), ("r3", "Hail fell.")):
        one = filing(id_, text)
        document = replace(one.report.document, url=None if id_ == "r3" else "https://a.example/")
        store.file(replace(one, report=replace(one.report, document=document)), link_all)
    store.withdraw(order("r1", "Rain fell."), link_all)
    assert store.versions("https://a.example/") == (("r1", True), ("r2", False))
    assert store.versions("https://b.example/") == ()
