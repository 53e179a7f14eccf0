"""Arithmetic on the calendar: TIMEX3 values, the instants they span, and steps from one to another.

Pure functions on days and values. What falls outside the years 1 to 9999 is None and never an error.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

from reportedly.reading.hebrew import gregorian

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
# Farther than any calendar reaches, and small enough that no arithmetic grows with the digits of a hostile number.
_FARTHEST = 120_000

# Months in which a season begins; winter runs into the year after (HeidelTime and TIMEX3 name it by its first year).
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Hours of the parts of a day, as news uses the words; TIMEX3 fixes the codes and leaves the hours open.
_PARTS = {"MO": (0, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 24), "NI": (18, 30), "DT": (6, 18)}

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(?:(\d\d)(?::(\d\d))?(?::(\d\d))?Z?|([A-Z]{2})))?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-(?:(SP|SU|FA|WI)|Q([1-4])|H([12])|(\d\d))")
_YEARS = re.compile(r"\d{2,4}")
_FISCAL = re.compile(r"FY(\d{4})")

Instants = tuple[datetime, datetime]


def instants(value: str, offset: timedelta = timedelta(0)) -> Instants | None:
    """Return the first instant of a TIMEX3 value and the first after it, UTC; None for values off the calendar.

    Args:
        value: "2024-11-04", "2024-W44", "2024-05", "2024-Q3", "2024-FA", "199" for a decade, "2024-11-04TMO"…
        offset: Time zone's distance from UTC of the clock that the value tells.

    >>> [str(one.date()) for one in instants("2024-W44")]
    ['2024-10-28', '2024-11-04']
    """
    try:
        return _instants(value, offset)
    except (ValueError, OverflowError):
        return None


def _instants(value: str, offset: timedelta) -> Instants | None:  # noqa: PLR0911 - one return for each shape of value
    """Return the instants; ValueError or OverflowError off the calendar."""
    if found := _DATE.fullmatch(value):
        return _within_day(found, offset)
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return _days(monday + timedelta(5), 2) if found[3] else _days(monday, 7)
    if found := _PART.fullmatch(value):
        year, season, quarter, half, month = found.groups()
        if season:
            return _months(int(year), SEASONS[season], 3)
        if quarter:
            return _months(int(year), 3 * int(quarter) - 2, 3)
        if half:
            return _months(int(year), 6 * int(half) - 5, 6)
        return _months(int(year), int(month), 1)
    if _YEARS.fullmatch(value):
        width = 10 ** (4 - len(value))
        return _months(int(value) * width or 1, 1, 12 * width)
    if found := _FISCAL.fullmatch(value):
        # It may begin in the year before the one it is named by, or end in the year after.
        return _months(int(found[1]) - 1, 1, 36)
    return None


def _within_day(found: re.Match[str], offset: timedelta) -> Instants:
    """Return the instants of a day, a clock time or a part of a day."""
    midnight = datetime.combine(date(*map(int, found.group(1, 2, 3))), time(), UTC) - offset
    hour, minute, second, part = found.group(4, 5, 6, 7)
    if part:
        first, last = _PARTS[part]
        return midnight + timedelta(hours=first), midnight + timedelta(hours=last)
    if hour is None:
        return midnight, midnight + timedelta(1)
    start = midnight + timedelta(hours=int(hour), minutes=int(minute or 0), seconds=int(second or 0))
    return start, start + (timedelta(seconds=1) if second else timedelta(minutes=1) if minute else timedelta(hours=1))


def _days(first: date, count: int) -> Instants:
    """Return the instants of whole days."""
    start = datetime.combine(first, time(), UTC)
    return start, start + timedelta(count)


def _months(year: int, month: int, count: int) -> Instants:
    """Return the instants of whole months."""
    months = month - 1 + count
    return datetime(year, month, 1, tzinfo=UTC), datetime(year + months // 12, months % 12 + 1, 1, tzinfo=UTC)


def shift(day: date, count: int, unit: str) -> date | None:
    """Return the day so many units later (earlier when negative); None off the calendar.

    >>> shift(date(2024, 8, 31), -6, "month")
    datetime.date(2024, 2, 29)
    """
    if abs(count) > _FARTHEST:
        return None
    try:
        if unit in _DAYS:
            return day + timedelta(count * _DAYS[unit])
        months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
        return _clamped(months // 12, months % 12 + 1, day.day)
    except (ValueError, OverflowError):
        return None


def _clamped(year: int, month: int, day: int) -> date:
    """Return the day of that month, or its last one when the month is shorter."""
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day, (first_of_next - timedelta(1)).day))


def value_of(day: date, unit: str) -> str:  # noqa: PLR0911 - one return for each shape of value
    """Return the TIMEX3 value of the unit's stretch that holds ``day``.

    >>> value_of(date(2024, 11, 4), "week"), value_of(date(2024, 11, 4), "decade")
    ('2024-W45', '202')
    """
    iso = day.isocalendar()
    match unit:
        case "week" | "fortnight":
            return f"{iso.year:04}-W{iso.week:02}"
        case "weekend":
            return f"{iso.year:04}-W{iso.week:02}-WE"
        case "month":
            return f"{day.year:04}-{day.month:02}"
        case "quarter":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "year":
            return f"{day.year:04}"
        case "decade":
            return f"{day.year // 10:03}"
        case "century":
            return f"{day.year // 100:02}"
        case _:
            return day.isoformat()


def named(day: date | None, unit: str = "day") -> str | None:
    """Return the TIMEX3 value of the unit's stretch that holds ``day``; None without a day."""
    return value_of(day, unit) if day else None


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day; None when the calendar has none such."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def weekday(day: date, number: int, direction: int, *, strictly: bool = False) -> date | None:
    """Return the nearest weekday (Monday is 1) on, before or after ``day``.

    Args:
        day: Where to start.
        number: ISO weekday, 1 to 7.
        direction: -1 for the last one, 1 for the next one.
        strictly: Leave ``day`` itself out.
    """
    away = (day.isoweekday() - number) % 7 if direction < 0 else (number - day.isoweekday()) % 7
    if away == 0 and strictly:
        away = 7
    return shift(day, direction * away, "day")


def easter(year: int) -> date | None:
    """Return Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher, Nature 1876)."""
    if not 1582 < year < 10_000:  # noqa: PLR2004 - the Gregorian calendar's first Easter, and the last year there is
        return None
    golden, century, rest = year % 19, year // 100, year % 100
    leap, skipped = century // 4, (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - skipped + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date | None:
    """Return Easter Sunday of the Julian calendar on the Gregorian one (Meeus, Astronomical Algorithms, 1991)."""
    if not 1582 < year < 10_000:  # noqa: PLR2004 - as for Easter
        return None
    golden = (19 * (year % 19) + 15) % 30
    to_sunday = (2 * (year % 4) + 4 * (year % 7) - golden + 34) % 7
    month, day = divmod(golden + to_sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def holiday(rule: str, year: int) -> date | None:
    """Return the day a rule names in one year; None when the calendar has none.

    Args:
        rule: "12-25"; "easter-2" for two days before Easter, "orthodox" for the Julian one; "hebrew-7-1" for the month and
            day of the Hebrew calendar; "11-4-4" for November's fourth Thursday, a negative count from the month's end;
            "11-4-4+1" for the day after it; "seen" for a day that nobody can reckon.
        year: 1 to 9999.

    >>> holiday("11-4-4", 1999), holiday("easter-2", 2024)
    (datetime.date(1999, 11, 25), datetime.date(2024, 3, 29))
    """
    if rule.startswith("easter"):
        sunday = easter(year)
        return sunday and shift(sunday, int(rule[6:] or 0), "day")
    if rule == "orthodox":
        return orthodox_easter(year)
    if rule.startswith("hebrew"):
        _, month_said, day_said = rule.split("-")
        return gregorian(int(month_said), int(day_said), year)
    if rule == "seen":
        return None
    return _fixed(rule, year)


def _fixed(rule: str, year: int) -> date | None:
    """Return the day of a rule that the Gregorian calendar alone decides."""
    rule, _, after = rule.partition("+")
    if after:
        found = _fixed(rule, year)
        return found and shift(found, int(after), "day")
    month, *rest = (int(part) for part in re.findall(r"(?:(?<=-))-?\d+|^\d+", rule))
    if len(rest) == 1:
        return day_of(year, month, rest[0])
    count, number = rest
    if count > 0:
        first = day_of(year, month, 1)
        found = first and weekday(first, number, 1)
        return found and shift(found, count - 1, "week")
    last = day_of(year, month, 1)
    last = last and shift(last, 1, "month")
    last = last and shift(last, -1, "day")
    found = last and weekday(last, number, -1)
    return found and shift(found, count + 1, "week")
