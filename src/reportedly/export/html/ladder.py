"""The ladder of one counted thing: every stated value on one scale, bounds drawn, projections hollow."""

from collections.abc import Sequence
from decimal import Decimal

from reportedly.export.html.drawing import Scale, drawing, number, shortened, tag
from reportedly.model import Figure, Rung

_WIDTH = 640
_ROW = 36
_LEFT = 16
_RIGHT = 624
_TOP = 26
# From this ratio of greatest to least value on, small values would all stand at the left edge of a linear axis.
_LOGARITHMIC_FROM = 40

BOUNDS = {"=": "exactly", "~": "about", "<": "at most", ">": "at least", "-": "between"}

# What a number's standing adds to its words.
STANDINGS = {"stands": "", "earlier": " (before)", "withdrawn": " (taken back)"}


def ladder(figure: Figure, names: Sequence[str]) -> str | None:
    """Draw one figure's rungs, one row each, oldest first.

    Args:
        figure: What is counted, with its rungs.
        names: One label a rung: who says it and when.

    Returns:
        An SVG; None when no rung has a number.
    """
    rows = [(rung, name) for rung, name in zip(figure.rungs, names, strict=True) if _ends(rung)]
    if not rows:
        return None
    values = [float(end) for rung, _ in rows for end in _ends(rung)]
    scale = _scale(values)
    height = _TOP + _ROW * len(rows) + 8
    parts = _axis(scale, height)
    for at, (rung, name) in enumerate(rows):
        parts += _row(rung, name, scale, _TOP + _ROW * at + 24)
    return drawing(parts, width=_WIDTH, height=height, title=f"Stated numbers of {figure.counted}", kind="ladder")


def value(rung: Rung) -> str:
    """Write a rung's value in words: "about 12,000", "at least 5 %"."""
    low, high = rung.low, rung.high
    if low is None and high is None:
        return "no number"
    if rung.bound == "-" and low is not None and high is not None:
        words = f"{number(float(low))} to {number(float(high))}"
    else:
        one = low if low is not None else high
        words = f"{BOUNDS[rung.bound]} {number(float(one or 0))}" if rung.bound != "=" else number(float(one or 0))
    return f"{words} {rung.unit}" if rung.unit else words


def summed(figure: Figure) -> str | None:
    """Write best, low and high in a few words: "best 14, 1 to 14", "best 9, 9 or more", "at most 400".

    Returns:
        None when no total stands, or the totals hold several units.
    """
    made = figure.estimate
    units = {rung.unit for rung in figure.rungs if rung.role == "total" and rung.standing == "stands"}
    if made is None or len(units) != 1:
        return None
    best, low, high = (None if one is None else number(float(one)) for one in (made.best, made.low, made.high))
    if best is None:
        words = f"at most {high}"
    elif high is None:
        words = f"best {best}, {low} or more"
    else:
        words = f"best {best}" if low == high else f"best {best}, {low} to {high}"
    unit = units.pop()
    return f"{words} {unit}" if unit else words


def _ends(rung: Rung) -> list[Decimal]:
    """Return the numbers a rung states."""
    return [end for end in (rung.low, rung.high) if end is not None]


def _scale(values: Sequence[float]) -> Scale:
    """Return an axis on which all values can be told apart."""
    least, most = min(values), max(values)
    if least > 0 and most / least >= _LOGARITHMIC_FROM:
        return Scale(least / 1.6, most * 1.6, _LEFT, _RIGHT, logarithmic=True)
    return Scale(min(0.0, least), max(most * 1.12, 1.0), _LEFT, _RIGHT)


def _axis(scale: Scale, height: float) -> list[str]:
    """Draw the axis with its ends named, and say when it is logarithmic."""
    ends = (scale.low, scale.high) if not scale.logarithmic else (scale.low * 1.6, scale.high / 1.6)
    parts = [tag("line", x1=_LEFT, x2=_RIGHT, y1=_TOP - 6, y2=_TOP - 6, class_="axis")]
    for end, anchor in zip(ends, ("start", "end"), strict=True):
        shown = end if scale.logarithmic else (end if anchor == "start" else end / 1.12)
        parts.append(tag("line", x1=scale(shown), x2=scale(shown), y1=_TOP - 10, y2=height - 4, class_="grid"))
        parts.append(tag("text", number(shown), x=scale(shown), y=_TOP - 13, text_anchor=anchor, class_="tick"))
    if scale.logarithmic:
        parts.append(tag("text", "ratio scale", x=_WIDTH / 2, y=_TOP - 13, text_anchor="middle", class_="tick"))
    return parts


def _row(rung: Rung, name: str, scale: Scale, y: float) -> list[str]:
    """Draw one rung: its label above, its mark and its bound on the line."""
    ends = [float(end) for end in _ends(rung)]
    low, high = scale(min(ends)), scale(max(ends))
    look = " ".join(
        ("rung", rung.role, *("projection",) * rung.projection, *(rung.standing,) * (rung.standing != "stands"))
    )
    label = f"{value(rung)}{' (projection)' if rung.projection else ''}{STANDINGS[rung.standing]} · {name}"
    parts = [tag("text", shortened(label), x=_LEFT, y=y - 9, class_="label")]
    if high > low:
        parts.append(tag("line", x1=low, x2=high, y1=y, y2=y, class_=f"range {look}"))
    if rung.bound == ">":
        parts.append(tag("path", d=f"M{low} {y}h34m-7 -4l7 4l-7 4", class_=f"arrow {look}"))
    if rung.bound == "<":
        parts.append(tag("path", d=f"M{low} {y}h-34m7 -4l-7 4l7 4", class_=f"arrow {look}"))
    if rung.bound == "~":
        parts.append(tag("line", x1=low - 14, x2=low + 14, y1=y, y2=y, class_=f"about {look}"))
    parts.append(_mark(rung, low, y, look))
    return parts


def _mark(rung: Rung, x: float, y: float, look: str) -> str:
    """Draw the value itself: a circle for a total, a square for a part, a triangle for a change."""
    if rung.role == "part":
        return tag("rect", x=x - 4.5, y=y - 4.5, width=9, height=9, class_=look)
    if rung.role == "change":
        return tag("path", d=f"M{x - 5.5} {y + 4.5}h11l-5.5 -10z", class_=look)
    return tag("circle", cx=x, cy=y, r=5, class_=look)
