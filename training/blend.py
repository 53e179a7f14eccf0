#!/usr/bin/env python3
"""Put checkpoints of one line together, and train the head of factuality again on the words that come of it.

    python training/blend.py FIRST SECOND THIRD --shares 0.4 0.2 0.4 --foundation F --out BLENDED

Each went on from those before it (`train.py --start`). The weights of the blend are a mean of all (Wortsman et al. 2022, "Model
soups"), which keeps what the first knew of attributions beside what the later ones have learnt. The head of factuality, which the
first lacks, is the last one's and fits the blended words badly; so it is trained again, on the words as they ship, each sentence
inside a paragraph and at the head of one.
"""

import argparse
import copy
import math
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

import judging  # noqa: E402 - the paths come first
import numpy as np  # noqa: E402
import torch  # noqa: E402
from batch import Batch, batches  # noqa: E402
from example import Example  # noqa: E402
from export import export  # noqa: E402
from network import Reader  # noqa: E402
from onnxruntime import InferenceSession  # noqa: E402
from torch import Tensor, nn  # noqa: E402
from torch.nn import functional  # noqa: E402
from torchside import restored  # noqa: E402

RATE = 5e-4
DROPPED = 0.1
SEED = 3

Vectors = dict[int, Tensor]


def blended(parts: Sequence[dict[str, Tensor]], shares: Sequence[float]) -> dict[str, Tensor]:
    """Return the weighted mean of the weights; one that the others lack, and the head of factuality, are the last one's."""
    found = {}
    for name, value in parts[-1].items():
        known = [
            (part[name], share)
            for part, share in zip(parts, shares, strict=True)
            if name in part and part[name].shape == value.shape
        ]
        alone = name.startswith("facts.")
        found[name] = value if alone else sum(one * share for one, share in known) / sum(share for _, share in known)
    return found


def session(model: Reader) -> InferenceSession:
    """Return the model's words as they ship, in eight bits, where a head that is trained on them need not fear the rounding."""
    with tempfile.TemporaryDirectory() as folder:
        export(copy.deepcopy(model), Path(folder), graphs=("words",))
        return InferenceSession((Path(folder) / "words.onnx").read_bytes())


def seen(words: InferenceSession, examples: list[Example]) -> Vectors:
    """Return the words of each example as the shipped encoder sees them, by the example's identity."""
    found: Vectors = {}
    for one in examples:
        given = {"pieces": one.pieces, "shapes": one.shapes, "first": one.first}
        rows = {name: np.asarray(row, np.int64)[None] for name, row in given.items()}
        found[id(one)] = torch.from_numpy(words.run(["vectors"], rows)[0][0])
    return found


def guessed(model: Reader, batch: Batch, vectors: Vectors) -> tuple[Tensor, Tensor, Tensor]:
    """Return the guesses of a batch's events, their values and their conventions."""
    words = nn.utils.rnn.pad_sequence([vectors[id(one)] for one in batch.examples], batch_first=True)
    if model.facts.training:
        words = functional.dropout(words, DROPPED)
    found = [(row, *fact) for row, one in enumerate(batch.examples) for fact in one.facts]
    rows, places, conventions, values = (torch.tensor(column) for column in zip(*found, strict=True))
    return model.facts(words, batch.mask)[rows, places, conventions], values, conventions


def taught(model: Reader, examples: list[Example], vectors: Vectors, epochs: int) -> None:
    """Train the head of factuality alone, the rate falling to nothing."""
    torch.manual_seed(SEED)
    order = [
        batch
        for epoch in range(epochs)
        for batch in batches(random.Random(epoch).sample(examples, len(examples)), random.Random(epoch))
    ]
    steps = torch.optim.AdamW(model.facts.parameters(), RATE, weight_decay=0.01, betas=(0.9, 0.98))
    model.facts.train()
    for number, batch in enumerate(order):
        for group in steps.param_groups:
            group["lr"] = RATE * (1 - number / len(order))
        guesses, values, _ = guessed(model, batch, vectors)
        cost = functional.l1_loss(guesses, values)
        steps.zero_grad(set_to_none=True)
        cost.backward()
        nn.utils.clip_grad_norm_(model.facts.parameters(), 1.0)
        steps.step()
    model.facts.eval()


@torch.inference_mode()
def measured(model: Reader, examples: list[Example], vectors: Vectors) -> str:
    """Return r and the mean distance for the events of UW."""
    pairs = []
    for batch in batches(examples, random.Random(0)):
        guesses, values, conventions = guessed(model, batch, vectors)
        kept = conventions == judging.CONVENTIONS["uw"]
        pairs.append(torch.stack([guesses[kept].clamp(-3.0, 3.0), values[kept]]))
    found = torch.cat(pairs, 1)
    r, distance = float(torch.corrcoef(found)[0, 1]), float((found[0] - found[1]).abs().mean())
    return "none" if math.isnan(r) else f"UW r {r:.3f}, MAE {distance:.3f}"


def main() -> None:
    """Blend as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoints", type=Path, nargs="+", help="each went on from the ones before it")
    parser.add_argument("--foundation", type=Path, required=True)
    parser.add_argument("--bench", type=Path, default=ROOT.parent / "shared/bench")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--shares", type=float, nargs="+", required=True, help="of each checkpoint in the mean")
    parser.add_argument("--epochs", type=int, default=4, help="of the head of factuality; 0 leaves it as it is")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    every = [torch.load(path, weights_only=False) for path in options.checkpoints]
    later = every[-1]
    later["mean"] = blended([one["mean"] for one in every], options.shares)
    torch.save(later, options.out)
    model, _ = restored(options.out, options.foundation)
    folder, tokenizer = options.bench / "factuality", options.foundation / "tokenizer.json"
    words = session(model)
    held = judging.examples(folder / "uw_meantime_dev.jsonl", tokenizer, opens=True)
    shown = seen(words, held)
    print(f"before: {measured(model, held, shown)}", flush=True)
    if options.epochs:
        known = [
            one
            for opens in (False, True)
            for one in judging.examples(folder / "uw_meantime_train.jsonl", tokenizer, opens=opens)
        ]
        taught(model, known, seen(words, known), options.epochs)
        print(f"after:  {measured(model, held, shown)}", flush=True)
        later["mean"].update({f"facts.{name}": value for name, value in model.facts.state_dict().items()})
        torch.save(later, options.out)


if __name__ == "__main__":
    main()
