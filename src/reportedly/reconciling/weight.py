"""How much each term tells one claim of a story from another."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from reportedly.reconciling.clause import Clause
from reportedly.reconciling.word import deeds, things

# Who and where is the same in most statements of one story; what happened tells them apart.
_NAME = 0.8
# A deed that the lexicon knows tells more than a noun it does not.
_DEED = 1.3


# A term of more than this share of a story's statements is what the story is about, and no claim's own.
_MANY = 0.12
_FEW = 4


class Weights:
    """Weights of terms within one story."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        held = list(clauses)
        self._count = Counter(term for clause in held for term in clause.terms)
        self._size = len(held)
        self._weighed: dict[int, dict[str, float]] = {}
        # A clause stands beside its number so that its id is not given to another while the number is held.
        self._numbers: dict[int, tuple[Clause, int]] = {}
        self._numbered: dict[tuple[object, ...], int] = {}
        self._worths: dict[str, float] = {}
        names = Counter(term for clause in held for term in clause.names)
        self._names = {term for term, times in names.items() if 2 * times >= self._count[term]} | things()

    def of(self, clause: Clause) -> Mapping[str, float]:
        """Return the weight of each term of a clause."""
        number = self.number(clause)
        held = self._weighed.get(number)
        if held is None:
            held = {term: worth * self._worth(term) for term, worth in clause.terms.items()}
            self._weighed[number] = held
        return held

    def number(self, clause: Clause) -> int:
        """Return a number that clauses of the same words share; it means nothing outside this story."""
        held = self._numbers.get(id(clause))
        if held is None:
            held = clause, self._numbered.setdefault(clause.key, len(self._numbered))
            self._numbers[id(clause)] = held
        return held[1]

    def is_name(self, term: str) -> bool:
        """Say whether a term names who, what or where and no deed: the story writes it as a name, or it is a thing of the lexicon."""
        return term in self._names

    def common(self, term: str) -> bool:
        """Say whether so many statements have a term that it tells little of what one claims."""
        return self._count[term] > max(_FEW, _MANY * self._size)

    def _worth(self, term: str) -> float:
        """Weigh a term by how few statements have it, names less."""
        if term not in self._worths:
            self._worths[term] = self._worth_of(term)
        return self._worths[term]

    def _worth_of(self, term: str) -> float:
        """Work out the weight of a term."""
        rare = (
            math.log(1 + self._size / max(1, self._count[term])) / math.log(1 + self._size) if self._size > 1 else 1.0
        )
        return (0.35 + 0.65 * rare) * (_NAME if term in self._names else _DEED if term in deeds() else 1.0)


def total(weights: Mapping[str, float]) -> float:
    """Add up weights in a fixed order, so that sums do not hang on the order of arrival."""
    return math.fsum(weights[term] for term in sorted(weights))
