"""How far two statements say the same."""

import math

from reportedly.reconciling.clause import Clause
from reportedly.reconciling.comparison import Comparison
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.scope import scope
from reportedly.reconciling.structure import CONTRADICTIONS, distorted
from reportedly.reconciling.weight import Weighed, Weights

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
        found = self._wordings(left, right)
        score, differs = found.judged(left, right)
        return Comparison(score, differs or found.because(), same=score >= ONE and not differs)

    def score(self, left: Clause, right: Clause) -> float:
        """Return the score alone."""
        return self._wordings(left, right).judged(left, right)[0]

    def contradiction(self, left: Clause, right: Clause) -> str | None:
        """Say how two statements in nearly the same words contradict each other; None when they do not."""
        score, differs = self._wordings(left, right).judged(left, right)
        if differs not in CONTRADICTIONS or score < _TWIN * _SURE:
            return None
        plain = all((held := scope(one.text)) is None or not held.exception for one in (left, right))
        return differs if plain else None

    def _wordings(self, left: Clause, right: Clause) -> "_Wordings":
        """Compare the words of two clauses, whoever says them."""
        one, two = self.weights.weighed(left), self.weights.weighed(right)
        pair = one.number, two.number
        found = self._compared.get(pair)
        if found is None:
            found = self._compared[pair] = _Wordings(one, two, _raw(one, two))
        return found


class _Wordings:
    """How alike two wordings are, before it counts who says them.

    Args:
        left: One wording.
        right: The other.
        raw: The score; 0.0 when they have no deed in common or one denies the other.
    """

    __slots__ = ("_differs", "_left", "_raw", "_right", "_searched")

    def __init__(self, left: Weighed, right: Weighed, raw: float) -> None:
        self._left, self._right, self._raw = left, right, raw
        self._searched = False
        self._differs: str | None = None

    def judged(self, left: Clause, right: Clause) -> tuple[float, str | None]:
        """Return the score, a little higher where one source goes on speaking, and in what the two differ in one thing only."""
        if not self._raw:
            return 0.0, None
        score = self._raw + _GOES_ON * _goes_on(left.passage, right.passage)
        if score < ONE:
            return score, None
        if not self._searched:
            self._differs, self._searched = distorted(self._left.clause, self._right.clause), True
        return (_TWIN * score, self._differs) if self._differs else (min(1.0, score), None)

    def because(self) -> str:
        """Say what both have in common, or why they do not say the same."""
        if self._raw:
            return f"both say {', '.join(sorted(self._left.terms.keys() & self._right.terms.keys())[:5])}"
        deeds = self._left.deeds & self._right.deeds
        return "one denies what the other says" if deeds else "no deed in common"


def _raw(one: Weighed, two: Weighed) -> float:
    """Compare two wordings."""
    deeds = one.deeds & two.deeds
    left, right = one.clause, two.clause
    if not deeds or left.denied != right.denied:
        return 0.0
    mine, other = one.terms, two.terms
    both = math.fsum((mine[term] + other[term]) / 2 for term in mine.keys() & other.keys())
    less, more = sorted((one.total, two.total))
    # A short statement may say no more than a part of a long one: the share of the shorter counts beside that of both.
    score = (1 - _SHORTER) * both / math.sqrt(less * more) + _SHORTER * min(1.0, both / less)
    if _other_person(left, right):
        score *= _OTHERS
    if _other_agent(left, right) or _otherwise(one, two):
        score *= _OTHERWISE
    if not deeds.isdisjoint(HARMS) and scope(left.text) and scope(right.text):
        score += _SCOPED
    return score


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
    if left.report.id != right.report.id or one is None or two is None or one.by != two.by or one.by.kind == "author":
        return False
    first, second = sorted((left, right), key=lambda passage: passage.place)
    gap = second.place - (first.statement.content[-1].end if first.statement.content else 0)
    return 0 <= gap <= _NEXT
