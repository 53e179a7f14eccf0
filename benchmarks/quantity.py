#!/usr/bin/env python3
"""Find quantities through the public API, and score values, units and bounds.

    python benchmarks/quantity.py --gold NEWSQUANT.jsonl --out PREDICTED.jsonl
    python benchmarks/quantity.py --gold NEWSQUANT.jsonl --out PREDICTED.jsonl --peers --errors 50

GOLD holds a JSON line of id and text for each sentence; its answers are not read. The scorer is the ``score.py`` that lies
beside GOLD. NewsQuant writes a unit's name in the singular and takes the counted noun for the unit of a bare count, its words
in their plain forms ("good speaker" for "best speakers") and after "%" for a part of a whole; the names come from the lexicon,
the plain forms from a few rules. Ages between commas are no quantities there. With ``--peers`` the tools of the group bench
are asked the same.
"""

import argparse
import pathlib
from collections.abc import Iterator
from typing import Any

import peer
import scoring

from reportedly.lexicon import load
from reportedly.model import Document, Quantity, Sentence, Timex, Token
from reportedly.reading import Reader, read, readers

_LAYERS = {Token, Sentence, Timex, Quantity}
_NAMES = {
    str(row["unit"]): str(row["name"]) for rows in reversed(list(load("en", "unit").values())) for row in rows.values()
}
_DEGREES = {"best": "good", "better": "good", "worst": "bad", "worse": "bad"}
_NO_DEGREE = frozenset(
    {"forest", "interest", "honest", "modest", "protest", "midwest", "northwest", "southwest", "harvest"}
)
_SHORTEST = 6
_IRREGULAR = {"people": "people", "men": "man", "women": "woman", "children": "child"}
# Value, value and unit, value and bound, F1 as published on NewsQuant.
_CQE = [92.0, 85.6, 88.1]


def predictions(gold: pathlib.Path) -> Iterator[dict[str, Any]]:
    """Yield what was read from each sentence, in the scorer's shape.

    Args:
        gold: JSON lines; ids and texts are read, never an answer.
    """
    chosen: tuple[Reader, ...] = tuple(one for one in readers() if set(one.finds) <= _LAYERS)
    for row in scoring.rows(gold):
        found = read(Document(row["id"], "0" * 64, row["text"]), chosen).of(Quantity)
        kept = [one for one in found if not (one.exception or _apposed(one, row["text"]))]
        yield {"id": row["id"], "quantities": [_shaped(one, row["text"]) for one in kept]}


def _apposed(found: Quantity, text: str) -> bool:
    """Say whether it is an age between commas ("Ana Varga, 44, said"), which the corpora leave out."""
    return (
        found.counted == "age"
        and text[found.span.start - 2 : found.span.start] == ", "
        and text[found.span.end] in ",."
    )


def _shaped(found: Quantity, text: str) -> dict[str, Any]:
    """Return one quantity in the scorer's shape."""
    shape: dict[str, Any] = {
        "start": found.span.start,
        "end": found.span.end,
        "bound": found.bound,
        "unit": f"% {_noun(found.counted) if found.counted else '-'}" if _is_part(found, text) else _unit(found),
    }
    if found.low is not None and found.high is not None and found.low != found.high:
        return {**shape, "low": float(found.low), "high": float(found.high)}
    value = found.high if found.low is None else found.low
    return {**shape, "value": None if value is None else float(value)}


def _is_part(found: Quantity, text: str) -> bool:
    """Say whether it is a part of a whole in words ("half the houses")."""
    below = found.unit is None and found.high is not None and 0 < found.high < 1
    return below and not any(letter.isdigit() for letter in found.span.cut(text))


def _unit(found: Quantity) -> str:
    """Return the unit by NewsQuant's name for it."""
    if found.counted == "age":
        return f"{_NAMES.get(found.unit, found.unit)} of age" if found.unit else "age"
    if found.unit and found.unit.startswith("1/"):
        noun = _noun(found.counted) if found.counted else ""
        return f"{noun} per {_NAMES.get(found.unit[2:], found.unit[2:])}".strip()
    if found.unit:
        unit, _, per = found.unit.partition("/")
        whole = _NAMES.get(found.unit)
        return whole or _NAMES.get(unit, unit) + (f" per {_NAMES.get(per, per)}" if per else "")
    if not found.counted:
        return "-"
    return _noun(found.counted)


def _noun(counted: str) -> str:
    """Return the words counted as NewsQuant has them: without "of" and with the head in the singular."""
    *narrowed, head = counted.split(" of ", maxsplit=1)[0].replace(" and ", " ").split()
    return " ".join((*(plain for word in narrowed if (plain := _plain(word))), _singular(head)))


def _plain(word: str) -> str:
    """Return a word that narrows a noun without its degree and its possessive ending; empty for "most" and "more"."""
    word = word.removesuffix("'s").removesuffix("’s")
    if word in {"most", "more"}:
        return ""
    if word in _DEGREES or not word.endswith("est") or len(word) < _SHORTEST or word in _NO_DEGREE:
        return _DEGREES.get(word, word)
    stem = word[:-3]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] in "gdnt":
        return stem[:-1]
    return stem + "e" if stem.endswith(("rg", "c", "s", "v", "uth")) else stem


def _singular(noun: str) -> str:
    """Return a noun in the singular."""
    if noun.lower() in _IRREGULAR:
        return _IRREGULAR[noun.lower()]
    if noun.endswith("men") and len(noun) > len("women"):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes", "uses")) and not noun.endswith(("houses", "causes", "clauses")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def _peers(gold: pathlib.Path) -> Iterator[tuple[str, list[float]]]:
    """Yield the figures of the tools that can be asked here."""
    for name, ask in peer.quantities().items():
        if not peer.installed(name):
            yield f"{name}: not installed, see the group bench", []
            continue
        rows = ({"id": row["id"], "quantities": ask(row["text"])} for row in scoring.rows(gold))
        yield name, _figures(scoring.scored_rows(gold, rows))
    if gold.stem == "newsquant":
        yield "CQE, as published", _CQE


def _figures(score: dict[str, Any]) -> list[float]:
    """Return the columns of the table."""
    return [score[one]["f1"] for one in ("value", "value_unit", "value_bound", "bound_only", "span_relaxed")]


def main() -> None:
    """Predict, write and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--peers", action="store_true", help="ask the other tools too")
    parser.add_argument("--errors", type=int, default=0, help="print so many errors")
    given = parser.parse_args()
    out = scoring.written(predictions(given.gold), given.out)
    peers = list(_peers(given.gold)) if given.peers else []
    scoring.table(
        ("value F1", "value and unit", "value and bound", "bound alone", "span, relaxed"),
        [("reportedly", _figures(scoring.scored(given.gold, out))), *peers],
    )
    scoring.print_errors(given.gold, out, given.errors)


if __name__ == "__main__":
    main()
