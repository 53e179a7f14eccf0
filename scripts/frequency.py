#!/usr/bin/env python3
"""Make the table of how many English texts have a word, from openly licensed texts.

    python scripts/frequency.py ../shared/data > src/reportedly/lexicon/en/frequency.toml

The folder holds texts as JSON lines with a key ``text`` (``more/``: GUM, English Web Treebank, MEANTIME, QA-SRL, Re-DocRED, the
Broad Twitter Corpus, WNUT17) and the documents of re3d (``ner/re3d-open``). Only counts leave it, no text. A text is one document;
of sentences and tweets that stand alone, ten make one.
"""

import argparse
import json
import math
import pathlib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from reportedly.reconciling.word import words

_WHOLE = ("gum", "meantime", "redocred", "ewt-propbank")
_SINGLE = ("qasrl", "btc", "wnut17")
_TOGETHER = 10
# Rarer words are as good as unknown: see `reportedly.reconciling.frequency`.
_LEAST = 6
# Each row of the table holds words of about the same count, a quarter more than the row before.
_STEP = math.log(1.25)

_HEAD = """# How many of a thousand English texts have a word. Made by scripts/frequency.py. Words that say nothing (`stop`) are left out.

[sources]
open = "counts over {texts:,} openly licensed texts: GUM (open genres; CC BY, CC BY-SA), UD English EWT (CC BY-SA 4.0), MEANTIME (CC BY 4.0), QA-SRL-GS (MIT), Re-DocRED (MIT), Broad Twitter Corpus (CC BY 4.0), WNUT17 (CC BY 4.0), re3d (public domain, OGL v3.0, CC BY 3.0 AU, CC BY-SA 3.0)"

[texts]
"""


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    given = parser.parse_args()
    texts, known = 0, Counter[str]()
    for text in _texts(given.folder):
        texts += 1
        known.update({word.lower for word in words(text) if word.weight})
    rows: dict[int, list[str]] = {}
    for word, count in known.items():
        if count >= _LEAST and word[0].isalpha():
            rows.setdefault(round(math.log(count) / _STEP), []).append(word)
    sys.stdout.write(_HEAD.format(texts=texts))
    for step, held in sorted(rows.items(), reverse=True):
        share = 1000 * math.exp(step * _STEP) / texts
        sys.stdout.write(f'"{share:.1f}" = {{ words = "{" ".join(sorted(held))}", source = "open" }}\n')


def _texts(folder: pathlib.Path) -> Iterator[str]:
    """Yield the texts."""
    for path in sorted(folder.joinpath("more").glob("*.jsonl")):
        corpus = path.stem.removesuffix("-train").removesuffix("-dev")
        if corpus in _WHOLE:
            yield from _lines(path)
        elif corpus in _SINGLE:
            yield from _joined(_lines(path))
    for path in sorted(folder.joinpath("ner", "re3d-open").glob("*/documents.json")):
        yield from _lines(path)


def _lines(path: pathlib.Path) -> Iterator[str]:
    """Yield the text of each line."""
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)["text"]


def _joined(single: Iterable[str]) -> Iterator[str]:
    """Yield texts made of several that follow each other."""
    held: list[str] = []
    for text in single:
        held.append(text)
        if len(held) == _TOGETHER:
            yield "\n".join(held)
            held.clear()


if __name__ == "__main__":
    main()
