"""Keeping a ledger: verify, withdraw, doctor, config, completion, demo."""

import json
from pathlib import Path

import pytest
from program import run, values

LINES = "\n".join(
    json.dumps({"id": f"r{number}", "text": f"The dam at Kolven broke, said Ada Orm, engineer number {number}."})
    for number in range(2)
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a ledger of this test's own."""
    run("add", "-", "--ledger", tmp_path / "l.db", given=LINES)
    return tmp_path / "l.db"


def test_verify_names_what_is_damaged(own: Path) -> None:
    for path in own.with_name("l.db.archive").rglob("*"):
        if path.is_file():
            path.chmod(0o600)
            path.write_bytes(b"changed")
    found = run("verify", "--ledger", own, "--nl")
    assert found.exit_code == 1
    assert len(found.stdout.splitlines()) == 2


def test_withdraw_asks_and_then_erases(own: Path) -> None:
    assert run("withdraw", "r0", "--reason", "a takedown", "--ledger", own, given="n\n").exit_code == 1
    assert len(values("search", "dam", "--ledger", own)) == 2
    found = run("withdraw", "r0", "--reason", "a takedown", "--by", "Ada Orm", "--yes", "--ledger", own)
    assert found.exit_code == 0
    assert len(values("search", "dam", "--ledger", own)) == 1
    shown = run("show", "r0", "--ledger", own)
    assert "by Ada Orm: a takedown" in shown.stderr
    exported = json.loads(run("export", "json", "--ledger", own).stdout)
    assert [one["report"] for one in exported["withdrawn"]] == ["r0"]
    assert "number 0" not in json.dumps(exported)
    assert run("verify", "--ledger", own).exit_code == 0


def test_withdraw_needs_a_ledger_and_a_report(own: Path, tmp_path: Path) -> None:
    assert run("withdraw", "r9", "--reason", "x", "--yes", "--ledger", own).exit_code == 1
    assert run("withdraw", "r0", "--reason", "x", "--yes", "--ledger", tmp_path / "no.db").exit_code == 1


def test_doctor_looks_at_everything(own: Path) -> None:
    rows = {row["what"]: row["state"] for row in values("doctor", "--ledger", own)}
    assert set(rows) == {"reportedly", "python", "sqlite", "words", "gazetteer", "caps", "ledger", "space"}


def test_doctor_says_what_stops_the_work(tmp_path: Path) -> None:
    (tmp_path / "l.db").write_bytes(b"no database at all, but long enough to be one" * 99)
    found = run("doctor", "--ledger", tmp_path / "l.db", "--nl")
    assert found.exit_code == 1
    assert {"fault"} == {json.loads(one)["state"] for one in found.stdout.splitlines() if '"ledger"' in one}


def test_config_says_where_settings_come_from(tmp_path: Path) -> None:
    rows = {row["name"]: row for row in values("config", "--limit", "3", "--ledger", tmp_path / "l.db")}
    assert rows["limit"] == {"name": "limit", "value": "3", "origin": "flag"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script(shell: str) -> None:
    assert "_REPORTEDLY_COMPLETE" in run("completion", shell).stdout


def test_demo_writes_its_page_where_it_is_told(tmp_path: Path) -> None:
    found = run("demo", "--out", tmp_path / "out" / "demo.html", "--limit", "3")
    assert found.exit_code == 0, found.stderr
    assert (tmp_path / "out" / "demo.html").is_file()
    assert "11 reports, 1 story" in found.stdout


def test_demo_keeps_its_ledger_where_it_is_told(tmp_path: Path) -> None:
    found = run("demo", "--out", tmp_path / "demo.html", "--ledger", tmp_path / "demo.db")
    assert f"reportedly claims --ledger {tmp_path / 'demo.db'}" in found.stderr
    assert len(values("stories", "--ledger", tmp_path / "demo.db")) == 1
