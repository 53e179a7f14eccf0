"""Dependencies from the reading model's scores: sentences, one root each, no cycle."""

from collections.abc import Sequence

import numpy as np

from reportedly.reading.encoder import Floats

_NEVER = -1e9


def sentence_runs(starts: Floats, opens: Sequence[bool]) -> list[tuple[int, int]]:
    """Cut the words of a window into sentences.

    Args:
        starts: Log odds that a sentence starts with each word.
        opens: Whether a paragraph begins with it, which a sentence never crosses.

    Returns:
        Half-open runs of word numbers, none empty.
    """
    borders = [i for i in range(len(starts)) if i == 0 or opens[i] or starts[i] > 0]
    return list(zip(borders, [*borders[1:], len(starts)], strict=True))


def heads(arcs: Floats, runs: Sequence[tuple[int, int]]) -> list[int]:
    """Return the head of each word, as word number plus 1, 0 for the root of its sentence.

    Args:
        arcs: (words, 1 + words), scores of each head, the root first.
        runs: Sentences as runs of words.
    """
    found: list[int] = []
    for low, high in runs:
        inside = np.concatenate([arcs[low:high, :1], arcs[low:high, low + 1 : high + 1]], 1)
        found += [0 if head == 0 else low + head for head in tree(inside)]
    return found


def tree(scores: Floats) -> list[int]:
    """Return the best tree of one sentence with exactly one root.

    The best head of each word is taken where that makes a tree, which it nearly always does; else the best tree is
    searched for each of the likeliest roots (Chu and Liu 1965, Edmonds 1967).

    Args:
        scores: (words, 1 + words), the root first.

    Returns:
        Heads as word numbers plus 1, 0 for the root.
    """
    words = len(scores)
    square = np.full((words + 1, words + 1), _NEVER)
    square[1:, :] = scores
    np.fill_diagonal(square, _NEVER)
    greedy = square.argmax(1)
    if (greedy[1:] == 0).sum() == 1 and not _cycle(greedy):
        return [int(head) for head in greedy[1:]]
    best: tuple[float, list[int]] | None = None
    for root in np.argsort(-square[1:, 0])[:3] + 1:
        rooted = square.copy()
        rooted[1:, 0] = _NEVER
        rooted[root, :] = _NEVER
        rooted[root, 0] = square[root, 0]
        found = _spanning(rooted)
        total = float(sum(square[word, found[word]] for word in range(1, words + 1)))
        if best is None or total > best[0]:
            best = total, [int(head) for head in found[1:]]
    return best[1] if best else []


def _spanning(scores: np.ndarray[tuple[int, int], np.dtype[np.float64]]) -> list[int]:
    """Return the head of each node of the best tree from node 0; ``scores[node, head]``."""
    head = scores.argmax(1)
    head[0] = 0
    cycle = _cycle(head)
    if not cycle:
        return [int(one) for one in head]
    inside = set(cycle)
    rest = [node for node in range(len(scores)) if node not in inside]
    gains = np.array([scores[node, head[node]] for node in cycle])
    small = np.full((len(rest) + 1, len(rest) + 1), _NEVER)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    entering = scores[np.ix_(cycle, rest)] - gains[:, None]
    leaving = scores[np.ix_(rest, cycle)]
    small[-1, :-1], small[:-1, -1] = entering.max(0), leaving.max(1)
    small[0, :] = _NEVER
    solved = _spanning(small)
    found = [int(one) for one in head]
    for i, node in enumerate(rest):
        if node:
            found[node] = cycle[int(leaving[i].argmax())] if solved[i] == len(rest) else rest[solved[i]]
    outer = solved[-1]
    found[cycle[int(entering[:, outer].argmax())]] = rest[outer]
    return found


def _cycle(head: Sequence[int] | np.ndarray[tuple[int], np.dtype[np.int64]]) -> list[int]:
    """Return the nodes of one cycle; empty when there is none."""
    seen = {0}
    for start in range(1, len(head)):
        path: list[int] = []
        node = start
        while node not in seen:
            seen.add(node)
            path.append(node)
            node = int(head[node])
        if node in path:
            return path[path.index(node) :]
    return []
