"""How surely the verb group before an event's word puts the event forward: will, may, to, not, if."""

from collections.abc import Sequence
from functools import cache

from reportedly.lexicon import load

_REACH, _CLAUSE = 5, 10
_BETWEEN = frozenset(
    ("be", "been", "being", "have", "has", "had", "also", "is", "are", "was", "were", "did", "do", "does")
)
_NOT = frozenset(("not", "n't", "never"))
_NONE = frozenset(("no", "nobody", "none", "neither", "nothing", "without"))
_OPEN = frozenset(("if", "unless", "whether"))
_PARTED = frozenset((",", "that", ";", ":", "but", "and"))
_CERTAIN = 3.0


def modality(before: Sequence[str]) -> tuple[float, str]:
    """Judge an event by the words of its sentence before it.

    Args:
        before: In small letters, the nearest last.

    Returns:
        Certainty on FactBank's scale from -3 to 3, and the words that decide, "" where none do and it is told as certain.
    """
    modals, sooner = _table("modal"), _table("infinitive")
    level, because, denied = _CERTAIN, [], False
    at = len(before) - 1
    while at >= max(0, len(before) - _REACH):
        word, negated = _apart(before[at])
        if negated:
            denied = True
            because.append(before[at])
        if word in modals and level == _CERTAIN:
            level = sooner.get(before[at - 1], modals[word]) if word == "to" and at else modals[word]
            if not negated:
                because.append(f"{before[at - 1]} to" if word == "to" and at and before[at - 1] in sooner else word)
        elif word not in _BETWEEN and not word.endswith("ly") and not negated:
            break
        at -= 1
    for near in range(at, max(-1, len(before) - 1 - _CLAUSE), -1):
        if before[near] in _PARTED:
            break
        if before[near] in _OPEN and abs(level) > 1:
            level = 1.0 if level > 0 else -1.0
            because.append(before[near])
        elif before[near] in _NONE and not denied and len(before) - near <= _REACH + 1:
            denied = True
            because.append(before[near])
    return (-level if denied else level), " ".join(reversed(because))


def _apart(word: str) -> tuple[str, bool]:
    """Return a word without the "not" and the "will" that is written with it, and whether it denies."""
    word = word.replace("’", "'")
    if word in _NOT:
        return "", True
    if word == "cannot" or word.endswith("n't"):
        return word.removesuffix("not").removesuffix("n't"), True
    return ("will" if word.endswith("'ll") else word), False


@cache
def _table(section: str) -> dict[str, float]:
    """Return the certainty of each word of one section."""
    return {word: float(row["certainty"]) for word, row in load("en", "hedge")[section].items()}
