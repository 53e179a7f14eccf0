"""Words as data: one TOML table per noun and language, each row with its source.

A table's file holds ``[sources]``, short keys with the full reference, and any number of further sections whose rows are
tables with a ``source`` key::

    [sources]
    pareti = "Pareti 2015, Attribution: A Computational Approach, appendix B"
    ours = "our own reading of news prose; no third-party list"

    [verbs]
    insist = { certainty = "certain", source = "pareti" }
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from reportedly.errors import LanguageNotSupported, LexiconInvalid

Row = Mapping[str, Any]
Table = Mapping[str, Mapping[str, Row]]


@cache
def load(language: str, name: str) -> Table:
    """Read one table of words, once per process.

    Args:
        language: BCP 47 primary subtag ("en").
        name: The noun it serves, the file's name without suffix ("cue").

    Returns:
        Sections by name, each a mapping from the word or phrase to its row, in file order.

    Raises:
        LanguageNotSupported: There is no such table for the language.
        LexiconInvalid: A row has no ``source`` or names one that ``[sources]`` does not explain.
    """
    found = files(__package__).joinpath(language, f"{name}.toml")
    if not found.is_file():
        raise LanguageNotSupported(
            f"no lexicon {name!r} for language {language!r}; this version reads {', '.join(languages())}"
        )
    tables = tomllib.loads(found.read_text("utf-8"))
    known = tables.pop("sources", {})
    for section, rows in tables.items():
        for word, row in rows.items():
            _check(f"{language}/{name}.toml [{section}] {word!r}", row, known)
    return tables


def languages() -> tuple[str, ...]:
    """Return the languages that have a lexicon, sorted."""
    return tuple(sorted(one.name for one in files(__package__).iterdir() if one.is_dir() and len(one.name) == 2))  # noqa: PLR2004 - primary subtags of two letters


def _check(where: str, row: Any, known: Mapping[str, str]) -> None:
    """Refuse a row that does not say where it comes from."""
    if not isinstance(row, dict) or row.get("source") not in known:
        raise LexiconInvalid(f"{where}: expected a table with a source among {sorted(known)}; found {row!r}")
