"""News agencies in the words of a credit, from the table of agencies."""

import re
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load


@dataclass(frozen=True, slots=True)
class Named:
    """An agency's name standing in a text.

    Attributes:
        start: First code point.
        end: One past the last.
        words: The name as the text has it.
        pictures: It is a picture service, whose name credits no words.
    """

    start: int
    end: int
    words: str
    pictures: bool


@cache
def _pattern() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return a pattern of every spelling, longest first, and those of picture services."""
    tables = load("en", "agency")
    spellings = [*tables["agency"], *tables["pictures"]]
    choices = "|".join(re.escape(one) for one in sorted(spellings, key=lambda one: (-len(one), one)))
    return re.compile(rf"(?<![\w@])(?:[Tt]he (?=Associated|Canadian))?(?:{choices})(?!\w)"), frozenset(
        tables["pictures"]
    )


def agencies(text: str, start: int = 0, end: int | None = None) -> list[Named]:
    """Find every agency named between ``start`` and ``end``, in order."""
    pattern, pictures = _pattern()
    found = pattern.finditer(text, start, len(text) if end is None else end)
    return [Named(match.start(), match.end(), match[0], match[0] in pictures) for match in found]


def same(left: str, right: str) -> bool:
    """Say whether two spellings name one agency."""
    return left == right or full(left) == full(right)


def full(words: str) -> str:
    """Return the agency's name in full; the words themselves when the table does not know them."""
    tables = load("en", "agency")
    row = (
        tables["agency"].get(words) or tables["pictures"].get(words) or tables["agency"].get(words.removeprefix("The "))
    )
    return str(row["name"]) if row else words
