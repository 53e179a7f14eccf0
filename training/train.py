#!/usr/bin/env python3
"""Train the reading model: `python training/train.py --help`. docs/model-training.md says how and what came of it.

Stops on a signal or at the last step, keeps checkpoints and goes on from them (`--resume`).
"""

import argparse
import json
import random
import signal
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training")]

import loss  # noqa: E402 - the paths come first
import torch  # noqa: E402
from batch import Batch, batches  # noqa: E402
from corpus import CHAINS, Corpus, Folders, load  # noqa: E402
from example import Example  # noqa: E402
from network import Reader, Sizes  # noqa: E402
from start import foundation  # noqa: E402

# Shares of the steps at the start and at the end; between them they move in a straight line. Attribution alone at the end
# was worth five points in the first experiments, names on clean data two.
SHARES = {"parse": (1.2, 1.2), "names": (0.6, 1.0), "attribution": (2.6, 3.2), "facts": (0.6, 0.6)}
# Where a run starts from a checkpoint (`--start`), which has learnt attribution: more for the others.
SHARES_AGAIN = {"parse": (1.0, 0.8), "names": (1.1, 1.0), "attribution": (1.3, 1.0), "facts": (2.0, 2.0)}
ENCODER_RATE, HEAD_RATE = 1.5e-4, 1e-3
SLOWER = 0.5
"""Factor of the rates where a run starts from a checkpoint; a head that the checkpoint lacks keeps the whole rate."""
WARM_UP = 0.05
CLIP = 1.0
DECAY = 0.01
KEPT = 0.998  # of the running mean of the weights, which is what is evaluated and shipped

Task = Callable[[Reader, Batch, torch.Tensor], torch.Tensor]
TASKS: dict[str, Task] = {
    "parse": loss.parse,
    "names": loss.names,
    "attribution": loss.attribution,
    "facts": loss.factuality,
}


@dataclass
class Progress:
    """How far training has come: steps and seconds, over all the runs that went on from one another."""

    step: int = 0
    seconds: float = 0.0
    pieces: int = 0

    def share(self, options: argparse.Namespace) -> float:
        """Return the part that is done, 0 to 1, by steps or by minutes."""
        if options.steps:
            return min(1.0, self.step / options.steps)
        return min(1.0, self.seconds / (60 * options.minutes))


class Stream:
    """Batches of one task without end, epoch after epoch."""

    def __init__(self, epoch: Callable[[random.Random], list[Example]], seed: int) -> None:
        self.epoch, self.seed, self.number = epoch, seed, 0
        self.rest: Iterator[Batch] = iter(())

    def __next__(self) -> Batch:
        """Return the next batch; an epoch's chance depends on the seed and its number alone."""
        found = next(self.rest, None)
        if found is None:
            chance = random.Random(f"{self.seed} {self.number}")
            self.rest = batches(self.epoch(chance), chance)
            self.number += 1
            found = next(self.rest)
        return found


def streams(corpus: Corpus, seed: int) -> dict[str, Stream]:
    """Return one stream a task."""
    epochs = {
        "parse": corpus.parse_epoch,
        "names": corpus.name_epoch,
        "attribution": corpus.attribution_epoch,
        "facts": corpus.fact_epoch,
    }
    return {name: Stream(epoch, seed + number) for number, (name, epoch) in enumerate(epochs.items())}


def rate(done: float) -> float:
    """Return the factor of the learning rates: up over the warm-up, then down to nothing."""
    return done / WARM_UP if done < WARM_UP else max(0.0, (1.0 - done) / (1.0 - WARM_UP))


def drawn(shares: Mapping[str, tuple[float, float]], done: float, chance: random.Random) -> str:
    """Draw a task."""
    weights = [first + (last - first) * done for first, last in shares.values()]
    return chance.choices(list(shares), weights)[0]


def started(model: Reader, checkpoint: Path) -> set[str]:
    """Put the running mean of a checkpoint into the model where the weights fit; return the names of those that were there."""
    kept: dict[str, torch.Tensor] = torch.load(checkpoint, weights_only=False)["mean"]
    own = model.state_dict()
    fitting = {name: value for name, value in kept.items() if name in own and own[name].shape == value.shape}
    model.load_state_dict(fitting, strict=False)
    return set(fitting)


def optimiser(model: Reader, known: Collection[str] = ()) -> torch.optim.AdamW:
    """Return AdamW with the encoder's rate and the heads', no decay for what is no matrix; ``known`` weights move slower."""
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        fresh = not name.startswith("encoder.") or "shapes" in name
        top = (HEAD_RATE if fresh else ENCODER_RATE) * (SLOWER if name in known else 1.0)
        groups.setdefault((top, DECAY if parameter.dim() > 1 else 0.0), []).append(parameter)
    return torch.optim.AdamW(
        [{"params": found, "lr": lr, "top": lr, "weight_decay": decay} for (lr, decay), found in groups.items()],
        betas=(0.9, 0.98),
    )


class Mean:
    """The running mean of the weights."""

    def __init__(self, model: Reader) -> None:
        self.weights = {name: value.detach().clone() for name, value in model.named_parameters() if value.requires_grad}

    def add(self, model: Reader, step: int) -> None:
        """Take in the weights after a step; the first steps count for more."""
        kept = min(KEPT, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, value in model.named_parameters():
                if not value.requires_grad:
                    continue
                self.weights[name].lerp_(value, 1.0 - kept)


def train(options: argparse.Namespace) -> None:
    """Train until the last step, or until told to stop."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    corpus = load(
        Folders(options.data, options.bench),
        options.foundation / "tokenizer.json",
        polnear=not options.open_only,
        clean=options.clean_names,
        chains=options.chains,
    )
    model = Reader(Sizes(len(corpus.tags.upos), len(corpus.tags.xpos), len(corpus.tags.relations)))
    foundation(model, options.foundation / "model.safetensors")
    known = started(model, options.start) if options.start else set()
    shares = {**(SHARES_AGAIN if options.start else SHARES), **dict(options.share)}
    steps, mean, progress = optimiser(model, known), Mean(model), Progress()
    if options.resume and (options.out / "last.pt").exists():
        kept = torch.load(options.out / "last.pt", weights_only=False)
        model.load_state_dict(kept["model"])
        steps.load_state_dict(kept["steps"])
        mean.weights, progress = kept["mean"], Progress(**kept["progress"])
    options.out.mkdir(parents=True, exist_ok=True)
    stopping = [False]
    signal.signal(signal.SIGTERM, lambda *_: stopping.__setitem__(0, True))
    found = streams(corpus, options.seed + progress.step)
    chance = random.Random(f"{options.seed} {progress.step} tasks")
    sums: dict[str, list[float]] = {}
    saved = time.monotonic()
    while progress.share(options) < 1.0 and not stopping[0]:
        began = time.monotonic()
        done = progress.share(options)
        task = drawn(shares, done, chance)
        batch = next(found[task])
        sums.setdefault(task, []).append(_step(model, steps, batch, TASKS[task], rate(done)))
        progress.step += 1
        progress.pieces += int((batch.pieces > 0).sum())
        mean.add(model, progress.step)
        progress.seconds += time.monotonic() - began
        if progress.step % options.log == 0:
            _tell(progress, done, sums)
            sums = {}
        if time.monotonic() - saved > options.save_minutes * 60:
            _save(options.out, model, steps, mean, progress, corpus)
            saved = time.monotonic()
    _save(options.out, model, steps, mean, progress, corpus)
    sys.stdout.write("stopped\n" if stopping[0] else "done\n")


def _step(model: Reader, steps: torch.optim.AdamW, batch: Batch, task: Task, factor: float) -> float:
    """Take one step; return the loss."""
    model.train()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        words = model.words(batch.pieces, batch.shapes, batch.first)
        cost = task(model, batch, words)
    steps.zero_grad(set_to_none=True)
    cost.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP)
    for group in steps.param_groups:
        group["lr"] = group["top"] * factor
    steps.step()
    return float(cost.detach())


def _tell(progress: Progress, done: float, sums: dict[str, list[float]]) -> None:
    """Print a line on the last steps."""
    parts = "  ".join(
        f"{task} {sum(values) / len(values):.3f} ({len(values)})" for task, values in sorted(sums.items())
    )
    sys.stdout.write(
        f"{progress.step} {100 * done:.1f} % {progress.seconds:.0f} s {progress.pieces / progress.seconds:.0f} pieces/s  {parts}\n"
    )
    sys.stdout.flush()


def _save(out: Path, model: Reader, steps: torch.optim.AdamW, mean: Mean, progress: Progress, corpus: Corpus) -> None:
    """Write the checkpoint to go on from and the weights to evaluate or ship."""
    kept: dict[str, Any] = {
        "model": model.state_dict(),
        "steps": steps.state_dict(),
        "mean": mean.weights,
        "progress": asdict(progress),
    }
    torch.save(kept, out / "last.part")
    (out / "last.part").replace(out / "last.pt")
    torch.save(
        {"mean": mean.weights, "tags": asdict(corpus.tags), "progress": asdict(progress)},
        out / f"mean-{progress.step:06}.pt",
    )
    (out / "progress.json").write_text(json.dumps(asdict(progress)), "utf-8")


def share(given: str) -> tuple[str, tuple[float, float]]:
    """Return the task and its share, at the start and at the end the same, of `TASK=SHARE`."""
    task, _, value = given.partition("=")
    if task not in TASKS:
        raise argparse.ArgumentTypeError(f"found {task!r}; a task is one of {', '.join(TASKS)}")
    return task, (float(value), float(value))


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--bench", type=Path, default=ROOT.parent / "shared/bench")
    parser.add_argument(
        "--foundation",
        type=Path,
        required=True,
        help="folder with model.safetensors and tokenizer.json of all-MiniLM-L6-v2",
    )
    parser.add_argument("--out", type=Path, default=ROOT / "training/checkpoints/run")
    parser.add_argument("--minutes", type=float, default=60.0, help="length of the run, unless --steps says it")
    parser.add_argument("--steps", type=int, default=0)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--log", type=int, default=50)
    parser.add_argument("--save-minutes", type=float, default=6.0)
    parser.add_argument("--open-only", action="store_true", help="leave PolNeAR out")
    parser.add_argument("--start", type=Path, help="checkpoint (mean-NNNNNN.pt) whose weights to start from")
    parser.add_argument(
        "--share",
        type=share,
        action="append",
        default=[],
        metavar="TASK=SHARE",
        help="share of the steps for one task from the first step to the last; may be given several times",
    )
    parser.add_argument("--chains", type=int, default=CHAINS, help="documents of chains written for each epoch")
    parser.add_argument("--clean-names", action="store_true", help="only corpora of names with one convention")
    parser.add_argument("--resume", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    train(arguments())
