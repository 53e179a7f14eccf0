"""Likeness of texts whose words are damaged: runs of letters, as scanned or retyped pages keep them."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from zlib import crc32

_LETTER = re.compile(r"[^a-z0-9]")
# Nine letters in a row: two reports of one event share a sixth of them at most (99 in 100 pairs), one text read twice with
# one letter in fourteen wrong shares half.
_RUN = 9
# One run in eight is kept, chosen by its checksum, so that both texts keep the same ones.
_KEPT = 8
_LEAST = 0.30
# A run that stands in this many texts is boilerplate, and no reason to compare two of them.
_MANY = 40


@lru_cache(maxsize=2048)
def sampled(text: str) -> frozenset[str]:
    """Return the sampled runs of letters of a text, spaces and marks left out."""
    letters = _LETTER.sub("", text.lower())
    runs = {letters[at : at + _RUN] for at in range(len(letters) - _RUN + 1)}
    return frozenset(run for run in runs if crc32(run.encode()) % _KEPT == 0)


def likely(texts: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Return pairs of places whose texts share many runs of letters, each once."""
    index: dict[str, list[int]] = {}
    kept = [sampled(text) for text in texts]
    for at, runs in enumerate(kept):
        for run in runs:
            index.setdefault(run, []).append(at)
    times = Counter(pair for held in index.values() if 1 < len(held) <= _MANY for pair in combinations(held, 2))
    return sorted(
        (left, right)
        for (left, right), shared in times.items()
        if shared >= _LEAST / 2 * min(len(kept[left]), len(kept[right]))
    )


def held(left: str, right: str) -> float:
    """Return the share of the shorter text's runs of letters that stand in the other, by the sample."""
    one, two = sampled(left), sampled(right)
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0
