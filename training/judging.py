"""Judged events to examples: how sure the text is that they happened."""

import json
from pathlib import Path

from example import Example, encode

CONVENTIONS = {"uw": 0, "meantime": 1, "uds-ih2": 2}
"""Corpora by the number of their convention: what one calls certain, another weighs or leaves at zero."""


def examples(path: Path, tokenizer: Path, *, opens: bool = False) -> list[Example]:
    """Make one example of each sentence that holds judged events; ``opens`` sets each at the head of a paragraph."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        words = row["tokens"][:128]
        example = encode(words, [opens and i == 0 for i in range(len(words))], tokenizer)
        example.facts = [
            (int(i), CONVENTIONS[row["src"]], float(value)) for i, value in row["events"] if i < len(words)
        ]
        if example.facts:
            found.append(example)
    return found
