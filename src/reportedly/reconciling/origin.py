"""How many independent origins stand behind a claim."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportedly.model import Attribution, Factuality, Origin, Report
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.standing import taken_back
from reportedly.reconciling.voice import Voices, bare, classed, parts, same_voice
from reportedly.reconciling.word import words

Edges = Mapping[str, frozenset[str]]
# Words that somebody must add to those he quotes to tell something himself.
_MORE = 2
Ends = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class Known:
    """What a whole story tells of its sources.

    Attributes:
        outlets: Outlets whose own report is among the story's.
        relied_on: Whom each outlet cites anywhere in the story.
    """

    outlets: tuple[str, ...]
    relied_on: Edges


def relied_on(reports: Iterable[Report], voices: Voices) -> Edges:
    """Return whom each outlet cites anywhere in a story."""
    edges: dict[str, set[str]] = {}
    for report in reports:
        for attribution in report.of(Attribution):
            name = voices.name(attribution.by)
            outers = _outer(attribution, report, voices) | voices.house(attribution.via) if name else set[str]()
            for outer in outers:
                if name and name != outer and voices.passes_on(outer):
                    edges.setdefault(outer, set()).add(name)
    return {name: frozenset(cited) for name, cited in sorted(edges.items())}


def origins(support: Sequence[Passage], voices: Voices, known: Known) -> tuple[Origin, ...]:
    """Follow the statements of a claim to the roots they go back to.

    An outlet hands on, a person or body answers for what it says: a chain is followed through outlets to whoever they
    cite, named or not; it stops at a person, an organisation or an official who relies on sources that stay unnamed.
    An outlet that names nobody here counts with whom it cites elsewhere in the story, when that source stands behind the
    claim too; beside anybody who answers it is no origin, unless it gives a number of its own. Hearsay ("reports",
    "rumours", "local media") is a root only where nothing firmer is.

    Args:
        support: The statements.
        voices: The story's sources.
        known: What the story tells of its sources.

    Returns:
        Roots, those of most reports first; empty when the writers name nobody.
    """
    edges = citations(support, voices)
    held = frozenset((one.report.id, one.attribution.id) for one in support if one.attribution)
    found: dict[str, set[str]] = {}
    ways: dict[str, set[str]] = {}
    given: dict[str, set[Ends]] = {}
    for passage in support:
        name = None if taken_back(passage) else _answers(passage, voices, held)
        for way in _ways(name, edges, voices) if name else ():
            found.setdefault(way[-1], set()).add(passage.report.id)
            given.setdefault(way[-1], set()).update((one.low, one.high) for one in passage.quantities)
            ways.setdefault(way[-1], set()).add(" cites ".join(way))
    for name, into in _folds(found, voices, known).items():
        found[into] |= found.pop(name)
        spoken = name in voices.speaks_for(into)
        ways[into] |= {f"{into} speaks for {name}" if spoken else f"{name} relies on {into}"}
    firm = {name for name in found if not voices.generic(name)}
    answering = {name for name in firm if not voices.passes_on(name) or voices.kind(name) == "document"}
    kept = answering | _counting(firm - answering, answering, given) if answering else firm or set(sorted(found)[:1])
    return tuple(
        Origin(
            name, voices.named(name), voices.kind(name), tuple(sorted(found[name])), _because(name, ways[name], voices),
            missing=voices.passes_on(name) and voices.named(name) and not any(same_voice(name, outlet) for outlet in known.outlets),
        )
        for name in sorted(kept, key=lambda one: (-len(found[one]), one))
    )  # fmt: skip


def unfound(support: Sequence[Passage], roots: Sequence[Origin], voices: Voices, known: Known) -> tuple[str, ...]:
    """Name the outlets that are cited for a claim, are no origin of it, and whose own report is not among the story's, in words."""
    given = {voices.name(one.attribution.by) for one in support if one.attribution}
    held = {one.name for one in roots}
    return tuple(
        f"missing: {name} is cited, and its own report is not here"
        for name in sorted(one for one in given if one)
        if name not in held and voices.passes_on(name) and voices.kind(name) != "document"
        if voices.named(name) and not any(same_voice(name, outlet) for outlet in known.outlets)
    )


def _counting(outlets: Iterable[str], answering: Iterable[str], given: Mapping[str, set[Ends]]) -> set[str]:
    """Return the outlets that give a number which nobody else gives: that much they have from somewhere else."""
    said = {ends for name in answering for ends in given.get(name, ())}
    return {name for name in outlets if given.get(name, set()) - said}


def _answers(passage: Passage, voices: Voices, held: frozenset[tuple[str, str]]) -> str | None:
    """Return who answers for a statement: its source, whoever vouches for a source that stays unnamed, or whoever says the claim by quoting him."""
    attribution = passage.attribution
    name = voices.name(attribution.by if attribution else None)
    parent = _handed_by(attribution, passage.report) if attribution else None
    outer = voices.name(parent.by) if parent else None
    if name and outer and not _leads_on(outer, name, voices) and (voices.generic(name) or not voices.named(name)):
        return outer
    claimed = parent is not None and (passage.report.id, parent.id) in held
    if claimed and attribution and parent and outer and _tells_more(parent, attribution, passage.report, voices):
        return outer
    return name


def _handed_by(attribution: Attribution, report: Report) -> Attribution | None:
    """Return whoever hands an attribution on; None where nobody does: who denies or doubts reports does not hand them on."""
    parent = report.attribution(attribution.parent) if attribution.parent else None
    if parent is None:
        return None
    stance = {one.of: one.polarity for one in report.of(Factuality)}
    if stance.get(parent.id, "asserts") not in {"asserts", stance.get(attribution.id, "asserts")}:
        return None
    return parent


def _tells_more(outer: Attribution, inner: Attribution, report: Report, voices: Voices) -> bool:
    """Say whether somebody tells something himself besides whom he quotes ("He said, 'They are coming', and the line went dead")."""
    name = voices.name(outer.by)
    if name is None or voices.passes_on(name) or voices.generic(name):
        return False
    told = (*inner.content, *inner.source, *inner.cue)
    rest = [
        word
        for piece in outer.content
        for word in words(piece.cut(report.text))
        if word.weight and not any(one.start <= piece.start + word.start < one.end for one in told)
    ]
    return len(rest) >= _MORE


def _folds(found: Mapping[str, set[str]], voices: Voices, known: Known) -> dict[str, str]:
    """Return roots that are another root's: an outlet that relies on it in this story, a body that it speaks for, a bare "source" beside one described."""
    firm = sorted(name for name in found if not voices.generic(name) and not voices.passes_on(name))
    folds: dict[str, str] = {}
    for name in sorted(found):
        behind = [one for one in firm if one in known.relied_on.get(name, frozenset())]
        if behind and voices.passes_on(name):
            folds[name] = behind[0]
    for name in firm:
        behind = [one for one in firm if name in voices.speaks_for(one)]
        # Whoever leads a body is shown in its place; of its spokesmen, however many, the body is.
        folds.update({one: name for one in behind if voices.spokesman(one)})
        behind = [one for one in behind if not voices.spokesman(one)]
        if len(behind) == 1 and name not in folds.values():
            folds[name] = behind[0]
    described = [one for one in firm if not voices.named(one) and not bare(one)]
    for name in firm:
        if bare(name) and len(described) == 1 and _shared_outlet(name, described[0], known):
            folds[name] = described[0]
        other = _whole(name, firm, voices) or _of_its_kind(name, firm, voices)
        if other and name not in folds and name not in folds.values():
            folds[name] = folds.get(other, other)
    return folds


def _whole(name: str, firm: Sequence[str], voices: Voices) -> str | None:
    """Return the nameless group that a nameless source is of, by the same reports: "two residents and an official", of "one of the residents"."""
    if voices.named(name):
        return None
    own = parts(name)
    held = [one for one in firm if one != name and not voices.named(one) and own < parts(one)]
    told = {report for one in held for report in voices.reports(one)}
    return held[0] if held and voices.reports(name) <= told else None


def _of_its_kind(name: str, firm: Sequence[str], voices: Voices) -> str | None:
    """Return the one source of its kind that "officials" or "experts" can be: nobody says that they are others."""
    if not classed(name):
        return None
    held = [one for one in firm if one != name and not classed(one) and voices.kind(one) == voices.kind(name)]
    return held[0] if len(held) == 1 else None


def _shared_outlet(left: str, right: str, known: Known) -> bool:
    """Say whether one outlet relies on both."""
    return any({left, right} <= cited for cited in known.relied_on.values())


def circles(support: Sequence[Passage], voices: Voices) -> tuple[str, ...]:
    """Describe sources that cite each other round about, in words; empty when none do."""
    edges = citations(support, voices)
    found = set()
    for name in edges:
        seen, todo = set(), list(edges[name])
        while todo:
            one = todo.pop()
            if one not in seen:
                seen.add(one)
                todo += edges.get(one, frozenset())
        if name in seen:
            found.add(frozenset({one for one in seen if name in _reach(one, edges)} | {name}))
    return tuple(sorted(f"circular: {', '.join(sorted(ring))} cite each other" for ring in found))


def citations(support: Sequence[Passage], voices: Voices) -> Edges:
    """Return whom each source cites: by chains inside a report, by the outlet a statement came through, and by outlets whose report is here."""
    edges: dict[str, set[str]] = {}
    carried = {passage.report.document.outlet for passage in support} - {None}
    for passage in support:
        attribution = passage.attribution
        name = voices.name(attribution.by if attribution else None)
        if attribution is None or name is None:
            continue
        for outer in _outer(attribution, passage.report, voices):
            edges.setdefault(outer, set()).add(name)
        for outlet in carried:
            cited = voices.find(outlet) if outlet else None
            if cited and passage.report.document.outlet == outlet:
                edges.setdefault(cited, set()).add(name)
    return {name: frozenset(cited - {name}) for name, cited in sorted(edges.items())}


def _outer(attribution: Attribution, report: Report, voices: Voices) -> set[str]:
    """Return who hands on an attribution: the voice it stands in, and the outlet it came through."""
    parent = _handed_by(attribution, report)
    if parent and _tells_more(parent, attribution, report, voices):
        parent = None
    found = {voices.name(parent.by) if parent else None, voices.find(attribution.via) if attribution.via else None}
    return {name for name in found if name}


def _ways(name: str, edges: Edges, voices: Voices) -> list[tuple[str, ...]]:
    """Follow a source to its roots; a way that comes back to itself ends where it would repeat."""
    done: list[tuple[str, ...]] = []
    todo: list[tuple[str, ...]] = [(name,)]
    while todo:
        way = todo.pop()
        on = [
            one for one in sorted(edges.get(way[-1], frozenset())) if one not in way and _leads_on(way[-1], one, voices)
        ]
        todo += [(*way, one) for one in on]
        if not on:
            done.append(way)
    return done


def _leads_on(outer: str, inner: str, voices: Voices) -> bool:
    """Say whether the origin lies behind ``outer`` with ``inner``."""
    if voices.generic(outer):
        return True
    if voices.generic(inner):
        return False
    return voices.named(inner) or voices.passes_on(outer)


def _reach(name: str, edges: Edges) -> set[str]:
    """Return every source that one leads to."""
    seen: set[str] = set()
    todo = list(edges.get(name, ()))
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo += edges.get(one, frozenset())
    return seen


def _because(name: str, ways: set[str], voices: Voices) -> str:
    """Say how statements lead to a root."""
    through = sorted(way for way in ways if way != name)
    if through:
        return "; ".join(through[:3])
    if voices.generic(name):
        return f"nothing firmer than {name} is given"
    return f"nobody further behind {name} is named"
