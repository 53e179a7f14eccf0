"""Times, and the calendar they mean.

Each word that can begin a time has the forms that may begin with it; the first form that matches and makes sense wins. No
tagger is needed: the tense is read off a list of words near the time.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from reportedly.model import Problem, Report, Sentence, Span, Timex, Token
from reportedly.reading import beside, clock, duration, holiday, numeric, relative, week, weekday, year
from reportedly.reading import date as dates
from reportedly.reading.calendar import instants
from reportedly.reading.timeform import NUMBERS, WORDS, Form, Reading, Setting

# "Did not become public until Thursday" looks back.
_NOT = re.compile(r"\b(?:not|never|nothing|did)\b|n['’]t\b")
# What directly before a day leaves it open: "until Friday", "as early as Tuesday".
_OPEN = re.compile(
    r"(?:\buntil|\btill|\bas (?:early|soon|late) as)\s+(?:(?:at\s+)?[0-9:]{1,5}\s+[ap]\.?m\.?\s+)?$", re.IGNORECASE
)
_CARDINALS = frozenset(NUMBERS["cardinal"])
_FORMS = (
    *clock.forms(),
    *week.forms(),
    *holiday.forms(),
    *numeric.forms(),
    *dates.forms(),
    *year.forms(),
    *weekday.forms(),
    *relative.forms(_CARDINALS),
    *duration.forms(_CARDINALS),
)


def _index(forms: tuple[Form, ...]) -> dict[str, tuple[Form, ...]]:
    """Return the forms by the words that begin them, in order."""
    index: dict[str, list[Form]] = {}
    for form in forms:
        for start in form.starts:
            index.setdefault(start, []).append(form)
    return {start: tuple(forms) for start, forms in index.items()}


_BY_START = _index(_FORMS)
_CLOCK_BY_START = _index((*clock.spelled_forms(), *clock.forms()))
# Words that a bare hour may follow.
_CLOSE = frozenset({"at", "around", "about", "@"})
# Words before a length that leave it one: "for two weeks from Monday".
_BEFORE_LENGTH = frozenset({"for", "the", "every", "last", "next", "past", "first"})
# Months whose names are not shortened; a stop after them is the sentence's.
_MONTHS = frozenset(word for word in WORDS["month"] if len(word) > 4 or word in {"may", "june", "july"})  # noqa: PLR2004 - "sept" is the longest abbreviation
_FUTURE = frozenset(WORDS["future"])
_PAST = frozenset(WORDS["past"])
# How many words before and after a time may tell whether it lies ahead.
_BACK, _FORTH = 14, 6
# How far back, in characters, the day of a bare clock time may have been named: a sentence or two.
_NEAR = 250


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
    before: date | None = None
    spoken: date | None = None
    named: int = -1
    sentence_end: int = -1

    def __post_init__(self) -> None:
        """Take the layers that the pass reads."""
        self.tokens = self.report.of(Token)
        self.starts = [sentence.span.start for sentence in self.report.of(Sentence)]

    def marks(self) -> Iterator[Timex | Problem]:
        """Yield the times and the problems."""
        end = 0
        for at, token in enumerate(self.tokens):
            start = token.span.start
            forms = _BY_START.get(_key(token.lower)) if start >= end else None
            if not forms:
                continue
            found = self._read(forms, at, start)
            if found:
                end = max(found.end, *(one.end for one in found.rest)) if found.rest else found.end
                yield from self._marked(found)

    def _read(self, forms: tuple[Form, ...], at: int, start: int) -> Reading | None:
        """Return what the first fitting form makes of the words at a token."""
        text = self.report.text
        setting = None
        for form in forms:
            match = form.pattern.match(text, start)
            if match is None:
                continue
            setting = setting or self._setting(at)
            found = form.read(match, setting)
            if found:
                return self._with_clock(self._before_stop(found), setting)
        return None

    def _before_stop(self, found: Reading) -> Reading:
        """Return the reading without the sentence's stop, which is no part of a month written out ("on 3 May.")."""
        last = self.report.text[max(0, found.end - 10) : found.end].split()[-1:]
        whole = last and last[0].endswith(".") and last[0][:-1].lower() in _MONTHS
        return replace(found, end=found.end - 1) if whole else found

    def _setting(self, at: int) -> Setting:
        """Return what a form at this token may look at."""
        document = self.report.document
        start = self.tokens[at].span.start
        if start >= self.sentence_end:
            self.spoken = self.before if 0 <= start - self.named <= _NEAR else None
            following = bisect_right(self.starts, start)
            self.sentence_end = self.starts[following] if following < len(self.starts) else len(self.report.text)
        published = document.day
        moment = document.published if isinstance(document.published, datetime) else None
        return Setting(
            self.report.text, published, moment, self.before or published, self.spoken, lambda: self._ahead(at)
        )

    def _ahead(self, at: int) -> bool | None:
        """Say whether the words near a token look ahead; None when they do not tell."""
        start = self.tokens[at].span.start
        open_ = _OPEN.search(self.report.text, max(0, start - 24), start)
        if open_ and not _NOT.search(self.report.text, max(0, open_.start() - 60), open_.start()):
            return True
        first = self.starts[bisect_right(self.starts, self.tokens[at].span.start) - 1] if self.starts else 0
        for token in reversed(self.tokens[max(0, at - _BACK) : at]):
            if token.span.start < first:
                break
            looks = self._looks(token)
            if looks is not None:
                return looks
        for token in self.tokens[at + 1 : at + 1 + _FORTH]:
            if token.span.start >= self.sentence_end:
                break
            looks = self._looks(token)
            if looks is not None:
                return looks
        return None

    def _looks(self, token: Token) -> bool | None:
        """Say whether one word looks ahead or back; None when it does neither."""
        word = token.lower
        if word in _FUTURE or word.endswith("'ll"):
            return True
        regular = len(word) > 4 and word.endswith("ed") and self.report.text[token.span.start].islower()  # noqa: PLR2004 - short words as red and need; a whole day
        if not regular and word not in _PAST:
            return None
        # "to be held Friday", "will be charged": the participle does not tell, the word before it does.
        before = self.report.text[max(0, token.span.start - 4) : token.span.start]
        return None if before.endswith("be ") else False

    def _with_clock(self, found: Reading, setting: Setting) -> Reading:
        """Join a day to the clock time that stands beside it."""
        text = setting.text
        if found.type == "DURATION":
            return self._counted(found, setting)
        if _whole_day(found) and found.day:
            written = clock.iso_time(text, found.end)
            if written:
                end, value, offset = written
                return Reading(found.start, end, "TIME", found.day.isoformat() + value, found.anchor, found.day, offset)
            return self._clocked(found, "", setting)
        if found.type == "TIME" and found.value and found.day and found.value[-3:-2] == "T":
            return self._clocked(found, found.value[-2:], setting)
        if found.type == "TIME" and found.value and "T" in found.value and ":" in found.value:
            return self._on_its_day(found, setting)
        return found

    def _clocked(self, found: Reading, part: str, setting: Setting) -> Reading:
        """Give a day, or a part of one, the clock time that follows it ("tomorrow at 8.30 pm", "tonight at 8")."""
        text, between = setting.text, beside.AT.match(setting.text, found.end)
        if between is None or found.day is None or between.end() == found.end:
            return found
        worded = any(letter.isalpha() or letter == "@" for letter in between[0])
        time = self._first(_CLOCK_BY_START, between.end(), replace(setting, spoken=found.day, joined=True))
        if time and time.value and time.type == "TIME":
            value = f"{found.day.isoformat()}{time.value[time.value.index('T') :]}"
            return Reading(found.start, time.end, "TIME", value, found.anchor, found.day, time.offset)
        hour = beside.bare_hour(text, between.end(), part) if worded and between[0].split()[-1] in _CLOSE else None
        if hour is None:
            return found
        return Reading(found.start, hour[0], "TIME", found.day.isoformat() + hour[1], found.anchor, found.day)

    def _counted(self, length: Reading, setting: Setting) -> Reading:
        """Count a length from the day that follows it ("two weeks before Christmas"); else leave it a length."""
        side = beside.SIDE.match(setting.text, length.end)
        if side is None or setting.previous(length.start) in _BEFORE_LENGTH:
            return length
        day = self._first(_BY_START, side.end(), setting)
        moved = beside.moved(length, day, side["side"].lower()) if day and day.type == "DATE" else None
        return moved or length

    def _first(self, index: dict[str, tuple[Form, ...]], at: int, setting: Setting) -> Reading | None:
        """Return what the first fitting form makes of the word that begins at ``at``, its neighbours left out."""
        number = bisect_left(self.tokens, at, key=lambda token: token.span.start)
        if number >= len(self.tokens) or self.tokens[number].span.start != at:
            return None
        for form in index.get(_key(self.tokens[number].lower), ()):
            match = form.pattern.match(setting.text, at)
            found = match and form.read(match, setting)
            if found:
                return found
        return None

    def _on_its_day(self, found: Reading, setting: Setting) -> Reading:
        """Give a clock time the day that follows it ("9 a.m. Tuesday")."""
        text, at = setting.text, found.end
        joined = True
        while at < len(text) and text[at] in " ,":
            at += 1
        if text[at : at + 1] == "(":
            close = text.find(")", at, at + 24)
            at, joined = (close + 1 if close > 0 else at), False
            while at < len(text) and text[at] == " ":
                at += 1
        if text[at : at + 3] == "on ":
            at += 3
        day = self._first(_BY_START, at, setting)
        if not day or not day.day or not found.value or not (_whole_day(day) or day.type == "TIME"):
            return found
        value = day.day.isoformat() + found.value[found.value.index("T") :]
        end = day.end if joined else found.end
        return Reading(found.start, end, "TIME", value, day.anchor, day.day, found.offset)

    def _marked(self, found: Reading) -> Iterator[Timex | Problem]:
        """Yield the marks of a reading and remember its day."""
        for one in (found, *found.rest):
            if one.day:
                self.before, self.named = one.day, one.end
                if one.value and one.type != "DURATION" and len(one.value) >= 10:  # noqa: PLR2004 - short words as red and need; a whole day
                    self.spoken = one.day
            yield _timex(one, one.offset)
            if one.value is None:
                words = self.report.text[one.start : one.end]
                message = f"nothing dates {words!r}: the report's day is not known, or the words name none"
                yield Problem("time-unresolved", message, Span(one.start, one.end))


def _whole_day(found: Reading) -> bool:
    """Say whether a reading is one day of the calendar."""
    return found.type == "DATE" and found.day is not None and found.value == found.day.isoformat()


def _key(lower: str) -> str:
    """Return the word under which a token's forms are found."""
    if lower[0] in "0123456789":
        return "#"
    return lower.removesuffix("'s").partition("-")[0] or lower


def _timex(found: Reading, offset: timedelta) -> Timex:
    """Return the mark of a reading."""
    span = Span(found.start, found.end)
    reach = instants(found.value, offset) if found.value and found.type in {"DATE", "TIME"} else None
    if reach is None:
        return Timex(span, found.type, found.value, anchor=found.anchor if found.value else None)
    return Timex(span, found.type, found.value, *reach, found.anchor)
