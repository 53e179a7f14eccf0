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
from reportedly.reading import age, carried, nothing
from reportedly.reading import unit as units
from reportedly.reading.amount import Amount, Stretch
from reportedly.reading.counted import HARM, Phrase, harm, phrase, plural
from reportedly.reading.exception import exemption
from reportedly.reading.label import labelled
from reportedly.reading.number import numeral
from reportedly.reading.numeral import Numeral

_FIGURE = load("en", "figure")
_CHANGE, _PROJECTION, _PART = (frozenset(_FIGURE[section]) for section in ("change", "projection", "part"))
# Words for many or few that name no number.
_MANY = frozenset({"several", "many", "numerous", "countless", "few", "some"})
Role = Literal["total", "part", "change"]
_MORE = frozenset({"more", "others", "other", "additional", "further"})
_CLOSED = frozenset({",", ";", "(", ")", "was", "were", "had", "said", "has"})
_LOOK_BACK = 10


def quantities(report: Report) -> Iterator[Quantity | Problem]:
    """Find every stated number of things.

    Args:
        report: Needs Token, Sentence and Timex; numbers inside dates and clock times are left out, lengths of time are not.

    Yields:
        A Quantity for each number that counts or measures something, in text order, spans disjoint; a Problem
        ``quantity-unbounded`` for words that name no number where those they count came to harm ("several people died").
    """
    yield from _Pass(report).marks()


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
        times = (one for one in self.report.of(Timex) if one.type in {"DATE", "TIME"})
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
        if word in {"all", "every"}:
            return self._exception(at)
        if word in nothing.WORDS and (none := self._none(at)):
            return none
        found = numeral(self.tokens, at, self.text)
        if found is None:
            return (self._unbounded(at) if word in _MANY else None), at + 1
        if labelled(self.tokens, found, self.text, self.sentence[0]):
            return None, found.stop
        return self._quantity(found)

    def _none(self, at: int) -> tuple[Quantity, int] | None:
        """Read "no casualties", "not one survivor", "nobody was hurt"; None when nothing is counted there."""
        found = nothing.nothing(self.tokens, at, self.text, self.sentence)
        if found is None:
            return None
        stop, named = found
        span = Span(self.tokens[at].span.start, self.tokens[stop - 1].span.end)
        befell = harm(self.tokens, at, named.stop if named else stop, self.sentence)
        made = Quantity(span, Decimal(0), Decimal(0), counted=self._said(named), harm=befell)
        return self._kept(made, stop), stop

    def _unbounded(self, at: int) -> Problem | None:
        """Return the problem of a word for many that names no number, where those it counts came to harm."""
        named = phrase(self.tokens, at + 1, self.sentence[1], self.text)
        if named is None or not plural(self.tokens[named.head].lower):
            return None
        if harm(self.tokens, at, named.stop, self.sentence) is None:
            return None
        whole = Span(self.tokens[at].span.start, self.tokens[named.stop - 1].span.end)
        return Problem("quantity-unbounded", f"no number in {whole.cut(self.text)!r}", whole)

    def _exception(self, at: int) -> tuple[Quantity | None, int]:
        """Read "all but one of the crew", "all members of the unit, except one"."""
        found = exemption(self.tokens, at, self.text, self.sentence[1])
        if found is None:
            return None, at + 1
        stop = found.named.stop if found.named else found.stop
        made = Quantity(
            found.span, None, None, counted=self._said(found.named), exception=True, excepted=found.excepted,
            harm=harm(self.tokens, at, stop, self.sentence),
        )  # fmt: skip
        return self._kept(made, found.stop), found.next

    def _quantity(self, found: Numeral) -> tuple[Quantity | None, int]:
        """Return the quantity of a number that counts, and where to go on."""
        figure, score = Stretch(self.tokens, self.text, *self.sentence).amount(found)
        if score:
            return None, score
        if figure.unit is None and self._aged(figure):
            made = Quantity(Span(figure.start, figure.end), figure.low, figure.high, figure.bound, "year", "age")
            return made, figure.next
        named = self._named(figure)
        if figure.unit is None and not self._counts(figure, named):
            return None, figure.next
        made = self._made(figure, named)
        return self._kept(made, named.stop if named else figure.next), figure.next

    def _named(self, figure: Amount) -> Phrase | None:
        """Return the noun phrase that the figure counts; None when there is none."""
        last = self.tokens[figure.numeral.stop - 1]
        if figure.numeral.end < last.span.end and figure.next == figure.numeral.stop:
            return None
        at = figure.next
        if at < self.sentence[1] and self.tokens[at].lower in _MORE:
            at += 1
        if at < self.sentence[1] and self.tokens[at].lower == "-":
            at += 1
        if figure.unit and (at >= self.sentence[1] or self.tokens[at].lower != "of"):
            return None
        exact = None if figure.numeral.vague or figure.numeral.fraction else figure.numeral.high
        return phrase(self.tokens, at, self.sentence[1], self.text, exact)

    def _counts(self, figure: Amount, named: Phrase | None) -> bool:
        """Say whether a number without a unit counts something here."""
        found = figure.numeral
        if found.low == 1 and not found.digits and found.stop - found.first == 1:
            return self._one(figure, named)
        before = self.tokens[figure.first - 1].lower if figure.first > self.sentence[0] else ""
        if found.end < self.tokens[found.stop - 1].span.end:
            return False  # "six-speed": a kind, and no count
        if (
            found.digits
            and not found.scaled
            and figure.bound == "="
            and found.low > 1
            and named
            and self._model(figure, named)
        ):
            return False
        if named is None and not found.digits and before in {"the", "these", "those", "all", "top", "bottom"}:
            return False  # "the two agreed": a pronoun
        if found.fraction or found.vague or found.scaled or figure.bound != "=":
            return True
        return named is not None or not found.digits or self._stands(figure)

    def _model(self, figure: Amount, named: Phrase) -> bool:
        """Say whether the words after digits are a name in the singular ("787 Dreamliner")."""
        words = self.tokens[named.first : named.stop]
        if "," in self.text[figure.start : figure.end] or self._following(named.stop) == "and":
            return False
        acronyms = any(
            self.text[one.span.start : one.span.end - 1].isupper() and one.lower.endswith("s") for one in words
        )
        return self.text[words[0].span.start].isupper() and not acronyms and not any(plural(one.lower) for one in words)

    def _one(self, figure: Amount, named: Phrase | None) -> bool:
        """Say whether "one" is a number and no pronoun."""
        if figure.numeral.end < self.tokens[figure.numeral.stop - 1].span.end:
            return False
        before = self.tokens[figure.first - 1].lower if figure.first > self.sentence[0] else ""
        if (
            before in {"no", "another", "this", "that", "the", "any", "each", "every", "which", "some", "day"}
            or named is None
        ):
            return False
        following = self.tokens[figure.next].lower if figure.next < len(self.tokens) else ""
        return following not in {"day", "another", "-"}

    def _stands(self, figure: Amount) -> bool:
        """Say whether bare digits stand where a number does: after a verb or preposition, or with thousands parted."""
        return "," in self.text[figure.start : figure.end] or figure.first > self.sentence[0]

    def _made(self, figure: Amount, named: Phrase | None) -> Quantity:
        """Return the quantity of a figure."""
        unit, stop = figure.unit, figure.next
        if unit is None and named is None and figure.bound != "-":
            unit = carried.unit_ahead(self.tokens, stop, self.sentence[1], self.text)
            unit = unit or carried.unit(self._here(), figure.numeral.low, self._following(stop))
        rated = units.rate(self.tokens, named.stop if named and unit is None else stop, unit)
        if rated and unit:
            unit, stop = rated
        words = "age" if self._age(unit, stop) else self._said(named)
        whole = named.stop if named else stop
        befell = harm(self.tokens, figure.first, whole, self.sentence) if unit is None else None
        previous = self._previous(figure)
        if words is None and unit is None:
            words = (previous.counted if previous else None) or carried.noun([one for one, _ in self.before])
        part_of = self._whole(figure)
        if befell is None and unit is None and previous:
            befell = previous.harm
        if rated and unit is None and self._following(rated[1] - 2) not in {"each", "every"}:
            unit = rated[0]
        role: Role = "part" if part_of else "change" if self._changes(figure, previous) else "total"
        return Quantity(
            Span(figure.start, figure.end), figure.low, figure.high, figure.bound, unit, words, part_of,
            role=role, projection=self._projected(figure), harm=befell,
        )  # fmt: skip

    def _here(self) -> list[Quantity]:
        """Return the quantities of this sentence found so far, the last ones of many."""
        return [one for one, stop in self.before if stop > self.sentence[0]]

    def _previous(self, figure: Amount) -> Quantity | None:
        """Return the quantity to which this one is joined by "and", "or" or a comma; None when to none."""
        if not self.before or self.before[-1][1] < self.sentence[0]:
            return None
        last, stop = self.before[-1]
        between = [one.lower for one in self.tokens[stop : figure.first] if one.lower not in HARM]
        return (
            last
            if between and len(between) <= 3 and set(between) <= {"and", ",", "or", "as", "well", "then", "to"}  # noqa: PLR2004 - as well as
            else None
        )

    def _whole(self, figure: Amount) -> Span | None:
        """Return the span of the quantity of which this one is a part; None when of none."""
        counts = [(one, stop) for one, stop in self.before if one.unit is None and stop > self.sentence[0]]
        if not counts or figure.unit:
            return None
        last, _ = counts[-1]
        first = figure.first - 1
        words = [one.lower for one in self.tokens[max(self.sentence[0], first - 1) : first + 1]]
        behind = [self._following(figure.next), self._following(figure.next + 1)]
        if words[-1:] and (words[-1] in _PART or " ".join(words) in _PART or " ".join(behind) in _PART):
            return last.span
        return last.part_of if last.part_of and self._previous(figure) else None

    def _changes(self, figure: Amount, previous: Quantity | None) -> bool:
        """Say whether the number is a rise or fall by so much rather than a level."""
        near = [token.lower for token in self.tokens[max(self.sentence[0], figure.first - 2) : figure.first]]
        if self.tokens[figure.first].lower in {"below", "above", "under"}:
            return False
        if near and (near[-1] in _CHANGE or (near[-1] == "by" and near[0] in _CHANGE)):
            return True
        following = self.tokens[figure.next].lower if figure.next < self.sentence[1] else ""
        joined = previous is not None and previous.role == "change" and near[-1:] == ["or"]
        return joined or (figure.unit is not None and following in _CHANGE and near[-1:] not in (["to"], ["at"]))

    def _projected(self, figure: Amount) -> bool:
        """Say whether a word before the number tells a forecast."""
        for token in reversed(self.tokens[max(self.sentence[0], figure.first - _LOOK_BACK) : figure.first]):
            if token.lower in _PROJECTION:
                return True
            if token.lower in _CLOSED:
                return False
        return False

    def _aged(self, figure: Amount) -> bool:
        """Say whether a number without a unit is an age, by the words round it."""
        return age.told(self.tokens, figure.numeral, figure.first, self.sentence) or age.apposed(
            self.tokens, figure.numeral, self.text
        )

    def _age(self, unit: str | None, stop: int) -> bool:
        """Say whether a length of time is an age: "31-year-old", "80 years old", "five years of age"."""
        if not units.timed(unit):
            return False
        last = self.tokens[stop - 1].lower
        return "-old" in last or self._following(stop) in {"old", "olds"} or self._following(stop + 1) == "age"

    def _following(self, at: int) -> str:
        """Return the word at an index of the same sentence; empty past its end."""
        return self.tokens[at].lower if at < self.sentence[1] else ""

    def _said(self, named: Phrase | None) -> str | None:
        """Return the words of what is counted; None when nothing is."""
        if named is None:
            return None
        return carried.shared(self.tokens, named, self.sentence[1], self.text) or named.words(self.tokens, self.text)

    def _kept(self, made: Quantity, stop: int) -> Quantity:
        """Remember a quantity for those that hang on it."""
        self.before = [*self.before[-3:], (made, stop)]
        return made
