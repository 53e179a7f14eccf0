"""A number with what stands at its sides: currency, unit, bound words, and the other end of a range."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportedly.lexicon import load
from reportedly.model import Token
from reportedly.model.quantity import Bound
from reportedly.reading import bound as bounds
from reportedly.reading import pound
from reportedly.reading import unit as units
from reportedly.reading.label import labelled
from reportedly.reading.number import numeral, short
from reportedly.reading.numeral import MAGNITUDE, Numeral

_FIGURE = load("en", "figure")
_CHANGE, _SCORE = frozenset(_FIGURE["change"]), frozenset(_FIGURE["score"])
_TALL = frozenset({"deep", "tall", "high", "long", "wide", "sprint", "race", "hurdles", "relay", "away", "apart"})
# Words before a number within which a verb of change makes "from … to" a move between two levels.
_NEAR = 6
# "sub-7 nanometre chips"
_SUB = "sub-"
_COINS = frozenset({"cent", "penny"})
_HUNDRED = 100
_BELOW_ZERO = frozenset({"%", "Cel", "degF", "deg"})
_DASHES = frozenset("-–—‐‑")
_THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what stands at its sides, before it is joined to its neighbours.

    Attributes:
        numeral: The number; the first one of a range.
        start: First code point, bound words included.
        end: One past the last code point.
        first: Index of its first token.
        next: Index of the token after it and its unit.
        unit: Unit or currency; None for a bare number.
        bound: How the words bound it.
        low: Least number the words allow; None when unbounded below.
        high: Greatest number the words allow; None when unbounded above.
    """

    numeral: Numeral
    start: int
    end: int
    first: int
    next: int
    unit: str | None
    bound: Bound
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words of one sentence.

    Attributes:
        tokens: The report's words, all of them.
        text: The report's text.
        first: Index of the sentence's first token.
        stop: One past the index of its last.
    """

    tokens: Sequence[Token]
    text: str
    first: int
    stop: int

    def amount(self, found: Numeral) -> tuple[Amount, int]:
        """Return a number with its sides and the other end of its range; and where a score stops, 0 when it is none."""
        figure = self._figure(found)
        return self._ranged(self._with_coins(figure) or figure)

    def _figure(self, found: Numeral) -> Amount:
        """Return a number with its sign, unit and bound."""
        start, end, stop, unit = found.start, found.end, found.stop, None
        rest = self.tokens[found.stop - 1]
        if short(self.tokens, found) and self._is_unit(found):
            found = Numeral(found.first, found.stop, found.start, found.end, found.low / 1000000, found.high / 1000000)
            unit = "m"
        sign = units.before(self.text, start)
        if sign:
            unit, start = sign
        elif end < rest.span.end:
            unit = units.inside(self.text[end : rest.span.end].lower())
        elif unit is None:
            measure = units.after(self.tokens, stop, end, self.text)
            if measure:
                unit, stop = measure.unit, measure.stop
                end = measure.end if measure.joined else end
                found, stop = self._scaled_behind(found, unit, stop)
        if unit == "GBP" and not sign and pound.weighed(self.tokens, found.first, stop, scaled=bool(found.scaled)):
            unit = "lb"
        if unit in _BELOW_ZERO and found.first > self.first and self.tokens[found.first - 1].lower == "minus":
            start = self.tokens[found.first - 1].span.start
            found = Numeral(found.first - 1, found.stop, start, found.end, -found.high, -found.low)
        if (
            self.text[start - 1 : start] == "-"
            and unit in _BELOW_ZERO
            and not self.text[start - 2 : start - 1].isalnum()
        ):
            found = Numeral(found.first, found.stop, found.start - 1, found.end, -found.high, -found.low)
            start -= 1
        first = found.first
        while first > self.first and self.tokens[first].span.start > start:
            first -= 1
        return self._bounded(found, Amount(found, start, end, first, stop, unit, "=", found.low, found.high))

    def _scaled_behind(self, found: Numeral, unit: str, stop: int) -> tuple[Numeral, int]:
        """Return a sum whose magnitude stands behind its currency multiplied ("75 USD million"), and where that stops."""
        factor = MAGNITUDE.get(self.tokens[stop].lower) if stop < self.stop and unit in units.CURRENCIES else None
        return (found.times(Decimal(factor)), stop + 1) if factor and found.scaled is None else (found, stop)

    def _is_unit(self, found: Numeral) -> bool:
        """Say whether a short letter after digits is metres ("6m deep")."""
        if self.tokens[found.stop - 1].lower != "m" or units.before(self.text, found.start):
            return False
        return found.stop < len(self.tokens) and self.tokens[found.stop].lower in _TALL

    def _bounded(self, found: Numeral, figure: Amount) -> Amount:
        """Return the figure with its bound words taken in."""
        start, end, stop, first = figure.start, figure.end, figure.next, figure.first
        bound: Bound = "-" if found.vague else "="
        word = bounds.before(self.tokens, first)
        if word and word[1] >= self.first:
            kind, first = word
            start = self.tokens[first].span.start
            bound = bound if found.vague else kind
        behind = bounds.after(self.tokens, stop)
        if behind and not word:
            bound, stop = behind[0], behind[1]
            end = self.tokens[stop - 1].span.end
        elif self.text[end : end + 1] == "+" and not word:
            bound, end = ">", end + 1
        if bound == "=" and not word:
            below = self.text[max(0, start - len(_SUB)) : start].lower() == _SUB
            bound = "<" if below else bounds.apart(self.tokens, first) or bound
        low, high = found.low, found.high
        return Amount(
            found,
            start,
            end,
            first,
            stop,
            figure.unit,
            bound,
            None if bound == "<" else low,
            None if bound == ">" else high,
        )

    def _with_coins(self, whole: Amount) -> Amount | None:
        """Return a sum with the hundredths told behind it ("3 dollars and 50 cents"); None when none are."""
        if whole.unit not in units.CURRENCIES or whole.unit in _COINS or whole.numeral.vague:
            return None
        at = whole.next + (whole.next < self.stop and self.tokens[whole.next].lower == "and")
        found = numeral(self.tokens, at, self.text) if at < self.stop else None
        if found is None or found.vague or not 0 < found.high < _HUNDRED:
            return None
        coins = self._figure(found)
        if coins.unit not in _COINS or coins.bound != "=":
            return None
        part = found.high / _HUNDRED
        low, high = (None if one is None else one + part for one in (whole.low, whole.high))
        return replace(whole, end=coins.end, next=coins.next, low=low, high=high)

    def _ranged(self, left: Amount) -> tuple[Amount, int]:
        """Join the second end of a range; for a score, return where it stops instead of 0."""
        at = left.next
        if at + 1 >= self.stop or left.numeral.vague:
            return left, 0
        link = self.tokens[at].lower
        dash = link in _DASHES
        if not dash and link not in {"to", "and", "or"}:
            return left, 0
        right_first = at + 1
        while right_first < self.stop and not self.tokens[right_first].lower[0].isalnum() and right_first < at + 3:
            right_first += 1
        found = (
            numeral(self.tokens, self._past_sign(right_first), self.text) if right_first < len(self.tokens) else None
        )
        if (
            found is None
            or found.vague
            or found.stop > self.stop
            or labelled(self.tokens, found, self.text, self.first, joined=True)
        ):
            return left, 0
        right = self._figure(found)
        if dash and self._score(left, right):
            return left, right.next
        return self._joined(left, right, link), 0

    def _past_sign(self, at: int) -> int:
        """Return the index of the number after a currency in letters ("US$171 million")."""
        while (
            at + 1 < len(self.tokens)
            and units.before(self.text, self.tokens[at + 1].span.start)
            and not self.tokens[at].lower[0].isdigit()
        ):
            at += 1
        return min(at, len(self.tokens) - 1)

    def _score(self, left: Amount, right: Amount) -> bool:
        """Say whether two small numbers with a hyphen are a score or a vote."""
        small = left.numeral.low < 150 and right.numeral.low < 150 and left.unit is None and right.unit is None  # noqa: PLR2004 - no basketball team scores more
        following = self.tokens[right.next].lower if right.next < len(self.tokens) else ""
        return small and (right.numeral.low <= left.numeral.low or following in _SCORE)

    def _joined(self, left: Amount, right: Amount, link: str) -> Amount:
        """Return one figure for both ends, or the left one alone when they are two."""
        words = [token.lower for token in self.tokens[max(self.first, left.first - _NEAR) : left.first]]
        opened = words[-1] if words else ""
        if link == "and" and opened != "between":
            return left
        unit = right.unit or left.unit
        if left.unit and left.unit != unit:
            return left
        if link == "to":
            moved = opened == "by" or (opened == "from" and any(word in _CHANGE for word in words))
            alone = left.unit is not None and right.unit is None and opened not in {"from", "between"}
            if moved or alone or right.start != self._start_of(right):
                return left
        low, high = left.numeral.low, right.numeral.low
        scale = right.numeral.scaled or (_THOUSAND if link in _DASHES and self._elided(left, right) else None)
        if scale and not left.numeral.scaled and low < high and low <= right.numeral.low / scale:
            low *= scale
        if link == "or" and not (low < high <= low + 1 or left.unit == right.unit is not None):
            return left
        if high <= low:
            return left
        return Amount(left.numeral, left.start, right.end, left.first, right.next, unit, "-", low, high)

    def _elided(self, left: Amount, right: Amount) -> bool:
        """Say whether the first end of a range leaves out the thousands that the second one has ("3-4,000")."""
        first, second = (self.text[one.numeral.start : one.numeral.end] for one in (left, right))
        return first.isdigit() and second.count(",") == 1

    def _start_of(self, right: Amount) -> int:
        """Return where a figure begins without bound words."""
        return min(right.start, right.numeral.start)
