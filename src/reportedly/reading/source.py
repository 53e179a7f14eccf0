"""Whom a source's words mean: as the mentions have it, else the speaker before, else the words themselves."""

from functools import cache
from typing import cast

from reportedly.lexicon import load
from reportedly.model import Entity, Report, Source, SourceKind, Span
from reportedly.reading.channel import papers
from reportedly.reading.draft import Draft, Ranges
from reportedly.reading.office import office
from reportedly.reading.passage import Passage
from reportedly.reading.resolver import Resolver
from reportedly.reading.vocabulary import Noun, vocabulary

_PERSON = frozenset(["he", "she", "his", "her", "himself", "herself"])
_THING = frozenset(["it", "its", "itself", "which"])
_MANY = frozenset(["they", "their", "them", "themselves", "both"])
_PRONOUNS = _PERSON | _THING | _MANY | frozenset(["who", "that", "one"])
_DEFINITE = frozenset(("the", "this", "that", "its", "their"))
# Adjectives behind a noun that tie somebody nameless to somebody else.
_TIES = frozenset(("close", "familiar", "loyal", "sympathetic", "opposed", "linked", "allied", "near", "briefed"))
# What any document may be called when it is taken up.
_ANY = ("document", "paper", "text")
# Words for some of those whom "of" names.
_PARTS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "some",
        "many",
        "most",
        "several",
        "few",
        "both",
        "all",
        "half",
        "none",
        "each",
        "other",
        "others",
        "another",
        "majority",
        "part",
        "number",
        "dozens",
        "hundreds",
        "thousands",
    ]
)
_PARTICIPLES = ("ed", "en", "wn", "ing", "id")
_FAR = 6
_RECENT = 40
_SHORT = 3
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
_PERSONS = frozenset(("person", "expert", "witness"))
_AUTHOR = Source(None, "author", named=False)
_NOBODY = Source(None, "unnamed", named=False)


class Sources:
    """Resolves the sources of one report in text order, remembering who spoke."""

    def __init__(self, report: Report) -> None:
        """Take the report whose mentions and entities say who is meant."""
        self._resolver = Resolver(report)
        self._entities = {one.id: one for one in report.of(Entity)}
        self._heard: dict[int, Source] = {}
        self._spoke: list[tuple[Draft, Source]] = []
        self._issued: dict[str, Source] = {}

    def of(self, draft: Draft) -> Source:
        """Return whom an attribution credits."""
        found = self._found(draft)
        self.heard(draft, found)
        if draft.source and found.name and found.name not in _PRONOUNS:
            self._spoke.append((draft, found))
        return found

    def heard(self, draft: Draft, by: Source) -> None:
        """Remember who speaks in an attribution."""
        self._heard[id(draft)] = by

    def heard_from(self, draft: Draft) -> Source | None:
        """Return who speaks in an attribution; None where that is not settled yet."""
        return self._heard.get(id(draft))

    def issued(self, channel: str, by: Source) -> None:
        """Remember who spoke through a statement, a post or the like, for "the statement said" further on."""
        word = channel.lower().split()[-1]
        self._issued[word] = by
        if word in papers():
            self._issued.update(dict.fromkeys(_ANY, by))

    def _found(self, draft: Draft) -> Source:
        """Return the source of one draft, shared or its own."""
        if draft.voice is not None:
            heard = self._heard.get(id(draft.voice))
            return heard or self._found(draft.voice)
        if not draft.source:
            return _AUTHOR if draft.how == "status" else _NOBODY
        start, end = draft.source[0]
        word = draft.passage.lower(start)
        credited = self._resolver.credited(draft.spans(_without_ties(draft)), _turning(draft))
        if end - start == 1 and word in _PRONOUNS:
            return self._pronoun(draft, word, credited)
        return self._phrase(draft, credited)

    def _pronoun(self, draft: Draft, word: str, credited: Source) -> Source:
        """Return whom a pronoun means: the entity of its mention, else the speaker before it that agrees."""
        if word == "one":
            # "One has it that": one of several whom nobody names.
            return Source(word, "unnamed", named=False)
        entity = self._entities.get(credited.entity or "")
        fits = entity is None or (entity.kind == "person" if word in _PERSON else entity.kind != "place")
        if credited.named and fits:
            return credited
        for other, source in self._before(draft):
            if self._agrees(word, other, source):
                return source
        if credited.entity and (fits or not credited.named):
            return credited
        return Source(word, "person" if word in _PERSON else "unnamed", named=False)

    def _phrase(self, draft: Draft, credited: Source) -> Source:
        """Return whom a noun phrase means: an entity, whoever issued the document, or nobody but the words."""
        if credited.named:
            return credited
        passage, (start, end) = draft.passage, draft.source[0]
        head = _head(passage, start, end)
        if passage.lower(start) in _DEFINITE and end - start <= _SHORT:
            if passage.lower(head) in self._issued:
                return self._issued[passage.lower(head)]
            if not credited.entity:
                known = (one for other, one in self._before(draft) if passage.lower(head) in _words(other))
                found = next(known, None)
                if found is not None:
                    return found
        if credited.entity:
            return credited
        bare = start + (passage.tag(start) == "D" and passage.lower(start) in ("the", "a", "an"))
        return Source(passage.words(bare, _described(passage, head + 1, end)), _kind(passage, start, head), named=False)

    def _before(self, draft: Draft) -> list[tuple[Draft, Source]]:
        """Return who spoke a little before, the last one first; voices inside another's words are left out."""
        found = []
        for other, source in reversed(self._spoke[-_RECENT:]):
            if draft.passage.paragraph - other.passage.paragraph > _FAR:
                break
            if other.parent is None or other.parent is draft or other.passage is draft.passage:
                found.append((other, source))
        return found

    def _agrees(self, word: str, draft: Draft, source: Source) -> bool:
        """Say whether a pronoun can mean an earlier speaker."""
        words = _words(draft)
        plural = bool(words) and words[-1].endswith("s") and not source.named
        person = self._person(source, words)
        if word in _MANY:
            return plural or not person or "; " in (source.name or "")
        return not plural and person == (word in _PERSON)

    def _person(self, source: Source, words: list[str]) -> bool:
        """Say whether a source is one person."""
        entity = self._entities.get(source.entity or "")
        if entity is not None and (entity.named or entity.kind == "person"):
            return entity.kind == "person"
        return source.kind in _PERSONS or (bool(words) and words[-1] in _words_of("one_person"))


def _without_ties(draft: Draft) -> Ranges:
    """Return a draft's source without those whom it is only tied to: "a person close to the president" is not the president."""
    passage, (start, end) = draft.passage, draft.source[0]
    tie = _tie(passage, start, end)
    return ((start, tie), *draft.source[1:]) if tie < end else draft.source


def _turning(draft: Draft) -> Span | None:
    """Return the word that a source turns on; None where it counts a part of others ("one of them") or is not sure."""
    passage, (start, end) = draft.passage, draft.source[0]
    head = _head(passage, start, end)
    word = passage.lower(head)
    # "A memo seen by this newspaper": a participle turns up where its noun should.
    sure = passage.tag(head) == "N" and passage.quoted[head] < 0 and not word.endswith(_PARTICIPLES)
    return passage.tokens[head].span if sure and len(draft.source) == 1 and word not in _PARTS else None


def _tie(passage: Passage, start: int, end: int) -> int:
    """Return where "close to X" or "familiar with X" begins behind a noun; the end where nothing like it stands there."""
    return next((at for at in range(start + 1, end) if passage.lower(at) in _TIES and passage.tag(at + 1) in "TP"), end)


def _head(passage: Passage, start: int, end: int) -> int:
    """Return the last word of a phrase before what follows its head: appositions, relative clauses, prepositions."""
    end = _tie(passage, start, end)
    for at in range(start + 1, end):
        if (passage.tag(at) in ",RH(-" and passage.quoted[at] < 0) or passage.tag(at) in "PGT":
            return at - 1
        if passage.tag(at) == "V" and passage.tag(at + 1) == "P":
            return at - 1
    return end - 1


def _described(passage: Passage, stop: int, end: int) -> int:
    """Return where a description of somebody nameless ends, with "of" and "in" phrases but no clause."""
    return next((at for at in range(stop, end) if passage.tag(at) in ",R(H-GV" or passage.quoted[at] >= 0), end)


def _kind(passage: Passage, start: int, head: int) -> SourceKind:
    """Return what kind of source a phrase without a name describes, its last telling word first."""
    words = vocabulary("en")
    for at in range(head, start - 1, -1):
        found = next((kind for kind in _KINDS if passage.lower(at) in _words_of(kind)), None)
        noun = words.nouns.get(passage.lower(at))
        if found and noun is not None and noun.kind == "person":
            before = [passage.lower(one) for one in range(start, at)]
            return cast("SourceKind", office(Noun(noun.kind, noun.family, found), before, None, words, tied=False))
        if found:
            return found
    return "unnamed"


@cache
def _words_of(section: str) -> frozenset[str]:
    """Return the words of one section of the table of source kinds."""
    return frozenset(str(load("en", "sourcekind")[section]["words"]["words"]).split())


def _words(draft: Draft) -> list[str]:
    """Return the words of a draft's source up to its head."""
    if not draft.source:
        return []
    start, end = draft.source[0]
    return [draft.passage.lower(at) for at in range(start, _head(draft.passage, start, end) + 1)]
