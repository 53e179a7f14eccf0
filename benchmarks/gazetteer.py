#!/usr/bin/env python3
"""Measure the gazetteer: to open it, to look names up, and what it keeps in memory.

    python benchmarks/gazetteer.py

Processor time, the middle of several runs. Memory is what the process holds more than before the gazetteer was opened, after
every name of a place that it has of 20,000 was asked for.
"""

import random
import resource
import statistics
import time
from collections.abc import Callable

from reportedly_places import Gazetteer

_RUNS = 9
_NAMES = 20_000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def main() -> None:
    """Print a table."""
    before = _resident_mb()
    opening = _milliseconds(Gazetteer.open)
    gazetteer = Gazetteer.open()
    chance = random.Random(7)
    unknown = ["".join(chance.choices(_LETTERS, k=12)) for _ in range(_NAMES)]
    known = [name for name in _syllables(chance) if gazetteer.find(name)]
    missed = _milliseconds(lambda: [gazetteer.find(name) for name in unknown]) / len(unknown)
    found = _milliseconds(lambda: [gazetteer.find(name) for name in known]) / max(1, len(known))
    print("| to open | a name it has not | a name it has | resident memory |\n|---|---|---|---|")
    grown = _resident_mb() - before
    print(
        f"| {opening:.2f} ms | {1000 * missed:.1f} µs | {1000 * found:.1f} µs ({len(known)} names) | {grown:.1f} MB |"
    )


def _syllables(chance: random.Random) -> list[str]:
    """Return invented words that are often names of towns, for the parts are those of names."""
    heads = ["new", "old", "saint", "san", "santa", "el", "la", "north", "south", "east", "west", "upper", "lower", "fort", "port", "lake", "mount"]
    stems = ["ash", "oak", "brad", "cam", "dan", "hart", "king", "mill", "nor", "ox", "pet", "rich", "sal", "tor", "wal", "wind", "york", "ford", "ham", "burg", "ville", "ton", "jose", "juan"]
    ends = ["ton", "ford", "ham", "burg", "ville", "by", "worth", "field", "dale", "port", "ley", "stead", "mouth"]
    plain = [f"{stem}{end}" for stem in stems for end in ends]
    mixed = [f"{head} {word}" for head in heads for word in (*stems, *plain)]
    return sorted(chance.sample([*plain, *mixed, *stems], k=min(_NAMES, len(plain) + len(mixed) + len(stems))))


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
