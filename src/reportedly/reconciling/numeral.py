"""How a number stands in its statement: as a count, an age, a denied value, or going on with a number before."""

import re

from reportedly.model import Quantity
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.word import stem

_AGE_BEFORE = re.compile(
    r"\b(?:aged?|youngest (?:was|is)|oldest (?:was|is|being)|(?:boy|girl|man|woman|child|teenager|son|daughter|student) of)\s+$",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(r"^(?:\s*-\s*|\s+)years?(?:\s*-\s*|\s+)old\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|rather than|instead of)\s+$", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"\b(?:number|total|toll|strength|count|tally)\s+of\s+(?:the\s+)?(?P<what>(?:[\w’'-]+\s+){0,3}?[\w’'-]+)(?=\s+(?:in|at|on|near|who|that|has|had|have|was|were|is|are|rose|fell|grew|could|may|might|will|would|to|from|by|now)\b|[,.;]|$)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"^\s+(?:more\s+)?of\s+(?:them|those|these)\b", re.IGNORECASE)
_STEP = re.compile(r"\b(?:up|down)?\s*(?:from|to|then|later)\s+$", re.IGNORECASE)


def not_counted(passage: Passage, quantity: Quantity) -> bool:
    """Say whether a number is an age, one that the statement says is not the case, or nothing that came to no harm.

    "Not one weapon was found" denies the weapons and counts none; "nobody was hurt" stays, a rung of those hurt.
    """
    if quantity.high == 0 and quantity.harm is None:
        return True
    before, after = _around(passage, quantity)
    return bool(_AGE_BEFORE.search(before) or _AGE_AFTER.match(after) or _NOT.search(before))


def goes_on(passage: Passage, quantity: Quantity) -> bool:
    """Say whether a number goes on with one before: "of them", "up from nine", "then to 12,000"."""
    before, after = _around(passage, quantity)
    return bool(_OF_THEM.match(after) or _STEP.search(before))


def stands_in(noun: str, text: str) -> bool:
    """Say whether the last word of a counted noun stands in a text."""
    last = noun.lower().split()[-1:]
    return bool(last) and stem(last[0]) in {stem(word) for word in re.findall(r"[\w’'-]+", text.lower())}


def number_of(text: str) -> str | None:
    """Return what "the number of …" counts; None where nothing says so.

    >>> number_of("the number of Tirask troops in the valley rose to 11,000")
    'Tirask troops'
    """
    match = _NUMBER_OF.search(text)
    return match["what"] if match else None


def _around(passage: Passage, quantity: Quantity) -> tuple[str, str]:
    """Return the text before and after a number, within its report."""
    text = passage.report.text
    return text[max(0, quantity.span.start - 40) : quantity.span.start], text[
        quantity.span.end : quantity.span.end + 30
    ]
