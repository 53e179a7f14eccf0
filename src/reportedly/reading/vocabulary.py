"""What the lexicon knows of single words, laid out for the finders of mentions: one look-up a word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import Row, load
from reportedly.model import Kind


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun that can name a source.

    Attributes:
        kind: What it stands for; "other" for documents.
        family: The row of `role.toml` it stands in; nouns of one family take up one another ("the paper").
        role: Kind of source it makes.
        many: Whether it is a plural ("officials") or names a crowd ("police").
    """

    kind: Kind
    family: str
    role: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A name that needs no evidence.

    Attributes:
        name: Its canonical form in small letters, the same for every alias.
        kind: What it names.
        role: Kind of source it makes; None for places.
        exact: The only spelling that counts; None when any capitals do.
    """

    name: str
    kind: Kind
    role: str | None = None
    exact: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one language.

    Attributes:
        nouns: Common nouns that can name a source, singular and plural.
        houses: Such nouns that are parts of a name after it ("the Maravel hospital").
        titles: Words written with a capital before the name of a person.
        adjuncts: Words that stand before or between titles ("Prime").
        verbal: Nouns that are verbs as often ("reports").
        adjectival: Nouns that are adjectives as often ("military").
        modifiers: Words that may stand before such a noun without an article.
        tints: Words before such a noun that tell whose its bearer is, with the kind of source that makes.
        gender: "male" or "female" by given name, title or noun, in small letters.
        given: Given names in small letters.
        common: Words that begin sentences without being names.
        closed: Words that no phrase reaches over.
        determiners: Words that open a phrase.
        speech: Forms of verbs of saying.
        agents: Words that stand before a source.
        heads: Nouns that make a capitalised name an organisation, with its role; two that do so together joined by "-".
        mastheads: First words that make a name an outlet's.
        issues: Days that do so behind "the".
        places: Nouns that make a capitalised name a place.
        before: Words that make the name after them a place ("Mount").
        near: Prepositions that stand before places.
        demonyms: Country code by demonym; "" for peoples without a country.
        countries: Country code by any name of a country.
        known: Names that need no evidence, by any of their spellings in small letters.
        openers: First words of known names.
        pairs: First two words of names and demonyms of several words.
        longest: Words in the longest known name.
        calendar: Days and months.
        pronouns: Gender of each pronoun.
    """

    nouns: Mapping[str, Noun]
    houses: frozenset[str]
    titles: frozenset[str]
    adjuncts: frozenset[str]
    verbal: frozenset[str]
    adjectival: frozenset[str]
    modifiers: frozenset[str]
    tints: Mapping[str, str]
    gender: Mapping[str, str]
    given: frozenset[str]
    common: frozenset[str]
    closed: frozenset[str]
    determiners: frozenset[str]
    speech: frozenset[str]
    agents: frozenset[str]
    heads: Mapping[str, str]
    mastheads: frozenset[str]
    issues: frozenset[str]
    places: frozenset[str]
    before: frozenset[str]
    near: frozenset[str]
    demonyms: Mapping[str, str]
    countries: Mapping[str, str]
    known: Mapping[str, Known]
    openers: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    longest: int
    calendar: frozenset[str]
    pronouns: Mapping[str, str]


@cache
def vocabulary(language: str) -> Vocabulary:
    """Lay out one language's tables, once per process.

    Raises:
        LanguageNotSupported: A table is missing for the language.
    """
    role, organisation, pronoun = (load(language, name) for name in ("role", "organisation", "pronoun"))
    country, given = load(language, "country"), load(language, "givenname")["given"]
    function = {name: _words(row) for name, row in pronoun["function"].items()}
    known = {**_organisations(organisation["known"]), **_countries(country["country"])}
    places = {name: _words(row) for name, row in organisation["place"].items()}
    nouns, demonyms = _nouns(role), _demonyms(country)
    return Vocabulary(
        nouns=nouns,
        houses=_words(role["organisation"]["house"]) | _words(role["organisation"]["family"]),
        titles=_words(role["title"]["honorific"]) | {word for word, noun in nouns.items() if _entitles(noun)},
        adjuncts=_words(role["title"]["adjunct"]),
        verbal=_words(role["doubt"]["verb"]),
        adjectival=_words(role["doubt"]["adjective"]),
        modifiers=_words(role["modifier"]["known"]),
        tints={word: name for name, row in role["tint"].items() for word in _words(row)},
        gender=_genders(role["title"], given),
        given=frozenset(word.lower() for row in given.values() for word in _words(row)),
        common=frozenset(word for row in load(language, "common")["initial"].values() for word in _words(row)),
        closed=function["closed"] | function["determiner"],
        determiners=function["determiner"],
        speech=function["speech"],
        agents=function["agent"],
        heads={word: name for name, row in organisation["head"].items() for word in _words(row)},
        mastheads=_words(organisation["opening"]["outlet"]),
        issues=_words(organisation["opening"]["day"]),
        places=places["head"],
        before=places["before"],
        near=places["preposition"],
        demonyms=demonyms,
        countries={name: one.name for name, one in known.items() if one.kind == "place"},
        known=known,
        openers=frozenset(name.split()[0] for name in known),
        pairs=frozenset((words[0], words[1]) for name in (*known, *demonyms) if len(words := name.split()) > 1),
        longest=max(len(name.split()) for name in known),
        calendar=_words(organisation["calendar"]["day"]),
        pronouns={word: row["gender"] for word, row in pronoun["pronoun"].items()},
    )


def _words(row: Row) -> frozenset[str]:
    """Return the words of one row."""
    return frozenset(row["words"].split())


def _entitles(noun: Noun) -> bool:
    """Say whether the noun, written with a capital, may stand before its bearer's name."""
    return noun.kind == "person" and not noun.many


def _nouns(role: Mapping[str, Mapping[str, Row]]) -> dict[str, Noun]:
    """Return every noun of the sections that name sources, with its plural; the first row that has a noun keeps it."""
    found: dict[str, Noun] = {}
    for section, kind in (("person", "person"), ("organisation", "organisation"), ("document", "other")):
        for family, row in role[section].items():
            for word, many in _forms(row):
                found.setdefault(word, Noun(kind, row.get("family", family), row["role"], many))  # type: ignore[arg-type]
    return found


def _forms(row: Row) -> Iterator[tuple[str, bool]]:
    """Yield each noun of a row and its plural, with whether it is one."""
    for word in row["words"].split():
        yield word, False
        yield plural(word), True
    for word in row.get("more", "").split():
        yield word, True


def plural(noun: str) -> str:
    """Return the regular plural of an English noun."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _genders(title: Mapping[str, Row], given: Mapping[str, Row]) -> dict[str, str]:
    """Return the gender that titles, nouns and given names speak for."""
    found = {word.lower(): name for name in ("male", "female") for word in _words(given[name])}
    return found | {word: name for name in ("male", "female") for word in _words(title[name])}


def _organisations(rows: Mapping[str, Row]) -> dict[str, Known]:
    """Return the organisations known by name, by each of their spellings."""
    found = {}
    for name, row in rows.items():
        found[name] = Known(name, "organisation", row["role"], row.get("exact"))
        for alias in filter(None, row.get("aliases", "").split("|")):
            # Two letters spell a word as often as a name: only capitals count.
            found[alias] = Known(name, "organisation", row["role"], alias.upper() if len(alias) <= 3 else None)  # noqa: PLR2004 - "is", "un", "ap"
    return found


def _countries(rows: Mapping[str, Row]) -> dict[str, Known]:
    """Return the countries by each of their names."""
    found = {}
    for name, row in rows.items():
        for spelling in (name, *row.get("aliases", ())):
            found[spelling] = Known(name, "place", "official", spelling.upper() if len(spelling) <= 3 else None)  # noqa: PLR2004 - "us" the pronoun
    return found


def _demonyms(country: Mapping[str, Mapping[str, Row]]) -> dict[str, str]:
    """Return the country's canonical name by demonym; "" for peoples without a country."""
    found = dict.fromkeys(country["group"], "")
    for name, row in country["country"].items():
        for demonym in row.get("demonym", ()):
            found.setdefault(demonym, name)
            if not found[demonym]:
                found[demonym] = name
    return found
