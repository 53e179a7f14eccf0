"""The dateline a report begins with: place, day of the month, agency."""

import re
from dataclasses import dataclass

from reportedly.intake.agency import agencies

# As in: "NEW YORK—", "SEOUL, South Korea (AP) —", "London (AFP) -", "KYIV, Nov 4 (Reuters) -", "Nov 5 (Reuters) -", "(Reuters) -"
_DAY = r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}(?:,\s+\d{4})?"
_DATELINE = re.compile(
    rf"(?P<place>(?!{_DAY})[^\W\d_][\w .,’'/-]{{0,60}}?)?,?\s*"
    rf"(?:{_DAY})?,?\s*"
    r"(?:\((?P<agency>[^()]{2,60})\))?\s*"
    r"(?P<dash>—|–|--?)\s*(?=[\w“\"'‘(])"
)
_LENGTH = 140


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a report's first line begins with.

    Attributes:
        place: The place as written ("SEOUL, South Korea"); None when it names none.
        agency: (start, end) of the agency's name with its brackets, and the name; None when it names none.
        end: One past the dash.
    """

    place: str | None
    agency: tuple[int, int, str] | None
    end: int


def dateline(text: str) -> Dateline | None:
    """Read the dateline at the very start of a paragraph; None when there is none."""
    match = _DATELINE.match(text, 0, min(len(text), _LENGTH))
    if match is None or match.end() >= len(text):
        return None
    place, agency = match["place"], None
    if match["agency"] is not None:
        found = agencies(text, *match.span("agency"))
        if not found and not (place and _capitals(place)):
            return None
        # An outlet's own name ("LONDON (CNN) —") is no agency's, but the place is one.
        agency = (match.start("agency") - 1, match.end("agency") + 1, found[0].words) if found else None
    if place is not None and agency is None and not _capitals(place):
        return None
    if place is None and agency is None:
        return None
    return Dateline(place.strip(" ,") or None if place else None, agency, match.end())


def _capitals(place: str) -> bool:
    """Say whether a place stands in capitals, as datelines without an agency do ("NEW YORK", "SEOUL, South Korea")."""
    city = place.partition(",")[0].strip()
    letters = [letter for letter in city if letter.isalpha()]
    return len(letters) > 2 and all(letter.isupper() for letter in letters) and len(city.split()) <= 4  # noqa: PLR2004 - no city is shorter or of more words
