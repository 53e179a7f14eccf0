"""Weeks, months and days that are numbered, and those beside the next and the last one."""

import re
from datetime import date

from reportedly.reading import spelled
from reportedly.reading.calendar import day_of, named, shift, value_of
from reportedly.reading.date import dated, ordinal
from reportedly.reading.timeform import GAP, NUMBERS, YEAR, Anchor, Form, Reading, Setting, form, one_of

_NTH = r"(?P<n>[1-5]?[0-9](?:st|nd|rd|th)|last|" + one_of(NUMBERS["ordinal"]) + r")"
_YEAR_OF = r"(?:of" + GAP + r")(?:(?P<year>" + YEAR + r")|(?P<of>this|last|next|the)" + GAP + r"year)"

# "On the 4th", and what may follow where it is a day and counts nothing.
_BEFORE = frozenset({"on", "by", "until", "till", "since"})
_ALONE = re.compile(r"\s*(?:[.;!?]|$|,\s(?!\d)|(?:and|but|when|after|before|as|he|she|it|they|we)\b)")


def forms() -> tuple[Form, ...]:
    """Return the forms, the longer before the shorter."""
    ordinals = set(NUMBERS["ordinal"]) | {word.partition("-")[0] for word in NUMBERS["ordinal"]}
    month = r"(?:of" + GAP + r")?(?P<rel>this|next|last|the)" + GAP + r"month"
    return (
        form({"the", "#", "last"} | ordinals, r"(?:the" + GAP + r")?" + _NTH + GAP + r"(?P<unit>week|month)" + GAP + _YEAR_OF, _nth),
        form({"week"}, r"week" + GAP + r"(?P<n>[0-5]?[0-9])(?!\w)" + GAP + _YEAR_OF, _numbered),
        form({"week"}, r"week" + GAP + r"(?P<n>[0-5]?[0-9])(?P<year>)(?P<of>)(?![.,:]?[0-9])", _numbered),
        form({"the"}, r"the" + GAP + r"(?P<unit>week|weekend|month|year)" + GAP + r"(?P<side>after" + GAP + r"next|before" + GAP + r"last)", _beside),
        form({"the"}, r"the" + GAP + r"(?P<day>" + spelled.DAY + r"|[0-3]?[0-9](?:st|nd|rd|th))(?:" + GAP + r"day)?" + GAP + month, _of_month),
        form({"the"}, r"the" + GAP + r"(?P<n>[12]?[0-9](?:st|nd|rd|th)|3(?:0th|1st))", _nth_day),
    )  # fmt: skip


def _year(match: re.Match[str], setting: Setting) -> tuple[int | None, Anchor]:
    """Return the year that the words name, publication's where they name none."""
    if match["year"]:
        return spelled.year(match["year"]), "absolute"
    if setting.published is None:
        return None, "published"
    step = {"last": -1, "next": 1}.get((match["of"] or "").lower(), 0)
    return setting.published.year + step, "published"


def _nth(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the first week of 2015", "the third month of next year"."""
    year, anchor = _year(match, setting)
    if year is None:
        return dated(match, None, "published")
    week = match["unit"].lower() == "week"
    last = match["n"].lower() == "last"
    count = (52 if week else 12) if last else ordinal(match["n"])
    found = _monday(year, count) if week else day_of(year, count, 1)
    return dated(match, named(found, "week" if week else "month"), anchor, found) if found else None


def _numbered(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "week 31", "week 3 of 2027"; with a capital it is a week of a season or a course."""
    if match[0][0].isupper() and not (match["year"] or match["of"]):
        return None
    year, anchor = _year(match, setting)
    found = _monday(year, int(match["n"])) if year else None
    return dated(match, named(found, "week"), anchor, found)


def _monday(year: int, count: int) -> date | None:
    """Return the Monday of an ISO week; None when the year has none such."""
    try:
        return date.fromisocalendar(year, count, 1)
    except ValueError:
        return None


def _beside(match: re.Match[str], setting: Setting) -> Reading:
    """Read "the week after next", "the month before last"."""
    unit = match["unit"].lower()
    step = 2 if match["side"].lower().startswith("after") else -2
    found = setting.published and shift(setting.published, step, "week" if unit == "weekend" else unit)
    return dated(match, value_of(found, unit) if found else None, "published", found)


def _of_month(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the 15th of next month", "the twenty-first day of the month"."""
    step = {"last": -1, "next": 1}.get(match["rel"].lower(), 0)
    first = setting.published and shift(setting.published.replace(day=1), step, "month")
    words = match["day"]
    day = int(re.sub(r"\D", "", words)) if words[0].isdigit() else spelled.day(words)
    found = first and day_of(first.year, first.month, day)
    return dated(match, named(found), "published", found) if found or setting.published is None else None


def _nth_day(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "on the 4th" where no noun follows: the day of this month, or of the one before or after that the verb means."""
    if setting.previous(match.start()) not in _BEFORE or not _ALONE.match(setting.text, match.end()):
        return None
    published, number = setting.published, ordinal(match["n"])
    if published is None:
        return dated(match, None, "published")
    months = [shift(published.replace(day=1), step, "month") for step in (-1, 0, 1)]
    days = [day for first in months if first and (day := day_of(first.year, first.month, number))]
    if setting.ahead():
        found = min((day for day in days if day > published), default=None)
    else:
        found = max((day for day in days if day <= published), default=None)
    return dated(match, named(found), "published", found) if found else None
