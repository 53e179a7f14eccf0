"""What each task asks of the model."""

import torch
from batch import Batch, cues, padded
from network import Reader
from torch import Tensor
from torch.nn import functional

_LIKELY = 0.15
_FALSE_CUES = 16


def parse(model: Reader, batch: Batch, words: Tensor) -> Tensor:
    """Sentence starts, parts of speech, heads and labels."""
    ones = batch.examples
    starts = padded([one.starts or [] for one in ones], -1)
    known = starts >= 0
    start = functional.binary_cross_entropy_with_logits(
        model.starts(words).squeeze(-1).float()[known], starts[known].float()
    )
    upos, xpos = (
        _classes(head(words), padded(rows, -1))
        for head, rows in (
            (model.upos, [one.upos or [] for one in ones]),
            (model.xpos, [one.xpos or [] for one in ones]),
        )
    )
    scores, vectors = model.parser.arcs(words)
    closed = functional.pad(batch.mask, (1, 0), value=1.0) == 0
    scores = scores.float().masked_fill(closed[:, None, :], -1e4)
    heads = padded([one.heads or [] for one in ones], -1)
    arc = _classes(scores, heads)
    chosen = vectors.gather(1, heads.clamp(min=0)[..., None].expand(-1, -1, vectors.shape[-1]))
    label = _classes(
        model.parser.labels(words, chosen),
        padded([one.relations or [] for one in ones], -1).where(heads >= 0, torch.tensor(-1)),
    )
    return start + upos + 0.3 * xpos + arc + label


def names(model: Reader, batch: Batch, words: Tensor) -> Tensor:
    """Name tags, several of which may be allowed for a word."""
    return 2.0 * _allowed(model.names(words), padded([one.names or [] for one in batch.examples], 0), batch.mask)


def attribution(model: Reader, batch: Batch, words: Tensor) -> Tensor:
    """Cue tags, the roles of each true cue, and whether a cue is one, against false ones that the model believes in."""
    scores = model.cues(words)
    weight = torch.tensor([one.weight for one in batch.examples])[:, None] * batch.mask
    cue = _allowed(scores, padded([one.cues or [] for one in batch.examples], 0), weight)
    true = [(row, role.cue) for row, one in enumerate(batch.examples) for role in one.roles]
    false = _false_cues(scores, batch)
    if not true and not false:
        return 3.0 * cue
    made = cues([*true, *false], words.shape[1])
    mask = batch.mask[made.window]
    roles, valid = model.role(words[made.window], made.inside, made.distance, mask)
    wanted = torch.zeros(len(true), words.shape[1], dtype=torch.long)
    flat = [role for one in batch.examples for role in one.roles]
    for row, role in enumerate(flat):
        for kind, runs in ((1, role.source), (3, role.content)):
            for low, high in runs:
                wanted[row, low] = kind
                wanted[row, low + 1 : high] = kind + 1
    truth = torch.tensor([1.0] * len(true) + [0.0] * len(false))
    validity = functional.binary_cross_entropy_with_logits(valid.float(), truth)
    role_loss = (
        _classes(roles[: len(true)], wanted.where(mask[: len(true)] > 0, torch.tensor(-1)))
        if true
        else roles.sum() * 0.0
    )
    return 3.0 * cue + 3.0 * role_loss + 0.3 * validity


def factuality(model: Reader, batch: Batch, words: Tensor) -> Tensor:
    """Distance from the judged value of each event; the plain distance, for the mean of it is what is reported."""
    found = [(row, *fact) for row, one in enumerate(batch.examples) for fact in one.facts]
    rows, places, conventions, values = (torch.tensor(column) for column in zip(*found, strict=True))
    guess = model.facts(words, batch.mask)[rows, places, conventions].float()
    return functional.l1_loss(guess, values)


def _classes(scores: Tensor, wanted: Tensor) -> Tensor:
    """Mean cross-entropy where the class is known."""
    return functional.cross_entropy(scores.float().flatten(0, 1), wanted.flatten(), ignore_index=-1)


def _allowed(scores: Tensor, bits: Tensor, weight: Tensor) -> Tensor:
    """Weighted mean of minus the log of the probability that all allowed classes have together."""
    logs = functional.log_softmax(scores.float(), -1)
    allowed = (bits[..., None] >> torch.arange(scores.shape[-1])) & 1
    found = torch.logsumexp(logs.masked_fill(allowed == 0, -1e4), -1)
    return -(found * weight).sum() / weight.sum().clamp(min=1.0)


def _false_cues(scores: Tensor, batch: Batch) -> list[tuple[int, list[int]]]:
    """Return the words that the model takes for cues and that are none, each with what it takes for the rest of the cue."""
    with torch.no_grad():
        chances = scores.float().softmax(-1)
        begins = chances[..., 1] + chances[..., 3]
        best = chances.argmax(-1)
    found = []
    for row, one in enumerate(batch.examples):
        if one.cues is None:
            continue
        for i in one.open:
            if begins[row, i] > _LIKELY:
                cue = [i]
                while cue[-1] + 1 < len(one.first) and best[row, cue[-1] + 1] in (2, 4):
                    cue.append(cue[-1] + 1)
                found.append((float(begins[row, i]), (row, cue)))
    found.sort(reverse=True, key=lambda one: one[0])
    return [one for _, one in found[:_FALSE_CUES]]
