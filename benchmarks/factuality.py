#!/usr/bin/env python3
"""Judge how sure a text is that events happened, through the public API, and score it.

    python benchmarks/factuality.py --gold UW-MEANTIME.jsonl --out PREDICTED.jsonl --reader rules
    python benchmarks/factuality.py --gold UW-MEANTIME.jsonl --out PREDICTED.jsonl --reader en

GOLD holds a JSON line of words and judged positions for each sentence; the positions are read, never a value. With the
rules, the words at those positions are put forward as events and judged by `reportedly.reading.factuality`; with "en", the
reading model's own head judges them. The scorer is the ``score.py`` that lies beside GOLD.
"""

import argparse
import json
import pathlib
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from reader import chosen

from reportedly.model import Attribution, Document, Event, Factuality, Span
from reportedly.reading import read, readers
from reportedly.reading.reader import Reader

_PEERS = {
    "ridge on n-grams": "UW r .685, MAE .602; MEANTIME r .459; UDS r .681",
    "published (recalled)": "UW r .72 to .83, MAE .35 to .51; MEANTIME r .60 to .70; UDS r .77",
}

Judge = Callable[[Sequence[str], Sequence[int]], list[float]]


def predictions(gold: pathlib.Path, judge: Judge) -> Iterator[dict[str, Any]]:
    """Yield the values of each sentence in the scorer's shape."""
    for line in gold.read_text("utf-8").splitlines():
        row = json.loads(line)
        places = [int(event[0]) for event in row["events"]]
        yield {"id": row["id"], "events": list(zip(places, judge(row["tokens"], places), strict=True))}


def by_rules() -> Judge:
    """Return a judge that puts words forward as events to the rules."""
    before = chosen("rules", Attribution)
    (last,) = (one for one in readers() if Factuality in one.finds)

    def judge(words: Sequence[str], places: Sequence[int]) -> list[float]:
        return _judged(words, places, before, last)

    return judge


def _judged(words: Sequence[str], places: Sequence[int], before: Sequence[Reader], last: Reader) -> list[float]:
    """Return what the rules say of the words at some places."""
    starts = [sum(len(word) + 1 for word in words[:place]) for place in places]
    spans = [Span(start, start + len(words[place])) for start, place in zip(starts, places, strict=True)]
    report = read(Document("sentence", "0" * 64, " ".join(words)), before)
    events = tuple(Event(f"V{number}", span, "other") for number, span in enumerate(spans))
    judged = {one.of: one.certainty for one in last.read(report.grown({Event: events})) if isinstance(one, Factuality)}
    return [judged.get(event.id, 3.0) for event in events]


def by_model() -> Judge:
    """Return a judge that asks the reading model."""
    encoder = import_module("reportedly.reading.encoder")
    splitting = import_module("reportedly.reading.splitting")
    model = import_module("reportedly_en").load()

    def judge(words: Sequence[str], places: Sequence[int]) -> list[float]:
        if not places:
            return []
        last = min(len(words), 128)
        at = [splitting.Word(i, i + 1, 0) for i in range(len(words))]
        facts = encoder.shown(list(words), at, 0, last, model).scores.facts
        return [min(3.0, max(-3.0, float(facts[place]))) if place < last else 3.0 for place in places]

    return judge


def main() -> None:
    """Predict, write and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--reader", choices=("rules", "en"), default="rules")
    given = parser.parse_args()
    judge = by_model() if given.reader == "en" else by_rules()
    given.out.write_text("".join(json.dumps(row) + "\n" for row in predictions(given.gold, judge)), "utf-8")
    scorer = str(given.gold.resolve().parent / "score.py")
    sources = sorted({json.loads(line)["src"] for line in given.gold.read_text("utf-8").splitlines()})
    for source in sources:
        print(source, flush=True)
        subprocess.run([sys.executable, scorer, str(given.gold), str(given.out), "--src", source], check=True)
    for peer, figures in _PEERS.items():
        print(f"peer, {peer}: {figures}")


if __name__ == "__main__":
    main()
