"""Reading and adding: data, talk, failures."""

import csv
import io
import json
from pathlib import Path

import pytest
from program import run, values

from reportedly.engine import opened, settings
from reportedly.format import report_of

TEXT = "The dam at Kolven broke on Monday, the mayor of the town said. Nobody was hurt, she added."
LINES = "\n".join(json.dumps({"id": f"r{number}", "text": f"{TEXT} Note {number}."}) for number in range(3))


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Return a file that can be read."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return path


def test_read_prints_a_report_a_line(text: Path) -> None:
    [row] = values("read", text, "--published", "2025-06-04", "--outlet", "Kolven Post", "--verbatim")
    assert (row["text"], row["published"], row["outlet"]) == (TEXT, "2025-06-04", "Kolven Post")
    assert report_of(row).text == TEXT


def test_the_fast_path_reads_the_same_report(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<html><head><title>Dam breaks</title></head><body><nav>Home</nav><p>{TEXT}</p></body></html>")
    [slow], [fast] = values("read", page), values("read", page, "--fast")
    assert (fast["text"], fast["title"]) == (slow["text"], slow["title"]) == (TEXT, "Dam breaks")
    assert "1 report added" in run("add", page, "--fast", "--ledger", tmp_path / "ledger.db").stderr


def test_read_has_four_forms(text: Path) -> None:
    assert "Kolven" in run("read", text).stdout
    assert len(json.loads(run("read", text, "--json").stdout)) == 1
    rows = list(csv.DictReader(io.StringIO(run("read", text, "--csv").stdout)))
    assert all(row["report"] for row in rows)


def test_read_writes_a_page(text: Path, tmp_path: Path) -> None:
    found = run("read", text, "--html", tmp_path / "page.html")
    assert found.stdout == ""
    assert "Kolven" in (tmp_path / "page.html").read_text("utf-8")


def test_standard_input_is_a_dash() -> None:
    assert json.loads(run("read", "-", "--nl", given=TEXT).stdout)["text"].startswith("The dam")


def test_some_failed_is_three_with_a_list(text: Path, tmp_path: Path) -> None:
    for name, raw in (("empty.txt", b""), ("binary.txt", bytes(range(256)) * 9), ("lines.jsonl", b"{no json\n")):
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "folder").mkdir()
    names = [tmp_path / one for one in ("missing.txt", "empty.txt", "binary.txt", "lines.jsonl", "folder")]
    for command in (["read"], ["add", "--ledger", tmp_path / "l.db"]):
        found = run(*command, *names, text, "--nl")
        assert found.exit_code == 3
        assert len(found.stdout.splitlines()) == 1
        assert "5 inputs failed:" in found.stderr
        assert all(str(name) in found.stderr for name in names)


def test_a_date_that_is_none_is_a_usage_error(text: Path) -> None:
    found = run("read", text, "--published", "soon")
    assert found.exit_code == 2
    assert "is no date" in found.stderr


def test_add_acknowledges_each_report(tmp_path: Path) -> None:
    rows = [
        json.loads(one)
        for one in run("add", "-", "--ledger", tmp_path / "l.db", "--nl", given=LINES).stdout.splitlines()
    ]
    assert [row["report"] for row in rows] == ["r0", "r1", "r2"]
    assert {row["outcome"] for row in rows} == {"added"}


def test_adding_again_is_harmless(tmp_path: Path) -> None:
    run("add", "-", "--ledger", tmp_path / "l.db", given=LINES)
    found = run("add", "-", "--ledger", tmp_path / "l.db", given=LINES)
    assert found.exit_code == 0
    assert "0 reports added, 3 known already, 0 failed" in found.stderr
    with opened(settings({"ledger": tmp_path / "l.db"})) as vault:
        assert vault.store.count() == 3


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    found = run("add", "-", "--dry-run", "--ledger", tmp_path / "l.db", given=LINES)
    assert "3 reports would be added" in found.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_dry_run_knows_the_ledger(tmp_path: Path) -> None:
    run("add", "-", "--ledger", tmp_path / "l.db", given=LINES)
    assert (
        "0 reports would be added, 3 known"
        in run("add", "-", "--dry-run", "--ledger", tmp_path / "l.db", given=LINES).stderr
    )


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "\x1b]0;owned\x07The dam broke, said \x1b[31mAda Orm\x1b[0m, the mayor of the town."
    )
    assert "\x1b" not in run("read", tmp_path / "a.txt").stdout
