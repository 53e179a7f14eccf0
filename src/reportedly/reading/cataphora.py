"""Nameless sources that the text names elsewhere, found when all of it has been read.

Two habits of newsrooms are known: a headline that describes whom the text names ("Dam safe: minister"), and "a report"
without an issuer beside the outlet that reported it.
"""

from collections.abc import Sequence

from reportedly.reading.phrase import Phrase
from reportedly.reading.referent import NEVER, Referent

_REPORTS = frozenset(("report",))
_LEADING = frozenset(("leader", "minister", "office", "manager", "soldier", "spy"))
_OUTLETS = frozenset(("outlet", "agency"))
_BEFORE, _AFTER = 4, 8


def named_later(phrases: Sequence[Phrase], referents: Sequence[Referent | None]) -> list[Referent | None]:
    """Return whom each phrase means, nameless ones that the text names put in the place of those they were taken for.

    Args:
        phrases: Of the whole text, in text order.
        referents: Whom each means so far; None for nobody.
    """
    found = list(referents)
    for at, phrase in enumerate(phrases):
        referent = found[at]
        if referent is None or referent.named or phrase.form != "nominal" or not phrase.speaks or phrase.many:
            continue
        better = _reported(at, phrases, found) or _headlined(at, phrases, found)
        if better is not None:
            found = [better if one is referent else one for one in found]
    return found


def _reported(at: int, phrases: Sequence[Phrase], referents: Sequence[Referent | None]) -> Referent | None:
    """Return the outlet whose report "a report" is: the last that reported a little before, else the next that does."""
    report = phrases[at]
    if report.name.lower() not in _REPORTS or report.owner is not None or report.complement is not None:
        return None
    told = [
        (one.sentence - report.sentence, who)
        for one, who in zip(phrases, referents, strict=True)
        if who is not None and who.named and who.role in _OUTLETS and one.speaks and one.form == "name"
    ]
    before = [who for far, who in told if -_BEFORE <= far <= 0]
    after = [who for far, who in told if 0 < far <= _AFTER]
    return before[-1] if before else after[0] if after else None


def _headlined(at: int, phrases: Sequence[Phrase], referents: Sequence[Referent | None]) -> Referent | None:
    """Return the only person of the same office whom the text names after it and lets speak, for words of a headline.

    A description of one person without article or possessor is headline's English wherever it stands.
    """
    described, own = phrases[at], referents[at]
    bare = not (described.definite or described.indefinite)
    if own is None or not bare or described.family not in _LEADING:
        return None
    before = {id(who) for who in referents[:at]}
    same = {
        id(who): who
        for who in referents[at:]
        if who is not None
        and id(who) not in before
        and who.named
        and who.kind == "person"
        and described.family in who.families
        and who.spoke != NEVER
        and not (who.countries and own.countries and not who.countries & own.countries)
    }
    return next(iter(same.values())) if len(same) == 1 else None
