"""How far two statements say the same."""

import math

from reportedly.reconciling.clause import Clause
from reportedly.reconciling.comparison import Comparison
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.scope import scope
from reportedly.reconciling.structure import CONTRADICTIONS, distorted
from reportedly.reconciling.weight import Weighed, Weights

# Likeness from which two statements are one claim; chosen by leaving one story out, see docs/decisions/0019-meaning.md.
ONE = 0.24
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
_TWIN = 0.16
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
        # By the numbers of two wordings; the score before it counts who says them, and in what those alike differ.
        self._scores: dict[tuple[int, int], float] = {}
        self._differences: dict[tuple[int, int], str | None] = {}

    def of(self, left: Clause, right: Clause) -> Comparison:
        """Both say the same: the deed, who and where in common, weighed by how much each tells apart."""
        score, differs = self._judged(left, right)
        because = differs or _because(self.weights.weighed(left), self.weights.weighed(right))
        return Comparison(score, because, same=score >= ONE and not differs)

    def score(self, left: Clause, right: Clause) -> float:
        """Return the score alone."""
        return self._judged(left, right)[0]

    def contradiction(self, left: Clause, right: Clause) -> str | None:
        """Say how two statements in nearly the same words contradict each other; None when they do not."""
        score, differs = self._judged(left, right)
        if differs not in CONTRADICTIONS or score < _TWIN * _SURE:
            return None
        plain = all((held := scope(one.text)) is None or not held.exception for one in (left, right))
        return differs if plain else None

    def _judged(self, left: Clause, right: Clause) -> tuple[float, str | None]:
        """Return the score, a little higher where one source goes on speaking, and in what the two differ in one thing only."""
        one, two = self.weights.weighed(left), self.weights.weighed(right)
        if one.deeds.isdisjoint(two.deeds) or left.denied != right.denied:
            return 0.0, None
        pair = one.number, two.number
        score = self._scores.get(pair)
        if score is None:
            score = self._scores[pair] = _score(one, two)
        if _goes_on(left.passage, right.passage):
            score += _GOES_ON
        score = min(1.0, score)
        if score < ONE:
            return score, None
        if pair not in self._differences:
            self._differences[pair] = distorted(one.clause, two.clause)
        differs = self._differences[pair]
        return (_TWIN * score, differs) if differs else (score, None)


def _because(one: Weighed, two: Weighed) -> str:
    """Say what two wordings have in common, or why they do not say the same."""
    if one.deeds.isdisjoint(two.deeds):
        return "no deed in common"
    if one.clause.denied != two.clause.denied:
        return "one denies what the other says"
    return f"both say {', '.join(sorted(one.terms.keys() & two.terms.keys())[:5])}"


def _score(one: Weighed, two: Weighed) -> float:
    """Compare two wordings that have a deed in common."""
    mine, other = one.terms, two.terms
    both = math.fsum([(mine[term] + other[term]) / 2 for term in mine.keys() & other.keys()])
    less, more = sorted((one.total, two.total))
    # A short statement may say no more than a part of a long one: the share of the shorter counts beside that of both.
    score = (1 - _SHORTER) * both / math.sqrt(less * more) + _SHORTER * min(1.0, both / less)
    left, right = one.clause, two.clause
    if _other_person(left, right):
        score *= _OTHERS
    if _other_agent(left, right) or _otherwise(one, two):
        score *= _OTHERWISE
    harmed = not (one.deeds & HARMS).isdisjoint(two.deeds)
    return score + _SCOPED if harmed and scope(left.text) and scope(right.text) else score


def _other_person(left: Clause, right: Clause) -> bool:
    """Say whether each names somebody and nobody is named by both."""
    mine, other = left.names, right.names
    return bool(mine and other and not mine & other)


def _other_agent(left: Clause, right: Clause) -> bool:
    """Say whether each begins with a name that the other does not have."""
    mine, other = left.opening, right.opening
    return bool(mine and other and not mine & right.names and not other & left.names)


def _otherwise(one: Weighed, two: Weighed) -> bool:
    """Say whether one tells of a deed that rules out the other's."""
    (mine, contrary), (other, against) = one.accounts, two.accounts
    return bool(mine & against & ~other & ~contrary | other & contrary & ~mine & ~against)


def _goes_on(left: Passage, right: Passage) -> bool:
    """Say whether one statement is the next sentence of the other's source."""
    one, two = left.attribution, right.attribution
    if one is None or two is None or left.report.id != right.report.id or one.by != two.by or one.by.kind == "author":
        return False
    first, second = sorted((left, right), key=lambda passage: passage.place)
    gap = second.place - (first.statement.content[-1].end if first.statement.content else 0)
    return 0 <= gap <= _NEXT
