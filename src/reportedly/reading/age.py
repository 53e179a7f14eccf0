"""Ages: numbers that the words round them make the age of somebody."""

from collections.abc import Sequence

from reportedly.lexicon import load
from reportedly.model import Token
from reportedly.reading.counted import plural
from reportedly.reading.numeral import Numeral

_WORDS = {section: frozenset(str(row["words"]["words"]).split()) for section, row in load("en", "age").items()}
_OLDEST = 120
# What may follow an age that is the sentence's predicate: "She will be 35 by the end of the year."
_ENDS = frozenset(
    {"", ".", ",", ";", "!", "?", "”", '"', "by", "when", "on", "in", "at", "and", "next", "this", "last"}
)
_BOUND = frozenset({"under", "over", "below", "above"})
_WHERE = frozenset({"in", "at", "near"})
_AUXILIARY = frozenset({"will", "would"})


def told(tokens: Sequence[Token], found: Numeral, first: int, sentence: tuple[int, int]) -> bool:
    """Say whether the words before a number make it an age ("aged 26", "a boy of nineteen", "children under 12").

    Args:
        tokens: The report's words.
        found: The number, or the first one of a range.
        first: Index of the first token of it and of its bound words.
        sentence: First token's index and one past the last token's.
    """
    if not 0 < found.low <= _OLDEST or found.fraction or found.vague:
        return False
    before = [one.lower for one in tokens[max(sentence[0], found.first - 3) : found.first]]
    outer = tokens[first - 1].lower if first > sentence[0] else ""
    opening = before[:-1] if before[-1:] in (["of"], ["between"], ["from"]) else [outer]
    if opening[-1:] != [] and opening[-1] in _WORDS["before"]:
        return True
    following = tokens[found.stop].lower if found.stop < sentence[1] else ""
    if _of_person(before) or _bounded(tokens, first, found, outer):
        return not plural(following)
    return following in _ENDS and _predicate(before)


def _of_person(before: Sequence[str]) -> bool:
    """Say whether "a boy of" stands before the number."""
    return before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in _WORDS["person"]


def _bounded(tokens: Sequence[Token], first: int, found: Numeral, outer: str) -> bool:
    """Say whether "children under" stands before the number."""
    return first < found.first and tokens[first].lower in _BOUND and outer in _WORDS["person"]


def _predicate(before: Sequence[str]) -> bool:
    """Say whether a person's being or turning stands right before the number: "he turned", "the youngest was"."""
    if len(before) < 2 or before[-1] not in _WORDS["reach"]:  # noqa: PLR2004 - a subject and a verb
        return False
    subject = before[:-2] if before[-2] in _AUXILIARY else before[:-1]
    return subject[-1:] != [] and subject[-1] in _WORDS["subject"] | _WORDS["extreme"]


def apposed(tokens: Sequence[Token], found: Numeral, text: str) -> bool:
    """Say whether a number stands beside a person's full name as an age does: "Ana Varga, 44, said".

    Args:
        tokens: The report's words.
        found: The number.
        text: The report's text.
    """
    if found.first < 3 or not _between_commas(tokens, found):  # noqa: PLR2004 - two names and a comma
        return False
    last = tokens[found.first - 2]
    at = found.first - 3
    while at > 0 and tokens[at].lower in _WORDS["particle"]:
        at -= 1
    if at > 0 and tokens[at - 1].lower in _WHERE:
        return False  # "in Port Velm, 12, and in Askrel, 8"
    whole = text[tokens[at].span.start : found.start]
    return text[last.span.start].isupper() and whole[0].isupper() and "\n" not in whole


def comma(tokens: Sequence[Token], found: Numeral, text: str) -> bool:
    """Say whether a number between commas after a capital may be an age ("Varga, 44, said"), or a list's ("Row 4, 5,")."""
    if found.first < 2 or not _between_commas(tokens, found):  # noqa: PLR2004 - a name and a comma
        return False
    return text[tokens[found.first - 2].span.start].isupper()


def _between_commas(tokens: Sequence[Token], found: Numeral) -> bool:
    """Say whether a whole number that a person can be old stands between a comma and a comma or a full stop."""
    if found.stop >= len(tokens) or found.low > _OLDEST or found.low != int(found.low):
        return False
    return tokens[found.first - 1].lower == "," and tokens[found.stop].lower in {",", "."}
