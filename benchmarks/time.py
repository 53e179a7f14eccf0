#!/usr/bin/env python3
"""Find and resolve times through the public API, and score them as TempEval-3 does.

    python benchmarks/time.py --gold AQUAINT.jsonl --out PREDICTED.jsonl

GOLD holds a JSON line of id, text and dct (the day of publication) for each document; its answers are not read. The scorer
is the ``score.py`` that lies beside GOLD.
"""

import argparse
import json
import pathlib
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from reportedly.model import Document, Sentence, Timex, Token
from reportedly.reading import Reader, read, readers

_LAYERS = {Token, Sentence, Timex}
# Value F1 of others on the same documents: the corpora's own development halves, TempEval-3 metrics.
_PEERS = {
    "aquaint": {"dateparser 1.5": 28.4, "Recognizers-Text": 61.2, "HeidelTime 2.2": 72.4},
    "meantime": {"dateparser 1.5": 31.4, "Recognizers-Text": 62.3, "HeidelTime 2.2": 74.1},
}


def predictions(gold: pathlib.Path) -> Iterator[dict[str, Any]]:
    """Yield what was read from each document, in the scorer's shape.

    Args:
        gold: JSON lines; ids, texts and days are read, never an answer.
    """
    chosen: tuple[Reader, ...] = tuple(one for one in readers() if set(one.finds) <= _LAYERS)
    for line in gold.read_text("utf-8").splitlines():
        row = json.loads(line)
        document = Document(row["id"], "0" * 64, row["text"], published=date.fromisoformat(row["dct"][:10]))
        found = read(document, chosen).of(Timex)
        times = [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in found]
        yield {"id": row["id"], "timexes": times}


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
    for peer, score in _PEERS.get(chosen.gold.stem, {}).items():
        print(f"peer, value F1: {peer:20} {score:5.1f}")


if __name__ == "__main__":
    main()
