"""How much a term tells, by how few English texts have it."""

import math
from functools import cache

from reportedly import lexicon
from reportedly.reconciling.word import compared

# What a share is raised by, of a thousand texts: a term that no text of the table has is not infinitely telling.
_RAISED = 18.0
# Below one, everyday words keep some of their say: what happened is told in them, who was there in rare ones.
_POWER = 0.6
# A concept of many words is still not in every text.
_MOST = 500.0


@cache
def telling(term: str) -> float:
    """Return how much a term tells, from about 0.8 for one that every second text has to about 2.3 for one that none has.

    Args:
        term: As `reportedly.reconciling.word.words` gives it.
    """
    return math.pow(math.log((1000 + _RAISED) / (_shares().get(term, 0.0) + _RAISED)), _POWER)


@cache
def _shares() -> dict[str, float]:
    """Return how many of a thousand texts have each term: those that have one of its words, none counted for two."""
    found: dict[str, float] = {}
    for share, row in lexicon.load("en", "frequency")["texts"].items():
        for word in row["words"].split():
            term = compared(word)
            found[term] = min(_MOST, found.get(term, 0.0) + float(share))
    return found
