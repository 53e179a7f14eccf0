"""Numbers as they are written: digits, words, magnitudes, fractions and words for many."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportedly.lexicon import load
from reportedly.model import Token

_WORDS = load("en", "number")
_CARDINAL = {word: int(about["value"]) for word, about in _WORDS["cardinal"].items()}
_MAGNITUDE = {word: int(about["value"]) for word, about in _WORDS["magnitude"].items()}
_LETTER = {word: int(about["value"]) for word, about in _WORDS["letter"].items()}
_FRACTION = {word: int(about["value"]) for word, about in _WORDS["fraction"].items()}
_VAGUE = {word: (int(about["low"]), int(about["high"])) for word, about in _WORDS["vague"].items()}
_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

# Thousands parted by commas (also in the Indian way), or none; a longer run of digits is a code and no count.
_DIGITS = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{2,3}){0,8},[0-9]{3}|[0-9]{1,20})(?:\.[0-9]{1,12})?")
_SIGNED = re.compile(r"(?:RM|PS|US|Rs|Rp|EUR|USD|GBP|CHF|JPY)(" + _DIGITS.pattern + r")(k|m|mn|bn|b|tn)?(?!\w)")
# A minus or a qualifier joined to digits: "minus-260", "sub-7", "now-18".
_PREFIXED = re.compile(r"(minus|sub|now|pre|post|mid)-(" + _DIGITS.pattern + r")(?![\w-])")
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
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in the text.

    Attributes:
        first: Index of its first token.
        stop: One past the index of its last token.
        start: First code point.
        end: One past the last code point; inside a token when the rest of it is another word ("six-month").
        low: Its value, or the least that a word for many means.
        high: Its value, or the most that a word for many means.
        digits: It is written with digits alone.
        scaled: Magnitude words or letters multiply it ("3 million").
        fraction: It is a part of one ("two-thirds").
    """

    first: int
    stop: int
    start: int
    end: int
    low: Decimal
    high: Decimal
    digits: bool = False
    scaled: Decimal | None = None
    fraction: bool = False

    @property
    def vague(self) -> bool:
        """Say whether it names no one number."""
        return self.low != self.high

    def times(self, factor: Decimal) -> "Numeral":
        """Return it multiplied."""
        return replace(self, low=self.low * factor, high=self.high * factor, scaled=factor)


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
    if head in _VAGUE:
        return _many(tokens, at)
    if head.endswith("fold") and head[:-4] in _CARDINAL:
        value = Decimal(_CARDINAL[head[:-4]])
        return Numeral(at, at + 1, token.span.start, token.span.start + len(head) - 4, value, value)
    if head in _CARDINAL or head in {"a", "an", "half"} or head in _MAGNITUDE:
        return _spelled(tokens, at)
    return None


def _written(tokens: Sequence[Token], at: int, text: str) -> Numeral | None:
    """Read digits, with what multiplies them."""
    token = tokens[at]
    if not _DIGITS.fullmatch(token.lower):
        return None
    value = Decimal(token.lower.replace(",", ""))
    found = Numeral(at, at + 1, token.span.start, token.span.end, value, value, digits=True)
    found = _with_fraction(tokens, found, text)
    return _scaled(tokens, found)


def _glued(tokens: Sequence[Token], at: int, signed: re.Match[str]) -> Numeral | None:
    """Read digits that stand at a currency in letters, which make one word with it ("RM120,000")."""
    value = Decimal(signed[1].replace(",", ""))
    stop = _stop(tokens, at, signed.end())
    found = Numeral(at, stop, signed.start(1), signed.end(), value, value, digits=True)
    return found.times(Decimal(_LETTER[signed[2]])) if signed[2] else _scaled(tokens, found)


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
    if _next(tokens, link) == "out" and _next(tokens, link + 1) == "of":
        link += 1
    elif _next(tokens, link) != "in":
        return found
    word = _next(tokens, link + 1)
    whole = int(word) if word.isascii() and word.isdigit() and len(word) < 8 else _CARDINAL.get(word, 0)  # noqa: PLR2004 - a whole of a million has seven digits
    if whole not in _WHOLES or not 0 < found.low < whole or found.low > 10 or found.low != int(found.low):  # noqa: PLR2004 - "nine in ten"
        return found
    if _next(tokens, link + 2) in _AFTER_COUNT or (found.low > 1 and whole > 10):  # noqa: PLR2004 - as above
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
    return found


def _small(digits: str) -> bool:
    """Say whether a token can stand in a written fraction."""
    return len(digits) == 1 and digits in "123456789"


def _scaled(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """Multiply by the magnitudes that follow: "4 hundred million", "12.5m"."""
    for token in tokens[found.stop : found.stop + 2]:
        if token.span.start == found.end:
            factor = _LETTER.get(token.lower)
        else:
            factor = _MAGNITUDE.get(token.lower.partition("-")[0]) or (
                _LETTER.get(token.lower) if len(token.lower) > 1 else None
            )
            if token.span.start - found.end > 1 and factor is None:
                break
        if not factor or (token.lower == "mil" and token.span.start != found.end):
            break
        scale = (found.scaled or Decimal(1)) * factor
        found = replace(found.times(Decimal(factor)), stop=found.stop + 1, end=_head_end(token), scaled=scale)
    return found


def _head_end(token: Token) -> int:
    """Return where the first part of a hyphened word ends ("million-year-old")."""
    return token.span.start + len(token.lower.partition("-")[0])


def short(tokens: Sequence[Token], found: Numeral) -> bool:
    """Say whether it ends in a letter that may be a unit instead ("6m")."""
    return found.scaled is not None and found.digits and tokens[found.stop - 1].lower in _SHORT


def _many(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read "dozens", "tens of thousands"; "scores" only before "of"."""
    token = tokens[at]
    low, high = _VAGUE.get(token.lower, (0, 0))
    following = [one.lower for one in tokens[at + 1 : at + 3]]
    if not high or (token.lower in {"scores", "tens"} and following[:1] != ["of"]):
        return None
    if following[:1] == ["of"] and following[-1] in _VAGUE and following[-1] not in {"dozens", "scores", "tens"}:
        factor = _VAGUE[following[-1]][0]
        end = tokens[at + 2].span.end
        return Numeral(at, at + 3, token.span.start, end, Decimal(low * factor), Decimal(high * factor))
    if token.lower == "tens":
        return None
    return Numeral(at, at + 1, token.span.start, token.span.end, Decimal(low), Decimal(high))


def _several(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read "several hundred", "a few thousand", "a couple of dozen" as "hundreds", "thousands", "dozens" are read."""
    index = at + 1 + (_next(tokens, at + 1) == "of")
    vague = _VAGUE.get(_next(tokens, index) + "s") or _VAGUE.get(_next(tokens, index))
    if vague is None:
        return None
    first = at - 1 if at and tokens[at - 1].lower == "a" and tokens[at].lower in {"few", "couple"} else at
    low, high = vague
    span = tokens[first].span.start, tokens[index].span.end
    return Numeral(first, index + 1, *span, Decimal(low), Decimal(high))


@dataclass(slots=True)
class _Words:
    """A number in words as it grows word by word."""

    total: Decimal = Decimal(0)
    current: Decimal = Decimal(0)
    last: int = -1
    scale: Decimal | None = None

    def take(self, word: str) -> bool:
        """Take one more word; False when it does not go on with the number."""
        if word in _CARDINAL:
            value = _CARDINAL[word]
            tens = 20 <= self.last < 100 and 0 < value < 10  # noqa: PLR2004 - what the words of a numeral allow
            if self.last >= 0 and not (tens or self.last >= 100):  # noqa: PLR2004 - what the words of a numeral allow
                return False
            self.current += value
            self.last = value
            return True
        if word in _MAGNITUDE and self.last >= 0:
            return self._multiply(_MAGNITUDE[word])
        return False

    def _multiply(self, factor: int) -> bool:
        """Multiply what stands before by hundred, thousand, million and so on."""
        if factor < 1000:  # noqa: PLR2004 - what the words of a numeral allow
            if not self.current:
                return False
            self.current *= factor
        elif self.current:
            self.total += self.current * factor
            self.current = Decimal(0)
            self.scale = Decimal(factor)
        elif self.total:
            self.total *= factor
        else:
            return False
        self.last = factor
        return True


def _spelled(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read a number in words: "twenty-five", "a dozen", "half a million", "two-thirds", "one hundred and five"."""
    words, last = _Words(), None
    index, end, stop = at, 0, at
    first = tokens[at].lower
    if first in {"a", "an"} or (first == "half" and _next(tokens, at + 1) in {"a", "an"}):
        half = first == "half"
        index = at + (2 if half else 1)
        if _next(tokens, index) not in _MAGNITUDE:
            return _part(tokens, at)
        words.take("one")
        words.current = Decimal("0.5") if half else words.current
    while index < len(tokens) and stop - at < _LONGEST:
        word = tokens[index].lower
        if (
            word == "and"
            and last in {"hundred", "thousand"}
            and _next(tokens, index + 1).partition("-")[0] in _CARDINAL
        ):
            index += 1
            continue
        taken, length = _take(words, word)
        if not taken:
            break
        last, end, stop = taken, tokens[index].span.start + length, index + 1
        if length < len(word):
            break
        index += 1
    if stop == at:
        return _part(tokens, at)
    value = words.total + words.current
    found = Numeral(at, stop, tokens[at].span.start, end, value, value, scaled=words.scale)
    return _as_part(tokens, found) or _mixed(tokens, found)


def _next(tokens: Sequence[Token], at: int) -> str:
    """Return the word at an index; empty past the end."""
    return tokens[at].lower if at < len(tokens) else ""


def _take(words: _Words, word: str) -> tuple[str, int]:
    """Take the parts of a word that may be hyphened; return the last one taken and how much of the word that is."""
    taken, length = "", 0
    for part in word.split("-"):
        if not words.take(part):
            break
        taken, length = part, length + len(part) + (1 if length else 0)
    return taken, length


def _mixed(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """Add a half: "two and a half"."""
    after = [one.lower for one in tokens[found.stop : found.stop + 3]]
    if after == ["and", "a", "half"]:
        end = tokens[found.stop + 2].span.end
        half = Decimal("0.5")
        grown = replace(found, stop=found.stop + 3, end=end, low=found.low + half, high=found.high + half)
        return _scaled(tokens, grown) if _next(tokens, grown.stop) in _MAGNITUDE else grown
    return found


def _as_part(tokens: Sequence[Token], found: Numeral) -> Numeral | None:
    """Read "two thirds", "two-thirds", "one-half" when a denominator follows the number; None when none does."""
    head = tokens[found.stop - 1]
    rest = head.lower[found.end - head.span.start :]
    if rest.startswith("-") and rest[1:] in _FRACTION and found.low < _FRACTION[rest[1:]]:
        value = found.low / _FRACTION[rest[1:]]
        return replace(found, end=head.span.end, low=value, high=value, fraction=True)
    word = _next(tokens, found.stop)
    if (
        not rest
        and word in _FRACTION
        and (word.endswith("s") or _next(tokens, found.stop + 1) == "of")
        and 0 < found.low < _FRACTION[word]
    ):
        value = found.low / _FRACTION[word]
        return replace(
            found, stop=found.stop + 1, end=tokens[found.stop].span.end, low=value, high=value, fraction=True
        )
    return None


def _part(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read "half" and "a third of"; both mean other things as often, so the words after must be a whole."""
    word, after = tokens[at].lower, _next(tokens, at + 1)
    if word == "half":
        before = tokens[at - 1].lower if at else ""
        whole = after in {"of", "the", "all", "its", "their", "his", "her", "our", "those", "these"}
        if before in {"first", "second", "other", "better", "latter", "and", "early", "late", "each"} or not whole:
            return None
        return Numeral(
            at, at + 1, tokens[at].span.start, tokens[at].span.end, Decimal("0.5"), Decimal("0.5"), fraction=True
        )
    if word in {"a", "an"} and after in _FRACTION and _next(tokens, at + 2) == "of":
        value = Decimal(1) / _FRACTION[after]
        return Numeral(at, at + 2, tokens[at].span.start, tokens[at + 1].span.end, value, value, fraction=True)
    return None
