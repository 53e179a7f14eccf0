"""Hedges, figures, scope and sources lost or gained on the way from one statement to another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.model import Attribution, Copy, Drift, Quantity, Report
from reportedly.reconciling.change import MOST, Change, changes, hedges, loses
from reportedly.reconciling.headline import in_heading
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.scope import scope
from reportedly.reconciling.standing import taken_back
from reportedly.reconciling.voice import Voices, classed, same_voice
from reportedly.reconciling.word import countries

_CORRECTION = re.compile(
    r"\b(?:earlier version|correct(?:s|ed|ion)|clarification|misstated|mistakenly|in error|wrongly (?:said|gave|stated|reported)|previously (?:said|gave|stated|reported))\b",
    re.IGNORECASE,
)
# Characters round two statements where the word for a correction stands, and how far apart they stand at most.
_AROUND, _NEAR = 80, 400
# Letters of the longest particle of a name ("al-", "abu").
_PARTICLE = 3
_ALL = frozenset({"hedge lost", "hedge gained", "figure", "bound", "scope", "modality", "source lost"})
_HEDGES = frozenset({"hedge lost", "hedge gained"})
_TOLD = frozenset({"modality", "scope", "bound"})
# Another number from somebody vague may be somebody else's.
_ONLY = _ALL - {"source lost", "figure"}
Step = tuple[Passage, str, frozenset[str]]
"""A statement that another may follow, why it may, and the changes that count on that way."""


@dataclass(frozen=True, slots=True)
class Trail:
    """What a claim's statements can have come from.

    Attributes:
        support: The claim's statements, oldest first.
        observe: Statements that speak of the reports without taking them up.
        copies: The story's texts in common, by the ids of the later and the earlier report.
        voices: The story's sources.
        cites: Pairs of sources of which the first cites the second for the claim.
        given: In how many of the story's reports each name stands, by its term.
        counts: Where the claim is about a count, the numbers on its ladder by the key of their statement.
    """

    support: Sequence[Passage]
    observe: Sequence[Passage]
    copies: Mapping[tuple[str, str], Copy]
    voices: Voices
    cites: frozenset[tuple[str, str]]
    given: Mapping[str, int]
    counts: Mapping[tuple[str, str], Sequence[Quantity]]
    _said: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _originals: dict[str, set[str]] = field(default_factory=dict, repr=False, compare=False)

    def name(self, passage: Passage) -> str | None:
        """Return the one name of whoever makes a statement."""
        return self.voices.name(passage.attribution.by if passage.attribution else None)

    def originals(self, report: str) -> set[str]:
        """Return the ids of the reports with which a report shares text that they had first."""
        if not self._originals:
            for later, first in self.copies:
                self._originals.setdefault(later, set()).add(first)
        return self._originals.get(report, set())

    def vague(self, passage: Passage) -> bool:
        """Say whether nobody in particular makes a statement: the writer, "reports", "officials"."""
        name = self.name(passage)
        return name is None or self.voices.generic(name) or classed(name)

    def said(self, passage: Passage) -> frozenset[str]:
        """Return the terms of a statement, vague ones and names too."""
        found = self._said.get(passage.key)
        if found is None:
            found = self._said[passage.key] = frozenset(word.term for word in passage.words)
        return found

    def changes(self, before: Passage, after: Passage, names: Sequence[str]) -> Iterator[Change]:
        """Yield the changes between two statements, the gravest first; the later gives these names for its words."""
        if before in self.observe:
            yield "modality", "reports", hedges(after)
        counts = [self.counts.get(one.key, ()) for one in (before, after)] if self.counts else None
        yield from changes(before, after, counts)
        source = self.name(before)
        if source and source not in names and not self.vague(before) and self.vague(after):
            yield "source lost", source, self.name(after) or ""


@dataclass(frozen=True, slots=True)
class _Telling:
    """One statement as a report tells it, with all whom it names for the same words ("the Courier, citing Sorrin").

    Attributes:
        passage: The outermost of the attributions that share the words.
        names: Whoever is named for them, the outermost first.
        via: The outlets through which the words came, or whose report it is.
    """

    passage: Passage
    names: tuple[str, ...]
    via: tuple[str, ...]


def drifts(trail: Trail) -> tuple[Drift, ...]:
    """Find what changed between statements of one claim.

    One statement is held to follow another when it is a copy of it, when both give one source, when it gives the outlet whose
    report the other stands in, or when nobody in particular says it and the other is the only one that it can have come from:
    by a detail that no third report of the story has, or because one source alone said it before. Of several statements of a
    source that which is nearest to the origin counts.

    Args:
        trail: The claim's statements and what is known of where they come from.

    Returns:
        At most one drift for each later statement, in the order of the support.
    """
    told: set[tuple[object, ...]] = set()
    found: dict[tuple[str, str], Drift] = {}
    tellings = _tellings(trail)
    for after in sorted(tellings, key=lambda one: one.passage.writers_narration):
        for before, because, kinds in _before(after, tellings, trail):
            drift = _drift(before, after, because, kinds, trail)
            if drift is None or _kept_below(drift.kind, before, after, tellings, trail):
                continue
            corrected = because == _CORRECTS
            again = (before.key, after.passage.report.id, drift.kind, "" if corrected else drift.became.lower())
            if again not in told:
                told.add(again)
                found[after.passage.key] = drift
            break
    return tuple(found[one.key] for one in trail.support if one.key in found)


_CORRECTS = "the report corrects itself"


def _drift(before: Passage, after: _Telling, because: str, kinds: frozenset[str], trail: Trail) -> Drift | None:
    """Return what changed on one way, if it is told which came first or the change takes something away."""
    later = after.passage
    change = next((one for one in trail.changes(before, later, after.names) if one[0] in kinds), None)
    sourced = trail.vague(later) and not trail.vague(before) and _one_day(before, later)
    if change and change[0] in _HEDGES and not trail.counts and not _same_words(before, later):
        return None
    if change and (_dated(before, later) or sourced or loses(change, before, later)):
        return Drift(before.evidence(), later.evidence(), *change, because)
    return None


def _kept_below(kind: str, before: Passage, after: _Telling, tellings: Sequence[_Telling], trail: Trail) -> bool:
    """Say whether a headline leaves out what its report gives unchanged."""
    if not _heads(after.passage):
        return False
    below = [
        one
        for one in tellings
        if one.passage.report.id == after.passage.report.id and set(one.names) & set(after.names) and one != after
    ]
    return any(kind not in {change[0] for change in trail.changes(before, one.passage, one.names)} for one in below)


def _tellings(trail: Trail) -> list[_Telling]:
    """Lay attributions that hand on the same words together, under the outermost of them."""
    held = {(one.report.id, one.attribution.id): one for one in trail.support if one.attribution}
    inside: dict[tuple[str, str], list[Passage]] = {}
    for one in trail.support:
        outer = one
        while outer.attribution and (parent := held.get((outer.report.id, outer.attribution.parent or ""))):
            if not _alike(outer, parent):
                break
            outer = parent
        inside.setdefault(outer.key, []).append(one)
    found = []
    for passage in trail.support:
        chain = sorted(inside.get(passage.key, ()), key=lambda one: one.key != passage.key)
        names = tuple(dict.fromkeys(name for one in chain if (name := trail.name(one))))
        if chain:
            found.append(_Telling(passage, names, _outlets(passage.report)))
    return found


def _outlets(report: Report) -> tuple[str, ...]:
    """Return whose report it is; where that is not known, the outlets that its sources spoke to."""
    if report.document.outlet:
        return (report.document.outlet,)
    return tuple(sorted({one.via for one in report.of(Attribution) if one.via and one.parent is None}))


def _alike(inner: Passage, outer: Passage) -> bool:
    """Say whether one attribution hands on the words of another, and hardly more."""
    return inner.text in outer.text and 3 * len(inner.text) >= 2 * len(outer.text)


def _before(after: _Telling, tellings: Sequence[_Telling], trail: Trail) -> Iterator[Step]:
    """Yield the statements that one follows, the surest first, each with the reason and the changes that count."""
    others = [one for one in tellings if one.passage.key != after.passage.key and _earlier(one.passage, after.passage)]
    for one in others:
        if one.passage.report.id == after.passage.report.id and _corrects(one.passage, after.passage):
            yield one.passage, _CORRECTS, frozenset({"figure"})
    copied = tuple(_copied(after, others, trail))
    yield from copied
    if copied:  # what was copied came from nowhere else
        return
    yield from _passed(after.passage, others, trail)
    yield from _given(after, others, trail)
    if trail.vague(after.passage):
        yield from _unsourced(after, others, trail)


def _copied(after: _Telling, others: Sequence[_Telling], trail: Trail) -> Iterator[Step]:
    """Yield statements whose words the report has copied."""
    seen: set[str] = set()
    for one in _by_likeness(after, others, trail):
        copy = trail.copies.get((after.passage.report.id, one.passage.report.id))
        if one.passage.report.id in seen:
            continue
        if copy and _covered(copy, one.passage, after.passage):
            seen.add(one.passage.report.id)
            yield one.passage, f"{_called(after.passage)} has the words from {_called(one.passage)}", _ALL


def _passed(after: Passage, others: Sequence[_Telling], trail: Trail) -> Iterator[Step]:
    """Yield what the one who hands it on says otherwise in the same report."""
    name = trail.name(after)
    for one in others:
        giver = trail.name(one.passage)
        cited = giver and name and (name, giver) in trail.cites and one.passage.report.id == after.report.id
        if cited and _handed(one.passage, after) and one.passage.text != after.text:
            yield one.passage, f"{name} passes on {giver}", _TOLD


def _called(passage: Passage) -> str:
    """Return what a report is called: its outlet, else its id."""
    return passage.report.document.outlet or passage.report.id


def _handed(before: Passage, after: Passage) -> bool:
    """Say whether one statement is passed on through the other."""
    inner, outer = before.attribution, after.attribution
    return bool(inner and outer and inner.parent == outer.id)


def _given(after: _Telling, others: Sequence[_Telling], trail: Trail) -> Iterator[Step]:
    """Yield what a source of the statement says, or only speaks of, in another report, or what the report of a cited outlet says."""
    elsewhere = [one for one in others if one.passage.report.id != after.passage.report.id]
    for name in after.names:
        if trail.voices.generic(name):
            continue
        own = [one for one in elsewhere if trail.voices.passes_on(name) and _came_through(one, name, trail)]
        same = own or [one for one in elsewhere if name in one.names]
        nearest = _nearest(after, same, trail)
        if nearest:
            because = f"{name} is given, whose report has it" if own else f"both give {name} as the source"
            yield nearest.passage, because, _ALL
        for one in trail.observe:
            if trail.name(one) == name and one.report.id != after.passage.report.id and after.passage.hedged:
                because = f"{name} only spoke of the reports in {_called(one)}"
                yield one, because, frozenset({"modality", "hedge lost"})


def _came_through(one: _Telling, name: str, trail: Trail) -> bool:
    """Say whether a statement stands in an outlet's own report, or was made to it; a short name must mean it alone."""
    return any(same_voice(outlet, name) and trail.voices.house(outlet) <= {name} for outlet in one.via)


def _nearest(after: _Telling, others: Sequence[_Telling], trail: Trail) -> _Telling | None:
    """Return the statement that is nearest to the origin: no copy of another, handed on by nobody, the latest before; of its report the likest."""
    best: dict[str, _Telling] = {}
    for one in _by_likeness(after, others, trail):
        best.setdefault(one.passage.report.id, one)

    def far(one: _Telling) -> tuple[object, ...]:
        report = one.passage.report
        copied = bool(trail.originals(report.id) & best.keys())
        day = report.document.day
        return copied, len(one.names) > 1, day is None, -day.toordinal() if day else 0, report.id

    return min(best.values(), key=far, default=None)


def _by_likeness(after: _Telling, others: Sequence[_Telling], trail: Trail) -> list[_Telling]:
    """Sort statements by how much they have in common with one; a headline is laid beside a headline first."""
    mine = {word.term for word in after.passage.words if word.weight}
    numbers = {(one.low, one.high) for one in after.passage.quantities}

    def key(one: _Telling) -> tuple[object, ...]:
        shared = len(mine & trail.said(one.passage)) / (1 + len(one.passage.words)) ** 0.5
        same = any((quantity.low, quantity.high) in numbers for quantity in one.passage.quantities)
        return _heads(one.passage) != _heads(after.passage), -shared - same, one.passage.key

    return sorted(others, key=key)


def _corrects(before: Passage, after: Passage) -> bool:
    """Say whether a report takes back what it had before ("an earlier version gave 41; the number is 14")."""
    start, end = min(before.place, after.place), max(before.place + len(before.text), after.place + len(after.text))
    around = before.report.text[max(0, start - _AROUND) : end + _AROUND]
    near = before.place < after.place and end - start <= _NEAR
    return near and bool(_CORRECTION.search(around)) and not taken_back(after)


def _unsourced(after: _Telling, others: Sequence[_Telling], trail: Trail) -> Iterator[Step]:
    """Yield statements that one without a source of its own can only have come from."""
    elsewhere = [one for one in others if one.passage.report.id != after.passage.report.id]
    for one in _by_likeness(after, elsewhere, trail):
        shared = _rare(one.passage, after.passage, trail)
        if shared and _same_words(one.passage, after.passage):
            yield one.passage, f"only these two reports give {', '.join(sorted(shared))}", frozenset({"source lost"})
        if _scoped(one.passage, after.passage) and not _said_before(after.passage, elsewhere):
            yield one.passage, "only these two reports give how many of all", frozenset({"source lost", "scope"})
    for one in others:
        if one.passage.report.id == after.passage.report.id and _scoped(one.passage, after.passage):
            yield one.passage, "one report gives both", frozenset({"scope"})
    yield from _alone(after, elsewhere, trail)


def _same_words(before: Passage, after: Passage) -> bool:
    """Say whether most of what the shorter of two statements says stands in the other."""
    mine, theirs = ({word.term for word in one.words if word.weight} for one in (before, after))
    return 2 * len(mine & theirs) >= min(len(mine), len(theirs))


def _rare(before: Passage, after: Passage, trail: Trail) -> frozenset[str]:
    """Return names, but not of countries, that both statements and no third report of the story give."""
    shared = trail.said(before) & trail.said(after)
    names = {word.term for word in before.words if word.name and len(word.term) > _PARTICLE} & shared
    alone = {term for term in names if trail.given.get(term) == 2}  # noqa: PLR2004 - these two reports
    return frozenset(alone - countries()) if len({one.report.id for one in trail.support}) > 2 else frozenset()  # noqa: PLR2004 - with two reports every shared name is one of two


def _alone(after: _Telling, elsewhere: Sequence[_Telling], trail: Trail) -> Iterator[Step]:
    """Yield the statement of the one source that said it before somebody vague does, unless a vague one said the same before.

    Of several sources that said it before, only those count whom the report gives for something else.
    """
    firm = [one for one in elsewhere if one.names and not trail.vague(one.passage)]
    if any(trail.vague(one.passage) for one in elsewhere):
        return
    because = "only {} said it before"
    if len({_speaker(one.names[-1], trail) for one in firm}) > 1:
        given = {trail.voices.name(one.by) for one in after.passage.report.of(Attribution)}
        firm = [one for one in firm if set(one.names) & given]
        because = "the report gives {} for other things, who said it before"
    nearest = _nearest(after, firm, trail)
    if nearest and len({_speaker(one.names[-1], trail) for one in firm}) == 1:
        yield nearest.passage, because.format(nearest.names[0]), _ONLY


def _speaker(name: str, trail: Trail) -> str:
    """Return the body that somebody speaks for, where it is one, else the name."""
    return min(trail.voices.speaks_for(name), default=name)


def _said_before(after: Passage, elsewhere: Sequence[_Telling]) -> bool:
    """Say whether an earlier report already said of how many of all it is."""
    mine = scope(after.text)
    days = (after.report.document.day, [one.passage.report.document.day for one in elsewhere])
    if mine is None or days[0] is None:
        return False
    return any(
        (told := scope(one.passage.text)) and told.rank == mine.rank and _dated(one.passage, after) for one in elsewhere
    )


def _heads(passage: Passage) -> bool:
    """Say whether a statement stands in a headline or a heading."""
    return passage.statement.headline or (passage.place >= 0 and in_heading(passage.report.text, passage.place))


def _scoped(before: Passage, after: Passage) -> bool:
    """Say whether one tells of most where the other tells of all or of all but a few."""
    one, two = scope(before.text), scope(after.text)
    return bool(one and two and one.rank > two.rank == MOST)


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


def _one_day(before: Passage, after: Passage) -> bool:
    """Say whether both reports are of one day: then what has no source follows what has one."""
    return before.report.document.day is not None and before.report.document.day == after.report.document.day


def _cites(report: Report, other: Report) -> bool:
    """Say whether a report cites the outlet of another."""
    outlet = other.document.outlet
    if not outlet or report.id == other.id:
        return False
    names = {name for one in report.of(Attribution) for name in (one.by.name, one.via) if name}
    return any(same_voice(name, outlet) for name in names)
