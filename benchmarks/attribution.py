#!/usr/bin/env python3
"""Find attributions through the public API, and score their sources, cues and contents.

    python benchmarks/attribution.py --gold POLNEAR.jsonl --out PREDICTED.jsonl
    python benchmarks/attribution.py --gold POLNEAR.jsonl --out PREDICTED.jsonl --reader en

GOLD holds a JSON line of id and text for each document; its answers are not read. The scorer is the ``score.py`` that lies
beside GOLD, or the one that ``--score`` names; a file ``polnear-cofenet-….jsonl`` beside GOLD is scored as well. PolNeAR marks the outermost voice only,
so the others are left out; and a quotation that goes on behind its cue in the same paragraph ("“…,” she said. “…”") is a further
piece of one content there, where we have an attribution of its own: it is added to the content before it. ``--nested`` keeps
all as it was read, for gold that has them.
"""

import argparse
import json
import pathlib
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from reader import chosen, name

from reportedly.model import Attribution, Document, Spans
from reportedly.reading import Reader, read

# Exact source, cue, content by CofeNet's count; full@0.8.
_PEERS = {
    "textacy 0.13": (26.1, 30.3, 27.6, 10.9),
    "Gender Gap Tracker 7": (47.7, 42.4, 26.7, 29.4),
    "Citron, retrained": (61.8, 51.6, 42.5, 38.7),
    "BiLSTM (published, test)": (73.3, 67.1, 63.6, None),
    "CofeNet with BERT (published, test)": (83.2, 75.3, 72.9, None),
    "one human against another": (78.0, 70.9, 68.4, 68.5),
}


def predictions(gold: pathlib.Path, readers: Sequence[Reader], *, nested: bool) -> Iterator[dict[str, Any]]:
    """Yield what was read from each document, in the scorer's shape.

    Args:
        gold: JSON lines; ids and texts are read, never an answer.
        readers: What reads.
        nested: Keep voices inside others, and quotations that go on without a cue.
    """
    for line in gold.read_text("utf-8").splitlines():
        row = json.loads(line)
        found = read(Document(row["id"], "0" * 64, row["text"]), readers).of(Attribution)
        kept = found if nested else list(outermost(found, row["text"]))
        yield {"id": row["id"], "attributions": [_shaped(one) for one in kept]}


def outermost(found: Sequence[Attribution], text: str) -> Iterator[Attribution]:
    """Yield the attributions as PolNeAR marks them: nobody inside another, and what goes on joined to what it goes on from.

    Args:
        found: What was read, in text order.
        text: The report's text.
    """
    last: Attribution | None = None
    for one in found:
        if one.parent is not None:
            continue
        if one.cue:
            if last is not None:
                yield last
            last = one
        elif last is not None and one.inherited and _goes_on(last.content, one.content, text):
            last = replace(last, content=last.content + one.content)
    if last is not None:
        yield last


def _goes_on(before: Spans, after: Spans, text: str) -> bool:
    """Say whether a content stands behind another in the same paragraph."""
    return (
        bool(before and after)
        and before[-1].end <= after[0].start
        and "\n" not in text[before[-1].end : after[0].start]
    )


def _shaped(found: Attribution) -> dict[str, Any]:
    """Return one attribution in the scorer's shape."""
    parts = {"source": found.source, "cue": found.cue, "content": found.content}
    shape: dict[str, Any] = {role: _offsets(spans) for role, spans in parts.items()}
    return {"eid": found.id, "kind": found.kind, "parent": found.parent, "nested": found.parent is not None, **shape}


def _offsets(spans: Spans) -> list[list[int]]:
    """Return spans as pairs of numbers."""
    return [[span.start, span.end] for span in spans]


def main() -> None:
    """Predict, write and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--reader", type=name, default="rules")
    parser.add_argument("--nested", action="store_true")
    parser.add_argument("--score", type=pathlib.Path, help="the scorer, when it does not lie beside GOLD")
    given = parser.parse_args()
    rows = predictions(given.gold, chosen(given.reader, Attribution), nested=given.nested)
    given.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    beside = given.gold.resolve().parent
    cofenet = beside / given.gold.name.replace("polnear-", "polnear-cofenet-")
    more = ["--cofenet", str(cofenet)] if cofenet.exists() and cofenet.name != given.gold.name else []
    scorer = given.score or beside / "score.py"
    subprocess.run([sys.executable, str(scorer), str(given.gold), str(given.out), *more], check=True)
    for peer, scores in _PEERS.items():
        figures = " / ".join("–" if score is None else str(score) for score in scores)
        print(f"peer on PolNeAR, exact source / cue / content / full@0.8: {peer:36} {figures}")


if __name__ == "__main__":
    main()
