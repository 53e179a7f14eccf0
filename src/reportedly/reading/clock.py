"""Times of day, and the day they belong to."""

import re
from dataclasses import replace
from datetime import date, timedelta

from reportedly.reading.calendar import holiday
from reportedly.reading.timeform import GAP, WORDS, Anchor, Form, Reading, Setting, form, one_of, row

ZONE = (
    r"(?:[\s ]{0,4}\(?(?P<zone>" + one_of(WORDS["zone"]) + r")\b(?:[\s ]{0,4}(?P<sign>[+-])[\s ]{0,4}"
    r"(?P<hours>[01]?[0-9])(?::?(?P<minutes>[0-5][0-9]))?)?(?:(?<=[0-9])\))?)?"
)  # fmt: skip
HALF = r"(?P<half>[ap]\.?" + r"m\b\.?)"
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
# A day behind a time that nothing else marks as one: "7:30 tonight".
_DAY_FOLLOWS = re.compile(
    r"\s(?:today|tonight|tomorrow|yesterday|(?:this|last)\s(?:morning|afternoon|evening|night))\b", re.IGNORECASE
)
_NOON = 12


def forms() -> tuple[Form, ...]:
    """Return the forms of clock times."""
    return (
        form("#", r"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<m>[0-5][0-9]))?(?:\s?(?P<early>[ap]\.?" + r"m\b\.?))?(?P<to>\s?[-–]\s?|" + GAP + r"(?:to|and|until|till)" + GAP + r")(?P<h2>1[0-2]|0?[1-9])(?:[:.](?P<m2>[0-5][0-9]))?\s?" + HALF + ZONE, _twelve_to),
        form("#", r"(?P<h>[01]?[0-9]|2[0-3]):(?P<m>[0-5][0-9])\s?[-–]\s?(?P<h2>[01]?[0-9]|2[0-3]):(?P<m2>[0-5][0-9])" + ZONE, _twenty_four_to),
        form("#", r"(?P<h>1[0-2]|0?[0-9])(?:[:.](?P<m>[0-5][0-9]))?" + GAP.replace("{1,4}", "{0,2}") + HALF + ZONE, _twelve),
        form("#", r"(?P<h>1[0-2]|0?[1-9]):(?P<m>[0-5][0-9]):(?P<s>[0-5][0-9])[\s ]{0,2}" + HALF + ZONE, _twelve),
        form("#", r"(?P<h>[01]?[0-9]|2[0-3]):(?P<m>[0-5][0-9])(?::(?P<s>[0-5][0-9]))?(?:" + GAP + r"?(?:hours|hrs|h))?" + ZONE, _twenty_four),
        form("#", r"(?P<h>[01][0-9]|2[0-3])(?P<m>[0-5][0-9])(?:" + GAP + r"(?:hours|hrs)(?:" + GAP + r")?)?" + ZONE, _military),
        form({"noon", "midnight", "midday"}, r"(?P<word>noon|midday|midnight)" + ZONE, _named),
    )  # fmt: skip


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
    left, right = (timed(match, setting, hour, f":{minute or '00'}") for hour, minute in ends)
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


def timed(match: re.Match[str], setting: Setting, hour: int, rest: str, *, half_open: bool = False) -> Reading:
    """Return the reading of a time of day on the day of its sentence, or of publication.

    Args:
        match: The words; their group "zone" names the clock's zone.
        setting: Where they stand.
        hour: 0 to 24.
        rest: Minutes and seconds, as TIMEX3 writes them (":30").
        half_open: The words leave open which half of the day is meant.
    """
    day: date | None = setting.spoken or setting.published
    if day is None:
        return Reading(*match.span(), "TIME", None)
    offset, law, code = _offset(match)
    value = f"{day.isoformat()}T{hour:02}{rest}{code}"
    anchor: Anchor = "text" if setting.spoken else "published"
    return Reading(*match.span(), "TIME", value, anchor, day, offset, summer=law, half_open=half_open)


def _offset(match: re.Match[str]) -> tuple[timedelta, str, str]:
    """Return the zone's distance from UTC, the law of its summer time, and the code that TIMEX3 writes for it."""
    if not match.groupdict().get("zone"):
        return timedelta(0), "", ""
    about = row("zone", match["zone"])
    # How far "local time" is from UTC, the words do not say.
    base, law = timedelta(hours=float(about.get("hours", 0))), str(about.get("summer", ""))
    if match["sign"]:
        more = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
        base += more if match["sign"] == "+" else -more
    return base, law, "Z" if "hours" in about and not (base or match["sign"] or law) else ""


def distance(found: Reading) -> timedelta:
    """Return how far the clock of a reading is from UTC on its day, summer time counted in."""
    ahead = found.day is not None and in_summer(found.day, found.summer)
    return found.offset + timedelta(hours=1 if ahead else 0)


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
    seconds = match.groupdict().get("s")
    return timed(match, setting, hour, f":{match['m'] or '00'}" + (f":{seconds}" if seconds else ""))


def _twenty_four(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "18:00 UTC", "at 14:30"; without a zone or a word before it, it is a score or a lap time."""
    marked = match["zone"] or setting.joined or setting.previous(match.start()) in _WHEN
    marked = marked or (int(match["h"]) > _NOON and setting.text.startswith(" on ", match.end()))
    if not marked and not _DAY_FOLLOWS.match(setting.text, match.end()):
        return None
    half_open = not match["zone"] and match["h"][0] != "0" and int(match["h"]) <= _NOON
    seconds = f":{match['s']}" if match["s"] else ""
    return timed(match, setting, int(match["h"]), f":{match['m']}{seconds}", half_open=half_open)


def _military(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "0735 GMT", "1400 hours"."""
    bare = not match["zone"] and match.end() == match.end("m")
    if bare and not (match["h"][0] == "0" and setting.previous(match.start()) in _WHEN):
        return None
    return timed(match, setting, int(match["h"]), f":{match['m']}")


def _named(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "noon" and "midnight"."""
    if match["word"][0].isupper():
        return None
    return timed(match, setting, 0 if match["word"].lower() == "midnight" else 12, ":00")
