"""Disks that are full, fail or may not be written: told by name, nothing acknowledged is lost, the next run goes on.

Every write and sync below the ledger's folder, of the archive and of SQLite alike, is made to fail by a library that stands
before the system's own. ``REPORTEDLY_STEP=1 pytest tests/hostile/test_disk.py`` tries each of them; otherwise each thirtieth.
"""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hostile.case import PROGRAM

_HERE = Path(__file__).parent
_STEP = os.environ.get("REPORTEDLY_STEP", "30")
_COMPILER = shutil.which("cc")


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the library that makes a disk fail."""
    if _COMPILER is None or sys.platform != "linux":
        pytest.skip("there is no C compiler, or this is no Linux")
    out = tmp_path_factory.mktemp("disk") / "faulty.so"
    made = [_COMPILER, "-shared", "-fPIC", "-O1", "-w", "-o", str(out), str(_HERE / "faulty.c"), "-ldl"]
    subprocess.run(made, check=True, capture_output=True)
    return out


@pytest.mark.parametrize(("error", "stays"), [(errno.ENOSPC, "forever"), (errno.EIO, "once")], ids=["full", "failing"])
def test_every_write_and_sync_in_turn(disk: Path, tmp_path: Path, error: int, stays: str) -> None:
    environment = {**os.environ, "LD_PRELOAD": str(disk), "PYTHONPATH": os.pathsep.join(sys.path)}
    arguments = [sys.executable, str(_HERE / "faulting.py"), str(tmp_path), str(error), stays, _STEP]
    found = subprocess.run(arguments, capture_output=True, text=True, check=False, env=environment)
    assert found.returncode == 0, found.stderr[-3000:]
    sound, *turns = map(json.loads, found.stdout.splitlines())
    assert (sound["told"], sound["acknowledged"]) == ("", 3)
    assert sound["calls"] > 10
    for one in turns:
        assert one["lost"] == [], one
        assert one["damages"] == [], one
        assert (one["again"], one["count"], one["named"]) == ("", 3, 3), one
    told = [one for one in turns if one["told"]]
    assert len(told) > len(turns) / 2
    # A disk that stays full lets nothing more be acknowledged; the place that is full or fails is named.
    assert all(one["acknowledged"] < 3 for one in told)
    assert all(str(tmp_path) in one["told"] for one in told), told[0]


_MOUNTED = """
set -e
mount -t tmpfs -o size=700k none "$1"
cp "$2" "$1/reports.jsonl"
set +e
"${@:3}" add "$1/reports.jsonl" --nl --ledger "$1/ledger.db" >"$1.full" 2>"$1.told"; echo full $?
mount -o remount,size=64m "$1"
"${@:3}" verify --ledger "$1/ledger.db" >/dev/null 2>&1; echo verified $?
"${@:3}" add "$1/reports.jsonl" --nl --ledger "$1/ledger.db" >"$1.again" 2>&1; echo again $?
mount -o remount,ro "$1"
"${@:3}" search dam --nl --ledger "$1/ledger.db" >"$1.read" 2>&1; echo read $?
echo '{"text": "One more report."}' | "${@:3}" add - --ledger "$1/ledger.db" >"$1.written" 2>&1; echo written $?
"${@:3}" verify --ledger "$1/ledger.db" >/dev/null 2>&1; echo sound $?
"""


def test_a_small_disk_that_fills_and_one_that_may_not_be_written(tmp_path: Path) -> None:
    """On a file system of its own: full amid a run, then larger, then read-only."""
    probe = subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)
    if probe.returncode:
        pytest.skip("this user may not mount a file system of its own")
    words = "The dam at Kolven broke on Monday, Ada Orm said. " * 60
    rows = [json.dumps({"id": f"r{one}", "text": f"{words} Note {one}.", "verbatim": True}) for one in range(40)]
    source, place = tmp_path / "source.jsonl", tmp_path / "disk"
    source.write_text("\n".join(rows))
    place.mkdir()
    arguments = ["unshare", "-rm", "bash", "-c", _MOUNTED, "bash", str(place), str(source), *PROGRAM]
    found = subprocess.run(arguments, capture_output=True, text=True, check=False)
    said = dict(line.split() for line in found.stdout.splitlines())
    told = (tmp_path / "disk.told").read_text()
    acknowledged = (tmp_path / "disk.full").read_text().count("\n")
    assert said == {"full": "1", "verified": "0", "again": "0", "read": "0", "written": "1", "sound": "0"}, told
    assert 0 < acknowledged < 40
    assert str(place) in told
    assert "pace" in told  # "No space left on device", "make room", "free some space"
    outcomes = [
        json.loads(line)["outcome"] for line in (tmp_path / "disk.again").read_text().splitlines() if line[0] == "{"
    ]
    assert outcomes.count("known") >= acknowledged
    assert len(outcomes) == 40
    assert (tmp_path / "disk.read").read_text().count("\n") == 40
    written = (tmp_path / "disk.written").read_text()
    assert "may be written" in written
    assert "Traceback" not in told + written
