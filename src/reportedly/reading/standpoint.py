"""The day from which words are spoken: that of the quotation they stand in, of the dateline, or of publication.

"Tomorrow" in what somebody said on Monday is Tuesday, whenever the report was published; and what a text tells under a dateline
of 3 March is told on 3 March, though a page printed it on the 4th.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from reportedly.reading import spelled
from reportedly.reading.calendar import day_of
from reportedly.reading.cue import verb_forms
from reportedly.reading.quotation import Quotation, quotations
from reportedly.reading.timeform import DAY, MONTH, WORDS, YEAR, number

# As in: "NAIROBI, Kenya, Aug. 7 (Wire) --", "SOMEPLACE, MARCH 3 —", "TAVRIN, 3 May 2031 (Wire) -"
_DATELINE = re.compile(
    r"(?:^|\n)[ \t]*(?P<place>[A-Z][^\n(]{1,60}?)[,.]?[ \t]+"
    r"(?:(?P<month>" + MONTH + r")\b\.?[ \t]+(?P<day>" + DAY + r")|(?P<first>" + DAY + r")[ \t]+(?P<later>" + MONTH + r")\b\.?)"
    r"(?:,?[ \t]+(?P<year>" + YEAR + r"))?,?[ \t]*(?:\([^()\n]{2,40}\)[ \t]*)?(?:—|–|--?|_)[ \t\n]",
    re.IGNORECASE,
)  # fmt: skip
# How far into a text its dateline may stand: below a headline, a byline and a caption.
_HEAD = 1200
# A page prints what an agency sent at most so many days before, where the dateline names no year.
_LATE = timedelta(31)
# Longest word of a place's name that is written small ("of", "del").
_PARTICLE = 3
_REACH = 160
_CLAUSE = re.compile(r"\n|[.!?](?=\s)|[“\"]|;|,?\s(?:who|whose|which|after|before|when|as|about|that|where|because)\b")
_LEADS_IN = re.compile(r"(?:[,:]|\bthat)\s*$")
_WORD = re.compile(r"[A-Za-z'’]+|[0-9]+")

Read = Callable[[int, date | None], date | None]
"""Reads the time that begins at a position, against a day; gives its day, None when no whole day begins there."""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A day on which words hang.

    Attributes:
        day: The day; None when nobody gives one.
        told: The text itself gives it, and not the page's date.
    """

    day: date | None
    told: bool = False


class Standpoints:
    """Where in a text which day is the speaker's own.

    Args:
        text: The report's text.
        published: Day of publication; None when nothing says.
        read: Reads a day at a position of the text.
    """

    def __init__(self, text: str, published: date | None, read: Read) -> None:
        self._text, self._read = text, read
        self._published = Standpoint(published)
        self._dateline = _dateline(text, published)
        self._quotations = [one.span for one in quotations(text) if isinstance(one, Quotation)]
        self._starts = [span.start for span in self._quotations]
        self._said: dict[int, date | None] = {}

    def at(self, position: int) -> Standpoint:
        """Return the day on which the words at a position hang."""
        own = self._own(position)
        inside = bisect_right(self._starts, position) - 1
        if inside < 0 or self._quotations[inside].end <= position:
            return own
        if inside not in self._said:
            self._said[inside] = self._after(inside, own.day) or self._before(inside, own.day)
        said = self._said[inside]
        return Standpoint(said, told=True) if said and said != own.day else own

    def _own(self, position: int) -> Standpoint:
        """Return the day on which the writer's own words hang."""
        if self._dateline and position >= self._dateline[0]:
            return Standpoint(self._dateline[1], told=True)
        return self._published

    def _after(self, number_of: int, day: date | None) -> date | None:
        """Return the day in "…,” she said on Monday": of the clause behind a quotation that has a verb of saying."""
        start = self._quotations[number_of].end
        stop = _CLAUSE.search(self._text, start, start + _REACH)
        return self._day(start, stop.start() if stop else min(len(self._text), start + _REACH), day)

    def _before(self, number_of: int, day: date | None) -> date | None:
        """Return the day in "On Monday she said: “…": of the clause that leads a quotation in."""
        end = self._quotations[number_of].start
        floor = max(0, end - _REACH)
        if not _LEADS_IN.search(self._text, max(floor, end - 8), end):
            return None
        start = floor
        for stop in _CLAUSE.finditer(self._text, floor, end):
            if self._text[stop.end() : end].strip(' ,:“"'):
                start = stop.end()
        return self._day(start, end, day)

    def _day(self, start: int, end: int, day: date | None) -> date | None:
        """Return the first whole day that a stretch names; None when it has no verb of saying."""
        words = list(_WORD.finditer(self._text, start, end))
        if not any(word[0].lower() in _says() for word in words):
            return None
        return next((found for word in words if (found := self._read(word.start(), day))), None)


def _dateline(text: str, published: date | None) -> tuple[int, date] | None:
    """Return where the first dateline with a day ends, and the day; None when there is none that fits publication."""
    found = _DATELINE.search(text, 0, _HEAD)
    if found is None or not _a_place(found["place"]):
        return None
    month, day = number(found["month"] or found["later"], "month"), found["day"] or found["first"]
    digits = int(re.sub(r"\D", "", day))
    if found["year"]:
        given = day_of(spelled.year(found["year"]), month, digits)
    elif published:
        given = day_of(published.year - (month > published.month), month, digits)
    else:
        given = None
    if given is None or (published and (given > published or not (found["year"] or published - given <= _LATE))):
        return None
    return found.end(), given


def _a_place(words: str) -> bool:
    """Say whether the words before a dateline's day can be a place: names, and no entry of a chronicle ("Monday, May 3 -")."""
    names = re.findall(r"[^\W\d_][\w'’.-]*", words)
    return (
        not any(letter.isdigit() for letter in words)
        and names[0].lower() not in WORDS["weekday"]
        and all(name[0].isupper() or len(name) <= _PARTICLE for name in names)
    )


@cache
def _says() -> frozenset[str]:
    """Return every form of every verb that makes an attribution."""
    return frozenset(verb_forms())
