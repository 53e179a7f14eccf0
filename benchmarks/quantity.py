#!/usr/bin/env python3
"""Find quantities through the public API, and score values, units and bounds.

    python benchmarks/quantity.py --gold NEWSQUANT.jsonl --out PREDICTED.jsonl

GOLD holds a JSON line of id and text for each sentence; its answers are not read. The scorer is the ``score.py`` that lies
beside GOLD. NewsQuant writes a unit's name in the singular and takes the counted noun for the unit of a bare count; the names
come from the lexicon, the singular from four rules.
"""

import argparse
import json
import pathlib
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from reportedly.lexicon import load
from reportedly.model import Document, Quantity, Sentence, Timex, Token
from reportedly.reading import Reader, read, readers

_LAYERS = {Token, Sentence, Timex, Quantity}
_NAMES = {
    str(row["unit"]): str(row["name"]) for rows in reversed(list(load("en", "unit").values())) for row in rows.values()
}
_IRREGULAR = {"people": "people", "men": "man", "women": "woman", "children": "child"}
# Value, value and unit, value and bound, bound alone, F1.
_PEERS = {
    "quantulum3": (69.5, 43.8, 58.3, 0.0),
    "Recognizers-Text": (69.5, 34.4, 58.7, 0.0),
    "CQE (published)": (92.0, 85.6, 88.1),
}


def predictions(gold: pathlib.Path) -> Iterator[dict[str, Any]]:
    """Yield what was read from each sentence, in the scorer's shape.

    Args:
        gold: JSON lines; ids and texts are read, never an answer.
    """
    chosen: tuple[Reader, ...] = tuple(one for one in readers() if set(one.finds) <= _LAYERS)
    for line in gold.read_text("utf-8").splitlines():
        row = json.loads(line)
        found = read(Document(row["id"], "0" * 64, row["text"]), chosen).of(Quantity)
        yield {"id": row["id"], "quantities": [_shaped(one) for one in found if not one.exception]}


def _shaped(found: Quantity) -> dict[str, Any]:
    """Return one quantity in the scorer's shape."""
    shape: dict[str, Any] = {
        "start": found.span.start,
        "end": found.span.end,
        "bound": found.bound,
        "unit": _unit(found),
    }
    if found.low is not None and found.high is not None and found.low != found.high:
        return {**shape, "low": float(found.low), "high": float(found.high)}
    value = found.high if found.low is None else found.low
    return {**shape, "value": None if value is None else float(value)}


def _unit(found: Quantity) -> str:
    """Return the unit by NewsQuant's name for it."""
    if found.counted == "age":
        return "year of age"
    if found.unit:
        unit, _, per = found.unit.partition("/")
        whole = _NAMES.get(found.unit)
        return whole or _NAMES.get(unit, unit) + (f" per {_NAMES.get(per, per)}" if per else "")
    if not found.counted:
        return "-"
    *narrowed, head = found.counted.split(" of ")[0].split()
    return " ".join((*narrowed, _singular(head)))


def _singular(noun: str) -> str:
    """Return a noun in the singular."""
    if noun.lower() in _IRREGULAR:
        return _IRREGULAR[noun.lower()]
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes", "uses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def main() -> None:
    """Predict, write and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    chosen = parser.parse_args()
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in predictions(chosen.gold))
    chosen.out.write_text("".join(lines), "utf-8")
    scorer = chosen.gold.resolve().parent / "score.py"
    subprocess.run([sys.executable, str(scorer), str(chosen.gold), str(chosen.out)], check=True)
    for peer, scores in _PEERS.items():
        print(f"peer on NewsQuant, value / + unit / + bound / bound alone: {peer:18} {' / '.join(map(str, scores))}")


if __name__ == "__main__":
    main()
