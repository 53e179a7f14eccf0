"""When, relative to what."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from reportedly.model.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression (ISO-TimeML TIMEX3).

    Attributes:
        span: The words, without preposition ("Monday", "last week", "about six months ago").
        type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value ("2024-11-04", "2024-W44", "P3D", "XXXX-WXX-1"); None when nothing dates it.
        earliest: First instant it may mean, UTC; None when not resolved to the calendar.
        latest: One past the last instant it may mean, UTC; None as for ``earliest``.
        anchor: What it hangs on: "published", "text" (a day the text itself gives), or "absolute"; None when unresolved.
    """

    span: Span
    type: TimexType
    value: str | None
    earliest: datetime | None = None
    latest: datetime | None = None
    anchor: Literal["published", "text", "absolute"] | None = None
