"""Hedges, figures, scope and sources lost or gained on the way from one statement to another."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.model import Copy, Drift, DriftKind, Quantity
from reportedly.reconciling.figure import counted
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.scope import scope
from reportedly.reconciling.voice import Voices
from reportedly.reconciling.word import countries

_MODAL = re.compile(r"\b(?:may|might|could|can|would|should)\b(?:\s+have)?", re.IGNORECASE)
# Where no date tells which came first, what is less is taken to follow what is more: hedges and sources get lost.
_LOSSES = frozenset({"hedge lost", "bound", "scope", "source lost", "modality"})
_Change = tuple[DriftKind, str, str]


@dataclass(frozen=True, slots=True)
class Trail:
    """What a claim's statements can have come from.

    Attributes:
        support: The claim's statements, oldest first.
        observe: Statements that speak of the reports without taking them up.
        copies: The story's texts in common, by the ids of the later and the earlier report.
        voices: The story's sources.
        cites: Pairs of sources of which the first cites the second for the claim.
    """

    support: Sequence[Passage]
    observe: Sequence[Passage]
    copies: Mapping[tuple[str, str], Copy]
    voices: Voices
    cites: frozenset[tuple[str, str]]
    _said: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def name(self, passage: Passage) -> str | None:
        """Return the one name of whoever makes a statement."""
        return self.voices.name(passage.attribution.by if passage.attribution else None)

    def said(self, passage: Passage) -> frozenset[str]:
        """Return the terms of a statement, vague ones and names too."""
        found = self._said.get(passage.key)
        if found is None:
            found = self._said[passage.key] = frozenset(word.term for word in passage.words)
        return found


def drifts(trail: Trail) -> tuple[Drift, ...]:
    """Find what changed between statements of one claim.

    One statement is held to follow another when it is a copy of it, when both give one source, when its outlet cites the
    other's source, or when it gives no source and shares with the other a detail that no third report has.

    Args:
        trail: The claim's statements and what is known of where they come from.

    Returns:
        At most one drift for each later statement, in the order of the support.
    """
    found: dict[tuple[str, str], Drift] = {}
    told: set[tuple[object, ...]] = set()
    rare = _rare(trail.support)
    for after in sorted(trail.support, key=lambda one: one.writers_narration):
        for before, because, kinds in _before(after, trail, rare):
            change = next((one for one in _changes(before, after, trail) if one[0] in kinds), None)
            if change and (_dated(before, after) or change[0] in _LOSSES):
                again = (before.key, after.report.id, change[0])
                if after.writers_narration and again in told:
                    break
                told.add(again)
                found.setdefault(after.key, Drift(before.evidence(), after.evidence(), *change, because))
                break
    return tuple(found[one.key] for one in trail.support if one.key in found)


_ALL = frozenset({"hedge lost", "hedge gained", "figure", "bound", "scope", "modality", "source lost"})
_TOLD = frozenset({"hedge lost", "modality", "scope", "bound"})


def _before(after: Passage, trail: Trail, rare: frozenset[str]) -> Iterator[tuple[Passage, str, frozenset[str]]]:
    """Yield the statements that one follows, the surest first, each with the reason and the changes that count."""
    mine = {word.term for word in after.words if word.weight}
    others = sorted(
        (one for one in trail.support if one.key != after.key and _earlier(one, after)),
        key=lambda one: -len(mine & trail.said(one)) / (1 + len(one.words)) ** 0.5,
    )
    yield from _copied(after, others, trail)
    yield from _given(after, others, trail)
    name = trail.name(after)
    if name is None or trail.voices.generic(name):
        yield from _unsourced(after, others, trail, rare)


def _copied(after: Passage, others: Sequence[Passage], trail: Trail) -> Iterator[tuple[Passage, str, frozenset[str]]]:
    """Yield statements whose words the report has copied, and those of whom its outlet cites."""
    for one in others:
        copy = trail.copies.get((after.report.id, one.report.id))
        if copy and _covered(copy, one, after):
            yield one, f"{after.report.id} has the words from {one.report.id}", _ALL
    name = trail.name(after)
    for one in others:
        giver = trail.name(one)
        if (
            giver
            and name
            and (name, giver) in trail.cites
            and one.report.id == after.report.id
            and one.text != after.text
        ):
            yield one, f"{name} cites {giver}", _TOLD


def _given(after: Passage, others: Sequence[Passage], trail: Trail) -> Iterator[tuple[Passage, str, frozenset[str]]]:
    """Yield what the same source says, or only speaks of, in another report."""
    name = trail.name(after)
    if not name:
        return
    for one in others:
        if trail.name(one) == name and not trail.voices.generic(name) and one.report.id != after.report.id:
            yield one, f"both give {name}", _ALL
    for one in trail.observe:
        if trail.name(one) == name and one.report.id != after.report.id and after.hedged:
            yield one, f"{name} only spoke of the reports in {one.report.id}", frozenset({"modality", "hedge lost"})


def _unsourced(
    after: Passage, others: Sequence[Passage], trail: Trail, rare: frozenset[str]
) -> Iterator[tuple[Passage, str, frozenset[str]]]:
    """Yield statements that one without a source of its own can only have come from."""
    for one in others:
        shared = trail.said(one) & trail.said(after) & rare
        if one.report.id != after.report.id and (shared or _scoped(one, after)):
            detail = ", ".join(sorted(shared)) or "how many of all"
            yield one, f"only these two reports give {detail}", frozenset({"source lost", "scope"})
    for one in others:
        if one.report.id == after.report.id and _scoped(one, after):
            yield one, "one report gives both", frozenset({"scope"})


def _rare(support: Sequence[Passage]) -> frozenset[str]:
    """Return names, but not of countries, that exactly two of the claim's three or more reports give."""
    if len({one.report.id for one in support}) <= 2:  # noqa: PLR2004 - with two reports every shared name is one of two
        return frozenset()
    held = Counter(
        term for term, _ in {(word.term, one.report.id) for one in support for word in one.words if word.name}
    )
    return frozenset(term for term, times in held.items() if times == 2 and term not in countries())  # noqa: PLR2004 - as above


def _scoped(before: Passage, after: Passage) -> bool:
    """Say whether one has less than the other of all."""
    one, two = scope(before.text), scope(after.text)
    return bool(one and two and one.rank > two.rank > 1)


def _covered(copy: Copy, before: Passage, after: Passage) -> bool:
    """Say whether the words in common lie in both statements."""
    ends = [two for one, two in copy.spans if any(piece.overlaps(one) for piece in after.statement.content)]
    return bool(ends) and any(piece.overlaps(two) for piece in before.statement.content for two in ends)


def _earlier(before: Passage, after: Passage) -> bool:
    """Say whether one may come before the other: its report is not the later one."""
    one, two = before.report.document.day, after.report.document.day
    return one is None or two is None or one <= two


def _dated(before: Passage, after: Passage) -> bool:
    """Say whether dates tell which of two reports came first."""
    one, two = before.report.document.day, after.report.document.day
    return one is not None and two is not None and one < two


def _changes(before: Passage, after: Passage, trail: Trail) -> Iterator[_Change]:
    """Yield the changes between two statements, the gravest first."""
    if before in trail.observe:
        yield "modality", "reports", _hedges(after)
    one, two = scope(before.text), scope(after.text)
    if one and two and one.rank != two.rank and min(one.rank, two.rank) > 1:
        yield "scope", one.text, two.text
    yield from _figures(before, after)
    yield from _hedge(before, after)
    source = trail.name(before)
    became = trail.name(after)
    if (
        source
        and source != became
        and not trail.voices.generic(source)
        and (became is None or trail.voices.generic(became))
    ):
        yield "source lost", source, became or ""


def _figures(before: Passage, after: Passage) -> Iterator[_Change]:
    """Compare the numbers of the same things."""
    for one in before.quantities:
        for two in after.quantities:
            same = one.counted and two.counted and counted(one.counted)[0] == counted(two.counted)[0]
            if not same or (one.unit, one.harm, one.role) != (two.unit, two.harm, two.role):
                continue
            was, became = _words(before, one), _words(after, two)
            if one.projection != two.projection:
                yield ("modality" if one.projection else "hedge gained"), was, became
            elif {one.low, one.high} - {None} != {two.low, two.high} - {None}:
                yield "figure", was, became
            elif one.bound != "=" and two.bound == "=":
                yield "bound", was, became


def _words(passage: Passage, quantity: Quantity) -> str:
    """Return a number's words."""
    return quantity.span.cut(passage.report.text)


def _hedge(before: Passage, after: Passage) -> Iterator[_Change]:
    """Compare the words that weaken."""
    was, became = _hedges(before), _hedges(after)
    if was and not became:
        yield ("modality" if _MODAL.fullmatch(was) else "hedge lost"), was, ""
    if became and not was:
        yield "hedge gained", "", became


def _hedges(passage: Passage) -> str:
    """Return a statement's weakening words."""
    if not passage.factuality:
        return ""
    return ", ".join(hedge.cut(passage.report.text) for hedge in passage.factuality.hedges)
