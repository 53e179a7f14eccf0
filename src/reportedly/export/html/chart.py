"""The map: outlines of countries, a circle of precision round each place, and no tiles from anywhere."""

import gzip
import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from math import cos, radians

from reportedly.export.html.drawing import drawing, tag
from reportedly.model import Place

_WIDTH = 640
_HEIGHT = 400
_STEPS_PER_DEGREE = 50  # as scripts/outline.py writes them
_KM_PER_DEGREE = 111.2
_SMALLEST_SPAN_DEGREES = 6.0
_LARGEST_LATITUDE = 80.0
# A circle wider than this share of the map says "somewhere in this country"; it would only hide the rest.
_WIDEST_CIRCLE = 0.6

Point = tuple[float, float]


class _View:
    """A stretch of the globe, drawn with the middle latitude's ratio of width to height (equirectangular)."""

    def __init__(self, places: Sequence[Place]) -> None:
        lats = [place.lat for place in places if place.lat is not None]
        lons = [place.lon for place in places if place.lon is not None]
        self._lat = (min(lats) + max(lats)) / 2
        self._lon = (min(lons) + max(lons)) / 2
        self._squeeze = max(cos(radians(min(abs(self._lat), _LARGEST_LATITUDE))), 0.1)
        tall = (max(lats) - min(lats)) * 1.5
        wide = (max(lons) - min(lons)) * 1.5 * self._squeeze * _HEIGHT / _WIDTH
        self.per_degree = _HEIGHT / max(tall, wide, _SMALLEST_SPAN_DEGREES)

    def point(self, lon: float, lat: float) -> Point:
        """Return the place on the drawing."""
        x = _WIDTH / 2 + (lon - self._lon) * self._squeeze * self.per_degree
        y = _HEIGHT / 2 - (lat - self._lat) * self.per_degree
        return round(x, 1), round(y, 1)


def chart(places: Sequence[Place]) -> str | None:
    """Draw the places that have coordinates.

    Args:
        places: One for each different place, in the order of the list beside the map.

    Returns:
        An SVG, each place numbered as in the list; None when no place has coordinates.
    """
    located = [(at, place) for at, place in enumerate(places, 1) if place.lat is not None and place.lon is not None]
    if not located:
        return None
    view = _View([place for _, place in located])
    parts = [tag("rect", x=0, y=0, width=_WIDTH, height=_HEIGHT, class_="sea")]
    parts += _land(view)
    for at, place in located:
        parts += _mark(at, place, view)
    return drawing(parts, width=_WIDTH, height=_HEIGHT, title="Places named in the reports", kind="map")


def _mark(at: int, place: Place, view: _View) -> Iterator[str]:
    """Draw one place: the circle it lies in, a dot and its number."""
    x, y = view.point(place.lon or 0.0, place.lat or 0.0)
    radius = (place.radius_km or 0.0) / _KM_PER_DEGREE * view.per_degree
    if 3 < radius < _WIDTH * _WIDEST_CIRCLE:  # noqa: PLR2004 - smaller than the dot itself
        yield tag("circle", cx=x, cy=y, r=round(radius, 1), class_="precision")
    yield tag("circle", cx=x, cy=y, r=3.5, class_="spot")
    yield tag("text", f"{at} {place.name}", x=x + 6, y=y - 6, class_="label")


def _land(view: _View) -> Iterator[str]:
    """Draw the countries that show in the view, cut at its border."""
    for rings in _outlines():
        path = ""
        for ring in rings:
            shown = _cut([view.point(lon, lat) for lon, lat in ring])
            if shown:
                path += "M" + "L".join(f"{x:g} {y:g}" for x, y in _thinned(shown)) + "Z"
        if path:
            yield tag("path", d=path, class_="land")


@cache
def _outlines() -> tuple[tuple[tuple[Point, ...], ...], ...]:
    """Read every country's rings as (longitude, latitude) in degrees."""
    packed = files(__package__).joinpath("outline.json.gz").read_bytes()
    return tuple(tuple(_ring(ring) for ring in row["rings"]) for row in json.loads(gzip.decompress(packed)))


def _ring(steps: Sequence[int]) -> tuple[Point, ...]:
    """Add up the steps of one ring."""
    points, x, y = [], 0, 0
    for at in range(0, len(steps), 2):
        x, y = x + steps[at], y + steps[at + 1]
        points.append((x / _STEPS_PER_DEGREE, y / _STEPS_PER_DEGREE))
    return tuple(points)


def _thinned(points: Sequence[Point]) -> Iterator[Point]:
    """Leave out points closer than half a unit to the one before: they cannot be seen."""
    last: Point | None = None
    for point in points:
        if last is None or abs(point[0] - last[0]) + abs(point[1] - last[1]) >= 0.5:  # noqa: PLR2004 - half a unit
            yield point
            last = point


def _cut(points: Sequence[Point]) -> list[Point]:
    """Cut a ring at the drawing's border with a margin (Sutherland and Hodgman 1974)."""
    margin = 4.0
    kept = list(points)
    borders = ((0, -margin, 1), (0, _WIDTH + margin, -1), (1, -margin, 1), (1, _HEIGHT + margin, -1))
    for axis, border, side in borders:
        kept = _cut_at(kept, axis, border, side)
    return kept


def _cut_at(points: Sequence[Point], axis: int, border: float, side: int) -> list[Point]:
    """Cut a ring at one border; ``side`` 1 keeps what is greater, -1 what is less."""
    kept: list[Point] = []
    for at, point in enumerate(points):
        before = points[at - 1]
        inside, was_inside = (side * (one[axis] - border) >= 0 for one in (point, before))
        if inside != was_inside:
            share = (border - before[axis]) / (point[axis] - before[axis])
            crossing = (before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1]))
            kept.append((round(crossing[0], 1), round(crossing[1], 1)))
        if inside:
            kept.append(point)
    return kept
