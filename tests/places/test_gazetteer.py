"""The gazetteer's file: what is written is found, whatever the spelling; the shipped one holds what it must."""

import math
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

reportedly_places = pytest.importorskip("reportedly_places", reason="the gazetteer is a distribution of its own")

from reportedly_places import Candidate, Gazetteer, GazetteerInvalid, normal  # noqa: E402 - only where it is installed
from reportedly_places.writing import Row, write  # noqa: E402 - as above

PACKAGE = Path(__file__).parents[2] / "packages" / "reportedly-places"

SPELLINGS = [
    ("Al Qaim", "al-Qaim", "hyphen and article in small letters"),
    ("Al Qaim", "Al Qā’im", "a macron and an apostrophe"),
    ("St. John's", "St Johns", "a full stop and an apostrophe"),
    ("Łódź", "LODZ", "a letter that has no accent to lose"),
    ("Kursk Oblast", "kursk  oblast", "two spaces"),
    ("Düsseldorf", "Du\u0308sseldorf", "an accent as a letter of its own"),
]

# Names that a reader of news must find, with what stands first.
SHIPPED = [
    ("Kursk Oblast", "region", "RU", 51.7, 36.1),
    ("Kursk region", None, None, 0, 0),  # the reader takes the unit off
    ("al-Qassim", "region", "SA", 26.0, 43.5),
    ("al-Qaim", "city", "IQ", 34.4, 41.1),
    ("Falluja", "city", "IQ", 33.3, 43.8),
    ("Pokrovsk", "city", "UA", 48.3, 37.2),  # the larger Engels in Russia bears it as an old name only
    ("Sinai Peninsula", "area", "EG", 29.5, 33.8),
    ("Russian Far East", "area", "RU", 60.0, 140.0),
    ("Golan Heights", "area", None, 33.0, 35.75),
    ("U.S.", "country", "US", 39.8, -98.5),
    ("Black Sea", "sea", None, 43.0, 34.0),
    ("Africa", "continent", None, 7.2, 21.1),
    ("New York", "region", "US", 43.0, -75.5),
]


def row(name: str, *, number: int = 0, kind: str = "city", people: int = 0, aliases: tuple[str, ...] = ()) -> Row:
    return Row(number, name, kind, 10.0, -20.0, 5.0, "XX", "07", people, (name,), aliases)


def opened(*rows: Row) -> Gazetteer:
    return Gazetteer(write(rows, {"invented": "no licence needed"}))


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    """The gazetteer that the package ships."""
    return Gazetteer.open()


@pytest.mark.parametrize(("written", "asked", "point"), SPELLINGS)
def test_spellings(written: str, asked: str, point: str) -> None:
    assert [one.name for one in opened(row(written)).find(asked)] == [written], point


def test_what_is_written_is_read_back() -> None:
    [found] = opened(row("Askrel", number=7, people=1234, aliases=("Askrell",))).find("Askrel")
    assert found == Candidate(7, "Askrel", "city", 10.0, -20.0, 5.0, "XX", "07", 1234, primary=True)


def test_primary_names_come_before_larger_places_of_that_alias() -> None:
    gazetteer = opened(
        row("Orlenz", people=900_000, aliases=("Askrel",)), row("Askrel", people=10), row("Askrel", people=20)
    )
    found = gazetteer.find("Askrel")
    assert [(one.name, one.population, one.primary) for one in found] == [
        ("Askrel", 20, True),
        ("Askrel", 10, True),
        ("Orlenz", 900_000, False),
    ]


def test_sources_go_with_the_file() -> None:
    assert opened(row("Askrel")).sources == {"invented": "no licence needed"}


@pytest.mark.parametrize("content", [b"", b"no gazetteer", b"RPPLACE0" + bytes(64)])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "places.bin"
    path.write_bytes(content)
    with pytest.raises(GazetteerInvalid):
        Gazetteer.open(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerInvalid):
        Gazetteer.open(tmp_path / "places.bin")


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12), max_size=30))
def test_every_name_written_is_found_and_no_other(names: list[str]) -> None:
    gazetteer = opened(*(row(name) for name in names))
    keys = {normal(name) for name in names} - {""}
    assert all(name in {one.name for one in gazetteer.find(name)} for name in names if normal(name))
    assert not gazetteer.find("surely not among them") or "surely not among them" in keys


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(name: str) -> None:
    key = normal(name)
    assert " " * 2 not in key
    assert key == key.strip()


@pytest.mark.parametrize(("name", "kind", "country", "lat", "lon"), SHIPPED)
def test_the_shipped_one_knows(
    shipped: Gazetteer, name: str, kind: str | None, country: str | None, lat: float, lon: float
) -> None:
    found = shipped.find(name)
    if kind is None:
        assert not found
        return
    assert (found[0].kind, found[0].country) == (kind, country)
    assert abs(found[0].lat - lat) < 1
    assert abs(found[0].lon - lon) < 1


# The circle of a border holds a town on it, and is no larger than the land.
BORDERS = [
    ("IQ SY", "al-Qaim", 300),
    ("RU UA", "Sudzha", 800),
    ("CD RW", "Goma", 150),
    ("MX US", "Ciudad Juárez", 1200),
    ("FJ US", None, 0),
]


@pytest.mark.parametrize(("codes", "town", "most_km"), BORDERS)
def test_borders_lie_where_their_towns_do(shipped: Gazetteer, codes: str, town: str | None, most_km: float) -> None:
    found = shipped.find(f"border {codes}")
    if town is None:
        assert not found
        return
    [border] = found
    assert border.kind == "border"
    assert border.radius_km < most_km
    assert min(_km(border, one) for one in shipped.find(town) if (one.country or "-") in codes) < border.radius_km


def test_what_is_not_there_is_not_found() -> None:
    gazetteer = Gazetteer.open()
    assert not any(gazetteer.find(f"no such place {number}") for number in range(2_000))


def test_the_file_stays_small() -> None:
    assert (PACKAGE / "src" / "reportedly_places" / "places.bin").stat().st_size < 15_000_000


def test_centres_of_countries_lie_in_them(shipped: Gazetteer) -> None:
    """A slip of the hand in tables/country.toml puts a country elsewhere; its capital tells."""
    centres = tomllib.loads((PACKAGE / "tables" / "country.toml").read_text("utf-8"))["centre"]
    # Chains of islands: the middle of the sea between them is far from each.
    islands = {
        "KI",
        "PF",
        "FJ",
        "TF",
        "UM",
        "IO",
        "SH",
        "FM",
        "MH",
        "TV",
        "AS",
        "CK",
        "SJ",
        "GL",
        "US",
        "RU",
        "ID",
        "MY",
        "CL",
    }
    for country in (
        one
        for code in centres
        for one in shipped.find(_countries().get(code, {}).get("name", ""))
        if one.country == code
    ):
        if country.kind == "country" and country.country not in islands:
            assert _nearest_town(country, shipped) < 2 * country.radius_km + 150, country


@cache
def _countries() -> dict[str, dict[str, Any]]:
    """Return the rows of the lexicon's countries, with their names, by code."""
    path = Path(__file__).parents[2] / "src" / "reportedly" / "lexicon" / "en" / "country.toml"
    rows = tomllib.loads(path.read_text("utf-8"))["country"]
    return {row["code"]: row | {"name": name} for name, row in rows.items()}


def _nearest_town(country: Candidate, gazetteer: Gazetteer) -> float:
    """Return how far its capital lies from its centre in km; 0 when it has none."""
    capital = _countries().get(country.country or "", {}).get("capital", "")
    towns = [one for one in gazetteer.find(capital) if one.country == country.country]
    return min((_km(country, one) for one in towns), default=0.0)


def _km(left: Candidate, right: Candidate) -> float:
    """Return the distance of two places."""
    a, b = math.radians(left.lat), math.radians(right.lat)
    angle = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(math.radians(left.lon - right.lon))
    return 6371 * math.acos(min(1.0, angle))
