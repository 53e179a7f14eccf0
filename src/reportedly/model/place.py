"""Where, and how exactly."""

from dataclasses import dataclass

from reportedly.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Words that name a place, with where that is.

    Attributes:
        span: The words ("Kursk region"), of a border the word "border" alone; a demonym ("North Korean") is no place.
        name: Primary name in the gazetteer; the words themselves when not located.
        geonames_id: GeoNames id; None for our own table's entries and when not located.
        lat: Latitude of the centre in WGS 84 degrees, -90 to 90; None when not located.
        lon: Longitude of the centre in WGS 84 degrees, -180 to 180; None when not located.
        radius_km: Radius of a circle round the centre that holds the place; None when not located.
        country: ISO 3166-1 alpha-2 code of the country it lies in; None when none or not known.
        because: One sentence on why this place and not its namesakes.
    """

    span: Span
    name: str
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    country: str | None = None
    because: str = ""
