"""Which reports are about one event."""

from collections.abc import Collection, Mapping
from datetime import date

from reportedly.model import Report
from reportedly.reconciling import profile as profiles
from reportedly.reconciling.comparison import Comparison
from reportedly.reconciling.profile import UNIT, Profile, is_tie, profile
from reportedly.reconciling.word import countries

ALIKE = 0.13
"""Likeness from which two reports, or two groups on average, can be of one event; see docs/reconciling.md."""

UNTIED = 0.03
"""How much more they need where no two names of the leads, countries aside, are the same."""

_TIES = 2
_LEAST_SHARED = 2
_APART_DAYS = 45
_APART = 0.10
# Two floods, two trials: what is left of the likeness of reports that each name others, and nobody and nowhere in common but
# countries.
_OTHERS = 0.15
_NAMES = 2
# A sentence or two seldom holds more than one or two names.
_SHORT_TERMS = 15


def keys(report: Report) -> frozenset[str]:
    """Name the pairs of telling words and names under which an index finds reports of the same event.

    Args:
        report: Needs no layer.

    Returns:
        At most 100 keys; two reports of one event share at least one as a rule, two of different events seldom do.
    """
    return profiles.keys(profile(report))


def same_event(left: Report, right: Report) -> Comparison:
    """Both reports are about one event: names, places and other words in common, on days not far apart.

    Args:
        left: Needs no layer.
        right: As ``left``; the order makes no difference.

    Returns:
        The score from 0.0 to 1.0, the shared words, and the verdict.
    """
    return compare(profile(left), profile(right))


def compare(left: Profile, right: Profile) -> Comparison:
    """Compare two reports by their profiles, as `same_event` does."""
    shared = _shared(left, right)
    if not shared:
        return Comparison(0.0, "the two reports have no telling word in common", same=False)
    score = likeness(left, right)
    same = alike(left, right, score)
    said = sorted(shared, key=lambda term: (-shared[term], term))[:5]
    apart = _days(left, right)
    far = f", but {apart} days lie between them" if apart > _APART_DAYS else ""
    verdict = "both tell of" if same else "not enough in common: only"
    return Comparison(score, f"{verdict} {', '.join(said)}{far}", same)


def likeness(left: Profile, right: Profile) -> float:
    """Return how alike two reports are, 0.0 to 1.0: the cosine of their words, less for other names and far days.

    A function of the two alone, so that a ledger and a whole set laid out at once find the same.
    """
    mine, other = sorted((left.weights, right.weights), key=len)
    products = [weight * other[term] for term, weight in mine.items() if term in other]
    if len(products) < min(_LEAST_SHARED, len(mine), len(other)):
        return 0.0
    cosine = min(1.0, sum(products) / UNIT**2)
    worth = _OTHERS if _others(left, right) else 1.0
    return max(0.0, cosine * worth - _APART * (_days(left, right) > _APART_DAYS))


def alike(left: Profile, right: Profile, score: float) -> bool:
    """Say whether two reports of this likeness are held to be of one event."""
    return score >= ALIKE + UNTIED or (score >= ALIKE and tied(left.marks, right.marks))


def tied(mine: Collection[str], other: Collection[str]) -> bool:
    """Say whether two telling names, countries aside, stand among the marks of both (`Profile.marks`)."""
    shared = set(mine).intersection(other) - countries()
    return sum(map(is_tie, shared)) >= _TIES


def order(report: Report) -> tuple[date, str]:
    """Return what reports are sorted by: the day, undated ones last, then the id."""
    return report.document.day or date.max, report.id


def _shared(left: Profile, right: Profile) -> Mapping[str, int]:
    """Return the terms of both with the product of their weights."""
    mine, other = left.weights, right.weights
    return {term: mine[term] * other[term] for term in mine.keys() & other.keys()}


def _others(left: Profile, right: Profile) -> bool:
    """Say whether each has names of its own, countries aside, and none in common."""
    if not countries().issuperset(left.names & right.names):
        return False
    mine, other = left.names - countries(), right.names - countries()
    short = max(len(left.weights), len(right.weights)) < _SHORT_TERMS
    return min(len(mine), len(other)) >= (1 if short else _NAMES)


def _days(left: Profile, right: Profile) -> int:
    """Return how many days lie between two reports; 0 when one is not dated."""
    return abs((left.day - right.day).days) if left.day and right.day else 0
