"""Days of the Hebrew calendar on the Gregorian one (Reingold and Dershowitz, Calendrical Calculations, 2001)."""

from datetime import date, timedelta

_EPOCH = -1373427
"""Day before the first of Tishri of the year 1, as `date.toordinal` counts."""

_TISHRI = 7
_AHEAD = 3760
"""Years by which the Hebrew year that ends in a Gregorian year is ahead."""


def _leap(year: int) -> bool:
    """Say whether a Hebrew year has thirteen months."""
    return (7 * year + 1) % 19 < 7  # noqa: PLR2004 - seven leap years in nineteen


def _elapsed(year: int) -> int:
    """Return the days from the epoch to the mean new moon of a Hebrew year, put off where the week forbids it."""
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    day = 29 * months + parts // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day  # noqa: PLR2004 - no year begins on a Sunday, Wednesday or Friday


def _new_year(year: int) -> int:
    """Return the ordinal of the first of Tishri."""
    before, now, after = (_elapsed(one) for one in (year - 1, year, year + 1))
    late = 2 if after - now == 356 else 1 if now - before == 382 else 0  # noqa: PLR2004 - lengths that no year may have
    return _EPOCH + now + late


def _lengths(year: int) -> list[int]:
    """Return the days of the months of a Hebrew year from Tishri on."""
    days = _new_year(year + 1) - _new_year(year)
    cheshvan, kislev = 29 + (days % 10 == 5), 30 - (days % 10 == 3)  # noqa: PLR2004 - full years have 355 or 385 days, lacking ones 353 or 383
    adar = [30, 29] if _leap(year) else [29]
    return [30, cheshvan, kislev, 29, 30, *adar, 30, 29, 30, 29, 30, 29]


def gregorian(month: int, day: int, year: int) -> date | None:
    """Return the day of a Gregorian year on which a Hebrew date falls; None outside the years that have dates.

    Args:
        month: 1 for Nisan, 7 for Tishri, 0 for the month before Nisan.
        day: Of the month; it may run into the month after.
        year: Gregorian, 1 to 9999.

    >>> gregorian(1, 15, 2024), gregorian(7, 1, 2024)
    (datetime.date(2024, 4, 23), datetime.date(2024, 10, 3))
    """
    autumn = month >= _TISHRI
    hebrew = year + _AHEAD + autumn
    lengths = _lengths(hebrew)
    months = month - _TISHRI if autumn else len(lengths) - 6 + month - 1
    ordinal = _new_year(hebrew) + sum(lengths[:months]) + day - 1
    return date.min + timedelta(ordinal - 1) if 1 <= ordinal <= date.max.toordinal() else None
