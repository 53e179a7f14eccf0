"""The model in torch behind the reader's interface, so that checkpoints are measured by the code that ships."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from example import cut
from network import Reader, Sizes
from start import foundation
from torch import Tensor

from reportedly.reading.encoder import Floats, Ints


def restored(checkpoint: Path, start: Path) -> tuple[Reader, dict[str, Any]]:
    """Return the model of a checkpoint, ready to evaluate, and what was kept beside it."""
    kept = torch.load(checkpoint, weights_only=False)
    tags = kept["tags"]
    model = Reader(Sizes(len(tags["upos"]), len(tags["xpos"]), len(tags["relations"])))
    foundation(model, start / "model.safetensors")
    _, unexpected = model.load_state_dict(kept["mean"], strict=False)
    if unexpected:
        raise ValueError(f"the checkpoint has weights that the model lacks: {unexpected}")
    return model.eval(), kept


class Torch:
    """A reading model over torch.

    Args:
        model: The network.
        tags: The classes of its heads.
        tokenizer: The file of the word pieces.
    """

    lemmas: Mapping[str, Any] = {}

    def __init__(self, model: Reader, tags: Mapping[str, Sequence[str]], tokenizer: Path) -> None:
        self.model, self.tags, self.tokenizer = model, tags, tokenizer

    def pieces(self, words: Sequence[str]) -> list[list[int]]:
        """Return the word pieces of each word."""
        return cut(words, self.tokenizer)

    @torch.inference_mode()
    def words(self, pieces: Ints, shapes: Ints, first: Ints) -> dict[str, Floats]:
        """Return what the heads say of one window."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = self.model.words(*(torch.from_numpy(row)[None] for row in (pieces, shapes, first)))
        vectors = vectors.float()
        model = self.model
        heads = {
            "starts": model.starts,
            "upos": model.upos,
            "xpos": model.xpos,
            "names": model.names,
            "cues": model.cues,
        }
        found = {name: _plain(head(vectors)) for name, head in heads.items()}
        found["facts"] = _plain(model.facts(vectors, torch.ones(vectors.shape[:2])))
        return {**found, "vectors": _plain(vectors), "arcs": _plain(model.parser.arcs(vectors)[0])}

    @torch.inference_mode()
    def roles(self, vectors: Floats, inside: Floats, distances: Ints) -> tuple[Floats, Floats]:
        """Return role scores and log odds of the cues."""
        words = torch.from_numpy(vectors)[None].expand(len(inside), -1, -1)
        given = torch.from_numpy(inside)
        roles, valid = self.model.role(words, given, torch.from_numpy(distances), torch.ones_like(given))
        return roles.numpy(), valid.numpy()

    @torch.inference_mode()
    def labels(self, vectors: Floats, heads: Ints) -> Ints:
        """Return the label's number of each word's arc."""
        words = torch.from_numpy(vectors)[None]
        padded = torch.cat([self.model.parser.root.expand(1, 1, -1), words], 1)
        found: Ints = self.model.parser.labels(words, padded[:, torch.from_numpy(heads)])[0].argmax(-1).numpy()
        return found


def _plain(found: Tensor) -> Floats:
    """Return a batch of one as an array."""
    return np.asarray(found[0].float().numpy(), np.float32)
