"""Wholes with an exception: "all but one of the crew", "all members of the unit, except one"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportedly.model import Span, Token
from reportedly.reading.counted import Phrase, phrase
from reportedly.reading.number import numeral

_EXCEPT = frozenset({"but", "except", "bar", "save"})
_REACH = 12
_QUOTES = frozenset("“”\"'‘’")


@dataclass(frozen=True, slots=True)
class Exemption:
    """A whole with so many left out.

    Attributes:
        span: "all but one", or "all" where the exception stands apart.
        excepted: How many are left out.
        named: The words counted; None when there are none.
        stop: One past the index of the last token that tells how many.
        next: Index of the token where reading goes on.
    """

    span: Span
    excepted: Decimal
    named: Phrase | None
    stop: int
    next: int


def exemption(tokens: Sequence[Token], at: int, text: str, limit: int) -> Exemption | None:
    """Read a whole with an exception that begins with "all" or "every"; None when none does.

    Args:
        tokens: The report's words.
        at: Index of "all" or "every".
        text: The report's text.
        limit: One past the index of the sentence's last token.
    """
    end = min(at + _REACH, limit)
    for index in range(at + 1, end):
        word = tokens[index].lower
        if word not in _EXCEPT and not (word == "apart" and tokens[index + 1 : index + 2]):
            continue
        past = index + 1 + (index + 1 < end and tokens[index + 1].lower in {"for", "from"})
        left = numeral(tokens, past, text) if past < end else None
        if left is None or left.vague:
            return None
        start = tokens[at].span.start
        if index == at + 1:
            first = left.stop + (left.stop < limit and tokens[left.stop].lower in _QUOTES)
            named = phrase(tokens, first, limit, text)
            return Exemption(Span(start, left.end), left.low, named, left.stop, left.stop)
        counted = numeral(tokens, at + 1, text)
        named = phrase(tokens, counted.stop if counted else at + 1, limit, text)
        return Exemption(Span(start, tokens[at].span.end), left.low, named, left.stop, at + 1)
    return None
