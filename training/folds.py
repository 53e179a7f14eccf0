#!/usr/bin/env python3
"""Cross-validate the factuality of a checkpoint on corpora of which only training rows exist: UDS, and weasel sentences.

    python training/folds.py CHECKPOINT --foundation F --task uds
    python training/folds.py CHECKPOINT --foundation F --task weasel

For each of five folds the encoder's upper layers and a head are trained on the other four, from the checkpoint. A fold is a
stretch of neighbouring rows of each class, for no row says from which document it comes. Nothing of this ships.
"""

import argparse
import copy
import json
import random
import statistics
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

import judging  # noqa: E402 - the paths come first
import torch  # noqa: E402
from batch import Batch, batches  # noqa: E402
from example import Example, encode  # noqa: E402
from network import WIDTH, FactHead, Layer, Reader  # noqa: E402
from torch import Tensor, nn  # noqa: E402
from torch.nn import functional  # noqa: E402
from torchside import restored  # noqa: E402

from reportedly.reading.splitting import split  # noqa: E402

FOLDS = 5
LOWER = 4
"""Layers of the encoder that stay as they are, so that their vectors are made once."""

LAYER_RATE, HEAD_RATE = 1e-4, 1e-3
WARM_UP = 0.1
_CONVENTION = judging.CONVENTIONS["uds-ih2"]
_INNER = 10  # one row of so many is kept from training to choose the threshold of hedged sentences on


@dataclass(slots=True, eq=False)
class Row:
    """A sentence, whether it is hedged (None where that is not asked), and its word pieces' vectors below the upper layers."""

    example: Example
    hedged: bool | None
    vectors: Tensor


class Upper(nn.Module):
    """The encoder's upper layers, with a head for events and one for sentences."""

    def __init__(self, layers: nn.ModuleList, facts: FactHead) -> None:
        super().__init__()
        self.layers, self.facts = copy.deepcopy(layers), copy.deepcopy(facts)
        self.drop = nn.Dropout(0.1)
        self.hedged = nn.Linear(WIDTH, 2)

    def words(self, batch: Batch, vectors: Tensor) -> Tensor:
        """Return one vector a word."""
        mask = ((batch.pieces == 0).float() * -1e4)[:, None, None, :]
        x = vectors
        for layer in self.layers:
            x = layer(x, mask)
        return self.drop(x.gather(1, batch.first[..., None].expand(-1, -1, WIDTH)))

    def sentence(self, batch: Batch, words: Tensor) -> Tensor:
        """Return the log odds that each sentence is hedged: what its words say, weighed by how much each has to say."""
        said, weight = self.hedged(words).float().unbind(-1)
        return (said * weight.masked_fill(batch.mask == 0, -1e4).softmax(-1)).sum(-1)


def judged(path: Path, tokenizer: Path) -> list[tuple[Example, bool | None]]:
    """Read sentences with judged events."""
    return [(example, None) for example in judging.examples(path, tokenizer)]


def weasels(path: Path, tokenizer: Path) -> list[tuple[Example, bool | None]]:
    """Read sentences that are hedged or not."""
    found: list[tuple[Example, bool | None]] = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        words = [row["text"][word.start : word.end] for word in split(row["text"])][:128] or ["."]
        found.append((encode(words, [False] * len(words), tokenizer), bool(row["label"])))
    return found


def folded(classes: list[bool | None]) -> list[int]:
    """Return the fold of each row: stretches of neighbouring rows of one class, for a file may hold one class after the other."""
    counts, seen = Counter(classes), Counter[bool | None]()
    found = []
    for one in classes:
        found.append(seen[one] * FOLDS // counts[one])
        seen[one] += 1
    return found


@torch.inference_mode()
def below(model: Reader, found: list[tuple[Example, bool | None]], lower: int = LOWER) -> list[Row]:
    """Return the rows with their vectors after the lower layers."""
    rows = [Row(example, hedged, torch.empty(0)) for example, hedged in found]
    by_example = {id(row.example): row for row in rows}
    encoder = model.encoder
    for batch in batches([row.example for row in rows], random.Random(0)):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = encoder.norm(
                encoder.pieces(batch.pieces)
                + encoder.places(torch.arange(batch.pieces.shape[1]))
                + encoder.shapes(batch.shapes)
            )
            mask = ((batch.pieces == 0).float() * -1e4)[:, None, None, :]
            for layer in list(encoder.layers)[:lower]:
                x = layer(x, mask)
        for number, example in enumerate(batch.examples):
            by_example[id(example)].vectors = x[number, : len(example.pieces)].to(torch.bfloat16).clone()
    return rows


def trained(model: Reader, rows: list[Row], epochs: int, seed: int, lower: int = LOWER) -> Upper:
    """Train the upper layers on some rows."""
    torch.manual_seed(seed)
    layers: nn.ModuleList = nn.ModuleList(
        layer for layer in list(model.encoder.layers)[lower:] if isinstance(layer, Layer)
    )
    upper = Upper(layers, model.facts)
    groups = [
        {"params": upper.layers.parameters(), "top": LAYER_RATE},
        {"params": [*upper.facts.parameters(), *upper.hedged.parameters()], "top": HEAD_RATE},
    ]
    steps = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    vectors = {id(row.example): row for row in rows}
    order = [one for epoch in range(epochs) for one in batches(_mixed(rows, seed + epoch), random.Random(seed + epoch))]
    upper.train()
    for number, batch in enumerate(order):
        done = number / len(order)
        for group in steps.param_groups:
            group["lr"] = group["top"] * min(done / WARM_UP, (1 - done) / (1 - WARM_UP))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            cost = _cost(upper, batch, [vectors[id(one)] for one in batch.examples])
        steps.zero_grad(set_to_none=True)
        cost.backward()
        nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
        steps.step()
    return upper.eval()


def _mixed(rows: list[Row], seed: int) -> list[Example]:
    """Return the examples in another order."""
    return random.Random(seed).sample([row.example for row in rows], len(rows))


def _padded(rows: list[Row]) -> Tensor:
    """Return the vectors of the rows as one tensor."""
    return nn.utils.rnn.pad_sequence([row.vectors for row in rows], batch_first=True).float()


def _cost(upper: Upper, batch: Batch, rows: list[Row]) -> Tensor:
    """Return the loss of one batch: of its events, or of its sentences."""
    words = upper.words(batch, _padded(rows))
    if rows[0].hedged is not None:
        wanted = torch.tensor([float(bool(row.hedged)) for row in rows])
        return functional.binary_cross_entropy_with_logits(upper.sentence(batch, words), wanted)
    at, values = _events(batch)
    return functional.smooth_l1_loss(upper.facts(words, batch.mask)[at].float(), values)


def _events(batch: Batch) -> tuple[tuple[Tensor, Tensor, Tensor], Tensor]:
    """Return where the judged events of a batch stand (row, word, convention) and their values."""
    found = [(row, *fact) for row, one in enumerate(batch.examples) for fact in one.facts]
    rows, places, conventions, values = (torch.tensor(column) for column in zip(*found, strict=True))
    return (rows, places, conventions), values


@torch.inference_mode()
def guessed(upper: Upper, rows: list[Row]) -> list[tuple[float, float]]:
    """Return (truth, guess) of each event, or of each sentence with log odds as guess."""
    known = {id(row.example): row for row in rows}
    found: list[tuple[float, float]] = []
    for batch in batches([row.example for row in rows], random.Random(0)):
        inside = [known[id(one)] for one in batch.examples]
        words = upper.words(batch, _padded(inside))
        if inside[0].hedged is not None:
            odds = upper.sentence(batch, words).tolist()
            found += [(float(bool(row.hedged)), one) for row, one in zip(inside, odds, strict=True)]
        else:
            at, values = _events(batch)
            guesses = upper.facts(words, batch.mask)[at].clamp(-3.0, 3.0)
            found += list(zip(values.tolist(), guesses.tolist(), strict=True))
    return found


def pearson(pairs: list[tuple[float, float]]) -> float:
    """Return Pearson's r."""
    return statistics.correlation(*zip(*pairs, strict=True))


def f1(pairs: list[tuple[float, float]], least: float) -> float:
    """Return F1, in percent, of saying "hedged" from these log odds on."""
    both = sum(truth * (odds >= least) for truth, odds in pairs)
    return 200 * both / max(1.0, sum(truth + (odds >= least) for truth, odds in pairs))


def main() -> None:
    """Cross-validate as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--foundation", type=Path, required=True)
    parser.add_argument("--bench", type=Path, default=ROOT.parent / "shared/bench")
    parser.add_argument("--task", choices=("uds", "weasel"), required=True)
    parser.add_argument("--epochs", type=int, default=0, help="passes over the other folds (uds 6, weasel 2)")
    parser.add_argument("--lower", type=int, default=LOWER, help="layers of the encoder that stay as they are")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    model, _ = restored(options.checkpoint, options.foundation)
    tokenizer, folder = options.foundation / "tokenizer.json", options.bench / "factuality"
    uds = options.task == "uds"
    found = (
        judged(folder / "uds_ih2_dev.jsonl", tokenizer)
        if uds
        else weasels(folder / "wikiweasel_train.jsonl", tokenizer)
    )
    rows, places = below(model, found, options.lower), folded([hedged for _, hedged in found])
    every, folds = [], []
    for fold in range(FOLDS):
        held = [row for row, place in zip(rows, places, strict=True) if place == fold]
        others = [row for row, place in zip(rows, places, strict=True) if place != fold]
        inner = [] if uds else others[::_INNER]
        outer = others if uds else [row for number, row in enumerate(others) if number % _INNER]
        upper = trained(model, outer, options.epochs or (6 if uds else 2), fold, options.lower)
        pairs = guessed(upper, held)
        if uds:
            folds.append(pearson(pairs))
        else:
            kept = guessed(upper, inner)
            least = max((x / 10 for x in range(-20, 21)), key=lambda odds: f1(kept, odds))
            folds.append(f1(pairs, least))
            pairs = [(truth, odds - least) for truth, odds in pairs]
        every += pairs
        print(f"fold {fold + 1}: {folds[-1]:.3f}", flush=True)
    whole = pearson(every) if uds else f1(every, 0.0)
    error = f", MAE {statistics.fmean(abs(truth - guess) for truth, guess in every):.3f}" if uds else ""
    name = "r" if uds else "F1"
    print(
        f"{name} {whole:.3f}{error}; mean of the folds {statistics.fmean(folds):.3f}, spread {statistics.stdev(folds):.3f}"
    )


if __name__ == "__main__":
    main()
