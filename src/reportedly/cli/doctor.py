"""`reportedly doctor`: check that everything needed is there."""

import platform
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import click
from rich.text import Text

from reportedly import __version__, lexicon
from reportedly.cli.option import formed, setting
from reportedly.cli.output import Column, Form, Listing, write
from reportedly.cli.words import plural
from reportedly.engine import Settings, opened
from reportedly.engine.gazetteer import gazetteer
from reportedly.engine.ward import FORKS
from reportedly.errors import LedgerError, LexiconInvalid

_LEAST_FREE_MB = 100


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        what: Its name.
        state: "ok", "missing" for something useful that is not there, "fault" for something that stops the work.
        found: What was found, and what to do.
    """

    what: str
    state: str
    found: str


@click.command("doctor")
@formed
@setting("ledger")
def command(form: Form, settings: Settings) -> None:
    """Check that everything needed is there: Python, SQLite, words, gazetteer, ledger, space.

    Exit code 1 when something stops the work.
    """
    checks = tuple(_checks(settings))
    write(Listing("checks", checks, _COLUMNS, asdict), form, Settings(settings.ledger, limit=0))
    if any(one.state == "fault" for one in checks):
        click.get_current_context().exit(1)


def _checks(settings: Settings) -> Iterator[Check]:
    """Look at everything."""
    yield Check("reportedly", "ok", __version__)
    yield Check("python", "ok", f"{platform.python_version()} at {sys.executable}")
    yield _sqlite()
    yield _words()
    yield _places()
    yield _caps()
    yield _ledger(settings)
    yield _space(settings)


def _sqlite() -> Check:
    """Look for full-text search."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5 (text)")
    except sqlite3.OperationalError:
        return Check("sqlite", "fault", f"{sqlite3.sqlite_version} without FTS5; install a Python whose SQLite has it")
    finally:
        connection.close()
    return Check("sqlite", "ok", f"{sqlite3.sqlite_version} with FTS5")


def _caps() -> Check:
    """Say whether a single worker reads under caps."""
    if FORKS:
        return Check("caps", "ok", "each report is read in a process of its own, under caps on time and memory")
    return Check(
        "caps", "missing", "this system does not fork safely, so one worker reads without caps; use --workers 2"
    )


def _words() -> Check:
    """Look for the lexicons."""
    found = lexicon.languages()
    return Check("words", "ok" if found else "fault", f"languages read: {', '.join(found) or 'none; install again'}")


def _places() -> Check:
    """Look for the gazetteer."""
    try:
        found = gazetteer()
    except LexiconInvalid as fault:
        return Check("gazetteer", "fault", str(fault))
    if found is None:
        return Check("gazetteer", "missing", "places are not located; pip install reportedly-places")
    return Check("gazetteer", "ok", "reportedly-places")


def _ledger(settings: Settings) -> Check:
    """Open the ledger."""
    if not settings.ledger.exists():
        return Check("ledger", "ok", f"none yet at {settings.ledger}; `reportedly add` makes it")
    try:
        with opened(settings) as vault:
            return Check("ledger", "ok", f"{settings.ledger}, {plural(vault.store.count(), 'report')}")
    except LedgerError as fault:
        return Check("ledger", "fault", str(fault))


def _space(settings: Settings) -> Check:
    """Look at the space left where the ledger lies or will lie."""
    folder = next(one for one in settings.ledger.absolute().parents if one.is_dir())
    free_mb = shutil.disk_usage(folder).free // 1_000_000
    state = "ok" if free_mb >= _LEAST_FREE_MB else "fault"
    return Check("space", state, f"{free_mb:,} MB free at {folder}")


_STYLES = {"ok": "green", "missing": "yellow", "fault": "bold red"}

_COLUMNS: tuple[Column[Check], ...] = (
    Column("what", lambda one: one.what),
    Column("state", lambda one: Text(one.state, _STYLES[one.state])),
    Column("found", lambda one: one.found, ratio=1),
)
