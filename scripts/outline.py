#!/usr/bin/env python3
"""Make the country outlines that the page's map draws, from Natural Earth's 1:50m countries.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/outline.py package/countries-50m.json src/reportedly/export/html/outline.json.gz

Natural Earth is in the public domain; world-atlas packs it as TopoJSON (ISC licence). The result holds, for each country,
its rings in steps of 1/50 degree: the first point, then the steps from each point to the next. About 1 km at the equator is
finer than any radius the map draws.
"""

import argparse
import gzip
import json
import pathlib
from typing import Any

STEPS_PER_DEGREE = 50
SMALLEST_RING = 4


def main() -> None:
    """Read the topology, write the outlines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("topology", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    given = parser.parse_args()
    topology = json.loads(given.topology.read_text("utf-8"))
    arcs = [_absolute(arc, topology["transform"]) for arc in topology["arcs"]]
    rows = [
        {"name": shape["properties"]["name"], "rings": rings}
        for shape in topology["objects"]["countries"]["geometries"]
        if (rings := [ring for ring in (_steps(_ring(one, arcs)) for one in _rings(shape)) if ring])
    ]
    packed = json.dumps(rows, separators=(",", ":"), ensure_ascii=False).encode()
    given.out.write_bytes(gzip.compress(packed, compresslevel=9, mtime=0))
    print(f"{len(rows)} countries, {given.out.stat().st_size:,} bytes")  # noqa: T201 - a script reports to its user


def _absolute(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """Undo TopoJSON's quantisation and delta coding (TopoJSON specification, 2.1.2 and 2.1.3)."""
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    points, x, y = [], 0, 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + move_x, y * scale_y + move_y))
    return points


def _rings(shape: dict[str, Any]) -> list[list[int]]:
    """Return the arc numbers of each ring of a polygon or multipolygon."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return [ring for polygon in polygons for ring in polygon]


def _ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Join a ring's arcs; a negative number is an arc run backwards (TopoJSON specification, 2.1.4)."""
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _steps(points: list[tuple[float, float]]) -> list[int]:
    """Return the ring as whole steps, repeated points dropped; empty when it is too small to draw."""
    grid = [(round(x * STEPS_PER_DEGREE), round(y * STEPS_PER_DEGREE)) for x, y in points]
    kept = [one for at, one in enumerate(grid) if at == 0 or one != grid[at - 1]]
    if len(kept) < SMALLEST_RING:
        return []
    flat, last = [], (0, 0)
    for x, y in kept:
        flat += [x - last[0], y - last[1]]
        last = (x, y)
    return flat


if __name__ == "__main__":
    main()
