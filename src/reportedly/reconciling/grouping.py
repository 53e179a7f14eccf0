"""Reports put into stories: neighbourhoods first, then groups grown by average likeness inside each."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from reportedly.model import Report
from reportedly.reconciling.agglomeration import adopted, agglomerated
from reportedly.reconciling.event import ALIKE, UNTIED, alike, likeness, tied
from reportedly.reconciling.profile import Profile, keys, profile

# Two groups are held apart when each says of all its reports what the other says of none: two boxers, two days, two sums.
# How much of that is chance among few reports, and how much more likeness the rest asks for. As much of both ties them.
_FREE = 0.5
_APART = 0.6
# Likeness to one report of a story from which a report by itself joins it: more than to several on average.
_LONE = 0.2
# Reports of one key that are laid beside a report, the nearest in time; a key of very many says little of an event.
NEAR = 100
# All pairs of a neighbourhood are compared: a larger one is parted first, by asking neighbours for more likeness.
_LARGEST = 1000
_MORE = 0.05
# Copies are as alike as can be; so many are left together.
_MOST = 0.8

Likeness = Callable[[Profile, Profile], float]


def together(reports: Iterable[Report]) -> tuple[tuple[Report, ...], ...]:
    """Put reports of one event together.

    Candidates come from shared keys, never from all pairs. What alike pairs connect is a neighbourhood; within it every
    pair is compared, and groups grow by average likeness, so that one report which is like two events does not make them one.

    Args:
        reports: In any order; the same report twice counts once.

    Returns:
        Groups of reports, each oldest first and undated ones last, by the first report's place in that order.
    """
    held = {report.id: report for report in reports}
    profiles = sorted((profile(report) for report in held.values()), key=lambda one: one.order)
    groups = [group for near in _parted(profiles) for group in grouped(near)]
    groups.sort(key=lambda group: group[0].order)
    return tuple(tuple(held[one.report] for one in group) for group in groups)


def grouped(profiles: Iterable[Profile], compared: Likeness = likeness) -> list[list[Profile]]:
    """Part a neighbourhood into stories.

    Args:
        profiles: In any order.
        compared: How alike two of them are: `reportedly.reconciling.event.likeness`, or the same remembered.

    Returns:
        The stories, each in the order of `Profile.order`.
    """
    held = sorted(profiles, key=lambda one: one.order)
    pairs = combinations(range(len(held)), 2)
    scores = {(left, right): compared(held[left], held[right]) for left, right in pairs}
    links, apart = {pair: score for pair, score in scores.items() if score > 0}, _Apart(held)
    found = adopted(agglomerated(len(held), links, ALIKE, apart), links, _LONE, (apart, UNTIED))
    return [[held[at] for at in group] for group in found]


class _Apart:
    """How much more two groups need in common for what each says throughout and the other never.

    Args:
        profiles: The reports whose places the groups are given by.
    """

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._profiles = profiles
        self._counted: dict[tuple[int, int], Counter[str]] = {}

    def __call__(self, one: Sequence[int], two: Sequence[int]) -> float:
        """Return 0.0 to 0.33: the less telling of the two sides counts."""
        mine, other = self._counts(one), self._counts(two)
        own = min(_own(mine, len(one), other, len(two)), _own(other, len(two), mine, len(one)))
        if own > _FREE:
            return UNTIED + _APART * (own - _FREE)
        return 0.0 if tied(_throughout(mine, len(one)), _throughout(other, len(two))) else UNTIED

    def _counts(self, group: Sequence[int]) -> Counter[str]:
        """Return in how many reports of a group each mark stands; groups only grow, so two numbers name one."""
        name = group[0], len(group)
        if name not in self._counted:
            self._counted[name] = Counter(mark for at in group for mark in self._profiles[at].marks)
        return self._counted[name]


def _throughout(mine: Mapping[str, int], size: int) -> list[str]:
    """Return the marks that so many of a group's reports have that it is not chance."""
    return [mark for mark, count in mine.items() if count >= _FREE * (size + 1)]


def _own(mine: Mapping[str, int], size: int, other: Mapping[str, int], others: int) -> float:
    """Return the largest share of a group's reports with a mark, less the other group's share; one report more than there are."""
    least = _FREE * (size + 1)
    return max(
        (count / (size + 1) - other.get(mark, 0) / others for mark, count in mine.items() if count > least), default=0.0
    )


def _parted(profiles: Sequence[Profile], more: float = 0.0) -> list[list[Profile]]:
    """Return neighbourhoods none of which is too large; the reports stand in the order of their days."""
    found: list[list[Profile]] = []
    for near in _neighbourhoods(profiles, more):
        found += [near] if len(near) <= _LARGEST or more >= _MOST else _parted(near, more + _MORE)
    return found


def _neighbourhoods(profiles: Sequence[Profile], more: float) -> list[list[Profile]]:
    """Return what pairs connect that are alike by so much more than is asked of two reports."""
    roots = list(range(len(profiles)))

    def root(one: int) -> int:
        while roots[one] != one:
            roots[one] = roots[roots[one]]
            one = roots[one]
        return one

    for left, right in _candidates(profiles):
        one, two = root(left), root(right)
        mine, other = profiles[left], profiles[right]
        if one != two and alike(mine, other, likeness(mine, other) - more):
            roots[max(one, two)] = min(one, two)
    found: dict[int, list[Profile]] = {}
    for at, each in enumerate(profiles):
        found.setdefault(root(at), []).append(each)
    return list(found.values())


def _candidates(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Return pairs of places that share a key, those that share most first."""
    index: dict[str, list[int]] = {}
    for at, one in enumerate(profiles):
        for key in keys(one):
            index.setdefault(key, []).append(at)
    times = Counter(
        (left, right)
        for held in index.values()
        for at, left in enumerate(held)
        for right in held[at + 1 : at + 1 + NEAR]
    )
    return sorted(times, key=lambda pair: (-times[pair], pair))
