"""What goes wrong with machines: kills, signals, full and failing disks, scarce memory, odd clocks and locales.

Kills of one process at random moments are in tests/ledger/test_kill.py.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from desk import lines, made
from intake.archives import wacz
from program import run

from reportedly.engine import Added, add, opened, verify
from reportedly.errors import IntakeError
from reportedly.ledger import sqlite

PROGRAM = [sys.executable, "-c", "from reportedly.cli import main; main()"]


def _text(number: int) -> str:
    """Return the words of one report."""
    return f"The dam at Kolven broke on Monday, Ada Orm said in her note {number}. At least {number} people were hurt."


def _file(folder: Path, numbers: Sequence[int], name: str = "reports.jsonl") -> Path:
    """Write reports as JSON lines."""
    rows = [json.dumps({"id": f"r{one}", "text": _text(one), "published": "2031-06-04"}) for one in numbers]
    (folder / name).write_text("\n".join(rows))
    return folder / name


def _add(folder: Path, *inputs: Path, **options: Any) -> subprocess.Popen[str]:
    """Start adding to the ledger of a folder."""
    arguments = ["add", *map(str, inputs), "--nl", "--ledger", str(folder / "ledger.db"), *options.pop("more", ())]
    return subprocess.Popen(
        [*PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
    )


def _sound(folder: Path) -> set[str]:
    """See that a ledger is whole; return its ids."""
    with opened(made(folder)) as vault:
        assert list(verify(vault)) == []
        return set(vault.store.ids())


def _acknowledged(said: str) -> set[str]:
    """Return the ids of whole lines."""
    return {json.loads(one)["report"] for one in said[: said.rfind("\n") + 1].splitlines()}


def test_the_whole_group_killed_loses_nothing_acknowledged(tmp_path: Path) -> None:
    child = _add(tmp_path, _file(tmp_path, range(300)), more=["--workers", "2"], start_new_session=True)
    with child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(0.2)
        os.killpg(child.pid, signal.SIGKILL)
        said = first + child.stdout.read()
    assert _acknowledged(said) <= _sound(tmp_path)
    with _add(tmp_path, tmp_path / "reports.jsonl") as again:
        again.communicate()
    assert _sound(tmp_path) == {f"r{one}" for one in range(300)}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_soon_with_nothing_half_done(tmp_path: Path, number: signal.Signals) -> None:
    with _add(tmp_path, _file(tmp_path, range(2000))) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        child.send_signal(number)
        said, talk = child.communicate(timeout=30)
    assert child.returncode != 0
    assert "Traceback" not in talk
    assert _acknowledged(first + said) <= _sound(tmp_path)


def test_eight_writers_at_once_leave_the_union(tmp_path: Path) -> None:
    files = [_file(tmp_path, range(one * 2, one * 2 + 6), f"{one}.jsonl") for one in range(8)]
    children = [_add(tmp_path, one, more=["--wait", "120"]) for one in files]
    for child in children:
        with child:
            _, talk = child.communicate(timeout=120)
            assert child.returncode == 0, talk
            assert "locked" not in talk
    assert _sound(tmp_path) == {f"r{one}" for one in range(20)}


def test_a_reader_meanwhile_sees_whole_reports(tmp_path: Path) -> None:
    with _add(tmp_path, _file(tmp_path, range(200))) as child:
        assert child.stdout is not None
        child.stdout.readline()
        seen = 0
        while child.poll() is None and seen < 200:
            with opened(made(tmp_path)) as vault:
                found = list(vault.store.reports())
                assert all(report.text == _text(int(report.id[1:])) for report in found)
                assert len(found) >= seen
                seen = len(found)
        child.communicate()
    assert len(_sound(tmp_path)) == 200


@pytest.mark.parametrize("number", [5, 28])
def test_a_failing_or_full_disk_stops_it_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """At every sync in turn: nothing is acknowledged that is not kept, and the next run goes on."""
    real, left, faults = os.fsync, [0], []

    def fsync(handle: int) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise OSError(number, os.strerror(number))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    for turn in range(1, 12):
        left[0] = turn
        acknowledged: set[str] = set()
        with opened(made(tmp_path), write=True) as vault:
            try:
                for one in add(lines(), vault):
                    assert isinstance(one, Added)
                    acknowledged.add(one.report)
            except IntakeError as fault:
                faults.append(str(fault))
        assert acknowledged <= _sound(tmp_path)
    assert len(faults) > 1
    assert all(os.strerror(number) in one for one in faults)
    assert len(_sound(tmp_path)) == len(lines())


def test_one_bit_changed_in_any_archived_file_is_found_and_named(tmp_path: Path) -> None:
    with opened(made(tmp_path), write=True) as vault:
        list(add(lines(), vault))
    files = [one for one in made(tmp_path).archive.rglob("*") if one.is_file()]
    for number, path in enumerate(files):
        raw = bytearray(path.read_bytes())
        at = number * 7 % len(raw)
        raw[at] ^= 1 << number % 8
        path.write_bytes(raw)
    with opened(made(tmp_path)) as vault:
        damaged = [one.where for one in verify(vault)]
        assert damaged == sorted(f"archive {one.name}" for one in files)
        assert len(list(vault.store.reports())) == len(lines())


def test_a_clock_that_jumps_back_and_forth_changes_no_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start = datetime(2031, 6, 4, tzinfo=UTC)
    said: list[datetime] = []

    class Clock(datetime):
        """Jumps with every look, back and forth by turns, further each time."""

        @classmethod
        def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
            hours = 7 * len(said) * (-1) ** len(said)
            said.append((start + timedelta(hours=hours)).astimezone(tz))
            return said[-1]

    monkeypatch.setattr(sqlite, "datetime", Clock)
    with opened(made(tmp_path), write=True) as vault:
        added = [one.report for one in add(lines(), vault) if isinstance(one, Added)]
        assert list(vault.store.ids()) == added
        times = [entry.recorded for entry in vault.store.entries()]
        assert times == [one for one in said if one in times]
        assert times not in (sorted(times), sorted(times, reverse=True))
        captured = [vault.store.capture(one).captured for one in added]
        assert captured == sorted(captured)
    _sound(tmp_path)


PLACES: Sequence[Mapping[str, str]] = (
    {"PYTHONHASHSEED": "1"},
    {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "9", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
)


def test_hash_seed_order_workers_time_zone_and_locale_change_no_byte_of_an_export(tmp_path: Path) -> None:
    exports = set()
    for number, place in enumerate(PLACES):
        folder = tmp_path / str(number)
        folder.mkdir()
        workers = ["--workers", "2"] if number == 1 else []
        order = sorted(range(6), key=lambda one: one * 5 % (number + 3))  # another order of arrival each time
        with _add(folder, _file(tmp_path, order), env={**os.environ, **place}, more=workers) as child:
            child.communicate()
        arguments = [*PROGRAM, "export", "json", "--ledger", str(folder / "ledger.db")]
        exports.add(subprocess.run(arguments, capture_output=True, check=True, env={**os.environ, **place}).stdout)
    assert len(exports) == 1


def _limited(what: int, most: int) -> Callable[[], None]:
    """Return what limits a child."""
    return lambda: resource.setrlimit(what, (most, most))


def test_few_open_files_are_enough(tmp_path: Path) -> None:
    limit = _limited(resource.RLIMIT_NOFILE, 64)
    with _add(tmp_path, _file(tmp_path, range(3)), preexec_fn=limit) as child:
        _, talk = child.communicate()
    assert child.returncode == 0, talk
    assert len(_sound(tmp_path)) == 3


def test_a_huge_page_with_little_memory_costs_itself_only(tmp_path: Path) -> None:
    huge = tmp_path / "huge.html"
    huge.write_bytes(b"<html><body>" + b"<p>The dam at Kolven broke on Monday.</p>" * 2_000_000)
    limit = _limited(resource.RLIMIT_AS, 1 << 30)
    with _add(tmp_path, huge, _file(tmp_path, range(2)), preexec_fn=limit) as child:
        _, talk = child.communicate()
    assert child.returncode == 3, talk
    assert "20,000,000" in talk
    assert len(_sound(tmp_path)) == 2


def test_no_place_for_temporary_files_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.TemporaryFile", _nowhere)
    (tmp_path / "a.wacz").write_bytes(wacz())
    found = run("read", tmp_path / "a.wacz")
    assert found.exit_code == 3
    assert "No usable temporary directory" in found.stderr


def _nowhere(*_: Any, **__: Any) -> Any:
    raise FileNotFoundError(2, "No usable temporary directory found")
