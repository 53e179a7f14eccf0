"""Who does a deed to whom, as far as the order of words tells it."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from reportedly.reconciling.contrary import alike
from reportedly.reconciling.grammar import closed
from reportedly.reconciling.word import Word, countries, deeds, familiar, worded

# Who does these suffers them.
_SUFFERED = frozenset({"die", "dies", "died", "perished", "drowned", "collapsed", "sank", "starved"})
_BY, _OF = frozenset({"by"}), frozenset({"of"})
# Deeds of two sides alike: who is named first has not done it to the other.
_MUTUAL = frozenset({"fight", "meet", "agree", "cooperate", "crash", "marry", "talk"})
# Words in common from which two texts are about the same: who and whom.
_SHARED = 2
_REMEMBERED = 8192


def turned(left: str, right: str) -> bool:
    """Say whether the two parts give one deed with its doer and its sufferer exchanged."""
    one, two = roles(left), roles(right)
    for deed in one.keys() & two.keys() - _MUTUAL:
        (agents, patients), (others, sufferers) = one[deed], two[deed]
        # What stands on both sides of one deed ("troops attacked troops") tells nothing.
        first, second = agents - patients, others - sufferers
        if first & sufferers and second & patients and not first & second:
            return True
        # Two armies that have changed places are "army" on both sides of the deed: there the names tell.
        names = _parties(left) & _parties(right)
        if first & sufferers & names and second & patients & names and not first & second & names:
            return True
    return _swapped(left, right)


@lru_cache(maxsize=_REMEMBERED)
def _told(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return what a text says, and those of its words that are what is done: those that can be a verb by form or place."""
    held = worded(text)
    every = frozenset(word.term for word in held if word.weight)
    return every, frozenset(word.term for at, word in enumerate(held) if word.weight and _done(held, at))


def _done(held: Sequence[Word], at: int) -> bool:
    """Say whether the word at one place can be what is done: it follows somebody or something, and no word that leads in a noun."""
    word = held[at]
    if not at or word.name or held[at - 1].lower in closed("D") | closed("P"):
        return False
    if _verb(word):
        return True
    # "The zoo bought the lion", "the river froze near Lhund": what stands before a determiner or a preposition, after a noun.
    after = held[at + 1].lower if at + 1 < len(held) else ""
    return bool(held[at - 1].weight) and (after in closed("D") or after in closed("P") or not after)


def redone(left: str, right: str) -> bool:
    """Say whether two texts say the same of the same but for one deed: "the zoo bought the lion", "the zoo shot the lion".

    Words that the lexicon has for one deed count as one. A text that has further words of its own, or
    another order, is a rewording, which may put the deed by a word that the lexicon does not have.
    """
    (one, mine), (two, other) = _told(left), _told(right)
    first, second = one - two, two - one
    if not len(first) == len(second) == 1 or not (first <= mine and second <= other) or len(one & two) < _SHARED:
        return False
    if alike(*first, *second):
        return False
    return [None if term in first else term for term in _sequence(left)] == [
        None if term in second else term for term in _sequence(right)
    ]


def _sequence(text: str) -> list[str]:
    """Return what the words of a text are compared by, in order."""
    return [word.term for word in worded(text) if word.weight]


def _swapped(left: str, right: str) -> bool:
    """Say whether two names have changed places around the same words: "Ostel beat Velmora", "Velmora beat Ostel"."""
    one, two = _between(left), _between(right)
    return any(
        deed and not deed & _MUTUAL and two.get((after, before)) == deed for (before, after), deed in one.items()
    )


@lru_cache(maxsize=_REMEMBERED)
def _between(text: str) -> Mapping[tuple[str, str], frozenset[str]]:
    """Return for each two names that follow each other the words between them; nothing of a text with a "by"."""
    held = [word for word in worded(text) if word.term or word.lower in _BY]
    if any(word.lower in _BY for word in held):
        return {}
    parties = _parties(text)
    places = [at for at, word in enumerate(held) if word.term in parties]
    return {
        (held[one].term, held[two].term): frozenset(word.term for word in held[one + 1 : two])
        for one, two in pairwise(places)
    }


@lru_cache(maxsize=_REMEMBERED)
def _parties(text: str) -> frozenset[str]:
    """Return the names in a text that can be who does something or has it done to them: none that a preposition leads in."""
    found: set[str] = set()
    led = False
    before = ""
    for word in worded(text):
        if word.lower in closed("P") - _BY - _OF:
            led = True
        elif _verb(word) or (word.lower in closed("D") and before not in closed("P")):
            led = False
        if not led and _naming(word):
            found.add(word.term)
        before = word.lower
    return frozenset(found)


def _naming(word: Word) -> bool:
    """Say whether a word names somebody or a people; at the head of a text, where every word has a capital, a rare one does."""
    return (
        word.name or word.term in countries() or (word.start == 0 and word.weight == 1 and word.term not in familiar())
    )


def _verb(word: Word) -> bool:
    """Say whether a word can be what is done."""
    return word.term in deeds() or word.lower in closed("V") or (word.lower.endswith("ed") and not word.name)


@lru_cache(maxsize=_REMEMBERED)
def roles(text: str) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Return who does each deed of a text and to whom, by the words before and after its first mention."""
    held = worded(text)
    found: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for at, word in enumerate(held):
        # "The hospital" is nobody's deed, though to be treated is.
        if _verb(word) and word.term not in found and not (at and held[at - 1].lower in closed("D")):
            found[word.term] = _sided(held, at)
    return found


def _sided(held: Sequence[Word], at: int) -> tuple[frozenset[str], frozenset[str]]:
    """Return who does the deed at one place and to whom; a passive has them the other way round."""
    deed = held[at].term
    before = frozenset(word.term for word in held[:at] if word.term and word.term != deed)
    after = held[at + 1 :]
    by = next((place for place, word in enumerate(after) if word.lower in _BY), None)
    passive = held[at].lower in _SUFFERED or any(
        word.lower in {"was", "were", "been", "be", "is", "are", "being"} for word in held[max(0, at - 3) : at]
    )
    if not passive:
        return before, frozenset(word.term for word in after if word.term)
    doers = frozenset(word.term for word in after[by + 1 :] if word.term) if by is not None else frozenset()
    return doers, before | frozenset(word.term for word in after[:by] if word.term)
