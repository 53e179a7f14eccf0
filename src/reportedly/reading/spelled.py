"""Years and days written in words: "two thousand and twenty", "nineteen ninety-six", "twenty-seventh"."""

import re

from reportedly.lexicon import load

_NUMBERS = load("en", "number")
_CARDINAL = {word: int(about["value"]) for word, about in _NUMBERS["cardinal"].items()}
_ORDINAL = {word: int(about["value"]) for word, about in _NUMBERS["ordinal"].items()}
_GAP = r"[\s-]{1,3}"


def _any(words: dict[str, int]) -> str:
    """Return a pattern of the words, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_UNITS = {word: value for word, value in _CARDINAL.items() if 0 < value < 10}  # noqa: PLR2004 - ones, teens and tens
_TEENS = {word: value for word, value in _CARDINAL.items() if 10 <= value < 20}  # noqa: PLR2004 - as above
_TENS = {word: value for word, value in _CARDINAL.items() if value >= 20}  # noqa: PLR2004 - as above
_HEADS = {word: value for word, value in _CARDINAL.items() if 16 <= value <= 20}  # noqa: PLR2004 - centuries of news
_NTH = {word: value for word, value in _ORDINAL.items() if value < 10}  # noqa: PLR2004 - as above
_TWO = rf"(?:{_any(_TENS)}(?:{_GAP}{_any(_UNITS)})?|{_any(_TEENS)}|{_any(_UNITS)})"
_LOW = rf"(?:{_any(_TENS)}(?:{_GAP}{_any(_UNITS)})?|{_any(_TEENS)}|oh{_GAP}{_any(_UNITS)})"

YEAR = (
    rf"(?:two{_GAP}thousand(?:{_GAP}(?:and{_GAP})?{_TWO})?"
    rf"|{_any(_HEADS)}{_GAP}(?:hundred{_GAP}(?:and{_GAP})?{_TWO}|{_LOW}))(?!\w)"
)
"""Pattern of a year in words, from 1600 on."""

DAY = rf"(?:(?:twenty|thirty){_GAP}(?:{_any(_NTH)}|{_any(_UNITS)})|{_any(_ORDINAL)}|{_any(_TEENS)}|twenty|thirty)(?!\w)"
"""Pattern of a day of a month in words."""

NTH = rf"(?:(?:twenty|thirty){_GAP}{_any(_NTH)}|{_any(_ORDINAL)})(?!\w)"
"""Pattern of a day of a month in words that name its place: "twenty-ninth", "first"."""

YEAR_STARTS = frozenset({"two", *_HEADS})
DAY_STARTS = frozenset({"twenty", "thirty", *_TEENS, *_ORDINAL})


def year(words: str) -> int:
    """Return the year that digits or words say; two digits lie in the century that POSIX gives them.

    >>> year("nineteen ninety-six"), year("two thousand and five"), year("'98"), year("2014")
    (1996, 2005, 1998, 2014)
    """
    digits = words.lstrip("'’‘")
    if digits.isdigit():
        return int(digits) if len(digits) > 2 else int(digits) + (1900 if int(digits) >= 69 else 2000)  # noqa: PLR2004 - POSIX: 69 to 99 lie in the twentieth century
    first, *rest = [word for word in re.split(r"[\s-]+", words.lower()) if word not in {"and", "hundred", "oh"}]
    if rest[:1] == ["thousand"]:
        return 2000 + _sum(rest[1:])
    return 100 * _CARDINAL[first] + _sum(rest)


def day(words: str) -> int:
    """Return the day of a month that words say.

    >>> day("twenty-seventh"), day("twenty five"), day("first")
    (27, 25, 1)
    """
    lowered = "-".join(words.lower().split())
    return _ORDINAL[lowered] if lowered in _ORDINAL else _sum(re.split(r"[\s-]+", words.lower()))


def _sum(words: list[str]) -> int:
    """Return the sum of tens and units, ordinal or not."""
    return sum(_CARDINAL.get(word) or _ORDINAL[word] for word in words)
