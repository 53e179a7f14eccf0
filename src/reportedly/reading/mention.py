"""Names, descriptions and pronouns, and whom they mean."""

from collections.abc import Iterator, Sequence

from reportedly.model import Entity, Mention, Report
from reportedly.reading.apposition import apposed
from reportedly.reading.entity import gathered
from reportedly.reading.layer import Layer
from reportedly.reading.name import names
from reportedly.reading.named import Named, taken_up
from reportedly.reading.nominal import Scene, nominals, scene
from reportedly.reading.office import office
from reportedly.reading.phrase import Phrase
from reportedly.reading.pronoun import pronouns
from reportedly.reading.vocabulary import Noun, Vocabulary, vocabulary
from reportedly.reading.word import Words, worded

_TOLD = "told"
_PREPOSITIONS = frozenset(
    (_TOLD, "of", "in", "on", "at", "by", "for", "with", "from", "to", "against", "about", "between")
)
_DASHES = frozenset(("-", "–", "—"))
# How far into a sentence the agency of a dateline begins at most, in words.
_DATELINE = 10
_PARTS = frozenset(("night", "week", "month", "year", "morning", "evening"))
_ADVERBS = frozenset(
    ("yesterday", "today", "also", "later", "earlier", "then", "already", "again", "previously", "initially")
)
_CITING = frozenset(("citing", "quoting"))
_OF_PERSONS = frozenset(("who", "whom", "whose"))
_AUXILIARIES = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "did",
        "does",
        "do",
        "could",
        "can",
        "may",
        "might",
    ]
)


def mentions(report: Report) -> Iterator[Mention | Entity]:
    """Find who and what the report speaks of, and gather it.

    Args:
        report: Needs Token and Sentence; the names of another reader are taken up where there is a layer Named.

    Yields:
        A Mention for each name, description that can name a source, and personal pronoun, in text order (a possessor
        stands inside the phrase it belongs to); then every Entity in order of first mention. Pronouns of the speaker
        ("we") and those that nobody fits have no entity.

    Raises:
        LanguageNotSupported: A table of words is missing for English.
    """
    words = vocabulary("en")
    theirs = Layer(report.of(Named))
    phrases = [
        phrase
        for number, (where, sentence) in enumerate(worded(report, words))
        for phrase in _phrases(sentence, number, words, list(theirs.inside(where.span)))
    ]
    of, entities = gathered(phrases, words)
    for phrase in phrases:
        entity = of.get(id(phrase))
        kind = entity.kind if entity is not None else phrase.kind
        yield Mention(phrase.span, kind, entity.id if entity else None, phrase.form)
    yield from entities


def _phrases(words: Words, number: int, known: Vocabulary, theirs: Sequence[Named]) -> list[Phrase]:
    """Return the phrases of one sentence in text order, tied to one another."""
    named = taken_up(theirs, list(names(words, known)), words, known)
    stage = scene(words, named, known)
    found = sorted([*named, *nominals(stage), *pronouns(words, known)], key=lambda one: (one.first, -one.last))
    apposed(stage, found)
    described = {id(one.twin) for one in found}
    for one in found:
        one.sentence = number
        if one.form == "nominal" and one.role is not None:
            noun = Noun(one.kind, one.family, one.role)
            one.role = office(noun, _before(stage, one), one.owner, known, tied=bool(one.countries))
        _placed(stage, one, described=one.twin is not None or id(one) in described)
    _related(stage, found)
    return sorted(found, key=lambda one: (one.span.start, -one.span.end))


def _behind(stage: Scene, at: int) -> int:
    """Return where the word behind a phrase stands, past a day or an adverb of time: "Kesta last night dismissed"."""
    first, second = stage.lower(at), stage.lower(at + 1)
    days = stage.vocabulary.calendar
    if (first == "on" and second in days) or (first in {"last", "this"} and (second in days or second in _PARTS)):
        return at + 2
    return at + 1 if first in days or first in _ADVERBS else at


def _before(stage: Scene, one: Phrase) -> list[str]:
    """Return the words of a description before its noun, in small letters."""
    words = [word.lower for word in stage.words[one.first : one.last + 1]]
    return words[: words.index(one.head)] if one.head in words else []


def _placed(stage: Scene, one: Phrase, *, described: bool) -> None:
    """Note whether a phrase is the source of something or the subject of a verb, by the words beside it."""
    speech = stage.vocabulary.speech
    behind = _behind(stage, one.last + 1)
    after, then = stage.lower(behind), stage.lower(behind + 1)
    before = stage.lower(one.first - 1)
    agent = _agent(stage, one.first) or (before == "to" and stage.lower(one.first - 2) == "according")
    parted = after == "," and ((then in speech and described) or then in _CITING)
    one.speaks = after in speech or (after in _AUXILIARIES and then in speech) or before in speech or agent or parted
    one.subject = one.speaks or after in _AUXILIARIES or after.endswith("ed")
    first = one.first - int(before in {"the", "a", "an"})
    # A dateline says where the report was written, and by whom in brackets.
    dateline = one.form == "name" and not one.first and one.kind == "place" and one.name.isupper()
    dateline = dateline or (before == "(" and after == ")")
    if (
        before == "("
        and after == ")"
        and then in _DASHES
        and one.first <= _DATELINE
        and one.kind in {"other", "organisation"}
    ):
        # "March 3 (Kesta) -": the agency that wrote it.
        one.kind, one.role = "organisation", "agency"
    one.oblique = dateline or (
        not agent and (stage.words[one.last].possessive or stage.lower(first - 1) in _PREPOSITIONS)
    )
    if one.twin is not None:
        one.twin.speaks = one.twin.speaks or one.speaks
        one.twin.subject = one.twin.subject or one.subject


def _agent(stage: Scene, first: int) -> bool:
    """Say whether what begins at a word is whoever speaks by the word before it: "said by X", but not "a silo run by X"."""
    before = stage.lower(first - 1)
    if before in {"the", "a", "an"}:
        first, before = first - 1, stage.lower(first - 2)
    if before not in stage.vocabulary.agents or before == _TOLD:
        return False
    nouns, verb = stage.vocabulary.nouns, stage.lower(first - 2)
    document = verb in nouns and nouns[verb].kind == "other"
    return before != "by" or document or verb in stage.vocabulary.speech or not verb.endswith("ed")


def _related(stage: Scene, found: Sequence[Phrase]) -> None:
    """Tie each relative pronoun to the widest phrase that ends right before it, and "its spokesman" to "its"."""
    owning = {one.first: one for one in found if one.form == "pronoun" and one.definite}
    for one in found:
        if one.form == "nominal" and one.owner is None and one.family == "speaker":
            one.owner = owning.get(one.first)
    ends: dict[int, Phrase] = {}
    for one in found:
        if one.gender == "relative":
            before = one.first - 1
            one.twin = ends.get(before) or (ends.get(before - 1) if stage.lower(before) == "," else None)
            _shown(one)
        else:
            ends.setdefault(one.last, one)


def _shown(relative: Phrase) -> None:
    """Note that a name of unknown kind is a person's where "who", "whom" or "whose" takes it up."""
    if relative.head in _OF_PERSONS and relative.twin is not None and relative.twin.form == "name":
        relative.twin.kind = "person" if relative.twin.kind == "other" else relative.twin.kind
        relative.twin.guessed = False
