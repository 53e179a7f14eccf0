#!/usr/bin/env python3
"""Find and resolve times through the public API, and score them as TempEval-3 does.

    python benchmarks/time.py --gold AQUAINT.jsonl --out PREDICTED.jsonl
    python benchmarks/time.py --gold AQUAINT.jsonl --out PREDICTED.jsonl --peers --errors 50

GOLD holds a JSON line of id, text and dct (the day or the minute of publication) for each document; its answers are not
read. The scorer is the ``score.py`` that lies beside GOLD. With ``--peers`` the tools of the group bench are asked the same;
with ``--suite`` values are written as Recognizers-Text's suite has them where it parts from ISO-TimeML; see `suite.py`.
"""

import argparse
import pathlib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import peer
import scoring
from suite import respelled

from reportedly.model import Document, Sentence, Timex, Token
from reportedly.reading import Reader, read, readers

_LAYERS = {Token, Sentence, Timex}
# Value F1 published or measured before on the same documents; others are measured with --peers.
_KNOWN = {"aquaint": {"HeidelTime 2.2": 72.4}, "meantime": {"HeidelTime 2.2": 74.1}}


def predictions(gold: pathlib.Path, *, suite: bool = False) -> Iterator[dict[str, Any]]:
    """Yield what was read from each document, in the scorer's shape.

    Args:
        gold: JSON lines; ids, texts and days are read, never an answer.
        suite: Write values as Recognizers-Text's suite does.
    """
    chosen: tuple[Reader, ...] = tuple(one for one in readers() if set(one.finds) <= _LAYERS)
    for row in scoring.rows(gold):
        document = Document(row["id"], "0" * 64, row["text"], published=_published(row["dct"]))
        found = read(document, chosen).of(Timex)
        yield {"id": row["id"], "timexes": [_shaped(one, document, suite=suite) for one in found]}


def _published(written: str) -> date | datetime:
    """Return the day of publication, or its moment where the corpus has one; it names no zone."""
    return datetime.fromisoformat(written).replace(tzinfo=UTC) if "T" in written else date.fromisoformat(written)


def _shaped(found: Timex, document: Document, *, suite: bool) -> dict[str, Any]:
    """Return one time in the scorer's shape."""
    value = respelled(found, document.text, document.day) if suite and document.day else found.value
    return {"start": found.span.start, "end": found.span.end, "type": found.type, "value": value}


def _peers(gold: pathlib.Path) -> Iterator[tuple[str, list[float | str]]]:
    """Yield the figures of the tools that can be asked here."""
    for name, ask in peer.times().items():
        if not peer.installed(name):
            yield f"{name}: not installed, see the group bench", []
            continue
        rows = ({"id": row["id"], "timexes": ask(row["text"], _naive(row["dct"]))} for row in scoring.rows(gold))
        yield name, _figures(scoring.scored_rows(gold, rows))
    for name, value in _KNOWN.get(gold.stem, {}).items():
        yield f"{name}, as published", [value]


def _naive(written: str) -> datetime:
    """Return the moment of publication without a zone, as the peers want it."""
    return datetime.fromisoformat(written).replace(tzinfo=None)


def _figures(score: dict[str, Any]) -> list[float | str]:
    """Return the columns of the table."""
    return [score[one]["f1"] for one in ("value", "strict", "relaxed", "strict_value")]


def main() -> None:
    """Predict, write and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--peers", action="store_true", help="ask the other tools too")
    parser.add_argument("--errors", type=int, default=0, help="print so many errors")
    parser.add_argument("--suite", action="store_true", help="write values as Recognizers-Text's suite does")
    given = parser.parse_args()
    out = scoring.written(predictions(given.gold, suite=given.suite), given.out)
    peers = list(_peers(given.gold)) if given.peers else []
    scoring.table(
        ("value F1", "strict span", "relaxed span", "strict span and value"),
        [("reportedly", _figures(scoring.scored(given.gold, out))), *peers],
    )
    scoring.print_errors(given.gold, out, given.errors)


if __name__ == "__main__":
    main()
