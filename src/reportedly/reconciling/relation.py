"""Where each statement stands towards a claim: support, contest or observe, each with its reason."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.model import Polarity
from reportedly.reconciling.claim import handed_on
from reportedly.reconciling.clause import Clause, clauses, whole
from reportedly.reconciling.draft import Draft
from reportedly.reconciling.likeness import HARMS, Likenesses
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.pointing import answers_no, bare, meant, names_account, points_back, speaks_of, substance
from reportedly.reconciling.voice import Voices, same_voice
from reportedly.reconciling.weight import Weights, total
from reportedly.reconciling.word import countries, deeds, rivalled, rivals

# A denial names what it denies in few words: two fifths of what tells it apart are enough.
_ABOUT = 0.40
# "No soldiers died" is about every claim of dead soldiers, those that hold nearly as much of it as the best.
_NEARLY = 0.9
_REASONS: Mapping[Polarity, str] = {
    "denies": "{who} denied it",
    "cannot confirm": "{who} could not confirm it",
    "does not say": "{who} did not say",
    "asks": "{who} only asked",
    "asserts": "{who} said otherwise",
}


@dataclass(slots=True)
class Stances:
    """What stands against a claim or beside it, as (statement, reason) pairs.

    Attributes:
        contest: Statements that deny it, say otherwise or cannot confirm it.
        observe: Statements that report on it without taking it up.
    """

    contest: dict[tuple[str, str], tuple[Passage, str]] = field(default_factory=dict)
    observe: dict[tuple[str, str], tuple[Passage, str]] = field(default_factory=dict)


def stances(
    found: Sequence[Draft], passages: Sequence[Passage], weights: Weights, voices: Voices
) -> tuple[list[Draft], list[Stances]]:
    """Set denials, doubts, silences and other accounts against the claims they are about.

    Args:
        found: Claims in the making; a negative one that only denies another becomes that one's contest.
        passages: Every statement of the story.
        weights: Of the story's terms.
        voices: The story's sources.

    Returns:
        The claims that stay, and for each of them its stances.
    """
    kept = [draft for draft in found if not draft.denied]
    sides = [Stances() for _ in kept]
    for draft in [one for one in found if one.denied]:
        if not _deny(draft, kept, sides, weights, voices):
            kept.append(draft)
            sides.append(Stances())
    _doubts(kept, sides, passages, weights, voices)
    _handed_on(kept, sides, passages, weights, voices)
    _rivals(kept, sides, voices)
    _contradicted(kept, sides, passages, Likenesses(weights), voices)
    for draft, side in zip(kept, sides, strict=True):
        held = {one.key for one in draft.passages}
        side.contest = {key: one for key, one in side.contest.items() if key not in held}
        side.observe = {key: one for key, one in side.observe.items() if key not in held and key not in side.contest}
    return kept, sides


def _doubts(
    kept: Sequence[Draft], sides: Sequence[Stances], passages: Sequence[Passage], weights: Weights, voices: Voices
) -> None:
    """Set doubts, silences, questions and denials of no more than "this" against the claims that they point to."""
    at_of = [at for at, draft in enumerate(kept) if not draft.denied]
    positive = [kept[at] for at in at_of]
    for passage in passages:
        if passage.polarity not in ("asserts", "denies"):
            for at in _targets(passage, positive, weights, voices):
                _place(sides[at_of[at]], passage, voices)
        elif passage.polarity == "denies" and (not passage.tells or answers_no(passage)):
            for at in _answered(passage, passages, kept, weights) or meant(passage, kept, voices):
                sides[at].contest[passage.key] = (passage, _REASONS["denies"].format(who=who(passage, voices)))


def _handed_on(
    kept: Sequence[Draft], sides: Sequence[Stances], passages: Sequence[Passage], weights: Weights, voices: Voices
) -> None:
    """Put statements that only speak of reports beside the claims that the reports make."""
    at_of = [at for at, draft in enumerate(kept) if not draft.denied]
    positive = [kept[at] for at in at_of]
    for outer, inner in handed_on(passages):
        about = [
            at
            for at, draft in enumerate(kept)
            if inner and not draft.counts and any(one.key == inner.key for one in draft.passages)
        ]
        for at in about or [at_of[one] for one in _targets(outer, positive, weights, voices)]:
            sides[at].observe[outer.key] = (outer, f"{who(outer, voices)} spoke of the reports without taking them up")


def who(passage: Passage, voices: Voices) -> str:
    """Name whoever says something, for a sentence."""
    name = voices.name(passage.attribution.by if passage.attribution else None)
    return name or "the writer"


def _deny(draft: Draft, kept: Sequence[Draft], sides: Sequence[Stances], weights: Weights, voices: Voices) -> bool:
    """Set a negative claim's statements against the positive claims they are about; say whether there are any."""
    about: dict[int, list[Clause]] = {}
    for clause in draft.clauses:
        account = names_account(clause.passage, kept, voices)
        found = [] if account else _about(clause, kept, weights, own=True)
        for at in found or (meant(clause.passage, kept, voices) if account or points_back(clause) else []):
            about.setdefault(at, []).append(clause)
    for at, held in about.items():
        for clause in held:
            passage = clause.passage
            sides[at].contest[passage.key] = (passage, _REASONS["denies"].format(who=who(passage, voices)))
    return bool(about)


def _place(side: Stances, passage: Passage, voices: Voices) -> None:
    """Put a doubt under contest when a source voices it, a silence or the writer's own remark under observe."""
    because = _REASONS[passage.polarity].format(who=who(passage, voices))
    if passage.polarity == "cannot confirm" and not _own_remark(passage):
        side.contest[passage.key] = (passage, because)
    else:
        side.observe[passage.key] = (passage, because)


def _own_remark(passage: Passage) -> bool:
    """Say whether the writer or the outlet itself remarks that something is not confirmed."""
    name = passage.attribution.by.name if passage.attribution else None
    outlet = passage.report.document.outlet
    return passage.writers or not name or bool(outlet and same_voice(name, outlet))


def _answered(passage: Passage, passages: Sequence[Passage], kept: Sequence[Draft], weights: Weights) -> list[int]:
    """Return which claims the question is about that a plain "No" answers; none where it answers no question."""
    before = [one for one in passages if one.report.id == passage.report.id and one.place < passage.place]
    last = max(before, key=lambda one: one.place, default=None)
    if last is None or last.polarity != "asks" or not answers_no(passage):
        return []
    return _about(whole(last), kept, weights)


def _targets(passage: Passage, kept: Sequence[Draft], weights: Weights, voices: Voices) -> list[int]:
    """Return which claims a doubt or a silence is about: those whose substance it names, else the report's main one."""
    for clause in (whole(passage), *clauses(passage)):
        about = _about(clause, kept, weights)
        if about:
            return about
    said = whole(passage)
    if bare(said) or points_back(said) or (passage.polarity == "cannot confirm" and speaks_of(said)):
        return meant(passage, kept, voices)
    return []


def _about(clause: Clause, kept: Sequence[Draft], weights: Weights, *, own: bool = False) -> list[int]:
    """Return the claims whose statements hold most of a clause's substance, if any hold enough."""
    telling = substance(clause)
    mine = {term: weight for term, weight in weights.of(clause).items() if term in telling}
    if total(mine) == 0 or bare(clause):
        return []
    scored = []
    for at, draft in enumerate(kept):
        if own and _own(clause.passage, draft):
            continue
        central = _central(draft, weights)
        score = max((_held(clause, mine, other, weights, central) for other in draft.said), default=0.0)
        if score >= _ABOUT:
            scored.append((score, at))
    best = max((score for score, _ in scored), default=0.0)
    # Whoever denies that anybody died denies every count of the dead that holds enough of the denial.
    dead = own and "kill" in mine
    return [at for score, at in scored if score >= _NEARLY * best or (dead and _counts_dead(kept[at]))]


def _counts_dead(draft: Draft) -> bool:
    """Say whether a claim counts those who were killed."""
    return any(one.quantity.harm == "killed" for one in draft.counts)


def _own(passage: Passage, draft: Draft) -> bool:
    """Say whether a claim is made by the same source in the same report, which does not deny itself."""
    by = passage.attribution.by if passage.attribution else None
    return any(
        one.report.id == passage.report.id and one.attribution and one.attribution.by == by for one in draft.passages
    )


def _central(draft: Draft, weights: Weights) -> frozenset[str]:
    """Return what all statements of a claim tell of, where there are two or more and few others do ("drone")."""
    reports = {one.report.id for one in draft.passages}
    if len(reports) < 2:  # noqa: PLR2004 - one report's words are all its own
        return frozenset()
    held = [one.terms.keys() for one in draft.said]
    return frozenset(term for term in frozenset.intersection(*map(frozenset, held)) if not weights.common(term))


def _held(
    clause: Clause, mine: Mapping[str, float], other: Clause, weights: Weights, central: frozenset[str] = frozenset()
) -> float:
    """Return the share of a clause's weight that another clause holds; nothing when they share no deed."""
    theirs = set(other.terms)
    if "kill" in theirs and clause.passage.polarity != "asserts":
        theirs.add("wound")  # whoever says that nobody was hurt says that nobody died
    shared = mine.keys() & theirs
    telling = [term for term in shared if not weights.is_name(term)]
    if not telling:
        return 0.0
    # One word in common is enough where it is a harm, what the whole claim turns on, or a deed that few tell of.
    alone = len(shared) == 1 < len(mine) and not (HARMS | central) & shared
    if alone and not any(term in deeds() and not weights.common(term) for term in shared):
        return 0.0
    return total({term: mine[term] for term in shared}) / total(mine)


def _rivals(kept: Sequence[Draft], sides: Sequence[Stances], voices: Voices) -> None:
    """Set another account of the same incident against a claim that rests on hearsay."""
    accounts = [_Account.of(draft) for draft in kept]
    for at, account in enumerate(accounts):
        if not account.deeds or _firm(kept[at], voices):
            continue
        for one, other in enumerate(accounts):
            # A claim of one statement may only mention the incident: it takes more in common to be about it.
            least = 1 if len(kept[at].passages) > 1 else 2
            words = _rival(account, other, least) if one != at and other.deeds else None
            if words:
                for passage in kept[one].passages:
                    because = f"{who(passage, voices)} told of {words[1]} where this tells of {words[0]}"
                    sides[at].contest[passage.key] = (passage, because)


def _contradicted(
    kept: Sequence[Draft], sides: Sequence[Stances], passages: Sequence[Passage], alike: Likenesses, voices: Voices
) -> None:
    """Set another source's statement against a claim that says the contrary in nearly the same words."""
    sources = [{_name(one, voices) for one in draft.passages} for draft in kept]
    deeds_of: dict[str, set[int]] = {}
    for at, draft in enumerate(kept):
        for term in {term for one in draft.clauses for term in one.terms if not alike.weights.is_name(term)}:
            deeds_of.setdefault(term, set()).add(at)
    for passage in passages:
        if passage.polarity != "asserts" or passage.attribution is None:
            continue
        name = voices.name(passage.attribution.by)
        parts = (whole(passage), *clauses(passage))
        near = {at for part in parts for term in part.terms for at in deeds_of.get(term, ())}
        for at in sorted(at for at in near if name not in sources[at]):
            found = (alike.contradiction(part, one) for part in parts for one in kept[at].clauses)
            because = next((one for one in found if one), None)
            if because:
                sides[at].contest.setdefault(passage.key, (passage, f"{who(passage, voices)}: {because}"))


def _name(passage: Passage, voices: Voices) -> str | None:
    """Return the one name of whoever makes a statement; None for the writer."""
    return voices.name(passage.attribution.by if passage.attribution else None)


def _firm(draft: Draft, voices: Voices) -> bool:
    """Say whether a claim has a source in office, in uniform or on the spot behind it."""
    kinds = {
        one.attribution.by.kind
        for one in draft.passages
        if one.attribution and one.attribution.by.named and not voices.generic(one.attribution.by.name or "")
    }
    return bool(kinds & {"official", "intelligence", "military", "organisation"})


def _rival(account: "_Account", other: "_Account", least: int) -> tuple[str, str] | None:
    """Return the two deeds by which one claim tells the same incident otherwise than another; None when they do not."""
    things = account.things & other.things
    for left, right, wants_name in rivals():
        told, otherwise = left & account.deeds, right & other.deeds
        clear = told and otherwise and not left & other.deeds and not right & account.deeds
        if clear and len(things - told - otherwise) >= least and (account.names & other.names or not wants_name):
            return min(told), min(otherwise)
    return None


@dataclass(frozen=True, slots=True)
class _Account:
    """What a claim tells of an incident.

    Attributes:
        deeds: Terms that half of its statements have and that some other account rules out; empty for a negation.
        things: Terms that a third of its statements have, countries left out.
        names: Names in any of them, countries left out.
    """

    deeds: frozenset[str]
    things: frozenset[str]
    names: frozenset[str]

    @staticmethod
    def of(draft: Draft) -> "_Account":
        """Lay out a claim."""
        if draft.denied or not draft.clauses:
            return _Account(frozenset(), frozenset(), frozenset())
        held = Counter(term for one in draft.clauses for term in one.terms)
        size = len(draft.clauses)
        names = frozenset(name for one in draft.clauses for name in one.names)
        return _Account(
            frozenset(term for term, times in held.items() if 2 * times >= size and term in rivalled()),
            frozenset(term for term, times in held.items() if 3 * times >= size) - countries(),
            names - countries(),
        )
