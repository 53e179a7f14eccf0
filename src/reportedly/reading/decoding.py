"""From the reading model's scores to attributions: which cues to believe, and tidy spans for their parts.

Each rule and number here was measured on PolNeAR's development half: docs/model-training.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reportedly.reading.encoder import Floats, Ints, ReadingModel, Window, cue_rows

Run = tuple[int, int]

_O, _BEGIN, _INSIDE, _NESTED_BEGIN, _NESTED_INSIDE = range(5)
_ROLE_NONE, _SOURCE, _CONTENT = 0, 1, 3
_OPENING = frozenset(("“", "``", "«", "‘"))
_CLOSING = {
    "“": frozenset(("”",)),
    "``": frozenset(("''",)),
    "«": frozenset(("»",)),
    "‘": frozenset(("’",)),
    '"': frozenset(('"',)),
}
_EVEN = '"'
_SINGLE = "‘"
_QUOTES = frozenset(('"', "“", "”", "``", "''"))


@dataclass(frozen=True, slots=True)
class Rules:
    """The numbers of decoding.

    Attributes:
        likely: Least probability that a cue begins, for it to be looked at.
        believed: Least score of a cue that stays: its probability and its validity together.
        quoted: As ``believed``, where the content holds a quotation mark: words in quotation marks are somebody's.
        nested: As ``believed``, for a cue that the model takes for a voice inside another's content or one passed on; fewer
            of them were seen in training, and they are worth more.
        valid: Share that the validity has in the score, 0 to 1.
        gap: Most words between two runs of a content that are joined.
        outermost: Leave out voices inside another's content.
    """

    likely: float = 0.1
    believed: float = 0.45
    quoted: float = 0.2
    nested: float = 0.3
    valid: float = 0.4
    gap: int = 4
    outermost: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution by word numbers of the text.

    Attributes:
        cue: Runs (first, one past last) of the cue.
        source: Runs of the source; empty when there is none.
        content: Runs of the content.
        nested: The model takes it for a voice inside another's content or one passed on.
        score: How far it is believed, 0 to 1.
        parent: Number of the saying through which it was passed on, in the same list; None when of none.
    """

    cue: tuple[Run, ...]
    source: tuple[Run, ...]
    content: tuple[Run, ...]
    nested: bool
    score: float
    parent: int | None = None


def sayings(windows: Sequence[Window], model: ReadingModel, rules: Rules | None = None) -> list[Saying]:
    """Find the attributions of a text.

    Args:
        windows: The text as the model has seen it.
        model: What has seen it.
        rules: Numbers to decode by; None for those measured best.

    Returns:
        Sayings in the order of their cues, each with its parent.
    """
    rules = rules or Rules()
    found = [saying for window in windows for saying in _of_window(window, model, rules)]
    texts = [text for window in windows for text in window.texts]
    paragraphs = [word.paragraph for window in windows for word in window.words]
    whole = [replace(one, content=_closed(one.content, texts, paragraphs)) for one in found]
    kept = _parented(_single(whole))
    return [one for one in kept if one.parent is None and not one.nested] if rules.outermost else kept


def _of_window(window: Window, model: ReadingModel, rules: Rules) -> Iterator[Saying]:
    """Yield the attributions whose cue stands in one window."""
    chances = softmax(window.scores.cues)
    cues = [cue for cue in _cues(chances, rules.likely) if _may_stay(chances[cue[0]], window.texts, rules)]
    if not cues:
        return
    inside, far = cue_rows([list(range(*cue)) for cue in cues], len(window.texts))
    roles, valid = model.roles(window.scores.vectors, inside, far)
    starts = chances[[low for low, _ in cues]]
    chance = starts[:, _BEGIN] + starts[:, _NESTED_BEGIN]
    scores = chance ** (1 - rules.valid) * (1 / (1 + np.exp(-valid))) ** rules.valid
    nested = starts[:, _NESTED_BEGIN] > starts[:, _BEGIN]
    rows = np.flatnonzero(scores >= np.where(nested, rules.nested, min(rules.believed, rules.quoted)))
    paths = best_paths(roles[rows])
    for row, tags in zip(rows.tolist(), paths, strict=True):
        content = _content(_runs(tags, _CONTENT), cues[row], window.texts, rules)
        if not content or not (nested[row] or scores[row] >= _least(content, window.texts, rules)):
            continue
        source = _source(_runs(tags, _SOURCE), roles[row])
        cue, source, content = (_moved(part, window.low) for part in ((cues[row],), source, content))
        yield Saying(cue, source, content, bool(nested[row]), float(scores[row]))


def _may_stay(chances: Floats, texts: Sequence[str], rules: Rules) -> bool:
    """Say whether a cue that begins with such chances would be believed if nothing spoke against it: most work is saved here."""
    best = float(chances[_BEGIN] + chances[_NESTED_BEGIN]) ** (1 - rules.valid)
    nested = bool(chances[_NESTED_BEGIN] > chances[_BEGIN])
    return bool(best >= (rules.nested if nested else _least([(0, len(texts))], texts, rules)))


def _least(content: Sequence[Run], texts: Sequence[str], rules: Rules) -> float:
    """Return the least score at which a cue of an outermost voice is believed."""
    quoted = any(text in _QUOTES for low, high in content for text in texts[low:high])
    return min(rules.quoted, rules.believed) if quoted else rules.believed


def _moved(runs: Sequence[Run], by: int) -> tuple[Run, ...]:
    """Return runs counted from the first word of the text."""
    return tuple((low + by, high + by) for low, high in runs)


def _cues(chances: Floats, likely: float) -> Iterator[Run]:
    """Yield the runs of words that may be cues."""
    begins = chances[:, _BEGIN] + chances[:, _NESTED_BEGIN]
    goes_on = chances[:, _INSIDE] + chances[:, _NESTED_INSIDE]
    i = 0
    while i < len(chances):
        if begins[i] < likely or begins[i] < goes_on[i]:
            i += 1
            continue
        end = i + 1
        while end < len(chances) and goes_on[end] > max(chances[end, _O], begins[end]):
            end += 1
        yield i, end
        i = end


# What may not follow what: the inside of a role only its beginning or itself.
_FORBIDDEN = np.zeros((5, 5), np.float32)
_FORBIDDEN[[0, 3, 4], 2] = -1e4
_FORBIDDEN[[0, 1, 2], 4] = -1e4


def best_paths(scores: Floats) -> list[list[int]]:
    """Return the likeliest roles in which no run starts in its middle, for each cue of one window.

    Args:
        scores: (cues, words, 5).
    """
    logs = np.log(softmax(scores) + 1e-9)
    # The likeliest role of each word, where none is out of place, which it seldom is; else a search.
    paths = logs.argmax(2)
    wrong = (
        _FORBIDDEN[paths[:, :-1], paths[:, 1:]].any(1) | (paths[:, 0] == _SOURCE + 1) | (paths[:, 0] == _CONTENT + 1)
    )
    if wrong.any():
        paths[wrong] = _searched(logs[wrong])
    found: list[list[int]] = paths.tolist()
    return found


def _searched(logs: Floats) -> Ints:
    """Return the likeliest allowed roles (Viterbi 1967), (cues, words), of logarithms of chances."""
    cues, length, _ = logs.shape
    best = logs[:, 0].copy()
    best[:, [_SOURCE + 1, _CONTENT + 1]] = -1e4
    back = np.zeros((length, cues, 5), np.int64)
    for i in range(1, length):
        through = best[:, :, None] + _FORBIDDEN
        back[i] = through.argmax(1)
        best = through.max(1) + logs[:, i]
    paths = np.zeros((cues, length), np.int64)
    paths[:, -1] = best.argmax(1)
    every = np.arange(cues)
    for i in range(length - 1, 0, -1):
        paths[:, i - 1] = back[i, every, paths[:, i]]
    return paths


def _runs(tags: Sequence[int], kind: int) -> list[Run]:
    """Return the runs of one role."""
    runs: list[Run] = []
    for i, tag in enumerate(tags):
        if tag == kind or (tag == kind + 1 and not (runs and runs[-1][1] == i)):
            runs.append((i, i + 1))
        elif tag == kind + 1:
            runs[-1] = (runs[-1][0], i + 1)
    return runs


def _source(runs: list[Run], scores: Floats) -> tuple[Run, ...]:
    """Return the one run that is the source: the surest."""
    if len(runs) <= 1:
        return tuple(runs)
    chances = softmax(scores)[:, 1:3].sum(1)
    return (max(runs, key=lambda run: float(chances[run[0] : run[1]].sum())),)


def _content(runs: list[Run], cue: Run, texts: Sequence[str], rules: Rules) -> tuple[Run, ...]:
    """Join and complete the runs of a content."""
    joined: list[Run] = []
    for low, high in runs:
        near = joined and low - joined[-1][1] <= rules.gap
        if near and not (joined[-1][1] <= cue[0] < low):
            joined[-1] = (joined[-1][0], high)
        else:
            joined.append((low, high))
    completed = [_completed(run, texts) for run in joined]
    return tuple(run for run in completed if any(text[:1].isalnum() for text in texts[slice(*run)]))


def _completed(run: Run, texts: Sequence[str]) -> Run:
    """Take in the quotation mark that stands just outside."""
    low, high = run
    before = texts[low - 1] if low else ""
    after = texts[high] if high < len(texts) else ""
    inside = texts[low:high]
    for opening, closing in _CLOSING.items():
        if opening == _EVEN:
            odd = inside.count(_EVEN) % 2 == 1
            if odd and inside[0] == _EVEN and after == _EVEN:
                return low, high + 1
            if odd and inside[-1] == _EVEN and before == _EVEN:
                return low - 1, high
        elif opening in inside and not closing & set(inside) and after in closing:
            return low, high + 1
        elif closing & set(inside) and opening not in inside and before == opening:
            return low - 1, high
    return run


def _closed(runs: Sequence[Run], texts: Sequence[str], paragraphs: Sequence[int]) -> tuple[Run, ...]:
    """Let runs that end inside a quotation go on to its closing mark, where one stands in the same paragraph.

    A window may end inside a quotation, and the model may.
    """
    found: list[Run] = []
    for low, high in runs:
        end = _closing(low, high, texts, paragraphs)
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((low, end))
    return tuple(found)


def _closing(low: int, high: int, texts: Sequence[str], paragraphs: Sequence[int]) -> int:
    """Return one past the mark that closes the quotation in which a run ends; the run's end where it ends in none."""
    opening = ""
    for text in texts[low:high]:
        if opening:
            opening = "" if text in _CLOSING[opening] else opening
        elif text in _CLOSING and text != _SINGLE:
            opening = text
    if not opening:
        return high
    for i in range(high, len(texts)):
        if paragraphs[i] != paragraphs[high - 1]:
            break
        if texts[i] in _CLOSING[opening]:
            return i + 1
        if texts[i] == opening:
            break
    return high


def _single(found: list[Saying]) -> list[Saying]:
    """Leave out the less believed of two that share their cue."""
    kept: list[Saying] = []
    for one in sorted(found, key=lambda saying: -saying.score):
        if not any(overlap(one.cue, other.cue) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda saying: saying.cue)


def _parented(found: list[Saying]) -> list[Saying]:
    """Give each saying the smallest one inside whose content its cue stands, or the one it was passed on through."""
    kept = []
    for number, one in enumerate(found):
        around = [
            other
            for other, holder in enumerate(found)
            if other != number and overlap(one.cue, holder.content) and size(holder.content) > size(one.content)
        ]
        if not around and one.nested:
            around = [
                other
                for other, holder in enumerate(found)
                if other != number and not holder.nested and shared(one.content, holder.content) > 0.5  # noqa: PLR2004 - more than half
            ]
        parent = min(around, key=lambda other: size(found[other].content), default=None)
        kept.append(replace(one, parent=parent))
    return kept


def size(runs: Sequence[Run]) -> int:
    """Count the words."""
    return sum(high - low for low, high in runs)


def overlap(left: Sequence[Run], right: Sequence[Run]) -> int:
    """Count the words that both have."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def shared(left: Sequence[Run], right: Sequence[Run]) -> float:
    """Return the share of the words of both that are common (Jaccard)."""
    both = overlap(left, right)
    return both / max(1, size(left) + size(right) - both)


def softmax(scores: Floats) -> Floats:
    """Return scores as probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)
