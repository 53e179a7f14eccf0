"""Whom a source's words mean: names, roles, pronouns, and those who speak for others."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Entity, Mention, Report, Source, SourceKind, Span
from reportedly.reading.draft import Draft
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import Range

_PERSON = frozenset(["he", "she", "his", "her", "himself", "herself"])
_THING = frozenset(["it", "its", "itself", "which"])
_MANY = frozenset(["they", "their", "them", "themselves", "both"])
_PRONOUNS = _PERSON | _THING | _MANY | frozenset(["who", "that", "one"])
_FAR = 6
_OVERLAPPING, _MANY_MENTIONS = 4, 40
_RECENT = 40
_KINDS: tuple[SourceKind, ...] = (
    "intelligence",
    "military",
    "agency",
    "outlet",
    "official",
    "expert",
    "witness",
    "document",
    "organisation",
    "unnamed",
)
_CONNECTS = frozenset(["of", "the", "on", "for", "and", "de", "al", "bin", "von", "van"])
_DEFINITE = frozenset(("the", "this", "that", "its", "their"))
_BODY_KINDS = frozenset(("outlet", "agency", "organisation", "official", "intelligence", "military", "document"))
_INDEFINITE = frozenset(("a", "an", "some", "one", "another", "several", "many", "other", "two", "three"))
_SHORT = 3
_BARE = 2
_PERSONS = frozenset(("person", "expert", "witness"))
_AUTHOR = Source(None, "author", named=False)


class Sources:
    """Resolves the sources of one report in text order, remembering who spoke."""

    def __init__(self, report: Report) -> None:
        """Take the report whose mentions and entities say who is meant."""
        self._report = report
        self._mentions = sorted(report.of(Mention), key=lambda one: one.span)
        self._starts = [one.span.start for one in self._mentions]
        self._entities = {one.id: one for one in report.of(Entity)}
        self._heard: dict[int, Source] = {}
        self._spoke: list[tuple[Draft, Source]] = []
        self._names: dict[str, str] = {}
        self._people: set[str | None] = set()
        self._issued: dict[str, Source] = {}

    def of(self, draft: Draft) -> Source:
        """Return whom an attribution credits."""
        found = self._found(draft)
        self.heard(draft, found)
        if draft.source and found.name:
            self._spoke.append((draft, found))
            if _looks_like_person(_phrase_words(draft), found):
                self._people.add(found.name)
            if found.named:
                self._names.setdefault(found.name.split()[-1].lower(), found.name)
        return found

    def heard(self, draft: Draft, by: Source) -> None:
        """Remember who speaks in an attribution."""
        self._heard[id(draft)] = by

    def issued(self, channel: str, by: Source) -> None:
        """Remember who spoke through a statement, a post or the like, for "the statement said" further on."""
        self._issued[channel.lower().split()[-1]] = by

    def _found(self, draft: Draft) -> Source:
        """Return the source of one draft, shared or its own."""
        if draft.voice is not None:
            heard = self._heard.get(id(draft.voice))
            return heard or self._found(draft.voice)
        if not draft.source:
            return _AUTHOR if draft.how == "status" else Source(None, "unnamed", named=False)
        start, end = draft.source[0]
        word = draft.passage.lower(start)
        if end - start == 1 and word in _PRONOUNS:
            return self._pronoun(draft, word)
        return self._phrase(draft, start, end)

    def _pronoun(self, draft: Draft, word: str) -> Source:
        """Return whom a pronoun means: the speaker before it where one fits, else the entity of its mention."""
        for other, source in reversed(self._spoke[-_RECENT:]):
            if draft.passage.paragraph - other.passage.paragraph > _FAR:
                break
            if other.parent is not None and other.parent is not draft and other.passage is not draft.passage:
                continue
            if self._agrees(word, other, source):
                return source
        entity = self._entity(draft.passage.span(*draft.source[0]))
        if entity is not None:
            return _of_entity(entity)
        return Source(word, "person" if word in _PERSON else "unnamed", named=False)

    def _phrase(self, draft: Draft, start: int, end: int) -> Source:
        """Return whom a noun phrase means."""
        passage = draft.passage
        core = _core(passage, start, end)
        kind = _kind(passage, *core)
        name, named = _name(passage, *core, end=end)
        earlier = None if named else self._earlier(passage, (start, end), core)
        if earlier is not None:
            return earlier
        if named and self._proper(passage, core, name, kind):
            return self._named(passage, core, name, kind)
        entity = self._entity(passage.span(*core), head=True)
        nameless = passage.lower(core[0]) in _INDEFINITE or passage.lower(core[1] - 1).endswith("s")
        if entity is not None and entity.named and not nameless:
            return Source(entity.name, kind if kind != "person" else _role(entity, kind), named=True, entity=entity.id)
        return Source(name, "unnamed" if kind == "person" else kind, named=False, entity=entity.id if entity else None)

    def _proper(self, passage: Passage, core: Range, name: str, kind: SourceKind) -> bool:
        """Say whether a capital letter makes a name, and is not only that of a sentence's first word."""
        first = core[0] == 0 or core[0] - 1 in passage.stops or passage.quoted[core[0] - 1] >= 0
        if " " in name or not first or name.isupper():
            return True
        entity = self._entity(passage.span(*core))
        if entity is not None and entity.named:
            return True
        return entity is None and kind == "person" and not name.endswith("s")

    def _named(self, passage: Passage, core: Range, name: str, kind: SourceKind) -> Source:
        """Return the source of a phrase that holds a proper name, in its fullest form."""
        entity = self._entity_named(passage, core, name)
        if entity is not None:
            return Source(
                entity.name,
                kind if kind not in ("person", "unnamed") else _role(entity, kind),
                named=True,
                entity=entity.id,
            )
        fuller = self._names.get(name.rsplit(maxsplit=1)[-1].lower(), name)
        best = fuller if len(fuller) > len(name) and " " not in name else name
        return Source(best, "person" if kind == "unnamed" else kind, named=True)

    def _entity(self, span: Span, *, head: bool = False) -> Entity | None:
        """Return the entity of the mention that fits a span best, with ``head`` one that ends with it; None when none does."""
        best: tuple[int, Mention] | None = None
        first = max(0, bisect_left(self._starts, span.start) - _OVERLAPPING)
        for mention in self._mentions[first : first + _MANY_MENTIONS]:
            if mention.span.start >= span.end:
                break
            if (
                mention.span.overlaps(span)
                and mention.entity in self._entities
                and (not head or mention.span.end >= span.end)
            ):
                share = min(mention.span.end, span.end) - max(mention.span.start, span.start)
                score = share * 2 - len(mention.span)
                if best is None or score > best[0]:
                    best = (score, mention)
        return self._entities.get(best[1].entity or "") if best else None

    def _entity_named(self, passage: Passage, core: Range, name: str) -> Entity | None:
        """Return the entity whose name the phrase's own name is part of."""
        whole = passage.span(*core)
        at = passage.text.find(name, whole.start, whole.end)
        entity = self._entity(Span(at, at + len(name)), head=True) if at >= 0 else None
        if entity is None or not entity.named:
            return None
        return entity if set(_words(name)) & set(_words(entity.name)) else None

    def _earlier(self, passage: Passage, whole: Range, core: Range) -> Source | None:
        """Return the speaker that "the source", "the paper" or "a spokesman" goes back to."""
        start, end = core
        head = passage.lower(end - 1)
        recent = self._spoke[-_RECENT:][::-1]
        if passage.lower(start) in _DEFINITE and end - start <= _SHORT:
            if head in self._issued:
                return self._issued[head]
            for draft, source in recent:
                if head in _phrase_words(draft) and head not in _words_of("body"):
                    return source
            if head in _words_of("body"):
                return (
                    next((one for _, one in recent if one.named and not self._person(one)), None)
                    if end - start <= _BARE
                    else None
                )
            if head in _words_of("outlet") or head in _words_of("document"):
                return next((one for _, one in recent if one.kind in _BODY_KINDS and one.named), None)
        if head.startswith("spokes") and whole[1] - whole[0] <= _SHORT:
            return next((one for _, one in recent if one.kind in _BODY_KINDS and one.named), None)
        return None

    def _person(self, source: Source) -> bool:
        """Say whether a source is one person."""
        entity = self._entities.get(source.entity or "")
        return entity.kind == "person" if entity else source.kind in _PERSONS or source.name in self._people

    def _agrees(self, word: str, draft: Draft, source: Source) -> bool:
        """Say whether a pronoun can mean an earlier speaker."""
        words = _phrase_words(draft)
        plural = bool(words) and words[-1].endswith("s") and not source.named
        if word in _MANY:
            return plural or not self._person(source) or "; " in (source.name or "")
        if plural:
            return False
        person = self._person(source) or (not source.entity and _looks_like_person(words, source))
        return person if word in _PERSON else not person


def _looks_like_person(words: list[str], source: Source) -> bool:
    """Say whether a source that may be a person or a body is a person."""
    head = words[-1] if words else ""
    if source.named:
        titled = any(word in _words_of("role") for word in words)
        return head in _words_of("role") or (titled and len((source.name or "").split()) > 1)
    return source.kind == "unnamed" or head in _words_of("one_person")


def _of_entity(entity: Entity) -> Source:
    """Return the source that an entity makes."""
    kind: SourceKind = "person" if entity.kind == "person" else "organisation"
    return Source(entity.name, _role(entity, kind), named=entity.named, entity=entity.id)


def _role(entity: Entity, default: SourceKind) -> SourceKind:
    """Return the kind of source that an entity's role names."""
    known: tuple[SourceKind, ...] = (*_KINDS, "person")
    return next((kind for kind in known if kind == entity.role), "person" if entity.kind == "person" else default)


def _core(passage: Passage, start: int, end: int) -> Range:
    """Return the phrase without what follows its head: appositions, relative clauses, phrases with a preposition."""
    for at in range(start + 1, end):
        if passage.tag(at) in ",R(H-" and passage.quoted[at] < 0:
            return start, at
        if passage.tag(at) in "PGT" and not (
            passage.tag(at - 1) == "A" and passage.tag(at + 1) == "A" and passage.lower(at) in ("on", "of", "for")
        ):
            return start, at
        if passage.tag(at) == "V" and passage.tag(at + 1) == "P":
            return start, at
    return start, end


def _name(passage: Passage, start: int, stop: int, *, end: int) -> tuple[str, bool]:
    """Return the best name in a phrase, and whether it is a proper one."""
    head = passage.lower(stop - 1)
    if passage.tag(stop - 1) != "A":
        inner = _behind(passage, stop, end, spokes=head in _words_of("speaks_for"))
        if inner:
            return inner, True
    names = list(_runs(passage, start, stop))
    if names and names[-1][1] == stop:
        return "; ".join(
            _without_role(passage, *one) for one in names if one[1] == stop or passage.tag(one[1]) == "C"
        ), True
    if "." in passage.words(start, stop).strip(".") and passage.tag(stop - 1) == "N":
        return passage.words(start + (passage.tag(start) == "D"), stop), True
    low = start + (passage.tag(start) == "D" and passage.lower(start) not in ("some", "many", "other"))
    if head in _words_of("speaks_for") and names:
        return passage.words(names[0][0], names[-1][1]), True
    named = bool(names) and _institution(head)
    whole = stop if named else _described(passage, stop, end)
    return passage.words(low, whole) or passage.words(start, whole), named


def _described(passage: Passage, stop: int, end: int) -> int:
    """Return where a description of somebody nameless ends, with "of" and "in" phrases but no clause."""
    return next((at for at in range(stop, end) if passage.tag(at) in ",R(H-GV" or passage.quoted[at] >= 0), end)


def _institution(head: str) -> bool:
    """Say whether a noun names a body rather than people: "government", "intelligence"."""
    return head in _BODIES or head in _words_of("body")


_BODIES = frozenset(
    [
        "intelligence",
        "government",
        "ministry",
        "military",
        "police",
        "army",
        "media",
        "administration",
        "authorities",
        "newspaper",
        "broadcaster",
        "office",
        "department",
        "agency",
        "television",
        "radio",
        "parliament",
        "company",
        "navy",
    ]
)


def _behind(passage: Passage, stop: int, end: int, *, spokes: bool) -> str | None:
    """Return the name behind a role: after a comma the person, after "for", "of" or "from" the organisation."""
    for low, high in _runs(passage, stop, end):
        # "the minister, Ada Lund": the name fills what stands between the commas.
        if passage.tag(low - 1) == "," and (high == end or passage.tag(high) == ",") and high - low > 1:
            return _without_role(passage, low, high)
    if not spokes or passage.lower(stop) not in ("for", "from", "by", "of", "in", "published"):
        return None
    low = next((at for at in range(stop, end) if passage.tag(at) == "A"), end)
    high = next(
        (
            at
            for at in range(low, end)
            if passage.tag(at) in ",R(-"
            or (passage.tag(at) == "P" and passage.tag(at + 1) == "E" and not _sunday(passage, at))
        ),
        end,
    )
    return passage.words(low, high) if low < high else None


def _runs(passage: Passage, start: int, end: int) -> Iterator[Range]:
    """Yield the runs of capitalised words, "of" and "on" between them included."""
    at = start
    while at < end:
        if passage.tag(at) not in "A@":
            at += 1
            continue
        low = at
        while at < end and (
            passage.tag(at) in "A@&/"
            or _sunday(passage, at)
            or (
                passage.lower(at) in _CONNECTS
                and passage.tag(at + 1) == "A"
                and at + 1 < end
                and passage.lower(at) != "and"
            )
        ):
            at += 1
        yield low, at


def _sunday(passage: Passage, at: int) -> bool:
    """Say whether "on" or "Sunday" belongs to a newspaper's name: "the Mail on Sunday"."""
    on = at if passage.lower(at) == "on" else at - 1
    paper = passage.lower(on - 1) in load("en", "via")["outlets"] and passage.tag(on - 1) == "A"
    return paper and passage.lower(on) == "on" and passage.lower(on + 1) == "sunday"


def _without_role(passage: Passage, start: int, end: int) -> str:
    """Return a name without the titles and nationalities before it."""
    roles = _words_of("role")
    last = max(
        (
            at
            for at in range(start, end - 1)
            if passage.lower(at).rstrip(".") in roles or passage.lower(at).endswith("'s")
        ),
        default=start - 1,
    )
    return passage.words(last + 1, end)


def _kind(passage: Passage, start: int, end: int) -> SourceKind:
    """Return what kind of source a phrase names, its last telling word first."""
    for at in range(end - 1, start - 1, -1):
        word = passage.lower(at)
        found = next((kind for kind in _KINDS if word in _words_of(kind)), None)
        if found:
            return found
    body = passage.lower(start) == "the" or (end - start == 1 and passage.word(start).isupper())
    return "organisation" if body else "person"


@cache
def _words_of(section: str) -> frozenset[str]:
    """Return the words of one section of the table of source kinds."""
    return frozenset(str(load("en", "sourcekind")[section]["words"]["words"]).split())


def _phrase_words(draft: Draft) -> list[str]:
    """Return the words of a draft's source up to its head."""
    if not draft.source:
        return []
    low, high = _core(draft.passage, *draft.source[0])
    return [draft.passage.lower(at) for at in range(low, high)]


def _words(name: str) -> list[str]:
    """Return the words of a name in lower case."""
    return re.findall(r"\w+", name.lower())
