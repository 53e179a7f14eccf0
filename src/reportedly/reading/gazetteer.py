"""What a gazetteer is to the readers: names in, places out. The engine hands one in; no package is needed to import this."""

from collections.abc import Sequence
from typing import Protocol


class Candidate(Protocol):
    """One place that a name may mean."""

    @property
    def geonames_id(self) -> int | None:
        """GeoNames id; None for what comes from a table of our own and for regions of whose id the sources say nothing."""

    @property
    def name(self) -> str:
        """Primary name."""

    @property
    def kind(self) -> str:
        """One of "country", "region", "district", "city", "area", "sea", "continent" and "border"."""

    @property
    def lat(self) -> float:
        """Latitude of the centre in WGS 84 degrees, -90 to 90."""

    @property
    def lon(self) -> float:
        """Longitude of the centre in WGS 84 degrees, -180 to 180."""

    @property
    def radius_km(self) -> float:
        """Radius of a circle round the centre that holds the place."""

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2 code; None when it lies in none or several."""

    @property
    def admin1(self) -> str | None:
        """GeoNames code of the first-order region within the country; None when not known."""

    @property
    def population(self) -> int:
        """People living there; 0 when not known."""

    @property
    def primary(self) -> bool:
        """Whether the name asked for is its primary one."""


class Gazetteer(Protocol):
    """Names to places, read-only."""

    def find(self, name: str) -> Sequence[Candidate]:
        """Return every place of that name, case, accents, hyphens and apostrophes aside; empty when there is none.

        The border of two countries has the name "border IQ SY": their ISO 3166-1 codes in the order of the alphabet.
        """
