#!/usr/bin/env python3
"""Write the model card: what it is, what it was trained on and under which licences, what it reaches, and its hashes."""

import argparse
import datetime as dt
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Corpus, what of it was used for what, licence as its publishers state it.
CORPORA = (
    ("UD English EWT, train", "parts of speech, lemmas, dependencies, sentence starts", "Attribution-ShareAlike 4.0 International"),
    ("GUM (May 2025), open genres, train", "the same; names; 102 documents' attributions", "annotations CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0 by genre; textbook, vlog, speech and conversation as UD_English-GUM states them (CC BY, public domain)"),
    ("Wikigold", "names", "CC BY 4.0"),
    ("UNER English EWT, dev", "names", "CC BY-SA 4.0"),
    ("CrossNER politics, all parts", "names, at half weight, in the first run only", "repository MIT; text Wikipedia"),
    ("MEANTIME (NewsReader), train part of ours", "names; attributions", "CC BY 4.0"),
    ("Re-DocRED, train part of ours", "names, at 0.15 weight, in the first run only", "MIT; text Wikipedia"),
    ("Broad Twitter Corpus, sections e, f, g", "names, at 0.1 weight, in the first run only", "CC BY 4.0"),
    ("PolNeAR, train", "attributions: 840 articles, 19,917 attributions", "**none stated**; the articles are their publishers'. None of its text is in the model's files"),
    ("EWT + PropBank, train part of ours", "attributions, nested too", "Attribution-ShareAlike 4.0 International"),
    ("QA-SRL-GS on Wikinews, train part of ours", "attributions", "repository MIT; text Wikinews (CC BY 2.5)"),
    ("UW and MEANTIME factuality, train", "the factuality head", "MEANTIME CC BY 4.0; UW as its repository states it (none for the texts, which are TimeBank's)"),
    ("Chains written for the purpose", "attributions through several voices: `training/chains.py`", "ours, Apache-2.0; filled at training time with sources and contents of the corpora above"),
)  # fmt: skip

_CARD = """# reportedly-en: a reading model for English news

One small encoder (all-MiniLM-L6-v2, 6 layers, 384 wide, Apache-2.0) with many heads, eight-bit ONNX graphs that run on a
processor with onnxruntime, tokenizers and numpy. It reads sentence starts, parts of speech, lemmas (by tables),
dependencies, names (person, organisation, place, group, other), attributions (source, cue, content, and which voice stands
inside which), and how surely an event is said to have happened.

Made on {date} by `training/train.py`, `training/blend.py`, `training/export.py` and `training/card.py` of reportedly. A first run
of 2,673 steps and 5.3 million word pieces; a second one from its weights, 1,356 steps, 2.6 million word pieces; a third one from
the mean of both, {steps} steps, {pieces} word pieces, {minutes:.0f} minutes of a part of one processor core, seed {seed}. The weights
are those of the three at 0.4, 0.2 and 0.4, with the head of factuality fitted to them. How, and what was tried:
`docs/model-training.md` of the repository. Licence of the files: CC BY-SA 4.0.

## Use
For finding who says what in news prose, to be read by a person beside the text. It is wrong often enough that no
attribution should be published unread; it is not made for identifying or profiling people, for texts other than English,
or for speech that is not edited prose.

## Figures
{figures}

## Trained on
| corpus | for | licence as stated |
|---|---|---|
{corpora}

Held apart and never trained on: EWT test, GUM test, UNER-PUD, PolNeAR dev and test, the other half of UNER EWT, all
development files. The German Wikinews attributions (non-commercial) were not used.

## Files, SHA-256
{hashes}

The loader refuses a file whose hash is another.
"""


def main() -> None:
    """Write the card as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--figures", type=Path, required=True, help="JSON list of [what, figure, command]")
    parser.add_argument("--package", type=Path, default=ROOT / "packages/reportedly-en")
    parser.add_argument("--seed", type=int, default=23)
    options = parser.parse_args()
    model = options.package / "src/reportedly_en/model"
    progress = json.loads((model / "tables.json").read_text("utf-8"))["progress"]
    figures = json.loads(options.figures.read_text("utf-8"))
    sums = json.loads((model / "sha256.json").read_text("utf-8"))
    card = _CARD.format(
        date=dt.datetime.now(dt.UTC).date().isoformat(),
        steps=progress["step"],
        pieces=f"{progress['pieces']:,}",
        minutes=progress["seconds"] / 60,
        seed=options.seed,
        figures="| what | figure | command |\n|---|---|---|\n"
        + "\n".join(f"| {what} | {figure} | `{command}` |" for what, figure, command in figures),
        corpora="\n".join(f"| {' | '.join(row)} |" for row in CORPORA),
        hashes="\n".join(
            f"- `{name}` ({(model / name).stat().st_size / 1e6:.1f} MB): `{found}`" for name, found in sums.items()
        ),
    )
    (options.package / "MODEL_CARD.md").write_text(card, "utf-8")


if __name__ == "__main__":
    main()
