"""A stretch of words that refers to somebody or something, before it is known to whom."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from reportedly.model import Kind, Span
from reportedly.reading.vocabulary import Vocabulary
from reportedly.reading.word import Word


@dataclass(slots=True, eq=False)
class Phrase:
    """One mention in the making; the finders fill it in, and gathering reads it.

    Attributes:
        span: The words, article and title included.
        form: As `Mention.form`.
        kind: As `Mention.kind`; "other" when nothing tells.
        first: Index of its first word in the sentence.
        last: Index of its last word.
        name: The bare name; for a nominal its words without article.
        head: The common noun that it turns on, in small letters; "" for a bare name.
        family: Row of `role.toml` that ``head`` stands in; "" for none.
        description: Title or role that stands with a name; None when none does.
        definite: Whether it takes up something known ("the agency").
        indefinite: Whether it brings in something new ("a daily").
        many: Whether it is a plural.
        gender: "male", "female", or as in `pronoun.toml`; None when not told.
        role: Kind of source it makes; None when nothing tells.
        modifiers: Words between article and noun in small letters, without names.
        marks: Those of them, and words of a name beside its noun, that tell it from others of its kind ("defence" ministry).
        guessed: Whether nothing but its letters tells that a name is a person's.
        countries: Countries it is tied to, by canonical name, and other places by the first letters of their names.
        twin: A phrase beside it that means the same ("the head of the centre, Andriy Kovalenko").
        owner: Whose it is: the issuer of a statement, the employer of a spokesman.
        complement: Index of the word after "of", "for" or "from" behind the noun; None when none follows.
        preposition: That word, in small letters.
        sentence: Number of the sentence.
        speaks: Whether a word of saying stands beside it.
        subject: Whether a verb seems to follow.
        oblique: Whether a preposition stands before it or it owns what follows: the sentence is hardly about it.
    """

    span: Span
    form: Literal["name", "nominal", "pronoun"]
    kind: Kind
    first: int
    last: int
    name: str
    head: str = ""
    family: str = ""
    description: str | None = None
    definite: bool = False
    indefinite: bool = False
    many: bool = False
    gender: str | None = None
    role: str | None = None
    modifiers: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    guessed: bool = False
    countries: frozenset[str] = frozenset()
    twin: "Phrase | None" = None
    owner: "Phrase | None" = None
    complement: int | None = None
    preposition: str = ""
    sentence: int = 0
    speaks: bool = False
    subject: bool = False
    oblique: bool = False
    nouns: set[str] = field(default_factory=set)


_ADJECTIVAL = ("an", "ish", "ese")
_STEM = 5


def countries(words: Sequence[Word], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the countries that the words name or whose people they name.

    A name that nobody knows but that is formed as a nationality is, or that owns what follows, counts by its first
    letters: "Velmora's" and "Velmoran" are one.
    """
    found: set[str] = set()
    at = 0
    while at < len(words):
        length = national(words, at, vocabulary)
        word = words[at]
        if not length and _national_looking(word, vocabulary):
            found.add(word.lower[:_STEM])
        elif length:
            key = spelled(words[at : at + length])
            found.add(vocabulary.demonyms.get(key) or vocabulary.countries.get(key, ""))
        at += length or 1
    return frozenset(filter(None, found))


def _national_looking(word: Word, vocabulary: Vocabulary) -> bool:
    """Say whether an unknown name owns what follows or is formed as nationalities are."""
    if not word.capital or not (word.possessive or word.lower.endswith(_ADJECTIVAL)):
        return False
    return word.lower not in vocabulary.common and word.lower not in vocabulary.given


def spelled(words: Sequence[Word]) -> str:
    """Return words in small letters as one name, a possessive ending inside it kept and one at its end left out."""
    return " ".join((*(word.inner for word in words[:-1]), words[-1].lower))


def national(words: Sequence[Word], at: int, vocabulary: Vocabulary) -> int:
    """Return how many words from ``at`` on are a country or a demonym; 0 for none."""
    if not words[at].capital:
        return 0
    for length in (5, 3, 2, 1):
        if at + length <= len(words):
            key = spelled(words[at : at + length])
            if key in vocabulary.demonyms:
                return length
            known = vocabulary.known.get(key)
            if known and known.kind == "place" and known.exact in {None, words[at].text}:
                return length
    return 0
