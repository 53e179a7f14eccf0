"""Claims in the making, found by the deeds in their statements."""

import math
from collections.abc import Iterable

from reportedly.reconciling.clause import Clause
from reportedly.reconciling.draft import Draft
from reportedly.reconciling.likeness import ONE, Likenesses

# A part of a statement has fewer words and needs more of them in common.
_PART = 0.42


class Shelf:
    """Claims in the making by the deeds in their statements, so that a part finds the few it can belong to.

    Args:
        found: The claims; further ones are added to this list.
        alike: How far the story's statements say the same.
    """

    def __init__(self, found: list[Draft], alike: Likenesses) -> None:
        self._found = found
        self._alike = alike
        self._index: dict[str, set[int]] = {}
        for at in range(len(found)):
            self._register(at)

    def join(self, parts: Iterable[Clause]) -> None:
        """Add a statement to the claims that its parts say."""
        for part in parts:
            score, draft = self._best(part)
            if draft and score >= _PART and all(part.passage.key != one.passage.key for one in draft.clauses):
                draft.clauses.append(part)

    def contrast(self, part: Clause) -> None:
        """Add a part that says the contrary of its statement to the claim that names the same, or make it a claim."""
        score, draft = self._best(part)
        if draft and score >= ONE and part.names <= {name for one in draft.clauses for name in one.names}:
            draft.clauses.append(part)
        else:
            self._found.append(Draft([part], denied=part.denied))

    def _best(self, part: Clause) -> tuple[float, Draft | None]:
        """Return the claim of the same polarity that a part is most like."""
        candidates = {at for term in part.terms for at in self._index.get(term, ())}
        scored = [
            (self._nearness(part, self._found[at]), -at) for at in candidates if self._found[at].denied == part.denied
        ]
        score, at = max(scored, default=(0.0, 1))
        return score, self._found[-at] if at <= 0 else None

    def _nearness(self, part: Clause, draft: Draft) -> float:
        """Return how alike a clause is on average to the statements of a claim that are whole."""
        scores = [
            self._alike.score(part, one) for one in draft.clauses if one.whole and one.passage.key != part.passage.key
        ]
        return math.fsum(scores) / len(scores) if scores else 0.0

    def _register(self, at: int) -> None:
        """Note the deeds of one claim."""
        for clause in self._found[at].clauses:
            for term in clause.terms:
                if clause.whole and not self._alike.weights.is_name(term):
                    self._index.setdefault(term, set()).add(at)
