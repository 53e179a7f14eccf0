"""When it is said to have happened, against when it was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.export.html.drawing import Scale, drawing, shortened, tag

_WIDTH = 640
_ROW = 34
_TOP = 30
_LEFT = 14
_RIGHT = 626
_TICKS = 6


@dataclass(frozen=True, slots=True)
class Moment:
    """One statement on the two time axes.

    Attributes:
        label: Who says what, in a few words.
        said: Day it was said or published; None when not known.
        earliest: First day it speaks of; None when it names none that is resolved.
        latest: Last day it speaks of; equal to ``earliest`` for a single day.
    """

    label: str
    said: date | None
    earliest: date | None = None
    latest: date | None = None

    def days(self) -> tuple[date, ...]:
        """Return the days it names."""
        return tuple(day for day in (self.said, self.earliest, self.latest) if day is not None)


def timeline(moments: Sequence[Moment]) -> str | None:
    """Draw one row a statement: a hollow bar for what it speaks of, a filled mark for when it was said.

    Args:
        moments: In the order of the rows; those without any day are left out.

    Returns:
        An SVG; None when no moment has a day.
    """
    rows = [one for one in moments if one.days()]
    if not rows:
        return None
    days = [day for one in rows for day in one.days()]
    first, last = min(days) - timedelta(days=1), max(days) + timedelta(days=1)
    scale = Scale(first.toordinal(), last.toordinal(), _LEFT, _RIGHT)
    height = _TOP + _ROW * len(rows) + 8
    parts = _axis(scale, first, last, height)
    for at, one in enumerate(rows):
        parts += _row(one, scale, _TOP + _ROW * at + 22)
    return drawing(
        parts, width=_WIDTH, height=height, title="When it happened against when it was said", kind="timeline"
    )


def _axis(scale: Scale, first: date, last: date, height: float) -> list[str]:
    """Draw at most a handful of days across the rows, first and last named."""
    step = max(1, -(-(last - first).days // _TICKS))
    parts = []
    for offset in range(1, (last - first).days, step):
        day = first + timedelta(days=offset)
        x = scale(day.toordinal())
        parts.append(tag("line", x1=x, x2=x, y1=_TOP - 10, y2=height - 4, class_="grid"))
        parts.append(tag("text", f"{day.day} {day:%b %Y}", x=x, y=_TOP - 15, text_anchor="middle", class_="tick"))
    return parts


def _row(one: Moment, scale: Scale, y: float) -> list[str]:
    """Draw one statement."""
    ends = [scale(day.toordinal()) for day in one.days()]
    parts = [tag("text", shortened(one.label), x=_LEFT, y=y - 9, class_="label")]
    if one.said is not None and one.earliest is not None:
        parts.append(tag("line", x1=min(ends), x2=max(ends), y1=y, y2=y, class_="lag"))
    if one.earliest is not None and one.latest is not None:
        start, end = scale(one.earliest.toordinal()), scale(one.latest.toordinal())
        parts.append(tag("rect", x=start - 5, y=y - 5, width=end - start + 10, height=10, rx=5, class_="happened"))
    if one.said is not None:
        x = scale(one.said.toordinal())
        parts.append(tag("path", d=f"M{x} {y - 6}l6 6l-6 6l-6 -6z", class_="said"))
    return parts
