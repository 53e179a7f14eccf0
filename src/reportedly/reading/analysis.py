"""One pass over the words, which the other readers share.

The rules know words and their characters only; a reading model puts parts of speech and lemmas into the same layer.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from reportedly.model import Report, Span, Token

# In order of trial: abbreviations with inner stops (U.S.), numbers with separators (3,000; 12.5), handles and tags, words
# with inner apostrophes or hyphens (al-Qaim, don't), any other mark alone. No part can match the same text in two ways, so
# the time is linear in the text.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*|[@#]\w+|\w+(?:['’\-‐‑]\w+)*|[^\w\s]",
)


def tokens(report: Report) -> Iterator[Token]:
    """Split the text into words and marks.

    Args:
        report: Needs no layer.

    Yields:
        A Token for each word, number, handle and punctuation mark, in text order, disjoint. A possessive ``'s`` stays
        with its word ("Israel's").
    """
    for match in _TOKEN.finditer(report.text):
        yield Token(Span(*match.span()), match[0].lower().replace("’", "'"))


class Tagged(Protocol):
    """A word of another reader's own cutting."""

    @property
    def span(self) -> Span:
        """Its characters."""

    @property
    def pos(self) -> str:
        """Universal part of speech; "" where it is not known."""

    @property
    def lemma(self) -> str:
        """Dictionary form; "" where it is not known."""


_UNSAID = frozenset(("PART", "PUNCT", "AUX"))


def tagged(words: Sequence[Token], finer: Sequence[Tagged]) -> Iterator[Token]:
    """Yield the tokens with the part of speech and lemma of the weightiest of another reader's words inside each.

    Args:
        words: As `tokens` finds them.
        finer: Words in text order, cut as the other reader cuts them.
    """
    at = 0
    for token in words:
        while at < len(finer) and finer[at].span.end <= token.span.start:
            at += 1
        last = at
        while last < len(finer) and finer[last].span.start < token.span.end:
            last += 1
        inside = finer[at:last]
        # The last word of "non-profit", the first of "Israel's" and "didn't".
        best = next((one for one in reversed(inside) if one.pos not in _UNSAID), inside[0] if inside else None)
        if best is None:
            yield token
        else:
            yield Token(token.span, token.lower, best.pos or None, best.lemma or None)
