"""Statements that say of one thing the opposite state: ill and healthy, sound and failing, fighters and guests among the dead."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from reportedly import lexicon
from reportedly.reconciling.antecedent import last_run, told_before
from reportedly.reconciling.clause import pieces, whole
from reportedly.reconciling.draft import Draft
from reportedly.reconciling.exchange import roles
from reportedly.reconciling.grammar import closed, first_person
from reportedly.reconciling.likeness import HARMS
from reportedly.reconciling.modality import negates
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.pointing import name_terms
from reportedly.reconciling.stance import Stances, name_of, who
from reportedly.reconciling.voice import Voices
from reportedly.reconciling.word import concept, countries, stem, worded, words

# "Her departure would cost millions": only supposed.
_SUPPOSED = re.compile(r"\b(?:would|could|if|unless|should)\b", re.IGNORECASE)
# Texts whose states are kept at hand: those of a large story.
_REMEMBERED = 8192


# Which pair of opposites, whether its left side, and the word that gives it.
State = tuple[int, bool, str]


@dataclass(frozen=True, slots=True)
class _Row:
    """A pair of opposite states.

    Attributes:
        left: Concepts and phrases of the one.
        right: Those of the other.
        sufferer: They count only of whom something befalls.
        one_way: Only the right stands against the left.
    """

    left: frozenset[str]
    right: frozenset[str]
    sufferer: bool
    one_way: bool


@dataclass(frozen=True)
class _Given:
    """A claim that gives something a state.

    Attributes:
        at: Its place among the claims.
        draft: The claim.
        states: What it gives.
    """

    at: int
    draft: Draft
    states: frozenset[State]

    @cached_property
    def _terms(self) -> frozenset[str]:
        """What a third of its statements are about, countries and states left out."""
        held = Counter(term for one in self.draft.passages for term in whole(one).terms)
        least = len(self.draft.passages) / 3
        return frozenset(term for term, times in held.items() if times >= least) - countries() - _named_states()

    def concerns(self, passage: Passage, voices: Voices, *, answers: bool) -> bool:
        """Say whether another source's statement is about the same: it answers the claim, or names what the claim does."""
        if name_of(passage, voices) in {name_of(one, voices) for one in self.draft.passages}:
            return False
        # A claim of one statement may only mention the thing: it takes more in common to be about it.
        least = 1 if len(self.draft.passages) > 1 else 2
        return answers or len(_about(passage, voices) & self._terms) >= least


def opposed_states(
    kept: Sequence[Draft], sides: Sequence[Stances], passages: Sequence[Passage], voices: Voices
) -> None:
    """Set another source's statement against a claim when it gives the same thing the opposite state.

    That it is the same thing is told by what both name, the speaker among it who speaks of himself; or by the
    place: it answers what was said last.

    Args:
        kept: The claims in the making.
        sides: What stands against each of them so far; added to.
        passages: Every statement of the story.
        voices: The story's sources.
    """
    positive = [(at, draft) for at, draft in enumerate(kept) if not draft.denied]
    given = [_Given(at, draft, states) for at, draft in positive if (states := _of(draft))]
    if not given:
        return
    for passage in passages:
        found = _states(passage.text) if passage.polarity == "asserts" and passage.attribution else frozenset()
        if not found:
            continue
        before = told_before(passage, [draft for _, draft in positive])
        answered = {positive[one.at][0] for one in last_run(before, voices)} if before else set()
        for one in given:
            words_ = _opposed(one.states, found)
            if words_ and one.concerns(passage, voices, answers=one.at in answered):
                because = f"{who(passage, voices)} said “{words_[1]}” where this says “{words_[0]}”"
                sides[one.at].contest.setdefault(passage.key, (passage, because))


def _of(draft: Draft) -> frozenset[State]:
    """Return the states that half of a claim's statements give, none of which any other of them contradicts."""
    each = [_states(one.text) for one in draft.said]
    every = {state for one in each for state in one}
    sides = {(row, left): sum(any(s[:2] == (row, left) for s in one) for one in each) for row, left, _ in every}
    return frozenset(
        state for state in every if 2 * sides[state[:2]] >= len(each) and (state[0], not state[1]) not in sides
    )


def _opposed(states: frozenset[State], found: frozenset[State]) -> tuple[str, str] | None:
    """Return the two words by which a statement says the opposite of a claim; None when it does not."""
    own = {(row, left) for row, left, _ in found}
    for row, left, word in sorted(states):
        against = sorted(other for at, side, other in found if at == row and side != left)
        if against and (row, left) not in own and (left or not _rows()[row].one_way):
            return word, against[0]
    return None


def _about(passage: Passage, voices: Voices) -> frozenset[str]:
    """Return what a statement is about: its terms, and its speaker's name who speaks of himself."""
    speaker = name_terms(name_of(passage, voices)) if first_person(passage.text) else frozenset()
    return frozenset(whole(passage).terms) | speaker


@lru_cache(maxsize=_REMEMBERED)
def _states(text: str) -> frozenset[State]:
    """Return which sides of which pairs a text gives, parts that are negated left out, each with the word that gives it."""
    return frozenset(
        state for piece in pieces(text) if not (negates(piece) or _SUPPOSED.search(piece)) for state in _given(piece)
    )


def _given(piece: str) -> Iterator[State]:
    """Yield the states that one part of a text gives."""
    terms = {stem(word.lower): word for word in words(piece)}
    suffering = _suffering(piece)
    for at, row in enumerate(_rows()):
        for left, side in ((True, row.left), (False, row.right)):
            for one in sorted(side):
                word = terms.get(one.split()[-1])
                met = word and (" " not in one or re.search(rf"\b{one}\b", piece, re.IGNORECASE))
                if word and met and (not row.sufferer or word.term in suffering):
                    yield at, left, one if " " in one else word.lower


def _suffering(piece: str) -> frozenset[str]:
    """Return the terms of whom something befalls: the sufferers of each deed, and what "the dead" or "those killed" are said to be."""
    found = {term for _, patients in roles(piece).values() for term in patients}
    held = worded(piece)
    harmed = next((at for at, word in enumerate(held) if word.term in HARMS), len(held))
    are = next((at for at, word in enumerate(held) if at > harmed and word.lower in closed("B")), len(held))
    return frozenset(found | {word.term for word in held[are + 1 :] if word.term})


@cache
def _rows() -> tuple[_Row, ...]:
    """Return the pairs of opposite states, single words by their stems."""
    rows = lexicon.load("en", "rival")["opposites"].values()
    folded = [
        {side: frozenset(word if " " in word else stem(word) for word in row[side]) for side in ("left", "right")}
        for row in rows
    ]
    return tuple(
        _Row(one["left"], one["right"], bool(row.get("sufferer")), bool(row.get("one_way")))
        for one, row in zip(folded, rows, strict=True)
    )


@cache
def _named_states() -> frozenset[str]:
    """Return the words of all states."""
    rows = lexicon.load("en", "rival")["opposites"].values()
    return frozenset(concept(word) for row in rows for word in (*row["left"], *row["right"]))
