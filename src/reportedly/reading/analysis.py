"""One pass over the words, which the other readers share.

The rules know words and their characters only; a reading model puts parts of speech and lemmas into the same layer.
"""

import re
from collections.abc import Iterator

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
