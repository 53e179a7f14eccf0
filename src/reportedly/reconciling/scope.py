"""How many of all are meant: all, all but one, most, some."""

import re
from dataclasses import dataclass
from functools import lru_cache

_PATTERNS = (
    (
        re.compile(
            r"\b(?:all|every|everyone|everybody|nobody|none)\b[^.;]{0,60}\b(?:but|except|save)(?:\s+for)?\s+\w+",
            re.IGNORECASE,
        ),
        3,
    ),
    (re.compile(r"\b(?:only|just|sole|single|lone)\b[^.;]{0,40}\b(?:surviv\w+|alive)\b", re.IGNORECASE), 3),
    (re.compile(r"\bwiped\s+out\b|\bannihilated\b", re.IGNORECASE), 4),
    (re.compile(r"\b(?:nearly|almost|virtually)\s+(?:all|every)\b|\bvast majority\b", re.IGNORECASE), 3),
    (re.compile(r"\b(?:all|every|everyone|everybody|none|nobody|entire|whole)\b", re.IGNORECASE), 4),
    (re.compile(r"\b(?:most|majority)\b(?!\s+likely)", re.IGNORECASE), 2),
    (re.compile(r"\b(?:some|several|many|few)\b", re.IGNORECASE), 1),
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Words that say how many of all.

    Attributes:
        text: The words.
        rank: 4 for all, 3 for nearly all, 2 for most, 1 for some.
    """

    text: str
    rank: int

    @property
    def exception(self) -> bool:
        """Whether it leaves out a few ("all but one")."""
        return self.rank == 3  # noqa: PLR2004 - as above


@lru_cache(maxsize=4096)
def scope(text: str) -> Scope | None:
    """Find the words of a statement that say how many of all are meant.

    Args:
        text: The statement.

    Returns:
        The first kind found, exceptions before plain "all"; None when nothing says.

    >>> scope("all members of the unit, except one, were killed").rank
    3
    """
    for pattern, rank in _PATTERNS:
        match = pattern.search(text)
        if match:
            return Scope(match[0], rank)
    return None
