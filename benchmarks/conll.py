"""The CoNLL-2012 measures of coreference: MUC, B³ and CEAF-e, and their mean.

MUC: Vilain et al. 1995. B³: Bagga and Baldwin 1998. CEAF-e: Luo 2005, with φ4. The mean of their F1 is the score of the CoNLL-2012
shared task (Pradhan et al. 2012). As there, mentions are matched by identity and chains of one mention count in neither;
mentions that only one side has count as chains of one of that side (Pradhan et al. 2014, the reference scorer's way).
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

Cluster = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Measure:
    """Sums from which precision and recall follow, so that documents can be added up.

    Attributes:
        recalled: Numerator of recall.
        gold: Its denominator.
        precise: Numerator of precision.
        found: Its denominator.
    """

    recalled: float = 0.0
    gold: float = 0.0
    precise: float = 0.0
    found: float = 0.0

    def __add__(self, other: "Measure") -> "Measure":
        """Return the sums of two sets of documents."""
        return Measure(
            self.recalled + other.recalled,
            self.gold + other.gold,
            self.precise + other.precise,
            self.found + other.found,
        )

    @property
    def recall(self) -> float:
        """Recall, 0 to 1."""
        return self.recalled / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """Precision, 0 to 1."""
        return self.precise / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both, 0 to 1."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def clusters(of: Mapping[Hashable, Hashable]) -> tuple[Cluster, ...]:
    """Return the chains of two mentions or more, from the chain of each mention."""
    found: dict[Hashable, set[Hashable]] = {}
    for mention, chain in of.items():
        found.setdefault(chain, set()).add(mention)
    return tuple(frozenset(one) for one in found.values() if len(one) > 1)


def mentions(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Measure:
    """Score which mentions of chains are found, whatever chain they are put into."""
    ours, theirs = set().union(*found), set().union(*gold)
    both = len(ours & theirs)
    return Measure(both, len(theirs), both, len(ours))


def muc(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Measure:
    """Score links: of each chain, how many links keep it whole in the other partition."""
    return Measure(*_links(gold, found), *_links(found, gold))


def _links(chains: Sequence[Cluster], other: Sequence[Cluster]) -> tuple[float, float]:
    """Return the links of chains that the other partition keeps, and all of them."""
    of = {mention: number for number, chain in enumerate(other) for mention in chain}
    kept = total = 0
    for chain in chains:
        parts = {of[mention] for mention in chain if mention in of}
        alone = sum(mention not in of for mention in chain)
        kept += len(chain) - len(parts) - alone
        total += len(chain) - 1
    return kept, total


def b_cubed(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Measure:
    """Score mentions: how much of each one's chain stands in the other partition's chain of it."""
    return Measure(*_shares(gold, found), *_shares(found, gold))


def _shares(chains: Sequence[Cluster], other: Sequence[Cluster]) -> tuple[float, float]:
    """Return the summed shares of mentions, and how many mentions there are."""
    of = {mention: chain for chain in other for mention in chain}
    shares = sum(len(chain & of[mention]) / len(chain) for chain in chains for mention in chain if mention in of)
    return shares, sum(map(len, chains))


def ceaf_e(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Measure:
    """Score entities: the best one-to-one alignment of chains, by twice the shared mentions over both sizes (φ4)."""
    weights = [[2 * len(one & other) / (len(one) + len(other)) for other in found] for one in gold]
    best = _aligned(weights)
    return Measure(best, len(gold), best, len(found))


def _aligned(weights: Sequence[Sequence[float]]) -> float:
    """Return the greatest weight of a one-to-one alignment, component by component of what has any weight."""
    rows = len(weights)
    columns = len(weights[0]) if weights else 0
    beside: dict[tuple[str, int], set[tuple[str, int]]] = {}
    for row, column in product(range(rows), range(columns)):
        if weights[row][column]:
            beside.setdefault(("row", row), set()).add(("column", column))
            beside.setdefault(("column", column), set()).add(("row", row))
    seen: set[tuple[str, int]] = set()
    total = 0.0
    for start in beside:
        part, waiting = set(), [start] if start not in seen else []
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                part.add(at)
                waiting += beside[at]
        chosen = sorted(number for side, number in part if side == "row")
        across = sorted(number for side, number in part if side == "column")
        total += assigned([[weights[row][column] for column in across] for row in chosen])
    return total


def assigned(weights: Sequence[Sequence[float]]) -> float:
    """Return the greatest sum of weights with at most one from each row and column (Kuhn and Munkres, in O(n³))."""
    if not weights or not weights[0]:
        return 0.0
    if len(weights) > len(weights[0]):
        weights = list(zip(*weights, strict=True))
    matching = _Matching([[-one for one in row] for row in weights])
    for row in range(len(weights)):
        matching.place(row)
    return sum(weights[row][column] for column, row in enumerate(matching.row_of) if row is not None)


class _Matching:
    """Rows put into columns at the least cost, one row after another.

    Args:
        cost: Of each row in each column; no more rows than columns.
    """

    def __init__(self, cost: Sequence[Sequence[float]]) -> None:
        self._cost = cost
        self._of_row = [0.0] * len(cost)
        self._of_column = [0.0] * len(cost[0])
        self.row_of: list[int | None] = [None] * len(cost[0])

    def place(self, row: int) -> None:
        """Put one more row in, moving others along the cheapest path to a free column."""
        far = [float("inf")] * len(self.row_of)
        came: list[int | None] = [None] * len(self.row_of)
        seen: list[int] = []
        at, column, least = row, None, 0.0
        while True:
            for j in range(len(self.row_of)):
                here = least + self._cost[at][j] - self._of_row[at] - self._of_column[j]
                if j not in seen and here < far[j]:
                    far[j], came[j] = here, column
            column = min((j for j in range(len(self.row_of)) if j not in seen), key=far.__getitem__)
            least = far[column]
            holder = self.row_of[column]
            if holder is None:
                break
            seen.append(column)
            at = holder
        self._priced(row, seen, far, least)
        while column is not None:
            before = came[column]
            self.row_of[column] = row if before is None else self.row_of[before]
            column = before

    def _priced(self, row: int, seen: Sequence[int], far: Sequence[float], least: float) -> None:
        """Move the prices so that what was reached stays tight."""
        self._of_row[row] += least
        for column in seen:
            holder = self.row_of[column]
            if holder is not None:
                self._of_row[holder] += least - far[column]
            self._of_column[column] -= least - far[column]


def mean(measures: Sequence[Measure]) -> float:
    """Return the mean of the F1 of MUC, B³ and CEAF-e, 0 to 1: the score of CoNLL-2012."""
    return sum(one.f1 for one in measures) / len(measures)
