"""What every form of a time expression shares: its pattern, the setting it is read in, and what comes of it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from typing import Literal

from reportedly.lexicon import load
from reportedly.model.timex import TimexType
from reportedly.reading import spelled

WORDS = load("en", "timex")
NUMBERS = load("en", "number")
Anchor = Literal["published", "text", "absolute"]


def one_of(words: Iterable[str]) -> str:
    """Return a pattern that matches one of the words, the longest first; white space in them may be of any width."""
    return "(?:" + "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in sorted(words, key=len, reverse=True)) + ")"


# No part repeats without a bound, so a match costs a bounded number of steps wherever it starts.
GAP = r"[\s ]{1,4}"
MONTH = one_of(WORDS["month"])
WEEKDAY = one_of(WORDS["weekday"])
FULL_WEEKDAY = one_of(word for word in WORDS["weekday"] if word.endswith("day")) + "|tues|thurs"
YEAR = r"(?:(?:1[0-9]{3}|2[01][0-9]{2})(?![0-9]|[.,][0-9])|" + spelled.YEAR + ")"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9\w]|[.,:][0-9])"
UNIT = one_of(WORDS["unit"])
SEASON = one_of(WORDS["season"])
PART = one_of(("morning", "afternoon", "evening", "night", "lunchtime"))
_CARDINAL = one_of(NUMBERS["cardinal"])
COUNT = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,6}(?:\.[0-9]{1,3})?(?:" + GAP + r"[1-9]/[1-9])?|"
    + _CARDINAL + r"(?:[\s-]{1,2}(?:" + _CARDINAL + "|hundred|thousand)){0,3}|half(?:" + GAP + "an?)?|"
    + r"an?(?:" + GAP + r"(?:half|couple(?:" + GAP + r"of)?|few|dozen|hundred|thousand))?|several|many|a" + GAP
    + r"number" + GAP + r"of|few|couple(?:" + GAP + r"of)?|dozens" + GAP + r"of|hundreds" + GAP + r"of)"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """What a form may look at besides its own words.

    Attributes:
        text: The report's text.
        published: Day of publication; None when nothing says.
        clock: The moment of publication where it is known.
        before: The last day that the text itself named before this place, or the first of the stretch it named, else the
            day of publication; None when none.
        day: The last whole day that the text named, else the day of publication unless the text named a longer stretch;
            None when none.
        minute: The last clock time that the text named; None when none.
        told: TIMEX3 value of the last date or time that the text named; None when none.
        spoken: The day in the same sentence on which a bare clock time hangs; None when the sentence names none.
        ahead: Says whether the verb near the words looks ahead (True), back (False) or does neither (None).
        joined: The day of a clock time stands right before it.
    """

    text: str
    published: date | None
    clock: datetime | None
    before: date | None
    day: date | None
    minute: datetime | None
    told: str | None
    spoken: date | None
    ahead: Callable[[], bool | None]
    joined: bool = False

    def previous(self, start: int) -> str:
        """Return the word before a position, lower case; empty at the beginning of a line or after a stop."""
        return previous(self.text, start)


def previous(text: str, start: int) -> str:
    """Return the word before a position, lower case; empty at the beginning of a line or after a stop."""
    found = _LAST_WORD.search(text, max(0, start - 24), start)
    return found[1].lower() if found else ""


_LAST_WORD = re.compile(r"([\w'’$%]+)[,\s(“\"‘-]{0,3}$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form makes of its words.

    Attributes:
        start: First code point.
        end: One past the last.
        type: TIMEX3 type.
        value: TIMEX3 value; None when nothing dates it.
        anchor: What the value hangs on.
        day: The day it names, or the first one; what later words may hang on. None when it names none.
        offset: Clock's distance from UTC, summer time left out.
        rest: Further readings of the same words ("April 24 and 25").
        summer: Law by which the clock keeps summer time, as the lexicon names it; empty where it keeps none.
        half_open: A clock time whose words leave open which half of the day is meant ("eight o'clock").
    """

    start: int
    end: int
    type: TimexType
    value: str | None
    anchor: Anchor | None = None
    day: date | None = None
    offset: timedelta = timedelta(0)
    rest: "tuple[Reading, ...]" = field(default=())
    summer: str = ""
    half_open: bool = False


Read = Callable[[re.Match[str], Setting], Reading | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a time.

    Attributes:
        starts: First words, lower case, at which the pattern is tried; "#" stands for any digit.
        pattern: Matched at the first word; one that is not compiled yet ignores case, and is compiled when it is first tried.
        read: Makes a reading of the match; None when the words mean something else here.
    """

    starts: frozenset[str]
    pattern: str | re.Pattern[str]
    read: Read

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """Match the pattern at a place of a text."""
        return _compiled(self.pattern).match(text, at)


@cache
def _compiled(pattern: str | re.Pattern[str]) -> re.Pattern[str]:
    """Compile a pattern once: most texts ask for few, and all take a tenth of a second."""
    return re.compile(pattern, re.IGNORECASE) if isinstance(pattern, str) else pattern


def form(starts: Iterable[str], pattern: str, read: Read) -> Form:
    """Return a form; the pattern ignores case and ends at a word's end."""
    return Form(frozenset(starts), pattern + r"(?!\w)", read)


def row(section: str, word: str) -> dict[str, int | str]:
    """Return the lexicon's row of a word as it stands in the text."""
    return dict(WORDS[section][" ".join(word.lower().replace("’", "'").rstrip(".").split())])


def number(word: str, section: str) -> int:
    """Return a month's or weekday's number."""
    return int(row(section, word)["number"])


def amount(words: str) -> float | None:  # noqa: PLR0911 - one return for each way to write a count
    """Return how many the words of a count say; None for "several" and the like.

    >>> amount("two"), amount("5 1/2"), amount("a"), amount("several")
    (2.0, 5.5, 1.0, None)
    """
    lowered = " ".join(re.split(r"[\s-]+", words.lower()))
    if lowered[0] in "0123456789":
        whole, _, part = lowered.replace(",", "").partition(" ")
        return float(whole) + (int(part[0]) / int(part[2]) if part else 0.0)
    if lowered in {"a", "an"}:
        return 1.0
    if lowered in {"half", "half a", "half an", "a half"}:
        return 0.5
    if lowered.startswith(("a couple", "couple")):
        return 2.0
    if lowered == "a dozen":
        return 12.0
    if lowered in {"a hundred", "a thousand"}:
        return 100.0 if lowered == "a hundred" else 1000.0
    return _spelled(lowered.split(" "))


def _spelled(words: Sequence[str]) -> float | None:
    """Return the number that words spell out; None when one of them is no numeral."""
    total = 0
    for word in words:
        if word in NUMBERS["cardinal"]:
            total += int(NUMBERS["cardinal"][word]["value"])
        elif word in {"hundred", "thousand"}:
            total = max(total, 1) * (100 if word == "hundred" else 1000)
        else:
            return None
    return float(total)
