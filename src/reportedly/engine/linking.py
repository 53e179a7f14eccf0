"""A new report compared with those of the ledger that share its keys."""

from collections import Counter, OrderedDict
from collections.abc import Sequence

from reportedly.ledger import Candidate, Link, Linker
from reportedly.model import Report
from reportedly.reconciling.event import Profile, compare, profile

# A profile holds the weights of some 300 words, about 40 kB; the reports of a busy week are compared again and again.
_REMEMBERED = 1024

# One link joins a group; more keep it together when a report between is withdrawn. All of them would cost more, and say
# nothing more, the larger the story.
_LINKS = 3


def linker() -> Linker:
    """Return a Linker that remembers the reports it has seen."""
    known: OrderedDict[str, Profile] = OrderedDict()

    def remember(id_: str, found: Profile) -> Profile:
        known[id_] = found
        known.move_to_end(id_)
        if len(known) > _REMEMBERED:
            known.popitem(last=False)
        return found

    def seen(one: Candidate) -> Profile:
        return remember(one.id, known.get(one.id) or profile(one.report()))

    def link(report: Report, candidates: Sequence[Candidate]) -> Sequence[Link]:
        new = remember(report.id, profile(report))
        links: list[Link] = []
        joined: Counter[int] = Counter()
        for one in candidates:
            if joined[one.group] < _LINKS:
                found = compare(new, seen(one))
                if found.same:
                    joined[one.group] += 1
                    links.append(Link(one.id, found.score, found.because))
        return links

    return link
