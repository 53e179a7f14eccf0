"""Denials and doubts that point back: what is left of their words without "the report" and "nonsense", and what they mean."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from reportedly import lexicon
from reportedly.reconciling.clause import Clause
from reportedly.reconciling.draft import Draft
from reportedly.reconciling.likeness import HARMS
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.voice import Voices
from reportedly.reconciling.word import concept, words

# Weight of words below which a clause has no substance of its own: two plain words.
_BARE_WEIGHT = 0.9
_NEAREST = re.compile(
    r"^\W*(?:(?:this|that|it)\b(?!\s+(?:is|was|were|are|has|had|will|would|could|can|did|does)\b)|(?:these|those|such|no such|any such|the said)\b"
    r"|the\s+(?:claim|allegation|accusation|charge)\W*$)",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:it|them|this|that|these|those|such|matter|incident|initiative)\b", re.IGNORECASE)
_SUCH = re.compile(r"\b(?:no|any|the|of) such\b|\bsuch (?:an? )?\w+", re.IGNORECASE)
_NO = re.compile(r"^\W*no\b\W*(?:$|[,.;!])", re.IGNORECASE)


def substance(clause: Clause) -> Mapping[str, float]:
    """Return what a clause tells of besides accounts, dismissals and the want of evidence, each term with how much it says.

    >>> # "the story as tosh" has none; "no trace of a drone" tells of a drone.
    """
    return {term: weight for term, weight in clause.terms.items() if term not in _idle()}


def bare(clause: Clause) -> bool:
    """Say whether a clause has no substance of its own ("the reports")."""
    held = substance(clause)
    return sum(held.values()) < _BARE_WEIGHT and not HARMS & held.keys()


def points_back(clause: Clause) -> bool:
    """Say whether a clause only speaks of what others have said or of what was said before."""
    return bool(_SUCH.search(clause.text)) or (bare(clause) and (speaks_of(clause) or not substance(clause)))


def speaks_of(clause: Clause) -> bool:
    """Say whether a clause has a word for what others have said or for what was said before."""
    return bool(_POINTS.search(clause.text)) or not _accounts().isdisjoint(word.lower for word in clause.words)


def names_account(passage: Passage, kept: Sequence[Draft], voices: Voices) -> bool:
    """Say whether a statement is about what somebody named in it has said ("the Courier's report")."""
    own = {word.term for word in passage.words if word.name}
    said = not _accounts().isdisjoint(word.lower for word in passage.words)
    return said and any(
        own & _name(one, voices) for draft in kept for one in draft.passages if one.report.id == passage.report.id
    )


def answers_no(passage: Passage) -> bool:
    """Say whether a statement opens with a plain "No"."""
    return bool(_NO.match(passage.text))


def meant(passage: Passage, kept: Sequence[Draft], voices: Voices) -> list[int]:
    """Return which claims a statement that points back is about.

    "This" and "such" mean what was said last by somebody else; "the Courier's report" what the Courier says; "the reports"
    the most widely carried of the claims that the same report passes on; who denies them denies what the report has from
    nobody in particular as well.

    Args:
        passage: The statement.
        kept: The story's claims in the making.
        voices: The story's sources.

    Returns:
        Places in ``kept``.
    """
    before = [
        (one.place, at, one)
        for at, draft in enumerate(kept)
        if not draft.denied
        for one in draft.passages
        if one.report.id == passage.report.id and one.place < passage.place and _other(one, passage)
    ]
    if before and _NEAREST.match(passage.text):
        last = max(place for place, _, _ in before)
        return sorted({at for place, at, _ in before if place == last})
    own = {word.term for word in passage.words if word.name}
    named = {at for _, at, one in before if own & _name(one, voices)}
    if named:
        return sorted(named)
    widest = set(_widest(passage, kept))
    if passage.polarity == "denies":
        widest |= {at for _, at, one in before if one.attribution and not one.attribution.by.named}
    return sorted(widest)


def _widest(passage: Passage, kept: Sequence[Draft]) -> list[int]:
    """Return the most widely carried claim among those the same report passes on; all of them where each stands alone."""
    here = [
        at
        for at, draft in enumerate(kept)
        if not draft.denied
        and any(one.report.id == passage.report.id and one.key != passage.key for one in draft.passages)
    ]
    among = here or [at for at, draft in enumerate(kept) if not draft.denied]
    among = [at for at in among if kept[at].clauses] or among
    sizes = {at: (len({one.report.id for one in kept[at].passages}), len(kept[at].passages)) for at in among}
    most = max(sizes.values(), default=(0, 0))
    if most[0] < 2:  # noqa: PLR2004 - carried by one report only: the first stands for all
        return among[:1]
    return [at for at in among if sizes[at] == most]


def _other(one: Passage, passage: Passage) -> bool:
    """Say whether somebody else makes a statement."""
    left, right = one.attribution, passage.attribution
    return left is None or right is None or left.by != right.by


def _name(passage: Passage, voices: Voices) -> frozenset[str]:
    """Return the terms of the name of whoever makes a statement."""
    name = voices.name(passage.attribution.by) if passage.attribution else None
    return frozenset(word.term for word in words("x " + (name or "")) if word.name)


@cache
def _accounts() -> frozenset[str]:
    """Return nouns for what somebody has said."""
    return frozenset(word for row in lexicon.load("en", "pointing")["accounts"].values() for word in row["words"])


@cache
def _idle() -> frozenset[str]:
    """Return what the words without substance are compared by."""
    table = lexicon.load("en", "pointing")
    return frozenset(
        concept(word)
        for section in ("accounts", "dismissals", "evidence")
        for row in table[section].values()
        for word in row["words"]
    )
