"""The readings by hand of the sets of stories: built from their source, whole, and right by their own measure."""

import collections
import json
import pathlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest
from gold.test_bundled import as_ledger, as_read, attributions, misplaced, odd, script

GOLD = pathlib.Path(__file__).resolve().parents[2] / "gold"
QUOTES = tuple("“”\"‘'")

Row = dict[str, Any]


@dataclass(frozen=True)
class Set:
    """One set of stories, and what it promises."""

    name: str
    reports: Mapping[str, int]
    attributions: int
    claims: int
    shortest: int
    longest: int
    unmarked: frozenset[str]


SETS = (
    Set(
        "further",
        reports={"chief": 5, "crew": 5, "ferry": 5, "leak": 5},
        attributions=120,
        claims=20,
        shortest=60,
        longest=350,
        # A turn of the transcript and a post set into a page are direct speech without quotation marks.
        unmarked=frozenset({*(f"CC{number}" for number in range(1, 11)), "LE6"}),
    ),
    Set(
        "online",
        reports={"puma": 4, "strike": 4, "trout": 4},
        attributions=100,
        claims=15,
        shortest=80,
        longest=350,
        # A headline with straight single quotation marks, and a post set into a page without any.
        unmarked=frozenset({"RD0", "TC5"}),
    ),
    Set(
        "varied",
        reports={"barracks": 4, "doping": 4, "meteor": 4, "wildfire": 4},
        attributions=290,
        claims=65,
        shortest=230,
        longest=480,
        unmarked=frozenset(),
    ),
    Set(
        "unseen",
        reports={"ballot": 5, "plane": 4, "poison": 4, "quake": 5},
        attributions=290,
        claims=70,
        shortest=230,
        longest=480,
        unmarked=frozenset(),
    ),
)


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """The builder of the gold."""
    return script("build")


@pytest.fixture(scope="module", params=SETS, ids=lambda one: one.name)
def stories(request: pytest.FixtureRequest) -> Set:
    """Each set in turn."""
    found: Set = request.param
    return found


@pytest.fixture(scope="module")
def gold(stories: Set) -> Row:
    """The gold as it lies in the repository."""
    read: Row = json.loads((GOLD / f"{stories.name}.json").read_text("utf-8"))
    return read


def test_gold_is_what_its_source_builds(build: ModuleType, stories: Set) -> None:
    built = build.dump(build.build_set(GOLD / stories.name))
    assert (GOLD / f"{stories.name}.json").read_text("utf-8") == built


def test_every_story_has_its_reports_some_without_a_date(gold: Row, stories: Set) -> None:
    counted = collections.Counter(about["story"] for about in gold["documents"].values())
    assert counted == stories.reports
    undated = {about["story"] for about in gold["documents"].values() if about["published"] is None}
    assert undated == set(stories.reports)
    assert {claim["story"] for claim in gold["claims"]} == set(stories.reports)
    assert list(gold["texts"]) == list(gold["documents"]) == list(gold["attributions"])


def test_stories_are_large_enough(gold: Row, stories: Set) -> None:
    assert len(attributions(gold)) >= stories.attributions
    assert len(gold["claims"]) >= stories.claims


def test_texts_are_as_long_as_news_is(gold: Row, stories: Set) -> None:
    lengths = {name: len(text.split()) for name, text in gold["texts"].items()}
    assert {name: length for name, length in lengths.items() if not stories.shortest <= length <= stories.longest} == {}


def test_every_span_lies_in_its_text_and_starts_and_ends_on_a_word(gold: Row) -> None:
    assert misplaced(gold) == []


def test_every_attribution_has_content_and_known_terms(gold: Row) -> None:
    assert odd(gold) == []


def test_a_quotation_is_marked_as_one(gold: Row, stories: Set) -> None:
    for row in attributions(gold).values():
        if row["id"] not in stories.unmarked:
            words = " ".join(gold["texts"][row["document"]][start:end] for start, end in row["content"])
            quoted = words.startswith(QUOTES) and words.endswith(QUOTES)
            marked = quoted or any(mark in words for mark in '“”"‘')
            assert (row["kind"] != "indirect") == marked, (row["id"], words)
            assert (row["kind"] == "direct") == quoted, (row["id"], words)


def test_ids_are_given_once_and_parents_stand_in_the_same_report(gold: Row) -> None:
    known = attributions(gold)
    assert len(known) == sum(len(rows) for rows in gold["attributions"].values())
    for row in known.values():
        if "parent" in row:
            assert known[row["parent"]]["document"] == row["document"], row["id"]
            assert row["parent"] != row["id"]


def test_everything_that_is_pointed_at_exists_in_the_same_story(gold: Row) -> None:
    told = {key: gold["documents"][row["document"]]["story"] for key, row in attributions(gold).items()}
    assert len({claim["id"] for claim in gold["claims"]}) == len(gold["claims"])
    for claim in gold["claims"]:
        pointed = [key for kind in ("support", "contest", "doubt") for key in claim.get(kind, [])]
        assert len(pointed) == len(set(pointed)), claim["id"]
        pointed += [drift[end] for drift in claim.get("drift", []) for end in ("from", "to")]
        assert {told.get(key) for key in pointed} == {claim["story"]}, claim["id"]
        assert claim["support"], claim["id"]
        assert bool(claim.get("figure")) == bool(claim.get("values")), claim["id"]
    for copy in gold["copies"]:
        assert {copy["report"], copy["of"]} <= set(gold["texts"])


def test_times_are_left_open_where_nothing_dates_them(gold: Row) -> None:
    for row in gold["times"]:
        assert (row["value"] is None) == (gold["documents"][row["document"]]["published"] is None), row


def test_figures_belong_to_those_who_say_something_in_the_report(gold: Row) -> None:
    for row in gold["figures"]:
        names = {one["source_name"] for one in gold["attributions"][row["document"]]}
        assert not row["source_name"] or row["source_name"] in names, row


def read_as_gold(gold: Row, name: str) -> Row:
    """The gold of one report in the shape of a read report, ranges with both their ends."""
    read = as_read(gold, name)
    figures = [row for row in gold["figures"] if row["document"] == name]
    ranges = [{key: row[key] for key in ("low", "high") if key in row} for row in figures]
    read["quantities"] = [row | ends for row, ends in zip(read["quantities"], ranges, strict=True)]
    return read


def test_gold_scored_against_itself_is_whole(gold: Row, capsys: pytest.CaptureFixture[str]) -> None:
    score = script("score")
    reports = {name: read_as_gold(gold, name) for name in gold["texts"]}
    reading, where = score.reading(gold, gold["texts"], reports)
    grouped = collections.defaultdict(list)
    for name, about in gold["documents"].items():
        grouped[about["story"]].append(name)
    ledger = as_ledger(gold) | {"stories": [{"reports": names} for names in grouped.values()]}
    reconciling = score.reconciling(gold, where, ledger)
    printed = capsys.readouterr().out
    assert set(where) == set(attributions(gold))
    measures = [line for line in printed.splitlines() if " right of " in line]
    assert [line for line in measures if " 100.0 " not in line] == []
    assert reading == pytest.approx(100)
    assert reconciling == pytest.approx(100)
