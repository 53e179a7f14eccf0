"""Hours told in words: "three o'clock", "half past six", "ten to eight", "seven thirty p.m.", "six" in "at six on Monday"."""

import re

from reportedly.reading.clock import ZONE, timed
from reportedly.reading.timeform import GAP, NUMBERS, Form, Reading, Setting, form, one_of

_CARDINALS = list(NUMBERS["cardinal"])
_HOURS = set(_CARDINALS[1:13])
_TENS = set(_CARDINALS[20:25])
_HOUR = r"(?P<h>1[0-2]|0?[1-9]|" + one_of(_HOURS) + ")"
_MINUTES = (
    r"(?:" + one_of(_TENS) + r"(?:[\s-]" + one_of(_CARDINALS[1:10]) + r")?|" + one_of(_CARDINALS[10:20]) + ")"
)  # fmt: skip
# In the evening, at night, p.m.
_PART = (
    r"(?:" + GAP + "in" + GAP + "the" + GAP + "(?P<part>morning|afternoon|evening)|" + GAP + "at" + GAP + r"(?P<night>night)|[\s ]{0,2}(?P<ampm>[ap]\.?m\b\.?))"
)  # fmt: skip
# From this hour on a bare hour of the night is one before midnight.
_LATE = 5
_NOON = 12
_CLOSE = frozenset({"at", "by", "around", "about", "until", "till", "since", "before", "after"})
BARE = re.compile(
    _HOUR + r"(?::(?P<m>[0-5][0-9])|[\s-](?P<words>" + _MINUTES + r"))?(?P<half>)(?!\w),?" + GAP + "(?P<on>on" + GAP + ")?",
    re.IGNORECASE,
)  # fmt: skip
"""Pattern of an hour without more, and of what may stand between it and its day."""


def forms() -> tuple[Form, ...]:
    """Return the forms of hours in words that need no day beside them."""
    told = r"(?:" + one_of(("five", "ten", "twenty", "twenty-five")) + r"(?:" + GAP + "minutes)?)"
    past = (
        r"(?:(?P<half>half)"
        + GAP
        + r"past|(?:(?:a"
        + GAP
        + r")?quarter|(?P<m>"
        + told
        + "))"
        + GAP
        + "(?P<side>past|after|to|before))"
        + GAP
    )
    return (
        form({"#"} | _HOURS, _HOUR + GAP + r"o['’]clock" + _PART + "?" + ZONE, _o_clock),
        form({"#"} | _HOURS, _HOUR + r"(?::(?P<m>[0-5][0-9])|[\s-](?P<words>" + _MINUTES + r"))?" + _PART + ZONE, _with_part),
        form({"half", "quarter", "a", "five", "ten", "twenty"}, past + _HOUR + _PART + "?" + ZONE, _past),
    )  # fmt: skip


def beside_day() -> tuple[Form, ...]:
    """Return the forms that are read as hours only beside a day: "seven twenty-seven", "six minutes past eight", "8:45a"."""
    return (
        form(_HOURS | _TENS | set(_CARDINALS[10:20]), r"(?P<m>" + _MINUTES + "|" + one_of(_CARDINALS[1:10]) + r")(?:" + GAP + r"minutes)?" + GAP + r"past" + GAP + _HOUR + _PART + "?", _minutes_past),
        form(_HOURS, _HOUR + r"[\s-](?P<words>" + _MINUTES + r")(?:" + GAP + r"minutes)?" + _PART + "?", _with_part),
        form("#", r"(?P<h>1[0-2]|0?[1-9])(?::(?P<m>[0-5][0-9]))?(?P<ampm>[ap])", _with_part),
    )  # fmt: skip


def bare(match: re.Match[str], part: str) -> str:
    """Return the TIMEX3 time of an hour without more.

    Args:
        match: A match of `BARE`.
        part: Code of the part of the day that is named; empty when none is.
    """
    return f"T{in_half(_number(match['h']), part):02}:{_minutes(match):02}"


def in_half(hour: int, part: str) -> int:
    """Return the hour of 24 that an hour of 12 is in a part of the day; without a part the hour as it is written.

    >>> in_half(8, "NI"), in_half(2, "NI"), in_half(5, "AF"), in_half(6, "")
    (20, 2, 17, 6)
    """
    if not part:
        return hour
    late = part in {"AF", "EV"} or (part == "NI" and hour % _NOON >= _LATE)
    return hour % _NOON + (_NOON if late else 0)


def _number(word: str) -> int:
    """Return the number that digits or a word say."""
    return int(word) if word.isdigit() else int(NUMBERS["cardinal"][word.lower()]["value"])


def _minutes(match: re.Match[str]) -> int:
    """Return the minutes that stand in digits or words."""
    groups = match.groupdict()
    words = re.split(r"[\s-]+", (groups.get("words") or "").lower())
    return int(groups.get("m") or 0) or sum(_number(word) for word in words if word)


def _told_part(match: re.Match[str]) -> str:
    """Return the code of the part of the day that a match names; empty when it names none."""
    groups = match.groupdict()
    words = (groups.get("part") or groups.get("night") or groups.get("ampm") or "").lower()
    return {"m": "MO", "a": "AF", "e": "EV", "n": "NI", "p": "EV"}.get(
        "m" if words[:1] == "a" and words != "afternoon" else words[:1], ""
    )


def _read(match: re.Match[str], setting: Setting, minutes: int, *, earlier: bool = False) -> Reading:
    """Return the reading of an hour and minutes past it, or to it."""
    part = _told_part(match)
    hour = in_half(_number(match["h"]), part) - earlier
    return timed(match, setting, hour % 24, f":{minutes:02}", half_open=not part)


def _o_clock(match: re.Match[str], setting: Setting) -> Reading:
    """Read "three o'clock", "four o'clock in the morning"."""
    return _read(match, setting, 0)


def _with_part(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "4 in the morning", "3:30 in the afternoon", "seven thirty p.m.", "8:45a"."""
    if setting.text[match.start() - 1 : match.start()] in set("$£€.:"):
        return None
    return _read(match, setting, _minutes(match))


def _minutes_past(match: re.Match[str], setting: Setting) -> Reading:
    """Read "thirty-six minutes past eight"."""
    minutes = sum(_number(word) for word in re.split(r"[\s-]+", match["m"].lower()) if word)
    return _read(match, setting, minutes)


def _past(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "half past six", "a quarter to nine in the evening", "at ten to five"."""
    if match["half"]:
        return _read(match, setting, 30)
    if match["m"] and setting.previous(match.start()) not in _CLOSE:
        return None
    minutes = (
        _number(match["m"].lower().split()[0]) if match["m"] and "-" not in match["m"] else 25 if match["m"] else 15
    )
    earlier = match["side"].lower() in {"to", "before"}
    return _read(match, setting, 60 - minutes if earlier else minutes, earlier=earlier)
