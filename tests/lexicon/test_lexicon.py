"""Words as data: every row has a source that is explained."""

from importlib.resources import files
from pathlib import Path

import pytest

from reportedly.errors import LanguageNotSupported, LexiconInvalid
from reportedly.lexicon import _check, languages, load

TABLES = sorted(
    Path(str(one)).stem for one in files("reportedly.lexicon").joinpath("en").iterdir() if one.name.endswith(".toml")
)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_loads_and_every_row_names_its_source(name: str) -> None:
    assert all(row["source"] for rows in load("en", name).values() for row in rows.values())


@pytest.mark.parametrize("name", TABLES)
def test_every_table_stands_in_the_docs(name: str) -> None:
    page = Path(__file__).parents[2].joinpath("docs", "lexicon.md").read_text("utf-8")
    assert f"`{name}`" in page


def test_a_missing_table_says_what_there_is() -> None:
    with pytest.raises(LanguageNotSupported, match="this version reads en"):
        load("de", "cue")


@pytest.mark.parametrize("row", [{}, {"source": "unknown"}, "word", {"source": None}])
def test_a_row_without_a_known_source_is_refused(row: object) -> None:
    with pytest.raises(LexiconInvalid, match="expected a table with a source"):
        _check("here", row, {"ours": "our own"})


def test_languages() -> None:
    assert languages() == ("en",)
