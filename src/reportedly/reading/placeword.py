"""The words round names of places, and the peoples of countries."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words round names of places, from `lexicon/en/place.toml`.

    Attributes:
        kinds: Kinds of places that a word like "town" names.
        apposed: Of those words, the ones that stand before a name without "of" ("the capital Riyadh").
        units: Of those words, the ones that stand after a name ("Kursk region").
        fronts: Of those, the ones that name a stretch of a front.
        prepositions: Stand before places, and before other things.
        firm: Stand before hardly anything else when a capital follows.
        directions: Stand between a preposition and a name ("western").
        beside: Of those, the ones that only a place or a building can follow.
        titles: Stand before a person.
        facilities: End names of buildings.
        abbreviations: Name and country by an abbreviation without stops; postal codes in capitals.
        homonyms: By a name in small letters, the words that show in the same report that no place is meant ("Brent" and oil).
    """

    kinds: Mapping[str, tuple[str, ...]]
    apposed: frozenset[str]
    units: frozenset[str]
    fronts: frozenset[str]
    prepositions: frozenset[str]
    firm: frozenset[str]
    directions: frozenset[str]
    beside: frozenset[str]
    titles: frozenset[str]
    facilities: frozenset[str]
    abbreviations: Mapping[str, tuple[str, str]]
    homonyms: Mapping[str, frozenset[str]]


@cache
def place_words(language: str) -> PlaceWords:
    """Lay out one language's table, once per process.

    Raises:
        LanguageNotSupported: There is no such table for the language.
    """
    table = load(language, "place")
    words = {
        name: frozenset(table[name]["words"]["words"].split())
        for name in ("unit", "front", "apposed", "preposition", "firm", "beside", "direction", "title", "facility")
    }
    return PlaceWords(
        kinds={word: tuple(row["kinds"]) for word, row in table["kind"].items()},
        apposed=words["apposed"],
        units=words["unit"],
        fronts=words["front"],
        prepositions=words["preposition"],
        firm=words["firm"],
        directions=words["direction"],
        beside=words["beside"],
        titles=words["title"],
        facilities=words["facility"],
        abbreviations={word: (row["name"], row["country"]) for word, row in table["abbreviation"].items()},
        homonyms={word: frozenset(row["beside"].split()) for word, row in table["homonym"].items()},
    )


@cache
def countries_by_name(language: str) -> Mapping[str, str]:
    """Return the ISO 3166-1 code of each country by each of its names in small letters.

    Raises:
        LanguageNotSupported: There is no such table for the language.
    """
    rows = load(language, "country")["country"]
    return {name: row["code"] for key, row in rows.items() for name in (key, *row.get("aliases", ()))}


@cache
def demonyms(language: str) -> Mapping[str, str]:
    """Return the ISO 3166-1 code of the country by each of its demonyms, and of its parts' adjectives, in small letters.

    Raises:
        LanguageNotSupported: There is no such table for the language.
    """
    rows = load(language, "country")["country"].values()
    parts = {word: str(row["code"]) for word, row in load(language, "place")["people"].items()}
    return parts | {word: row["code"] for row in rows for word in row.get("demonym", ())}
