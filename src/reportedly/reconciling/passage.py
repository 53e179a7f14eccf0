"""One source's words in one report, with the marks that stand in them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from reportedly.model import (
    Attribution,
    Evidence,
    Factuality,
    Polarity,
    Quantity,
    Report,
    Span,
    Statement,
    Timex,
)
from reportedly.reconciling.event import order
from reportedly.reconciling.headline import claims_something
from reportedly.reconciling.word import Word, worded

_QUOTED = re.compile(r"[\"“”]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement with everything of its report that bears on it.

    Attributes:
        report: The report it stands in.
        statement: The statement.
        attribution: Whose words they are; None for a headline or the writer's narration.
        factuality: How surely they are put forward; None when that was not read.
        text: The words.
        words: The words as they are compared.
        quantities: Numbers in it.
    """

    report: Report
    statement: Statement
    attribution: Attribution | None
    factuality: Factuality | None
    text: str
    words: tuple[Word, ...]
    quantities: tuple[Quantity, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Ids of its report and statement."""
        return self.report.id, self.statement.id

    @property
    def polarity(self) -> Polarity:
        """Stance of its source; a statement of which nothing was read asserts."""
        return self.factuality.polarity if self.factuality else "asserts"

    @property
    def tells(self) -> bool:
        """Whether any of its words says something by itself; "this" and "it" do not."""
        return any(word.weight for word in self.words)

    @property
    def hedged(self) -> bool:
        """Whether words weaken it."""
        return bool(self.factuality and self.factuality.hedges)

    @property
    def place(self) -> int:
        """Where in its report it begins; the headline before everything."""
        return self.statement.content[0].start if self.statement.content else -1

    @property
    def writers(self) -> bool:
        """Whether nobody but the writer says it."""
        return self.attribution is None or self.attribution.by.kind == "author"

    @property
    def writers_narration(self) -> bool:
        """Whether it is the writer's running text, with nothing that marks it as a statement of a source."""
        return self.attribution is None

    @property
    def said(self) -> str | None:
        """When it was said, else when it was published; None when neither is known."""
        if self.attribution and self.attribution.said:
            return self.attribution.said
        day = self.report.document.day
        return day.isoformat() if day else None

    def evidence(self, because: str = "") -> Evidence:
        """Return its place in a claim."""
        return Evidence(self.report.id, self.attribution.id if self.attribution else None, self.statement.id, because)


def passages(reports: Iterable[Report]) -> tuple[Passage, ...]:
    """Return the statements of the reports, oldest report first, in text order within each.

    Args:
        reports: Need the layer of `Statement`; marks that were not read are taken as absent.
    """
    found: list[Passage] = []
    for report in sorted(reports, key=order):
        found += sorted(_of(report), key=lambda one: (one.place, -len(one.text), one.statement.id))
    return tuple(found)


def _of(report: Report) -> Iterator[Passage]:
    """Yield one report's statements; a headline that is also a statement of the text counts once."""
    attributions = {one.id: one for one in report.of(Attribution)}
    factuality = {one.of: one for one in report.of(Factuality)}
    quantities = report.of(Quantity)
    inner = {one.parent: one for one in report.of(Attribution) if one.parent}
    for statement in report.of(Statement):
        text = _text(report, statement)
        if statement.headline and not claims_something(text):
            continue
        inside = tuple(one for one in quantities if any(piece.contains(one.span) for piece in statement.content))
        attribution = attributions.get(statement.attribution) if statement.attribution else None
        sure = _sure(attribution, inner, factuality)
        yield Passage(report, statement, attribution, sure, text, worded(text), inside)


def _sure(
    attribution: Attribution | None, inner: Mapping[str, Attribution], factuality: Mapping[str, Factuality]
) -> Factuality | None:
    """Return how surely a statement is put forward; whoever hands on a denial in the same words hands on no assertion."""
    if attribution is None:
        return None
    own = factuality.get(attribution.id)
    child = inner.get(attribution.id)
    told = factuality.get(child.id) if child else None
    if (
        child
        and told
        and own
        and own.polarity == "asserts"
        and told.polarity == "denies"
        and _mostly(child, attribution)
    ):
        return replace(own, polarity=told.polarity)
    return own


def _mostly(child: Attribution, parent: Attribution) -> bool:
    """Say whether most of what one hands on is what the other says."""
    return 2 * sum(map(len, child.content)) >= sum(map(len, parent.content))


def _text(report: Report, statement: Statement) -> str:
    """Return a statement's words on one line."""
    if statement.headline and not statement.content:
        return report.document.title or ""
    return " ".join(" ".join(piece.cut(report.text).split()) for piece in statement.content)


def unquoted(text: str) -> str:
    """Return the words without quotation marks."""
    return _QUOTED.sub("", text).strip()


def times(passage: Passage) -> tuple[Timex, ...]:
    """Return the dated times that stand in a passage."""
    held: set[Span] = set(passage.statement.timexes)
    return tuple(one for one in passage.report.of(Timex) if one.span in held and one.value)
