"""The model as it ships: the same weights and the same results as in `network`, with fewer steps.

What is exported sees one window at a time and no padding, so nothing is masked; queries, keys and values come from one product; the
encoder's last layer works only for the pieces that speak for a word; what is the same for all cues of a window is worked out once.
"""

from collections.abc import Iterable

import torch
from network import WIDTH, Encoder, FactHead, Layer, Reader, RoleHead
from torch import Tensor, nn
from torch.nn import functional


class LeanLayer(nn.Module):
    """One transformer layer without a mask.

    Args:
        layer: Whose weights it takes.
        last: It is asked about some places only.
    """

    def __init__(self, layer: Layer, *, last: bool = False) -> None:
        super().__init__()
        self.heads, self.width, self.last = layer.heads, layer.query.in_features, last
        # The scale of the scores goes into the queries' weights.
        scale = (self.width // self.heads) ** -0.5
        query = nn.Linear(self.width, self.width)
        query.weight.data, query.bias.data = layer.query.weight.data * scale, layer.query.bias.data * scale
        if last:
            self.asked, self.known = query, joined((layer.key, layer.value))
        else:
            self.whole = joined((query, layer.key, layer.value))
        self.output, self.widen, self.narrow = layer.output, layer.widen, layer.narrow
        self.first_norm, self.second_norm = layer.first_norm, layer.second_norm

    def forward(self, x: Tensor, wanted: Tensor | None = None) -> Tensor:
        """Return (batch, length, width) after attention and the inner layer; of the last layer, the ``wanted`` places alone."""
        if self.last:
            key, value = (self._split(part) for part in self.known(x).split(self.width, -1))
            x = x[:, wanted]
            query = self._split(self.asked(x))
        else:
            query, key, value = (self._split(part) for part in self.whole(x).split(self.width, -1))
        found = (query @ key.transpose(-1, -2)).softmax(-1) @ value
        x = self.first_norm(x + self.output(found.transpose(1, 2).flatten(2)))
        return self.second_norm(x + self.narrow(functional.gelu(self.widen(x))))

    def _split(self, x: Tensor) -> Tensor:
        """Return vectors cut for the heads, (batch, heads, length, part)."""
        return x.unflatten(-1, (self.heads, self.width // self.heads)).transpose(1, 2)


def joined(parts: Iterable[nn.Linear]) -> nn.Linear:
    """Return one linear map whose results are those of the parts, one after another."""
    found = list(parts)
    whole = nn.Linear(found[0].in_features, sum(part.out_features for part in found))
    whole.weight.data = torch.cat([part.weight.data for part in found])
    whole.bias.data = torch.cat([part.bias.data for part in found])
    return whole


def lean(layers: Iterable[nn.Module], *, last: bool = False) -> nn.ModuleList:
    """Return the layers without masks; ``last`` says that the last of them is asked about some places only."""
    found = [layer for layer in layers if isinstance(layer, Layer)]
    return nn.ModuleList(LeanLayer(layer, last=last and layer is found[-1]) for layer in found)


class Words(nn.Module):
    """Everything that is said of the words of one window at once."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model, self.layers = model, lean(model.encoder.layers, last=True)
        self.facts = Facts(model.facts)

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return vectors, starts, upos, xpos, names, cues, arcs and facts."""
        model = self.model
        x = embedded(model.encoder, pieces, shapes)
        for layer in self.layers:
            x = layer(x, first[0]) if layer.last else layer(x)
        heads = (head(x) for head in (model.starts, model.upos, model.xpos, model.names, model.cues))
        return (x, *heads, model.parser.arcs(x)[0], self.facts(x))


def embedded(encoder: Encoder, pieces: Tensor, shapes: Tensor) -> Tensor:
    """Return what the encoder's first layer is given."""
    places = torch.arange(pieces.shape[1], device=pieces.device)
    found: Tensor = encoder.norm(encoder.pieces(pieces) + encoder.places(places) + encoder.shapes(shapes))
    return found


class Facts(nn.Module):
    """How surely an event happened, were a word one, by FactBank's convention alone."""

    def __init__(self, head: FactHead) -> None:
        super().__init__()
        self.head, self.layers = head, lean(head.layers)

    def forward(self, words: Tensor) -> Tensor:
        """Return (1, words, 1)."""
        x = self.head.norm(self.head.word(words))
        for layer in self.layers:
            x = layer(x)
        found: Tensor = self.head.value(x)[..., :1]
        return found


class Roles(nn.Module):
    """The role head, for any number of cues of one window."""

    def __init__(self, head: RoleHead) -> None:
        super().__init__()
        self.head, self.layers = head, lean(head.layers)

    def forward(self, words: Tensor, inside: Tensor, distances: Tensor) -> tuple[Tensor, Tensor]:
        """Return role scores and log odds; ``words`` is (1, words, width)."""
        head = self.head
        share = inside / inside.sum(1, keepdim=True).clamp(min=1.0)
        x = head.norm(head.word(words) + head.cue(share @ words[0])[:, None] + head.distance(distances))
        for layer in self.layers:
            x = layer(x)
        pooled = (share[:, None] @ x)[:, 0]
        return head.roles(x), head.valid(pooled).squeeze(-1)


class Labels(nn.Module):
    """The labels of arcs whose heads are known."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.parser = model.parser

    def forward(self, words: Tensor, heads: Tensor) -> Tensor:
        """Return the number of each label."""
        padded = torch.cat([self.parser.root.expand(1, 1, WIDTH), words], 1)
        return self.parser.labels(words, padded[:, heads]).argmax(-1)
