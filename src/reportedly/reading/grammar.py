"""All forms of time expressions, by the words that begin them.

No tagger is needed: the first form that matches at a word and makes sense wins.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.model import Token
from reportedly.reading import (
    clock,
    date,
    duration,
    holiday,
    hour,
    nth,
    numeric,
    part,
    quarter,
    recalled,
    relative,
    season,
    stretch,
    vague,
    week,
    weekday,
    year,
)
from reportedly.reading.timeform import NUMBERS, Form, Reading, Setting

Index = dict[str, tuple[Form, ...]]

_CARDINALS = frozenset(NUMBERS["cardinal"])


def _index(forms: tuple[Form, ...]) -> Index:
    """Return the forms by the words that begin them, in order."""
    index: dict[str, list[Form]] = {}
    for form in forms:
        for start in form.starts:
            index.setdefault(start, []).append(form)
    return {start: tuple(forms) for start, forms in index.items()}


TIMES = _index(
    (
        *clock.forms(),
        *hour.forms(),
        *week.forms(),
        *nth.forms(),
        *recalled.forms(),
        *holiday.forms(),
        *numeric.forms(),
        *stretch.forms(),
        *date.forms(),
        *season.forms(),
        *quarter.forms(),
        *year.forms(),
        *weekday.forms(),
        *part.forms(),
        *relative.forms(_CARDINALS),
        *duration.forms(_CARDINALS),
        *vague.forms(),
    )
)
"""Every form."""

CLOCKS = _index((*hour.beside_day(), *clock.forms(), *hour.forms()))
"""Forms of clock times, with those that are read as such only beside a day."""


@lru_cache(maxsize=4096)
def key(lower: str) -> str:
    """Return the word under which a token's forms are found.

    >>> key("2019"), key("fy2014"), key("monday's"), key("mid-june")
    ('#', 'fy', 'monday', 'mid')
    """
    if lower[0] in "0123456789":
        return "#"
    letters = lower.rstrip("0123456789")
    if letters != lower and letters.isalpha():
        return letters
    return lower.removesuffix("'s").partition("-")[0] or lower


@dataclass(frozen=True, slots=True)
class Words:
    """A report's words, at any of which a time may be looked for.

    Attributes:
        tokens: All words of the report.
    """

    tokens: Sequence[Token]

    def read(self, index: Index, at: int, setting: Setting) -> Reading | None:
        """Return what the first fitting form makes of the word that begins at ``at``, its neighbours left out.

        Args:
            index: The forms that are tried.
            at: Code point at which a word must begin; None comes of any other.
            setting: What the form may look at.
        """
        number = bisect_left(self.tokens, at, key=lambda token: token.span.start)
        if number >= len(self.tokens) or self.tokens[number].span.start != at:
            return None
        return first(index.get(key(self.tokens[number].lower), ()), at, setting)


def first(forms: Sequence[Form], at: int, setting: Setting) -> Reading | None:
    """Return what the first fitting form makes of the words at ``at``; None when none fits."""
    for form in forms:
        match = form.match(setting.text, at)
        found = match and form.read(match, setting)
        if found:
            return found
    return None
