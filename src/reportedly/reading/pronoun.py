"""Pronouns that stand for somebody or something named before."""

from collections.abc import Iterator

from reportedly.model import Span
from reportedly.reading.phrase import Phrase
from reportedly.reading.vocabulary import Vocabulary
from reportedly.reading.word import Words

_OWNING = frozenset({"his", "its", "their", "my", "our", "whose"})
_KINDS = {"male": "person", "female": "person", "thing": "organisation", "many": "group", "speaker": "person"}


def pronouns(words: Words, vocabulary: Vocabulary) -> Iterator[Phrase]:
    """Find the pronouns of one sentence, in text order.

    "that" and "this" are left out: they take up clauses as often as things.
    """
    for index, word in enumerate(words):
        gender = vocabulary.pronouns.get(word.lower)
        if gender is None or (word.text.isupper() and len(word.text) > 1):
            continue
        yield Phrase(
            Span(word.start, word.end),
            "pronoun",
            _KINDS.get(gender, "other"),  # type: ignore[arg-type]
            index,
            index,
            word.text,
            head=word.lower,
            gender=gender,
            many=gender == "many",
            definite=word.lower in _OWNING,
        )
