"""Words that weaken a statement."""

import re
from collections.abc import Iterator
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Report, Span

_DEGREE = r"(?:high|strong|good|real|slim|growing|distinct|some|any|every|little|low|remote|small|fair)"
_BE = r"(?:is|are|was|were|been|be)"


def hedges(report: Report, piece: Span) -> Iterator[tuple[Span, float]]:
    """Find the hedges in one stretch of a report, in text order, disjoint.

    Args:
        report: Any report in English.
        piece: Where to look.

    Yields:
        The words, and the certainty they leave on FactBank's scale.
    """
    for match in _pattern().finditer(report.text, piece.start, piece.end):
        # "was also said": the participle alone, for the adverb is no hedge.
        start = match.start("said") if match["also"] else match.start()
        yield Span(start, match.end()), _certainty(match)


def _certainty(match: re.Match[str]) -> float:
    """Return the certainty that the words of one hedge leave."""
    words = match[0].lower()
    if "almost certain" in words:
        return 2.0
    table = _certainties()
    found = [table[word] for word in re.findall(r"[\w’']+", words) if word in table]
    if match["modal"] and match["degree"] and found:
        # "could likely": the adverb says how sure, the modal only that it lies ahead.
        return found[-1]
    return min(found, default=1.0)


@cache
def _certainties() -> dict[str, float]:
    """Return the certainty of each single word."""
    table = load("en", "hedge")
    found = {
        "would": 2.0,
        "seems": 2.0,
        "seem": 2.0,
        "seemed": 2.0,
        "appears": 2.0,
        "appear": 2.0,
        "appeared": 2.0,
        "believed": 2.0,
        "thought": 2.0,
        "understood": 2.0,
    }
    for section in ("verbs", "adverbs", "adjectives", "modals", "nouns"):
        found.update({word: float(row["certainty"]) for word, row in table[section].items()})
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """Return one pattern for all hedges; every branch begins with a word of its own, so the search is linear."""
    table = load("en", "hedge")
    adverbs = "|".join(table["adverbs"])
    nouns = "|".join(table["nouns"])
    believing = "believe|think|suspect|expect|guess|assume|fear|hear|heard|reckon"
    return re.compile(
        rf"\b(?:(?P<modal>may|might|could|would|will|should)(?P<degree>\s+(?:(?:most|almost|very|quite|more)\s+)?(?:{adverbs}|certainly))"
        rf"|(?:(?:most|very|quite|highly|more)\s+)?(?:{adverbs})"
        rf"|almost\s+certain(?:ly)?"
        rf"|(?:may|might|could)(?!\s+(?:not\b|neither\b|\d))(?:\s+have\b)?"
        rf"|(?:seems?|seemed|appears?\s+to|appeared\s+to|appears?\s+that)"
        rf"|{_BE}\s+(?P<also>(?:also|widely|still|now)\s+)?(?P<said>believed|thought|said|understood|reported|alleged|rumou?red|suspected|feared)"
        rf"|{_DEGREE}\s+(?:{nouns})|(?:{nouns})(?=\s+(?:that|of)\b)"
        rf"|(?:i|we)\s+(?:{believing})"
        rf"|{'|'.join(table['adjectives'])})\b",
        re.IGNORECASE,
    )
