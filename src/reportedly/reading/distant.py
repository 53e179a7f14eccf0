"""Places told by their distance from another: "40 km north of Kharkiv", "five miles west of Mosul"."""

import math
import re
from dataclasses import dataclass

from reportedly.lexicon import load
from reportedly.reading.timeform import NUMBERS, one_of

_KM = {
    "km": 1.0,
    "kilometer": 1.0,
    "kilometre": 1.0,
    "mile": 1.609344,
    "mi": 1.609344,
    "nautical mile": 1.852,
    "nm": 1.852,
    "nmi": 1.852,
}
_COUNTS = {word: int(about["value"]) for word, about in NUMBERS["cardinal"].items()}
_BEARINGS = {"north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270, "northwest": 315, "n": 0, "ne": 45, "e": 90, "se": 135, "s": 180, "sw": 225, "w": 270, "nw": 315}  # fmt: skip
_KINDS = "|".join(sorted(load("en", "place")["kind"]))
_WORDS = re.compile(
    r"(?P<count>[0-9]{1,3}(?:,[0-9]{3})?(?:\.[0-9])?|" + one_of(_COUNTS) + r"|a|an)[\s-]"
    r"(?P<unit>km|kilomet(?:er|re)s?|nautical\smiles?|miles?|mi|nmi?)\s"
    r"(?:\([^()]{1,24}\)\s)?(?:to\sthe\s)?(?:due\s)?"
    r"(?P<side>north-?\s?east|north-?\s?west|south-?\s?east|south-?\s?west|north|south|east|west|[NS]?[EW]|[NS])\sof\s"
    r"(?:(?:the\s)?(?:\w{3,12}\s)?(?:" + _KINDS + r")(?:\sof)?\s|the\s)?$",
    re.IGNORECASE,
)
_LONGEST = 90
_EARTH_KM = 6371.0088
# How far off a told distance and a told side may be: a quarter of the way, and never less than two kilometres.
_LOOSE, _LEAST_KM = 0.25, 2.0


@dataclass(frozen=True, slots=True)
class Distance:
    """How far from a place, and on which side.

    Attributes:
        start: First code point of the words.
        km: How far.
        bearing: Degrees from north, clockwise.
        words: The words, white space evened, without the place.
    """

    start: int
    km: float
    bearing: float
    words: str

    def moved(self, lat: float, lon: float) -> tuple[float, float]:
        """Return the point so far from another on the sphere."""
        arc, angle, south = self.km / _EARTH_KM, math.radians(self.bearing), math.radians(lat)
        north = math.asin(math.sin(south) * math.cos(arc) + math.cos(south) * math.sin(arc) * math.cos(angle))
        east = math.atan2(
            math.sin(angle) * math.sin(arc) * math.cos(south), math.cos(arc) - math.sin(south) * math.sin(north)
        )
        return round(math.degrees(north), 4), round((lon + math.degrees(east) + 540) % 360 - 180, 4)

    @property
    def radius_km(self) -> float:
        """Radius of the circle in which the place is to be looked for."""
        return max(_LEAST_KM, round(_LOOSE * self.km, 1))


def distance(text: str, end: int, earliest: int) -> Distance | None:
    """Return the distance told right before a place's name; None when none is.

    Args:
        text: The report's text.
        end: Where the name begins.
        earliest: Where the words may begin at the earliest (the end of the place before).
    """
    found = _WORDS.search(text, max(earliest, end - _LONGEST), end)
    if found is None:
        return None
    count = found["count"].lower()
    many = 1.0 if count in {"a", "an"} else float(_COUNTS[count]) if count in _COUNTS else float(count.replace(",", ""))
    unit = " ".join(found["unit"].lower().split()).rstrip("s")
    side = re.sub(r"[\s-]", "", found["side"].lower())
    return Distance(found.start(), many * _KM[unit], _BEARINGS[side], " ".join(found[0].split()))
