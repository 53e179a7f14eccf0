"""The reading by hand of the bundled story: built from its source, whole, and right by its own measure."""

import html
import importlib.util
import json
import pathlib
import re
from types import ModuleType
from typing import Any

import pytest

from reportedly import bundled

GOLD = pathlib.Path(__file__).resolve().parents[2] / "gold"
MARKS = ("figures", "times", "places", "residue", "captions", "credits")
KINDS = {"direct", "indirect", "mixed"}
POLARITIES = {"asserts", "denies", "cannot confirm", "does not say", "asks"}

# What the story has to hold: each of these is marked on at least one annotation, and has its row in gold/README.md.
DIFFICULTIES = (
    "acronym",
    "all but one becomes most",
    "broken sentence",
    "cannot confirm",
    "caption as a plain paragraph",
    "caption repeats the claim",
    "change",
    "circular citation",
    "correction",
    "counts of different things",
    "declined to comment",
    "denial",
    "does not say",
    "headline with reports",
    "hedge gained",
    "hedge lost",
    "inherited attribution",
    "official confirmation",
    "part of a figure",
    "passive",
    "projection",
    "pronoun source",
    "question",
    "quotation over two paragraphs",
    "relative time with a date",
    "relative time without a date",
    "residue",
    "rumour",
    "scope change",
    "shared passage",
    "source of a relative clause",
    "status sentence",
    "syndicated copy",
    "the statement said",
    "three-source chain",
    "unnamed source",
    "update",
)

Row = dict[str, Any]


def script(name: str) -> ModuleType:
    """Load a script of gold/, which is no package."""
    spec = importlib.util.spec_from_file_location(f"gold_{name}", GOLD / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """The builder of the gold."""
    return script("build")


@pytest.fixture(scope="module")
def gold() -> Row:
    """The gold as it lies in the repository."""
    read: Row = json.loads((GOLD / "bundled.json").read_text("utf-8"))
    return read


def attributions(gold: Row) -> dict[str, Row]:
    """All attributions by their id, each with its report."""
    return {row["id"]: row | {"document": doc} for doc, rows in gold["attributions"].items() for row in rows}


def misplaced(gold: Row) -> list[tuple[str, str]]:
    """Return every span that does not lie in its text, or begins or ends with white space: its report and its words."""
    spans = [
        (row["document"], span)
        for row in attributions(gold).values()
        for key in ("source", "cue", "content", "hedges")
        for span in row.get(key, [])
    ] + [(row["document"], row["span"]) for kind in MARKS for row in gold[kind]]
    found = []
    for name, (start, end) in spans:
        words = gold["texts"][name][start:end]
        if not 0 <= start < end <= len(gold["texts"][name]) or words != words.strip():
            found.append((name, words))
    return found


def odd(gold: Row) -> list[str]:
    """Return the ids of attributions without content, or of a kind or polarity that is none."""
    return [
        row["id"]
        for row in attributions(gold).values()
        if not row["content"] or row["kind"] not in KINDS or row["polarity"] not in POLARITIES
    ]


def annotations(gold: Row) -> list[Row]:
    """Everything that can carry a difficulty."""
    marks = [row for kind in MARKS for row in gold[kind]]
    drift = [row for claim in gold["claims"] for row in claim.get("drift", [])]
    return [*attributions(gold).values(), *marks, *gold["claims"], *drift, *gold["copies"]]


def test_gold_is_what_its_source_builds(build: ModuleType) -> None:
    assert (GOLD / "bundled.json").read_text("utf-8") == build.dump(build.build())


def test_gold_reads_the_reports_that_are_bundled(gold: Row) -> None:
    files = {file.name: file.read_text("utf-8") for file in bundled.reports()}
    assert list(gold["documents"]) == list(files) == list(gold["texts"]) == list(gold["attributions"])
    assert gold["html"] == {name: page for name, page in files.items() if name.endswith(".html")}
    assert {name: gold["texts"][name] for name in files.keys() - gold["html"]} == {
        name: text for name, text in files.items() if name.endswith(".txt")
    }


def test_plain_texts_are_described_beside_them_and_one_has_no_date(gold: Row) -> None:
    about = bundled.about()
    assert set(about) == {name for name in gold["texts"] if name.endswith(".txt")}
    for name, entry in about.items():
        assert entry.get("published") == gold["documents"][name]["published"]
    assert [name for name, entry in about.items() if "published" not in entry] == ["08-askrel-notes.txt"]


def test_every_page_says_its_date(gold: Row) -> None:
    for name, page in gold["html"].items():
        assert gold["documents"][name]["published"] in page, name


def test_a_date_that_is_not_known_leaves_the_times_open(gold: Row) -> None:
    open_times = [row for row in gold["times"] if row["value"] is None]
    assert {row["document"] for row in open_times} == {"08-askrel-notes.txt"}
    assert len(open_times) == len([row for row in gold["times"] if row["document"] == "08-askrel-notes.txt"])


def test_story_is_large_enough(gold: Row) -> None:
    assert len(gold["texts"]) >= 8
    assert len(gold["html"]) >= 6
    assert len(attributions(gold)) >= 60
    assert len(gold["claims"]) >= 8


def test_every_span_lies_in_its_text_and_starts_and_ends_on_a_word(gold: Row) -> None:
    assert misplaced(gold) == []


def test_every_attribution_has_content_and_known_terms(gold: Row) -> None:
    assert odd(gold) == []


def test_a_quotation_is_marked_as_one(gold: Row) -> None:
    for row in attributions(gold).values():
        words = " ".join(gold["texts"][row["document"]][start:end] for start, end in row["content"])
        assert (row["kind"] != "indirect") == any(mark in words for mark in '“”"'), (row["id"], words)


def test_ids_are_given_once_and_parents_stand_in_the_same_report(gold: Row) -> None:
    known = attributions(gold)
    assert len(known) == sum(len(rows) for rows in gold["attributions"].values())
    for row in known.values():
        if "parent" in row:
            assert known[row["parent"]]["document"] == row["document"], row["id"]


def test_everything_that_is_pointed_at_exists(gold: Row) -> None:
    known = set(attributions(gold))
    for claim in gold["claims"]:
        pointed = {key for kind in ("support", "contest", "doubt") for key in claim.get(kind, [])}
        pointed |= {drift[end] for drift in claim.get("drift", []) for end in ("from", "to")}
        assert pointed <= known, claim["id"]
        assert claim["support"], claim["id"]
        assert not set(claim["support"]) & set(claim.get("contest", [])), claim["id"]
    for copy in gold["copies"]:
        assert {copy["report"], copy["of"]} <= set(gold["texts"])


def test_every_paragraph_stands_in_the_page(gold: Row, build: ModuleType) -> None:
    for name, page in gold["html"].items():
        assert gold["texts"][name] == build.visible_text(page)
        bare = "".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())
        for paragraph in gold["texts"][name].split("\n\n"):
            assert "".join(paragraph.split()) in bare, (name, paragraph)


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_every_difficulty_is_marked(gold: Row, difficulty: str) -> None:
    assert any(difficulty in row.get("difficulty", []) for row in annotations(gold))


def test_no_difficulty_is_marked_that_the_list_lacks(gold: Row) -> None:
    marked = {difficulty for row in annotations(gold) for difficulty in row.get("difficulty", [])}
    assert marked <= set(DIFFICULTIES)


def test_readme_lists_where_every_difficulty_stands(gold: Row, build: ModuleType) -> None:
    assert build.table(gold) in (GOLD / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("quoted", "text", "found"),
    [
        ("said", "he said it", "said"),
        ("it [said]", "he said it said", "said"),  # the surroundings settle which one
        ("a b", "a\n\nb", "a\n\nb"),  # any white space will do
        ("it", "with it", "it"),  # never inside a word
    ],
)
def test_quoted_words_are_found(build: ModuleType, quoted: str, text: str, found: str) -> None:
    start, end = build.locate(quoted, text)
    assert text[start:end] == found


@pytest.mark.parametrize(("quoted", "times"), [("said", 2), ("sai", 0), ("denied", 0)])
def test_words_found_not_once_stop_the_build(build: ModuleType, quoted: str, times: int) -> None:
    with pytest.raises(build.NotFoundError, match=f"stands {times} times"):
        build.locate(quoted, "he said she said")


def spelling(name: str | None) -> str | None:
    """The first spelling of a name, as a reader would give one."""
    return name.split(";")[0] if name else None


def as_read(gold: Row, name: str) -> Row:
    """The gold of one report in the shape of a read report, its residue blanked out so that no offset moves."""
    text = gold["texts"][name]
    for start, end in (row["span"] for row in gold["residue"] if row["document"] == name):
        text = text[:start] + " " * (end - start) + text[end:]
    rows = gold["attributions"][name]
    said = [
        row
        | {
            "source_name": spelling(row["source_name"]),
            "named": not (row["source_name"] or "").startswith("unnamed"),
        }
        for row in rows
    ]
    return {
        "id": name,
        "text": text,
        "attributions": said,
        "quantities": [quantity(row, rows) for row in gold["figures"] if row["document"] == name],
        "timexes": [place(row) for row in gold["times"] if row["document"] == name],
        "places": [
            place(row) | dict(zip(("lat", "lon"), row["lat_lon"], strict=True))
            for row in gold["places"]
            if row["document"] == name
        ],
        "captions": [row["span"] for row in gold["captions"] if row["document"] == name],
        "credits": [row for row in gold["credits"] if row["document"] == name],
    }


def place(row: Row) -> Row:
    """A mark with its ends."""
    return row | {"start": row["span"][0], "end": row["span"][1]}


def quantity(figure: Row, rows: list[Row]) -> Row:
    """A figure of the gold as a quantity, tied to an attribution of its source."""
    owners = [row["id"] for row in rows if figure["source_name"] and row["source_name"] == figure["source_name"]]
    value = figure.get("value")
    return place(figure) | {
        "low": None if figure["bound"] == "<" else value,
        "high": None if figure["bound"] == ">" else value,
        "attribution": owners[0] if owners else None,
    }


def as_ledger(gold: Row) -> Row:
    """The gold's claims, copies and stories in the shape of an exported ledger."""
    where = {key: {"report": row["document"], "attribution": key} for key, row in attributions(gold).items()}
    claims = [
        {
            "support": [where[key] for key in claim["support"]],
            "contest": [where[key] for key in claim.get("contest", [])],
            "origins": [
                {"name": spelling(name), "named": not name.startswith("unnamed")} for name in claim.get("origins", [])
            ],
            "drift": [{"from": where[row["from"]], "to": where[row["to"]]} for row in claim.get("drift", [])],
            "figure": {
                "values": [
                    {"low": value, "high": value, "projection": bound == "possible"}
                    for _, value, bound in claim.get("values", [])
                ]
            },
        }
        for claim in gold["claims"]
    ]
    return {
        "claims": claims,
        "copies": gold["copies"],
        "stories": [{"reports": list(gold["documents"])}],
    }


def test_gold_scored_against_itself_is_whole(gold: Row, capsys: pytest.CaptureFixture[str]) -> None:
    score = script("score")
    reports = {name: as_read(gold, name) for name in gold["texts"]}
    reading, where = score.reading(gold, gold["texts"], reports)
    reconciling = score.reconciling(gold, where, as_ledger(gold))
    printed = capsys.readouterr().out
    assert set(where) == set(attributions(gold))
    measures = [line for line in printed.splitlines() if " right of " in line]
    assert [line for line in measures if " 100.0 " not in line] == []
    assert reading == pytest.approx(100)
    assert reconciling == pytest.approx(100)
