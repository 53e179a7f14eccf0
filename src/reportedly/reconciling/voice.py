"""Sources across reports: one name for each, and whether anybody in particular stands behind it."""

import re
from collections.abc import Iterable
from functools import cache
from hashlib import sha256

from reportedly import lexicon
from reportedly.model import Attribution, Report, Source, Voice
from reportedly.reconciling.word import words

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
_PASSES_ON = frozenset({"outlet", "agency", "document"})


class Voices:
    """The sources of one story under one name each.

    Args:
        reports: Whose sources are laid together; the order makes no difference.
    """

    def __init__(self, reports: Iterable[Report]) -> None:
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
        for by, report in held:
            name = self._names[by.name or ""]
            self._kinds.setdefault(name, []).append((by.kind, by.named))
            self._reports.setdefault(name, set()).add(report)

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
    return frozenset(
        terms.get(part) or part
        for part in (one.lower().replace("’", "'").removesuffix("'s").rstrip(".") for one in _PLAIN.findall(name))
        if part not in _IDLE
    )


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
