"""`reportedly add` killed at random moments: nothing acknowledged is lost, nothing is doubled or partial.

The shape is that of a crash test for embedded stores: a child adds reports and acknowledges each after its commit, the
parent kills it with SIGKILL, then opens the ledger and looks. ``REPORTEDLY_KILLS=200 pytest tests/ledger/test_kill.py``
runs as many kills as one likes.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from reportedly.engine import opened, settings, verify
from reportedly.format import encoded, report_json

KILLS = int(os.environ.get("REPORTEDLY_KILLS", "8"))
_BATCH = 400
# Reports that are compared with those of a run that nobody interrupted; the first ones, which the kills fall among.
_COMPARED = 120
_PROGRAM = [sys.executable, "-c", "from reportedly.cli import main; main()"]


def test_kill_at_any_moment_loses_nothing_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - moments to kill at, not secrets
    acknowledged: set[str] = set()
    for number in range(KILLS):
        acknowledged |= _killed(tmp_path, number, len(acknowledged), chance.uniform(0, 0.4))
        with opened(settings({"ledger": tmp_path / "ledger.db"}, environment={})) as vault:
            ids = vault.store.ids()
            assert acknowledged <= set(ids), "an acknowledged report is lost"
            assert len(ids) == len(set(ids)) == sum(1 for _ in vault.store.entries()), "a report is doubled"
            assert vault.store._rows("PRAGMA quick_check") == [("ok",)]  # noqa: SLF001 - SQLite's own check
    assert acknowledged
    _whole(tmp_path)
    assert _finished(tmp_path) == _uninterrupted(tmp_path)


def _finished(folder: Path) -> bytes:
    """Add what the killed runs have not; return what the ledger says."""
    return _exported(folder, folder / "ledger.db")


def _uninterrupted(folder: Path) -> bytes:
    """Return what a ledger says that took in the same in one run."""
    return _exported(folder, folder / "whole.db")


def _exported(folder: Path, ledger: Path) -> bytes:
    """Add the last run's reports and all before them; return the whole ledger as JSON."""
    last = folder / "reports.jsonl"
    count = int(json.loads(last.read_text().splitlines()[-1])["id"][1:]) + 1
    every = folder / "every.jsonl"
    ids = [f"r{one}" for one in range(min(count, _COMPARED))]
    every.write_text("".join(json.dumps({"id": one, "text": _text(one), "verbatim": True}) + "\n" for one in ids))
    subprocess.run([*_PROGRAM, "add", str(every), "--ledger", str(ledger)], check=True, capture_output=True)
    with opened(settings({"ledger": ledger}, environment={})) as vault:
        held = {id_: encoded(report_json(vault.store.report(id_))) for id_ in vault.store.ids()}
    return b"\n".join(held[id_] for id_ in ids)


def _whole(folder: Path) -> None:
    """See that every report is whole: text, marks, bytes, search index, chain."""
    with opened(settings({"ledger": folder / "ledger.db"}, environment={})) as vault:
        assert list(verify(vault)) == []
        for report in vault.store.reports():
            assert report.text == _text(report.id)
        assert vault.store.search("dam", limit=1)[0] == vault.store.count()


def _killed(folder: Path, number: int, start: int, wait_s: float) -> set[str]:
    """Add reports that overlap with earlier ones, kill the process soon after its first word, return what it said."""
    source = folder / "reports.jsonl"
    ids = [f"r{one}" for one in range(max(0, start - 5), start + _BATCH)]
    source.write_text("".join(json.dumps({"id": one, "text": _text(one), "verbatim": True}) + "\n" for one in ids))
    arguments = ["add", str(source), "--nl", "--ledger", str(folder / "ledger.db")]
    with subprocess.Popen([*_PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        # Every fourth kill comes before the first word: while the ledger is being opened or made.
        early = number % 4 == 3
        first = b"" if early or child.stdout is None else child.stdout.readline()
        time.sleep(wait_s * 2 if early else wait_s)
        os.kill(child.pid, signal.SIGKILL)
        rest = child.stdout.read() if child.stdout else b""
    said = (first + rest)[: (first + rest).rfind(b"\n") + 1]
    return {json.loads(one)["report"] for one in said.splitlines()}


def _text(id_: str) -> str:
    """Return the words of one report."""
    return f"The dam at Kolven broke on Monday, Ada Orm said in her note {id_}. At least {len(id_)} people were hurt."
