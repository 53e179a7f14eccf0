"""Examples to padded tensors, about equally long ones together."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from example import Example
from torch import Tensor

from reportedly.reading.splitting import distance

PIECES = 2200
"""Word pieces in a batch, padding included."""

_NEIGHBOURHOOD = 400


@dataclass(slots=True)
class Batch:
    """One batch of examples with the tensors that every task needs."""

    examples: list[Example]
    pieces: Tensor
    shapes: Tensor
    first: Tensor
    mask: Tensor


def batches(examples: Sequence[Example], chance: random.Random, *, size: int = PIECES) -> Iterator[Batch]:
    """Put the examples into batches of about ``size`` pieces; neighbours are sorted by length, then batches shuffled."""
    for low in range(0, len(examples), _NEIGHBOURHOOD):
        near = sorted(examples[low : low + _NEIGHBOURHOOD], key=lambda one: len(one.pieces))
        groups: list[list[Example]] = [[]]
        for one in near:
            if groups[-1] and len(one.pieces) * (len(groups[-1]) + 1) > size:
                groups.append([])
            groups[-1].append(one)
        chance.shuffle(groups)
        for group in groups:
            yield batch(group)


def batch(group: list[Example]) -> Batch:
    """Pad the examples to one length."""
    first = padded([one.first for one in group], 0)
    mask = padded([[1] * len(one.first) for one in group], 0).float()
    return Batch(group, padded([one.pieces for one in group], 0), padded([one.shapes for one in group], 0), first, mask)


def padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    """Return the rows as one tensor."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (longest - len(row))] for row in rows])


@dataclass(slots=True)
class Cues:
    """The cues of a batch, one row each."""

    window: Tensor
    inside: Tensor
    distance: Tensor


def cues(found: Sequence[tuple[int, Sequence[int]]], words: int) -> Cues:
    """Return the tensors for cues given as (number of the window, word numbers)."""
    inside = torch.zeros(len(found), words)
    far = torch.zeros(len(found), words, dtype=torch.long)
    for row, (_, cue) in enumerate(found):
        inside[row, list(cue)] = 1.0
        far[row] = torch.tensor([distance(i, min(cue), max(cue)) for i in range(words)])
    return Cues(torch.tensor([window for window, _ in found]), inside, far)
