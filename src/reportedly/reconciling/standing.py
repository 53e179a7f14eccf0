"""Whether a stated number still stands: or was before, or is taken back by the report that gave it."""

import re

from reportedly.model import Quantity, Sentence, Standing
from reportedly.reconciling.passage import Passage

# "Rose from 1,500 to 11,000", "up from nine", "compared with 40 a week ago": what it was before.
_BEFORE = re.compile(r"\b(?:from|compared (?:with|to)|against)\s+$", re.IGNORECASE)
# How newspapers word a correction: the number that follows is the one taken back.
_TAKEN_BACK = re.compile(
    r"\b(?:(?:an?|the|our|its)\s+(?:earlier|previous|initial|original|first)\s+(?:version|report|story|article|headline|post|edition)"
    r"|(?:wrongly|incorrectly|erroneously|mistakenly|misstated))\b",
    re.IGNORECASE,
)
_SAID = r"(?:said|says|stated|gave|put|reported|listed|had|read|claimed|quoted|misstated|wrote|spoke)"
_WRONG = re.compile(rf"{_TAKEN_BACK.pattern}.*?\b{_SAID}\b", re.IGNORECASE | re.DOTALL)
_MENDED = re.compile(
    r"\b(?:when|whereas|while|but|instead of|rather than|the (?:correct|right|actual))\b", re.IGNORECASE
)


def standing(passage: Passage, quantity: Quantity, *, beside: bool = False) -> Standing:
    """Say whether a number stands.

    Args:
        passage: The statement that gives it.
        quantity: The number.
        beside: Another number of the same statement counts the same thing; without one, "from 40" is no earlier number.
    """
    text = passage.report.text
    if beside and _BEFORE.search(text[max(0, quantity.span.start - 20) : quantity.span.start]):
        return "earlier"
    before = text[_start(passage, quantity) : quantity.span.start]
    wrong = _WRONG.search(before)
    if wrong and not _MENDED.search(before[wrong.end() :]):
        return "withdrawn"
    return "stands"


def taken_back(passage: Passage) -> bool:
    """Say whether a statement gives nothing but numbers that it takes back ("an earlier version said 41")."""
    held = passage.quantities
    return bool(held) and all(standing(passage, one) == "withdrawn" for one in held)


def _start(passage: Passage, quantity: Quantity) -> int:
    """Return where the sentence of a number begins; where sentences were not read, its line, at most 300 characters before it."""
    for sentence in passage.report.of(Sentence):
        if sentence.span.contains(quantity.span):
            return sentence.span.start
    return max(0, quantity.span.start - 300, passage.report.text.rfind("\n", 0, quantity.span.start) + 1)
