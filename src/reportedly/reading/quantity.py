"""Numbers and what they count: bounds, units, ranges, parts, changes, harm.

Each number is read by itself, then joined to its neighbours: two ends of a range, a part to its whole, "40 more" to what was
counted before. Numbers that count nothing (dates, names, labels, scores) are left out.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from reportedly.lexicon import load
from reportedly.model import Problem, Quantity, Report, Sentence, Span, Timex, Token
from reportedly.model.quantity import Bound
from reportedly.reading import bound as bounds
from reportedly.reading import unit as units
from reportedly.reading.counted import HARM, Phrase, harm, phrase
from reportedly.reading.label import labelled
from reportedly.reading.number import Numeral, numeral, short

_FIGURE = load("en", "figure")
_NONE = frozenset(load("en", "harm")["none"])
_CHANGE, _PROJECTION, _PART = (frozenset(_FIGURE[section]) for section in ("change", "projection", "part"))
Role = Literal["total", "part", "change"]
_TALL = frozenset("deep tall high long wide sprint race hurdles relay away apart".split())
_DASHES = frozenset("-–—‐‑")
_MORE = frozenset({"more", "others", "other", "additional", "further"})
_CLOSED = frozenset({",", ";", "(", ")", "was", "were", "had", "said", "has"})
_LOOK_BACK = 10


def quantities(report: Report) -> Iterator[Quantity | Problem]:
    """Find every stated number of things.

    Args:
        report: Needs Token, Sentence and Timex; numbers inside dates and clock times are left out, lengths of time are not.

    Yields:
        A Quantity for each number that counts or measures something, in text order, spans disjoint; a Problem
        ``quantity-unbounded`` for words that multiply and name no number ("several hundred").
    """
    yield from _Pass(report).marks()


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number with what stands at its sides, before it is joined to its neighbours."""

    numeral: Numeral
    start: int
    end: int
    first: int
    stop: int
    unit: str | None
    bound: Bound
    low: Decimal | None
    high: Decimal | None


@dataclass(slots=True)
class _Pass:
    """One pass over a report's words, with the quantities found so far in the sentence."""

    report: Report
    text: str = ""
    tokens: tuple[Token, ...] = ()
    starts: list[int] = field(default_factory=list)
    skipped: list[tuple[int, int]] = field(default_factory=list)
    before: list[tuple[Quantity, int]] = field(default_factory=list)
    sentence: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        """Take the layers that the pass reads."""
        self.text, self.tokens = self.report.text, self.report.of(Token)
        self.starts = [sentence.span.start for sentence in self.report.of(Sentence)]
        times = (one for one in self.report.of(Timex) if one.type != "DURATION")
        self.skipped = [(one.span.start, one.span.end) for one in times]

    def marks(self) -> Iterator[Quantity | Problem]:
        """Yield the quantities and the problems."""
        at, time = 0, 0
        while at < len(self.tokens):
            start = self.tokens[at].span.start
            while time < len(self.skipped) and self.skipped[time][1] <= start:
                time += 1
            if time < len(self.skipped) and self.skipped[time][0] <= start:
                at += 1
                continue
            self._enter(at, start)
            found, after = self._at(at)
            if found is not None:
                yield found
            at = max(after, at + 1)

    def _enter(self, at: int, start: int) -> None:
        """Move on to the sentence that holds a token."""
        if at < self.sentence[1]:
            return
        following = bisect_right(self.starts, start)
        end = self.starts[following] if following < len(self.starts) else len(self.text) + 1
        stop = at
        while stop < len(self.tokens) and self.tokens[stop].span.start < end:
            stop += 1
        self.sentence = (at, stop)
        self.before = self.before[-1:]

    def _at(self, at: int) -> tuple[Quantity | Problem | None, int]:
        """Return what begins at a token, and where to go on."""
        word = self.tokens[at].lower
        if word in {"all", "every", "no", "none", "several"}:
            return self._word(at, word)
        found = numeral(self.tokens, at, self.text)
        if found is None:
            return None, at + 1
        if labelled(self.tokens, found, self.text, self.sentence[0]):
            return None, found.stop
        return self._quantity(found)

    def _word(self, at: int, word: str) -> tuple[Quantity | Problem | None, int]:
        """Read "all but one", "no casualties", "several hundred"."""
        following = [token.lower for token in self.tokens[at + 1 : min(at + 5, self.sentence[1])]]
        span = self.tokens[at].span
        if word == "several":
            if following[:1] and following[0] in {"hundred", "thousand", "dozen", "million"}:
                whole = Span(span.start, self.tokens[at + 1].span.end)
                return Problem("quantity-unbounded", f"no number in {whole.cut(self.text)!r}", whole), at + 2
            return None, at + 1
        if word in {"no", "none"}:
            if not following or not any(one in _NONE for one in following[:3]):
                return None, at + 1
            named = phrase(self.tokens, at + 1, self.sentence[1], self.text)
            zero = Decimal(0)
            return self._kept(Quantity(span, zero, zero, counted=self._said(named)), at + 1), at + 1
        return self._exception(at)

    def _exception(self, at: int) -> tuple[Quantity | None, int]:
        """Read "all but one of the crew", "all members of the unit, except one"."""
        limit = min(at + 12, self.sentence[1])
        for index in range(at + 1, limit):
            word = self.tokens[index].lower
            joined = word in {"but", "except", "bar", "save"} or (
                word == "apart" and self.tokens[index + 1 : index + 2]
            )
            if not joined:
                continue
            past = index + 1 + (index + 1 < limit and self.tokens[index + 1].lower in {"for", "from"})
            left = numeral(self.tokens, past, self.text) if past < limit else None
            if left is None or left.vague:
                return None, at + 1
            adjacent = index == at + 1
            end = left.end if adjacent else self.tokens[at].span.end
            named = phrase(self.tokens, left.stop if adjacent else at + 1, self.sentence[1], self.text)
            words = self._said(named)
            span = Span(self.tokens[at].span.start, end)
            made = Quantity(span, None, None, counted=words, exception=True, excepted=left.low)
            return self._kept(made, left.stop), left.stop
        return None, at + 1

    def _quantity(self, found: Numeral) -> tuple[Quantity | None, int]:
        """Return the quantity of a number that counts, and where to go on."""
        figure = self._ranged(self._figure(found))
        if figure is None:
            return None, found.stop
        named = self._named(figure)
        if figure.unit is None and not self._counts(figure, named):
            return None, figure.stop
        made = self._made(figure, named)
        return self._kept(made, named.stop if named else figure.stop), figure.stop

    def _figure(self, found: Numeral) -> _Figure:
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
        if (
            self.text[start - 1 : start] == "-"
            and unit in {"%", "Cel", "degF", "deg"}
            and not self.text[start - 2 : start - 1].isalnum()
        ):
            found = Numeral(found.first, found.stop, found.start - 1, found.end, -found.high, -found.low)
            start -= 1
        first = found.first
        while first > self.sentence[0] and self.tokens[first].span.start > start:
            first -= 1
        return self._bounded(found, _Figure(found, start, end, first, stop, unit, "=", found.low, found.high))

    def _is_unit(self, found: Numeral) -> bool:
        """Say whether a short letter after digits is metres ("6m deep")."""
        if self.tokens[found.stop - 1].lower != "m" or units.before(self.text, found.start):
            return False
        return found.stop < len(self.tokens) and self.tokens[found.stop].lower in _TALL

    def _bounded(self, found: Numeral, figure: _Figure) -> _Figure:
        """Return the figure with its bound words taken in."""
        start, end, stop, first = figure.start, figure.end, figure.stop, figure.first
        bound: Bound = "-" if found.vague else "="
        word = bounds.before(self.tokens, first)
        if word and word[1] >= self.sentence[0]:
            kind, first = word
            start = self.tokens[first].span.start
            bound = bound if found.vague else kind
        behind = bounds.after(self.tokens, stop)
        if behind and not word:
            bound, stop = behind[0], behind[1]
            end = self.tokens[stop - 1].span.end
        elif self.text[end : end + 1] == "+" and not word:
            bound, end = ">", end + 1
        low, high = found.low, found.high
        return _Figure(
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

    def _ranged(self, left: _Figure) -> _Figure | None:
        """Join the second end of a range; None for a score."""
        at = left.stop
        if at + 1 >= self.sentence[1] or left.numeral.vague:
            return left
        link = self.tokens[at].lower
        dash = link in _DASHES
        if not dash and link not in {"to", "and", "or"}:
            return left
        right_first = at + 1
        while (
            right_first < self.sentence[1] and not self.tokens[right_first].lower[0].isalnum() and right_first < at + 3
        ):
            right_first += 1
        found = (
            numeral(self.tokens, self._past_sign(right_first), self.text) if right_first < len(self.tokens) else None
        )
        if (
            found is None
            or found.vague
            or found.stop > self.sentence[1]
            or labelled(self.tokens, found, self.text, self.sentence[0], joined=True)
        ):
            return left
        right = self._figure(found)
        if dash and self._score(left, right):
            return None
        return self._joined(left, right, link)

    def _past_sign(self, at: int) -> int:
        """Return the index of the number after a currency in letters ("US$171 million")."""
        while (
            at + 1 < len(self.tokens)
            and units.before(self.text, self.tokens[at + 1].span.start)
            and not self.tokens[at].lower[0].isdigit()
        ):
            at += 1
        return min(at, len(self.tokens) - 1)

    def _score(self, left: _Figure, right: _Figure) -> bool:
        """Say whether two small numbers with a hyphen are a score or a vote."""
        small = left.numeral.low < 150 and right.numeral.low < 150 and left.unit is None and right.unit is None  # noqa: PLR2004 - basketball
        following = self.tokens[right.stop].lower if right.stop < len(self.tokens) else ""
        return small and (right.numeral.low <= left.numeral.low or following in _FIGURE["score"])

    def _joined(self, left: _Figure, right: _Figure, link: str) -> _Figure:
        """Return one figure for both ends, or the left one alone when they are two."""
        words = [token.lower for token in self.tokens[max(self.sentence[0], left.first - 3) : left.first]]
        opened = words[-1] if words else ""
        if link == "and" and opened != "between":
            return left
        unit = right.unit or left.unit
        if left.unit and left.unit != unit:
            return left
        if link == "to":
            moved = opened == "from" and any(word in _CHANGE for word in words)
            alone = left.unit is not None and right.unit is None and opened not in {"from", "between"}
            if moved or alone or right.start != self._start_of(right):
                return left
        low, high = left.numeral.low, right.numeral.low
        scale = right.numeral.scaled
        if scale and not left.numeral.scaled and low < high and low <= right.numeral.low / scale:
            low *= scale
        if link == "or" and not (low < high <= low + 1 or left.unit == right.unit is not None):
            return left
        if high < low and opened not in {"from", "between"}:
            return left
        low, high = min(low, high), max(low, high)
        return _Figure(left.numeral, left.start, right.end, left.first, right.stop, unit, "-", low, high)

    def _start_of(self, right: _Figure) -> int:
        """Return where a figure begins without bound words."""
        return min(right.start, right.numeral.start)

    def _named(self, figure: _Figure) -> Phrase | None:
        """Return the noun phrase that the figure counts; None when there is none."""
        last = self.tokens[figure.numeral.stop - 1]
        if figure.numeral.end < last.span.end and figure.stop == figure.numeral.stop:
            return Phrase(figure.stop - 1, figure.stop, figure.stop - 1)
        at = figure.stop
        if at < self.sentence[1] and self.tokens[at].lower in _MORE:
            at += 1
        if at < self.sentence[1] and self.tokens[at].lower == "-":
            at += 1
        if figure.unit and (at >= self.sentence[1] or self.tokens[at].lower != "of"):
            return None
        return phrase(self.tokens, at, self.sentence[1], self.text)

    def _counts(self, figure: _Figure, named: Phrase | None) -> bool:
        """Say whether a number without a unit counts something here."""
        found = figure.numeral
        if found.low == 1 and not found.digits and found.stop - found.first == 1:
            return self._one(figure, named)
        before = self.tokens[figure.first - 1].lower if figure.first > self.sentence[0] else ""
        if named is None and not found.digits and before in {"the", "these", "those", "all"}:
            return False  # "the two agreed": a pronoun
        if found.fraction or found.vague or found.scaled or figure.bound != "=":
            return True
        return named is not None or not found.digits or self._stands(figure)

    def _one(self, figure: _Figure, named: Phrase | None) -> bool:
        """Say whether "one" is a number and no pronoun."""
        if figure.numeral.end < self.tokens[figure.numeral.stop - 1].span.end:
            return False
        before = self.tokens[figure.first - 1].lower if figure.first > self.sentence[0] else ""
        if (
            before in {"no", "another", "this", "that", "the", "any", "each", "every", "which", "some", "day"}
            or named is None
        ):
            return False
        following = self.tokens[figure.stop].lower if figure.stop < len(self.tokens) else ""
        return following not in {"day", "another", "-"}

    def _stands(self, figure: _Figure) -> bool:
        """Say whether bare digits stand where a number does: after a verb or preposition, or with thousands parted."""
        return "," in self.text[figure.start : figure.end] or figure.first > self.sentence[0]

    def _made(self, figure: _Figure, named: Phrase | None) -> Quantity:
        """Return the quantity of a figure."""
        unit, stop = figure.unit, figure.stop
        rated = units.rate(self.tokens, named.stop if named and unit is None else stop, unit)
        if rated and unit:
            unit, stop = rated
        words = self._said(named)
        whole = named.stop if named else stop
        befell = harm(self.tokens, figure.first, whole, self.sentence) if unit is None else None
        previous = self._previous(figure)
        if words is None and unit is None:
            words = previous.counted if previous else self._last_counted()
        part_of = self._whole(figure)
        if befell is None and unit is None and previous:
            befell = previous.harm
        role: Role = "part" if part_of else "change" if self._changes(figure, previous) else "total"
        return Quantity(
            Span(figure.start, figure.end), figure.low, figure.high, figure.bound, unit, words, part_of,
            role=role, projection=self._projected(figure), harm=befell,
        )  # fmt: skip

    def _previous(self, figure: _Figure) -> Quantity | None:
        """Return the quantity to which this one is joined by "and", "or" or a comma; None when to none."""
        if not self.before or self.before[-1][1] < self.sentence[0]:
            return None
        last, stop = self.before[-1]
        between = [one.lower for one in self.tokens[stop : figure.first] if one.lower not in HARM]
        return (
            last
            if between and len(between) <= 3 and set(between) <= {"and", ",", "or", "as", "well", "then", "to"}
            else None
        )  # noqa: PLR2004, E501 - as well as

    def _last_counted(self) -> str | None:
        """Return what the last count counted."""
        last = self.before[-1][0] if self.before else None
        return last.counted if last and last.unit is None else None

    def _whole(self, figure: _Figure) -> Span | None:
        """Return the span of the quantity of which this one is a part; None when of none."""
        counts = [(one, stop) for one, stop in self.before if one.unit is None and stop > self.sentence[0]]
        if not counts or figure.unit:
            return None
        last, _ = counts[-1]
        first = figure.first - 1
        if first >= self.sentence[0] and self.tokens[first].lower in _PART:
            return last.span
        return last.part_of if last.part_of and self._previous(figure) else None

    def _changes(self, figure: _Figure, previous: Quantity | None) -> bool:
        """Say whether the number is a rise or fall by so much rather than a level."""
        near = [token.lower for token in self.tokens[max(self.sentence[0], figure.first - 2) : figure.first]]
        if near and (near[-1] in _CHANGE or (near[-1] == "by" and near[0] in _CHANGE)):
            return True
        following = self.tokens[figure.stop].lower if figure.stop < self.sentence[1] else ""
        joined = previous is not None and previous.role == "change" and near[-1:] == ["or"]
        return joined or (figure.unit is not None and following in _CHANGE and near[-1:] not in (["to"], ["at"]))

    def _projected(self, figure: _Figure) -> bool:
        """Say whether a word before the number tells a forecast."""
        for token in reversed(self.tokens[max(self.sentence[0], figure.first - _LOOK_BACK) : figure.first]):
            if token.lower in _PROJECTION:
                return True
            if token.lower in _CLOSED:
                return False
        return False

    def _said(self, named: Phrase | None) -> str | None:
        """Return the words of what is counted; None when nothing is."""
        return named.words(self.tokens, self.text) if named else None

    def _kept(self, made: Quantity, stop: int) -> Quantity:
        """Remember a quantity for those that hang on it."""
        self.before = [*self.before[-3:], (made, stop)]
        return made
