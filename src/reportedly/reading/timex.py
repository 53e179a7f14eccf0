"""Times, and the calendar they mean: one pass over a report's words, with what it has named so far."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from reportedly.model import Problem, Report, Sentence, Span, Timex, Token
from reportedly.reading.calendar import instants
from reportedly.reading.clock import distance
from reportedly.reading.grammar import TIMES, Words, first, key
from reportedly.reading.join import LEADS, Joiner
from reportedly.reading.memory import Memory
from reportedly.reading.standpoint import Standpoints
from reportedly.reading.tense import Tense
from reportedly.reading.timeform import WORDS, Reading, Setting, previous

# Months whose names are not shortened; a stop after them is the sentence's.
_MONTHS = frozenset(word for word in WORDS["month"] if len(word) > 4 or word in {"may", "june", "july"})  # noqa: PLR2004 - "sept" is the longest abbreviation


def timexes(report: Report) -> Iterator[Timex | Problem]:
    """Find every time expression and resolve it.

    Args:
        report: Needs Token and Sentence; ``report.document.day`` is the day relative times hang on.

    Yields:
        A Timex for each expression, in text order, disjoint; what hangs on a missing date has neither value nor instants
        and comes with a Problem ``time-unresolved``.
    """
    yield from _Reading(report).marks()


@dataclass(slots=True)
class _Reading:
    """One pass over a report's words, with the days that were named so far."""

    report: Report
    tokens: tuple[Token, ...] = ()
    starts: list[int] = field(default_factory=list)
    memory: Memory = field(default_factory=Memory)
    spoken: date | None = None
    sentence_end: int = -1
    tense: Tense = field(init=False)
    joiner: Joiner = field(init=False)
    standpoints: Standpoints = field(init=False)

    def __post_init__(self) -> None:
        """Take the layers that the pass reads."""
        self.tokens = self.report.of(Token)
        self.starts = [sentence.span.start for sentence in self.report.of(Sentence)]
        self.tense = Tense(self.report.text, self.tokens, self.starts)
        self.joiner = Joiner(Words(self.tokens))
        self.standpoints = Standpoints(self.report.text, self.report.document.day, self._day_at)

    def marks(self) -> Iterator[Timex | Problem]:
        """Yield the times and the problems."""
        end = 0
        for at, token in enumerate(self.tokens):
            start = token.span.start
            if start < end:
                continue
            found = self._read(at, start)
            if found:
                end = max(found.end, *(one.end for one in found.rest)) if found.rest else found.end
                yield from self._marked(found)

    def _read(self, at: int, start: int) -> Reading | None:
        """Return what the first fitting form makes of the words at a token, joined to what stands beside them."""
        token = self.tokens[at]
        word = key(token.lower)
        forms, leads = TIMES.get(word, ()), word in LEADS
        if not forms and not leads:
            return None
        setting = self._setting(at)
        led = self.joiner.led(start, setting) if leads else None
        found = led or first(forms, start, setting)
        return self._anchored(self.joiner.joined(self._before_stop(found), setting)) if found else None

    def _anchored(self, found: Reading) -> Reading:
        """Return the reading with the anchor "text" where the day it hangs on is told by the text and not by the page."""
        if found.anchor != "published" or not self.standpoints.at(found.start).told:
            return found
        return replace(found, anchor="text", rest=tuple(self._anchored(one) for one in found.rest))

    def _day_at(self, start: int, day: date | None) -> date | None:
        """Return the whole day that the words at a position name, against a day; None when they name none."""
        nothing = Setting(self.report.text, day, None, day, day, None, None, None, lambda: None)
        found = self.joiner.words.read(TIMES, start, nothing)
        named = found is not None and found.day is not None and (found.value or "").startswith(found.day.isoformat())
        return found.day if found and named else None

    def _before_stop(self, found: Reading) -> Reading:
        """Return the reading without the sentence's stop, which is no part of a month written out ("on 3 May.")."""
        if found.rest:
            return replace(found, rest=(*found.rest[:-1], self._before_stop(found.rest[-1])))
        last = self.report.text[max(0, found.end - 10) : found.end].split()[-1:]
        whole = last and last[0].endswith(".") and last[0][:-1].lower() in _MONTHS
        return replace(found, end=found.end - 1) if whole else found

    def _setting(self, at: int) -> Setting:
        """Return what a form at this token may look at."""
        document = self.report.document
        start = self.tokens[at].span.start
        if start >= self.sentence_end:
            self.spoken = self.memory.day_near(start)
            following = bisect_right(self.starts, start)
            self.sentence_end = self.starts[following] if following < len(self.starts) else len(self.report.text)
        standpoint = self.standpoints.at(start)
        published = standpoint.day
        moment = document.published if isinstance(document.published, datetime) and not standpoint.told else None
        memory = self.memory
        return Setting(
            text=self.report.text,
            published=published,
            clock=moment,
            before=memory.last or published,
            day=memory.day or (None if memory.last else published),
            minute=memory.minute,
            told=memory.value,
            spoken=self.spoken,
            ahead=lambda: self.tense.ahead(at),
        )

    def _marked(self, found: Reading) -> Iterator[Timex | Problem]:
        """Yield the marks of a reading and remember its day."""
        for one in (found, *found.rest):
            if self.memory.take(one, previous(self.report.text, one.start)):
                self.spoken = one.day
            yield _timex(one)
            if one.value is None:
                words = self.report.text[one.start : one.end]
                message = f"nothing dates {words!r}: the report's day is not known, or the words name none"
                yield Problem("time-unresolved", message, Span(one.start, one.end))


def _timex(found: Reading) -> Timex:
    """Return the mark of a reading."""
    span = Span(found.start, found.end)
    reach = instants(found.value, distance(found)) if found.value and found.type in {"DATE", "TIME"} else None
    if reach is None:
        return Timex(span, found.type, found.value, anchor=found.anchor if found.value else None)
    return Timex(span, found.type, found.value, *reach, found.anchor)
