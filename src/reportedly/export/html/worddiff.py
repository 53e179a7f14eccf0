"""Two wordings side by side: what was dropped, what came in, what stayed."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words with one fate.

    Attributes:
        kind: "kept", "lost" (only in the earlier wording) or "gained" (only in the later).
        text: The words, joined by single spaces.
    """

    kind: Literal["kept", "lost", "gained"]
    text: str


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Compare two wordings word by word, letter case left out of account.

    Returns:
        Stretches in reading order; where words were replaced, the lost ones come before the gained ones.
    """
    left, right = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, [one.lower() for one in left], [one.lower() for one in right], autojunk=False)
    found: list[Change] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.append(Change("kept", _joined(right[c:d])))
            continue
        if b > a:
            found.append(Change("lost", _joined(left[a:b])))
        if d > c:
            found.append(Change("gained", _joined(right[c:d])))
    return tuple(found)


def _joined(words: list[str]) -> str:
    """Join words as they are written, no space before closing punctuation."""
    return re.sub(r" (?=[,.;:!?%)\]”’])", "", " ".join(words))
