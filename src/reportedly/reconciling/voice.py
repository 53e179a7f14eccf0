"""Sources across reports: one name for each, and whether anybody in particular stands behind it."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256

from reportedly import lexicon
from reportedly.model import Attribution, Entity, Report, Source, Voice
from reportedly.reconciling.headline import in_heading
from reportedly.reconciling.word import countries, stem, words

_PLAIN = re.compile(r"[\w@'’/.-]+")
_HANDS_ON = frozenset({"organisation", "person", "unnamed"})
# Ends of stems that British and American writers spell in two ways.
_SPELT = (("enc", "ens"), ("our", "or"), ("tre", "ter"), ("tr", "ter"), ("isation", "ization"))
# What follows the noun in a description and does not say who it is.
_OF = re.compile(r"\s(?:who|whom|whose|that|which|of|in|at|for|from|with|to|by|near|close|familiar)\s", re.IGNORECASE)
_SPOKEN = re.compile(
    r"spokes(?:man|woman|person)\s+(?:of|for)\s+(?:the|its|their)\s+(?:[\w’'-]+\s+)*?([\w-]+)$|([\w-]+?)(?:['’]s)?\s+spokes(?:man|woman|person)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_PERSONS = frozenset({"person", "expert", "witness"})
_PAST = re.compile(r"\b(?:former|ex|late|one-time|retired|defector|deposed|ousted)\b", re.IGNORECASE)
_GOVERNMENT = frozenset({"government", "authorities"})
_BODIES = frozenset({"official", "military", "organisation", "intelligence"})
# Parts of the longest name of a body that goes by its noun alone.
_LONGEST = 4
_PASSES_ON = frozenset({"outlet", "agency", "document"})


class Voices:
    """The sources of one story under one name each.

    Args:
        reports: Whose sources are laid together; the order makes no difference.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
        reports = tuple(reports)
        self._kinds: dict[str, list[tuple[str, bool]]] = {}
        self._reports: dict[str, set[str]] = {}
        self._names: dict[str, str] = {}
        held: list[tuple[Source, str]] = [
            (one.by, report.id) for report in reports for one in report.of(Attribution) if one.by.name
        ]
        names = sorted({by.name for by, _ in held if by.name}, key=lambda name: (-len(parts(name)), len(name), name))
        for name in names:
            whole = [one for one in dict.fromkeys(self._names.values()) if same_voice(name, one)]
            self._names[name] = whole[0] if whole else name
        self._names.update(self._described(reports))
        self._names.update(self._bare(reports))
        for by, report in held:
            name = self._names[by.name or ""]
            self._kinds.setdefault(name, []).append((by.kind, by.named))
            self._reports.setdefault(name, set()).add(report)

        self._speaks_for = self._spoken(reports)
        self._handing = self._handed(reports)
        self._houses: dict[frozenset[str], frozenset[str]] = {}

    def _described(self, reports: Iterable[Report]) -> dict[str, str]:
        """Return bodies whose description holds another's whole name: "IDF Radio, an Israeli army radio station"."""
        found: dict[str, str] = {}
        wholes = sorted({one for one in self._names.values() if len(parts(one)) > 1 and not self.generic(one)})
        for entity in (one for report in reports for one in report.of(Entity)):
            if entity.named and entity.kind == "organisation" and entity.description and entity.name in self._names:
                title = _terms(entity.description)
                held = [one for one in wholes if one != self._names[entity.name] and parts(one) <= title]
                if len(held) == 1:
                    found[entity.name] = held[0]
        return found

    def _bare(self, reports: Sequence[Report]) -> dict[str, str]:
        """Return bodies named by their noun alone, of which the story, or else the report, knows one: "the army", "the hospital".

        A headline may name them by a word of their name ("Monitors cannot confirm …", of a monitoring mission).
        """
        found: dict[str, str] = {}
        given = [one.by for report in reports for one in report.of(Attribution) if one.by.kind in _BODIES]
        wholes = sorted({one for by in given if (one := self.name(by)) and len(parts(one)) > 1})
        for name in sorted(self._names):
            own = _noun(name) or ""
            if len(parts(name)) != 1 or self._names[name] in wholes or self.generic(name) or bare(name):
                continue
            fits = [one for one in wholes if _noun(one) == own and len(parts(one)) <= _LONGEST]
            fits = [] if own in _persons() else fits
            fits = fits or [one for one in wholes if _headed(name, one, reports)]
            if len(fits) == 1:
                found[name] = fits[0]
        return found

    def _handed(self, reports: Iterable[Report]) -> frozenset[str]:
        """Return sources that a report calls a newspaper, an agency or the like, or through which words came to it."""
        words = _outlet_words()
        found: set[str] = set()
        for report in reports:
            told = [
                one.name
                for one in report.of(Entity)
                if one.kind == "organisation" and words & set(_PLAIN.findall((one.description or "").lower())[-1:])
            ]
            told += [one.via for one in report.of(Attribution) if one.via and _capital(one.via)]
            found |= {name for one in told if (name := self.find(one))}
        return frozenset(found | {name for name in self._kinds if _titled(name)})

    def speaks_for(self, name: str) -> frozenset[str]:
        """Return the bodies of the story that a person's title names ("head of Neshva Basin Watch"); past titles do not count."""
        return self._speaks_for.get(name, frozenset())

    def _spoken(self, reports: Iterable[Report]) -> dict[str, frozenset[str]]:
        """Return whom each person speaks for."""
        bodies = [
            (one, parts(one))
            for one in sorted(self._kinds)
            if (self.named(one) or self.kind(one) in _BODIES)
            and self.kind(one) not in _PERSONS
            and not self.generic(one)
            and not _persons() & parts(one)
        ]
        edges: dict[str, set[str]] = {}
        self._spokesmen: set[str] = set()
        for entity in (one for report in reports for one in report.of(Entity)):
            if entity.named and entity.kind == "person" and entity.description and not _PAST.search(entity.description):
                name, title = self.find(entity.name), _terms(entity.description)
                held = {body for body, words in bodies if body != name and words <= title}
                # A title leaves out the country: "spokesman for the border command", of the Norvian border command.
                less = {
                    body
                    for body, words in bodies
                    if body != name and (_all_but_one(words, title) or set() < words - countries() <= title)
                }
                # "Spokesman of the ministry", "the mission's spokeswoman": the one body of that noun.
                noun = _SPOKEN.search(entity.description.strip())
                said = next((one.lower() for one in noun.groups() if one), "") if noun else ""
                bare = {body for body, _ in bodies if body != name and _noun(body) == said}
                held = held or next((one for one in (less, bare) if len(one) == 1), set())
                if name and noun and held:
                    self._spokesmen.add(name)
                if name and held:
                    edges.setdefault(name, set()).update(held)
        return {name: frozenset(held) for name, held in edges.items()}

    def spokesman(self, name: str) -> bool:
        """Say whether somebody is called a spokesman of a body, and no more than that is what he speaks as."""
        return name in self._spokesmen

    def name(self, by: Source | None) -> str | None:
        """Return the one name of a source; None for the writer and where no source is given."""
        if by is None or by.kind == "author" or not by.name:
            return None
        return self._names.get(by.name, by.name)

    def find(self, name: str) -> str | None:
        """Return the source of the story that goes by a name; None when there is none."""
        return next((one for one in sorted(self._kinds) if same_voice(name, one)), None)

    def house(self, name: str | None) -> frozenset[str]:
        """Return the outlets that a short name can mean ("the Mail": the Daily Mail, the Mail on Sunday)."""
        own = parts(name) if name and _capital(name) else frozenset[str]()
        if own not in self._houses:
            self._houses[own] = frozenset(
                one for one in self._kinds if own and own <= parts(one) and self.passes_on(one)
            )
        return self._houses[own]

    def reports(self, name: str) -> frozenset[str]:
        """Return the ids of the reports that give a source."""
        return frozenset(self._reports.get(name, ()))

    def kind(self, name: str) -> str:
        """Return what sort of source it mostly is."""
        kinds = [kind for kind, _ in self._kinds.get(name, [("unnamed", False)])]
        return min(kinds, key=lambda kind: (-kinds.count(kind), kind))

    def named(self, name: str) -> bool:
        """Say whether a proper name stands behind it."""
        return any(named for _, named in self._kinds.get(name, [])) and not self.generic(name)

    def passes_on(self, name: str) -> bool:
        """Say whether it is an outlet, which hands on what others say, and no person or body that answers for it."""
        return self.kind(name) in _PASSES_ON or (name in self._handing and self.kind(name) in _HANDS_ON)

    def generic(self, name: str) -> bool:
        """Say whether nobody in particular stands behind it: hearsay, or a whole class of outlets."""
        held = [part for part in _PLAIN.findall(name.lower()) if part not in _words("idle")]
        head = re.split(
            r"\b(?:in|from|that|about|on|out|published|citing|circulating|and|is|are|was|were|has|have)\b", name.lower()
        )[0]
        last = [part for part in _PLAIN.findall(head) if part not in _words("idle")][-1:]
        if not held:
            return True
        hearsay, outlets = _generic()
        if last and last[0] in outlets and not re.search(r"\bstate\b", name.lower()) and not _proper(name):
            return True
        proper = any(part[:1].isupper() for part in _PLAIN.findall(name)[1:])
        return (
            not (proper and any(named for _, named in self._kinds.get(name, []))) and bool(last) and last[0] in hearsay
        )

    def voices(self) -> tuple[Voice, ...]:
        """Return every source, most cited first."""
        found = [
            Voice(
                "v-" + sha256(f"{self.kind(name)}\0{name}".encode()).hexdigest()[:10],
                name,
                self.kind(name),
                self.named(name),
                tuple(sorted(reports)),
            )
            for name, reports in self._reports.items()
        ]
        return tuple(sorted(found, key=lambda voice: (-len(voice.reports), voice.name)))


def classed(name: str) -> bool:
    """Say whether nothing but a class is given ("officials", "Danish authorities"): nothing tells it from a source described."""
    held = [part for part in _PLAIN.findall(name) if part.lower() not in _words("idle")]
    held = [part for part in held if not _terms(part) <= countries()]
    return len(held) == 1 and held[0].lower() in _classes()


def bare(name: str) -> bool:
    """Say whether a nameless source is not described at all ("a source", "the paper's source")."""
    return any(part in {"source", "sources"} for part in parts(name)) and len(parts(name)) <= 2  # noqa: PLR2004 - an outlet's name may stand beside it


@cache
def parts(name: str) -> frozenset[str]:
    """Return the parts of a name that tell it from others, adjectives of countries led back to the country."""
    called = {one for one in _PLAIN.findall(name) if one in _words("called")} if _capital(name) else set[str]()
    held = _held(name)
    held = {part: term for part, term in held.items() if part not in _words("members") | called} or held
    # A country that says something is its government.
    if countries() & set(held.values()) and all(
        part in _GOVERNMENT or term in countries() for part, term in held.items()
    ):
        return frozenset(term for part, term in held.items() if part not in _GOVERNMENT)
    return frozenset(held.values())


def _terms(text: str) -> frozenset[str]:
    """Return the words of a title or description, led back as those of a name are."""
    return frozenset(_held(text).values())


def _held(text: str) -> dict[str, str]:
    """Return the words that tell something, with their terms."""
    terms = {word.lower: word.term for word in words("x " + text)}
    plain = (one.lower().replace("’", "'").removesuffix("'s").rstrip(".") for one in _PLAIN.findall(text))
    held = [part for part in plain if part not in _words("idle") and not part.endswith("-based")]
    return {part: _spelt(terms.get(part) or part) for part in held}


def _spelt(term: str) -> str:
    """Return one form of the stem of a word that is spelt in two ways ("defence", "defense"; "centre"; "labour")."""
    for one, other in _SPELT:
        if term.endswith(one) and len(term) > len(one) + 2:
            return term.removesuffix(one) + other
    return term


@cache
def same_voice(left: str, right: str) -> bool:
    """Say whether two names can be one source: the same parts, one the other's last name, or its initials."""
    one, two = parts(left), parts(right)
    if not one or not two:
        return False
    if one == two or _initials(left, right) or _initials(right, left):
        return True
    less, more = sorted((left, right), key=lambda name: len(parts(name)))
    less = _ARTICLE.sub("", less)
    last = [part for part in _PLAIN.findall(more) if part.lower() not in _words("idle")][-1:]
    person = bool(last) and less[:1].isupper() and last[0].lower() in less.lower().split()
    described = bool(last) and last[0].lower() == less.lower().split()[-1] and len(parts(less)) > 1
    return parts(less) < parts(more) and (person or described) and not _of_another(less, more)


def _of_another(less: str, more: str) -> bool:
    """Say whether a name only stands in what somebody else is called by ("a scientist who has advised the council")."""
    head = _OF.split(more, maxsplit=1)
    return len(head) > 1 and not parts(less) & parts(head[0])


def _initials(short: str, long: str) -> bool:
    """Say whether one name is made of the other's initials."""
    capitals = "".join(part[0] for part in _PLAIN.findall(long) if part[:1].isupper())
    letters = short.replace(".", "").removeprefix("the ").removeprefix("The ")
    return letters.isupper() and len(letters) > 1 and letters == capitals


def _capital(name: str) -> bool:
    """Say whether a word of a name is written with a capital, the article apart."""
    return any(part[:1].isupper() for part in _PLAIN.findall(name) if part.lower() not in _words("idle"))


def _proper(name: str) -> bool:
    """Say whether a name is one outlet's ("Continental Press"), and no class of them ("Israeli Media")."""
    held = [part for part in _PLAIN.findall(name) if part.lower() not in _words("idle")]
    capital = [part for part in held if part[:1].isupper()]
    return len(capital) > 1 and held[-1] == capital[-1] and not parts(name) & countries()


def _titled(name: str) -> bool:
    """Say whether a name ends as newspapers' names do ("The Shipping Ledger")."""
    last = [part for part in _PLAIN.findall(name) if part.lower() not in _words("idle")][-1:]
    return bool(last) and last[0][:1].isupper() and last[0].lower() in _words("titles")


def _noun(name: str) -> str | None:
    """Return what a body is: the last word before "of", "in" or "for" ("hospital in Gao", "Gao hospital")."""
    head = re.split(r"\s(?:of|in|at|for|near)\s", name)[0]
    held = [one for one in _PLAIN.findall(head) if one.lower() not in _words("idle") | _words("members")]
    return held[-1].lower() if held else None


def _headed(name: str, body: str, reports: Iterable[Report]) -> bool:
    """Say whether a report's first line gives as a source a word of the name of a body that the report gives too."""
    [word] = parts(name)
    if stem(word) not in {stem(part) for part in parts(body)}:
        return False
    for report in reports:
        given = report.of(Attribution)
        top = any(one.by.name == name and one.source and in_heading(report.text, one.source[0].start) for one in given)
        if top and any(one.by.name and same_voice(one.by.name, body) for one in given):
            return True
    return False


def _all_but_one(body: frozenset[str], title: frozenset[str]) -> bool:
    """Say whether a title holds all of a body's name but one word, two words or more."""
    return len(body - title) == 1 and len(body & title) > 1


@cache
def _persons() -> frozenset[str]:
    """Return nouns for one human being, and for several."""
    rows = lexicon.load("en", "sourcekind")["one_person"].values()
    held = {word for row in rows for word in str(row["words"]).split()}
    return frozenset(held | {word + "s" for word in held})


@cache
def _outlet_words() -> frozenset[str]:
    """Return words for what an outlet is."""
    rows = lexicon.load("en", "sourcekind")["outlet"].values()
    return frozenset(word for row in rows for word in str(row["words"]).split())


@cache
def _words(row: str) -> frozenset[str]:
    """Return words of names that do not tell one source from another."""
    return frozenset(lexicon.load("en", "generic")["names"][row]["words"])


@cache
def _classes() -> frozenset[str]:
    """Return nouns for whole classes of sources."""
    return frozenset(word for row in lexicon.load("en", "generic")["classes"].values() for word in row["words"])


@cache
def _generic() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words for hearsay, and those for whole classes of outlets."""
    table = lexicon.load("en", "generic")
    hearsay, outlets = (
        frozenset(word for row in table[section].values() for word in row["words"])
        for section in ("hearsay", "outlets")
    )
    return hearsay, outlets
