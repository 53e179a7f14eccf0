#!/usr/bin/env python3
"""Show that no reader's time grows faster than its text: hostile texts at a length and at twice that length.

    python benchmarks/linear.py                 # every reader, 20,000 and 40,000 characters
    python benchmarks/linear.py --length 100000 --reader place
    python benchmarks/linear.py --speed         # milliseconds a report of 500 words, by reader

Processor time, the least of three runs each. A reader that is linear has a ratio of about 2.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from synthetic import reports

from reportedly.model import Document, Problem, Report
from reportedly.reading import Reader, readers

# Pieces that are repeated up to the length wanted: what each reader looks ahead or back for, again and again.
_PIECES = {
    "plain sentences": "The river rose by two metres near the mill on Monday, officials said. ",
    "one sentence without end": "guards attacked smugglers and ",
    "words of one letter": "a ",
    "digits": "1 ",
    "numbers with commas": "1,000,",
    "a number without end": "9",
    "number words": "twenty-one thousand and ",
    "bound words": "at least no more than about ",
    "dates": "on Monday, 4 March 2029, and ",
    "counts of units": "two weeks and a half years ago ",
    "beginnings of times": "the early late mid last first ",
    "capitals": "AB CD EF ",
    "names of places": "Paris, Texas, in northern ",
    "towns of towns": "the town of the city of ",
    "persons": "Ana Varga, Mr. Oren Vale, ",
    "cues": "he said that she said ",
    "open quotation marks": "“ said ",
    "closed quotations": "“Yes,” he said. ",
    "brackets": "((((",
    "full stops": ". ",
    "line breaks": "\n\n",
    "hyphens": "a-b-",
    "parts": "including 5 officers and 3 ",
    "all but": "all of the ",
    "hedges": "reportedly may have ",
    "spaces": "  ",
}
_RUNS = 3


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--length", type=int, default=20_000, help="characters of the shorter text (20000)")
    parser.add_argument("--reader", help="only the readers whose function has this word in its module's name")
    parser.add_argument("--speed", action="store_true", help="time invented reports of 500 words instead")
    given = parser.parse_args()
    if given.speed:
        _speed()
        return
    print("| reader | text | ms | ms at twice the length | ratio |\n|---|---|---|---|---|")
    worst = 0.0
    for kind, piece in _PIECES.items():
        once, twice = _costs(piece, given.length), _costs(piece, 2 * given.length)
        for name, cost in once.items():
            if given.reader and given.reader not in name:
                continue
            ratio = twice[name] / cost if cost > _LEAST_S else 0.0
            worst = max(worst, ratio)
            shown = f"{ratio:.1f}" if ratio else "-"
            print(f"| {name} | {kind} | {1000 * cost:.1f} | {1000 * twice[name]:.1f} | {shown} |", flush=True)
    print(f"\nlargest ratio {worst:.1f}; below {1000 * _LEAST_S:.0f} ms none is told")


# What takes less is the clock's noise.
_LEAST_S = 0.005


def _costs(piece: str, length: int) -> dict[str, float]:
    """Return seconds by reader, the least of several runs."""
    text = (piece * (length // len(piece) + 1))[:length]
    least: dict[str, float] = defaultdict(lambda: float("inf"))
    for _ in range(_RUNS):
        for name, cost in _timed(text):
            least[name] = min(least[name], cost)
    return dict(least)


def _timed(text: str) -> Iterator[tuple[str, float]]:
    """Yield each reader's seconds on a text, those it needs not counted."""
    report = Report(Document("linear", "0" * 64, text))
    for reader in _readers():
        start = time.process_time()
        marks = [one for one in reader.read(report) if not isinstance(one, Problem)]
        cost = time.process_time() - start
        report = report.grown({kind: tuple(one for one in marks if type(one) is kind) for kind in reader.finds})
        yield _name(reader), cost


def _speed() -> None:
    """Print what each reader takes for a report of 500 words."""
    texts = [str(row["text"]) for row in reports(100)]
    costs: dict[str, float] = defaultdict(float)
    for text in texts:
        for name, cost in _timed(text):
            costs[name] += cost
    print("| reader | ms a report of 500 words |\n|---|---|")
    for name, cost in costs.items():
        print(f"| {name} | {1000 * cost / len(texts):.2f} |")


def _name(reader: Reader) -> str:
    """Return the reader's noun."""
    return reader.finds[0].__name__.lower()


def _readers() -> tuple[Reader, ...]:
    """Return all readers, with the gazetteer where it is installed."""
    if find_spec("reportedly_places") is None:
        return readers()
    return readers(import_module("reportedly_places").Gazetteer.open())


if __name__ == "__main__":
    main()
