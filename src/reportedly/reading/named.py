"""Names that another reader than the rules has found, and how the mentions take them up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model import Kind, Span
from reportedly.reading.name import named_by
from reportedly.reading.phrase import Phrase
from reportedly.reading.vocabulary import Vocabulary
from reportedly.reading.word import Words

_ARTICLES = frozenset(("the", "a", "an"))


@dataclass(frozen=True, slots=True)
class Named:
    """A name, by its characters.

    Attributes:
        span: The words.
        kind: What they name.
    """

    span: Span
    kind: Kind


def taken_up(theirs: Sequence[Named], ours: Sequence[Phrase], words: Words, known: Vocabulary) -> list[Phrase]:
    """Return the names of one sentence: the other reader's, and of ours those that touch none of theirs.

    Args:
        theirs: Names that the other reader found inside the sentence, disjoint.
        ours: Names that the rules found.
        words: The sentence.
        known: Its language.

    Returns:
        In text order. Where both find the same words ours stays, which knows titles and roles, with their kind.
    """
    found = [*_phrases(theirs, words, known)]
    same = {(one.first, one.last): one for one in ours}
    kept = []
    for one in found:
        own = same.get((one.first, one.last))
        if own is not None:
            own.kind = one.kind if one.kind != "other" else own.kind
        kept.append(own or one)
    free = [one for one in ours if not any(one.first <= other.last and other.first <= one.last for other in found)]
    return sorted([*kept, *free], key=lambda one: one.first)


def _phrases(theirs: Sequence[Named], words: Words, known: Vocabulary) -> Iterator[Phrase]:
    """Yield a phrase for each of their names, without the article before it."""
    for one in theirs:
        inside = [at for at, word in enumerate(words) if one.span.start < word.after and word.start < one.span.end]
        while inside and words[inside[0]].lower in _ARTICLES:
            del inside[0]
        if inside and words[inside[0]].text[0].isalnum():
            yield named_by(words, inside[0], inside[-1] + 1, one.kind, known)
