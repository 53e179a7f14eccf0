"""Quarters, halves and fiscal years: "the third quarter of 2014", "Q3", "the first half of last year", "FY2014"."""

import re

from reportedly.reading import spelled
from reportedly.reading.calendar import day_of
from reportedly.reading.date import dated, year_said
from reportedly.reading.timeform import GAP, YEAR, Form, Reading, Setting, form

_OF = (
    r"(?:(?:" + GAP + r"(?:of|in))?" + GAP + r"(?P<fiscal>(?:fiscal|financial)" + GAP + r"(?:year" + GAP + r")?)?(?P<year>" + YEAR + r")|"
    + GAP + r"(?:of" + GAP + r")?(?P<of>last|this|next|the" + GAP + r"(?:same|previous|following))" + GAP + r"year|"
    + GAP + r"of" + GAP + r"(?P<the>the)" + GAP + r"year)?"
)  # fmt: skip
_KIND = r"(?:fiscal|financial|tax|budget)"
_ENDS = {"last": -1, "final": -1, "latter": -1}
# A quarter that begins so many months ahead is the coming one, whatever the verb; as for months.
_NEAR_MONTHS = 2


def forms() -> tuple[Form, ...]:
    """Return the forms, the longer before the shorter."""
    nth = r"(?P<n>first|second|third|fourth|final|last|latter)[\s-]{1,2}(?P<unit>quarter|half)"
    rel = r"(?P<rel>this|last|next|previous|coming|current|following|past)"
    return (
        form({"the", "first", "second", "third", "fourth", "last", "final", "latter"}, r"(?:the" + GAP + r")?" + nth + _OF, _quarter),
        form({"q"}, r"(?P<n>Q[1-4])(?P<unit>)" + _OF, _quarter),
        form({"h"}, r"(?P<n>H[12])(?P<unit>)" + _OF, _quarter),
        form("#", r"(?P<n>[1-4]Q)(?P<unit>)(?P<of>)(?P<the>)(?P<fiscal>)(?:" + GAP + r")?['’]?(?P<year>(?:20)?[0-9]{2})", _quarter),
        form({"fiscal", "financial", "the", "tax"}, r"(?:the" + GAP + r")?" + _KIND + r"(?:" + GAP + r"year)?" + GAP + r"(?P<year>" + YEAR + r")(?:[-–/][0-9]{2}(?![0-9]))?", _fiscal),
        form({"the", "#"}, r"(?:the" + GAP + r")?(?P<year>20[0-9]{2}|19[0-9]{2})(?:[-–/](?:20)?[0-9]{2})?" + GAP + _KIND + GAP + r"year", _fiscal),
        form({"the", "this", "last", "next", "previous", "coming", "current", "following", "past"}, r"(?:the" + GAP + r")?" + rel + GAP + _KIND + GAP + r"year", _unsaid),
        Form(frozenset({"fy"}), re.compile(r"FY[ -]?['’]?(?P<year>(?:20)?[0-9]{2})(?:[-–/][0-9]{2})?(?![\w-])"), _fiscal),
    )  # fmt: skip


def _quarter(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "the third quarter of 2014", "Q3", "3Q14", "the first half of last year"."""
    words = match["n"].lower()
    half = match["unit"].lower() == "half" or words[0] == "h"
    digits = re.sub(r"\D", "", words)
    count = int(digits) if digits else _ENDS.get(words) or spelled.day(words)
    if count < 0:
        # "The last quarter" without a year is the one before publication, read elsewhere.
        if not (match["year"] or match["of"] or match["the"]):
            return None
        count = 2 if half else 4
    if (half and (not (match["year"] or match["of"] or match["the"]) or count > 2)) or count > 4:  # noqa: PLR2004 - halves and quarters of a year
        return None
    letter, months = ("H", 6) if half else ("Q", 3)
    if match["year"]:
        year = spelled.year(match["year"])
        if match["fiscal"]:
            return dated(match, f"FY{year:04}-{letter}{count}", "absolute")
        return dated(match, f"{year:04}-{letter}{count}", "absolute", day_of(year, months * (count - 1) + 1, 1))
    if setting.published is None:
        return dated(match, None, "published")
    year = year_said(match["of"] or "this", setting.published)
    if not (match["of"] or match["the"]):
        year += _away(months * (count - 1) + 1, setting)
    first = day_of(year, months * (count - 1) + 1, 1)
    return dated(match, f"{year:04}-{letter}{count}", "published", first)


def _away(month: int, setting: Setting) -> int:
    """Return how many years from publication a quarter without a year lies; ``month`` is its first."""
    now = setting.published.month if setting.published else month
    if month <= now:
        return 1 if month + 2 < now and 12 + month - now <= _NEAR_MONTHS and setting.ahead() else 0
    return 0 if month - now <= _NEAR_MONTHS or setting.ahead() else -1


def _fiscal(match: re.Match[str], _: Setting) -> Reading:
    """Read "fiscal 2014", "FY14"; when a fiscal year begins is the company's or the country's own affair."""
    return dated(match, f"FY{spelled.year(match['year'])}", "absolute")


def _unsaid(match: re.Match[str], _: Setting) -> Reading:
    """Read "the current fiscal year": which one that is hangs on a day the text does not give."""
    return dated(match, None, "published")
