"""What kind of source an office makes: a chief of police is an official, a finance chief is not."""

from collections.abc import Sequence

from reportedly.reading.phrase import Phrase
from reportedly.reading.vocabulary import Noun, Vocabulary

_OFFICES = frozenset(("leader", "official", "speaker", "soldier"))
_BODIES = frozenset(("ministry", "agency", "parliament"))
_STATE = frozenset(("official", "military", "intelligence"))


def titled(words: Sequence[str], vocabulary: Vocabulary, *, tied: bool) -> str | None:
    """Return the kind of source that the titles before a person's name make; None when none tells.

    Args:
        words: The titles in small letters. The last one that is an office decides, but "general" behind another does not.
        vocabulary: The words of the language.
        tied: Whether a country stands among them.
    """
    offices = [
        at for at, word in enumerate(words) if word in vocabulary.nouns and vocabulary.nouns[word].kind == "person"
    ]
    if len(offices) > 1 and words[offices[-1]] == "general":
        offices.pop()
    if not offices:
        return None
    return office(vocabulary.nouns[words[offices[-1]]], words[: offices[-1]], None, vocabulary, tied=tied)


def office(noun: Noun, before: Sequence[str], owner: Phrase | None, vocabulary: Vocabulary, *, tied: bool) -> str:
    """Return the kind of source that the bearer of an office makes.

    Args:
        noun: What it is called.
        before: The words before it in small letters; the nearest one that tells decides.
        owner: Whose the bearer is; None when nothing tells.
        vocabulary: The words of the language.
        tied: Whether it is a country's.

    Returns:
        The noun's own kind where neither the words before it nor its owner tell more.
    """
    if noun.family in _BODIES and owner is not None and owner.kind == "organisation" and owner.role == "organisation":
        # The rights office of the United Nations is no state's.
        return "organisation"
    if noun.family not in _OFFICES:
        return noun.role
    tint = next((vocabulary.tints[word] for word in reversed(before) if word in vocabulary.tints), None)
    if tint is None and owner is not None and owner.form != "pronoun":
        tint = "official" if owner.kind in {"place", "group"} else owner.role or "organisation"
    if tint is None:
        return "official" if tied and noun.family == "leader" else noun.role
    if tint in _STATE:
        return tint
    # Whoever leads a firm speaks as a person; its officials and spokesmen speak for it.
    return "person" if noun.family in {"leader", "soldier"} else "organisation"
