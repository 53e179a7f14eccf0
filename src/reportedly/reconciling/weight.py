"""How much each term tells one claim of a story from another."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.reconciling.clause import Clause
from reportedly.reconciling.word import accounts, deeds, things

# Who and where is the same in most statements of one story; what happened tells them apart.
_NAME = 0.8
# A deed that the lexicon knows tells more than a noun it does not.
_DEED = 1.3


# A term of more than this share of a story's statements is what the story is about, and no claim's own.
_MANY = 0.12
_FEW = 4


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a clause is compared by, worked out once for all that it is compared with.

    Attributes:
        number: Clauses of the same words share it; it means nothing outside the story.
        clause: The clause.
        terms: The weight of each term.
        deeds: The terms that name no one and nothing that takes part.
        total: All weights added up.
        accounts: On which side of which rival accounts it stands, as `reportedly.reconciling.word.accounts` gives it.
    """

    number: int
    clause: Clause
    terms: Mapping[str, float]
    deeds: frozenset[str]
    total: float
    accounts: tuple[int, int]


class Weights:
    """Weights of terms within one story."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        held = list(clauses)
        self._count = Counter(term for clause in held for term in clause.terms)
        self._size = len(held)
        # A clause stands beside what is known of it so that its id is not given to another while that is held.
        self._clauses: dict[int, tuple[Clause, Weighed]] = {}
        self._weighed: dict[tuple[object, ...], Weighed] = {}
        self._worths: dict[str, float] = {}
        names = Counter(term for clause in held for term in clause.names)
        self._names = {term for term, times in names.items() if 2 * times >= self._count[term]} | things()

    def of(self, clause: Clause) -> Mapping[str, float]:
        """Return the weight of each term of a clause."""
        return self.weighed(clause).terms

    def weighed(self, clause: Clause) -> Weighed:
        """Return what a clause is compared by."""
        held = self._clauses.get(id(clause))
        if held is None:
            known = self._weighed.get(clause.key)
            if known is None:
                known = self._weighed[clause.key] = self._weigh(clause, len(self._weighed))
            held = self._clauses[id(clause)] = clause, known
        return held[1]

    def is_name(self, term: str) -> bool:
        """Say whether a term names who, what or where and no deed: the story writes it as a name, or it is a thing of the lexicon."""
        return term in self._names

    def common(self, term: str) -> bool:
        """Say whether so many statements have a term that it tells little of what one claims."""
        return self._count[term] > max(_FEW, _MANY * self._size)

    def _weigh(self, clause: Clause, number: int) -> Weighed:
        """Weigh the terms of a clause."""
        terms = {term: worth * self._worth(term) for term, worth in clause.terms.items()}
        return Weighed(number, clause, terms, frozenset(terms) - self._names, total(terms), accounts(terms))

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
    """Add up weights exactly, so that sums do not hang on the order of arrival."""
    return math.fsum(weights.values())
