"""Denials and doubts that point back: what is left of their words without "the report" and "nonsense", and how far back they point."""

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from itertools import pairwise

from reportedly import lexicon
from reportedly.reconciling.clause import Clause
from reportedly.reconciling.draft import Draft
from reportedly.reconciling.grammar import finite
from reportedly.reconciling.likeness import HARMS
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.stance import name_of
from reportedly.reconciling.voice import Voices
from reportedly.reconciling.word import concept, words

# Weight of words below which a clause has no substance of its own: two plain words.
_BARE_WEIGHT = 0.9
# "That a slander", "them “guesswork”": a pronoun and what somebody calls it; "these allegations": what was just said.
_CALLED = re.compile(
    r"^\W*(?:this|that|it|these|those)\s*(?:$|[“\"‘'.,;]|(?:as|an?)\b)|^\W*(?:them|otherwise|the (?:opposite|contrary|reverse))\b",
    re.IGNORECASE,
)
_THESE = re.compile(
    r"^\W*(?:this|that|these|those|such|no such|any such|the said)\s+(?:\w+\s+)?(?P<account>\w+)|^\W*the\s+(?:claim|allegation|accusation|charge)\W*$",
    re.IGNORECASE,
)
_OPENS_BACK = re.compile(r"^\W*(?:this|that|it|them|these|those)\b", re.IGNORECASE)
_FIGURES = re.compile(
    r"^.{0,60}?\b(?:either|both|the|these|those|any|a|no)(?:\s+(?:of\s+)?(?:the|these|those))?\s+(?:\w+\s+)?(?:figures?|numbers?|tolls?|totals?|counts?)\b(?!\s+of)",
    re.IGNORECASE,
)
_ALLEGED = re.compile(
    r"^\W*(?:all\s+)?(?:the|such|both|his|her|its|their)?\s*(?:claims?|allegations?|accusations?|charges|rumours?|rumors?|suggestions?|assertions?)\b(?!\s+(?:of|that|about)\b)",
    re.IGNORECASE,
)
# "Reports of a burst pipe “a fairy tale”": an account, what it is of, and what somebody calls it.
_EVALUATED = re.compile(
    r"^\W*(?:(?:the|this|that|these|those|all|any|such|his|her|its|their)\s+)?(?:[\w’'-]+\s+)?(?P<account>\w+)\b"
    r"(?:\s+(?:of|about|on)\s+(?P<what>[^“”\"‘]+?)(?=\s+as\b|\s*[“”\"‘]|$))?",
    re.IGNORECASE,
)
_POINTS = re.compile(r"\b(?:it|them|this|that|these|those|such|matter|incident|initiative)\b", re.IGNORECASE)
_SUCH = re.compile(r"\b(?:no|any|the|of) such\b|^\W*such\b", re.IGNORECASE)
_NO = re.compile(r"^\W*no\b\W*(?:$|[,.;!])", re.IGNORECASE)


class Reach(Enum):
    """How far back a statement points."""

    NEAREST = "what somebody else said last"
    ALLEGED = "what is alleged right before"
    FIGURES = "the counts given before"
    WIDEST = "what the report mainly passes on"


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
    return (
        bool(_SUCH.search(clause.text))
        or evaluated(clause.text) == ""
        or (bare(clause) and (speaks_of(clause) or not substance(clause)))
    )


def speaks_of(clause: Clause) -> bool:
    """Say whether a clause has a word for what others have said or for what was said before."""
    return bool(_POINTS.search(clause.text)) or _names_accounts(clause)


def _names_accounts(clause: Clause) -> bool:
    """Say whether a clause has a noun for what others have said."""
    return not _accounts().isdisjoint(word.lower for word in clause.words)


def names_account(passage: Passage, kept: Sequence[Draft], voices: Voices) -> bool:
    """Say whether a statement is about what somebody named in it has said ("the Courier's report")."""
    own = {word.term for word in passage.words if word.name}
    said = not _accounts().isdisjoint(word.lower for word in passage.words)
    return said and any(
        own & name_terms(name_of(one, voices))
        for draft in kept
        for one in draft.passages
        if one.report.id == passage.report.id
    )


def answers_no(passage: Passage) -> bool:
    """Say whether a statement opens with a plain "No"."""
    return bool(_NO.match(passage.text))


def reach(clause: Clause) -> Reach:
    """Say how far back a clause points that has no substance of its own."""
    text = clause.text
    if _FIGURES.match(text):
        return Reach.FIGURES
    these = _THESE.match(text)
    just = these and (these["account"] is None or these["account"].lower() in _accounts())
    if just or _CALLED.match(text) or _SUCH.search(text) or (_OPENS_BACK.match(text) and bare(clause)):
        return Reach.NEAREST
    if _ALLEGED.match(text):
        return Reach.ALLEGED
    # "Not so", "Nonsense": a reply.
    return Reach.WIDEST if not bare(clause) or _names_accounts(clause) else Reach.NEAREST


def evaluated(text: str) -> str | None:
    """Return what an account is of that a text only evaluates: empty where it says no more than "the account".

    None when the text does not evaluate an account: it has a verb of its own, or does not open with one.

    >>> evaluated("reports of a burst pipe “a fairy tale”"), evaluated("the allegations “grotesque”"), evaluated("the pipe burst")
    ('a burst pipe', '', None)
    """
    match = _EVALUATED.match(text)
    if not match or match["account"].lower() not in _accounts():
        return "" if _CALLED.match(text) else None
    if match["what"]:
        return match["what"].strip()
    return None if finite(text) else ""


def rebuts(passage: Passage) -> bool:
    """Say whether its verb sets a statement against what was said last ("countered", "hit back")."""
    cue = passage.attribution.cue if passage.attribution else ()
    held = re.findall(r"[a-z]+", " ".join(span.cut(passage.report.text) for span in cue).lower())
    return not _rebuttals().isdisjoint([*held, *(" ".join(pair) for pair in pairwise(held))])


def name_terms(name: str | None) -> frozenset[str]:
    """Return the terms of a source's name; none for the writer."""
    return frozenset(word.term for word in words("x " + (name or "")) if word.name)


@cache
def _accounts() -> frozenset[str]:
    """Return nouns for what somebody has said."""
    return frozenset(word for row in lexicon.load("en", "pointing")["accounts"].values() for word in row["words"])


@cache
def _rebuttals() -> frozenset[str]:
    """Return verbs that set what is said against what was said last."""
    return frozenset(word for row in lexicon.load("en", "pointing")["rebuttals"].values() for word in row["words"])


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
