"""What a text has named so far: the last stretch of time, the last whole day, the last clock time."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from reportedly.reading.timeform import Reading

# How far back, in characters, the day of a bare clock time may have been named: a sentence or two.
_NEAR = 250
_BEGIN = frozenset({"since", "from", "between"})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T(?P<clock>[0-9]{2}:[0-9]{2})?.*)?")


@dataclass(slots=True)
class Memory:
    """The times that later words may hang on.

    Attributes:
        last: First day of the time that was named last, be it a day, a week or a year; None when none was.
        day: The whole day that was named last; None when none was.
        minute: The clock time that was named last, as its own place's clock shows it; None when none was.
        value: TIMEX3 value of the time that was named last; None when none was, or when it only begins or bounds a stretch
            ("since January").
    """

    last: date | None = None
    day: date | None = None
    minute: datetime | None = None
    value: str | None = None
    _day_end: int = -1

    def take(self, found: Reading, before: str) -> bool:
        """Remember a reading; say whether it names a whole day or a part of one.

        Args:
            found: What was read.
            before: The word before it, in small letters.
        """
        if found.day is None or found.value is None or found.type in {"DURATION", "SET"}:
            return False
        self.last, self.value = found.day, None if before in _BEGIN else found.value
        written = _DAY.fullmatch(found.value)
        if written is None:
            return False
        self.day, self._day_end = found.day, found.end
        if written["clock"]:
            self.minute = _minute(found.day, int(written["clock"][:2]), int(written["clock"][3:]))
        return True

    def day_near(self, start: int) -> date | None:
        """Return the last whole day where it was named not long before a position; None when it was not."""
        return self.day if 0 <= start - self._day_end <= _NEAR else None


def _minute(day: date, hours: int, minutes: int) -> datetime | None:
    """Return a minute of a day, of which the last is 24:00; None off the calendar."""
    try:
        return datetime.combine(day, time()) + timedelta(hours=hours, minutes=minutes)
    except OverflowError:
        return None
