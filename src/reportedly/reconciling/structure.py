"""What sets two statements in nearly the same words apart: who did it to whom, whether it is denied, done or only meant, where, how many."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from reportedly.model import Quantity
from reportedly.reconciling.clause import Clause, pieces
from reportedly.reconciling.contrary import excluded, opposed
from reportedly.reconciling.exchange import redone, turned
from reportedly.reconciling.modality import bids, means, negates, proposes
from reportedly.reconciling.word import concept, countries, familiar, worded

_NEGATED = "one negates what the other says"
_CONTRARY = "the one tells of the contrary deed"
_ASKED = "what is done in the one is only asked for or offered in the other"
_TURNED = "who does it in the one has it done to them in the other"
# In what two statements differ of which only one can be right; what is meant to be done may well be done, and elsewhere or
# somebody else may be another event.
CONTRADICTIONS = frozenset({_NEGATED, _CONTRARY, _TURNED})
# Texts whose words are kept at hand: those of a large story.
_REMEMBERED = 8192
# Pairs of texts whose difference is kept at hand: copies carry the same sentences many times.
_PAIRS = 65_536
# How many words each may have that the other has not, when they differ in nothing but one thing, or are reworded besides.
_TWINS, _REWORDED = 2, 4


def distorted(left: Clause, right: Clause) -> str | None:
    """Say in what two statements of nearly the same words differ; None when only the wording does.

    Args:
        left: One statement.
        right: The other.
    """
    found = otherwise(left, right)
    if found:
        return found
    apart = _apart(left, right)
    if apart <= _REWORDED and bids(left.text) != bids(right.text):
        return _ASKED
    other = excluded(left.text, right.text) if apart <= _TWINS else None
    if other:
        return f"the one says “{min(other)}” where the other says “{max(other)}”"
    if apart <= _TWINS and _counted_otherwise(left.quantities, right.quantities):
        return "they give different numbers"
    return None


def otherwise(left: Clause, right: Clause) -> str | None:
    """Say in what two statements of nearly the same words differ, numbers and what was asked for apart."""
    if _apart(left, right) > _REWORDED:
        return _NEGATED if not (left.denied or right.denied) and _held_and_negated(left.text, right.text) else None
    return _otherwise(left.text, right.text, denied=left.denied or right.denied)


@lru_cache(maxsize=_PAIRS)
def _otherwise(left: str, right: str, *, denied: bool) -> str | None:
    """Say in what two texts of nearly the same words differ; a negation counts where neither is denied as a whole."""
    shared = _terms(left) & _terms(right)
    one, two = _main(left, shared), _main(right, shared)
    if not denied and negates(one) != negates(two):
        return _NEGATED
    if opposed(left, right):
        return _CONTRARY
    if means(one) != means(two):
        return "what is done in the one is only meant or possible in the other"
    if _differing(left, right) <= _TWINS and proposes(left) != proposes(right):
        return _ASKED
    if _differing(left, right) <= _TWINS and turned(one, two):
        return _TURNED
    return _exchanged(left, right)


@lru_cache(maxsize=_PAIRS)
def _held_and_negated(left: str, right: str) -> bool:
    """Say whether one text has all that the other says, and one of them negates it ("prints that are not a dog's")."""
    mine, other = _terms(left), _terms(right)
    less = min(len(mine), len(other))
    shared = mine & other
    return 1 < less == len(shared) and negates(_main(left, shared)) != negates(_main(right, shared))


def _exchanged(left: str, right: str) -> str | None:
    """Say that one word stands where the other text has another: a name, or what is done."""
    if substituted(left, right):
        return "another name stands where the other has its own"
    return "the one tells of another deed" if redone(left, right) else None


def _apart(left: Clause, right: Clause) -> int:
    """Count the words that one has and the other has not, on the side that has more; many where they share none."""
    return _differing(left.text, right.text)


def _differing(left: str, right: str) -> int:
    """Count as `_apart` does, for two texts."""
    mine, other = _terms(left), _terms(right)
    both = len(mine & other)
    return max(len(mine), len(other)) - both if both else _REWORDED + 1


def substituted(left: str, right: str) -> bool:
    """Say whether two texts of nearly the same words each name somebody or somewhere that the other does not."""
    mine, other = _terms(left), _terms(right)
    names = _named(left).keys() | _named(right).keys()
    apart = max(len(mine - other - names), len(other - mine - names))
    return apart <= 1 and bool(mine & other - names) and _substituted(left, right)


@lru_cache(maxsize=_REMEMBERED)
def _terms(text: str) -> frozenset[str]:
    """Return what a text says, names and all."""
    return frozenset(word.term for word in worded(text) if word.term)


def _main(text: str, shared: frozenset[str]) -> str:
    """Return the part of a text that has most of what both say."""
    return max(pieces(text) or (text,), key=lambda part: (len(_terms(part) & shared), -len(part)))


def _substituted(left: str, right: str) -> bool:
    """Say whether each text names somebody or somewhere that the other does not."""
    mine, other = _named(left), _named(right)
    return bool(mine.keys() - other.keys()) and bool(other.keys() - mine.keys()) and not _spelt_alike(mine, other)


@lru_cache(maxsize=_REMEMBERED)
def _named(text: str) -> Mapping[str, str]:
    """Return the names of a text, each with its words; one at the head of the text counts where it is no everyday word."""
    return {
        word.term: word.lower
        for word in worded(text)
        if word.term
        and text[word.start].isupper()
        and (word.name or word.term not in familiar())
        and (word.start or word.term not in familiar())
    } | {word.term: word.lower for word in worded(text) if word.term in countries()}


def _spelt_alike(mine: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Say whether what each alone names is one name in two spellings."""
    one = [mine[term] for term in mine.keys() - other.keys()]
    two = [other[term] for term in other.keys() - mine.keys()]
    return any(left[:3] == right[:3] or left.endswith(right) or right.endswith(left) for left in one for right in two)


def _counted_otherwise(left: Sequence[Quantity], right: Sequence[Quantity]) -> bool:
    """Say whether both count one kind of thing and give no number in common."""
    for one in left:
        alike = [two for two in right if two.unit == one.unit and _noun(two) == _noun(one)]
        if alike and all(
            {one.low, one.high} - {None} and not {one.low, one.high} & {two.low, two.high} - {None} for two in alike
        ):
            return not any({other.low, other.high} & {two.low, two.high} - {None} for other in left for two in alike)
    return False


def _noun(quantity: Quantity) -> str:
    """Return the counted noun by its last word."""
    return concept((quantity.counted or "").lower().split()[-1]) if quantity.counted else ""
