"""Numbers as they are written: digits, words, magnitudes, fractions and words for many."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportedly.model import Token
from reportedly.reading.numeral import CARDINAL, LETTER, MAGNITUDE, VAGUE, Numeral, following, scaled
from reportedly.reading.worded import spelled

_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

# Thousands parted by commas (also in the Indian way), or none; a longer run of digits is a code and no count.
_DIGITS = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{2,3}){0,8},[0-9]{3}|[0-9]{1,20})(?:\.[0-9]{1,12})?")
_LETTERS = "|".join(sorted(LETTER, key=len, reverse=True))
_SIGNED = re.compile(
    r"(?:RM|PS|US|Rs|Rp|EUR|USD|GBP|CHF|JPY)(" + _DIGITS.pattern + r")(" + _LETTERS + r")?(?![\w]|\.[0-9])"
)
# A minus or a qualifier joined to digits: "minus-260", "sub-7", "now-18".
_PREFIXED = re.compile(r"(minus|sub|now|pre|post|mid)-(" + _DIGITS.pattern + r")(?![\w-])")
# Fractions as they are written; "9/11" and "24/7" are none.
_WRITTEN = frozenset({"1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "1/8", "3/8", "5/8", "7/8"})
# After these the second number counts on its own: "one in 10 minutes".
_AFTER_COUNT = frozenset(
    [
        "minutes",
        "hours",
        "days",
        "weeks",
        "months",
        "years",
        "seconds",
        "percent",
        "%",
        "per",
        "million",
        "billion",
        "thousand",
    ]
)
# Wholes of "one in ten"; "one in 12 attacks" tells of a place.
_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000})
# A letter that is a unit or a part of a name as often as a magnitude: only beside a currency or a noun.
_SHORT = frozenset({"m", "b", "k"})


def numeral(tokens: Sequence[Token], at: int, text: str) -> Numeral | None:
    """Read the number that begins at a token, with the whole of which it is a part; None when none does.

    Args:
        tokens: The report's words.
        at: Index of the token.
        text: The report's text.
    """
    found = _alone(tokens, at, text)
    return _ratio(tokens, found) if found and found.scaled is None and not found.fraction else found


def _alone(tokens: Sequence[Token], at: int, text: str) -> Numeral | None:  # noqa: PLR0911 - one return for each kind of numeral
    """Read the number that begins at a token; None when none does."""
    token = tokens[at]
    if token.lower[0] in "0123456789":
        return _written(tokens, at, text)
    if token.lower[0] in "mnsp" and (prefixed := _PREFIXED.match(text, token.span.start)):
        return _prefixed(tokens, at, prefixed)
    if any(sign in "0123456789" for sign in token.lower[1:]) and (signed := _SIGNED.match(text, token.span.start)):
        return _glued(tokens, at, signed)
    if token.lower in _SIGNS:
        return Numeral(
            at, at + 1, token.span.start, token.span.end, _SIGNS[token.lower], _SIGNS[token.lower], fraction=True
        )
    if token.lower in {"several", "few", "couple", "many"} and (several := _several(tokens, at)):
        return several
    head = token.lower.partition("-")[0]
    if head in VAGUE:
        return _many(tokens, at)
    if head.endswith("fold") and head[:-4] in CARDINAL:
        value = Decimal(CARDINAL[head[:-4]])
        return Numeral(at, at + 1, token.span.start, token.span.start + len(head) - 4, value, value)
    if head in CARDINAL or head in {"a", "an", "half", "quarter"} or head in MAGNITUDE:
        return spelled(tokens, at)
    return None


def _written(tokens: Sequence[Token], at: int, text: str) -> Numeral | None:
    """Read digits, with what multiplies them."""
    token = tokens[at]
    if not _DIGITS.fullmatch(token.lower):
        return None
    value = Decimal(token.lower.replace(",", ""))
    found = Numeral(at, at + 1, token.span.start, token.span.end, value, value, digits=True)
    found = _with_fraction(tokens, found, text)
    return scaled(tokens, found)


def _glued(tokens: Sequence[Token], at: int, signed: re.Match[str]) -> Numeral | None:
    """Read digits that stand at a currency in letters, which make one word with it ("RM120,000")."""
    value = Decimal(signed[1].replace(",", ""))
    stop = _stop(tokens, at, signed.end())
    found = Numeral(at, stop, signed.start(1), signed.end(), value, value, digits=True)
    return found.times(Decimal(LETTER[signed[2]])) if signed[2] else scaled(tokens, found)


def _stop(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return the index of the first token that begins at or after a position."""
    while at < len(tokens) and tokens[at].span.start < end:
        at += 1
    return at


def _prefixed(tokens: Sequence[Token], at: int, found: re.Match[str]) -> Numeral:
    """Read digits after a minus in words, or after a word joined to them ("minus-260", "sub-7")."""
    value = Decimal(found[2].replace(",", "")) * (-1 if found[1] == "minus" else 1)
    start = found.start() if found[1] == "minus" else found.start(2)
    return Numeral(at, _stop(tokens, at, found.end()), start, found.end(), value, value, digits=True)


def _ratio(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """Read "one in ten", "2 in 3", "nine out of 10": a part of a whole; any other number stays as it is."""
    link = found.stop
    if following(tokens, link) == "out" and following(tokens, link + 1) == "of":
        link += 1
    elif following(tokens, link) != "in":
        return found
    word = following(tokens, link + 1)
    whole = int(word) if word.isascii() and word.isdigit() and len(word) < 8 else CARDINAL.get(word, 0)  # noqa: PLR2004 - a whole of a million has seven digits
    if whole not in _WHOLES or not 0 < found.low < whole or found.low > 10 or found.low != int(found.low):  # noqa: PLR2004 - "nine in ten"
        return found
    if following(tokens, link + 2) in _AFTER_COUNT or (found.low > 1 and whole > 10):  # noqa: PLR2004 - as above
        return found
    value = found.low / whole
    end = tokens[link + 1].span.end
    return replace(found, stop=link + 2, end=end, low=value, high=value, digits=False, fraction=True)


def _with_fraction(tokens: Sequence[Token], found: Numeral, text: str) -> Numeral:
    """Add a fraction in signs or digits: "5½", "5 1/2"; read "1/2" alone."""
    after = [one.lower for one in tokens[found.stop : found.stop + 3]]
    if after and after[0] in _SIGNS:
        value = found.low + _SIGNS[after[0]]
        return replace(found, stop=found.stop + 1, end=tokens[found.stop].span.end, low=value, high=value)
    if len(after) == 3 and after[1] == "/" and _small(after[0]) and _small(after[2]) and found.low == int(found.low):  # noqa: PLR2004 - what the words of a numeral allow
        last = tokens[found.stop + 2].span
        if last.end - tokens[found.stop].span.start == 3 and text[last.end : last.end + 1] != "/":  # noqa: PLR2004 - what the words of a numeral allow
            value = found.low + Decimal(after[0]) / Decimal(after[2])
            return replace(found, stop=found.stop + 3, end=last.end, low=value, high=value)
    if (
        after[:1] == ["/"]
        and text[found.start : found.end + 2] in _WRITTEN
        and text[found.end + 2 : found.end + 3] != "/"
    ):
        value = found.low / int(after[1])
        return replace(found, stop=found.stop + 2, end=found.end + 2, low=value, high=value, fraction=True)
    return found


def _small(digits: str) -> bool:
    """Say whether a token can stand in a written fraction."""
    return len(digits) == 1 and digits in "123456789"


def short(tokens: Sequence[Token], found: Numeral) -> bool:
    """Say whether it ends in a letter that may be a unit instead ("6m")."""
    return found.scaled is not None and found.digits and tokens[found.stop - 1].lower in _SHORT


def _many(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read "dozens", "tens of thousands"; "scores" only before "of"."""
    token = tokens[at]
    low, high = VAGUE.get(token.lower, (0, 0))
    behind = [one.lower for one in tokens[at + 1 : at + 3]]
    if not high or (token.lower in {"scores", "tens"} and behind[:1] != ["of"]):
        return None
    if behind[:1] == ["of"] and behind[-1] in VAGUE and behind[-1] not in {"dozens", "scores", "tens"}:
        factor = VAGUE[behind[-1]][0]
        end = tokens[at + 2].span.end
        return Numeral(at, at + 3, token.span.start, end, Decimal(low * factor), Decimal(high * factor))
    if token.lower == "tens":
        return None
    return Numeral(at, at + 1, token.span.start, token.span.end, Decimal(low), Decimal(high))


def _several(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read "several hundred", "a few thousand", "a couple of dozen" as "hundreds", "thousands", "dozens" are read."""
    index = at + 1 + (following(tokens, at + 1) == "of")
    vague = VAGUE.get(following(tokens, index) + "s") or VAGUE.get(following(tokens, index))
    if vague is None:
        return None
    first = at - 1 if at and tokens[at - 1].lower == "a" and tokens[at].lower in {"few", "couple"} else at
    low, high = vague
    span = tokens[first].span.start, tokens[index].span.end
    return Numeral(first, index + 1, *span, Decimal(low), Decimal(high))
