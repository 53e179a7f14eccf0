"""Which reports are about one event."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import combinations

from reportedly.model import Quantity, Report
from reportedly.reconciling.agglomeration import agglomerated
from reportedly.reconciling.comparison import Comparison
from reportedly.reconciling.word import countries, familiar, words

# A name says more about which event it is than another word, a word that is in no list of everyday words more than one that
# is; docs/reconciling.md gives what was measured on the texts of shared/bench/story.
_NAME = 1.5
_RARE = 2.0
# The first words of a report are its headline and lead: what it is about.
_LEAD_WORDS = 60
_LEAD = 2.0
_KEY_TERMS = 11
_SAME = 0.23
# A report of a sentence or two has few words to share, and shares one by chance sooner.
_SHORT_TERMS = 25
_SHORT = 0.09
_APART_DAYS = 45
# Two floods, two trials: reports that name no one and nowhere in common need more other words in common.
_NO_NAME = 0.05
_OTHER_NAMES = 0.10
# Average likeness from which two groups are one story, when a whole set of reports is laid out at once.
_TOGETHER = 0.20
# How many reports what is known of everyday words counts for beside the set: a share of them has a familiar word, few a rare one.
_BEFORE = 300
_FAMILIAR_SHARE, _RARE_SHARE = 0.1, 0.01
# Of its most telling terms, how many two reports must share to be laid side by side.
_CANDIDATE_TERMS = 20
_NEAR_IN_TIME = 50


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
    raw = {
        term: worth[term]
        * (1 + math.log(counts[term]))
        * (_NAME if term in names else 1.0)
        * (1.0 if term in familiar() else _RARE)
        for term in counts
    }
    return _of_length_one(raw), names


def _of_length_one(raw: Mapping[str, float]) -> dict[str, float]:
    """Divide weights by the length they have together."""
    length = math.sqrt(math.fsum(weight * weight for weight in raw.values())) or 1.0
    return {term: weight / length for term, weight in raw.items()}


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
    shared = _shared(left, right)
    score = _score(left, right, shared)
    telling = sorted(shared, key=lambda term: (-shared[term], term))[:5]
    apart = abs((left.day - right.day).days) if left.day and right.day else 0
    least = min(len(left.weights), len(right.weights))
    needed = _SAME + _more(left, right) + _SHORT * (least < _SHORT_TERMS)
    same = score >= needed and len(shared) >= min(3, least)
    if not shared:
        return Comparison(0.0, "the two reports have no telling word in common", same=False)
    far = f", but {apart} days lie between them" if apart > _APART_DAYS else ""
    verdict = "both tell of" if same else "not enough in common: only"
    return Comparison(min(1.0, score), f"{verdict} {', '.join(telling)}{far}", same)


def _shared(left: Profile, right: Profile) -> dict[str, float]:
    """Return the terms of both with the product of their weights."""
    less, more = sorted((left, right), key=lambda one: len(one.weights))
    return {term: weight * more.weights[term] for term, weight in less.weights.items() if term in more.weights}


def _score(left: Profile, right: Profile, shared: Mapping[str, float]) -> float:
    """Return the cosine, and a little for figures that both give."""
    return math.fsum(shared.values()) + 0.02 * min(3, len(left.figures & right.figures))


def _more(left: Profile, right: Profile) -> float:
    """Return how much more two reports must have in common: without one name in both, or far apart in time."""
    mine, theirs = left.names - countries(), right.names - countries()
    apart = abs((left.day - right.day).days) if left.day and right.day else 0
    more = 0.10 * (apart > _APART_DAYS)
    if not mine & theirs:
        more += _NO_NAME if not (mine and theirs) else _OTHER_NAMES
    return more


def together(reports: Iterable[Report]) -> tuple[tuple[Report, ...], ...]:
    """Put reports of one event together.

    Words that many of the reports have tell them apart less. Candidates come from shared telling words, never from all
    pairs; groups grow by average likeness, so that one report which is like two events does not make them one.

    Args:
        reports: In any order; the same report twice counts once.

    Returns:
        Groups of reports, each oldest first and undated ones last, by the first report's place in that order.
    """
    ordered = sorted({report.id: report for report in reports}.values(), key=order)
    profiles = _laid_out([profile(report) for report in ordered])
    scores = {}
    for left, right in _candidates(profiles):
        one, two = profiles[left], profiles[right]
        score = _score(one, two, _shared(one, two)) - _more(one, two)
        if score > 0:
            scores[left, right] = score
    groups = agglomerated(len(ordered), scores, _TOGETHER)
    return tuple(tuple(ordered[at] for at in group) for group in groups)


def _laid_out(profiles: Sequence[Profile]) -> list[Profile]:
    """Weigh each term by how few of the reports have it."""
    known = Counter(term for one in profiles for term in one.weights)
    size = math.log(len(profiles) + _BEFORE)

    def few(term: str) -> float:
        share = _FAMILIAR_SHARE if term in familiar() else _RARE_SHARE
        return (size - math.log(known[term] + _BEFORE * share)) / (1.0 if term in familiar() else _RARE)

    fewness = {term: few(term) for term in known}
    return [
        replace(one, weights=_of_length_one({term: weight * fewness[term] for term, weight in one.weights.items()}))
        for one in profiles
    ]


def order(report: Report) -> tuple[date, str]:
    """Return what reports are sorted by: the day, undated ones last, then the id."""
    return report.document.day or date.max, report.id


def _keys(one: Profile) -> frozenset[str]:
    """Pair the most telling terms."""
    telling = sorted(one.weights, key=lambda term: (-one.weights[term], term))[:_KEY_TERMS]
    if len(telling) == 1:
        return frozenset(telling)
    return frozenset(f"{left}+{right}" for left, right in combinations(sorted(telling), 2))


def _candidates(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Return pairs of places that share two of their most telling terms, or the one that a report has."""
    index: dict[str, list[int]] = {}
    for at, one in enumerate(profiles):
        for term in sorted(one.weights, key=lambda term: (-one.weights[term], term))[:_CANDIDATE_TERMS]:
            index.setdefault(term, []).append(at)
    # A term of very many reports names only those near in time: the reports stand in the order of their days.
    times = Counter(
        (left, right)
        for held in index.values()
        for at, left in enumerate(held)
        for right in held[at + 1 : at + 1 + _NEAR_IN_TIME]
    )
    least = [min(2, len(one.weights)) for one in profiles]
    return sorted(pair for pair, shared in times.items() if shared >= min(least[pair[0]], least[pair[1]]))
