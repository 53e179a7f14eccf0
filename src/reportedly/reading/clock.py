"""Times of day, and the day they belong to."""

import re
from datetime import date, timedelta

from reportedly.reading.timeform import GAP, NUMBERS, WORDS, Form, Reading, Setting, form, one_of

_ZONE = (
    r"(?:"
    + GAP
    + r"?\(?(?P<zone>"
    + one_of(WORDS["zone"])
    + r")\b(?:"
    + GAP
    + r"?(?P<sign>[+-])"
    + GAP
    + r"?(?P<hours>[01]?[0-9])(?::?(?P<minutes>[0-5][0-9]))?)?(?:(?<=[0-9])\))?)?"
)
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
_SPELLED = one_of(list(NUMBERS["cardinal"])[1:13])


def forms() -> tuple[Form, ...]:
    """Return the forms of clock times."""
    spelled = set(list(NUMBERS["cardinal"])[1:13])
    return (
        form("#", r"(?P<h>1[0-2]|0?[0-9])(?:[:.](?P<m>[0-5][0-9]))?" + GAP.replace("{1,4}", "{0,2}") + _HALF + _ZONE, _twelve),
        form("#", r"(?P<h>[01]?[0-9]|2[0-3]):(?P<m>[0-5][0-9])(?::(?P<s>[0-5][0-9]))?(?:" + GAP + r"?(?:hours|hrs|h))?" + _ZONE, _twenty_four),
        form("#", r"(?P<h>[01][0-9]|2[0-3])(?P<m>[0-5][0-9])(?:" + GAP + r"(?:hours|hrs)(?:" + GAP + r")?)?" + _ZONE, _military),
        form({"#"} | spelled, r"(?P<h>1[0-2]|0?[1-9]|" + _SPELLED + r")(?:" + GAP + r"o['’]clock)(?:" + GAP + r"in" + GAP + r"the" + GAP + r"(?P<part>morning|afternoon|evening)|" + GAP + r"at" + GAP + r"(?P<night>night))?" + _ZONE, _o_clock),
        form({"#"} | spelled, r"(?P<h>1[0-2]|0?[1-9]|" + _SPELLED + r")" + GAP + r"(?:in" + GAP + r"the" + GAP + r"(?P<part>morning|afternoon|evening)|at" + GAP + r"(?P<night>night))" + _ZONE, _o_clock),
        form({"noon", "midnight", "midday"}, r"(?P<word>noon|midday|midnight)" + _ZONE, _named),
    )  # fmt: skip


def spelled_forms() -> tuple[Form, ...]:
    """Return the forms of clock times that are read as such only beside a day: "seven twenty-seven", "8:45a", "six pm"."""
    cardinals = list(NUMBERS["cardinal"])
    spelled, tens = set(cardinals[1:13]), set(cardinals[20:25])
    minutes = (
        r"(?:(?:" + one_of(tens) + r")(?:[\s-]" + one_of(cardinals[1:10]) + r")?|" + one_of(cardinals[10:20]) + r")"
    )
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


def _timed(match: re.Match[str], setting: Setting, hour: int, rest: str) -> Reading:
    """Return the reading of a time of day on the day of its sentence, or of publication."""
    day: date | None = setting.spoken or setting.published
    offset, code = _offset(match)
    if day is None:
        return Reading(*match.span(), "TIME", None)
    value = f"{day.isoformat()}T{hour:02}{rest}{code}"
    return Reading(*match.span(), "TIME", value, "text" if setting.spoken else "published", day, offset)


def _offset(match: re.Match[str]) -> tuple[timedelta, str]:
    """Return the zone's distance from UTC, and the code that TIMEX3 writes for it."""
    if not match.groupdict().get("zone"):
        return timedelta(0), ""
    distance = timedelta(hours=float(str(WORDS["zone"][match["zone"].lower()]["hours"])))
    if match["sign"]:
        more = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
        distance += more if match["sign"] == "+" else -more
    return distance, "Z" if not distance else ""


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
    word = match["h"].lower()
    hour = int(word) if word.isdigit() else int(NUMBERS["cardinal"][word]["value"])
    late = (match["part"] or "").lower() in {"afternoon", "evening"} or (match["night"] and hour > 5)  # noqa: PLR2004 - three at night is before dawn
    return _timed(match, setting, hour % 12 + (12 if late else 0), ":00")


def _named(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "noon" and "midnight"."""
    if match["word"][0].isupper():
        return None
    return _timed(match, setting, 0 if match["word"].lower() == "midnight" else 12, ":00")
