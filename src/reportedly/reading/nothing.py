"""Counts of nothing: "no casualties", "not one survivor", "nobody was hurt"."""

from collections.abc import Sequence

from reportedly.lexicon import load
from reportedly.model import Token
from reportedly.reading.counted import HARM, Phrase, harm, phrase

_NONE = frozenset(load("en", "harm")["none"])
WORDS = frozenset({"no", "none", "not", "nobody", "no-one"})
"""Words that can begin a count of nothing."""
_REACH = 3
_FORMS = frozenset({"else", "was", "were", "is", "are", "has", "have", "had", "been", "got", "being"})


def nothing(tokens: Sequence[Token], at: int, text: str, sentence: tuple[int, int]) -> tuple[int, Phrase | None] | None:
    """Read a count of nothing that begins at a token.

    "No" and "none" count where those counted come to harm or are the harm itself ("no deaths", "no civilians were hurt");
    "not one" and "not a single" count whatever follows.

    Args:
        tokens: The report's words.
        at: Index of a token of `WORDS`.
        text: The report's text.
        sentence: First token's index and one past the last token's.

    Returns:
        One past the index of the last token of the number, and the words counted, None where the text has none
        ("nobody"); None when nothing is counted.
    """
    ahead = [one.lower for one in tokens[at + 1 : min(at + 1 + _REACH, sentence[1])]]
    word = tokens[at].lower
    if word == "not":
        return _single(tokens, at, text, sentence, ahead)
    stop = at + 2 if word == "no" and ahead[:1] == ["one"] else at + 1
    if word in {"nobody", "no-one"} or stop == at + 2:
        return (stop, None) if _harmed(tokens, stop, sentence) else None
    named = phrase(tokens, stop, sentence[1], text)
    if any(one in _NONE for one in ahead):
        return stop, named
    return (
        (stop, named) if named and harm(tokens, at, named.stop, sentence) and _told(tokens, named, sentence) else None
    )


def _single(
    tokens: Sequence[Token], at: int, text: str, sentence: tuple[int, int], ahead: list[str]
) -> tuple[int, Phrase | None] | None:
    """Read "not one franc", "not a single soldier"."""
    length = 2 if ahead[:1] == ["one"] else 3 if ahead[:2] == ["a", "single"] else 0
    named = phrase(tokens, at + length, sentence[1], text) if length else None
    return (at + length, named) if named else None


def _harmed(tokens: Sequence[Token], at: int, sentence: tuple[int, int]) -> bool:
    """Say whether harm follows, with forms of "be" and "have" between at most ("nobody has been hurt")."""
    limit = min(at + _REACH + 1, sentence[1])
    while at < limit and tokens[at].lower in _FORMS:
        at += 1
    return at < limit and tokens[at].lower in HARM


def _told(tokens: Sequence[Token], named: Phrase, sentence: tuple[int, int]) -> bool:
    """Say whether the harm is told of the words counted: it follows them as their verb."""
    return _harmed(tokens, named.stop, sentence)
