"""Days, weeks and weekends told by their number in a month: "the third Monday of May", "the last week of March"."""

import re
from datetime import date, timedelta

from reportedly.reading import spelled
from reportedly.reading.calendar import day_of, named, shift, weekday
from reportedly.reading.date import OF_YEAR, dated, month_meant, nearest, ordinal, year_said
from reportedly.reading.timeform import (
    FULL_WEEKDAY,
    GAP,
    MONTH,
    NUMBERS,
    YEAR,
    Anchor,
    Form,
    Reading,
    Setting,
    form,
    number,
    one_of,
)

_LAST = -1
_COUNTS = ("first", "second", "third", "fourth", "fifth")
_NTH = r"(?P<n>[1-5](?:st|nd|rd|th)|last|final|opening|" + one_of(_COUNTS) + ")"
_OF = (
    r"(?:(?:of|in)" + GAP + r"|(?=(?:this|next|last)" + GAP + r"month))(?:(?P<month>" + MONTH + r")\b\.?(?:,?" + GAP + r"(?:of" + GAP + r")?(?P<year>" + YEAR + r")|" + GAP + OF_YEAR
    + r")?|(?P<rel>this|next|last|the(?:" + GAP + r"(?:same|following|previous))?|each|every|a)" + GAP + "month)"
)  # fmt: skip
_THURSDAY, _SATURDAY = 4, 6
# No month has a sixth of any weekday.
_MOST = 5


def forms() -> tuple[Form, ...]:
    """Return the forms."""
    starts = {"the", "every", "each", "last", "final", "opening", "#", *_COUNTS}
    unit = r"(?:(?:full|whole)" + GAP + r")?(?P<unit>day|week|weekend|" + FULL_WEEKDAY + ")"
    return (
        form(starts, r"(?:(?P<every>each|every)" + GAP + r"|the" + GAP + r"(?:very" + GAP + r")?)?" + _NTH + GAP + unit + GAP + _OF, _nth),
        form({"the", "a", "last", *NUMBERS["ordinal"]}, r"(?:(?:the|a)" + GAP + r")?(?P<n>" + one_of(NUMBERS["ordinal"]) + r"|last)" + GAP + r"(?:(?:consecutive|straight|successive|running)" + GAP + r"(?P<unit>day|week|month|quarter|year)|(?P<row>day|week|month|quarter|year)" + GAP + r"(?:in" + GAP + r"a" + GAP + r"row|running))", _running),
    )  # fmt: skip


def _first_of_month(match: re.Match[str], setting: Setting) -> tuple[date | None, Anchor]:
    """Return the first day of the month that the words name."""
    if match["month"]:
        month = number(match["month"], "month")
        if match["year"]:
            return day_of(spelled.year(match["year"]), month, 1), "absolute"
        if match["of"] and setting.published:
            return day_of(year_said(match["of"], setting.published), month, 1), "published"
        return month_meant(month, setting), "published"
    words = match["rel"].lower().split()
    told = words[0] == "the" and len(words) > 1
    base = setting.before if told else setting.published
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(words[-1], 0)
    return base and shift(base.replace(day=1), step, "month"), "text" if told else "published"


def _nth(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the third Monday of May", "the first week of next month", "every first Sunday of the month"."""
    if match["month"] and match["month"].islower():
        return None
    unit = match["unit"].lower()
    if match["every"] or (match["rel"] or "").lower() in {"each", "every", "a"}:
        return Reading(*match.span(), "SET", "P1M")
    word = match["n"].lower()
    count = _LAST if word in {"last", "final"} else 1 if word == "opening" else ordinal(word)
    first, anchor = _first_of_month(match, setting)
    if first is None:
        return dated(match, None, anchor) if setting.published is None else None
    found = _day(first, count, unit)
    bare = match["month"] and not (match["year"] or match["of"]) and unit not in {"day", "week", "weekend"}
    if bare:
        found = nearest(setting, lambda year: _day(first.replace(year=year), count, unit))
    return dated(match, named(found, unit if unit in {"week", "weekend"} else "day"), anchor, found) if found else None


def _day(first: date, count: int, unit: str) -> date | None:
    """Return the day that is so many weekdays into a month, or the one by which a week is counted into it.

    A week belongs to the month that holds its Thursday, as ISO 8601 has it for years; a weekend to that of its Saturday.

    Args:
        first: The month's first day.
        count: 1 for the first, -1 for the last.
        unit: "day", "week", "weekend" or a weekday's name.
    """
    following = shift(first, 1, "month")
    if unit == "day":
        return first + timedelta(count - 1) if count > 0 else following and shift(following, -1, "day")
    which = {"week": _THURSDAY, "weekend": _SATURDAY}.get(unit) or number(unit, "weekday")
    if count > 0:
        start = weekday(first, which, 1)
        found = start and shift(start, count - 1, "week")
        return found if found and found.month == first.month else None
    last = following and shift(following, -1, "day")
    return last and weekday(last, which, -1)


def _running(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "a third straight day", "the fourth week in a row": the one that the text tells of."""
    unit = (match["unit"] or match["row"]).lower()
    told = setting.before and named(setting.before, unit) == setting.told
    base = setting.before if told else setting.published
    return dated(match, named(base, unit), "text" if told else "published", base)
