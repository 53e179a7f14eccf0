"""Nameless sources that the text names elsewhere, found when all of it has been read.

Two habits of newsrooms are known: a headline that describes whom the text names ("Dam safe: minister"), and "a report"
without an issuer beside the outlet that reported it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.reading.phrase import Phrase
from reportedly.reading.referent import NEVER, Referent

_REPORTS = frozenset(("report",))
_LEADING = frozenset(("leader", "minister", "office", "manager", "soldier", "spy"))
_OUTLETS = frozenset(("outlet", "agency"))
_BEFORE, _AFTER = 4, 8
# More persons of one office than this are never told apart by their countries.
_FEW = 8


@dataclass(frozen=True, slots=True)
class _Text:
    """What is asked of the whole text, laid out once so that the time stays linear.

    Attributes:
        told: Sentences in which named outlets report, in order.
        outlets: Which, one for each of ``told``.
        first: By family of nouns, number of the phrase that mentions a named person of it first, in order.
        persons: Who, one for each of ``first``.
    """

    told: Sequence[int]
    outlets: Sequence[Referent]
    first: Mapping[str, Sequence[int]]
    persons: Mapping[str, Sequence[Referent]]


def named_later(phrases: Sequence[Phrase], referents: Sequence[Referent | None]) -> list[Referent | None]:
    """Return whom each phrase means, nameless ones that the text names put in the place of those they were taken for.

    Args:
        phrases: Of the whole text, in text order.
        referents: Whom each means so far; None for nobody.
    """
    text = _laid_out(phrases, referents)
    better: dict[int, Referent] = {}
    for at, (phrase, referent) in enumerate(zip(phrases, referents, strict=True)):
        if referent is None or referent.named or phrase.form != "nominal" or not phrase.speaks or phrase.many:
            continue
        found = _reported(phrase, text) or _headlined(at, phrase, referent, text)
        if found is not None:
            better.setdefault(id(referent), found)
    return [one if one is None else better.get(id(one), one) for one in referents]


def _laid_out(phrases: Sequence[Phrase], referents: Sequence[Referent | None]) -> _Text:
    """Lay out the outlets that report and the persons whom the text names."""
    told: list[tuple[int, Referent]] = []
    first: defaultdict[str, list[int]] = defaultdict(list)
    persons: defaultdict[str, list[Referent]] = defaultdict(list)
    seen: set[int] = set()
    for at, (phrase, who) in enumerate(zip(phrases, referents, strict=True)):
        if who is None or not who.named:
            continue
        if who.role in _OUTLETS and phrase.speaks and phrase.form == "name":
            told.append((phrase.sentence, who))
        if id(who) not in seen and who.kind == "person" and who.spoke != NEVER:
            for family in who.families & _LEADING:
                first[family].append(at)
                persons[family].append(who)
        seen.add(id(who))
    return _Text([sentence for sentence, _ in told], [who for _, who in told], first, persons)


def _reported(report: Phrase, text: _Text) -> Referent | None:
    """Return the outlet whose report "a report" is: the last that reported a little before, else the next that does."""
    if report.name.lower() not in _REPORTS or report.owner is not None or report.complement is not None:
        return None
    after = bisect_right(text.told, report.sentence)
    if after and text.told[after - 1] >= report.sentence - _BEFORE:
        return text.outlets[after - 1]
    soon = after < len(text.told) and text.told[after] <= report.sentence + _AFTER
    return text.outlets[after] if soon else None


def _headlined(at: int, described: Phrase, own: Referent, text: _Text) -> Referent | None:
    """Return the only person of the same office whom the text names after it and lets speak, for words of a headline.

    A description of one person without article or possessor is headline's English wherever it stands.
    """
    if described.definite or described.indefinite or described.family not in text.first:
        return None
    low = bisect_left(text.first[described.family], at)
    later = text.persons[described.family][low : low + _FEW + 1]
    same = [who for who in later if not (who.countries and own.countries and not who.countries & own.countries)]
    return same[0] if len(same) == 1 and len(later) <= _FEW else None
