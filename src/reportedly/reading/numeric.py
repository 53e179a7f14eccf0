"""Dates in figures, months among them by name or by number: "23/Sep/2020", "2015-12", "20161016", "Dec/2018"."""

import re

from reportedly.reading.calendar import day_of, named
from reportedly.reading.date import dated
from reportedly.reading.timeform import GAP, MONTH, WORDS, Form, Reading, Setting, form, number

_YEAR = r"(?P<y>(?:19|20)[0-9]{2})"
_DAY = r"(?P<d>3[01]|[12][0-9]|0?[1-9])"
_NAME = r"(?P<name>" + MONTH + r")\.?"
_SEP = r"(?P<sep>[-/.])"
_END = r"(?![0-9]|[-/.][0-9])"
_PACKED = re.compile(_YEAR + r"(?P<m>0[1-9]|1[0-2])(?P<d>[0-2][0-9]|3[01])(?![\w.,/-]*[0-9])")
_SPACED = re.compile(_YEAR + r"\ (?P<m>0[1-9]|1[0-2])\ (?P<d>[0-2][0-9]|3[01])(?!\w|[.,]\w)")


def forms() -> tuple[Form, ...]:
    """Return the forms, the longer before the shorter."""
    months = set(WORDS["month"])
    return (
        Form(frozenset("#"), _PACKED, _by_number),
        Form(frozenset("#"), _SPACED, _by_number),
        form("#", _YEAR + _SEP + _NAME + r"(?P=sep)" + _DAY + _END, _by_name),
        form("#", _YEAR + _SEP + _DAY + r"(?P=sep)" + _NAME, _by_name),
        form("#", _DAY + _SEP + _NAME + r"(?P=sep)" + _YEAR + _END, _by_name),
        form("#", _DAY + _SEP + _YEAR + r"(?P=sep)" + _NAME, _by_name),
        form(months, _NAME + _SEP + _DAY + r"(?P=sep)" + _YEAR + _END, _by_name),
        form(months, _NAME + r"(?P<sep>[-/])" + _YEAR + _END, _month_by_name),
        form("#", _YEAR + GAP + _NAME + r"(?!" + GAP + r"[0-9])", _month_by_name),
        form("#", _YEAR + r"[-/](?P<m>1[0-2]|0?[1-9])" + _END, _month),
        form("#", r"(?P<m>1[0-2]|0?[1-9])[-/]" + _YEAR + _END, _month),
    )


def _by_number(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "20161016", "2016 10 16"; digits that go on with others are a code."""
    if setting.text[match.start() - 1 : match.start()] in set("$£€#@/.,-_+"):
        return None
    found = day_of(int(match["y"]), int(match["m"]), int(match["d"]))
    return dated(match, named(found), "absolute", found) if found else None


def _by_name(match: re.Match[str], _: Setting) -> Reading | None:
    """Read "2019-Aug-1", "23/Sep/2020", "Sep-23-2020"."""
    found = day_of(int(match["y"]), number(match["name"], "month"), int(match["d"]))
    return dated(match, named(found), "absolute", found) if found else None


def _month_by_name(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "Dec-2018", "2017 April"; "in 2017 May said" names a person."""
    if setting.text[match.start() - 1 : match.start()] in set("$£€/-"):
        return None
    name = match["name"]
    if name.lower() in {"may", "march", "mar"} and match.start("name") > match.start("y"):
        return None
    first = day_of(int(match["y"]), number(name, "month"), 1)
    return dated(match, named(first, "month"), "absolute", first)


def _month(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "2015-12", "12/2015"; "2003-05" is a span of years, and so is what rises within its century."""
    year, month = int(match["y"]), int(match["m"])
    if setting.text[match.start() - 1 : match.start()] in set("$£€/-.,#"):
        return None
    if match.start("y") < match.start("m") and len(match["m"]) > 1 and month > year % 100:
        return None
    if match.start("y") < match.start("m") and month == year % 100 + 1:
        return None
    first = day_of(year, month, 1)
    return dated(match, named(first, "month"), "absolute", first)
