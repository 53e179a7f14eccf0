"""Numbers and what they count: bounds, units, ranges, parts, changes, harm.

Each number is read by itself, then joined to its neighbours: two ends of a range, a part to its whole, "40 more" to what was
counted before. Numbers that count nothing (dates, names, labels, scores) are left out.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from reportedly.lexicon import load
from reportedly.model import Problem, Quantity, Report, Sentence, Span, Timex, Token
from reportedly.reading import age, carried, course, nothing
from reportedly.reading import unit as units
from reportedly.reading.amount import Amount, Stretch
from reportedly.reading.counted import DETERMINERS, HARM, Phrase, harm, phrase, plural
from reportedly.reading.counting import Setting, counts
from reportedly.reading.exception import exemption
from reportedly.reading.label import labelled
from reportedly.reading.number import numeral
from reportedly.reading.numeral import Numeral
from reportedly.reading.unread import dotted, unread

# Words for many or few that name no number.
_MANY = frozenset({"several", "many", "numerous", "countless", "few", "some"})
Role = Literal["total", "part", "change"]
_NARROWING = frozenset(load("en", "figure")["narrowing"])
# Counts of the sentence before that words of this one may point to.
_KEPT = 3
_LINKS = frozenset(
    {"and", ",", "or", "as", "well", "then", "to", "perhaps", "possibly", "maybe", "even", "up", "down", "from"}
)
_MORE = frozenset({"more", "others", "other", "additional", "further"})


def quantities(report: Report) -> Iterator[Quantity | Problem]:
    """Find every stated number of things.

    Args:
        report: Needs Token, Sentence and Timex; numbers inside dates and clock times are left out, lengths of time are not.

    Yields:
        A Quantity for each number that counts or measures something, in text order, spans disjoint; a Problem
        ``quantity-unbounded`` for words that name no number where those they count came to harm ("several people died"); a
        Problem ``number-unread`` for a number that readers of English disagree on ("1 500").
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
    unread: list[Span] = field(default_factory=list)
    before: list[tuple[Quantity, int]] = field(default_factory=list)
    sentence: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        """Take the layers that the pass reads."""
        self.text, self.tokens = self.report.text, self.report.of(Token)
        self.starts = [sentence.span.start for sentence in self.report.of(Sentence)]
        times = (one for one in self.report.of(Timex) if one.type in {"DATE", "TIME"})
        self.skipped = [(one.span.start, one.span.end) for one in times]
        self.unread = [one for one in unread(self.text) if not self._timed(one)]
        self.skipped = sorted(self.skipped + [(one.start, one.end) for one in self.unread])

    def _timed(self, span: Span) -> bool:
        """Say whether a number shares digits with a time ("June 12 500 people")."""
        at = bisect_left(self.skipped, (span.start, span.start))
        return any(start < span.end and span.start < end for start, end in self.skipped[max(0, at - 1) : at + 1])

    def marks(self) -> Iterator[Quantity | Problem]:
        """Yield the quantities and the problems."""
        yield from map(self._told, self.unread)
        at, time = 0, 0
        while at < len(self.tokens):
            start = self.tokens[at].span.start
            while time < len(self.skipped) and self.skipped[time][1] <= start:
                time += 1
            held = time < len(self.skipped) and self.skipped[time][0] <= start
            if held and self.tokens[at].span.end <= self.skipped[time][1]:  # in "now-18", only "now" is a time
                at += 1
                continue
            self._enter(at, start)
            found, after = self._at(at)
            if found is not None:
                yield found
            elif dotted(self.tokens[at].lower):
                yield self._told(self.tokens[at].span)
            at = max(after, at + 1)

    def _told(self, span: Span) -> Problem:
        """Return the problem of a number that is not read."""
        return Problem(
            "number-unread",
            f"{span.cut(self.text)!r} may be read in more than one way, so no figure was made of it",
            span,
        )

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
        self.before = self.before[-_KEPT:]

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
        return self._kept(made, named.stop if named else stop), stop

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
        if figure.unit is None and not counts(figure, named, self._setting()):
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
        if self._following(at) == "strong" or (figure.numeral.fraction and self._following(at) in DETERMINERS):
            at += 1
        if figure.unit and (at >= self.sentence[1] or self.tokens[at].lower != "of"):
            return None
        exact = None if figure.numeral.vague or figure.numeral.fraction else figure.numeral.high
        return phrase(self.tokens, at, self.sentence[1], self.text, exact)

    def _made(self, figure: Amount, named: Phrase | None) -> Quantity:
        """Return the quantity of a figure."""
        unit, stop, here = figure.unit, figure.next, self._setting()
        if unit is None and named is None and figure.bound != "-":
            unit = carried.unit_ahead(self.tokens, stop, self.sentence[1], self.text)
            unit = unit or carried.unit(self._here(), figure.numeral.low, self._following(stop))
        rated = units.rate(self.tokens, named.stop if named and unit is None else stop, unit)
        if rated and unit:
            unit, stop = rated
        words = "age" if self._age(figure, unit, stop) else self._said(named)
        if words and unit is None and here.word(figure.first - 1) in _NARROWING:
            words = f"{here.word(figure.first - 1)} {words}"
        whole = named.stop if named else stop
        out_of = bool(self.before) and self.before[-1][1] > figure.first  # the five in "two of the five were killed"
        befell = harm(self.tokens, figure.first, whole, self.sentence) if unit is None and not out_of else None
        previous = self._previous(figure)
        if words is None and unit is None:
            words = carried.numbered(self.tokens, figure.first, self.sentence[0], self.text)
            words = words or (previous.counted if previous else None) or self._carried(figure)
        part_of = course.whole(figure, here, self.before, previous)
        if befell is None and unit is None:
            # A part has its whole's harm by ``part_of``; "31 the day before" has it from the dead that it counts.
            befell = previous.harm if previous else HARM.get((words or "").lower().rpartition(" ")[2])
        if rated and unit is None and self._following(rated[1] - 2) not in {"each", "every"}:
            unit = rated[0]
        role: Role = "total"
        if part_of or course.of_the_harmed(figure, here, befell):
            role = "part"
        elif words != "age" and course.changes(figure, here, previous):
            role = "change"
        return Quantity(
            Span(figure.start, figure.end), figure.low, figure.high, figure.bound, unit, words, part_of,
            role=role, projection=course.projected(figure, here, previous), harm=befell,
        )  # fmt: skip

    def _setting(self) -> Setting:
        """Return the sentence that is read."""
        return Setting(self.tokens, self.text, *self.sentence)

    def _carried(self, figure: Amount) -> str | None:
        """Return the words that a number without a noun takes from the counts before it; None when it takes none.

        Beyond its own sentence it takes them only where its words point back ("two of them"), or where it is a plain count
        that goes on ("It could grow to 20,000"): a number that its sentence scales ("5 million") is as likely money.
        """
        here, further = self._here(), [one for one, _ in self.before]
        if course.points_back(figure, self._setting()):
            return carried.noun(further, many=True)
        if here or figure.numeral.scaled or figure.numeral.fraction:
            return carried.noun(here)
        return carried.noun(further, many=True)

    def _here(self) -> list[Quantity]:
        """Return the quantities of this sentence found so far, the last ones of many."""
        return [one for one, stop in self.before if stop > self.sentence[0]]

    def _previous(self, figure: Amount) -> Quantity | None:
        """Return the quantity to which this one is joined by "and", "or" or a comma; None when to none."""
        if not self.before or self.before[-1][1] < self.sentence[0]:
            return None
        last, stop = self.before[-1]
        words = [one.lower for one in self.tokens[stop : figure.first]]
        between = [word for word in words if word not in HARM]
        if last.part_of and len(between) < len(words):  # "17, among them five children, died and 90 were hurt"
            last = next((one for one, _ in self.before if one.span == last.part_of), last)
        return (
            last
            if between and len(between) <= 3 and set(between) <= _LINKS  # noqa: PLR2004 - as well as
            else None
        )

    def _aged(self, figure: Amount) -> bool:
        """Say whether a number without a unit is an age, by the words round it."""
        return age.told(self.tokens, figure.numeral, figure.first, self.sentence) or age.apposed(
            self.tokens, figure.numeral, self.text
        )

    def _age(self, figure: Amount, unit: str | None, stop: int) -> bool:
        """Say whether a length of time is an age: "31-year-old", "80 years old", "five years of age"."""
        if not units.timed(unit):
            return False
        last = self.tokens[stop - 1].lower
        old = "-old" in last or last in {"yo", "y/o"} or self._following(stop) in {"old", "olds"}
        return (
            old
            or self._following(stop + 1) == "age"
            or age.told(self.tokens, figure.numeral, figure.first, self.sentence)
        )

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
