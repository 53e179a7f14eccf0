"""Numbers written in words: "twenty-five", "half a million", "two-thirds", "one hundred and five"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportedly.model import Token
from reportedly.reading.numeral import CARDINAL, FRACTION, MAGNITUDE, Numeral, following, scaled

_LONGEST = 24
# Units that are told in halves; "half a day" and the like are times.
_MEASURES = frozenset(
    [
        "mile",
        "kilometre",
        "kilometer",
        "metre",
        "meter",
        "inch",
        "foot",
        "acre",
        "hectare",
        "ton",
        "tonne",
        "pound",
        "kilo",
        "kilogram",
        "gram",
        "litre",
        "liter",
        "gallon",
        "pint",
        "percent",
        "percentage",
        "per",
    ]
)
_SHARES = {"a": Decimal(1), "an": Decimal(1), "half": Decimal("0.5"), "quarter": Decimal("0.25")}


@dataclass(slots=True)
class _Words:
    """A number in words as it grows word by word."""

    total: Decimal = Decimal(0)
    current: Decimal = Decimal(0)
    last: int = -1
    scale: Decimal | None = None

    def take(self, word: str) -> bool:
        """Take one more word; False when it does not go on with the number."""
        if word in CARDINAL:
            value = CARDINAL[word]
            tens = 20 <= self.last < 100 and 0 < value < 10  # noqa: PLR2004 - what the words of a numeral allow
            if self.last >= 0 and not (tens or self.last >= 100):  # noqa: PLR2004 - what the words of a numeral allow
                return False
            self.current += value
            self.last = value
            return True
        if word in MAGNITUDE and self.last >= 0:
            return self._multiply(MAGNITUDE[word])
        return False

    def _multiply(self, factor: int) -> bool:
        """Multiply what stands before by hundred, thousand, million and so on."""
        if factor < 1000:  # noqa: PLR2004 - what the words of a numeral allow
            if not self.current:
                return False
            self.current *= factor
            self.scale = Decimal(factor)
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


def spelled(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read a number in words: "twenty-five", "a dozen", "half a million", "two-thirds", "one hundred and five"."""
    words, last = _Words(), None
    index, end, stop = at, 0, at
    first = tokens[at].lower
    if first in {"a", "an", "half", "quarter"}:
        index, share = _share(tokens, at)
        if following(tokens, index) not in MAGNITUDE:
            return _part(tokens, at) or _half_unit(tokens, at)
        words.take("one")
        words.current = share
    while index < len(tokens) and stop - at < _LONGEST:
        word = tokens[index].lower
        if (
            word == "and"
            and last in {"hundred", "thousand"}
            and following(tokens, index + 1).partition("-")[0] in CARDINAL
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


def _share(tokens: Sequence[Token], at: int) -> tuple[int, Decimal]:
    """Read "a", "half", "half a", "quarter", "a quarter" before a magnitude: where that stands, and how much of it."""
    index, share = at, Decimal(1)
    while index < at + 2 and (word := following(tokens, index)) in _SHARES:
        share, index = share * _SHARES[word], index + 1
    return index, share


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
        return scaled(tokens, grown) if following(tokens, grown.stop) in MAGNITUDE else grown
    return found


def _as_part(tokens: Sequence[Token], found: Numeral) -> Numeral | None:
    """Read "two thirds", "two-thirds", "one-half" when a denominator follows the number; None when none does."""
    head = tokens[found.stop - 1]
    rest = head.lower[found.end - head.span.start :]
    if rest.startswith("-") and rest[1:] in FRACTION and found.low < FRACTION[rest[1:]]:
        value = found.low / FRACTION[rest[1:]]
        return replace(found, end=head.span.end, low=value, high=value, fraction=True)
    word = following(tokens, found.stop)
    if (
        not rest
        and word in FRACTION
        and (word.endswith("s") or following(tokens, found.stop + 1) == "of")
        and 0 < found.low < FRACTION[word]
    ):
        value = found.low / FRACTION[word]
        return replace(
            found, stop=found.stop + 1, end=tokens[found.stop].span.end, low=value, high=value, fraction=True
        )
    return None


def _half_unit(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read "half a" before a unit: "half a mile"."""
    halved = following(tokens, at) == "half" and following(tokens, at + 1) in {"a", "an"}
    if not halved or following(tokens, at + 2) not in _MEASURES:
        return None
    value = Decimal("0.5")
    return Numeral(at, at + 2, tokens[at].span.start, tokens[at + 1].span.end, value, value)


def _part(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read "half" and "a third of"; both mean other things as often, so the words after must be a whole."""
    word, after = tokens[at].lower, following(tokens, at + 1)
    if word == "half":
        before = tokens[at - 1].lower if at else ""
        whole = after in {"of", "the", "all", "its", "their", "his", "her", "our", "those", "these"}
        if before in {"first", "second", "other", "better", "latter", "and", "early", "late", "each"} or not whole:
            return None
        return Numeral(
            at, at + 1, tokens[at].span.start, tokens[at].span.end, Decimal("0.5"), Decimal("0.5"), fraction=True
        )
    if word in {"a", "an"} and after in FRACTION and following(tokens, at + 2) == "of":
        value = Decimal(1) / FRACTION[after]
        return Numeral(at, at + 2, tokens[at].span.start, tokens[at + 1].span.end, value, value, fraction=True)
    return None
