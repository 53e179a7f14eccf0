"""Ledgers of earlier versions are brought up to date; nothing in them changes."""

import gzip
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from filing import fetch, filing, link_all, order

from reportedly.engine.linking import Linking, caught_up
from reportedly.engine.linking import filing as weighed
from reportedly.ledger import Sqlite
from reportedly.ledger.migration import SCHEMA
from reportedly.model import Report
from reportedly.reconciling import together


def _old(path: Path, count: int = 2) -> list[str]:
    """Make a ledger as version 1 had it; return its entries' hashes."""
    with Sqlite(path, write=True) as made:
        for number in range(count):
            one = filing(f"r{number}", f"Rain fell on day {number}.", keys=["rain"])
            document = replace(one.report.document, url=f"https://a.example/{number}")
            made.file(replace(one, report=replace(one.report, document=document)), link_all)
        made.withdraw(order("r0", "Rain fell on day 0."), link_all)
        hashes = [entry.hash for entry in made.entries()]
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = replace(sql, ', ''capture''', '') WHERE name = 'entry'")
        connection.execute("PRAGMA writable_schema = RESET")
        for index, column in [("report_url", "url"), ("report_near", "near")]:
            connection.execute(f"DROP INDEX {index}")
            connection.execute(f"ALTER TABLE report DROP COLUMN {column}")
        for table in ("profile", "move", "key", "edge"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("CREATE TABLE key (key INTEGER, report INTEGER, PRIMARY KEY (key, report)) WITHOUT ROWID")
        connection.execute('CREATE TABLE edge ("left" INTEGER, "right" INTEGER, score REAL, because TEXT)')
        connection.execute("PRAGMA user_version = 1")
    return hashes


def _version(path: Path) -> int:
    """Return the version of a ledger's tables."""
    with sqlite3.connect(path) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_the_first_version(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    hashes = _old(path)
    with Sqlite(path) as looking:  # what only looks changes nothing
        assert looking.count() == 1
    assert _version(path) == 1
    with Sqlite(path, write=True) as found:
        assert [entry.hash for entry in found.entries()] == hashes
        assert found.versions("https://a.example/1") == (("r1", False),)
        assert found.versions("https://a.example/0") == ()  # a withdrawn report's address went with its text
        found.log(fetch("https://a.example/1"))
        assert list(found.damages()) == []
    assert _version(path) == SCHEMA


def test_the_second_version(tmp_path: Path) -> None:
    """A ledger as the last version before profiles wrote it: eight invented reports of two stories, one withdrawn."""
    path = tmp_path / "ledger.db"
    path.write_bytes(gzip.decompress(Path(__file__).with_name("ledger-2.db.gz").read_bytes()))
    with Sqlite(path) as looking:
        hashes = [entry.hash for entry in looking.entries()]
        stories = [one.reports for one in looking.groups()]
        assert looking.moves("s-any") == ()
    assert [len(one) for one in stories] == [4, 3]
    with Sqlite(path, write=True) as found:
        assert [entry.hash for entry in found.entries()] == hashes
        assert [one.reports for one in found.groups()] == stories  # until they are weighed
        assert len(found.behind(Linking.version)) == 7
        assert caught_up(found, Linking()) == 7
        assert found.behind(Linking.version) == ()
        assert [one.reports for one in found.groups()] == stories
        assert stories == _together(found.reports())
        assert list(found.damages()) == []
    assert _version(path) == SCHEMA


def test_profiles_of_another_version_are_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(gzip.decompress(Path(__file__).with_name("ledger-2.db.gz").read_bytes()))
    with Sqlite(path, write=True) as found:
        caught_up(found, Linking())
        assert len(found.behind(Linking.version + 1)) == 7
        assert caught_up(found, Linking()) == 7
        assert [one.reports for one in found.groups()] == _together(found.reports())


def test_weighing_anew_goes_on_where_it_stopped(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(gzip.decompress(Path(__file__).with_name("ledger-2.db.gz").read_bytes()))
    with Sqlite(path, write=True) as found:
        left = found.behind(Linking.version)
        for done, id_ in enumerate(left, 1):
            found.relink(weighed(found.report(id_), found.capture(id_)), Linking())
            assert found.behind(Linking.version) == left[done:]
    with Sqlite(path, write=True) as found:
        assert found.behind(Linking.version) == ()


def _together(reports: Iterable[Report]) -> list[tuple[str, ...]]:
    """Return the stories as a whole set at once gives them, in the ledger's order."""
    return sorted(tuple(sorted(report.id for report in group)) for group in together(reports))


def test_killed_amid_it_a_ledger_is_old_or_new(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    hashes = _old(path, 40)
    program = "import sys; from reportedly.ledger import Sqlite; print(1, flush=True); Sqlite(sys.argv[1], write=True)"
    program = program.replace("sys.argv[1]", "__import__('pathlib').Path(sys.argv[1])")
    for wait_s in (0.0, 0.002, 0.004, 0.008):
        with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(wait_s)
            os.kill(child.pid, signal.SIGKILL)
        assert _version(path) in {1, SCHEMA}
        with Sqlite(path) as found:
            assert [entry.hash for entry in found.entries()] == hashes
            assert list(found.damages()) == []
