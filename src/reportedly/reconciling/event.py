"""Which reports are about one event."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from reportedly.model import Quantity, Report
from reportedly.reconciling.comparison import Comparison
from reportedly.reconciling.word import countries, words

# A name says more about which event it is than another word; measured on the bodies of shared/bench/story.
_NAME = 2.0
# The first words of a report are its headline and lead: what it is about.
_LEAD_WORDS = 60
_LEAD = 2.0
_KEY_TERMS = 11
_SAME = 0.31
# A report that says nothing but one sentence has few words to share.
_SHORT_TERMS = 25
_APART_DAYS = 45
# Two floods, two trials: reports that name no one and nowhere in common need more other words in common.
_NO_NAME = 0.15
_OTHER_NAMES = 0.25


@dataclass(frozen=True, slots=True)
class Profile:
    """What a report is compared by when stories are made.

    Attributes:
        report: Its id.
        weights: How much each term says in this report, of length one taken together.
        names: Terms written as names.
        day: Day of publication; None when not known.
        figures: Counted numbers, as (number, what is counted) pairs.
    """

    report: str
    weights: Mapping[str, float]
    names: frozenset[str]
    day: date | None
    figures: frozenset[str]


def profile(report: Report) -> Profile:
    """Weigh the words, names and figures of a report."""
    weights, names = _weighed("\n".join(part for part in (report.document.title, report.text) if part))
    figures = frozenset(f"{one.low}" for one in report.of(Quantity) if one.low is not None and one.low > 2)  # noqa: PLR2004 - one and two are counted everywhere
    return Profile(report.id, weights, names, report.document.day, figures)


@lru_cache(maxsize=1024)
def _weighed(text: str) -> tuple[Mapping[str, float], frozenset[str]]:
    """Weigh the words of a text: how much each says, of length one taken together, and which are names."""
    counts: Counter[str] = Counter()
    worth: dict[str, float] = {}
    named: Counter[str] = Counter()
    place = 0
    for word in words(text):
        place += 1
        if not word.weight:
            continue
        counts[word.term] += 1
        named[word.term] += word.name
        early = _LEAD if place <= _LEAD_WORDS else 1.0
        worth[word.term] = max(worth.get(word.term, 0.0), word.weight * early)
    names = frozenset(term for term, times in named.items() if times * 2 >= counts[term] and times)
    raw = {term: worth[term] * (1 + math.log(counts[term])) * (_NAME if term in names else 1.0) for term in counts}
    length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {term: weight / length for term, weight in raw.items()}, names


def keys(report: Report) -> frozenset[str]:
    """Name the pairs of telling words under which an index finds reports of the same event.

    Args:
        report: Needs no layer.

    Returns:
        At most 55 keys; two reports of one event share at least one as a rule, two of different events seldom do.
    """
    return _keys(profile(report))


def same_event(left: Report, right: Report) -> Comparison:
    """Both reports are about one event: names, places, figures and other words in common, on days not far apart.

    Args:
        left: Needs no layer; its quantities count when they were read.
        right: As ``left``; the order makes no difference.

    Returns:
        The score from 0.0 to 1.0, the shared words, and the verdict.
    """
    return compare(profile(left), profile(right))


def compare(left: Profile, right: Profile) -> Comparison:
    """Compare two reports by their profiles, as `same_event` does."""
    if len(right.weights) < len(left.weights):
        left, right = right, left
    shared = {term: weight * right.weights[term] for term, weight in left.weights.items() if term in right.weights}
    score = sum(shared[term] for term in sorted(shared))
    score += 0.02 * min(3, len(left.figures & right.figures))
    telling = sorted(shared, key=lambda term: (-shared[term], term))[:5]
    mine, theirs = left.names - countries(), right.names - countries()
    apart = abs((left.day - right.day).days) if left.day and right.day else 0
    needed = _SAME + (0.0 if len(left.weights) >= _SHORT_TERMS else 0.02) + 0.10 * (apart > _APART_DAYS)
    if not mine & theirs:
        needed += _NO_NAME if not (mine and theirs) else _OTHER_NAMES
    same = score >= needed and len(shared) >= min(3, len(left.weights))
    if not shared:
        return Comparison(0.0, "the two reports have no telling word in common", same=False)
    far = f", but {apart} days lie between them" if apart > _APART_DAYS else ""
    verdict = "both tell of" if same else "not enough in common: only"
    return Comparison(min(1.0, score), f"{verdict} {', '.join(telling)}{far}", same)


def together(reports: Iterable[Report]) -> tuple[tuple[Report, ...], ...]:
    """Put reports of one event together.

    Candidates come from shared keys, never from all pairs; a group is whatever `same_event` connects.

    Args:
        reports: In any order; the same report twice counts once.

    Returns:
        Groups of reports, each oldest first and undated ones last, by the first report's place in that order.
    """
    ordered = sorted({report.id: report for report in reports}.values(), key=order)
    profiles = [profile(report) for report in ordered]
    roots = list(range(len(ordered)))

    def root(one: int) -> int:
        while roots[one] != one:
            roots[one] = roots[roots[one]]
            one = roots[one]
        return one

    for left, right in _candidates(profiles):
        if root(left) != root(right) and compare(profiles[left], profiles[right]).same:
            roots[max(root(left), root(right))] = min(root(left), root(right))
    groups: dict[int, list[Report]] = {}
    for at, report in enumerate(ordered):
        groups.setdefault(root(at), []).append(report)
    return tuple(tuple(group) for _, group in sorted(groups.items()))


def order(report: Report) -> tuple[date, str]:
    """Return what reports are sorted by: the day, undated ones last, then the id."""
    return report.document.day or date.max, report.id


def _keys(one: Profile) -> frozenset[str]:
    """Pair the most telling terms."""
    telling = sorted(one.weights, key=lambda term: (-one.weights[term], term))[:_KEY_TERMS]
    if len(telling) == 1:
        return frozenset(telling)
    return frozenset(f"{left}+{right}" for left, right in combinations(sorted(telling), 2))


def _candidates(profiles: Sequence[Profile]) -> Iterable[tuple[int, int]]:
    """Yield pairs of places that share a key, each once."""
    index: dict[str, list[int]] = {}
    for at, one in enumerate(profiles):
        for key in _keys(one):
            index.setdefault(key, []).append(at)
    return sorted({pair for held in index.values() for pair in combinations(held, 2)})
