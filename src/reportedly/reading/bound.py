"""Words that put a bound on a number, before it and after it."""

from collections.abc import Sequence

from reportedly.lexicon import load
from reportedly.model import Token
from reportedly.model.quantity import Bound

_WORDS = load("en", "bound")
_BEFORE: dict[tuple[str, ...], Bound] = {
    tuple(word.split()): about["bound"] for word, about in _WORDS["before"].items()
}
_AFTER: dict[tuple[str, ...], Bound] = {tuple(word.split()): about["bound"] for word, about in _WORDS["after"].items()}
_APART: dict[str, Bound] = {word: about["bound"] for word, about in _WORDS["apart"].items()}
_LONGEST = max(map(len, _BEFORE))
_SOFT = frozenset({"a", "an", "the", "another", "only", "just"})


def before(tokens: Sequence[Token], at: int) -> tuple[Bound, int] | None:
    """Return the bound whose words end before a token, and the index of their first; None when there is none."""
    for stop in (at, at - 1):
        if stop < at and (stop < 0 or tokens[stop].lower not in _SOFT):
            break
        for length in range(min(_LONGEST, stop), 0, -1):
            words = tuple(token.lower for token in tokens[stop - length : stop])
            if words in _BEFORE:
                return _BEFORE[words], stop - length
    return None


def apart(tokens: Sequence[Token], at: int) -> Bound | None:
    """Return the bound told by words before a token that are no part of the number's ("start at"); None when none is."""
    return _APART.get(" ".join(token.lower for token in tokens[max(0, at - 2) : at]))


def after(tokens: Sequence[Token], at: int) -> tuple[Bound, int] | None:
    """Return the bound whose words begin at a token, and the index after them; None when there is none."""
    for length in (2, 1):
        words = tuple(token.lower for token in tokens[at : at + length])
        if words in _AFTER:
            return _AFTER[words], at + length
    return None
