"""Numbers that are names: sections, models, scores, telephone numbers, ages in apposition."""

from collections.abc import Sequence

from reportedly.lexicon import load
from reportedly.model import Token
from reportedly.reading import age
from reportedly.reading import bound as bounds
from reportedly.reading import unit as units
from reportedly.reading.counted import plural
from reportedly.reading.numeral import Numeral

LABELS = frozenset(load("en", "figure")["label"])
"""Words after which a number is a name ("Section 427", "turbine three")."""
_ADJACENT = frozenset("/._#@\\=&:'’×−")


def labelled(tokens: Sequence[Token], found: Numeral, text: str, first: int, *, joined: bool = False) -> bool:
    """Say whether the number names something instead of counting it.

    Args:
        tokens: The report's words.
        found: The number.
        text: The report's text.
        first: Index of the sentence's first token.
        joined: It is the second end of a range, so that a hyphen before it is no part of a name.
    """
    if not found.digits:
        return _ordinal(tokens, found)
    if found.start and (text[found.start - 1] in _ADJACENT or text[found.start - 1].isalpha()):
        return units.before(text, found.start) is None
    goes_on = found.start > 1 and text[found.start - 1] in ",-" and not joined and _continues(tokens, found, text)
    if goes_on or _suffixed(tokens, found, text) or _listed(text, found):
        return True
    if found.scaled or units.before(text, found.start):
        return False
    if joined or age.apposed(tokens, found, text):
        return False
    return _named(tokens, found, text, first) or age.comma(tokens, found, text)


def _ordinal(tokens: Sequence[Token], found: Numeral) -> bool:
    """Say whether words go on as an ordinal ("twenty-first")."""
    token = tokens[found.stop - 1]
    rest = token.lower[found.end - token.span.start :]
    return rest.endswith(("first", "second", "third")) or (rest.endswith("th") and not rest.endswith("month"))


def _continues(tokens: Sequence[Token], found: Numeral, text: str) -> bool:
    """Say whether the digits go on with a word before them ("COVID -19", "X4,000"); a sign before a unit is a minus."""
    if text[found.start - 1] == ",":
        return text[found.start - 2].isalnum()
    return units.after(tokens, found.stop, found.end, text) is None and text[found.start - 2] != "\n"


def _suffixed(tokens: Sequence[Token], found: Numeral, text: str) -> bool:
    """Say whether letters that are no unit stand at the digits ("15th", "5G", "747s")."""
    if found.stop >= len(tokens) or tokens[found.stop].span.start != found.end:
        return text[found.end : found.end + 1] in {"/", ":"} and text[found.end + 1 : found.end + 2].isalnum()
    if not tokens[found.stop].lower[0].isalpha():
        return text[found.end] in "/:_@" and text[found.end + 1 : found.end + 2].isalnum()
    return units.after(tokens, found.stop, found.end, text) is None


def _listed(text: str, found: Numeral) -> bool:
    """Say whether the number counts the items of a list at the beginning of a line ("1.", "2)")."""
    after = text[found.end : found.end + 2]
    begins = found.start == 0 or text[found.start - 1] in "\n("
    return begins and (after[:1] == ")" or after in {". ", ".\t"})


def _named(tokens: Sequence[Token], found: Numeral, text: str, first: int) -> bool:
    """Say whether the word before makes the number a name ("Section 427", "Boeing 737", "Galaxy 9")."""
    if found.first <= first:
        return False
    before = tokens[found.first - 1]
    stopped = before.lower == "." and found.first - 2 >= first
    word = tokens[found.first - 2].lower if stopped else before.lower.rstrip(".")
    if word in LABELS:
        return (
            not (found.low >= 1000 and "," in text[found.start : found.end])  # noqa: PLR2004 - thousands are parted; a stop and a word before; the oldest age
            and bounds.before(tokens, found.first) is None
        )
    measured = units.after(tokens, found.stop, found.end, text)
    capital = text[before.span.start].isupper() and found.first - 1 > first and word not in units_of_speech
    if not capital or measured or text[before.span.end : found.start] != " ":
        return False
    following = tokens[found.stop].lower if found.stop < len(tokens) else ""
    return not plural(following) and not following.startswith("more")


units_of_speech = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "about",
        "around",
        "over",
        "some",
        "nearly",
        "at",
        "up",
        "a",
        "us",
        "u.s",
        "i",
    ]
)
