"""Sources across reports: one name for each, and whether anybody in particular stands behind it."""

import re
from collections.abc import Iterable
from functools import cache
from hashlib import sha256

from reportedly import lexicon
from reportedly.model import Attribution, Entity, Report, Source, Voice
from reportedly.reconciling.word import countries, words

_PLAIN = re.compile(r"[\w@'’/.-]+")
_IDLE = frozenset(
    {
        "the",
        "a",
        "an",
        "unnamed",
        "anonymous",
        "unidentified",
        "of",
        "for",
        "from",
        "mr",
        "mrs",
        "ms",
        "dr",
        "local",
        "s",
        "who",
        "its",
        "his",
        "her",
        "their",
        "and",
    }
)
_PERSONS = frozenset({"person", "expert", "witness"})
_PAST = re.compile(r"\b(?:former|ex|late|one-time|retired|defector|deposed|ousted)\b", re.IGNORECASE)
_GOVERNMENT = frozenset({"government", "authorities"})
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
        for by, report in held:
            name = self._names[by.name or ""]
            self._kinds.setdefault(name, []).append((by.kind, by.named))
            self._reports.setdefault(name, set()).add(report)

        self._speaks_for = self._spoken(reports)

    def _described(self, reports: Iterable[Report]) -> dict[str, str]:
        """Return bodies whose description holds another's whole name: "IDF Radio, an Israeli army radio station"."""
        found: dict[str, str] = {}
        wholes = sorted({one for one in self._names.values() if len(parts(one)) > 1 and not self.generic(one)})
        for entity in (one for report in reports for one in report.of(Entity)):
            if entity.named and entity.kind == "organisation" and entity.description and entity.name in self._names:
                title = parts(entity.description)
                held = [one for one in wholes if one != self._names[entity.name] and parts(one) <= title]
                if len(held) == 1:
                    found[entity.name] = held[0]
        return found

    def speaks_for(self, name: str) -> frozenset[str]:
        """Return the bodies of the story that a person's title names ("head of Neshva Basin Watch"); past titles do not count."""
        return self._speaks_for.get(name, frozenset())

    def _spoken(self, reports: Iterable[Report]) -> dict[str, frozenset[str]]:
        """Return whom each person speaks for."""
        bodies = [
            (one, parts(one)) for one in sorted(self._kinds) if self.named(one) and self.kind(one) not in _PERSONS
        ]
        edges: dict[str, set[str]] = {}
        for entity in (one for report in reports for one in report.of(Entity)):
            if entity.named and entity.kind == "person" and entity.description and not _PAST.search(entity.description):
                name, title = self.find(entity.name), parts(entity.description)
                held = {body for body, words in bodies if body != name and words <= title}
                if name and held:
                    edges.setdefault(name, set()).update(held)
        return {name: frozenset(held) for name, held in edges.items()}

    def name(self, by: Source | None) -> str | None:
        """Return the one name of a source; None for the writer and where no source is given."""
        if by is None or by.kind == "author" or not by.name:
            return None
        return self._names.get(by.name, by.name)

    def find(self, name: str) -> str | None:
        """Return the source of the story that goes by a name; None when there is none."""
        return next((one for one in sorted(self._kinds) if same_voice(name, one)), None)

    def kind(self, name: str) -> str:
        """Return what sort of source it mostly is."""
        kinds = [kind for kind, _ in self._kinds.get(name, [("unnamed", False)])]
        return min(kinds, key=lambda kind: (-kinds.count(kind), kind))

    def named(self, name: str) -> bool:
        """Say whether a proper name stands behind it."""
        return any(named for _, named in self._kinds.get(name, [])) and not self.generic(name)

    def passes_on(self, name: str) -> bool:
        """Say whether it is an outlet, which hands on what others say, and no person or body that answers for it."""
        return self.kind(name) in _PASSES_ON

    def generic(self, name: str) -> bool:
        """Say whether nobody in particular stands behind it: hearsay, or a whole class of outlets."""
        held = [part for part in _PLAIN.findall(name.lower()) if part not in _IDLE]
        head = re.split(
            r"\b(?:in|from|that|about|on|out|published|citing|circulating|and|is|are|was|were|has|have)\b", name.lower()
        )[0]
        last = [part for part in _PLAIN.findall(head) if part not in _IDLE][-1:]
        if not held:
            return True
        hearsay, outlets = _generic()
        if last and last[0] in outlets and not re.search(r"\bstate\b", name.lower()):
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


def bare(name: str) -> bool:
    """Say whether a nameless source is not described at all ("a source", "the paper's source")."""
    return any(part in {"source", "sources"} for part in parts(name)) and len(parts(name)) <= 2  # noqa: PLR2004 - an outlet's name may stand beside it


@cache
def parts(name: str) -> frozenset[str]:
    """Return the parts of a name that tell it from others, adjectives of countries led back to the country."""
    terms = {word.lower: word.term for word in words("x " + name)}
    plain = (one.lower().replace("’", "'").removesuffix("'s").rstrip(".") for one in _PLAIN.findall(name))
    held = {part: terms.get(part) or part for part in plain if part not in _IDLE and not part.endswith("-based")}
    # A country that says something is its government.
    if countries() & set(held.values()) and all(
        part in _GOVERNMENT or term in countries() for part, term in held.items()
    ):
        return frozenset(term for part, term in held.items() if part not in _GOVERNMENT)
    return frozenset(held.values())


@cache
def same_voice(left: str, right: str) -> bool:
    """Say whether two names can be one source: the same parts, one the other's last name, or its initials."""
    one, two = parts(left), parts(right)
    if not one or not two:
        return False
    if one == two or _initials(left, right) or _initials(right, left):
        return True
    less, more = sorted((left, right), key=lambda name: len(parts(name)))
    last = [part for part in _PLAIN.findall(more) if part.lower() not in _IDLE][-1:]
    person = bool(last) and less[:1].isupper() and last[0].lower() in less.lower().split()
    described = bool(last) and last[0].lower() == less.lower().split()[-1] and len(parts(less)) > 1
    return parts(less) < parts(more) and (person or described)


def _initials(short: str, long: str) -> bool:
    """Say whether one name is made of the other's initials."""
    capitals = "".join(part[0] for part in _PLAIN.findall(long) if part[:1].isupper())
    letters = short.replace(".", "").removeprefix("the ").removeprefix("The ")
    return letters.isupper() and len(letters) > 1 and letters == capitals


@cache
def _generic() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words for hearsay, and those for whole classes of outlets."""
    table = lexicon.load("en", "generic")
    hearsay, outlets = (
        frozenset(word for row in table[section].values() for word in row["words"])
        for section in ("hearsay", "outlets")
    )
    return hearsay, outlets
