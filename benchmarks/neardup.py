#!/usr/bin/env python3
"""Find copies of one text, through the public API, and score them beside two baselines.

    python benchmarks/neardup.py --gold shared/bench/neardup/synth.jsonl --out PREDICTED.jsonl
    python benchmarks/neardup.py --gold shared/bench/neardup/fnc_docs.jsonl --pairs shared/bench/neardup/fnc_pairs_silver.jsonl --out PREDICTED.jsonl

GOLD holds a JSON line of id and text for each report. Without PAIRS the copies found make groups, which the scorer compares
with its own; with PAIRS each pair is judged: a copy, shared material, or independent. Labels are read by the scorer alone,
the ``score.py`` beside GOLD. The baselines compare sets of five words in a row: their Jaccard index, which MinHash
estimates, from 0.7 and from 0.2, and the share of the smaller set from 0.5.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import combinations
from typing import Any

from reportedly.model import Document, Report
from reportedly.reconciling.copy import copies

_PEERS = "peers: MinHash at 0.7 26.7 pair F1, at 0.2 90.9 (worst 92), containment 0.5 89.4 (57); natural copy / shared / macro 88.1 / 80.6 / 87.9 and 93.4 / 88.2 / 92.8"
_WIDTH = 5
# The labels of pairs are shares of the shorter text's words, so they are read off the coverage at the shares that the labels
# were made with: a passage of two sentences in common is found below a fifth as well, and called independent there.
_PART, _MOST = 0.2, 0.6
_LABELS = {"copy": "copy", "contains": "copy", "shares": "shared-material"}

Alike = Callable[[frozenset[str], frozenset[str]], float]
Pair = tuple[str, str]


def ours(texts: dict[str, str], asked: Iterable[Pair] | None) -> dict[Pair, str]:
    """Return the label of each pair that has text in common: of all, or of those asked for."""
    if asked is None:
        found = copies(_report(id_, text) for id_, text in texts.items())
        return {_pair(one.report, one.of): _LABELS[one.relation] for one in found}
    labels = {}
    for left, right in asked:
        for one in copies([_report(left, texts[left]), _report(right, texts[right])]):
            if one.coverage >= _PART:
                labels[_pair(left, right)] = "copy" if one.coverage >= _MOST else "shared-material"
    return labels


def by_sets(texts: dict[str, str], asked: Iterable[Pair] | None, alike: Alike, least: float) -> dict[Pair, str]:
    """Call two texts copies from a likeness of their sets on, shared material from a third of it on."""
    sets = {id_: _shingles(text) for id_, text in texts.items()}
    pairs = asked if asked is not None else combinations(sorted(texts), 2)
    found = {}
    for left, right in pairs:
        score = alike(sets[left], sets[right])
        if score >= least / 3:
            found[_pair(left, right)] = "copy" if score >= least else "shared-material"
    return found


def jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of both sets that both have."""
    both = len(left & right)
    return both / (len(left) + len(right) - both) if both else 0.0


def contained(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of the smaller set that the other has."""
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


@cache
def _shingles(text: str) -> frozenset[str]:
    """Return every five words in a row."""
    held = re.findall(r"\w+", text.lower())
    return frozenset(" ".join(held[at : at + _WIDTH]) for at in range(max(1, len(held) - _WIDTH + 1)))


def _report(id_: str, text: str) -> Report:
    """Make a report of a text."""
    return Report(Document(id_, "0" * 64, text))


def _pair(left: str, right: str) -> Pair:
    """Name a pair in either order."""
    return (left, right) if left <= right else (right, left)


def _groups(texts: dict[str, str], labels: dict[Pair, str]) -> list[dict[str, str]]:
    """Join copies to groups."""
    roots = {id_: id_ for id_ in texts}

    def root(one: str) -> str:
        while roots[one] != one:
            one = roots[one]
        return one

    for (left, right), label in labels.items():
        if label == "copy":
            roots[max(root(left), root(right))] = min(root(left), root(right))
    return [{"id": id_, "cluster": root(id_)} for id_ in texts]


def _scored(out: pathlib.Path, gold: pathlib.Path, rows: Sequence[dict[str, str]], *more: str) -> dict[str, Any]:
    """Write rows and run the scorer that lies beside the gold."""
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = [sys.executable, str(gold.parent / "score.py"), str(gold), str(out), *more]
    printed: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return printed


def _line(printed: dict[str, Any]) -> str:
    """Write one way's score as cells."""
    if "pair_f1" in printed:
        kinds = ", ".join(f"{kind} {100 * value:.0f}" for kind, value in printed["recall_by_kind"].items())
        first = " / ".join(f"{100 * printed[key]:.1f}" for key in ("pair_p", "pair_r", "pair_f1"))
        return f"{first} | {100 * printed['worst_kind']:.0f} | {kinds}"
    each = " / ".join(f"{100 * printed[label]['f1']:.1f}" for label in ("copy", "shared-material"))
    return f"{each} / {100 * printed['macro_f1']:.1f} | |"


def main() -> None:
    """Find, write, score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, required=True)
    parser.add_argument("--pairs", type=pathlib.Path)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.gold.read_text("utf-8").splitlines() if line.strip()]
    texts = {row["id"]: row["text"] for row in rows}
    asked = None
    if given.pairs:
        asked = [(row["a"], row["b"]) for row in map(json.loads, given.pairs.read_text("utf-8").splitlines())]
    ways = {
        "Jaccard 0.7": by_sets(texts, asked, jaccard, 0.7),
        "Jaccard 0.2": by_sets(texts, asked, jaccard, 0.2),
        "containment 0.5": by_sets(texts, asked, contained, 0.5),
        "reportedly": ours(texts, asked),
    }
    head = "copy / shared / macro F1 | |" if asked else "pair P / R / F1 | worst kind | recall by kind"
    print(f"| | {head} |\n|---|---|---|---|")
    for name, labels in ways.items():
        if asked is None:
            printed = _scored(given.out, given.gold, _groups(texts, labels))
        else:
            judged = [{"a": a, "b": b, "label": labels.get(_pair(a, b), "independent")} for a, b in asked]
            printed = _scored(given.out, given.pairs, judged, "--pairs")
        print(f"| {name} | {_line(printed)} |")
    print(_PEERS)


if __name__ == "__main__":
    main()
