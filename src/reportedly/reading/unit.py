"""Units and currencies beside a number."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.lexicon import load
from reportedly.model import Token

_WORDS = load("en", "unit")
_MEASURE = {word: str(about["unit"]) for word, about in (*_WORDS["measure"].items(), *_WORDS["currency"].items())}
_LOWER = {word.lower(): unit for word, unit in reversed(_MEASURE.items()) if len(word) > 2 or not word.isalpha()}  # noqa: PLR2004 - short symbols; one space or a hyphen
_SIGN = {word: str(about["unit"]) for word, about in _WORDS["sign"].items()}
_LONGEST_SIGN = max(map(len, _SIGN))
_TIME = frozenset({"s", "min", "h", "day", "night", "week", "fortnight", "month", "year", "decade", "century"})
CURRENCIES = frozenset(str(about["unit"]) for about in (*_WORDS["currency"].values(), *_WORDS["sign"].values()))
_PER = frozenset({"per", "a", "an", "each", "every"})
# What prices and rates are told by; any other noun after "a" begins a phrase of its own.
_RATED = frozenset(["barrel", "day", "week", "month", "year", "hour", "minute", "second", "gallon", "litre", "liter", "ton", "tonne", "share", "ounce", "pound", "kilo", "kilogram", "mile", "kilometre", "kilometer", "gram", "person", "head", "night", "bushel", "unit", "square", "acre", "hectare"])  # fmt: skip


# "Three people a year ago" is no rate.
_NO_RATE = frozenset({"ago", "earlier", "later", "before", "after", "from", "old"})
_BRACKETS = 8
# After "nm" they make nautical miles of nanometres: "62 nm SW of".
_BEARING = re.compile(
    r"\s+(?:(?:due\s+)?(?:[NS]{0,2}[EW]?|north\w*|south\w*|east|west|off|offshore)\s|from\s)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit and where it ends.

    Attributes:
        unit: Code ("km", "USD", "barrel/day").
        stop: One past the index of its last token.
        end: One past its last code point.
        joined: It is a sign or stands without a space, or is a word for percent: it belongs to the words of the number.
    """

    unit: str
    stop: int
    end: int
    joined: bool


def after(tokens: Sequence[Token], at: int, end: int, text: str) -> Measure | None:
    """Return the unit that begins at a token after a number that ends at ``end``; None when none does."""
    if at >= len(tokens) or tokens[at].span.start - end > 2:  # noqa: PLR2004 - short symbols; one space or a hyphen
        return None
    if text[end : tokens[at].span.start] == "-" or tokens[at].lower == "-":
        at += tokens[at].lower == "-"
        if at >= len(tokens):
            return None
    word, hyphen, rest = tokens[at].lower.partition("-")
    if hyphen and word in _LOWER:
        told = rest.partition("-")
        rated = f"{_LOWER[word]}/{told[2]}" if told[0] in _PER and told[2] in _RATED else _LOWER[word]
        return Measure(rated, at + 1, tokens[at].span.end, joined=False)
    for length in (3, 2, 1):
        stop = at + length
        if stop > len(tokens):
            continue
        span = text[tokens[at].span.start : tokens[stop - 1].span.end]
        unit = _named(" ".join(span.split()), text, tokens[at].span.start - end, tokens[stop - 1].span.end)
        if unit:
            close = tokens[at].span.start == end or unit == "%"
            return Measure(unit, stop, tokens[stop - 1].span.end, close)
    return None


def _named(words: str, text: str, gap: int, after: int) -> str | None:
    """Return the unit that words after a number name, where what stands round them allows it; None for none.

    Args:
        words: The words, white space evened.
        text: The report's text.
        gap: How many characters stand between the number and them.
        after: One past their last code point.
    """
    if words == "m" and gap:
        return "m"  # "2 m"; joined to the digits it is a million as often
    if words.lower() == "nm" and _BEARING.match(text, after):
        return "nmi"
    if not words[0].isalnum() and text[after : after + 1].isdigit():
        return None  # the sign of the next number: "10 $30"
    return _MEASURE.get(words) or _LOWER.get(words.lower())


def inside(rest: str) -> str | None:
    """Return the unit in the rest of a hyphened word ("-mile", "-year-old"); None when there is none."""
    word = rest.lstrip("-").partition("-")[0]
    return _LOWER.get(word)


def rate(tokens: Sequence[Token], at: int, unit: str | None) -> tuple[str, int] | None:
    """Return the unit with what it is told by ("USD/barrel"), and where that stops; None when it is no rate.

    A sum in another currency may stand between, in brackets.
    """
    at = _past_brackets(tokens, at)
    at += at < len(tokens) and tokens[at].lower == "-"
    if at >= len(tokens):
        return None
    word, hyphen, rest = tokens[at].lower.partition("-")
    if word not in _PER:
        return None
    told = (rest, at + 1) if hyphen else _told_by(tokens, at + 1)
    if told is None or (word != "per" and told[0] not in _RATED):
        return None
    following = tokens[told[1]].lower if told[1] < len(tokens) else ""
    if word != "per" and following in _NO_RATE and _LOWER.get(told[0]) in _TIME:
        return None
    return f"{unit or '1'}/{_LOWER.get(told[0], told[0])}", told[1]


def _past_brackets(tokens: Sequence[Token], at: int) -> int:
    """Return the index after brackets that open at a token; the same index when none do or they are long."""
    if at >= len(tokens) or tokens[at].lower != "(":
        return at
    for index in range(at + 1, min(at + _BRACKETS, len(tokens))):
        if tokens[index].lower == ")":
            return index + 1
    return at


def _told_by(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Return the words after "per", as many as make a unit, and where they stop."""
    if at >= len(tokens) or not tokens[at].lower[0].isalpha():
        return None
    for length in (3, 2):
        words = " ".join(token.lower for token in tokens[at : at + length])
        if words in _LOWER:
            return words, at + length
    return tokens[at].lower, at + 1


def before(text: str, start: int) -> tuple[str, int] | None:
    """Return the currency whose sign ends at ``start`` and where the sign begins; None when there is none."""
    for gap in (0, 1):
        if gap and text[start - 1 : start] not in {" ", "\u00a0"}:
            break
        for length in range(min(_LONGEST_SIGN, start - gap), 0, -1):
            first = start - gap - length
            sign = text[first : start - gap]
            letter = sign[0].isalpha() and first > 0 and text[first - 1].isalnum()
            if sign in _SIGN and not letter:
                return _SIGN[sign], first
    return None


def timed(unit: str | None) -> bool:
    """Say whether the unit measures time."""
    return unit in _TIME
