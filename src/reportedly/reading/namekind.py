"""What a name names, by its own words and by those beside it."""

from dataclasses import dataclass

from reportedly.model import Kind
from reportedly.reading.phrase import national
from reportedly.reading.vocabulary import Known, Vocabulary
from reportedly.reading.word import Words

_ACRONYM = range(2, 7)
_LONGEST_PERSON = 4


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words that names something: ``words[first:last]``."""

    words: Words
    first: int
    last: int
    known: Known | None = None


def headed_kind(run: Run, vocabulary: Vocabulary) -> Kind | None:
    """Return what the run's head noun says it is; None when it has none."""
    words = run.words[run.first : run.last]
    stop = next((at for at, word in enumerate(words) if word.lower in {"of", "for", "on"}), len(words))
    head = words[stop - 1].lower
    if head in vocabulary.heads and not (stop == 1 and len(words) == 1 and not _article(run)):
        return "organisation"
    if any(word.lower in vocabulary.heads and word.lower not in vocabulary.titles for word in words[: stop - 1]) and (
        stop < len(words)
    ):
        return "organisation"
    named = any(word.lower in vocabulary.titles for word in words)
    if words[0].lower in vocabulary.mastheads and len(words) > 1 and not named:
        return "organisation"
    mount = words[0].lower in vocabulary.before and not national(words, 0, vocabulary)
    return "place" if len(words) > 1 and not named and (head in vocabulary.places or mount) else None


def _article(run: Run) -> bool:
    """Say whether an article or a possessor stands before the run."""
    return run.first > 0 and (
        run.words[run.first - 1].lower in {"the", "a", "an"} or run.words[run.first - 1].possessive
    )


def role_of(run: Run, vocabulary: Vocabulary) -> str | None:
    """Return the kind of source that the nouns of an organisation's name make.

    The noun it turns on decides ("Army Radio" is an outlet), but spies and soldiers colour a body of the state.
    """
    words = [word.lower for word in run.words[run.first : run.last]]
    if words[0] in vocabulary.mastheads and len(words) > 1:
        return "outlet"
    stop = next((at for at, word in enumerate(words) if word in {"of", "for", "on"}), len(words))
    own = vocabulary.heads.get("-".join(words[max(0, stop - 2) : stop])) or vocabulary.heads.get(words[stop - 1])
    roles = [vocabulary.heads[word] for word in words if word in vocabulary.heads]
    if "intelligence" in roles and own in {None, "official", "organisation"}:
        return "intelligence"
    if "military" in roles and own == "official":
        return "military"
    return own or next(iter(roles), None)


def kind_of(run: Run, first: int, vocabulary: Vocabulary) -> Kind:
    """Guess what a name without head noun or title names."""
    words = run.words[first : run.last]
    plain = [word for word in words if word.lower in vocabulary.common]
    if words[0].text[0] == "@" or words[0].lower in vocabulary.given:
        return "person"
    if len(words) == 1:
        return _single(run, vocabulary)
    length = sum(word.text[0].isalnum() for word in words)
    if not plain and length <= _LONGEST_PERSON and not national(run.words, first, vocabulary):
        return "person"
    return "organisation" if any(word.lower in {"of", "for", "&"} for word in words) else "other"


def _single(run: Run, vocabulary: Vocabulary) -> Kind:
    """Guess what one word alone names, by its letters and its neighbours."""
    word = run.words[run.first]
    before = run.words[run.first - 1].lower if run.first else ""
    after = run.words[run.last].lower if run.last < len(run.words) else ""
    if _dateline(run, vocabulary):
        return "place"
    if word.text.isupper() and len(word.text) in _ACRONYM:
        return "organisation"
    if before in vocabulary.near or after in vocabulary.places:
        return "place"
    return "other"


def _dateline(run: Run, vocabulary: Vocabulary) -> bool:
    """Say whether the word stands where agencies put the place they write from ("COTONOU, Dec 2 (MNA) –")."""
    words, at = run.words, run.last
    if run.first or not words[0].text.isupper() or at + 1 >= len(words):
        return False
    return words[at].text == "(" or (words[at].text == "," and words[at + 1].lower in vocabulary.calendar)
