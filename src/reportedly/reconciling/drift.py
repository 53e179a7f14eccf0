"""Hedges, figures, scope and sources lost or gained on the way from one statement to another."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reportedly.model import Attribution, Copy, Drift, DriftKind, Quantity, Report
from reportedly.reconciling.count import counted
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.scope import scope
from reportedly.reconciling.voice import Voices, same_voice
from reportedly.reconciling.word import countries

_MODAL = re.compile(r"\b(?:may|might|could|can|would|should)\b(?:\s+have)?", re.IGNORECASE)
# Where no date tells which came first, what is less is taken to follow what is more: hedges and sources get lost.
_LOSSES = frozenset({"hedge lost", "bound", "scope", "source lost", "modality"})
_CORRECTION = re.compile(
    r"\b(?:earlier version|correct(?:s|ed|ion)|clarification|misstated|mistakenly|in error|wrongly (?:said|gave|stated|reported)|previously (?:said|gave|stated|reported))\b",
    re.IGNORECASE,
)
# Characters round two statements where the word for a correction stands, and how far apart they stand at most.
_AROUND, _NEAR = 80, 400
# The rank of "most" in `scope`.
_MOST = 2
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
            if change and (_dated(before, after) or _lost(change, before, after)):
                again = (before.key, after.report.id, change[0])
                if after.writers_narration and again in told:
                    break
                told.add(again)
                found.setdefault(after.key, Drift(before.evidence(), after.evidence(), *change, because))
                break
    return tuple(found[one.key] for one in trail.support if one.key in found)


def _lost(change: _Change, before: Passage, after: Passage) -> bool:
    """Say whether a change takes something away; an exception that is gained ("all" to "all but one") takes nothing."""
    one, two = scope(before.text), scope(after.text)
    gained = change[0] == "scope" and one and two and one.rank == two.rank + 1 and two.rank > _MOST
    return change[0] in _LOSSES and not gained


_ALL = frozenset({"hedge lost", "hedge gained", "figure", "bound", "scope", "modality", "source lost"})
_TOLD = frozenset({"modality", "scope", "bound"})


def _before(after: Passage, trail: Trail, rare: frozenset[str]) -> Iterator[tuple[Passage, str, frozenset[str]]]:
    """Yield the statements that one follows, the surest first, each with the reason and the changes that count."""
    mine = {word.term for word in after.words if word.weight}
    others = sorted(
        (one for one in trail.support if one.key != after.key and _earlier(one, after)),
        key=lambda one: (_heads(one) != _heads(after), -len(mine & trail.said(one)) / (1 + len(one.words)) ** 0.5),
    )
    for one in others:
        if one.report.id == after.report.id and _corrects(one, after):
            yield one, "the report corrects itself", frozenset({"figure"})
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
            yield one, f"{_called(after)} has the words from {_called(one)}", _ALL
    name = trail.name(after)
    for one in others:
        giver = trail.name(one)
        if (
            giver
            and name
            and (name, giver) in trail.cites
            and one.report.id == after.report.id
            and _handed(one, after)
            and one.text != after.text
        ):
            yield one, f"{name} passes on {giver}", _TOLD


def _called(passage: Passage) -> str:
    """Return what a report is called: its outlet, else its id."""
    return passage.report.document.outlet or passage.report.id


def _handed(before: Passage, after: Passage) -> bool:
    """Say whether one statement is passed on through the other."""
    inner, outer = before.attribution, after.attribution
    return bool(inner and outer and inner.parent == outer.id)


def _given(after: Passage, others: Sequence[Passage], trail: Trail) -> Iterator[tuple[Passage, str, frozenset[str]]]:
    """Yield what the same source says, or only speaks of, in another report."""
    name = trail.name(after)
    if not name:
        return
    for one in others:
        if trail.name(one) == name and not trail.voices.generic(name) and one.report.id != after.report.id:
            yield one, f"both give {name} as the source", _ALL
    for one in trail.observe:
        if trail.name(one) == name and one.report.id != after.report.id and after.hedged:
            yield one, f"{name} only spoke of the reports in {_called(one)}", frozenset({"modality", "hedge lost"})


def _corrects(before: Passage, after: Passage) -> bool:
    """Say whether a report takes back what it had before ("an earlier version gave 41; the number is 14")."""
    start, end = min(before.place, after.place), max(before.place + len(before.text), after.place + len(after.text))
    around = before.report.text[max(0, start - _AROUND) : end + _AROUND]
    return before.place < after.place and end - start <= _NEAR and bool(_CORRECTION.search(around))


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


def _heads(passage: Passage) -> bool:
    """Say whether a statement stands in the first line of its report, which mostly is its headline."""
    line = passage.report.text.find("\n")
    return passage.statement.headline or 0 <= passage.place < line


def _rare(support: Sequence[Passage]) -> frozenset[str]:
    """Return names, but not of countries, that exactly two of the claim's three or more reports give."""
    if len({one.report.id for one in support}) <= 2:  # noqa: PLR2004 - with two reports every shared name is one of two
        return frozenset()
    held = Counter(
        term for term, _ in {(word.term, one.report.id) for one in support for word in one.words if word.name}
    )
    return frozenset(term for term, times in held.items() if times == 2 and term not in countries())  # noqa: PLR2004 - as above


def _scoped(before: Passage, after: Passage) -> bool:
    """Say whether one tells of most where the other tells of all or of all but a few."""
    one, two = scope(before.text), scope(after.text)
    return bool(one and two and one.rank > two.rank == _MOST)


def _covered(copy: Copy, before: Passage, after: Passage) -> bool:
    """Say whether the words in common lie in both statements."""
    ends = [two for one, two in copy.spans if any(piece.overlaps(one) for piece in after.statement.content)]
    return bool(ends) and any(piece.overlaps(two) for piece in before.statement.content for two in ends)


def _earlier(before: Passage, after: Passage) -> bool:
    """Say whether one may come before the other: its report is not the later one, nor does it cite the other's outlet."""
    one, two = before.report.document.day, after.report.document.day
    if one is not None and two is not None and one != two:
        return one < two
    return not _cites(before.report, after.report) or _cites(after.report, before.report)


def _dated(before: Passage, after: Passage) -> bool:
    """Say whether dates, one report's citing the other or a correction tell which came first."""
    one, two = before.report.document.day, after.report.document.day
    if one is not None and two is not None and one != two:
        return one < two
    if before.report.id == after.report.id:
        return _corrects(before, after)
    return _cites(after.report, before.report) and not _cites(before.report, after.report)


def _cites(report: Report, other: Report) -> bool:
    """Say whether a report cites the outlet of another."""
    outlet = other.document.outlet
    if not outlet or report.id == other.id:
        return False
    names = {name for one in report.of(Attribution) for name in (one.by.name, one.via) if name}
    return any(same_voice(name, outlet) for name in names)


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
    kept = {_ends(one) for one in before.quantities} & {_ends(two) for two in after.quantities}
    for one in before.quantities:
        for two in after.quantities:
            same = one.counted and two.counted and counted(one.counted)[0] == counted(two.counted)[0]
            if not same or (one.unit, one.harm, one.role) != (two.unit, two.harm, two.role):
                continue
            was, became = _words(before, one), _words(after, two)
            if one.projection != two.projection:
                yield ("modality" if one.projection else "hedge gained"), was, became
            elif _ends(one) != _ends(two):
                # "Twelve of its nineteen" keeps both numbers when it is told again.
                if not {_ends(one), _ends(two)} <= kept:
                    yield "figure", was, became
            elif one.bound != "=" and two.bound == "=":
                yield "bound", was, became


def _ends(quantity: Quantity) -> frozenset[Decimal]:
    """Return the ends that a number has."""
    return frozenset(end for end in (quantity.low, quantity.high) if end is not None)


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
