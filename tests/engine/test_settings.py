"""Settings: defaults, file, variables, flags."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from reportedly.engine.settings import FILE, NAMES, settings
from reportedly.errors import SettingsInvalid


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_defaults_say_that_they_are() -> None:
    found = settings({}, environment={})
    assert (found.workers, found.limit) == (1, 50)
    assert found.ledger.name == "ledger.db"
    assert dict(found.origins) == dict.fromkeys(NAMES, "default")


def test_flags_go_before_variables_before_the_file() -> None:
    Path(FILE).write_text("ledger = 'file.db'\nworkers = 2\nlimit = 7\n")
    variables = {"REPORTEDLY_LEDGER": "variable.db", "REPORTEDLY_WORKERS": "3", "REPORTEDLY_WAIT": ""}
    found = settings({"ledger": Path("flag.db"), "limit": None}, environment=variables)
    assert (found.ledger, found.workers, found.limit) == (Path("flag.db"), 3, 7)
    assert dict(found.origins) == {
        "ledger": "flag",
        "workers": "REPORTEDLY_WORKERS",
        "wait": "default",
        "limit": FILE,
        "reader": "default",
    }


def test_a_reader_that_there_is_not_is_refused() -> None:
    with pytest.raises(SettingsInvalid, match=r"reader = 'fr'; expected one of rules, en, spacy:PATH"):
        settings({"reader": "fr"}, environment={})


def test_the_archive_lies_beside_the_ledger() -> None:
    assert settings({"ledger": Path("a/b.db")}, environment={}).archive == Path("a/b.db.archive")


def test_a_named_file_is_used(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("limit = 3\n")
    assert settings({}, environment={"REPORTEDLY_SETTINGS": str(tmp_path / "mine.toml")}).limit == 3


BROKEN: list[tuple[str, dict[str, str], Mapping[str, Any], str]] = [
    ("workers = ", {}, {}, "cannot be read"),
    ("colour = 'red'", {}, {}, "no setting colour; expected some of ledger, workers"),
    ("workers = 'many'", {}, {}, "workers = 'many'; expected a number from 1 to 64"),
    ("workers = true", {}, {}, "expected a number"),
    ("ledger = 3", {}, {}, "expected a path"),
    ("", {"REPORTEDLY_LIMIT": "-1"}, {}, "REPORTEDLY_LIMIT: limit = '-1'; expected a number from 0"),
    ("", {}, {"workers": 65}, "flag: workers = 65"),
    ("", {"REPORTEDLY_SETTINGS": "missing.toml"}, {}, "missing.toml cannot be read"),
]


@pytest.mark.parametrize(("text", "variables", "flags", "said"), BROKEN)
def test_what_cannot_be_used_is_named(
    text: str, variables: dict[str, str], flags: Mapping[str, Any], said: str
) -> None:
    Path(FILE).write_text(text)
    with pytest.raises(SettingsInvalid, match=said):
        settings(flags, environment=variables)
