"""Numbers written so that readers of English disagree on them, or as English does not write them: told of, never guessed.

"1 500", "1’500" and "1.500 killed" are thousands in some countries; in others the first two are two numbers, the last one and
a half. Digits and numerals of other scripts stand for numbers that this reader does not know.
"""

import re
from collections.abc import Iterator

from reportedly.model import Span

_THOUSANDS = (
    r"(?<![\w.,/:-])[0-9]{1,3}(?:(?P<gap>[ \u00a0\u2009\u202f'’ʼ])[0-9]{3}(?:(?P=gap)[0-9]{3})*)(?![\w/:-]|[.,'’][0-9])"
)
_FOREIGN = r"(?:(?![0-9])\d)+(?:[\u066b\u066c.,](?:(?![0-9])\d)+)*"
_HAN = r"[〇零一二三四五六七八九十百千万萬亿億]{2,}"
_UNREAD = re.compile(f"{_THOUSANDS}|{_FOREIGN}|{_HAN}")

_DOTTED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def dotted(words: str) -> bool:
    """Say whether a number has three decimals: where nothing is measured by it, a thousand may be meant or one and a bit."""
    return _DOTTED.fullmatch(words) is not None


def unread(text: str) -> Iterator[Span]:
    """Yield the numbers in a text that are not read, in order, disjoint."""
    return (Span(*one.span()) for one in _UNREAD.finditer(text))
