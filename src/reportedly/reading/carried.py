"""What a number takes from those before it in its sentence, or leaves to share: a noun, a unit."""

from collections.abc import Sequence
from decimal import Decimal

from reportedly.model import Quantity, Token
from reportedly.reading import unit as units
from reportedly.reading.counted import HARM, Phrase, phrase, plural
from reportedly.reading.number import numeral

# Words that may stand between two numbers that share a noun, and how many.
_LINKS = frozenset({"and", "or", ",", "to", "plus"})
_MOST = 3
# Words between two numbers of one unit.
_AHEAD = frozenset({"or", "to", "up", "down"})
# What prices are told in where a bare number is a price too.
_COINS = frozenset({"cent", "penny"})
# Nouns before "of" and what is numbered, and how far behind the number may stand.
_TALLIES = frozenset({"number", "numbers", "total", "tally", "count", "strength"})
_NUMBERED = 14
# Larger numbers say their unit, or count something.
_LARGE = 1000
# A number of a length of time gives its unit to no other.
_ENDS = frozenset(
    {".", ",", ";", ")", "(", "?", "!", "in", "last", "this", "for", "at", "from", "on", "to", "and", "but", "a"}
)


def unit(before: Sequence[Quantity], number: Decimal, following: str) -> str | None:
    """Return the unit that a bare number takes from the measure before it ("rose 2 percent but fell by 1"); None for none.

    Args:
        before: The quantities of the same sentence, in text order.
        number: The number.
        following: The word after the number; empty at the sentence's end.
    """
    if not before or (following and following not in _ENDS):
        return None
    last = before[-1].unit
    if last is None or units.timed(last) or (last in units.CURRENCIES and last not in _COINS) or last.startswith("1/"):
        return None
    return last if abs(number) < _LARGE else None


def unit_ahead(tokens: Sequence[Token], at: int, limit: int, text: str) -> str | None:
    """Return the unit that a bare number shares with the next one ("a 7- or 8-inch screen"); None when it does not.

    Args:
        tokens: The report's words.
        at: Index of the token after the number.
        limit: One past the index of the last token that may belong.
        text: The report's text.
    """
    at += at < limit and tokens[at].lower == "-"
    if at + 1 >= limit or tokens[at].lower not in _AHEAD:
        return None
    found = numeral(tokens, at + 1, text)
    if found is None or found.stop > limit:
        return None
    rest = tokens[found.stop - 1]
    if found.end < rest.span.end:
        return units.inside(text[found.end : rest.span.end].lower())
    measure = units.after(tokens, found.stop, found.end, text)
    return measure.unit if measure and measure.stop <= limit else None


def noun(before: Sequence[Quantity], *, many: bool = False) -> str | None:
    """Return what the last count before counted, the last whole one before a part of it; None when it counted nothing.

    Args:
        before: Quantities before, in text order.
        many: Only what is told in the plural counts.
    """
    counts = [one for one in before if one.unit is None]
    if many:
        counts = [one for one in counts if one.counted and plural(one.counted.split(" of ")[0].split()[-1].lower())]
    wholes = [one for one in counts if one.role != "part"]
    return next((one.counted for one in reversed(wholes or counts)), None)


def numbered(tokens: Sequence[Token], first: int, start: int, text: str) -> str | None:
    """Return what "the number of attackers at between eight and ten" counts, where a number stands behind; None for nothing.

    Args:
        tokens: The report's words.
        first: Index of the number's first token, bound words included.
        start: Index of the sentence's first token.
        text: The report's text.
    """
    for at in range(first - 2, max(start, first - _NUMBERED) - 1, -1):
        if tokens[at].lower[0].isdigit() or tokens[at].lower in {";", "“", "”"}:
            return None
        if tokens[at].lower in _TALLIES and tokens[at + 1].lower == "of":
            found = phrase(tokens, at + 1, first, text)
            if found is None and at + 2 < first and tokens[at + 2].lower in HARM:
                return tokens[at + 2].lower  # "the number of dead"
            return found.words(tokens, text) if found else None
    return None


def shared(tokens: Sequence[Token], found: Phrase, limit: int, text: str) -> str | None:
    """Return the words counted where a second number shares its noun ("two British and two American hostages").

    Args:
        tokens: The report's words.
        found: Words after the first number, without a noun in the plural.
        limit: One past the index of the last token that may belong.
        text: The report's text.
    """
    if (
        plural(tokens[found.head].lower)
        or tokens[found.head].lower == "s"
        or found.stop + 2 >= limit
        or tokens[found.stop].lower not in _LINKS
    ):
        return None
    at = found.stop + 1
    at += tokens[at].lower == "and"
    if at >= limit or numeral(tokens, at, text) is None:
        return None
    for index in range(at + 1, min(at + 2 + _MOST, limit)):
        word = tokens[index].lower
        if not word[0].isalpha() or word in _LINKS:
            return None
        if plural(word):
            return f"{found.words(tokens, text)} {tokens[index].span.cut(text)}"
    return None
