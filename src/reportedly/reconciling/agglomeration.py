"""Groups grown by average likeness: never by a chain of single likenesses, and in any order the same."""

from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Links = Mapping[tuple[int, int], float]
# Of how much of its best likeness something that stands alone may have as much to another group, and still join the best.
_RIVAL = 0.5

Apart = Callable[[Sequence[int], Sequence[int]], float]


def agglomerated(size: int, likenesses: Links, least: float, apart: Apart | None = None) -> list[list[int]]:
    """Merge the two most alike groups until none are alike enough on average.

    Args:
        size: Number of things, which are named 0, 1, 2, …
        likenesses: How alike two are, by their places in rising order; a pair that is missing is not alike at all.
        least: Average likeness of all pairs between two groups from which they are merged.
        apart: How much more than ``least`` two groups need, from what all members of each have in common; None for nothing.

    Returns:
        The groups, each and all in rising order; things that are like no other stand alone.
    """
    links: dict[int, dict[int, float]] = {at: {} for at in range(size)}
    for (left, right), score in likenesses.items():
        links[left][right] = links[right][left] = score
    groups = {at: [at] for at in range(size)}
    waiting = [(-score, left, right, 2) for (left, right), score in likenesses.items() if score >= least]
    heapify(waiting)
    while waiting:
        score, one, two, held = heappop(waiting)
        # A pair whose groups have grown since it was noted has been noted again.
        if one not in groups or two not in groups or held != len(groups[one]) + len(groups[two]):
            continue
        if apart is not None and -score < least + apart(groups[one], groups[two]):
            continue
        _merge(one, two, groups, links)
        for other, total in links[one].items():
            average = total / (len(groups[one]) * len(groups[other]))
            if average >= least:
                pair = min(one, other), max(one, other)
                heappush(waiting, (-average, *pair, len(groups[one]) + len(groups[other])))
    return [sorted(group) for _, group in sorted(groups.items())]


def adopted(
    groups: Sequence[Sequence[int]], likenesses: Links, least: float, apart: tuple[Apart, float]
) -> list[list[int]]:
    """Let what stands alone join the group of the one thing it is most like, when no other group comes near.

    A headline of four words is like one other of its event, and like most of them in nothing: its average is low.

    Args:
        groups: As `agglomerated` gives them; who joins which is told by these, so that nothing joins through another newcomer.
        likenesses: As for `agglomerated`.
        least: Likeness to that one thing from which it joins.
        apart: As for `agglomerated`, and the most that may lie between the two.

    Returns:
        The groups, each and all in rising order.
    """
    alone = {group[0]: dict[int, float]() for group in groups if len(group) == 1}
    whose = {one: at for at, group in enumerate(groups) if len(group) > 1 for one in group}
    for pair, score in likenesses.items():
        for one, other in (pair, pair[::-1]):
            if one in alone and other in whose:
                alone[one][whose[other]] = max(score, alone[one].get(whose[other], 0.0))
    found = [list(group) for group in groups]
    for at, group in enumerate(groups):
        home = _home(alone.get(group[0], {}), least) if len(group) == 1 else None
        if home is not None and apart[0](group, groups[home]) <= apart[1]:
            found[home] += found[at]
            found[at] = []
    return sorted(sorted(group) for group in found if group)


def _home(best: Mapping[int, float], least: float) -> int | None:
    """Return the group that something alone belongs to, by how like it is to the likest of each; None when that is not clear."""
    ranked = sorted(best, key=lambda at: (-best[at], at))
    if not ranked or best[ranked[0]] < least:
        return None
    return ranked[0] if len(ranked) == 1 or best[ranked[1]] <= _RIVAL * best[ranked[0]] else None


def _merge(one: int, two: int, groups: dict[int, list[int]], links: dict[int, dict[int, float]]) -> None:
    """Put group ``two`` into group ``one``; links are sums of the likenesses of their members."""
    groups[one] += groups.pop(two)
    gone = links.pop(two)
    links[one].pop(two, None)
    for other, score in sorted(gone.items()):
        links[other].pop(two, None)
        if other != one:
            links[one][other] = links[other][one] = links[one].get(other, 0.0) + score
