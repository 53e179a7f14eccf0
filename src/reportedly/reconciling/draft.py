"""A claim in the making."""

from dataclasses import dataclass, field

from reportedly.reconciling.clause import Clause, whole
from reportedly.reconciling.count import Count
from reportedly.reconciling.passage import Passage


@dataclass(slots=True)
class Draft:
    """A claim in the making.

    Attributes:
        clauses: What it is made from, in the order of reports and text.
        denied: It is the negation that is claimed.
        counts: The ladder's values, when it is about a count.
        status: It says what a source can or cannot confirm.
    """

    clauses: list[Clause]
    denied: bool = False
    counts: tuple[Count, ...] = ()
    status: bool = False
    extra: list[Passage] = field(default_factory=list)
    _laid: tuple[int, tuple[Passage, ...], tuple[Clause, ...]] | None = field(default=None, repr=False, compare=False)

    @property
    def said(self) -> tuple[Clause, ...]:
        """What it is made from as clauses; the whole statements where it is about a count."""
        return self._laid_out()[2]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The statements that assert it, each once, oldest report first."""
        return self._laid_out()[1]

    def _laid_out(self) -> tuple[int, tuple[Passage, ...], tuple[Clause, ...]]:
        """Return the statements and the clauses, worked out anew only when something was added."""
        size = len(self.clauses) + len(self.extra)
        if self._laid is None or self._laid[0] != size:
            held = {one.passage.key: one.passage for one in self.clauses}
            held.update({one.passage.key: one.passage for one in self.counts})
            held.update({one.key: one for one in self.extra})
            sorted_ = tuple(sorted(held.values(), key=place))
            self._laid = size, sorted_, tuple(self.clauses) or tuple(whole(one) for one in sorted_)
        return self._laid


def place(passage: Passage) -> tuple[object, ...]:
    """Return what statements are sorted by: report's day and id, then the place in the text."""
    return (str(passage.report.document.day or "9999"), passage.report.id, passage.place, passage.statement.id)
