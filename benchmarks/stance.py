#!/usr/bin/env python3
"""Judge whether an article agrees with a headline, denies it, only discusses it, or is about something else, and score it.

    python benchmarks/stance.py --gold shared/bench/stance/fnc1_train_part.jsonl --bodies shared/bench/stance/fnc1_train_bodies.jsonl --out PREDICTED.jsonl

GOLD holds a JSON line of id, headline and body id for each pair, BODIES the articles. Whether the two are about one thing is
told as `reportedly.reconciling` tells it of two reports, by the weighed words of the headline that the article has; what the
article does with it is told by the words of denial, doubt and hearsay of the lexicon near the headline's words. How much
each of these counts is fitted to the labels of four fifths of the articles and tried on the last fifth, five times: every
prediction is of an article that was not seen. The baselines are fitted and tried in the same way: cue words alone, and the
most frequent label.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reportedly.reconciling.word import familiar, words

_PEERS = "peers (macro F1, weighted): cue words 56.7 (71.7); linear, 20 features 59.2 (75.8); published 58-61 (82)"
_LABELS = ("agree", "disagree", "discuss", "unrelated")
_FOLDS = 5
_HEARSAY = frozenset({
    "reportedly", "report", "reports", "reported", "alleged", "allegedly", "claim", "claims", "claimed", "unconfirmed",
    "rumor", "rumors", "rumour", "rumours", "source", "sources", "might", "may", "could", "apparently", "supposedly",
    "purported", "purportedly", "according",
})  # fmt: skip
_DENIAL = frozenset({
    "hoax", "fake", "false", "fabricated", "untrue", "denied", "denies", "deny", "denying", "debunked", "debunk", "bogus",
    "satire", "satirical", "retracted", "retract", "not", "never", "refute", "refutes", "refuted", "dismissed", "prank",
    "pranked", "baseless", "incorrect", "wrong", "fooled",
})  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_LEAD = 4
_STEPS, _RATE, _DECAY = 400, 0.5, 1e-4
# Sentences that hold at least half as much of the headline as the best are about it; so many of them are looked at.
_ABOUT, _NEAR = 0.5, 8
_HELD = 0.3

Table = NDArray[np.float64]


def features(headline: str, body: str) -> list[float]:
    """Lay out what tells the stance of an article towards a headline; each value lies between 0 and about 1."""
    head = _terms(headline)
    parts = _sentences(body)
    total = sum(head.values()) or 1.0
    held = [sum(weight for term, weight in head.items() if term in terms) / total for terms, _ in parts]
    whole = frozenset[str]().union(*(terms for terms, _ in parts))
    near = [at for at, score in enumerate(held) if score >= _ABOUT * max(held, default=0.0) > 0][:_NEAR]
    said = [_plain(headline), *(plain for _, plain in parts)]
    best = max(held, default=0.0)
    common = sum(weight for term, weight in head.items() if term in whole) / total
    lead = sum(weight for term, weight in head.items() if any(term in terms for terms, _ in parts[:_LEAD])) / total
    row = [1.0, best, common, lead, common * lead, best * best, sum(held[:_LEAD]) / _LEAD]
    for cues in (_DENIAL, _HEARSAY):
        in_head = min(1.0, float(len(said[0] & cues)))
        counts = [len(plain & cues) for plain in said[1:]]
        beside = sum(counts[at] > 0 for at in near) / max(1, len(near))
        early = min(1.0, sum(counts[:_LEAD]) / 2)
        row += [in_head, beside, early, min(1.0, sum(counts) / 10), in_head * beside, in_head * early]
    anywhere = frozenset[str]().union(*said[1:])
    return row + [float(word in anywhere) for word in sorted(_DENIAL)]


@cache
def _terms(text: str) -> Mapping[str, float]:
    """Return what a text says, each term with its weight; a word that is in few texts counts twice."""
    return {word.term: word.weight * (1.0 if word.term in familiar() else 2.0) for word in words(text) if word.weight}


@cache
def _sentences(body: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the terms and the plain words of each sentence."""
    parts = [part for part in _SENTENCE.split(body) if part.strip()]
    return tuple((frozenset(_terms(part)), _plain(part)) for part in parts)


def _plain(text: str) -> frozenset[str]:
    """Return a text's words in small letters."""
    return frozenset(re.findall(r"[a-z]+", text.lower()))


def fitted(rows: Table, labels: Sequence[str]) -> Table:
    """Fit one weight a feature and label by gradient descent on the softmax of their sums, rare labels counting for more."""
    wanted = np.array([[label == one for one in _LABELS] for label in labels], dtype=np.float64)
    counts = wanted.sum(0)
    each = (wanted @ (np.sqrt(counts.sum() / np.maximum(counts, 1.0))))[:, None]
    each /= each.mean()
    weights = np.zeros((rows.shape[1], len(_LABELS)))
    momentum = np.zeros_like(weights)
    for _ in range(_STEPS):
        slope = rows.T @ (each * (_softmax(rows @ weights) - wanted)) / len(rows) + _DECAY * weights
        momentum = 0.9 * momentum + slope
        weights -= _RATE * momentum
    return weights


def _softmax(sums: Table) -> Table:
    """Turn sums into shares."""
    powers = np.exp(sums - sums.max(1, keepdims=True))
    shares: Table = powers / powers.sum(1, keepdims=True)
    return shares


def folds_of(bodies: Sequence[str]) -> NDArray[np.int64]:
    """Return the fold of each row, by its article."""
    return np.array([crc32(body.encode()) % _FOLDS for body in bodies], dtype=np.int64)


def crossed(rows: Table, labels: Sequence[str], folds: NDArray[np.int64]) -> list[str]:
    """Predict every row by weights fitted to the articles of the other folds."""
    found = np.empty(len(rows), dtype=object)
    for fold in range(_FOLDS):
        seen = folds != fold
        weights = fitted(rows[seen], [label for label, one in zip(labels, seen, strict=True) if one])
        found[~seen] = np.array(_LABELS, dtype=object)[(rows[~seen] @ weights).argmax(1)]
    return list(found)


def by_cues(headline: str, body: str) -> str:
    """Judge by cue words and the share of the headline's words that the article has."""
    head = _terms(headline)
    whole = frozenset[str]().union(*(terms for terms, _ in _sentences(body)))
    if not head or sum(weight for term, weight in head.items() if term in whole) < _HELD * sum(head.values()):
        return "unrelated"
    plain = [one for _, one in _sentences(body)[:_LEAD]]
    if any(one & (_DENIAL - {"not", "never", "wrong"}) for one in plain):
        return "disagree"
    return "discuss" if any(one & _HEARSAY for one in plain) else "agree"


def main() -> None:
    """Predict, write, score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gold", "bodies", "out"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    given = parser.parse_args()
    bodies = {row["id"]: row["text"] for row in map(json.loads, given.bodies.read_text("utf-8").splitlines())}
    pairs = [json.loads(line) for line in given.gold.read_text("utf-8").splitlines()]
    labels = [row["label"] for row in pairs]
    rows = np.array([features(row["headline"], bodies[row["body_id"]]) for row in pairs])
    most = Counter(labels).most_common(1)[0][0]
    folds = folds_of([row["body_id"] for row in pairs])
    ours = crossed(rows, labels, folds)
    ways = {
        f"always {most}": [most] * len(pairs),
        "cue words": [by_cues(row["headline"], bodies[row["body_id"]]) for row in pairs],
        "reportedly, five-fold": ours,
    }
    print("| | macro F1 | weighted | agree / disagree / discuss / unrelated |\n|---|---|---|---|")
    for name, found in ways.items():
        one = _scored(given.gold, given.out, pairs, found)
        each = " / ".join(f"{100 * one['per_class'][label]['f1']:.1f}" for label in _LABELS)
        print(f"| {name} | {100 * one['macro_f1']:.1f} | {100 * one['fnc_weighted']:.1f} | {each} |")
    each_fold = [_macro(np.array(labels)[folds == one], np.array(ours)[folds == one]) for one in range(_FOLDS)]
    print(f"macro F1 of the folds: mean {100 * np.mean(each_fold):.1f}, spread {100 * np.std(each_fold):.1f}")
    print(_PEERS)


def _macro(wanted: NDArray[np.str_], found: NDArray[np.str_]) -> float:
    """Return the plain mean of the labels' F1."""
    scores = []
    for label in _LABELS:
        right = int(((wanted == label) & (found == label)).sum())
        both = int((wanted == label).sum() + (found == label).sum())
        scores.append(2 * right / both if both else 0.0)
    return float(np.mean(scores))


def _scored(gold: pathlib.Path, out: pathlib.Path, pairs: Sequence[Mapping[str, Any]], found: Sequence[str]) -> Any:
    """Write labels and run the scorer that lies beside the gold."""
    rows = [{"id": row["id"], "label": label} for row, label in zip(pairs, found, strict=True)]
    out.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = [sys.executable, str(gold.parent / "score.py"), str(gold), str(out)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    main()
