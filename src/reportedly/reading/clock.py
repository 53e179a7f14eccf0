"""Times of day, and the day they belong to."""

import re
from dataclasses import replace
from datetime import date, timedelta

from reportedly.reading.calendar import holiday
from reportedly.reading.timeform import GAP, NUMBERS, WORDS, Form, Reading, Setting, form, one_of, row

_ZONE = (
    r"(?:[\s ]{0,4}\(?(?P<zone>" + one_of(WORDS["zone"]) + r")\b(?:[\s ]{0,4}(?P<sign>[+-])[\s ]{0,4}"
    r"(?P<hours>[01]?[0-9])(?::?(?P<minutes>[0-5][0-9]))?)?(?:(?<=[0-9])\))?)?"
)  # fmt: skip
_HALF = r"(?P<half>[ap]\.?" + r"m\b\.?)"
_WHEN = frozenset(
    [
        "at",
        "by",
        "from",
        "until",
        "till",
        "around",
        "about",
        "since",
        "before",
        "after",
        "between",
        "and",
        "to",
        "through",
        "past",
    ]
)
_ISO = re.compile(
    r"T(?P<h>[0-2][0-9]):(?P<m>[0-5][0-9])(?::(?P<s>[0-5][0-9])(?:\.[0-9]{1,9})?)?(?P<z>Z|[+-][0-2][0-9]:?[0-5][0-9])?(?!\w)"
)
_CARDINALS = list(NUMBERS["cardinal"])
_SPELLED = one_of(_CARDINALS[1:13])
_MINUTES = (
    r"(?:(?:" + one_of(_CARDINALS[20:25]) + r")(?:[\s-]" + one_of(_CARDINALS[1:10]) + r")?|" + one_of(_CARDINALS[10:20]) + r")"
)  # fmt: skip
# From this hour on a bare hour of the night is one before midnight.
_LATE = 5
BARE = re.compile(
    r"(?P<h>1[0-2]|[1-9]|"
    + _SPELLED
    + r")(?::(?P<m>[0-5][0-9])|[\s-](?P<words>"
    + _MINUTES
    + r"))?(?!\w),?"
    + GAP
    + r"(?P<on>on"
    + GAP
    + ")?",
    re.IGNORECASE,
)
"""Pattern of an hour without more, and of what may stand between it and its day."""


def forms() -> tuple[Form, ...]:
    """Return the forms of clock times."""
    spelled = set(list(NUMBERS["cardinal"])[1:13])
    return (
        form("#", r"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<m>[0-5][0-9]))?(?:\s?(?P<early>[ap]\.?" + r"m\b\.?))?(?P<to>\s?[-–]\s?|" + GAP + r"(?:to|and|until|till)" + GAP + r")(?P<h2>1[0-2]|0?[1-9])(?:[:.](?P<m2>[0-5][0-9]))?\s?" + _HALF + _ZONE, _twelve_to),
        form("#", r"(?P<h>[01]?[0-9]|2[0-3]):(?P<m>[0-5][0-9])\s?[-–]\s?(?P<h2>[01]?[0-9]|2[0-3]):(?P<m2>[0-5][0-9])" + _ZONE, _twenty_four_to),
        form("#", r"(?P<h>1[0-2]|0?[0-9])(?:[:.](?P<m>[0-5][0-9]))?" + GAP.replace("{1,4}", "{0,2}") + _HALF + _ZONE, _twelve),
        form("#", r"(?P<h>[01]?[0-9]|2[0-3]):(?P<m>[0-5][0-9])(?::(?P<s>[0-5][0-9]))?(?:" + GAP + r"?(?:hours|hrs|h))?" + _ZONE, _twenty_four),
        form("#", r"(?P<h>[01][0-9]|2[0-3])(?P<m>[0-5][0-9])(?:" + GAP + r"(?:hours|hrs)(?:" + GAP + r")?)?" + _ZONE, _military),
        form({"#"} | spelled, r"(?P<h>1[0-2]|0?[1-9]|" + _SPELLED + r")(?:" + GAP + r"o['’]clock)(?:" + GAP + r"in" + GAP + r"the" + GAP + r"(?P<part>morning|afternoon|evening)|" + GAP + r"at" + GAP + r"(?P<night>night))?" + _ZONE, _o_clock),
        form({"#"} | spelled, r"(?P<h>1[0-2]|0?[1-9]|" + _SPELLED + r")" + GAP + r"(?:in" + GAP + r"the" + GAP + r"(?P<part>morning|afternoon|evening)|at" + GAP + r"(?P<night>night))" + _ZONE, _o_clock),
        form({"half", "quarter", "a"}, r"(?:(?P<half>half)" + GAP + r"past|(?:a" + GAP + r")?quarter" + GAP + r"(?P<side>past|after|to|before))" + GAP + r"(?P<h>1[0-2]|[1-9]|" + _SPELLED + r")(?:" + GAP + r"(?:in" + GAP + r"the" + GAP + r"(?P<part>morning|afternoon|evening)|at" + GAP + r"(?P<night>night)|(?P<ampm>[ap]\.?m\b\.?)))?" + _ZONE, _quarters),
        form({"noon", "midnight", "midday"}, r"(?P<word>noon|midday|midnight)" + _ZONE, _named),
    )  # fmt: skip


def spelled_forms() -> tuple[Form, ...]:
    """Return the forms of clock times that are read as such only beside a day: "seven twenty-seven", "8:45a", "six pm"."""
    cardinals, minutes = _CARDINALS, _MINUTES
    spelled, tens = set(cardinals[1:13]), set(cardinals[20:25])
    hour = r"(?P<h>" + _SPELLED + r")"
    half = r"(?:" + GAP + _HALF + r")?"
    return (
        form(spelled | tens | set(cardinals[10:20]), r"(?P<m>" + minutes + "|" + one_of(cardinals[1:10]) + r")(?:" + GAP + r"minutes)?" + GAP + r"past" + GAP + hour + half, _in_words),
        form(spelled, hour + r"[\s-](?P<m>" + minutes + r")(?:" + GAP + r"minutes)?" + half, _in_words),
        form(spelled, hour + r"(?P<m>)" + GAP + _HALF, _in_words),
        form("#", r"(?P<h>1[0-2]|0?[1-9])(?::(?P<m>[0-5][0-9]))?(?P<half>[ap])", _twelve_letter),
    )  # fmt: skip


def _in_words(match: re.Match[str], setting: Setting) -> Reading:
    """Read "seven twenty-seven", "six pm", "thirty-six minutes past eight"."""
    words = [
        int(NUMBERS["cardinal"][word]["value"]) for word in re.split(r"[\s-]+", (match["m"] or "").lower()) if word
    ]
    hour = int(NUMBERS["cardinal"][match["h"].lower()]["value"])
    late = (match["half"] or "")[:1] in {"p", "P"}
    return _timed(match, setting, hour % 12 + (12 if late else 0) if match["half"] else hour, f":{sum(words):02}")


def _twelve_letter(match: re.Match[str], setting: Setting) -> Reading:
    """Read "9a", "8:45p"."""
    hour = int(match["h"]) % 12 + (12 if match["half"] in "pP" else 0)
    return _timed(match, setting, hour, f":{match['m'] or '00'}")


def bare(match: re.Match[str], part: str) -> str:
    """Return the TIMEX3 time of an hour without more.

    Args:
        match: A match of `BARE`.
        part: Code of the part of the day that is named; empty when none is.
    """
    word = match["h"].lower()
    hour = int(word) if word.isdigit() else int(NUMBERS["cardinal"][word]["value"])
    late = part in {"AF", "EV"} or (part == "NI" and hour >= _LATE)
    minute = int(match["m"] or 0) or sum(
        int(NUMBERS["cardinal"][one]["value"]) for one in re.split(r"[\s-]+", (match["words"] or "").lower()) if one
    )
    return f"T{hour % 12 + 12 if late else hour:02}:{minute:02}"


def iso_time(text: str, at: int) -> tuple[int, str, timedelta] | None:
    """Return the end, the TIMEX3 time and the offset of an ISO 8601 time that stands at ``at``; None when none does."""
    found = _ISO.match(text, at)
    if not found:
        return None
    value = f"T{found['h']}:{found['m']}" + (f":{found['s']}" if found["s"] else "")
    zone = found["z"] or ""
    if zone in {"", "Z"}:
        return found.end(), value + zone, timedelta(0)
    distance = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    return found.end(), value, -distance if zone[0] == "-" else distance


def _stretch(match: re.Match[str], setting: Setting, ends: tuple[tuple[int, str], tuple[int, str]]) -> Reading:
    """Return the two ends of a stretch of hours, the first with its own words only."""
    left, right = (_timed(match, setting, hour, f":{minute or '00'}") for hour, minute in ends)
    first = max(match.end(name) for name in ("h", "m", "early") if name in match.re.groupindex)
    return replace(left, end=first, rest=(replace(right, start=match.start("h2")),))


def _twelve_to(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "8-10 p.m.", "between 8 and 10 a.m.", "9am-5pm"; the half of the day that stands once holds for both hours."""
    before = setting.previous(match.start())
    if setting.text[match.start() - 1 : match.start()] in set("$£€.:") or (
        match["to"].strip() == "and" and before != "between"
    ):
        return None
    late = match["half"][0] in "pP"
    last = int(match["h2"]) % 12 + (12 if late else 0)
    hour = int(match["h"]) % 12
    # "11-1 p.m." begins before noon.
    early = match["early"][0] in "pP" if match["early"] else late and hour + 12 < last
    return _stretch(match, setting, ((hour + (12 if early else 0), match["m"]), (last, match["m2"])))


def _twenty_four_to(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "18:00-20:00 GMT"; without a zone or a word before it, it is a score."""
    if not match["zone"] and setting.previous(match.start()) not in _WHEN:
        return None
    return _stretch(match, setting, ((int(match["h"]), match["m"]), (int(match["h2"]), match["m2"])))


def _quarters(match: re.Match[str], setting: Setting) -> Reading:
    """Read "half past six", "a quarter to nine in the evening"."""
    hour = _hour_of_half(match)
    if match["half"]:
        return _timed(match, setting, hour, ":30")
    if match["side"].lower() in {"past", "after"}:
        return _timed(match, setting, hour, ":15")
    return _timed(match, setting, (hour - 1) % 24, ":45")


def _hour_of_half(match: re.Match[str]) -> int:
    """Return the hour that a match's words for the part of the day leave; without them the hour as it is written."""
    word = match["h"].lower()
    hour = int(word) if word.isdigit() else int(NUMBERS["cardinal"][word]["value"])
    groups = match.groupdict()
    part = (groups.get("part") or groups.get("ampm") or groups.get("night") or "").lower()
    if not part:
        return hour
    late = part in {"afternoon", "evening"} or part[0] == "p" or (part == "night" and hour > _LATE)
    return hour % 12 + (12 if late else 0)


def _timed(match: re.Match[str], setting: Setting, hour: int, rest: str) -> Reading:
    """Return the reading of a time of day on the day of its sentence, or of publication."""
    day: date | None = setting.spoken or setting.published
    if day is None:
        return Reading(*match.span(), "TIME", None)
    offset, code = _offset(match, day)
    value = f"{day.isoformat()}T{hour:02}{rest}{code}"
    return Reading(*match.span(), "TIME", value, "text" if setting.spoken else "published", day, offset)


def _offset(match: re.Match[str], day: date) -> tuple[timedelta, str]:
    """Return the zone's distance from UTC on a day, and the code that TIMEX3 writes for it."""
    if not match.groupdict().get("zone"):
        return timedelta(0), ""
    about = row("zone", match["zone"])
    if "hours" not in about:
        # "Local time": how far that is from UTC, the words do not say.
        return timedelta(0), ""
    distance = timedelta(hours=float(about["hours"]))
    if "summer" in about and in_summer(day, str(about["summer"])):
        distance += timedelta(hours=1)
    if match["sign"]:
        more = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
        distance += more if match["sign"] == "+" else -more
    return distance, "Z" if not distance and not match["sign"] and "summer" not in about else ""


def in_summer(day: date, law: str) -> bool:
    """Say whether clocks stand an hour ahead on a day; the hour of the change is left out."""
    for rule in WORDS["summer"].values():
        if rule["law"] == law and int(rule["since"]) <= day.year:
            first, last = holiday(str(rule["first"]), day.year), holiday(str(rule["last"]), day.year)
            return first is not None and last is not None and first <= day < last
    return False


def _twelve(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "10:35 a.m.", "6 pm"."""
    if not int(match["h"]) or setting.text[match.start() - 1 : match.start()] in set("$£€.:"):
        return None
    hour = int(match["h"]) % 12 + (12 if match["half"][0] in "pP" else 0)
    return _timed(match, setting, hour, f":{match['m'] or '00'}")


def _twenty_four(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "18:00 UTC", "at 14:30"; without a zone or a word before it, it is a score or a lap time."""
    if not match["zone"] and not setting.joined and setting.previous(match.start()) not in _WHEN:
        return None
    return _timed(match, setting, int(match["h"]), f":{match['m']}" + (f":{match['s']}" if match["s"] else ""))


def _military(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "0735 GMT", "1400 hours"."""
    if not match["zone"] and match.end() == match.end("m"):
        return None
    return _timed(match, setting, int(match["h"]), f":{match['m']}")


def _o_clock(match: re.Match[str], setting: Setting) -> Reading:
    """Read "three o'clock", "4 in the morning"."""
    return _timed(match, setting, _hour_of_half(match), ":00")


def _named(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "noon" and "midnight"."""
    if match["word"][0].isupper():
        return None
    return _timed(match, setting, 0 if match["word"].lower() == "midnight" else 12, ":00")
