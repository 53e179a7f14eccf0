#!/usr/bin/env python3
"""Measure the gazetteer: to open it, to look names up, and what it keeps in memory.

    python benchmarks/gazetteer.py

Processor time, the middle of several runs, each with a gazetteer that has kept no answer. The names that it has are given names
of people that are names of towns too. Memory is what the process holds more than before the gazetteer was opened.
"""

import random
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial

from reportedly_places import Gazetteer

from reportedly.lexicon import load

_RUNS = 9
_NAMES = 20_000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def main() -> None:
    """Print a table."""
    chance = random.Random(7)
    unknown = ["".join(chance.choices(_LETTERS, k=12)) for _ in range(_NAMES)]
    people = [name for row in load("en", "givenname")["given"].values() for name in str(row["words"]).split()]
    before = _resident_mb()
    opening = _milliseconds(Gazetteer.open)
    known = [name for name in people if Gazetteer.open().find(name)]
    missed, found = (_milliseconds(partial(_asked, names)) - opening for names in (unknown, known))
    grown = _resident_mb() - before
    print("| to open | a name it has not | a name it has | resident memory |\n|---|---|---|---|")
    each = f"{1000 * missed / len(unknown):.1f} µs | {1000 * found / len(known):.1f} µs ({len(known):,} names)"
    print(f"| {opening:.2f} ms | {each} | {grown:.1f} MB |")


def _asked(names: Sequence[str]) -> None:
    """Ask a gazetteer that has kept no answer yet for every name."""
    gazetteer = Gazetteer.open()
    for name in names:
        gazetteer.find(name)


def _milliseconds(call: Callable[[], object]) -> float:
    """Return the middle of several runs in processor time."""
    costs = []
    for _ in range(_RUNS):
        start = time.process_time()
        call()
        costs.append(time.process_time() - start)
    return 1000 * statistics.median(costs)


def _resident_mb() -> float:
    """Return the most that the process has held in memory."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
