"""Times joined to the times beside them: a day to its clock, a length to the day it is counted from."""

import re
from dataclasses import dataclass, replace

from reportedly.reading import beside, clock, part
from reportedly.reading.grammar import CLOCKS, TIMES, Words
from reportedly.reading.timeform import NUMBERS, WORDS, Reading, Setting

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
        if _whole_day(found) and found.day:
            written = clock.iso_time(setting.text, found.end)
            if written:
                end, value, offset = written
                return replace(found, end=end, type="TIME", value=found.day.isoformat() + value, offset=offset)
            return self._clocked(found, "", setting)
        if found.type == "TIME" and found.value and found.day:
            if _part(found):
                return self._clocked(found, _part(found), setting)
            if ":" in found.value:
                return self._on_its_day(found, setting)
        return found

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
        hour = clock.BARE.match(setting.text, at) if setting.previous(at) in _CLOSE else None
        if hour is None:
            return None
        day = self.words.read(TIMES, hour.end(), setting)
        if day is None or day.day is None or not (_whole_day(day) or _part(day)):
            return None
        value = day.day.isoformat() + clock.bare(hour, _part(day))
        return Reading(at, day.end, "TIME", value, day.anchor, day.day)

    def _clocked(self, found: Reading, part_code: str, setting: Setting) -> Reading:
        """Give a day, or a part of one, the clock time that follows it ("tomorrow at 8.30 pm", "tonight at 8")."""
        text, between = setting.text, beside.AT.match(setting.text, found.end)
        if between is None or found.day is None or between.end() == found.end:
            return found
        worded = any(letter.isalpha() or letter == "@" for letter in between[0])
        time = self.words.read(CLOCKS, between.end(), replace(setting, spoken=found.day, joined=True))
        if time and time.value and time.type == "TIME":
            value = f"{found.day.isoformat()}{time.value[time.value.index('T') :]}"
            return replace(time, start=found.start, value=value, anchor=found.anchor, day=found.day)
        hour = beside.bare_hour(text, between.end(), part_code) if worded and between[0].split()[-1] in _CLOSE else None
        if hour is None:
            return found
        return replace(found, end=hour[0], type="TIME", value=found.day.isoformat() + hour[1])

    def _counted(self, length: Reading, setting: Setting) -> Reading:
        """Count a length from the day that follows it ("two weeks before Christmas"); else leave it a length."""
        side = beside.SIDE.match(setting.text, length.end)
        if side is None or setting.previous(length.start) in _BEFORE_LENGTH:
            return length
        day = self.words.read(TIMES, side.end(), setting)
        moved = beside.moved(length, day, side["side"].lower()) if day and day.type == "DATE" else None
        return moved or length

    def _on_its_day(self, found: Reading, setting: Setting) -> Reading:
        """Give a clock time, or both ends of a stretch of them, the day that follows ("9 a.m. Tuesday")."""
        last = found.rest[-1] if found.rest else found
        gap = _TO_DAY.match(setting.text, last.end)
        if gap is None:
            return found
        day = self.words.read(TIMES, gap.end(), setting)
        if not day or not day.day or not (_whole_day(day) or _part(day)):
            return found
        end = last.end if gap["aside"] else day.end
        ends = [
            replace(one, value=day.day.isoformat() + one.value[one.value.index("T") :], anchor=day.anchor, day=day.day)
            for one in (found, *found.rest)
            if one.value
        ]
        ends[-1] = replace(ends[-1], end=end)
        return replace(ends[0], rest=tuple(ends[1:]))


def _whole_day(found: Reading) -> bool:
    """Say whether a reading is one day of the calendar."""
    return found.type == "DATE" and found.day is not None and found.value == found.day.isoformat()


def _part(found: Reading) -> str:
    """Return the code of the part of the day that a reading names ("TEV": "EV"); empty when it names none."""
    return found.value[-2:] if found.type == "TIME" and found.value and found.value[-3:-2] == "T" else ""
