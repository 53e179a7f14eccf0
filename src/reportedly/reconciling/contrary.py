"""Deeds of which one undoes the other, and words of which only one can fit: two texts that differ in them say two things."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from reportedly import lexicon
from reportedly.reconciling.word import concept, stem, worded

# Shorter words are function words, whose stems can be those of deeds ("of", "offer").
_SHORTEST = 3
_REMEMBERED = 8192
_Sides = tuple[frozenset[str], frozenset[str]]


def opposed(left: str, right: str) -> bool:
    """Say whether one has a deed and the other its contrary."""
    (one, contrary), (two, against) = _sides(left), _sides(right)
    return bool(one & against or contrary & two)


def alike(one: str, two: str) -> bool:
    """Say whether two terms are words for one deed: of one row of the lexicon, or on one side of a pair of contraries."""
    return not _kinds().get(one, frozenset()).isdisjoint(_kinds().get(two, frozenset()))


@cache
def _kinds() -> dict[str, frozenset[int]]:
    """Return for each term the rows of words for one deed that it stands in, each side of a pair of contraries among them."""
    rows = [frozenset(_compared(row["words"])) for row in lexicon.load("en", "rival")["alike"].values()]
    found: dict[str, set[int]] = {}
    for at, row in enumerate([*rows, *(side for pair in _contraries() for side in pair)]):
        for term in row:
            found.setdefault(term, set()).add(at)
    return {term: frozenset(held) for term, held in found.items()}


def excluded(left: str, right: str) -> tuple[str, str] | None:
    """Return two words of one closed set of which each text has another ("north", "south"); None where there are none.

    A text with several words of one set stands for none of them: "from north to south".
    """
    one, two = _placed(left), _placed(right)
    for at in sorted(one.keys() & two.keys()):
        if one[at] != two[at]:
            return one[at], two[at]
    return None


@lru_cache(maxsize=_REMEMBERED)
def _sides(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return on which side of which pairs of contraries a text stands, and on no other: the left, the right."""
    senses = _senses(text)
    held = [(at, bool(senses & left), bool(senses & right)) for at, (left, right) in enumerate(_contraries())]
    return frozenset(at for at, one, two in held if one and not two), frozenset(
        at for at, one, two in held if two and not one
    )


def _senses(text: str) -> frozenset[str]:
    """Return the concepts of a text, and those of its pairs of neighbouring words that the lexicon has a contrary for."""
    held = [word.lower for word in worded(text)]
    pairs = {f"{stem(one)} {two}" for one, two in pairwise(held)}
    # "Switched the reactor on": the particle may stand a few words behind its verb.
    apart = {
        f"{stem(one)} {two}" for at, one in enumerate(held) for two in held[at + 2 : at + 5] if two in _particles()
    }
    return frozenset(concept(one) for one in held if len(one) >= _SHORTEST) | pairs | apart


@lru_cache(maxsize=_REMEMBERED)
def _placed(text: str) -> dict[int, str]:
    """Return by the number of each closed set the one of its words that a text has."""
    found: dict[int, set[str]] = {}
    for word in worded(text):
        for at, name in _sets().get(word.lower, ()):
            found.setdefault(at, set()).add(name)
    return {at: next(iter(names)) for at, names in found.items() if len(names) == 1}


@cache
def _contraries() -> tuple[_Sides, ...]:
    """Return pairs of contrary deeds and opposite states by what they are compared by."""
    table = lexicon.load("en", "rival")
    rows = (*table["contraries"].values(), *table["opposites"].values())
    return tuple((frozenset(_compared(row["left"])), frozenset(_compared(row["right"]))) for row in rows)


def _compared(words: list[str]) -> Iterator[str]:
    """Yield the concepts of words; of two words together, the stem of the first with the second."""
    for one in words:
        verb, _, particle = one.partition(" ")
        if particle:
            yield f"{stem(verb)} {particle}"
        else:
            # A stem ends elsewhere where the word itself ends like an ending: "recover", "recovered".
            yield from (concept(one), concept(one + "ed"), concept(one + "s"))


@cache
def _particles() -> frozenset[str]:
    """Return the second words of contraries that are two words."""
    rows = lexicon.load("en", "rival")["contraries"].values()
    return frozenset(one.partition(" ")[2] for row in rows for one in (*row["left"], *row["right"]) if " " in one)


@cache
def _sets() -> dict[str, tuple[tuple[int, str], ...]]:
    """Return for each word the closed sets it belongs to, by number, with the word that stands for it there."""
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for at, row in enumerate(lexicon.load("en", "rival")["exclusive"].values()):
        for member in row["members"]:
            names = member.split()
            for name in names:
                found[name] = (*found.get(name, ()), (at, names[0]))
    return found
