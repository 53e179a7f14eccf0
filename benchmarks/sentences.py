#!/usr/bin/env python3
"""Score times, quantities and places on the sentences of ``gold/sentences.toml``, which were written for it.

    python benchmarks/sentences.py
    python benchmarks/sentences.py --errors

A time is right when its words overlap and its value is equal; a quantity when its words overlap and low, high, and the
number left out are equal; a place when its words overlap and its GeoNames id is equal, or it lies as near as the sentence
says, or it is rightly not located. What the sentences do not list is counted as spurious. Counted things are compared
without articles and in small letters.
"""

import argparse
import math
import pathlib
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from reportedly.model import Document, Place, Quantity, Report, Timex
from reportedly.reading import Reader, read, readers

GOLD = pathlib.Path(__file__).resolve().parent.parent / "gold" / "sentences.toml"
_DAY = "2031-05-14"
_EARTH_KM = 6371.0088
_CLOSE = 1e-6

Row = dict[str, Any]


@dataclass(slots=True)
class Score:
    """What was right, by measure.

    Attributes:
        asked: How often a measure was asked.
        right: How often it was right.
        found: Marks found, by kind.
        errors: One line for each fault.
    """

    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def tell(self, measure: str, text: str, wanted: object, found: object, *, right: bool) -> None:
        """Count one answer."""
        self.asked[measure] += 1
        self.right[measure] += right
        if not right:
            self.errors.append(f"{measure}: {wanted!r} but {found!r} in {text!r}")

    def share(self, measure: str) -> float:
        """Return the share of right answers of a measure, in percent."""
        return 100 * self.right[measure] / self.asked[measure]


def sentences(path: pathlib.Path = GOLD) -> list[Row]:
    """Return the sentences as the table has them."""
    found: list[Row] = tomllib.loads(path.read_text("utf-8"))["sentence"]
    return found


def scored(rows: list[Row], chosen: tuple[Reader, ...]) -> Score:
    """Read every sentence and compare it with its row."""
    score = Score()
    for number, row in enumerate(rows):
        day = row.get("day", _DAY)
        document = Document(str(number), "0" * 64, row["text"], published=date.fromisoformat(day) if day else None)
        report = read(document, chosen)
        _times(row, report, score)
        _quantities(row, report, score)
        if any(Place in reader.finds for reader in chosen):
            _places(row, report, score)
    return score


def _pairs(wanted: list[Row], marks: tuple[Any, ...], text: str) -> Iterator[tuple[Row, Any]]:
    """Yield each row with the mark whose words overlap its words most, None where none does; a mark is given away once."""
    left = list(marks)
    for row in wanted:
        found = re.search(rf"(?<!\w){re.escape(row['words'])}(?!\w)", text)
        if found is None:
            sys.exit(f"{row['words']!r} does not stand in {text!r}")
        near = [(min(found.end(), one.span.end) - max(found.start(), one.span.start), one) for one in left]
        best = max(near, key=lambda pair: pair[0], default=(0, None))
        mark = best[1] if best[0] > 0 else None
        if mark is not None:
            left.remove(mark)
        yield row, mark


def _times(row: Row, report: Report, score: Score) -> None:
    """Compare the times."""
    marks = report.of(Timex)
    score.found["times"] += len(marks)
    for want, mark in _pairs(row.get("times", []), marks, row["text"]):
        value = (mark.value or "") if mark else None
        score.tell("times: value", row["text"], want["value"], value, right=value == want["value"])
        words = mark.span.cut(row["text"]) if mark else None
        score.tell("times: words", row["text"], want["words"], words, right=words == want["words"])


def _quantities(row: Row, report: Report, score: Score) -> None:
    """Compare the quantities."""
    marks = report.of(Quantity)
    score.found["quantities"] += len(marks)
    for want, mark in _pairs(row.get("quantities", []), marks, row["text"]):
        text, low, high = row["text"], *_ends(want)
        same = mark is not None and (
            mark.excepted == want["but"] if "but" in want else _equal(mark.low, low) and _equal(mark.high, high)
        )
        got = (mark.low, mark.high, mark.excepted) if mark else None
        score.tell("quantities: value", text, (low, high, want.get("but")), got, right=same)
        if mark is None or "but" in want:
            continue
        score.tell(
            "quantities: bound", text, want.get("bound", "="), mark.bound, right=mark.bound == want.get("bound", "=")
        )
        score.tell("quantities: unit", text, want.get("unit"), mark.unit, right=mark.unit == want.get("unit"))
        if "counted" in want:
            counted = re.sub(r"^(?:the|a|an|others?) ", "", (mark.counted or "").lower())
            score.tell(
                "quantities: counted", text, want["counted"], mark.counted, right=counted == want["counted"].lower()
            )
        _roles(want, mark, text, score)


def _roles(want: Row, mark: Quantity, text: str, score: Score) -> None:
    """Compare what the sentence does with a quantity."""
    role = "part" if want.get("part") else "change" if want.get("change") else "total"
    score.tell("quantities: part, change or total", text, role, mark.role, right=mark.role == role)
    projected = want.get("projection", False)
    score.tell("quantities: projection", text, projected, mark.projection, right=mark.projection == projected)
    score.tell("quantities: harm", text, want.get("harm"), mark.harm, right=mark.harm == want.get("harm"))


def _ends(want: Row) -> tuple[float | None, float | None]:
    """Return low and high; None where unbounded."""
    low, high = want.get("is", want.get("low")), want.get("is", want.get("high"))
    return (None if low is None or math.isinf(low) else low), (None if high is None or math.isinf(high) else high)


def _equal(found: object, wanted: float | None) -> bool:
    """Say whether two ends are equal."""
    if found is None or wanted is None:
        return found is wanted
    return math.isclose(float(str(found)), wanted, rel_tol=_CLOSE)


def _places(row: Row, report: Report, score: Score) -> None:
    """Compare the places."""
    marks = report.of(Place)
    score.found["places"] += len(marks)
    for want, mark in _pairs(row.get("places", []), marks, row["text"]):
        got = (mark.geonames_id, mark.lat, mark.lon) if mark else None
        score.tell("places", row["text"], want, got, right=mark is not None and _there(want, mark))


def _there(want: Row, mark: Place) -> bool:
    """Say whether a place is the one that is meant."""
    if want.get("not_located"):
        return mark.lat is None
    if "geonames_id" in want:
        return bool(mark.geonames_id == want["geonames_id"])
    if mark.lat is None or mark.lon is None:
        return False
    return _km((mark.lat, mark.lon), want["at"]) <= float(want["within"])


def _km(left: tuple[float, float], right: list[float]) -> float:
    """Return the distance on the sphere."""
    a, b, c, d = map(math.radians, (*left, *right))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def chosen() -> tuple[Reader, ...]:
    """Return the readers that are scored, places among them where the gazetteer is installed."""
    gazetteer = import_module("reportedly_places").Gazetteer.open() if find_spec("reportedly_places") else None
    wanted, kept = {Timex, Quantity} | ({Place} if gazetteer else set()), []
    for reader in reversed(readers(gazetteer)):
        if wanted.intersection(reader.finds):
            wanted.update(reader.needs)
            kept.append(reader)
    return tuple(reversed(kept))


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="print each fault")
    given = parser.parse_args()
    rows = sentences()
    score = scored(rows, chosen())
    print(f"{len(rows)} sentences\n\n| measure | right | of | % |\n|---|---|---|---|")
    for measure, asked in score.asked.items():
        print(f"| {measure} | {score.right[measure]} | {asked} | {score.share(measure):.1f} |")
    for kind, found in score.found.items():
        wanted = sum(len(row.get(kind, [])) for row in rows)
        print(f"\n{kind}: {wanted} stated, {found} found", end="")
    print()
    if given.errors:
        print("\n" + "\n".join(score.errors))


if __name__ == "__main__":
    main()
