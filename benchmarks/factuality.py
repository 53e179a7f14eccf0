#!/usr/bin/env python3
"""Judge how sure a text is that events happened, or whether a sentence is hedged, through the public API, and score it.

    python benchmarks/factuality.py --gold UW-MEANTIME.jsonl --out PREDICTED.jsonl --reader rules
    python benchmarks/factuality.py --gold UW-MEANTIME.jsonl --out PREDICTED.jsonl --reader en
    python benchmarks/factuality.py --gold WIKIWEASEL.jsonl --out PREDICTED.jsonl

GOLD holds a JSON line for each sentence. Where it has words and judged positions, the positions are read, never a value: the
words there are put forward as events, and judged by the reader of that name. Where it has a text and a label, the sentence counts
as hedged when the rules find a hedge in it, or a source without a name. The scorer is the ``score.py`` that lies beside GOLD.
"""

import argparse
import json
import pathlib
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from reader import name, needed

from reportedly.engine.reader import readers_of
from reportedly.model import Attribution, Document, Event, Factuality, Span
from reportedly.reading import read
from reportedly.reading.hedge import hedges
from reportedly.reading.reader import Reader

_PEERS = {
    "ridge on n-grams": "UW r .685, MAE .602; MEANTIME r .459; UDS r .681; weasel F1 63.1 (cue rule)",
    "published (recalled)": "UW r .72 to .83, MAE .35 to .51; MEANTIME r .60 to .70; UDS r .77; weasel F1 60.2",
}


def predictions(rows: Iterable[dict[str, Any]], reader: str) -> Iterator[dict[str, Any]]:
    """Yield what the reader of that name says of each sentence, in the scorer's shape."""
    every = readers_of(reader)
    (last,) = (one for one in every if Factuality in one.finds)
    before = needed(every, [need for need in last.needs if need is not Event])
    for row in rows:
        if "label" in row:
            yield {"id": row["id"], "label": int(hedged(row["text"], before))}
        else:
            places = [int(event[0]) for event in row["events"]]
            yield {
                "id": row["id"],
                "events": list(zip(places, judged(row["tokens"], places, before, last), strict=True)),
            }


def judged(words: Sequence[str], places: Sequence[int], before: Sequence[Reader], last: Reader) -> list[float]:
    """Return how sure it is that there happened what the words at some places name."""
    starts = [sum(len(word) + 1 for word in words[:place]) for place in places]
    spans = [Span(start, start + len(words[place])) for start, place in zip(starts, places, strict=True)]
    report = read(Document("sentence", "0" * 64, " ".join(words)), before)
    events = tuple(Event(f"V{number}", span, "other") for number, span in enumerate(spans))
    found = {one.of: one.certainty for one in last.read(report.grown({Event: events})) if isinstance(one, Factuality)}
    return [found.get(event.id, 3.0) for event in events]


def hedged(text: str, before: Sequence[Reader]) -> bool:
    """Say whether the rules find a hedge in a sentence, or somebody without a name who says something."""
    report = read(Document("sentence", "0" * 64, text), before)
    return bool(hedges(report)) or any(one.by.kind == "unnamed" for one in report.of(Attribution))


def main() -> None:
    """Predict, write and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--reader", type=name, default="rules", help="rules, en, rules+en and so on")
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.gold.read_text("utf-8").splitlines()]
    given.out.write_text("".join(json.dumps(row) + "\n" for row in predictions(rows, given.reader)), "utf-8")
    scorer = str(given.gold.resolve().parent / "score.py")
    sources = sorted({row["src"] for row in rows if "src" in row})
    for options in [["--src", source] for source in sources] or [["--cls"]]:
        print(options[-1], flush=True)
        subprocess.run([sys.executable, scorer, str(given.gold), str(given.out), *options], check=True)
    for peer, figures in _PEERS.items():
        print(f"peer, {peer}: {figures}")


if __name__ == "__main__":
    main()
