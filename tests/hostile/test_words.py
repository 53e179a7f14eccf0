"""What a user, or a program for one, may type: a reason comes back, never a traceback, and never more than was asked for.

There is no server: what the manifest asks of one (the o cases) is asked of the command line. Cross-origin requests, client
addresses, tenants and slow uploads (o15 to o19) have nothing here that they could reach; o20 is `test_inert.py`.
"""

import json
from pathlib import Path

import pytest
from desk import filled
from program import run


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger of three reports."""
    folder = tmp_path_factory.mktemp("words")
    filled(folder).store.close()
    return folder / "ledger.db"


QUERIES = {
    "o01": '"',
    "o02": "*",
    "o03": "NEAR(",
    "o04": "a" * 100_000,
    "o05": "dam\x00x",
    "o13": "__proto__",
    "o14": "\ud800",
}


@pytest.mark.parametrize("words", QUERIES.values(), ids=QUERIES)
def test_a_search_ends_with_hits_or_a_reason(ledger: Path, words: str) -> None:
    found = run("search", words, "--nl", "--ledger", ledger)
    assert found.exit_code in {0, 1, 2}, found.stderr
    assert "Traceback" not in found.stderr
    assert found.stdout or found.stderr
    for line in found.stdout.splitlines():
        assert json.loads(line)["report"] in {"r0", "r1", "r2"}


@pytest.mark.parametrize("name", ["../../etc/passwd", "1 OR 1=1", "' OR ''='", "%", "__proto__", "\x00", ""])
@pytest.mark.parametrize("command", [("show",), ("withdraw", "--yes", "--reason", "x", "--by", "y")])
def test_an_id_that_is_none_finds_nothing(ledger: Path, command: tuple[str, ...], name: str) -> None:
    before = run("export", "json", "--ledger", ledger).stdout
    found = run(command[0], name, *command[1:], "--ledger", ledger)
    assert found.exit_code in {1, 2}, found.stdout
    assert found.stderr
    assert "root:" not in found.stdout + found.stderr
    assert run("export", "json", "--ledger", ledger).stdout == before


@pytest.mark.parametrize("limit", ["-1", "1e9", "ten", "99999999999999999999"])
def test_a_limit_that_is_none_is_refused(ledger: Path, limit: str) -> None:  # o08, o10
    found = run("claims", "--limit", limit, "--ledger", ledger)
    assert found.exit_code == 2 or (found.exit_code == 1 and "limit" in found.stderr)


def test_a_huge_limit_shows_what_there_is(ledger: Path) -> None:  # o09
    assert run("claims", "--limit", "1000000000", "--nl", "--ledger", ledger).exit_code == 0


def test_the_last_of_two_flags_counts(ledger: Path) -> None:  # o10
    found = run("claims", "--limit", "9", "--limit", "1", "--nl", "--ledger", ledger)
    assert len(found.stdout.splitlines()) == 1


LINES = {
    "o11": '{"a":' * 5000 + "1" + "}" * 5000,
    "o12": '{"text": [1e9999, -0, NaN]}',
    "o12b": '{"text": "So.", "published": 1e9999}',
    "o13": '{"__proto__": {"text": "So."}}',
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_json_that_is_no_report_is_refused_with_its_reason(line: str) -> None:
    found = run("read", "-", given=line)
    assert found.exit_code == 3, found.stdout
    assert "Traceback" not in found.stderr
    assert "-:1" in found.stderr


def test_half_a_character_is_read_and_can_be_written() -> None:  # o14
    found = run("read", "-", "--nl", given='{"text": "The dam \\ud800 broke, Ada Orm said on Monday in Kolven."}')
    assert found.exit_code in {0, 3}
    assert (found.stdout + found.stderr).encode()
