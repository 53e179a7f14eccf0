"""Recognizers-Text's own conventions for the values of times, where they part from ISO-TimeML's.

What was found is not touched, only how its value is written. The conventions are those that the suite's published
specification files show (`Specs/DateTime/English`), and each of them is one function here:

| words | ISO-TimeML, ours | the suite |
|---|---|---|
| "10 a.m." | T10:00 | T10 |
| "30 minutes ago" | T11:30 | T11:30:00 |
| "two weeks ago", "in two months" | the week, the month | the day |
| "a few hours", "several weeks" | PTXH, PXW | PT3H, P3W |
| "one and a half hours" | PT1H30M | PT1.5H |
| "the end of tomorrow" | the day | its last second |
| "next Friday", "last Friday" | the first one after or before publication | that of the week after or before |
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from reportedly.model import Timex
from reportedly.reading.calendar import shift
from reportedly.reading.timeform import COUNT, UNIT, amount, row

_MINUTES = re.compile(r"[0-9][:.][0-9]{2}|[0-9]{4}|thirty|fifteen|half|quarter|past|-|minutes", re.IGNORECASE)
_FROM_NOW = re.compile(r"(?:minute|min|hour)s?\b.*\b(?:ago|from now|later|earlier|time)\b|^in\b", re.IGNORECASE)
_COUNTED = re.compile(
    rf"(?:in )?(?:about )?(?P<n>{COUNT})[ ](?P<unit>{UNIT})\b(?:['’]s? time| (?P<ago>ago)| from (?:now|today))?$",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?P<rel>next|last|previous)[ ][a-z]+day\b", re.IGNORECASE)
_END = re.compile(r"\bend of (?:the )?$", re.IGNORECASE)
_HALF_HOUR = re.compile(r"PT(\d+)H30M")
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LAST_SECOND = "T23:59:59"
_FEW = "3"

Convention = Callable[[str, str, date], str]


def respelled(found: Timex, text: str, published: date) -> str | None:
    """Return a time's value as the suite writes it; None for one that has none.

    Args:
        found: A time as the product reads it.
        text: The text it stands in.
        published: The day it hangs on.
    """
    value, words = found.value, found.span.cut(text)
    if value is None:
        return None
    if _END.search(text[: found.span.start]) and _WHOLE_DAY.fullmatch(value):
        return value + _LAST_SECOND
    for convention in (_hour, _few, _fraction, _to_the_day, _of_its_week):
        value = convention(value, words, published)
    return value


def _hour(value: str, words: str, _: date) -> str:
    """Leave out minutes that the words do not tell; tell the seconds of what is counted in minutes."""
    if value.count(":") != 1:
        return value
    if _FROM_NOW.search(words):
        return value + ":00"
    return value.removesuffix(":00") if not _MINUTES.search(words) else value


def _few(value: str, words: str, _: date) -> str:
    """Take "a few", "several" and "some" for three."""
    return (
        value.replace("X", _FEW)
        if value.startswith("P") and re.match(r"a few|few|several|some", words, re.IGNORECASE)
        else value
    )


def _fraction(value: str, words: str, _: date) -> str:
    """Write half hours as a fraction where the words tell a half."""
    found = _HALF_HOUR.fullmatch(value)
    return f"PT{found[1]}.5H" if found and "half" in words.lower() else value


def _to_the_day(value: str, words: str, published: date) -> str:
    """Count weeks, months and years from publication to the day."""
    found = _COUNTED.match(words)
    count = amount(found["n"]) if found else None
    if found is None or count is None or count != int(count) or not re.fullmatch(r"\d{4}(?:-W?\d\d)?", value):
        return value
    about = row("unit", found["unit"])
    day = shift(published, int(count) * int(about["times"]) * (-1 if found["ago"] else 1), str(about["of"]))
    return day.isoformat() if day else value


def _of_its_week(value: str, words: str, published: date) -> str:
    """Move "next Friday" into the week after publication's and "last Friday" into the week before."""
    found = _WEEKDAY.match(words)
    if found is None or not _WHOLE_DAY.match(value):
        return value
    day = date.fromisoformat(value[:10])
    monday = published - timedelta(published.weekday())
    step = 7 if found["rel"].lower() == "next" else -7
    if monday <= day < monday + timedelta(7):
        day += timedelta(step)
    return day.isoformat() + value[10:]
