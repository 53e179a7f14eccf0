"""Accounts that cannot both be the whole story: what one source asserts against what another does."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reconciling.clause import clauses, whole
from reportedly.reconciling.draft import Draft
from reportedly.reconciling.likeness import Likenesses
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.stance import Stances, name_of, who
from reportedly.reconciling.voice import Voices
from reportedly.reconciling.word import countries, rivalled, rivals


def rivalled_accounts(kept: Sequence[Draft], sides: Sequence[Stances], voices: Voices) -> None:
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


def contradicted(
    kept: Sequence[Draft], sides: Sequence[Stances], passages: Sequence[Passage], alike: Likenesses, voices: Voices
) -> None:
    """Set another source's statement against a claim that says the contrary in nearly the same words."""
    sources = [{name_of(one, voices) for one in draft.passages} for draft in kept]
    deeds_of: dict[str, set[int]] = {}
    for at, draft in enumerate(kept):
        for term in {term for one in draft.clauses for term in one.terms if not alike.weights.is_name(term)}:
            deeds_of.setdefault(term, set()).add(at)
    for passage in passages:
        if passage.polarity != "asserts" or passage.attribution is None:
            continue
        name = voices.name(passage.attribution.by)
        parts = [one for one in (whole(passage), *clauses(passage)) if one.says_enough]
        near = {at for part in parts for term in part.terms for at in deeds_of.get(term, ())}
        for at in sorted(at for at in near if name not in sources[at]):
            found = (alike.contradiction(part, one) for part in parts for one in kept[at].clauses)
            because = next((one for one in found if one), None)
            if because:
                sides[at].contest.setdefault(passage.key, (passage, f"{who(passage, voices)}: {because}"))


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
