"""Words of a page that would run, ask or reckon where they are shown: in the browser, in a spreadsheet, on the terminal."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from hostile.case import PAYLOADS, added, files, run

from reportedly.export.table import NAMES, inert

_STARTS = tuple("=+-@\t\r\n＝＋－＠")
_CHROMIUM = shutil.which("chromium")
# Chromium calls its maker at every start without the last two.
_SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger of pages whose title, author, outlet and text are scripts."""
    ledger = tmp_path_factory.mktemp("scripts") / "ledger.db"
    return added(ledger, *(one for one in files("e") if one.stem.endswith("_xss")))


@pytest.fixture(scope="module")
def formulas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger of pages whose title and text are formulas."""
    ledger = tmp_path_factory.mktemp("formulas") / "ledger.db"
    return added(ledger, *(one for one in files("e") if one.stem.endswith("_csv")))


@pytest.mark.skipif(_CHROMIUM is None, reason="Debian's chromium is not installed; `make test` installs it")
def test_scripts_are_shown_and_do_not_run(scripts: Path, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where a browser is

    out = tmp_path / "page.html"
    assert run("export", "html", "--out", out, "--ledger", scripts).returncode == 0
    asked: list[str] = []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=_CHROMIUM, args=_SWITCHES)
        shown = running.new_page()
        shown.on("request", lambda request: asked.append(request.url))
        shown.goto(out.as_uri())
        shown.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        shown.evaluate("for (const one of document.querySelectorAll('*')) if (one.focus) one.focus()")
        shown.wait_for_timeout(300)
        words = " ".join(str(shown.evaluate("document.body.textContent")).split())
        ran = shown.evaluate("String(window.__xss)")
        links = shown.evaluate(
            "[...document.querySelectorAll('[href],[src],[action],[srcdoc]')].map((o) => o.outerHTML)"
        )
        running.close()
    assert ran == "undefined"
    assert asked == [out.as_uri()]
    assert not [one for one in links if "javascript:" in one.split(">")[0].lower()]
    scripts_shown = [one for name, one in PAYLOADS.items() if name.endswith("_xss")]
    assert len(scripts_shown) == 11
    assert [one for one in scripts_shown if " ".join(one.split()) not in words] == []


@pytest.mark.parametrize("table", NAMES)
def test_no_cell_is_taken_for_a_formula(formulas: Path, table: str) -> None:
    found = run("export", "csv", "--table", table, "--ledger", formulas)
    assert found.returncode == 0, found.stderr
    rows = list(csv.reader(io.StringIO(found.stdout)))
    assert len(rows) > 1
    assert [cell for row in rows for cell in row if cell.startswith(_STARTS) and not _is_number(cell)] == []


def _is_number(cell: str) -> bool:
    """Say whether a cell is a number, sign included."""
    try:
        float(cell)
    except ValueError:
        return False
    return cell[0] in "-0123456789"


@pytest.mark.parametrize("name", [one for one in PAYLOADS if one.endswith("_csv")])
def test_a_cell_comes_back_as_it_was(name: str) -> None:
    for words in (PAYLOADS[name], f"'{PAYLOADS[name]}", f"  {PAYLOADS[name]}"):
        cell = inert(words)
        assert not cell.startswith(_STARTS)
        stripped = cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_STARTS) else cell
        assert stripped == words.replace("\r", "\n")


def test_json_keeps_the_words_exact(formulas: Path) -> None:
    found = json.loads(run("export", "json", "--ledger", formulas).stdout)
    titles = {one["title"] for one in found["reports"]}
    assert {" ".join(one.split()) for name, one in PAYLOADS.items() if name.endswith("_csv")} == titles


@pytest.mark.parametrize("command", [("claims",), ("stories",), ("search", "window")])
def test_no_control_character_reaches_the_terminal(scripts: Path, command: tuple[str, ...]) -> None:
    said = run(*command, "--ledger", scripts)
    assert said.returncode == 0, said.stderr
    assert said.stdout
    assert not [one for one in said.stdout if ord(one) < 32 and one != "\n"]


def test_what_is_hidden_in_a_page_commands_nobody(tmp_path: Path) -> None:
    """Comments, alternative texts and meta tags that speak to a reading machine are no part of the report."""
    ledger = added(tmp_path / "ledger.db", *files("c08"))
    told = run("export", "json", "--ledger", ledger).stdout
    assert "SYSTEM:" not in told
    assert "about 3,000 soldiers" in told
    assert "could grow to 12,000" in told
