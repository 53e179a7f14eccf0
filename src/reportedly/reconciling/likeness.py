"""How far two statements say the same."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.reconciling.clause import Clause
from reportedly.reconciling.comparison import Comparison
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.scope import scope
from reportedly.reconciling.structure import CONTRADICTIONS, distorted
from reportedly.reconciling.weight import Weights, total
from reportedly.reconciling.word import rivalled, rivals

# Likeness from which two statements are one claim; chosen on three golds, see docs/reconciling.md.
ONE = 0.30
# What the share of the shorter statement counts beside the share of both.
_SHORTER = 0.2
# Statements that each name somebody else are less alike.
_OTHERS = 0.6
# Statements that begin with different names, or tell of rival deeds, are hardly one claim whatever else they share.
_OTHERWISE = 0.4
# A source that goes on speaking mostly goes on with the matter; characters between the two contents.
_GOES_ON = 0.08
_NEXT = 60
# "All but one" and "most" of those killed are two words for one count.
_SCOPED = 0.15
# Two statements that differ in who, whether, where or how many are no support for each other, however alike.
_TWIN = 0.2
# How alike their words are from which two such statements are held to speak of the same thing.
_SURE = 0.5
HARMS = frozenset({"kill", "wound", "capture", "arrest", "flee", "vanish"})


class Likenesses:
    """How far statements of one story say the same, each pair of wordings compared once.

    Args:
        weights: Of the story's terms.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._compared: dict[tuple[int, int], _Wordings] = {}

    def of(self, left: Clause, right: Clause) -> Comparison:
        """Both say the same: the deed, who and where in common, weighed by how much each tells apart."""
        return self._wordings(left, right).judged(goes_on=_goes_on(left.passage, right.passage))

    def score(self, left: Clause, right: Clause) -> float:
        """Return the score alone."""
        return self.of(left, right).score

    def contradiction(self, left: Clause, right: Clause) -> str | None:
        """Say how two statements in nearly the same words contradict each other; None when they do not."""
        found = self.of(left, right)
        plain = all((held := scope(one.text)) is None or not held.exception for one in (left, right))
        sure = found.because in CONTRADICTIONS and found.score >= _TWIN * _SURE
        return found.because if sure and plain else None

    def _wordings(self, left: Clause, right: Clause) -> "_Wordings":
        """Compare the words of two clauses, whoever says them."""
        pair = self.weights.number(left), self.weights.number(right)
        found = self._compared.get(pair)
        if found is None:
            found = self._compared[pair] = _compared(left, right, self.weights)
        return found


@dataclass(slots=True)
class _Wordings:
    """How alike two wordings are, before it counts who says them.

    Attributes:
        raw: The score; 0.0 when they have no deed in common or one denies the other.
        because: Why, when the score is 0.0, else what both say.
        sides: The two, as long as it is not known in what they differ.
        differs: In what wordings of nearly the same words differ; None when in nothing.
    """

    raw: float
    because: str
    sides: tuple[Clause, Clause] | None = None
    differs: str | None = None

    def judged(self, *, goes_on: bool) -> Comparison:
        """Return the verdict, a little higher where one source goes on speaking."""
        if not self.raw:
            return Comparison(0.0, self.because, same=False)
        score = self.raw + _GOES_ON * goes_on
        if score >= ONE and self.sides:
            self.differs, self.sides = distorted(*self.sides), None
        if score >= ONE and self.differs:
            return Comparison(_TWIN * score, self.differs, same=False)
        return Comparison(min(1.0, score), self.because, score >= ONE)


def _compared(left: Clause, right: Clause, weights: Weights) -> _Wordings:
    """Compare two wordings."""
    mine, other = weights.of(left), weights.of(right)
    shared = sorted(mine.keys() & other.keys())
    deeds = [term for term in shared if not weights.is_name(term)]
    if not deeds or left.denied != right.denied:
        return _Wordings(0.0, "one denies what the other says" if deeds else "no deed in common")
    both = math.fsum((mine[term] + other[term]) / 2 for term in shared)
    less, more = sorted((total(mine), total(other)))
    # A short statement may say no more than a part of a long one: the share of the shorter counts beside that of both.
    score = (1 - _SHORTER) * both / math.sqrt(less * more) + _SHORTER * min(1.0, both / less)
    if _other_person(left, right):
        score *= _OTHERS
    if _other_agent(left, right) or _otherwise(mine, other):
        score *= _OTHERWISE
    if any(term in HARMS for term in deeds) and scope(left.text) and scope(right.text):
        score += _SCOPED
    return _Wordings(score, f"both say {', '.join(shared[:5])}", (left, right))


def _other_person(left: Clause, right: Clause) -> bool:
    """Say whether each names somebody and nobody is named by both."""
    mine, other = left.names, right.names
    return bool(mine and other and not mine & other)


def _other_agent(left: Clause, right: Clause) -> bool:
    """Say whether each begins with a name that the other does not have."""
    mine, other = left.opening, right.opening
    return bool(mine and other and not mine & right.names and not other & left.names)


def _otherwise(mine: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Say whether one tells of a deed that rules out the other's."""
    one, two = mine.keys() & rivalled(), other.keys() & rivalled()
    if not one or not two or one == two:
        return False
    return any(
        (left & one and right & two and not left & two and not right & one)
        or (left & two and right & one and not left & one and not right & two)
        for left, right, _ in rivals()
    )


def _goes_on(left: Passage, right: Passage) -> bool:
    """Say whether one statement is the next sentence of the other's source."""
    one, two = left.attribution, right.attribution
    if left.report.id != right.report.id or one is None or two is None or one.by != two.by or one.by.kind == "author":
        return False
    first, second = sorted((left, right), key=lambda passage: passage.place)
    gap = second.place - (first.statement.content[-1].end if first.statement.content else 0)
    return 0 <= gap <= _NEXT
