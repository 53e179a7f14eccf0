"""Names looked up in the mapped file."""

import json
import mmap
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly_places.layout import ALONE, DEGREE, END, HEADER, KINDS, KM, MAGIC, PLACE, digest
from reportedly_places.name import normal

_SHIPPED = Path(__file__).with_name("places.bin")
# Names that one long run asks for again and again; a name's places are some hundred bytes.
_KEPT = 4_096


class GazetteerInvalid(Exception):  # noqa: N818 - the name is the reason given to the user
    """The file is no gazetteer, or one of another layout."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean.

    Attributes:
        geonames_id: GeoNames id; None for rows of our own tables and for regions, of whose ids the sources say nothing.
        name: Primary name.
        kind: "country", "region" (first order), "district" (second order), "city", "area", "sea", "continent" or "border".
        lat: Latitude of the centre in WGS 84 degrees, -90 to 90.
        lon: Longitude of the centre in WGS 84 degrees, -180 to 180.
        radius_km: Radius of a circle round the centre that holds the place.
        country: ISO 3166-1 alpha-2 code; None when it lies in none or several.
        admin1: GeoNames code of the first-order region within the country ("41"); None when not known.
        population: People living there; 0 when not known.
        primary: Whether the name asked for is its primary one, or one of a country's well-known names.
    """

    geonames_id: int | None
    name: str
    kind: str
    lat: float
    lon: float
    radius_km: float
    country: str | None
    admin1: str | None
    population: int
    primary: bool


class Gazetteer:
    """A gazetteer's file, mapped read-only: only what is looked up is read, and processes share it.

    Args:
        mapped: The whole file.

    Raises:
        GazetteerInvalid: The bytes are no gazetteer of this layout.
    """

    def __init__(self, mapped: mmap.mmap | bytes) -> None:
        whole = memoryview(mapped)
        if whole[: len(MAGIC)] != MAGIC:
            raise GazetteerInvalid(
                f"found {bytes(whole[:8])!r}; expected {MAGIC!r}: build it with build.py of this version"
            )
        (length,) = HEADER.unpack_from(whole, len(MAGIC))
        start = len(MAGIC) + HEADER.size
        self._header: dict[str, Any] = json.loads(bytes(whole[start : start + length]))
        self._whole = whole
        self._hashes = _numbers(self._section("hashes"))
        self._firsts = _numbers(self._section("firsts"))
        self._postings = _numbers(self._section("postings"))
        self._checks = self._section("checks")
        self._places = self._section("places")
        self._names = self._section("names")
        self._found: dict[str, tuple[Candidate, ...]] = {}

    @classmethod
    def open(cls, path: Path | str | None = None) -> "Gazetteer":
        """Map a gazetteer's file.

        Args:
            path: The file; None for the one that this package ships.

        Raises:
            GazetteerInvalid: It is missing, or no gazetteer of this layout.
        """
        path = Path(path) if path is not None else _SHIPPED
        try:
            with path.open("rb") as file:
                mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise GazetteerInvalid(f"{path}: {error}; build it with build.py") from error
        return cls(mapped)

    @property
    def sources(self) -> dict[str, str]:
        """What it was built from: each source with its version and licence."""
        return dict(self._header["sources"])

    def __len__(self) -> int:
        """Count the places."""
        return len(self._places) // PLACE.size

    def find(self, name: str) -> tuple[Candidate, ...]:
        """Look a name up.

        Args:
            name: Case, accents, hyphens, apostrophes and full stops make no difference.

        Returns:
            Every place of that name, primary names first, then by population, largest first; empty when there is none.
        """
        key = normal(name)
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[key] = tuple(self._candidate(posting) for posting in self._of(key))
        return found

    def _section(self, name: str) -> memoryview:
        """Return one section of the file."""
        offset, length = self._header["sections"][name]
        return self._whole[offset : offset + length]

    def _of(self, key: str) -> Sequence[int]:
        """Return the postings of a key, best first."""
        number, check = digest(key)
        at = bisect_left(self._hashes, number)
        while at < len(self._hashes) and self._hashes[at] == number:
            if self._checks[at] == check:
                return self._list(self._firsts[at])
            at += 1
        return ()

    def _list(self, first: int) -> Sequence[int]:
        """Return the postings that a key's entry stands for."""
        if first & ALONE:
            return (first ^ ALONE,)
        found = []
        while (posting := self._postings[first]) != END:
            found.append(posting)
            first += 1
        return found

    def _candidate(self, posting: int) -> Candidate:
        """Return the place of a posting."""
        row = PLACE.unpack_from(self._places, (posting >> 1) * PLACE.size)
        geonames_id, lat, lon, population, name, region, radius, country, kind = row
        end = name
        while self._names[end]:
            end += 1
        return Candidate(
            geonames_id=geonames_id or None,
            name=str(self._names[name:end], "utf-8"),
            kind=KINDS[kind],
            lat=lat / DEGREE,
            lon=lon / DEGREE,
            radius_km=radius / KM,
            country=self._header["countries"][country],
            admin1=self._header["regions"][region],
            population=population,
            primary=bool(posting & 1),
        )


def _numbers(section: memoryview) -> Sequence[int]:
    """Return a section as numbers of four bytes; on a big-endian machine as a copy."""
    if sys.byteorder == "little":
        return section.cast("I")
    numbers = array("I", bytes(section))
    numbers.byteswap()
    return numbers
