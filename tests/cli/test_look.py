"""Looking at a ledger: lists, single things, forms."""

import csv
import io
import json
from pathlib import Path

import pytest
from desk import KOLVEN
from program import run, values

from reportedly.format import contents_of

LISTS = ("stories", "claims", "figures", "origins", "timeline")


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_four_forms_of_the_same_rows(ledger: Path, name: str) -> None:
    rows = values(name, "--ledger", ledger)
    assert rows
    assert json.loads(run(name, "--ledger", ledger, "--json").stdout) == rows
    assert len(list(csv.reader(io.StringIO(run(name, "--ledger", ledger, "--csv").stdout)))) == len(rows) + 1
    assert run(name, "--ledger", ledger, "-t").stdout


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("name", LISTS)
def test_tables_keep_to_the_width(ledger: Path, name: str, columns: int) -> None:
    found = run(name, "--ledger", ledger, columns=columns)
    assert max(map(len, found.stdout.splitlines())) <= columns


def test_a_limit_says_so(ledger: Path) -> None:
    total = len(values("claims", "--ledger", ledger))
    assert f"2 of {total} claims" in run("claims", "--ledger", ledger, "--limit", "2").stderr
    assert len(values("claims", "--ledger", ledger, "--limit", "2")) == 2


def test_contested_claims_are_contested(ledger: Path) -> None:
    rows = values("claims", "--ledger", ledger, "--contested")
    against = {row["id"] for row in values("claims", "--ledger", ledger) if row["contest"]}
    assert against
    assert against <= {row["id"] for row in rows}
    assert all(row["contest"] or row["figure"]["relation"] == "contradict" for row in rows)


def test_since_looks_at_the_latest_report(ledger: Path) -> None:
    assert values("claims", "--ledger", ledger, "--since", "2025-06-01")
    assert not values("claims", "--ledger", ledger, "--since", "24h")
    assert run("claims", "--ledger", ledger, "--since", "tomorrow").exit_code == 2


def test_a_story_is_found_by_its_reports_too(ledger: Path) -> None:
    [story] = values("stories", "--ledger", ledger)
    by_story = values("claims", "--ledger", ledger, "--story", story["id"])
    assert values("claims", "--ledger", ledger, "--story", story["reports"][0]) == by_story
    assert run("claims", "--ledger", ledger, "--story", "s-none").exit_code == 1


def test_show_takes_every_id(ledger: Path) -> None:
    [story] = values("stories", "--ledger", ledger)
    claim = values("claims", "--ledger", ledger)[0]
    source = story["sources"][0]["id"]
    for id_ in (story["id"], claim["id"], source, story["reports"][0]):
        assert run("show", id_, "--ledger", ledger).stdout
        assert json.loads(run("show", id_, "--ledger", ledger, "--json").stdout)
    assert run("show", "nothing", "--ledger", ledger).exit_code == 1


def test_show_quotes_exact_words_with_their_place(ledger: Path) -> None:
    claim = next(one for one in values("claims", "--ledger", ledger) if one["support"][0]["attribution"])
    evidence = claim["support"][0]
    report = json.loads(run("show", evidence["report"], "--ledger", ledger, "--json").stdout)
    content = next(one for one in report["attributions"] if one["id"] == evidence["attribution"])["content"]
    shown = run("show", claim["id"], "--why", "--ledger", ledger, columns=400).stdout
    assert f"[{evidence['report']} {content[0][0]}–{content[-1][1]}]" in shown


def test_no_word_says_true_or_false(ledger: Path) -> None:
    for claim in values("claims", "--ledger", ledger)[:10]:
        shown = run("show", claim["id"], "--ledger", ledger).stdout
        own = [
            line
            for line in shown.splitlines()
            if line.strip().startswith(("status", "credibility", "behind", "carried"))
        ]
        assert not {"true", "false"} & set(" ".join(own).lower().split())


def test_diff_marks_what_changed(ledger: Path) -> None:
    [story] = values("stories", "--ledger", ledger)
    left, right = story["reports"][0], story["reports"][2]
    found = run("diff", left, right, "--text", "--ledger", ledger)
    assert "[-" in found.stdout
    assert "{+" in found.stdout
    both = json.loads(run("diff", left, right, "--json", "--ledger", ledger).stdout)
    assert both["left"] == left
    assert both["claims"]


def test_origins_count_reports_texts_and_origins(ledger: Path) -> None:
    claim = values("claims", "--ledger", ledger)[0]
    shown = run("origins", claim["id"], "--ledger", ledger).stdout
    assert f"{claim['texts']} texts, {len(claim['origins'])} origin" in shown
    assert run("origins", "c-none", "--ledger", ledger).exit_code == 1


def test_search_finds_words(ledger: Path) -> None:
    assert values("search", "dam", "--ledger", ledger)
    assert run("search", "zyzzyva", "--ledger", ledger).stderr == "no reports\n"
    assert run("search", "--ledger", ledger, "--", "-").exit_code == 1


def test_export_json_comes_back_whole(ledger: Path) -> None:
    found = run("export", "json", "--ledger", ledger)
    back = contents_of(json.loads(found.stdout))
    assert len(back.reports) == 11
    assert [story.id for story in back.stories] == [one["id"] for one in values("stories", "--ledger", ledger)]


def test_export_writes_every_format(ledger: Path, tmp_path: Path) -> None:
    assert len(run("export", "jsonl", "--ledger", ledger).stdout.splitlines()) == 11
    for table in ("claims", "attributions", "figures"):
        rows = list(csv.DictReader(io.StringIO(run("export", "csv", "--table", table, "--ledger", ledger).stdout)))
        assert rows
    assert run("export", "html", "--out", tmp_path / "page.html", "--ledger", ledger).exit_code == 0
    assert (tmp_path / "page.html").read_text("utf-8").startswith("<!")
    assert run("export", "json", "--out", tmp_path / "no" / "a.json", "--ledger", ledger).exit_code == 1


def test_verify_says_that_nothing_is_damaged(ledger: Path) -> None:
    found = run("verify", "--ledger", ledger)
    assert found.exit_code == 0
    assert "nothing is damaged" in found.stderr


def test_a_story_tells_which_story_it_was(tmp_path: Path) -> None:
    later = [{"id": f"r{day}", "text": KOLVEN[0], "published": f"2025-06-{day:02}"} for day in (3, 4)]
    earlier = {"id": "r2", "text": KOLVEN[0], "published": "2025-06-02"}
    ledger, names = tmp_path / "ledger.db", []
    for rows in (later, [earlier]):
        source = tmp_path / "in.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        assert run("add", source, "--ledger", ledger).exit_code == 0
        [story] = values("stories", "--ledger", ledger)
        names.append(story["id"])
    assert names[0] != names[1]
    for id_, *options in [(names[0],), (names[1], "--why")]:
        told = " ".join(run("show", id_, *options, "--ledger", ledger).stdout.split())
        assert f"named anew {names[0]} → {names[1]}: r3, r4" in told
        assert "because when r2 came, the story had another earliest report" in told
    assert "named anew" not in run("show", names[1], "--ledger", ledger).stdout
