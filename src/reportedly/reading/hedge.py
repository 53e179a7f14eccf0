"""Words that weaken a statement."""

import re
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Report, Span, Token

_DEGREE = r"(?:high|strong|good|real|slim|growing|distinct|some|any|every|little|low|remote|small|fair)"
# What makes "suspect" and "estimates" nouns, and a denied belief none of the source's own.
_NOUN = re.compile(
    r"\b(?:the|a|an|no|this|that|these|those|his|her|its|their|of|by|one|two|three|first|prime|main)\s+(?:\w+\s+)?\Z"
)
_DENIED = re.compile(r"(?:\bnot|n.t|\bnever|\bnobody|\bhardly|\bno \w+)\s+\Z")
_NOUNS = frozenset(("suspect", "suspects", "estimates"))
_BELIEVERS = (" he", " she", " they", " who", " it", " we", " i")
_BACK = 24
_OTHERS = "would will should most very quite highly more almost seems seem seemed appears appeared i we in cannot can could as looks sounds"
_BE = r"(?:is|are|was|were|been|be)"


def hedges(report: Report) -> tuple[tuple[Span, float], ...]:
    """Find the hedges of a report, in text order, disjoint.

    Args:
        report: Needs Token.

    Returns:
        The words of each, and the certainty they leave on FactBank's scale.
    """
    text = report.text
    lower = text.lower()
    if len(lower) != len(text):
        # A few letters change their length with their case; offsets must not.
        lower = text
    found: list[tuple[Span, float]] = []
    end = 0
    for token in report.of(Token):
        at = token.span.start
        if token.lower not in _triggers() or at < end or text.startswith("May", at):
            continue
        match = _pattern().match(lower, at)
        if match and not (match["held"] and _no_belief(match["held"], lower[max(0, at - _BACK) : at])):
            # "was also said": the participle alone, for the adverb is no hedge.
            start, end = match.start("said") if match["also"] else at, match.end()
            found.append((Span(start, end), _certainty(match)))
    return tuple(found)


def _no_belief(word: str, before: str) -> bool:
    """Say whether a form of a verb of belief is a noun, or denied, by what stands before it."""
    if word == "believed" and not before.rstrip().endswith(_BELIEVERS):
        # "A man believed to be a soldier" tells what is known of him; "what they believed to be" what they hold.
        return True
    return bool(_DENIED.search(before)) or (word in _NOUNS and bool(_NOUN.search(before)))


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
    for section in ("verbs", "held", "adverbs", "adjectives", "modals", "nouns"):
        found.update({word: float(row["certainty"]) for word, row in table[section].items()})
    return found


@cache
def _triggers() -> frozenset[str]:
    """Return the words that a hedge can begin with."""
    table = load("en", "hedge")
    words = {word for section in ("adverbs", "adjectives", "nouns", "modals", "held") for word in table[section]}
    words |= set(_DEGREE.strip("(?:)").split("|")) | set(_BE.strip("(?:)").split("|"))
    return frozenset(words | set(_OTHERS.split()))


@cache
def _pattern() -> re.Pattern[str]:
    """Return one pattern for all hedges, tried where a word of `_triggers` stands."""
    table = load("en", "hedge")
    adverbs = "|".join(table["adverbs"])
    nouns, held = "|".join(table["nouns"]), "|".join(table["held"])
    believing = r"believe|think|suspect|expect|guess|assume|fear|reckon|hear|heard(?=\s+that)"
    return re.compile(
        rf"(?:(?P<modal>may|might|could|would|will|should)(?P<degree>\s+(?:(?:most|almost|very|quite|more)\s+)?(?:{adverbs}|certainly))"
        rf"|(?:(?:most|very|quite|highly|more)\s+)?(?:{adverbs})"
        rf"|almost\s+certain(?:ly)?"
        rf"|(?:may|might|could)(?!\s+(?:not\b|neither\b|\d))(?:\s+have\b)?"
        rf"|(?:seems?|seemed|appears?\s+to|appeared\s+to|appears?\s+that)"
        rf"|{_BE}\s+(?P<also>(?:also|widely|still|now)\s+)?(?P<said>believed|thought|said|understood|reported|alleged|rumou?red|suspected|feared)"
        rf"|{_DEGREE}\s+(?:{nouns})|possibility|(?:{nouns})(?=\s+(?:that|of)\b)"
        rf"|(?:i|we)\s+(?:{believing})"
        rf"|(?P<held>{held})(?=\s+(?:that|the|a|an|he|she|it|they|to|there|this|his|her|its|[\w’']+\s+(?:is|was|were|are|had|has|have|may|might|could|will|would))\b)"
        rf"|in\s+all\s+(?:likelihood|probability)|(?:cannot|can\s+not|could\s+not)\s+be\s+(?:ruled\s+out|excluded)"
        rf"|as\s+far\s+as\s+(?:i|we|he|she|they|is|anyone)\s+(?:know|knows|knew|known|can\s+tell|could\s+tell)|(?:looks|sounds)\s+(?:like(?=\s+\w)|as\s+if|as\s+though)"
        rf"|{'|'.join(table['adjectives'])})\b",
    )
