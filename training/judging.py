"""Judged events to examples: how sure the text is that they happened."""

import json
from pathlib import Path

from example import Example, encode


def examples(path: Path, tokenizer: Path) -> list[Example]:
    """Make one example of each sentence with its judged events."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        words = row["tokens"][:128]
        example = encode(words, [False] * len(words), tokenizer)
        example.facts = [(int(i), float(value)) for i, value in row["events"] if i < len(words)]
        found.append(example)
    return found
