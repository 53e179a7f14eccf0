"""Reports of one event made into one story."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

from reportedly.model import Claim, Copy, Evidence, Quantity, Report, StatementKind, Story
from reportedly.reconciling.claim import drafts
from reportedly.reconciling.clause import whole
from reportedly.reconciling.copy import copies
from reportedly.reconciling.counted import counted_words
from reportedly.reconciling.draft import Draft, place
from reportedly.reconciling.drift import Trail, drifts
from reportedly.reconciling.event import compare, order
from reportedly.reconciling.figure import figure, ladders
from reportedly.reconciling.grade import Footing, cascade, credibility, status
from reportedly.reconciling.grouping import together
from reportedly.reconciling.headline import bare_headline
from reportedly.reconciling.origin import Known, circles, citations, origins, relied_on, unfound
from reportedly.reconciling.passage import Passage, passages
from reportedly.reconciling.profile import profile
from reportedly.reconciling.relation import stances
from reportedly.reconciling.stance import Stances
from reportedly.reconciling.unconfirmed import unconfirmed
from reportedly.reconciling.voice import Voices
from reportedly.reconciling.weight import Weights
from reportedly.reconciling.word import worded
from reportedly.reconciling.wording import sentence, wording

_LONG_TITLE = 160


def reconcile(reports: Iterable[Report]) -> tuple[Story, ...]:
    """Make stories out of reports.

    Args:
        reports: In any order; the same report twice counts once. Need the layer of `Statement` for claims.

    Returns:
        Stories by their earliest report; a report like no other is a story by itself.
    """
    return tuple(story(group) for group in together(reports))


def story(reports: Iterable[Report]) -> Story:
    """Make one story of reports that are already known to be about one event.

    Args:
        reports: At least one, in any order; the same report twice counts once.

    Returns:
        The story with its claims, the most widely carried first.
    """
    held = sorted({report.id: report for report in reports}.values(), key=order)
    name = story_id(held[0].id)
    days = [report.document.day for report in held if report.document.day]
    common = copies(held)
    voices = Voices(held)
    claims = _claims(held, name, common, voices)
    return Story(
        id=name,
        title=_title(held, claims),
        reports=tuple(report.id for report in held),
        first=min(days).isoformat() if days else None,
        last=max(days).isoformat() if days else None,
        copies=common,
        claims=claims,
        sources=voices.voices(),
        because=_because(held),
    )


def story_id(first: str) -> str:
    """Return the id of the story whose first report has this id."""
    return "s-" + _hash(first)


def _title(held: Sequence[Report], claims: Sequence[Claim]) -> str:
    """Return the words of the most widely carried claim of what happened; without one, the earliest headline."""
    told = [one for one in claims if one.kind in {"event", "assessment", "intention"} and one.support]
    # A claim that names somebody is worth two statements more: "a pipeline has exploded" could be anywhere.
    for claim in sorted(told, key=lambda one: -one.outlets - len(one.support) - 2 * _named(one.text)):
        if "“" not in claim.text and " denies " not in claim.text and len(claim.text) <= _LONG_TITLE:
            return claim.text
    headlines = [bare_headline(one.document.title) for one in held if one.document.title]
    return headlines[0] if headlines else claims[0].text if claims else sentence(held[0].text[:80])


def _named(text: str) -> bool:
    """Say whether a name stands in a claim's words."""
    return any(word.name for word in worded(text))


def _claims(held: Sequence[Report], name: str, common: Sequence[Copy], voices: Voices) -> tuple[Claim, ...]:
    """Make the claims of a story."""
    said = passages(held)
    weights = Weights(whole(one) for one in said)
    found = drafts(said, ladders(said), weights)
    kept, sides = stances(found, said, weights, voices)
    for draft in _statuses(said, voices):
        kept.append(draft)
        sides.append(Stances())
    teller = _Teller(name, held, said, common, voices)
    claims = [teller.claim(draft, side) for draft, side in zip(kept, sides, strict=True)]
    return tuple(
        sorted(claims, key=lambda claim: (-claim.outlets, -len(claim.support), claim.first or "9999", claim.id))
    )


def _statuses(said: Sequence[Passage], voices: Voices) -> list[Draft]:
    """Make a claim of what each source says it cannot confirm; of the writers' own remarks, one for each matter they name."""
    by: dict[str, list[Passage]] = {}
    for one in said:
        if one.polarity == "cannot confirm":
            name = voices.name(one.attribution.by if one.attribution else None)
            by.setdefault(name or f"\0{_matter(one) or one.report.id}", []).append(one)
    return [Draft([], status=True, extra=held) for _, held in sorted(by.items())]


def _matter(passage: Passage) -> str:
    """Return whose account a remark is about ("Sorrin’s account"); empty when it names nobody."""
    return min((word.term for word in passage.words if word.name or (word.weight >= 1 and not word.start)), default="")


def _because(held: Sequence[Report]) -> tuple[tuple[str, str], ...]:
    """Say of each report why it belongs to the story."""
    known = [profile(report) for report in held]
    found = [(held[0].id, "the earliest report of the story")]
    for at, one in enumerate(known[1:], start=1):
        best = max(
            (compare(one, other) for other in known[:at]), key=lambda comparison: (comparison.score, comparison.because)
        )
        found.append((held[at].id, best.because))
    return tuple(found)


class _Teller:
    """Turns claims in the making into claims, with what the story knows."""

    def __init__(
        self, name: str, reports: Sequence[Report], said: Sequence[Passage], common: Sequence[Copy], voices: Voices
    ) -> None:
        self._name = name
        self._sources = Known(
            tuple(report.document.outlet for report in reports if report.document.outlet), relied_on(reports, voices)
        )
        self._copies = {(copy.report, copy.of): copy for copy in common}
        self._voices = voices
        self._folded = _folded(common)
        named = {(word.term, one.report.id) for one in said for word in one.words if word.name}
        self._given = Counter(term for term, _ in named)

    def claim(self, draft: Draft, side: Stances) -> Claim:
        """Return a claim with its origins, drift, status and grade."""
        support = draft.passages
        against = [passage for passage, _ in side.contest.values()]
        roots = origins(support, self._voices, self._sources)
        ladder = figure(draft.counts) if draft.counts else None
        differs = ladder.because if ladder and ladder.relation == "contradict" else None
        moved = ladder.because if ladder and ladder.relation == "update" else None
        footing = Footing(support, against, roots, self._voices, differs, moved)
        what, by, because = status(footing)
        carried = {one.report.id: one.report for one in support}
        outlets = {report.document.outlet or report.id for report in carried.values()}
        days = [report.document.day for report in carried.values() if report.document.day]
        return Claim(
            id=self._id(draft),
            story=self._name,
            text=self._text(draft),
            kind=_kind(draft),
            support=tuple(one.evidence() for one in support),
            contest=_evidence(side.contest.values()),
            observe=_evidence(side.observe.values()),
            origins=roots,
            outlets=len(outlets),
            texts=len({self._folded.get(one, one) for one in carried}),
            status=what,
            status_by=by,
            because=because,
            credibility=credibility(footing),
            drift=drifts(self._trail(draft, side)),
            figure=ladder,
            first=min(days).isoformat() if days else None,
            last=max(days).isoformat() if days else None,
            flags=self._flags(footing, len(outlets), days),
        )

    def _trail(self, draft: Draft, side: Stances) -> Trail:
        """Return what a claim's statements can have come from."""
        support = draft.passages
        counts: dict[tuple[str, str], list[Quantity]] = {}
        for one in draft.counts:
            counts.setdefault(one.passage.key, []).append(one.quantity)
        cites = citations(support, self._voices)
        pairs = frozenset((outer, inner) for outer, cited in cites.items() for inner in cited)
        observe = [passage for passage, _ in side.observe.values() if passage.polarity == "asserts"]
        return Trail(support, observe, self._copies, self._voices, pairs, self._given, counts)

    def _id(self, draft: Draft) -> str:
        """Name a claim after its earliest statement, and what of it is claimed."""
        first = draft.passages[0]
        facet = "count" if draft.counts else "status" if draft.status else "denied" if draft.denied else ""
        if draft.counts:
            facet += str(
                min((one.quantity.span.start, one.passage.key) for one in draft.counts if one.passage.key == first.key)[
                    0
                ]
            )
        elif draft.clauses:
            facet += min(one.text for one in draft.clauses if one.passage.key == first.key)
        return "c-" + _hash(self._name, first.report.id, first.statement.id, facet)

    def _text(self, draft: Draft) -> str:
        """Return neutral words for a claim."""
        counted = counted_words(draft.counts) if draft.counts else None
        if counted:
            return sentence(counted)
        if draft.status:
            return unconfirmed(draft.passages, self._voices)
        return wording(draft.said, self._voices)

    def _flags(self, footing: Footing, outlets: int, days: Sequence[date]) -> tuple[str, ...]:
        """Return further remarks on a claim."""
        absent = unfound(footing.support, footing.origins, self._voices, self._sources)
        found = [cascade(footing, outlets, days), *circles(footing.support, self._voices), *absent]
        return tuple(one for one in found if one)


def _kind(draft: Draft) -> StatementKind:
    """Return the kind that most of a claim's statements have."""
    if draft.counts:
        return "figure"
    if draft.status:
        return "status"
    kinds: Counter[StatementKind] = Counter(one.statement.kind for one in draft.passages)
    return min(kinds, key=lambda kind: (-kinds[kind], kind))


def _evidence(held: Iterable[tuple[Passage, str]]) -> tuple[Evidence, ...]:
    """Return statements with their reasons, oldest report first."""
    return tuple(passage.evidence(because) for passage, because in sorted(held, key=lambda one: place(one[0])))


def _folded(common: Sequence[Copy]) -> dict[str, str]:
    """Return for each copied report the one it folds into."""
    roots: dict[str, str] = {}
    for copy in common:
        if copy.relation != "shares":
            left, right = _root(copy.report, roots), _root(copy.of, roots)
            if left != right:
                roots[max(left, right)] = min(left, right)
    return {one: _root(one, roots) for one in roots}


def _root(one: str, roots: dict[str, str]) -> str:
    """Follow a report to the one that stands for its text."""
    while one in roots:
        one = roots[one]
    return one


def _hash(*parts: str) -> str:
    """Return a short hash of the parts."""
    return sha256("\0".join(parts).encode()).hexdigest()[:12]


__all__ = ["reconcile", "story", "story_id"]
