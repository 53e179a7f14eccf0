"""Times joined to the times beside them: a day to its clock, a length to the day it is counted from."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from reportedly.reading import beside, clock, hour, part
from reportedly.reading.calendar import named, shift
from reportedly.reading.grammar import CLOCKS, TIMES, Words
from reportedly.reading.timeform import FULL_WEEKDAY, GAP, NUMBERS, WORDS, Reading, Setting, number

# Words that a bare hour may follow.
_CLOSE = frozenset({"at", "around", "about", "by", "@"})
# Words before a length that leave it one: "for two weeks from Monday".
_BEFORE_LENGTH = frozenset({"for", "the", "every", "last", "next", "past", "first"})
LEADS = frozenset(
    {
        "the",
        "a",
        "an",
        "one",
        "day",
        "week",
        "month",
        "year",
        "#",
        *list(NUMBERS["cardinal"])[1:13],
        *WORDS["weekday"],
        *part.LEADS,
    }
)
"""Keys of words at which `Joiner.led` may find a time."""

_TO_DAY = re.compile(r"[ ,]{0,3}(?:\((?P<aside>[^()\n]{1,20})\)[ ,]{0,2})?(?:on )?")


_WEEK = re.compile(r"[0-9]{4}-W[0-9]{2}")
_WEEKDAY = re.compile(r"(?:,?" + GAP + "on)?" + GAP + r"(?P<wd>" + FULL_WEEKDAY + r")\b(?!['’]s)", re.IGNORECASE)
_ON_WEEKDAY = re.compile(r",?" + GAP + r"on" + GAP + r"(?P<wd>" + FULL_WEEKDAY + r")\b(?!['’]s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Joiner:
    """Looks beside a time for what belongs to it.

    Attributes:
        words: The report's words.
    """

    words: Words

    def led(self, at: int, setting: Setting) -> Reading | None:
        """Read what is a time only for what follows it: "the day after Christmas", "at six on Monday"."""
        return self._beside(at, setting) or self._part_of(at, setting) or self._hour(at, setting)

    def joined(self, found: Reading, setting: Setting) -> Reading:
        """Join a time to what stands beside it."""
        if found.type == "DURATION":
            return self._counted(found, setting)
        if found.type == "DATE":
            return self._in_week(found, setting) if _WEEK.fullmatch(found.value or "") else self._timed(found, setting)
        if found.type != "TIME" or not found.value or not found.day:
            return found
        return (
            self._clocked(found, _part(found), setting)
            if _part(found)
            else _overnight(self._on_its_day(found, setting))
        )

    def _timed(self, found: Reading, setting: Setting) -> Reading:
        """Give a day the time that follows it, written as ISO 8601 has it or in any other way."""
        if not found.day or not _whole_day(found):
            return found
        written = clock.iso_time(setting.text, found.end)
        if not written:
            return self._clocked(found, "", setting)
        end, value, offset = written
        return replace(found, end=end, type="TIME", value=found.day.isoformat() + value, offset=offset)

    def _beside(self, at: int, setting: Setting) -> Reading | None:
        """Read "the day after Christmas", "the Monday before Easter", "a week from Friday"."""
        match = beside.NEXT_TO.match(setting.text, at)
        if match is None:
            return None
        anchor = self.words.read(TIMES, match.end(), setting)
        return beside.next_to(match, anchor) if anchor and anchor.type == "DATE" else None

    def _part_of(self, at: int, setting: Setting) -> Reading | None:
        """Read "the early hours of Sunday", "the night of May 3", "dawn on Monday"."""
        match = part.OF_DAY.match(setting.text, at)
        day = match and self.words.read(TIMES, match.end(), setting)
        if (
            not match
            or not day
            or not day.day
            or day.rest
            or setting.text.startswith(" to ", day.end)
            or not (_whole_day(day) or _part(day))
        ):
            return None
        value = f"{day.day.isoformat()}T{part.code(match['part'])}"
        # "Before dawn on Tuesday" tells two times; "the night of May 3" is one.
        end = match.end("part") if match[0].lower().rstrip().endswith(" on") else day.end
        return replace(day, start=at, end=end, type="TIME", value=value)

    def _hour(self, at: int, setting: Setting) -> Reading | None:
        """Read "six" in "at six on Monday", "five-thirty tomorrow evening"."""
        found = hour.BARE.match(setting.text, at)
        if found is None or not (setting.previous(at) in _CLOSE or found["words"]):
            return None
        day = self.words.read(TIMES, found.end(), setting)
        if day is None or day.day is None or not (_whole_day(day) or _part(day)):
            return None
        value = day.day.isoformat() + hour.bare(found, _part(day))
        return Reading(at, day.end, "TIME", value, day.anchor, day.day)

    def _clocked(self, found: Reading, part_code: str, setting: Setting) -> Reading:
        """Give a day, or a part of one, the clock time that follows it ("tomorrow at 8.30 pm", "tonight at 8")."""
        text, between = setting.text, beside.AT.match(setting.text, found.end)
        if between is None or found.day is None or between.end() == found.end:
            return found
        worded = any(letter.isalpha() or letter == "@" for letter in between[0])
        time = self.words.read(CLOCKS, between.end(), replace(setting, spoken=found.day, joined=True))
        if time and time.value and time.type == "TIME":
            return replace(_moved(time, found, part_code), start=found.start)
        bare = beside.bare_hour(text, between.end(), part_code) if worded and between[0].split()[-1] in _CLOSE else None
        if bare is None:
            return found
        return replace(found, end=bare[0], type="TIME", value=found.day.isoformat() + bare[1])

    def _in_week(self, week: Reading, setting: Setting) -> Reading:
        """Give a week the weekday that follows it ("two weeks ago on Monday")."""
        ago = setting.text[week.start : week.end].lower().endswith("ago")
        match = (_WEEKDAY if ago else _ON_WEEKDAY).match(setting.text, week.end)
        if match is None or week.day is None:
            return week
        day = shift(week.day, number(match["wd"], "weekday") - week.day.isoweekday(), "day")
        return self.joined(replace(week, end=match.end(), value=named(day), day=day), setting) if day else week

    def _counted(self, length: Reading, setting: Setting) -> Reading:
        """Count a length from the day that follows it ("two weeks before Christmas"); else leave it a length."""
        side = beside.SIDE.match(setting.text, length.end)
        if side is None or setting.previous(length.start) in _BEFORE_LENGTH:
            return length
        day = self.words.read(TIMES, side.end(), setting)
        moved = beside.moved(length, day, side["side"].lower()) if day and day.type == "DATE" else None
        return moved or length

    def _measured(self, found: Reading, gap: re.Match[str], setting: Setting) -> Reading:
        """Give a local time the distance from UTC that the brackets behind it tell ("10:35 a.m. (0735 GMT)")."""
        other = self.words.read(TIMES, gap.start("aside"), replace(setting, joined=True))
        if not other or not other.value or not other.value.endswith("Z") or not found.value or found.offset:
            return found
        minutes = _minutes(found.value) - _minutes(other.value)
        # Clocks stand at most 12 hours behind UTC and 14 ahead of it.
        return replace(found, offset=timedelta(minutes=(minutes + 720) % 1440 - 720))

    def _on_its_day(self, found: Reading, setting: Setting) -> Reading:
        """Give a clock time, or both ends of a stretch of them, the day that follows ("9 a.m. Tuesday")."""
        last = found.rest[-1] if found.rest else found
        gap = _TO_DAY.match(setting.text, last.end)
        if gap is None:
            return found
        found = self._measured(found, gap, setting) if gap["aside"] else found
        day = self.words.read(TIMES, gap.end(), setting)
        if (
            not day
            or not day.day
            or not (_whole_day(day) or _part(day))
            or any(one.value is None for one in found.rest)
        ):
            return found
        end = last.end if gap["aside"] else day.end
        ends = [_moved(one, day, _part(day)) for one in (found, *found.rest)]
        ends[-1] = replace(ends[-1], end=end)
        return replace(ends[0], rest=tuple(ends[1:]))


def _minutes(value: str) -> int:
    """Return the minutes of the day that a TIMEX3 value of a clock time tells."""
    at = value.index("T") + 1
    return 60 * int(value[at : at + 2]) + int(value[at + 3 : at + 5])


def _overnight(found: Reading) -> Reading:
    """Return a stretch of hours whose end lies a day on where it would lie before its beginning ("8 p.m. to 6 a.m.")."""
    if len(found.rest) != 1 or not found.value or found.type != "TIME":
        return found
    [end] = found.rest
    day = end.day and shift(end.day, 1, "day")
    if not end.value or not day or end.day != found.day or end.value[10:] > found.value[10:]:
        return found
    return replace(found, rest=(replace(end, value=day.isoformat() + end.value[10:], day=day),))


def _whole_day(found: Reading) -> bool:
    """Say whether a reading is one day of the calendar."""
    return found.type == "DATE" and found.day is not None and found.value == found.day.isoformat()


def _moved(clock_time: Reading, day: Reading, part_code: str) -> Reading:
    """Return a clock time on another day, in the half of it that the part named there leaves."""
    if clock_time.value is None or day.day is None:
        return clock_time
    told = clock_time.value[clock_time.value.index("T") :]
    if clock_time.half_open and part_code:
        told = f"T{hour.in_half(int(told[1:3]), part_code):02}{told[3:]}"
    if part_code == "NI" and told.startswith("T00:00"):
        # "Midnight tonight" ends the day.
        told = "T24" + told[3:]
    return replace(clock_time, value=day.day.isoformat() + told, anchor=day.anchor, day=day.day, half_open=False)


def _part(found: Reading) -> str:
    """Return the code of the part of the day that a reading names ("TEV": "EV"); empty when it names none."""
    return found.value[-2:] if found.type == "TIME" and found.value and found.value[-3:-2] == "T" else ""
