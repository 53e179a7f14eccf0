"""Stretches of days told by both their ends: "from 28 May to 3 June", "April-June 2030", "Tuesday through Thursday"."""

import re
from datetime import date

from reportedly.reading import spelled
from reportedly.reading.calendar import day_of, named, weekday
from reportedly.reading.date import month_meant, ordinal, placed
from reportedly.reading.timeform import (
    DAY,
    FULL_WEEKDAY,
    GAP,
    MONTH,
    WORDS,
    YEAR,
    Anchor,
    Form,
    Reading,
    Setting,
    form,
    number,
)
from reportedly.reading.weekday import weekday_meant

_TO = r"(?P<to>\s?[-–]\s?|" + GAP + r"(?:to|through|until|till|and)" + GAP + ")"
_YEAR = r"(?:,?" + GAP + r"(?P<year>" + YEAR + r"))?"


def forms() -> tuple[Form, ...]:
    """Return the forms."""
    months = set(WORDS["month"])
    before = r"(?P<month>" + MONTH + r")\b\.?" + GAP + r"(?P<day>" + DAY + ")"
    after = r"(?P<day>" + DAY + ")" + GAP + r"(?P<month>" + MONTH + r")\b\.?"
    last = (
        r"(?:(?P<month2>" + MONTH + r")\b\.?" + GAP + r"(?P<day2>" + DAY + r")|(?P<first2>" + DAY + ")" + GAP + r"(?P<later2>" + MONTH + r")\b\.?)"
    )  # fmt: skip
    return (
        form(months, before + _TO + last + _YEAR, _days),
        form("#", after + _TO + last + _YEAR, _days),
        form(months, r"(?P<month>" + MONTH + r")\b\.?" + _TO + r"(?P<month2>" + MONTH + r")\b\.?" + _YEAR + r"(?!" + GAP + "[0-9])", _months),
        form(WORDS["weekday"], r"(?P<wd>" + FULL_WEEKDAY + r")\b" + _TO + r"(?P<wd2>" + FULL_WEEKDAY + r")\b(?!['’]s)", _weekdays),
    )  # fmt: skip


def _stretch(match: re.Match[str], setting: Setting) -> bool:
    """Say whether the words between are those of a stretch: "and" is only after "between"."""
    return match["to"].strip().lower() != "and" or setting.previous(match.start()) == "between"


def _both(
    match: re.Match[str],
    ends: tuple[int, int],
    values: tuple[str | None, str | None],
    days: tuple[date | None, date | None],
    anchor: Anchor,
) -> Reading:
    """Return the reading of both ends.

    Args:
        match: The words.
        ends: Where the first end stops and the second begins.
        values: TIMEX3 values.
        days: The days they name, or the first ones.
        anchor: What they hang on.
    """
    follow = Reading(ends[1], match.end(), "DATE", values[1], anchor if values[1] else None, days[1])
    return Reading(match.start(), ends[0], "DATE", values[0], anchor if values[0] else None, days[0], rest=(follow,))


def _days(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "28 May to 3 June 2030": the year stands once, and the first day is the last such one before the second."""
    if not _stretch(match, setting) or match["month"].islower():
        return None
    month, day = number(match["month"], "month"), ordinal(match["day"])
    month2, day2 = number(match["month2"] or match["later2"], "month"), ordinal(match["day2"] or match["first2"])
    last, anchor = placed(month2, day2, match["year"], setting)
    start = last and day_of(last.year - ((month, day) > (month2, day2)), month, day)
    return _both(match, (match.start("to"), match.end("to")), (named(start), named(last)), (start, last), anchor)


def _months(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "April-June 2030", "between November and March"."""
    if not _stretch(match, setting) or match["month"].islower():
        return None
    month, month2 = number(match["month"], "month"), number(match["month2"], "month")
    anchor: Anchor = "absolute" if match["year"] else "published"
    last = day_of(spelled.year(match["year"]), month2, 1) if match["year"] else month_meant(month2, setting)
    start = last and day_of(last.year - (month > month2), month, 1)
    values = (named(start, "month"), named(last, "month"))
    return _both(match, (match.start("to"), match.end("to")), values, (start, last), anchor)


def _weekdays(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "Tuesday through Thursday": the second is the first such day after the other."""
    if not _stretch(match, setting) or match["wd"].islower():
        return None
    start, anchor = weekday_meant(number(match["wd"], "weekday"), setting)
    last = start and weekday(start, number(match["wd2"], "weekday"), 1, strictly=True)
    return _both(match, (match.start("to"), match.end("to")), (named(start), named(last)), (start, last), anchor)
