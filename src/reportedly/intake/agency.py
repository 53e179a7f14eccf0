"""News agencies in the words of a credit, from the table of agencies."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.lexicon import load

_TOKEN = re.compile(r"\w+")


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
    endings = "|".join(re.escape(one) for one in sorted(tables["ending"], key=lambda one: (-len(one), one)))
    # A name that the table does not know is an agency's by its ending; it goes first where it is the longer one.
    named = rf"(?:[A-Z][\w'’-]{{0,30}} ){{1,3}}(?:{endings})(?!\w)"
    the = r"(?:[Tt]he (?=Associated|Canadian))?"
    whole = rf"(?<![\w@]){the}(?:(?:{choices})(?!\w)(?! (?:{endings})\b)|{named}|(?:{choices})(?!\w))"
    return re.compile(whole), frozenset(tables["pictures"])


@cache
def _first_words() -> frozenset[str]:
    """Return the words that spellings and endings begin with: a text without any of them names no agency."""
    tables = load("en", "agency")
    spellings = (*tables["agency"], *tables["pictures"], *tables["ending"])
    return frozenset(match[0] for one in spellings if (match := _TOKEN.search(one)) is not None)


@lru_cache(maxsize=2048)
def agencies(text: str, start: int = 0, end: int | None = None) -> tuple[Named, ...]:
    """Find every agency named between ``start`` and ``end``, in order."""
    if _first_words().isdisjoint(_TOKEN.findall(text, start, len(text) if end is None else end)):
        return ()
    pattern, pictures = _pattern()
    found = pattern.finditer(text, start, len(text) if end is None else end)
    return tuple(Named(match.start(), match.end(), match[0], match[0] in pictures) for match in found)


def known(words: str) -> bool:
    """Say whether the table holds the agency, not only its name's ending."""
    tables = load("en", "agency")
    return any(words.removeprefix("The ").removeprefix("the ") in tables[name] for name in ("agency", "pictures"))


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
