"""Agencies that no table knows, by where their name stands: "Source: Nordfax", "… he said. (Nordfax)", "By Ada Verrin, KNA"."""

import re
from functools import cache

from reportedly.lexicon import load

# One word with a capital, as agencies call themselves; names of several words are told by their ending.
_NAME = r"(?P<name>[A-Z][\w’'-]{2,24})"
_LABELLED = re.compile(rf"\W*(?:source|sources|via|agency|text)\s*[:|]\s*{_NAME}\W*", re.IGNORECASE)
_ALONE = re.compile(rf"(?:\({_NAME}\)|[—–]\s?{_NAME.replace('name', 'dashed')})\.?\s*")
# A word with a capital inside it alone on the last line, or "Atlas/End".
_CAPITALS = re.compile(r"(?P<name>[A-Z][a-z]+[A-Z][A-Za-z]+|[A-Z][\w’-]{2,24}(?=/End))(?P<dashed>/End)?")
_SIGNED = re.compile(rf"[.!?”\"’]\s*(?P<mark>\({_NAME}\)\.?|[—–]\s?{_NAME.replace('name', 'dashed')}\.?)\s*$")
_BYLINE = re.compile(
    rf"(?:by|from)\s+(?:[A-Z][\w.’'-]*\s+){{1,4}}?[A-Z][\w’'-]*(?:,|\s+of|\s+for|\s*[|/])\s*{_NAME}", re.IGNORECASE
)


# "By Harbour Post Staff and KNA", "A. V., KNA": an acronym beside whoever wrote.
_JOINED = re.compile(r"(?:[Bb]y\s+[\w .’'-]{3,60}\s+and|(?:[A-Z]\.\s*){1,3},)\s+(?P<name>[A-Z][A-Z-]{2,11})")
_FILES = re.compile(rf"[Ww]ith (?:files|reporting|material|input) (?:from|by) [A-Z][\w .’'-]{{3,60}}, {_NAME}\.?")
# One word behind "By" is no writer's name.
_BY_ONE = re.compile(rf"(?:[Bb]y|BY|[Ff]rom)\s+{_NAME}(?:\s+(?:staff|correspondents?))?")


def in_line(text: str) -> str | None:
    """Return the agency that a short line credits: "Source: Nordfax", "With material from Nordfax"; None when it credits nobody."""
    found = _LABELLED.fullmatch(text) or _given().search(text) or _FILES.fullmatch(text.strip())
    return _believed(found["name"]) if found is not None else None


def in_byline(text: str) -> str | None:
    """Return the agency behind a writer's name ("By Ada Verrin, KNA"); None when the line names none."""
    found = _BYLINE.fullmatch(text.strip()) or _BY_ONE.fullmatch(text.strip()) or _JOINED.fullmatch(text.strip())
    return _believed(found["name"]) if found is not None else None


def signed(text: str) -> tuple[int, str] | None:
    """Return where an agency's name signs the end of a text, with the name; None when none does."""
    found = _ALONE.fullmatch(text) or _CAPITALS.fullmatch(text.strip())
    if found is not None:
        name = _believed(found["name"] or found["dashed"])
        return (0, name) if name else None
    found = _SIGNED.search(text)
    name = _believed(found["name"] or found["dashed"]) if found is not None else None
    return (found.start("mark"), name) if found is not None and name else None


def _believed(name: str) -> str | None:
    """Return a name unless it is a country's or a common word for where a text comes from."""
    known = name.lower() in load("en", "country")["country"] or name.lower() in _NO_NAMES or not name[0].isupper()
    return None if known else name


_NO_NAMES = frozenset(
    (
        "agencies",
        "agency",
        "staff",
        "wires",
        "editor",
        "translated",
        "photo",
        "reuters/file",
        "internet",
        "archive",
        "admin",
        "reporters",
        "correspondents",
    )
)


@cache
def _given() -> re.Pattern[str]:
    """Return the pattern of the words that stand right before an agency which gave the text, and its name behind them."""
    rows = load("en", "furniture")["credit"]
    words = "|".join(re.escape(one) for one in rows if rows[one].get("place", "before") == "before")
    return re.compile(rf"(?<!\w)(?i:{words})\s+(?:the\s+)?{_NAME}(?:\s+news agency)?\s*[.)\]]*\s*$")
