"""What happened, who did it to whom: triggers from the lexicon, actors by where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.lexicon import load
from reportedly.model import Attribution, Event, Mention, Place, Report, Sentence, Span, Spans, Timex, Token
from reportedly.reading.happened import Happened
from reportedly.reading.layer import Layer, M
from reportedly.reading.placeword import place_words

_VOWELS = "aeiou"
_BE = frozenset({"be", "been", "being", "am", "is", "are", "was", "were", "get", "gets", "got", "'s"})
_TOWARDS = frozenset({"on", "against", "of", "at", "over"})
# Words between a form of "be" and its participle ("have been badly and repeatedly beaten").
_BETWEEN = 3
# Words an actor may stand away from its trigger, and how far into a phrase its head reaches.
_REACH = 12
_OWNED = re.compile(r"['’]s?\s+")
_LAST_WORD = re.compile(r"(\w+)\s+(?:the\s+)?$")
_LONGEST_PREPOSITION = 20
_LONGEST_PHRASE = 3
# In a headline in capitals nearly every long word has one, and no stop ends it; in running text few do.
_TITLE_SHARE = 0.7
_SHORT = 4


def events(report: Report) -> Iterator[Event]:
    """Find the words that name events, with who did it, to whom, where and when.

    Args:
        report: Needs Token, Sentence, Mention, Timex, Place and Attribution; a layer that is empty leaves the fields empty.

    Yields:
        An Event for each trigger of the lexicon that is no part of a name, in text order, ids "V1", "V2", ….

    Raises:
        LanguageNotSupported: There are no event words for English in the lexicon.
    """
    tokens = Layer(report.of(Token))
    layers = (Layer(report.of(Mention)), Layer(report.of(Place)))
    happened = Happened(report.of(Timex), report.of(Attribution))
    number = 0
    for sentence in report.of(Sentence):
        words = _Words.of(report.text, sentence.span, tuple(tokens.inside(sentence.span)), layers)
        for start, end, term in _triggers(words):
            number += 1
            yield _event(f"V{number}", words, (start, end), term, happened)


_Layers = tuple[Layer[Mention], Layer[Place]]


@dataclass(frozen=True, slots=True)
class _Words:
    """One sentence with the layers that stand behind it.

    Attributes:
        text: The report's text.
        span: The sentence.
        tokens: The sentence's words and marks.
        mentions: Who is named or meant, in the whole report.
        places: Where, in the whole report.
        titled: Nearly all its words have capitals, so that a capital tells nothing.
        named: Positions in ``tokens`` that belong to a proper name.
    """

    text: str
    span: Span
    tokens: tuple[Token, ...]
    mentions: Layer[Mention]
    places: Layer[Place]
    titled: bool
    named: frozenset[int]

    @staticmethod
    def of(text: str, span: Span, tokens: tuple[Token, ...], layers: _Layers) -> "_Words":
        """Look at the sentence's capitals and names once."""
        mentions, places = layers
        long = [token.span.cut(text) for token in tokens if len(token.span) >= _SHORT]
        stopped = bool(tokens) and tokens[-1].lower == "."
        titled = not stopped and sum(word[0].isupper() for word in long) >= _TITLE_SHARE * len(long)
        names = [one.span for one in mentions.inside(span) if one.form == "name"]
        inside = Layer(_Numbered(token.span, at) for at, token in enumerate(tokens))
        named = frozenset(word.number for name in names for word in inside.inside(name))
        return _Words(text, span, tokens, mentions, places, titled, named)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A word of a sentence by its number."""

    span: Span
    number: int


@dataclass(frozen=True, slots=True)
class _Term:
    """What one form of a word names.

    Attributes:
        type: PLOVER event type.
        noun: It is a noun ("attack on"), or may be one.
        participle: It is a form that the passive takes.
        passive: It is said of those it was done to ("came under fire").
        transitive: Without an object after it, the participle is a passive ("five men killed in the blast").
    """

    type: str
    noun: bool = False
    participle: bool = False
    transitive: bool = False
    passive: bool = False


def _triggers(words: _Words) -> Iterator[tuple[int, int, _Term]]:
    """Yield the first and one past the last token of each trigger, with what it names."""
    table, at = _table(), 0
    while at < len(words.tokens):
        length, term = _longest(table, words.tokens, at)
        if term is not None and term.type != "none" and not _in_name(words, at):
            yield at, at + length, term
        at += length


def _longest(table: dict[str, _Term], tokens: tuple[Token, ...], at: int) -> tuple[int, _Term | None]:
    """Return how many tokens from ``at`` make the longest term, and the term; one and None when there is none."""
    for length in range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1):
        term = table.get(" ".join(token.lower for token in tokens[at : at + length]))
        if term is not None:
            return length, term
    return 1, None


def _in_name(words: _Words, at: int) -> bool:
    """Say whether the word at ``at`` is part of a proper name."""
    word = words.tokens[at].span.cut(words.text)
    if at in words.named and word[0].isupper():
        return True
    return at > 0 and word[0].isupper() and not words.titled and words.tokens[at - 1].lower.isalpha()


def _event(id_: str, words: _Words, at: tuple[int, int], term: _Term, happened: Happened) -> Event:
    """Return the event of one trigger."""
    trigger = Span(words.tokens[at[0]].span.start, words.tokens[at[1] - 1].span.end)
    before, after = _before(words, at[0]), _after(words, at[1])
    agents, patients = _roles(words, at, term, (before, after))
    place, time = _nearest(words.places, trigger, words.span), happened.when(trigger, words.span)
    place = _inner(words, place) if place is not None else None
    return Event(id_, trigger, term.type, agents, patients, place, time)


def _roles(words: _Words, at: tuple[int, int], term: _Term, sides: tuple[Spans, Spans]) -> tuple[Spans, Spans]:
    """Return who did it and to whom it was done, from the mentions before and after the trigger."""
    before, after = sides
    following = words.tokens[at[1]].lower if at[1] < len(words.tokens) else ""
    if following == "by":
        return after, before
    if term.passive:
        return (), before
    if term.participle and (_passive(words.tokens, at[0]) or (term.transitive and not after)):
        return (), before
    if term.noun:
        return before, (after if following in _TOWARDS else ())
    return before, after


def _passive(tokens: tuple[Token, ...], at: int) -> bool:
    """Say whether a form of "be" stands shortly before."""
    return any(token.lower in _BE for token in tokens[max(0, at - _BETWEEN) : at])


def _before(words: _Words, at: int) -> Spans:
    """Return the nearest mention before a word, with those joined to it by "and"."""
    if not at:
        return ()
    near = Span(words.tokens[max(0, at - _REACH)].span.start, words.tokens[at - 1].span.end)
    return tuple(reversed(tuple(_joined(words.text, _actors(words, near)[::-1]))))


def _after(words: _Words, at: int) -> Spans:
    """Return the nearest mention after a word, with those joined to it by "and"."""
    if at >= len(words.tokens):
        return ()
    far = words.tokens[min(len(words.tokens) - 1, at + _REACH)].span.end
    return tuple(_joined(words.text, _actors(words, Span(words.tokens[at].span.start, far))))


def _actors(words: _Words, near: Span) -> list[Span]:
    """Return the mentions in a stretch that may act: who is named, but not where ("in Seoul")."""
    return [one.span for one in words.mentions.inside(near) if not _where(words, one)]


def _where(words: _Words, mention: Mention) -> bool:
    """Say whether the mention names a place after a preposition, whatever it was taken for."""
    located = mention.kind == "place" or words.places.starts(mention.span.start)
    before = _LAST_WORD.search(
        words.text, max(words.span.start, mention.span.start - _LONGEST_PREPOSITION), mention.span.start
    )
    return located and before is not None and before[1].lower() in place_words("en").prepositions


def _joined(text: str, spans: list[Span]) -> Iterator[Span]:
    """Yield the first span and each next one as long as only a conjunction stands between."""
    last = None
    for span in spans:
        if last is not None:
            between = text[min(last.end, span.end) : max(last.start, span.start)]
            if not re.fullmatch(r"\s*(?:and|,\s*and|as well as)\s*(?:the\s+)?", between):
                return
        yield span
        last = span


def _nearest(marks: Layer[M], trigger: Span, sentence: Span) -> Span | None:
    """Return the mark closest to the trigger in its sentence, of two as close the later; None when there is none."""
    near = [one.span for one in marks.beside(trigger) if sentence.contains(one.span)]
    return min(near, key=lambda span: abs(span.start - trigger.start), default=None)


def _inner(words: _Words, place: Span) -> Span:
    """Return the place that belongs to ``place`` where one follows: the Kursk region in "Russia's Kursk region"."""
    following = next((one.span for one in words.places.beside(place) if one.span.start >= place.end), None)
    if following is not None and _OWNED.fullmatch(words.text, place.end, following.start):
        return following
    return place


@cache
def _table() -> dict[str, _Term]:
    """Return what each form of each word of the lexicon names."""
    rows = load("en", "event")
    table: dict[str, _Term] = {}
    for word, row in rows["nouns"].items():
        for form in (word, _plural(word)) if row.get("plural", True) else (word,):
            table[form] = _Term(row["type"], noun=True)
    for word, row in rows["verbs"].items():
        for form in _forms(word, row):
            noun = row.get("noun", False) and form in {word, _plural(word)}
            participle = not form.endswith(("ing", "s")) and form != word
            table.setdefault(form, _Term(row["type"], noun, participle, row.get("object", False)))
    return table | {
        phrase: _Term(row["type"], passive=row.get("passive", False)) for phrase, row in rows["phrases"].items()
    }


def _forms(word: str, row: Any) -> Iterator[str]:
    """Yield a verb's forms."""
    yield from row.get("forms", ())
    if row.get("only_forms"):
        return
    stem = word + word[-1] if row.get("double") else word.removesuffix("e")
    yield word
    yield _plural(word)
    yield stem + "ing"
    if not row.get("forms"):
        yield word[:-1] + "ied" if _y_after_consonant(word) else stem + "ed"


def _plural(word: str) -> str:
    """Return the form in -s."""
    if _y_after_consonant(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _y_after_consonant(word: str) -> bool:
    """Say whether the word ends in a y that becomes an i."""
    return word.endswith("y") and word[-2:-1] not in _VOWELS
