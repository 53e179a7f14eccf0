"""Times joined to the words after them: a day to its clock, a length to the day it is counted from."""

import re
from datetime import date, datetime, timedelta

from reportedly.reading.calendar import shift, value_of, weekday
from reportedly.reading.timeform import FULL_WEEKDAY, GAP, WORDS, Reading, number, row

AT = re.compile(
    r",?"
    + GAP
    + r"?(?:(?:sharp|starting|beginning)"
    + GAP
    + r")?(?:(?:at|by|before|after|around|about|from|until|till|@|later"
    + GAP
    + r"than)"
    + GAP
    + r"(?:about|around)?"
    + GAP.replace("{1,4}", "{0,4}")
    + r")?"
)
"""Pattern of what may stand between a day and its clock time."""

SIDE = re.compile(GAP + r"(?P<side>before|after|from|since|prior" + GAP + r"to|following)" + GAP, re.IGNORECASE)
"""Pattern of what may stand between a length and the time that it is counted from."""

NEXT_TO = re.compile(
    r"(?:(?:the|a|an|one)" + GAP + r")?(?:very" + GAP + r")?(?P<unit>day|week|weekend|month|year|morning|afternoon|evening|night|" + FULL_WEEKDAY + ")"
    + GAP + r"(?P<side>before|after|following|from|prior" + GAP + r"to)" + GAP,
    re.IGNORECASE,
)  # fmt: skip
"""Pattern of what stands next to a time: "the day after", "a week from", "the Monday before"."""

_HOUR = re.compile(r"(?P<h>1[0-2]|[1-9])(?=\s*(?:[.;!?)]|$|\n|and\b|but\b))")
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_CLOCK = {"H": 3600, "M": 60, "S": 1}
_EVENING = 5


def bare_hour(text: str, at: int, part: str) -> tuple[int, str] | None:
    """Return the end and the clock of an hour without more ("tonight at 8"), None when none stands there.

    Args:
        text: The report's text.
        at: Where the hour would stand, after "at" or "around".
        part: Code of the part of the day that is named; empty when none is.
    """
    found = _HOUR.match(text, at)
    if found is None:
        return None
    hour = int(found["h"])
    late = part in {"AF", "EV"} or (part == "NI" and hour >= _EVENING)
    return found.end(), f"T{hour % 12 + (12 if late else 0):02}:00"


def moved(length: Reading, anchor: Reading, side: str) -> Reading | None:
    """Return the time that lies a length before or after another; None when it cannot be counted.

    Args:
        length: A DURATION with a number ("two weeks").
        anchor: A DATE that has a day.
        side: The word between them, in small letters.
    """
    found = _LENGTH.fullmatch(length.value or "")
    if found is None or found[1] or anchor.day is None or anchor.value is None or "." in found[2]:
        return None
    unit, whole = _UNITS[found[3]], anchor.value == anchor.day.isoformat()
    if not whole and value_of(anchor.day, unit) != anchor.value:
        return None
    direction = -1 if side.startswith(("before", "prior")) else 1
    day = shift(anchor.day, direction * int(found[2]), unit)
    if day is None:
        return None
    value = day.isoformat() if whole else value_of(day, unit)
    return Reading(length.start, anchor.end, "DATE", value, anchor.anchor, day)


def next_to(words: re.Match[str], anchor: Reading) -> Reading | None:
    """Return the day, week, month or year beside another time; None when it cannot be counted.

    Args:
        words: A match of `NEXT_TO`.
        anchor: A DATE that has a day and stands behind them.
    """
    unit = words["unit"].lower()
    direction = -1 if words["side"].lower().startswith(("before", "prior")) else 1
    if anchor.day is None or anchor.value is None:
        return None
    whole = anchor.value == anchor.day.isoformat()
    part = str(row("part", unit)["code"]) if unit in WORDS["part"] else ""
    if not whole and value_of(anchor.day, unit) != anchor.value:
        return None
    if unit in WORDS["weekday"]:
        day, value = weekday(anchor.day, number(unit, "weekday"), direction, strictly=True), None
    elif words["side"].lower() == "from" and not part:
        # "A week from Monday" is a Monday; "the week after Easter" is a week.
        day, value = shift(anchor.day, 1, unit), None
    else:
        day, value = shift(anchor.day, direction, "day" if part else unit), unit
    if day is None:
        return None
    if part:
        return Reading(words.start(), anchor.end, "TIME", f"{day.isoformat()}T{part}", anchor.anchor, day)
    return Reading(words.start(), anchor.end, "DATE", value_of(day, value or "day"), anchor.anchor, day)


def clocked(moment: datetime | None, count: float | None, unit: str, direction: int) -> tuple[str, date] | None:
    """Return the minute that lies so many seconds, minutes or hours from publication, and its day; None when not known.

    Args:
        moment: When the report was published; None when only its day is known.
        count: How many; None when the words do not say.
        unit: Of what, as a word of the lexicon.
        direction: -1 for "ago", 1 for "from now".
    """
    code = str(row("unit", unit)["code"])
    if moment is None or count is None or not code.startswith("PT"):
        return None
    try:
        found = moment + timedelta(seconds=direction * count * _CLOCK[code[-1]])
    except OverflowError:
        return None
    return found.strftime("%Y-%m-%dT%H:%M" + (":%S" if code[-1] == "S" else "")), found.date()
