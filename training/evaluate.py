#!/usr/bin/env python3
"""Measure a checkpoint on development halves: attribution, parsing, names. Prints figures, writes predictions if asked."""

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

import numpy as np  # noqa: E402
import torch  # noqa: E402
from torchside import Torch, restored  # noqa: E402

from reportedly.reading.decoding import Rules, sayings  # noqa: E402
from reportedly.reading.encoder import ReadingModel, Window, seen  # noqa: E402


class Remembering:
    """A model that computes the roles of each cue once, so that decoding can be tried again with other numbers."""

    def __init__(self, model: ReadingModel) -> None:
        self.model, self.kept = model, {}

    def roles(self, vectors: Any, inside: Any, distances: Any) -> Any:
        """Return what the model says, remembered by window and cue."""
        keys = [(id(vectors), row.tobytes()) for row in inside]
        new = [row for row, key in enumerate(keys) if key not in self.kept]
        if new:
            roles, valid = self.model.roles(vectors, inside[new], distances[new])
            self.kept.update({keys[row]: (roles[i], valid[i]) for i, row in enumerate(new)})
        found = [self.kept[key] for key in keys]
        return np.stack([roles for roles, _ in found]), np.stack([valid for _, valid in found])


def attributed(windows: list[Window], backend: Any, rules: Rules) -> list[dict[str, Any]]:
    """Return the attributions of one text in the shape that the benchmark scores."""
    words = [word for window in windows for word in window.words]
    found = []
    for number, one in enumerate(sayings(windows, backend, rules)):
        spans = {
            role: [[words[a].start, words[b - 1].end] for a, b in runs]
            for role, runs in (("source", one.source), ("cue", one.cue), ("content", one.content))
        }
        found.append(
            {
                "eid": str(number),
                "parent": None if one.parent is None else str(one.parent),
                "nested": one.parent is not None,
                "score": round(one.score, 3),
                **spans,
            }
        )
    return found


def scorer(path: Path) -> Any:
    """Import a benchmark's score.py."""
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)  # type: ignore[arg-type]
    spec.loader.exec_module(module)  # type: ignore[union-attr]
    return module


def main() -> None:
    """Measure attribution for several decoding numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--foundation", type=Path, required=True)
    parser.add_argument("--bench", type=Path, default=ROOT.parent / "shared/bench")
    parser.add_argument("--gold", default="attribution/polnear-dev.jsonl")
    parser.add_argument("--documents", type=int, default=0)
    parser.add_argument("--size", type=int, default=130)
    parser.add_argument("--nested", action="store_true")
    parser.add_argument("--grid", action="store_true")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    model, kept = restored(options.checkpoint, options.foundation)
    score = scorer(options.bench / "attribution/score.py")
    lines = (options.bench / options.gold).read_text("utf-8").splitlines()[: options.documents or None]
    gold = {one["id"]: one for one in map(json.loads, lines)}
    seeing = Torch(model, kept["tags"], options.foundation / "tokenizer.json")
    windows = {name: seen(one["text"], seeing, size=options.size) for name, one in gold.items()}
    backend = Remembering(seeing)
    print(kept["progress"])
    grid = [(b, v) for b in (0.25, 0.35, 0.45, 0.55) for v in (0.25, 0.5, 0.75)] if options.grid else [(0.4, 0.5)]
    for believed, valid in grid:
        rules = Rules(believed=believed, valid=valid, outermost=not options.nested)
        found = {name: {"id": name, "attributions": attributed(windows[name], backend, rules)} for name in gold}
        result = score.score(gold, found)
        figures = {
            key: round(result[key]["F1"], 1)
            for key in ("full@0.8 all", "content@0.8 all", "exact source", "exact cue", "exact content")
        }
        full = result["full@0.8 all"]
        print(
            believed,
            valid,
            figures,
            f"P {full['P']:.1f} R {full['R']:.1f}",
            {k: round(v["full"], 1) for k, v in result["recall by kind"].items()},
            result.get("nested", ""),
        )


if __name__ == "__main__":
    main()
