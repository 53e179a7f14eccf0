"""Groups grown by average likeness: never by a chain of single likenesses, and in any order the same."""

from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Links = Mapping[tuple[int, int], float]
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


def _merge(one: int, two: int, groups: dict[int, list[int]], links: dict[int, dict[int, float]]) -> None:
    """Put group ``two`` into group ``one``; links are sums of the likenesses of their members."""
    groups[one] += groups.pop(two)
    gone = links.pop(two)
    links[one].pop(two, None)
    for other, score in sorted(gone.items()):
        links[other].pop(two, None)
        if other != one:
            links[one][other] = links[other][one] = links[one].get(other, 0.0) + score
