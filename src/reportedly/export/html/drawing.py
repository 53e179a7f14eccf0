"""What every drawing on the page shares: scales, and numbers and text written into SVG."""

from dataclasses import dataclass
from math import log10

from markupsafe import escape

# 640 user units hold 72 characters of the larger type that narrow screens get.
_LABEL = 72


@dataclass(frozen=True, slots=True)
class Scale:
    """Values laid along one axis.

    Attributes:
        low: Least value on the axis.
        high: Greatest value; above ``low``.
        start: Position of ``low``, in SVG user units.
        end: Position of ``high``.
        logarithmic: Equal ratios are equally far apart; ``low`` is then above 0.
    """

    low: float
    high: float
    start: float
    end: float
    logarithmic: bool = False

    def __call__(self, value: float) -> float:
        """Return the position of a value; values beyond the ends are held at them."""
        inside = min(max(value, self.low), self.high)
        if self.logarithmic:
            share = (log10(inside) - log10(self.low)) / (log10(self.high) - log10(self.low))
        else:
            share = (inside - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


def tag(name: str, text: str | None = None, /, **attributes: object) -> str:
    """Write one SVG element; every attribute and text is escaped.

    Args:
        name: The element's name.
        text: Its content; None for an empty element.
        **attributes: Written with ``_`` as ``-``; a trailing ``_`` is dropped (``class_``); None leaves one out.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}/>" if text is None else f"<{name}{written}>{escape(text)}</{name}>"


def drawing(parts: list[str], *, width: float, height: float, title: str, kind: str) -> str:
    """Wrap elements into one SVG that says what it shows.

    Args:
        parts: Elements as `tag` writes them, already escaped.
        width: Of the view box, in user units.
        height: As ``width``.
        title: Read out in place of the drawing.
        kind: Class of the drawing.
    """
    head = (
        f'<svg class="drawing {escape(kind)}" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-label="{escape(title)}" preserveAspectRatio="xMidYMid meet">'
    )
    return head + "".join(parts) + "</svg>"


def shortened(words: str) -> str:
    """Cut a label at a word so that it fits the drawing's width on a phone too; the whole stands in the table beside it."""
    if len(words) <= _LABEL:
        return words
    return words[: words.rfind(" ", 0, _LABEL)].rstrip(",;") + " …"


def number(value: float) -> str:
    """Write a number as readers of news expect it: thousands apart, no needless decimals."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")
