"""Descriptions: a common noun that can name a source, with what stands before it and whose it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Span
from reportedly.reading.phrase import Phrase, countries
from reportedly.reading.vocabulary import Noun, Vocabulary
from reportedly.reading.word import Words

_REACH = 6
_ARTICLES = frozenset(["the", "a", "an", "this", "that", "these", "those"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_INDEFINITE = frozenset(["a", "an", "some", "another", "any", "each", "every", "no"])
_AFTER_NAME = frozenset(["newspaper", "broadcaster", "website", "wire", "company", "body"])
_MASS = frozenset(["intelligence", "police", "speculation"])
_OF = frozenset(["of", "for", "from", "at", "with", "by", "in"])
_ISSUED_BY = frozenset(["by", "in", "on", "from"])
_ISSUED = frozenset(
    [
        "published",
        "released",
        "issued",
        "carried",
        "posted",
        "made",
        "given",
        "aired",
        "broadcast",
        "commissioned",
        "written",
        "provided",
    ]
)
_CROWDS = frozenset(("police", "media"))
_AUXILIARIES = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "of",
        "in",
        "at",
        "on",
        "from",
        "by",
        "for",
        "to",
        "with",
        "and",
        "or",
        "who",
        "which",
    ]
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence while its phrases are found.

    Attributes:
        words: The sentence.
        at: The name that covers each word, by the word's index.
        vocabulary: The sentence's language.
    """

    words: Words
    at: Mapping[int, Phrase]
    vocabulary: Vocabulary

    def lower(self, index: int) -> str:
        """Return the word at ``index`` in small letters; "" outside the sentence."""
        return self.words[index].lower if 0 <= index < len(self.words) else ""

    def text(self, first: int, last: int) -> str:
        """Return the words from ``first`` to ``last`` as written, white space made even."""
        parts = [
            ("" if word.glued else " ") + word.text + "’s" * int(word.possessive and at < last)
            for at, word in enumerate(self.words[first : last + 1], first)
        ]
        return "".join(parts).strip()


def scene(words: Words, names: Sequence[Phrase], vocabulary: Vocabulary) -> Scene:
    """Lay the names of a sentence over its words."""
    return Scene(words, {at: one for one in names for at in range(one.first, one.last + 1)}, vocabulary)


def nominals(stage: Scene) -> Iterator[Phrase]:
    """Find the descriptions of one sentence, in text order.

    A description right before a name is yielded too, with the name as its ``twin``.
    """
    for index, word in enumerate(stage.words):
        noun = _compound(stage, index) or stage.vocabulary.nouns.get(word.lower)
        if noun and index not in stage.at and _is_head(stage, index):
            found = _nominal(stage, index, noun)
            if found:
                yield found


def _compound(stage: Scene, index: int) -> Noun | None:
    """Return what a noun names together with the word before it ("news agency", "spy agency"); None where they name nothing."""
    return stage.vocabulary.nouns.get(f"{stage.lower(index - 1)}-{stage.lower(index)}")


def _said(stage: Scene, index: int) -> str:
    """Return the noun as the word lists have it, with the word before it where it names nobody alone ("think-tank")."""
    lower = stage.lower(index)
    return lower if lower in stage.vocabulary.nouns else f"{stage.lower(index - 1)}-{lower}"


def _is_head(stage: Scene, index: int) -> bool:
    """Say whether the noun ends its phrase and is no verb or adjective here."""
    lower, after = stage.lower(index), stage.lower(index + 1)
    vocabulary = stage.vocabulary
    word = stage.words[index]
    if not word.possessive and index + 1 < len(stage.words) and not stage.words[index + 1].glued:
        if after in vocabulary.nouns and index + 1 not in stage.at:
            return after in vocabulary.verbal and _cue(stage, index + 1)
        plain = after.isalpha() and after not in vocabulary.closed and after not in vocabulary.speech
        if lower in vocabulary.adjectival and plain:
            return index + 1 in stage.at and vocabulary.nouns[lower].kind != "other"
    return not (lower in vocabulary.verbal and _verb(stage, index))


def _cue(stage: Scene, index: int) -> bool:
    """Say whether the word at ``index`` looks like a verb of saying after its subject ("officials report that")."""
    before = stage.lower(index - 2)
    return stage.lower(index) in stage.vocabulary.speech and before != "to" and before not in stage.vocabulary.agents


def _verb(stage: Scene, index: int) -> bool:
    """Say whether a noun that is a verb as often is one here: a name, a pronoun or "to" stands right before it."""
    before = stage.lower(index - 1)
    name = stage.at.get(index - 1)
    if _follows_many(stage, index, name):
        return True
    if name is not None and name.name.lower() in load("en", "via")["platforms"]:
        return False
    if name is not None:
        titled = index + 1 in stage.at and stage.vocabulary.nouns[stage.lower(index)].kind == "person"
        return not (titled or name.countries or _determined(stage, name.first) or _owned(stage, name))
    return before in {"to", "not", "will", "would", "can", "could", "may", "might", "must", "should"} or (
        before in stage.vocabulary.pronouns and before not in stage.vocabulary.determiners
    )


def _follows_many(stage: Scene, index: int, name: Phrase | None) -> bool:
    """Say whether several who can speak stand before, and an object behind: "officials suspect a leak", "analysts at X estimate that"."""
    nouns, many = stage.vocabulary.nouns, None
    if nouns[stage.lower(index)].many:
        return False
    if name is None:
        many = index - 1
    elif stage.lower(index + 1) == "that":
        article = stage.lower(name.first - 1) in stage.vocabulary.determiners
        between = name.first - 1 - article
        many = between - 1 if stage.lower(between) in {"at", "of", "in", "from", "with"} else None
    if many is None or many < 0 or not _several(stage, many):
        return False
    after = stage.lower(index + 1)
    object_ = after.isalnum() and after not in stage.vocabulary.speech and after not in _AUXILIARIES
    return object_ and not _determined(stage, many)


def _several(stage: Scene, index: int) -> bool:
    """Say whether a word names several who can speak."""
    found = stage.vocabulary.nouns.get(stage.lower(index))
    return found is not None and (found.many or stage.lower(index) in _CROWDS)


def _determined(stage: Scene, first: int) -> bool:
    """Say whether a determiner stands before the word at ``first``, with modifiers between or not."""
    at = first - 1
    while first - at <= _REACH and stage.lower(at) in stage.vocabulary.modifiers:
        at -= 1
    return stage.lower(at) in stage.vocabulary.determiners


def _owned(stage: Scene, name: Phrase) -> bool:
    """Say whether the name is a possessor."""
    return stage.words[name.last].possessive


def _nominal(stage: Scene, index: int, noun: Noun) -> Phrase | None:
    """Return the description that turns on the noun at ``index``; None for a bare singular ("in government")."""
    apposed = stage.at.get(index + 1)
    named = apposed is not None and not stage.words[index].possessive and _may_name(stage, noun, apposed)
    first, owner = _left(stage, index, named=named)
    opening = stage.lower(first)
    owned = owner is not None and _owned(stage, owner)
    complement, preposition = (None, "") if named else _right(stage, index)
    open_ = noun.many or named or owned or complement is not None or first < index
    if not (open_ or opening in stage.vocabulary.determiners or _stands_bare(stage, index)):
        return None
    words = stage.words[first : index + 1]
    article = opening in _ARTICLES and first < index
    found = Phrase(
        Span(words[0].start, words[-1].end),
        "nominal",
        noun.kind,
        first,
        index,
        stage.text(first + int(article), index),
        head=stage.lower(index),
        family=noun.family,
        definite=opening in _DEFINITE or owned,
        indefinite=opening in _INDEFINITE,
        many=noun.many,
        gender=stage.vocabulary.gender.get(stage.lower(index)),
        role=noun.role,
        modifiers=frozenset(
            word.lower for word in words[int(article) : -1] if not word.capital and not word.possessive
        ),
        marks=_marks(stage, words[int(article) : -1]),
        countries=countries(words, stage.vocabulary),
        owner=_inner(stage, index, noun) or owner,
        complement=complement,
        preposition=preposition,
        nouns={_said(stage, index)},
    )
    found.twin = apposed if named else _named_before(stage, index, noun)
    return found


def _marks(stage: Scene, words: Words) -> frozenset[str]:
    """Return the words before a noun that tell it from others of its kind: "defence", "prosecutor's", but not "senior"."""
    held = (word.lower for word in words if not word.capital)
    return frozenset(word for word in held if word not in _ranks() and word not in stage.vocabulary.determiners)


@cache
def _ranks() -> frozenset[str]:
    """Return the modifiers that say nothing of which one it is."""
    return frozenset(str(load("en", "role")["modifier"]["rank"]["words"]).split())


def _named_before(stage: Scene, index: int, noun: Noun) -> Phrase | None:
    """Return the name right before a noun that says what its bearer is ("the Harbour Post newspaper")."""
    name = stage.at.get(index - 1)
    if name is None or noun.many or noun.family not in _AFTER_NAME or _owned(stage, name):
        return None
    if stage.lower(index) in stage.vocabulary.houses:
        return None
    return name if name.kind in {"organisation", "other"} and not name.many else None


def _may_name(stage: Scene, noun: Noun, name: Phrase) -> bool:
    """Say whether a name right after the noun is its bearer ("news agency Yonhap")."""
    titled = name.description is not None and not _honours(name.description, stage.vocabulary)
    if noun.kind == "other" or noun.many or stage.words[name.first].initial or titled:
        return False
    return name.kind not in {"place", "group"} and not _owned(stage, name)


def _honours(description: str, vocabulary: Vocabulary) -> bool:
    """Say whether words before a name only honour its bearer ("Dr"), and describe nobody."""
    words = description.lower().replace(".", " ").split()
    return all(word in vocabulary.titles and word not in vocabulary.nouns for word in words)


def _left(stage: Scene, index: int, *, named: bool) -> tuple[int, Phrase | None]:
    """Return where the description begins, and the name nearest before its noun.

    With an article or a possessor within reach the phrase begins there; without one it takes in only words that are
    known to stand before such nouns.
    """
    vocabulary = stage.vocabulary
    owner: Phrase | None = None
    sure, at = index, index - 1
    unbroken = True
    while at >= 0 and index - at <= _REACH:
        word, name = stage.words[at], stage.at.get(at)
        if name is not None:
            at = name.first
            sure = at if unbroken else sure
            if owner is None:
                owner = name
            if stage.words[name.last].possessive:
                return (at - 1 if stage.lower(at - 1) == "the" else at), name
        elif word.lower in vocabulary.determiners:
            return (sure if _conjunction(stage, at, index) else at), owner
        elif word.possessive or (word.lower in {"'", "’"} and word.glued and stage.lower(at - 1).endswith("s")):
            return _possessor(stage, at if word.possessive else at - 1), owner
        elif word.lower in vocabulary.nouns and not unbroken:
            # "The survivor carried papers": a noun before words that are neither noun nor modifier ends a phrase.
            break
        elif word.lower in vocabulary.modifiers or word.lower in vocabulary.nouns or word.capital:
            sure = at if unbroken else sure
        elif not word.text[0].isalnum() or word.lower in vocabulary.closed or word.lower in vocabulary.speech:
            break
        else:
            # Before a name any word may describe ("foreign policy chief Ana Oren"), but no verb begins a description.
            unbroken = unbroken and named and not word.lower.endswith(("ed", "ing"))
            sure = at if unbroken else sure
        at -= 1
    return sure, owner if owner is not None and owner.first >= sure else None


def _conjunction(stage: Scene, at: int, index: int) -> bool:
    """Say whether "that" before a noun joins a clause: before a plural, a name, or after anything but a preposition."""
    if stage.lower(at) != "that":
        return False
    noun = stage.vocabulary.nouns[stage.lower(index)]
    return noun.many or at == 0 or stage.lower(at - 1) not in stage.vocabulary.closed


def _possessor(stage: Scene, at: int) -> int:
    """Return where a possessor that is no name begins ("the company's spokesman")."""
    for first in range(at - 1, max(-1, at - 4), -1):
        if stage.lower(first) in stage.vocabulary.determiners:
            return first
        if not stage.words[first].text[0].isalpha() or stage.lower(first) in stage.vocabulary.closed:
            break
    return at


def _right(stage: Scene, index: int) -> tuple[int | None, str]:
    """Return where the words begin that say whose it is, and the preposition before them; None and "" without any."""
    if stage.words[index].possessive:
        return None, ""
    at = index + 1
    if stage.lower(at) in _ISSUED and stage.lower(at + 1) in _ISSUED_BY:
        at += 1
    elif stage.lower(at) not in _OF:
        return None, ""
    follows = stage.lower(at + 1) in stage.vocabulary.determiners or (
        at + 1 < len(stage.words) and stage.words[at + 1].capital
    )
    return (at + 1, stage.lower(at)) if follows else (None, "")


def _stands_bare(stage: Scene, index: int) -> bool:
    """Say whether a singular without an article may stand here: a mass noun, a title, the head of a sentence."""
    word = stage.words[index]
    return word.initial or word.text[0].isupper() or word.lower in _MASS or stage.lower(index - 1) == ","


def _inner(stage: Scene, index: int, noun: Noun) -> Phrase | None:
    """Return the body inside the words before the noun for which it speaks ("defence ministry spokesman")."""
    before = stage.vocabulary.nouns.get(stage.lower(index - 1))
    if (
        before is None
        or _compound(stage, index) is not None
        or index - 1 in stage.at
        or before.kind != "organisation"
        or not (noun.kind == "other" or noun.family == "speaker")
    ):
        return None
    return _nominal(stage, index - 1, before)
