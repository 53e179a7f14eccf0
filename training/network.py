"""The reading model in torch: one small encoder, many heads.

The encoder is BERT as published (Devlin et al. 2019) in the size of all-MiniLM-L6-v2; it is written out here so that it
exports to a plain graph and takes the letter shapes beside the word pieces.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from reportedly.reading.splitting import DISTANCES, SHAPES

WIDTH = 384
LAYERS = 6
HEADS = 12
INNER = 1536
PIECES = 30522
POSITIONS = 512
ROLE_WIDTH = 192
ROLES = 5  # O, B-source, I-source, B-content, I-content
CUES = 5  # O, B, I of the outermost voice, B, I of a voice inside another
NAMES = 11  # O, then B and I of five kinds
FACTS = 3  # one value for each convention of judging: FactBank's (UW), MEANTIME's, UDS's
FACT_WIDTH = 192
ARC_WIDTH = 192
LABEL_WIDTH = 96


@dataclass(frozen=True)
class Sizes:
    """How many classes the heads have whose number depends on the data."""

    upos: int
    xpos: int
    relations: int


class Layer(nn.Module):
    """One transformer layer, normalised after each half (BERT's way)."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.output = nn.Linear(width, width)
        self.first_norm = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.second_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout) if dropout else nn.Identity()

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return x after attention and the inner layer; mask is added to the scores, (batch, 1, 1, length)."""
        batch, length, width = x.shape
        split = (batch, length, self.heads, width // self.heads)
        query, key, value = (f(x).view(split).transpose(1, 2) for f in (self.query, self.key, self.value))
        # Written out: torch's own attention takes four times as long here, backward included, on a processor in bf16.
        scores = query @ key.transpose(-1, -2) * (width // self.heads) ** -0.5 + mask.to(query.dtype)
        found = scores.softmax(-1).to(value.dtype) @ value
        x = self.first_norm(x + self.dropout(self.output(found.transpose(1, 2).reshape(batch, length, width))))
        return self.second_norm(x + self.dropout(self.narrow(functional.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Word pieces, their places and letter shapes to vectors."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        # The foundation's word pieces stay as they are: half of all the weights, and few of them seen often enough.
        self.pieces.weight.requires_grad_(False)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        """Return one vector a piece; piece 0 is padding."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.places(places) + self.shapes(shapes)
        x = self.dropout(self.norm(x))
        mask = ((pieces == 0).to(x.dtype) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


class RoleHead(nn.Module):
    """For one cue: what role each word of the window has, and whether the cue is one."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.word = nn.Linear(WIDTH, ROLE_WIDTH)
        self.cue = nn.Linear(WIDTH, ROLE_WIDTH)
        self.distance = nn.Embedding(DISTANCES, ROLE_WIDTH)
        self.norm = nn.LayerNorm(ROLE_WIDTH)
        self.layers = nn.ModuleList(Layer(ROLE_WIDTH, 6, 2 * ROLE_WIDTH, dropout) for _ in range(2))
        self.roles = nn.Linear(ROLE_WIDTH, ROLES)
        self.valid = nn.Linear(ROLE_WIDTH, 1)

    def forward(self, words: Tensor, inside: Tensor, distance: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return role scores (cues, words, 5) and one score a cue for being one.

        Args:
            words: (cues, words, width), the window of each cue.
            inside: (cues, words), 1.0 where the word belongs to the cue.
            distance: (cues, words), bucket of the signed distance from the cue.
            mask: (cues, words), 1.0 for words, 0.0 for padding.
        """
        share = inside / inside.sum(1, keepdim=True).clamp(min=1.0)
        cue = torch.einsum("cw,cwd->cd", share.to(words.dtype), words)
        x = self.norm(self.word(words) + self.cue(cue)[:, None] + self.distance(distance))
        added = ((1.0 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, added)
        pooled = torch.einsum("cw,cwd->cd", share.to(x.dtype), x)
        return self.roles(x), self.valid(pooled).squeeze(-1)


class FactHead(nn.Module):
    """For each word, how surely an event happened, were the word one: on the scale of each convention."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Linear(WIDTH, FACT_WIDTH)
        self.norm = nn.LayerNorm(FACT_WIDTH)
        self.layers = nn.ModuleList(Layer(FACT_WIDTH, 6, 2 * FACT_WIDTH, dropout) for _ in range(2))
        self.value = nn.Linear(FACT_WIDTH, FACTS)
        nn.init.constant_(self.value.bias, 2.0)  # most events are told as facts

    def forward(self, words: Tensor, mask: Tensor) -> Tensor:
        """Return values (batch, words, 3), not cut to the scale; mask is 1.0 for words, 0.0 for padding."""
        x = self.norm(self.word(words))
        added = ((1.0 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, added)
        found: Tensor = self.value(x)
        return found


class Parser(nn.Module):
    """Deep biaffine attention (Dozat and Manning 2017): for each word its head and the label of the arc."""

    def __init__(self, relations: int, dropout: float = 0.2) -> None:
        super().__init__()
        self.root = nn.Parameter(torch.zeros(WIDTH))
        self.dependent = nn.Sequential(nn.Linear(WIDTH, ARC_WIDTH), nn.GELU(), nn.Dropout(dropout))
        self.head = nn.Sequential(nn.Linear(WIDTH, ARC_WIDTH), nn.GELU(), nn.Dropout(dropout))
        self.arc = nn.Linear(ARC_WIDTH + 1, ARC_WIDTH, bias=False)
        self.label_dependent = nn.Sequential(nn.Linear(WIDTH, LABEL_WIDTH), nn.GELU(), nn.Dropout(dropout))
        self.label_head = nn.Sequential(nn.Linear(WIDTH, LABEL_WIDTH), nn.GELU(), nn.Dropout(dropout))
        self.label = nn.Linear(LABEL_WIDTH, relations * LABEL_WIDTH, bias=False)
        self.label_flat = nn.Linear(2 * LABEL_WIDTH, relations)
        self.relations = relations

    def arcs(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores (batch, words, 1 + words) of each head, root first, and the vectors with the root before them."""
        root = self.root.to(words.dtype).expand(words.shape[0], 1, -1)
        heads = torch.cat([root, words], 1)
        dependent = self.dependent(words)
        one = torch.ones_like(dependent[..., :1])
        scores = self.arc(torch.cat([dependent, one], -1)) @ self.head(heads).transpose(1, 2)
        return scores, heads

    def labels(self, words: Tensor, heads: Tensor) -> Tensor:
        """Return label scores (batch, words, relations) for each word and the vector of its head."""
        left, right = self.label_dependent(words), self.label_head(heads)
        batch, length, _ = left.shape
        product = self.label(left).view(batch, length, self.relations, LABEL_WIDTH)
        return (product * right[:, :, None]).sum(-1) + self.label_flat(torch.cat([left, right], -1))


class Reader(nn.Module):
    """The whole model."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.dropout = nn.Dropout(0.1)
        self.starts = nn.Linear(WIDTH, 1)
        self.upos = nn.Linear(WIDTH, sizes.upos)
        self.xpos = nn.Linear(WIDTH, sizes.xpos)
        self.names = nn.Linear(WIDTH, NAMES)
        self.cues = nn.Linear(WIDTH, CUES)
        self.parser = Parser(sizes.relations)
        self.role = RoleHead()
        self.facts = FactHead()

    def words(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> Tensor:
        """Return one vector a word: that of its first piece; ``first`` is (batch, words)."""
        hidden = self.encoder(pieces, shapes)
        index = first[..., None].expand(-1, -1, hidden.shape[-1])
        return self.dropout(hidden.gather(1, index))
