"""What a report is compared by when stories are made."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from reportedly.model import Report
from reportedly.reconciling.frequency import telling
from reportedly.reconciling.word import words

VERSION = 2
"""Raised whenever profiles of the same text change, so that a ledger weighs its reports anew."""

UNIT = 65535
"""The length of a profile's weights taken together. Whole numbers make sums the same in any order."""

# A report begins with what it is about: its headline and lead.
_LEAD_WORDS = 60
_LEAD = 1.5
# A name says more about which event it is than another word.
_NAME = 1.25
# Further words of a long report say little about its event and make every comparison dearer.
_TERMS = 400
_KEY_TERMS = 11
# Two reports of one event can each be full of words the other lacks, and still name the same people and places.
_KEY_NAMES = 10
_CAPITALS = 0.7
# A name that more than about one text in a hundred has ("Court", "London") neither ties two reports nor tells them apart.
_TELLING_NAME = 2.1
_NUMBER = re.compile(r"\d[\d.,]*\d|\d\d")


@dataclass(frozen=True, slots=True)
class Profile:
    """A report's words, weighed.

    Attributes:
        report: Its id.
        day: Day of publication; None when not known.
        weights: How much each term says in this report, in whole parts of `UNIT`.
        names: Terms written as names that few texts have; none for a text most of whose words have capitals.
        marks: All names, and numbers, of the lead: who, where, when and how many, by which two events of one kind are told apart.
    """

    report: str
    day: date | None
    weights: Mapping[str, int]
    names: frozenset[str]
    marks: frozenset[str]

    @property
    def order(self) -> tuple[date, str]:
        """What reports are sorted by: the day, undated ones last, then the id."""
        return self.day or date.max, self.report


def profile(report: Report) -> Profile:
    """Weigh the words of a report; needs no layer."""
    weights, names, marks = _weighed("\n".join(part for part in (report.document.title, report.text) if part))
    return Profile(report.id, report.document.day, weights, names, marks)


def is_tie(mark: str) -> bool:
    """Say whether a mark is a name that few texts have."""
    return not mark.startswith("#") and telling(mark) >= _TELLING_NAME


def keys(one: Profile) -> frozenset[str]:
    """Name pairs of a report's most telling terms and of its most telling names: an index finds reports of one event by them.

    At most 100: 55 pairs of eleven terms, 45 of ten names, those that are both once.
    """
    order = sorted(one.weights, key=lambda term: (-one.weights[term], term))
    if len(order) == 1:
        return frozenset(order)
    return _pairs(order[:_KEY_TERMS]) | _pairs([term for term in order if term in one.names][:_KEY_NAMES])


def _pairs(terms: Iterable[str]) -> frozenset[str]:
    """Return the pairs of some terms."""
    return frozenset(f"{left}+{right}" for left, right in combinations(sorted(terms), 2))


@lru_cache(maxsize=256)
def _weighed(text: str) -> tuple[Mapping[str, int], frozenset[str], frozenset[str]]:
    """Return a text's weights, names and marks."""
    counts, named = Counter[str](), Counter[str]()
    lead: set[str] = set()
    lead_end, capitals = len(text), 0
    for place, word in enumerate(words(text), 1):
        if place == _LEAD_WORDS:
            lead_end = word.end
        if not word.weight:
            continue
        counts[word.term] += 1
        named[word.term] += word.name
        capitals += text[word.start].isupper()
        if place <= _LEAD_WORDS:
            lead.add(word.term)
    names = frozenset(term for term, times in named.items() if times and times * 2 >= counts[term])
    raw = {
        term: telling(term) * (_LEAD if term in lead else 1.0) * (_NAME if term in names else 1.0) for term in counts
    }
    marks = (names & lead) | {f"#{number}" for number in _NUMBER.findall(text[:lead_end])}
    # A Headline Of Capitals Does Not Say Which Of Its Words Are Names.
    plain = capitals <= _CAPITALS * counts.total()
    known = frozenset(term for term in names if is_tie(term)) if plain else frozenset()
    return _of_length_one(raw), known, frozenset(marks)


def _of_length_one(raw: Mapping[str, float]) -> dict[str, int]:
    """Keep the weightiest terms and divide their weights by the length they have together."""
    kept = sorted(raw, key=lambda term: (-raw[term], term))[:_TERMS]
    length = math.sqrt(math.fsum(raw[term] ** 2 for term in kept)) or 1.0
    return {term: round(UNIT * raw[term] / length) for term in kept}
