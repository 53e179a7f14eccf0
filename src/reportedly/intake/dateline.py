"""The dateline a report begins with: place, day of the month, agency."""

import re
from dataclasses import dataclass

from reportedly.intake.agency import agencies
from reportedly.lexicon import load

# As in: "NEW YORK—", "SEOUL, South Korea (AP) —", "London (AFP) -", "KYIV, Nov 4 (Reuters) -", "Nov 5 (Reuters) -", "(Reuters) -"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:\b{_MONTH}\s+\d{{1,2}}(?:,\s+\d{{4}})?|\b\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{4}})?)"
_DATELINE = re.compile(
    rf"(?P<place>(?!{_DAY})[^\W\d_][\w .,’'/-]{{0,60}}?)?(?:\s\([A-Z][\w ]{{2,30}}\),)?,?\s*"
    rf"(?:{_DAY})?,?\s*"
    r"(?:\((?P<agency>[^()]{2,60})\))?\s*"
    r"(?P<dash>\.?(?:—|–|--?))\s*(?=[\w“\"'‘(])"
)
# As agencies in the east of Europe set it: "TOLLEN, May 15. /Orla-Inform/. The"
_SLASHED = re.compile(
    rf"(?P<place>(?!{_DAY})[^\W\d_][\w .,’'-]{{0,60}}?),?\s*(?:{_DAY})?[.,]?\s*/(?P<agency>[^/()]{{2,40}})/(?P<dash>[.,]?\s*(?:—|–|--?|\.))\s*(?=[\w“\"'‘(])"
)
# What stands in brackets as a name: up to four words, each with a capital.
_NAME = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}")
_LENGTH = 140
_PLACE_WORDS = 5
_REPORT_WORDS = 12


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a report's first line begins with.

    Attributes:
        place: The place as written ("SEOUL, South Korea"); None when it names none.
        agency: (start, end) of the agency's name with its brackets, and the name; None when it names none.
        house: The same of a name that the table of agencies does not know: an agency's or the outlet's own.
        end: One past the dash.
    """

    place: str | None
    agency: tuple[int, int, str] | None
    end: int
    house: tuple[int, int, str] | None = None


def dateline(text: str) -> Dateline | None:
    """Read the dateline at the very start of a paragraph; None when there is none."""
    slashed = _SLASHED.match(text, 0, min(len(text), _LENGTH)) if "/" in text[:_LENGTH] else None
    match = slashed or _DATELINE.match(text, 0, min(len(text), _LENGTH))
    if match is None or match.end() >= len(text):
        return None
    place, agency, house = match["place"], None, None
    if match["agency"] is not None:
        found = agencies(text, *match.span("agency"))
        where = match.start("agency") - 1, match.end("agency") + 1
        agency = (*where, found[0].words) if found else None
        if not found and _is_name(match["agency"]) and (place is None or _named(place)) and _tells(text, match.end()):
            agency, house = ((*where, match["agency"]), None) if slashed else (None, (*where, match["agency"]))
    unnamed = agency is None and house is None
    if unnamed and (place is None or not _capitals(place)):
        return None
    return Dateline(place.strip(" ,") or None if place else None, agency, match.end(), house)


def _is_name(words: str) -> bool:
    """Say whether words in brackets are a name, and no country that a town lies in."""
    return _NAME.fullmatch(words) is not None and words.lower() not in load("en", "country")["country"]


def _named(place: str) -> bool:
    """Say whether a place is written as one: every longer word with a capital."""
    words = place.replace(",", " ").split()
    return len(words) <= _PLACE_WORDS and all(word[0].isupper() for word in words if len(word) > 3)  # noqa: PLR2004 - "de la"


def _tells(text: str, at: int) -> bool:
    """Say whether a report begins behind a dateline, and no entry of a list ("Ada Verrin (Labour) - 4,210")."""
    return text[at : at + 1].isupper() and len(text.split()) >= _REPORT_WORDS


def _capitals(place: str) -> bool:
    """Say whether a place stands in capitals, as datelines without an agency do ("NEW YORK", "SEOUL, South Korea")."""
    city = place.partition(",")[0].strip()
    letters = [letter for letter in city if letter.isalpha()]
    return len(letters) > 2 and all(letter.isupper() for letter in letters) and len(city.split()) <= 4  # noqa: PLR2004 - no city is shorter or of more words
