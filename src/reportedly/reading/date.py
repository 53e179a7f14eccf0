"""Dates on the calendar: days and months, and the words that stand for them."""

import re
from collections.abc import Callable
from datetime import date

from reportedly.reading import spelled
from reportedly.reading.calendar import day_of, named
from reportedly.reading.timeform import (
    DAY,
    GAP,
    MONTH,
    WEEKDAY,
    WORDS,
    YEAR,
    Anchor,
    Form,
    Reading,
    Setting,
    form,
    number,
)

_MONTHS = set(WORDS["month"])
_WEEKDAYS = set(WORDS["weekday"])
MOD = (
    r"(?:(?:early|late|mid)(?:[\s-]{1,2}|(?=[a-z]))(?:in"
    + GAP
    + r")?|(?:the"
    + GAP
    + r")?(?:very"
    + GAP
    + r")?(?:beginning|start|end|middle|close|(?:first|second|third|fourth|last|final|opening|closing)"
    + GAP
    + r"(?:weeks?|days?|part|half))"
    + GAP
    + r"of"
    + GAP
    + r")"
)
MOD_STARTS = frozenset(
    [
        "early",
        "late",
        "mid",
        "beginning",
        "start",
        "end",
        "middle",
        "close",
        "the",
        "first",
        "second",
        "third",
        "fourth",
        "last",
        "final",
        "opening",
        "closing",
    ]
)
REL = r"(?:last|next|this(?:" + GAP + r"(?:past|coming))?|past|previous|coming|following)"
REL_STARTS = {"last", "next", "this", "past", "previous", "coming", "following"}
OF_YEAR = r"(?:(?:of" + GAP + r")?(?P<of>last|this|next|the" + GAP + r"(?:same|previous|following))" + GAP + "year)"
"""Pattern of a year told from publication's: "of last year"."""
# Words that a bare "May" or "March" may follow as a month.
_BEFORE_MONTH = frozenset(
    [
        "in",
        "of",
        "since",
        "by",
        "until",
        "till",
        "from",
        "through",
        "during",
        "for",
        "before",
        "after",
        "the",
        "between",
        "and",
        "early",
        "late",
        "mid",
        "his",
        "its",
        "their",
        "a",
        "to",
    ]
)
_CASED = frozenset(
    {"may", "march", "mar", "dec", "jan", "sept", "sep", "sun", "sat", "mon", "wed", "thu", "fri", "tue"}
)
_NEAR_DAYS, _NEAR_MONTHS = 60, 2
# Years ahead of publication that two digits may still mean.
_FARTHEST_AHEAD = 20


def forms() -> tuple[Form, ...]:
    """Return the forms of dates, the longer before the shorter."""
    of_weekday = r"(?:(?P<wd>" + WEEKDAY + r")\b\.?,?" + GAP + ")?"
    with_year = (
        r"(?:(?:\s?,|"
        + GAP
        + r"(?:of|in))?"
        + GAP
        + r"(?P<year>"
        + YEAR
        + r"|['’‘][0-9]{2}(?![0-9])|(?<=of )[6-9][0-9](?![0-9]))|"
        + GAP
        + OF_YEAR
        + ")?"
    )
    more = (
        r"(?:\s?(?:-|–|to|and|or|through)\s?(?P<more>"
        + DAY
        + r")(?!"
        + GAP
        + r"(?:\w+s\b|"
        + MONTH
        + r"\b|percent|per|million)))?"
    )
    return (
        form(_WEEKDAYS, WEEKDAY + r"\b\.?,?" + GAP + r"(?P<y>[0-9]{4})(?P<sep>[-/.])(?P<m>[01]?[0-9])(?P=sep)(?P<d>[0-3]?[0-9])", _numeric),
        form(_WEEKDAYS, WEEKDAY + r"\b\.?,?" + GAP + r"(?P<d>[0-3]?[0-9])(?P<sep>[./-])(?P<m>[0-3]?[0-9])(?P=sep)(?P<y>[0-9]{4}|[0-9]{2})(?![0-9])", _numeric),
        Form(frozenset("#"), re.compile(r"(?P<y>[0-9]{4})(?P<sep>[-/.])(?P<m>[01]?[0-9])(?P=sep)(?P<d>[0-3]?[0-9])(?=T[0-2][0-9]:|(?!\w))"), _numeric),
        form("#", r"(?P<d>[0-3]?[0-9])(?P<sep>[./-])(?P<m>[0-3]?[0-9])(?P=sep)(?P<y>[0-9]{4}|[0-9]{2})(?![0-9])", _numeric),
        form({"#"}, r"9/11", _nine_eleven),
        form(_WEEKDAYS | _MONTHS | {"last", "this", "next"}, r"(?:(?P<rel>last|this|next)" + GAP + ")?" + of_weekday + r"(?P<month>" + MONTH + r")(?:(?=[0-9])|\b\.?" + GAP + r"(?:the" + GAP + r")?)(?P<day>" + DAY + "|" + spelled.NTH + ")" + more + with_year, _day),
        form(_MONTHS, r"(?P<wd>)(?P<month>" + MONTH + r")\b\.?" + GAP + r"(?P<day>" + spelled.DAY + r"|[12]?[0-9](?:st|nd|rd|th)?),?" + GAP + r"(?P<year>" + spelled.YEAR + ")", _day),
        form(_WEEKDAYS | {"#", "the"} | spelled.DAY_STARTS, of_weekday + r"(?:the" + GAP + r")?(?P<day>" + DAY + "|" + spelled.DAY + ")(?:" + GAP + "of)?" + GAP + "(?P<month>" + MONTH + r")\b\.?" + with_year, _day),
        form("#", r"(?P<wd>)(?P<day>" + DAY + r")(?:" + GAP + r"(?:to|and|or)" + GAP + r"|\s?[-–]\s?)(?P<more>" + DAY + r")" + GAP + r"(?P<month>" + MONTH + r")\b\.?" + with_year, _days),
        form(_MONTHS | MOD_STARTS | REL_STARTS, r"(?P<mod>" + MOD + r")?(?:(?P<rel>" + REL + ")" + GAP + r")?(?P<month>" + MONTH + r")\b(?:\.(?=,?" + GAP + r"(?:of" + GAP + ")?" + YEAR + r"))?(?:,?" + GAP + r"(?:of" + GAP + r")?(?P<year>" + YEAR + r"|['’‘][0-9]{2}(?![0-9])|(?<=of )[6-9][0-9](?![0-9]))|" + GAP + OF_YEAR + r")?", _month),
        form({"week", "weekend", "the"}, r"(?:the" + GAP + r")?(?P<unit>week|weekend)" + GAP + r"(?:of|ending|ended|beginning|starting|commencing|to)" + GAP + r"(?:on" + GAP + r")?" + of_weekday + r"(?:the" + GAP + r")?(?:(?P<month>" + MONTH + r")\b\.?" + GAP + r"(?P<day>" + DAY + r")|(?P<first>" + DAY + r")(?:" + GAP + r"of)?" + GAP + r"(?P<later>" + MONTH + r")\b\.?)" + with_year, _week_of),
    )  # fmt: skip


def dated(match: re.Match[str], value: str | None, anchor: Anchor, day: date | None = None) -> Reading:
    """Return the reading of a match as a date; without a value it hangs on nothing."""
    return Reading(*match.span(), "DATE", value, anchor if value else None, day)


def _small(match: re.Match[str], *names: str) -> bool:
    """Say whether one of the groups is written small although its word means something else so."""
    return any((word := match[name]) and word.lower() in _CASED and not word[0].isupper() for name in names)


def _of_two(two: int, published: date | None) -> int:
    """Return the year that two digits mean: none far ahead of publication; without one, as POSIX has it (69 is 1969)."""
    if published is None:
        return two + (1900 if two >= 69 else 2000)  # noqa: PLR2004 - POSIX
    year = published.year // 100 * 100 + two
    return year - 100 if year > published.year + _FARTHEST_AHEAD else year


def _numeric(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read 2024-11-04, 11/04/2024 (month first, unless it cannot be), 4.11.2024 (day first)."""
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    if len(match["y"]) == 2:  # noqa: PLR2004 - months of a year, digits of a year
        if match["sep"] != "/":
            return None
        year = _of_two(year, setting.published)
    first_is_month = match.start("d") < match.start("m") and match["sep"] == "/" and day <= 12  # noqa: PLR2004 - months of a year, digits of a year
    if first_is_month or (month > 12 >= day):  # noqa: PLR2004 - months of a year, digits of a year
        month, day = day, month
    found = day_of(year, month, day)
    return dated(match, found.isoformat(), "absolute", found) if found else None


def _nine_eleven(match: re.Match[str], _: Setting) -> Reading:
    """Read 9/11, which names one day."""
    return dated(match, "2001-09-11", "absolute", date(2001, 9, 11))


def _day(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "Monday, Nov. 4, 2024", "4 November", "April 24 and 25"."""
    if _small(match, "wd", "month"):
        return None
    month, day = number(match["month"], "month"), ordinal(match["day"])
    found, anchor = placed(month, day, _year_of(match, setting), setting, match["wd"])
    if match["wd"] and found and "\n" in match[0] and found.isoweekday() != number(match["wd"], "weekday"):
        # The one ends a headline, the other begins a dateline.
        return None
    more = "more" in match.re.groupindex and match["more"]
    if not more:
        return dated(match, named(found), anchor, found)
    second, _ = placed(month, ordinal(more), _year_of(match, setting), setting)
    value = named(second)
    follow = Reading(match.start("more"), match.end(), "DATE", value, anchor if value else None, second)
    value = named(found)
    return Reading(match.start(), match.end("day"), "DATE", value, anchor if value else None, found, rest=(follow,))


def _days(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "5 to 6 November": the month stands once, after both days."""
    if _small(match, "month"):
        return None
    month = number(match["month"], "month")
    left, anchor = placed(month, ordinal(match["day"]), _year_of(match, setting), setting)
    right, _ = placed(month, ordinal(match["more"]), _year_of(match, setting), setting)
    value = named(right)
    follow = Reading(match.start("more"), match.end(), "DATE", value, anchor if value else None, right)
    value = named(left)
    return Reading(*match.span("day"), "DATE", value, anchor if value else None, left, rest=(follow,))


def _year_of(match: re.Match[str], setting: Setting) -> str | int | None:
    """Return the year beside a day: as it is written, or a number where it is told from publication's ("of last year")."""
    told = match.groupdict().get("of")
    return year_said(told, setting.published) if told and setting.published else match["year"]


def ordinal(word: str) -> int:
    """Return the number of "25", "25th" or "fourth"."""
    digits = re.match(r"[0-9]+", word)
    return int(digits[0]) if digits else spelled.day(word)


def placed(
    month: int, day: int, year: str | int | None, setting: Setting, weekday: str | None = None
) -> tuple[date | None, Anchor]:
    """Return the day of a month in the year that is written, that fits the weekday named, or that is meant."""
    if isinstance(year, int):
        return day_of(year, month, day), "published"
    if year:
        return day_of(spelled.year(year), month, day), "absolute"
    if setting.published is None:
        return None, "published"
    number_of_day = number(weekday, "weekday") if weekday else 0

    def on(year: int) -> date | None:
        found = day_of(year, month, day)
        return found if found and number_of_day in {0, found.isoweekday()} else None

    return nearest(setting, on) or nearest(setting, lambda at: day_of(at, month, day)), "published"


def nearest(setting: Setting, on: Callable[[int], date | None]) -> date | None:
    """Return the day in the year before, of or after publication that the verb and the distance make likeliest."""
    published = setting.published
    if published is None:
        return None
    days = [day for year in range(published.year - 1, published.year + 2) if (day := on(year))]
    past = max((day for day in days if day <= published), default=None)
    later = min((day for day in days if day > published), default=None)
    if past is None or later is None:
        return past or later
    # A day close by needs no verb: nobody means the one almost a year away without saying the year.
    if (published - past).days <= _NEAR_DAYS:
        return past
    if (later - published).days <= _NEAR_DAYS:
        return later
    return later if setting.ahead() else past


def directed(rel: str | None, setting: Setting, on: Callable[[int], date | None]) -> date | None:
    """Return the day that lies in the direction of "last" or "next", else the likeliest."""
    published = setting.published
    if not rel or rel.lower().startswith("this") or published is None:
        return nearest(setting, on)
    days = [day for year in range(published.year - 1, published.year + 2) if (day := on(year))]
    if rel.lower() in {"last", "past", "previous"}:
        return max((day for day in days if day < published), default=None)
    return min((day for day in days if day > published), default=None)


def _month(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "March", "early March", "last October", "July 1997", "October last year"."""
    if _small(match, "month"):
        return None
    month, alone = number(match["month"], "month"), not (match["year"] or match["rel"] or match["mod"] or match["of"])
    word = match["month"].lower()
    if (
        alone
        and (word in _CASED or len(word) < 4)  # noqa: PLR2004 - months of a year, digits of a year
        and not (word in {"may", "march"} and setting.previous(match.start()) in _BEFORE_MONTH)
    ):
        return None
    if match["year"]:
        first = day_of(spelled.year(match["year"]), month, 1)
        return dated(match, named(first, "month"), "absolute", first)
    if setting.published is None:
        return dated(match, None, "published")
    if match["of"]:
        first = day_of(year_said(match["of"], setting.published), month, 1)
    elif match["rel"]:
        first = _month_beside(match["rel"].lower(), month, setting.published)
    else:
        first = month_meant(month, setting, since=setting.previous(match.start()) == "since")
    return dated(match, named(first, "month"), "published", first)


def year_said(word: str, published: date) -> int:
    """Return the year that "last", "this" or "next" year is."""
    step = {"last": -1, "next": 1}.get(word.lower().split()[0], 0)
    return published.year + step


def _month_beside(rel: str, month: int, published: date) -> date | None:
    """Return the first of the month that lies in the direction of "last" or "next"."""
    year = published.year
    if rel in {"last", "past", "previous", "this past"}:
        year -= month >= published.month
    elif rel in {"next", "coming", "following", "this coming"}:
        year += month <= published.month
    return day_of(year, month, 1)


def month_meant(month: int, setting: Setting, *, since: bool = False) -> date | None:
    """Return the first of the month that a bare name means."""
    published = setting.published
    if published is None:
        return None
    distance = (month - published.month) % 12
    near = distance <= _NEAR_MONTHS
    just_gone = distance >= 12 - _NEAR_MONTHS + 1
    ahead = distance > 0 and not just_gone and (near or setting.ahead()) and not since
    year = published.year + (month < published.month if ahead else -(month > published.month))
    return day_of(year, month, 1)


def _week_of(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the week of March 6", "the week ending Sunday 9 May"."""
    month, day = match["month"] or match["later"], match["day"] or match["first"]
    found, anchor = placed(number(month, "month"), ordinal(day), _year_of(match, setting), setting, match["wd"])
    return dated(match, named(found, match["unit"].lower()), anchor, found)
