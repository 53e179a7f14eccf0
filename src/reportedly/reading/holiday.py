"""Days that are kept every year, by name, and the week and weekend they lie in."""

import re
from datetime import date

from reportedly.reading import spelled
from reportedly.reading.calendar import holiday, named, shift
from reportedly.reading.date import REL, REL_STARTS, dated, directed, year_said
from reportedly.reading.part import code, on
from reportedly.reading.timeform import GAP, PART, WORDS, YEAR, Anchor, Form, Reading, Setting, form, one_of, row

_NAME = r"(?P<name>" + one_of(WORDS["holiday"]).replace("'", "['’]") + r")\b"
_OF = r"(?:,?" + GAP + r"(?:of" + GAP + r")?(?:(?P<year>" + YEAR + r")|(?P<of>this|last|next)" + GAP + r"year))?"
_TUESDAY = 2


def forms() -> tuple[Form, ...]:
    """Return the forms of holidays, the longer before the shorter."""
    heads = {re.split(r"[\s-]", word)[0].rstrip(".").removesuffix("'s") for word in WORDS["holiday"]}
    rel = r"(?:(?P<rel>" + REL + ")" + GAP + r")?"
    return (
        form(heads | REL_STARTS, rel + _NAME + _OF + GAP + r"(?P<unit>weekend|week)(?:,?" + GAP + r"(?P<later>" + YEAR + r"))?", _stretch),
        form({"the", "weekend", "week"}, r"(?:the" + GAP + r")?(?P<unit>weekend|week)" + GAP + r"of" + GAP + rel + _NAME + _OF + r"(?P<later>)", _stretch),
        form(heads | REL_STARTS, rel + _NAME + r"(?P<year>)(?P<of>)" + GAP + "(?P<part>" + PART + ")", _part),
        form(heads | REL_STARTS, rel + _NAME + _OF, _holiday),
    )  # fmt: skip


def _meant(match: re.Match[str], setting: Setting, year: str | None) -> tuple[date | None, Anchor]:
    """Return the day that a holiday's name means."""
    rule = str(row("holiday", match["name"])["rule"])
    if year:
        return holiday(rule, spelled.year(year)), "absolute"
    if match["of"] and setting.published:
        return holiday(rule, year_said(match["of"], setting.published)), "published"
    return directed(match["rel"], setting, lambda at: holiday(rule, at)), "published"


def _written(match: re.Match[str]) -> bool:
    """Say whether the name is written as one: with a capital, or beside words that leave no other reading."""
    return match["name"][0].isupper() or bool(match["rel"] or match["year"] or match["of"])


def _holiday(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "Christmas Eve", "last Thanksgiving", "Easter 2016", "Labor Day of this year"."""
    if not _written(match):
        return None
    found, anchor = _meant(match, setting, match["year"])
    return dated(match, named(found), anchor, found)


def _part(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "Christmas morning"."""
    if not _written(match):
        return None
    found, anchor = _meant(match, setting, None)
    return on(match, found, code(match["part"]), anchor)


def _stretch(match: re.Match[str], setting: Setting) -> Reading:
    """Read "Easter week", "Labor Day weekend", "the weekend of Halloween": a Monday's weekend is the one before it."""
    found, anchor = _meant(match, setting, match["year"] or match["later"])
    unit = match["unit"].lower()
    if found and unit == "weekend" and found.isoweekday() <= _TUESDAY:
        found = shift(found, -1, "week")
    return dated(match, named(found, unit), anchor, found)
