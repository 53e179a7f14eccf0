"""The file written from rows; `layout.py` says how it is laid out."""

import json
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly_places.layout import ALONE, DEGREE, END, HEADER, KINDS, KM, LARGEST_RADIUS, MAGIC, PLACE, digest
from reportedly_places.name import normal


@dataclass(frozen=True, slots=True)
class Row:
    """One place to be written.

    Attributes:
        geonames_id: GeoNames id; 0 when there is none.
        name: Name to be shown.
        kind: One of `layout.KINDS`.
        lat: Latitude of the centre in WGS 84 degrees.
        lon: Longitude of the centre in WGS 84 degrees.
        radius_km: Radius that holds the place; written up to 6,553 km.
        country: ISO 3166-1 alpha-2 code; empty when it lies in none or several.
        region: GeoNames code of the first-order region; empty when not known.
        population: People living there; 0 when not known.
        primary: Names by which it is found first.
        aliases: Further names.
    """

    geonames_id: int
    name: str
    kind: str
    lat: float
    lon: float
    radius_km: float
    country: str
    region: str
    population: int = 0
    primary: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


def write(rows: Sequence[Row], sources: Mapping[str, str]) -> bytes:
    """Return the file of these places.

    Args:
        rows: In any order; the same rows in the same order give the same bytes.
        sources: What they come from, with licences; `Gazetteer.sources` gives them back.
    """
    countries, regions = _numbered(row.country for row in rows), _numbered(row.region for row in rows)
    names, places = bytearray(), bytearray()
    keys: dict[str, dict[int, int]] = defaultdict(dict)
    for number, row in enumerate(rows):
        radius = min(round(row.radius_km * KM), LARGEST_RADIUS)
        at = (round(row.lat * DEGREE), round(row.lon * DEGREE))
        where = (regions[row.region], radius, countries[row.country], KINDS.index(row.kind))
        places += PLACE.pack(row.geonames_id, *at, max(row.population, 0), len(names), *where)
        names += row.name.encode() + b"\0"
        for primary, spellings in ((0, row.aliases), (1, row.primary)):
            for spelling in spellings:
                keys[normal(spelling)][number] = primary
    keys.pop("", None)
    sections = _index(keys, rows) | {"places": bytes(places), "names": bytes(names)}
    header = {"countries": [one or None for one in countries], "regions": [one or None for one in regions]}
    return _file(sections, header | {"sources": dict(sources)})


def _numbered(values: Iterable[str]) -> dict[str, int]:
    """Number each different value, in sorted order."""
    return {value: number for number, value in enumerate(sorted(set(values)))}


def _index(keys: dict[str, dict[int, int]], rows: Sequence[Row]) -> dict[str, bytes]:
    """Return the sections that lead from a key's hash to its places."""
    hashes, firsts, postings, checks = array("I"), array("I"), array("I"), bytearray()
    for (number, check), key in sorted((digest(key), key) for key in keys):
        found = sorted(keys[key].items(), key=lambda item: (-item[1], -rows[item[0]].population, item[0]))
        hashes.append(number)
        checks.append(check)
        listed = [place << 1 | primary for place, primary in found]
        if len(listed) == 1:
            firsts.append(listed[0] | ALONE)
        else:
            firsts.append(len(postings))
            postings.extend([*listed, END])
    numbers = {"hashes": hashes, "firsts": firsts, "postings": postings}
    if sys.byteorder != "little":
        for section in numbers.values():
            section.byteswap()
    return {name: section.tobytes() for name, section in numbers.items()} | {"checks": bytes(checks)}


def _file(sections: dict[str, bytes], header: dict[str, Any]) -> bytes:
    """Put the sections behind their header, each at a multiple of eight bytes."""
    # The header's length is not known before its offsets are: it gets room for the longest.
    room = len(json.dumps(header)) + 64 * len(sections) + 64
    start = len(MAGIC) + HEADER.size + room
    start += -start % 8
    offset, places = start, {}
    for name, section in sections.items():
        places[name] = [offset, len(section)]
        offset += len(section) + -len(section) % 8
    written = json.dumps(header | {"sections": places}).encode().ljust(start - len(MAGIC) - HEADER.size)
    body = b"".join(section + b"\0" * (-len(section) % 8) for section in sections.values())
    return MAGIC + HEADER.pack(len(written)) + written + body
