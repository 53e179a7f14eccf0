#!/usr/bin/env python3
"""Measure start-up, the demo, and how fast and how evenly reports are added.

    python benchmarks/speed.py              # what docs/performance.md quotes; about ten minutes
    python benchmarks/speed.py --reports 200 --grow 1000
    python benchmarks/speed.py --reader en --reports 60    # reading alone, with another reader: one worker, two workers

Every program is run as a user runs it, in a process of its own; processor time and memory are the child's, from the kernel.
Machines differ and are noisy: each figure is the median of several runs, and growth is a ratio within one run.
"""

import argparse
import hashlib
import json
import multiprocessing
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime

from enlarge import enlarge
from synthetic import reports

from reportedly import reconciling
from reportedly.engine import Reading, readings, reconciled
from reportedly.engine.linking import Linking, filing
from reportedly.intake import items
from reportedly.ledger import Sqlite
from reportedly.model import Capture, Document, Report

_PROGRAM = str(pathlib.Path(sys.executable).with_name("reportedly"))
_MARKS = (100, 300, 1000, 3000, 10_000, 30_000, 100_000)
_FILL_WORDS = 150
_COPIED = 2000


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a program cost.

    Attributes:
        wall_s: Seconds from start to end.
        cpu_s: Processor seconds of the process and its children.
        memory_mb: Largest resident size, in mebibytes.
    """

    wall_s: float
    cpu_s: float
    memory_mb: float


def main() -> None:
    """Run all measurements and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=1000, help="reports in the add measurement (1000)")
    parser.add_argument("--grow", type=int, default=0, help="size up to which growth is shown (0: not)")
    parser.add_argument(
        "--enlarge", type=int, default=0, help="times that a ledger of 2,000 is copied, and measured (0: not)"
    )
    parser.add_argument("--reconcile", type=int, default=0, help="reports to make stories and claims of (0: not)")
    parser.add_argument("--workers", type=int, default=1, help="processes that reconcile (1)")
    parser.add_argument("--runs", type=int, default=5, help="runs of the short measurements (5)")
    parser.add_argument("--reader", help="measure reading alone, by the reader of that name (en, rules+en, rules)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        here = pathlib.Path(folder)
        print("| measurement | figure |\n|---|---|")
        if given.reader:
            _read(here, given.reader, given.reports, given.runs)
            return
        if given.reconcile:
            _reconcile(here, given.reconcile, given.workers)
            return
        if given.enlarge:
            _enlarged(here, given.enlarge)
            return
        _start(given.runs)
        _demo(here, min(given.runs, 3))
        if given.reports:
            _add(here, given.reports)
        _grow(here, given.grow)


def _start(runs: int) -> None:
    """Time the help text."""
    costs = [_run(["--help"]) for _ in range(runs)]
    print(f"| `reportedly --help`, processor time, median of {runs} | {_median(costs, 'cpu_s'):.3f} s |", flush=True)


def _demo(here: pathlib.Path, runs: int) -> None:
    """Time the demo on the bundled story."""
    costs = [_run(["demo", "--out", str(here / "demo.html")]) for _ in range(runs)]
    print(f"| `reportedly demo`, wall time, median of {runs} | {_median(costs, 'wall_s'):.1f} s |", flush=True)


def _add(here: pathlib.Path, count: int) -> None:
    """Time adding many reports in one process."""
    source = _written(here / "add.jsonl", count, seed=1)
    cost = _run(["add", str(source), "--ledger", str(here / "add.db")])
    print(
        f"| `reportedly add`, {count:,} reports of 500 words: reports a second of processor time | {count / cost.cpu_s:.1f} |"
    )
    print(f"| the same, reports a second of wall time | {count / cost.wall_s:.1f} |")
    print(f"| the same, largest resident memory | {cost.memory_mb:.0f} MB |", flush=True)


def _read(here: pathlib.Path, reader: str, count: int, runs: int) -> None:
    """Time reading by one worker and by two, the start of the program with one report taken off."""
    many, one = (_written(here / f"read-{size}.jsonl", size, seed=3) for size in (count + 1, 1))
    costs = {}
    for workers in (1, 2):
        options = ["--reader", reader, "--workers", str(workers)]
        for path in (many, one):
            costs[workers, path] = [_run(["read", str(path), *options]) for _ in range(runs)]
        for field, words in (("cpu_s", "processor time"), ("wall_s", "wall time")):
            each = _median(costs[workers, many], field) - _median(costs[workers, one], field)
            label = f"`read --reader {reader} --workers {workers}`, reports of 500 words a second of {words}"
            print(f"| {label} | {count / each:.1f} |", flush=True)
    print(f"| start and one report, processor time | {_median(costs[1, one], 'cpu_s'):.2f} s |")
    print(f"| largest resident memory of one process | {_median(costs[1, many], 'memory_mb'):.0f} MB |", flush=True)


def _grow(here: pathlib.Path, largest: int) -> None:
    """Time further reports at growing sizes of the ledger, the start of the program taken off."""
    ledger, size = here / "grow.db", 0
    first: float | None = None
    for mark in (mark for mark in _MARKS if mark <= largest):
        _fill(ledger, mark - size, seed=mark)
        costs = [_probe(here, ledger, count, seed=mark + count) for count in (1, 51)]
        each_ms = 1000 * (costs[1] - costs[0]) / 50
        first = first or each_ms
        print(
            f"| one more report into a ledger of {mark:,}, processor time | {each_ms:.0f} ms, {each_ms / first:.2f} × the first; "
            f"with the start of the program {costs[0]:.2f} s; the file {ledger.stat().st_size / 2**20:,.0f} MB |",
            flush=True,
        )
        size = mark


def _enlarged(here: pathlib.Path, times: int) -> None:
    """Time further reports in a ledger of 2,000 and in the same made many times as large."""
    ledger = here / "enlarged.db"
    _fill(ledger, _COPIED, seed=77)
    for copies in (1, times):
        # The reports that are timed first are copied too.
        size = enlarge(ledger, copies)
        costs = [_probe(here, ledger, count, seed=size + count) for count in (1, 51)]
        print(
            f"| one more report into a ledger of {size:,}, processor time | {1000 * (costs[1] - costs[0]) / 50:.0f} ms; "
            f"with the start of the program {costs[0]:.2f} s; the file {ledger.stat().st_size / 2**20:,.0f} MB |",
            flush=True,
        )


def _fill(ledger: pathlib.Path, count: int, *, seed: int) -> None:
    """File reports that were not read, through the functions that `reportedly add` files with."""
    linking = Linking()
    with Sqlite(ledger, write=True) as store:
        store._connection.execute("PRAGMA synchronous = OFF")  # noqa: SLF001 - only the filling need not wait
        for one in reports(count, words=_FILL_WORDS, seed=seed):
            sha256 = hashlib.sha256(one["text"].encode()).hexdigest()
            day = date.fromisoformat(one["published"])
            made = Report(Document(one["id"], sha256, one["text"], published=day, outlet=one["outlet"]))
            capture = Capture(sha256, len(one["text"]), one["id"], datetime.now(UTC), media_type="text/plain")
            store.file(filing(made, capture), linking)


def _probe(here: pathlib.Path, ledger: pathlib.Path, count: int, *, seed: int) -> float:
    """Return the processor seconds of adding so many reports to the ledger, median of three; they stay in it."""
    costs = []
    for run in range(3):
        probe = _written(here / "probe.jsonl", count, seed=1_000_000 + 10 * seed + run)
        costs.append(_run(["add", str(probe), "--ledger", str(ledger)]))
    return _median(costs, "cpu_s")


def _reconcile(here: pathlib.Path, count: int, workers: int) -> None:
    """Read reports, then time what makes stories and claims of the first of them, and of more and more."""
    source = _written(here / "read.jsonl", count, seed=5)
    read = [
        one.report
        for one in readings(items([str(source)], sys.stdin.buffer), workers=workers)
        if isinstance(one, Reading)
    ]
    for child in multiprocessing.active_children():
        child.join()  # what read must not be counted below
    for size in (*(mark for mark in _MARKS if 1000 <= mark < count), count):  # noqa: PLR2004 - fewer tell nothing
        start, before = time.perf_counter(), _processor_s()
        groups = reconciling.together(read[:size])
        between, middle = time.perf_counter(), _processor_s()
        claims = sum(len(story.claims) for story in reconciled(read[:size], workers=workers))
        wall_s, cpu_s = time.perf_counter() - between, _processor_s() - middle
        print(
            f"| {size:,} reports put into {len(groups):,} stories | wall {between - start:.1f} s, processor {middle - before:.1f} s |\n"
            f"| the same, and {claims:,} claims made of them by {workers} processes | wall {wall_s:.0f} s,"
            f" processor {cpu_s:.0f} s, {1000 * cpu_s / size:.1f} ms a report |",
            flush=True,
        )


def _processor_s() -> float:
    """Return the processor seconds of this process and of those of its children that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _written(path: pathlib.Path, count: int, *, seed: int) -> pathlib.Path:
    """Write reports as JSON lines."""
    path.write_text("".join(json.dumps(one) + "\n" for one in reports(count, seed=seed)), "utf-8")
    return path


def _run(arguments: list[str]) -> Cost:
    """Run the program and measure it; its output is dropped."""
    start = time.perf_counter()
    process = subprocess.Popen([_PROGRAM, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    told = process.stderr.read().decode() if process.stderr else ""
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"reportedly {' '.join(arguments)} ended with {os.waitstatus_to_exitcode(status)}: {told[-500:]}")
    return _cost(time.perf_counter() - start, usage)


def _cost(wall_s: float, usage: resource.struct_rusage) -> Cost:
    """Read a child's usage; Linux gives the resident size in KiB."""
    return Cost(wall_s, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _median(costs: list[Cost], field: str) -> float:
    """Return the median of one field."""
    return float(statistics.median(getattr(one, field) for one in costs))


if __name__ == "__main__":
    main()
