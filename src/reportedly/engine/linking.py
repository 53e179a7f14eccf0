"""A new report compared with those of the ledger that share its keys."""

from collections.abc import Sequence
from functools import lru_cache

from reportedly.ledger import Candidate, Link, Linker
from reportedly.model import Report
from reportedly.reconciling.event import Profile, compare, profile

# A profile holds the weights of some 300 words, about 40 kB; the reports of a busy week are compared again and again.
_REMEMBERED = 1024


def linker() -> Linker:
    """Return a Linker that remembers the reports it has seen."""
    offered: dict[str, Candidate] = {}

    @lru_cache(maxsize=_REMEMBERED)
    def known(id_: str) -> Profile:
        return profile(offered[id_].report())

    def link(report: Report, candidates: Sequence[Candidate]) -> Sequence[Link]:
        offered.clear()
        offered.update({one.id: one for one in candidates})
        new = profile(report)
        compared = [(one.id, compare(new, known(one.id))) for one in candidates]
        return [Link(id_, found.score, found.because) for id_, found in compared if found.same]

    return link
