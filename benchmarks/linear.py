#!/usr/bin/env python3
"""Show that no reader's time grows faster than its text: hostile texts at a length and at twice that length.

    python benchmarks/linear.py                 # every reader, 20,000 and 40,000 characters
    python benchmarks/linear.py --length 100000 --reader place
    python benchmarks/linear.py --whole         # from bytes to report, texts made to be slow, at the lengths of the hostile inputs
    python benchmarks/linear.py --speed         # milliseconds a report of 500 words, by reader

Processor time, the least of three runs each. A reader that is linear has a ratio of about 2.
"""

import argparse
import gc
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from reader import needed
from synthetic import reports

from reportedly.errors import IntakeError
from reportedly.intake import Item, document
from reportedly.model import Document, Problem, Report
from reportedly.reading import Reader, read, readers

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
    "lengths of lengths": "two years, three months and ",
    "stretches of hours": "8 to 10 p.m. and 9-11 ",
    "days beside days": "the day after the day before Monday ",
    "weeks of months": "the first week of the last Monday of May ",
    "days of sayings": "“tomorrow,” he said on Monday. ",
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
    "nobody": "nobody was not one of none of ",
    "pounds": "5 pounds of ",
    "numbers of": "the number of a 5 ",
    "persons of an age": "boys under the age of ",
    "borders": "the Iraq-Syria border with ",
    "datelines": "PARIS, May 4 (AB) - ",
    "appositions": "Paris, a French ",
    "distances": "5 km north of ",
    "hedges": "reportedly may have ",
    "reports of outlets": "A report said it rained. Kesta Radio reported it. Chief says no. ",
    "spaces": "  ",
}
_RUNS = 3


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--length", type=int, default=20_000, help="characters of the shorter text (20000)")
    parser.add_argument("--reader", help="only the readers whose function has this word in its module's name")
    parser.add_argument("--speed", action="store_true", help="time invented reports of 500 words instead")
    parser.add_argument(
        "--whole", action="store_true", help="time intake and all readers together over texts made to be slow"
    )
    given = parser.parse_args()
    if given.whole:
        _whole()
        return
    if given.speed:
        _speed()
        return
    print("| reader | text | ms | ms at twice the length | ratio |\n|---|---|---|---|---|")
    worst = 0.0
    for kind, piece in _PIECES.items():
        once, twice = (_costs(piece, length, given.reader) for length in (given.length, 2 * given.length))
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


def _costs(piece: str, length: int, only: str | None) -> dict[str, float]:
    """Return seconds by reader, the least of several runs."""
    text = (piece * (length // len(piece) + 1))[:length]
    least: dict[str, float] = defaultdict(lambda: float("inf"))
    for _ in range(_RUNS):
        for name, cost in _timed(text, only):
            least[name] = min(least[name], cost)
    return dict(least)


def _timed(text: str, only: str | None = None) -> Iterator[tuple[str, float]]:
    """Yield each reader's seconds on a text, those it needs not counted; with a word, of those so named and what they need."""
    report = Report(Document("linear", "0" * 64, text))
    for reader in _readers(only):
        # A full pass of the garbage collector falls into one length or the other by chance, and looks like growth.
        gc.collect()
        gc.disable()
        start = time.process_time()
        marks = [one for one in reader.read(report) if not isinstance(one, Problem)]
        cost = time.process_time() - start
        gc.enable()
        report = report.grown({kind: tuple(one for one in marks if type(one) is kind) for kind in reader.finds})
        yield _name(reader), cost


# The texts of the hostile inputs f02 to f15 at half their length: what begins them, what is repeated how often, what ends them.
_SLOW = {
    "quotation marks that do not close": ("", "“", 10_000, " said " + "”" * 10_000),
    "a number of 100,000 digits": ("killed ", "9", 100_000, " people"),
    "a number of 30,000 groups": ("1", ",000", 30_000, " soldiers"),
    "brackets within brackets": ("", "(", 15_000, ")" * 15_000),
    "a chain of 4,000 sources": ("", " reported, citing Alpha, who relies on", 4_000, " sources."),
    "a word of 100,000 letters": ("", "A", 100_000, ""),
    "letters with full stops": ("", "a.", 50_000, ""),
    "an address without end": ("a@", "a.", 30_000, "!"),
    "10,000 relative dates": ("", "last week ", 10_000, ""),
    "quotations that change hands": ("", '"He said, \'she said, "they said ', 2_000, ""),
    "accents upon accents": ("e", "\u0301", 50_000, ""),
}


def _whole() -> None:
    """Print what intake and all readers take for texts made to be slow, at a length and at twice that length."""
    print("| text | ms | ms at twice the length | ratio |\n|---|---|---|---|")
    worst = 0.0
    for kind, (start, piece, count, end) in _SLOW.items():
        once = _read_s(start + piece * count + end)
        twice = _read_s(start + piece * 2 * count + end * (2 if len(end) == count else 1))
        ratio = twice / once if once > _LEAST_S else 0.0
        worst = max(worst, ratio)
        print(f"| {kind} | {1000 * once:.0f} | {1000 * twice:.0f} | {f'{ratio:.1f}' if ratio else '-'} |", flush=True)
    print(f"\nlargest ratio {worst:.1f}")


def _read_s(text: str) -> float:
    """Return the seconds that a text takes, refused or read; the least of several runs."""
    least = float("inf")
    for _ in range(_RUNS):
        start = time.process_time()
        with suppress(IntakeError):
            _, found = document(Item("slow", text.encode(), "text/plain"), captured=datetime.now(UTC))
            read(found, _readers())
        least = min(least, time.process_time() - start)
    return least


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


@cache
def _readers(only: str | None = None) -> tuple[Reader, ...]:
    """Return all readers, with the gazetteer where it is installed; with a word, those so named and what they need."""
    places = None if find_spec("reportedly_places") is None else import_module("reportedly_places").Gazetteer.open()
    every = readers(places)
    return needed(every, [one.finds[0] for one in every if only in _name(one)]) if only else every


if __name__ == "__main__":
    main()
