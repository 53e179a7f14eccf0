"""What two statements of one claim say otherwise: hedge, figure, bound, scope, modality, source."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportedly.model import DriftKind, Quantity
from reportedly.reconciling.count import counted
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.scope import scope

Change = tuple[DriftKind, str, str]
"""What kind of change, the words before and the words after."""

_MODAL = re.compile(r"\b(?:may|might|could|can|would|should)\b(?:\s+have)?", re.IGNORECASE)
# Doubt whether something is or was so; "could not" and "may grow" are none.
_DOUBT = re.compile(r"\b(?:may|might|could)\s+(?:have|be|well\s+(?:have|be))\b", re.IGNORECASE)
_FORECAST = re.compile(
    r"\b(?:will|shall|would|(?:is|are|was|were)\s+(?:going|expected|set|due|likely)\s+to)\b(?!\s+have)", re.IGNORECASE
)
_OF_THE = re.compile(r"^\s+of\s+(?:the|those|these|them)\b", re.IGNORECASE)
# Where no date tells which came first, what is less is taken to follow what is more: hedges and sources get lost.
_LOSSES = frozenset({"hedge lost", "bound", "scope", "source lost", "modality"})
# The rank of "most" in `scope`.
MOST = 2


def changes(before: Passage, after: Passage, counts: Sequence[Sequence[Quantity]] | None = None) -> Iterator[Change]:
    """Yield the changes between two statements, the gravest first; that a source is lost is not seen here.

    Args:
        before: The statement that is nearer to the origin.
        after: The other.
        counts: Where the claim is about a count, the numbers of each that stand on its ladder; without it, all their numbers,
            of which those with one noun are compared.
    """
    one, two = scope(before.text), scope(after.text)
    if one and two and one.rank != two.rank and min(one.rank, two.rank) > 1:
        yield "scope", one.text, two.text
    ours, theirs = counts or (before.quantities, after.quantities)
    kept = {ends(one) for one in ours} & {ends(two) for two in theirs}
    yield from _figures((before, after), (ours, theirs), alike=counts is not None)
    fulfilled = _FORECAST.search(before.text) and not _FORECAST.search(after.text)
    if not fulfilled and (kept or not (ours and theirs)) and (kept or counts is None):
        yield from _hedge(before, after)


def loses(change: Change, before: Passage, after: Passage) -> bool:
    """Say whether a change takes something away; an exception that is gained ("all" to "all but one") takes nothing."""
    one, two = scope(before.text), scope(after.text)
    gained = change[0] == "scope" and one and two and one.rank == two.rank + 1 and two.rank > MOST
    return change[0] in _LOSSES and not gained


def _figures(said: tuple[Passage, Passage], counts: Sequence[Sequence[Quantity]], *, alike: bool) -> Iterator[Change]:
    """Compare the numbers of two statements: all of them where they count one thing, else those with one noun.

    Who keeps a number has changed none ("14, up from nine"; "twelve of its nineteen").
    """
    kept = {ends(one) for one in counts[0]} & {ends(two) for two in counts[1]}
    for one in counts[0]:
        for two in counts[1]:
            comparable = alike or _same_noun(one, two)
            if not comparable or (one.unit, one.role) != (two.unit, two.role):
                continue
            was, became = _words(said[0], one), _words(said[1], two)
            if ends(one) != ends(two):
                whole = not (_of_a_whole(said[0], one) or _of_a_whole(said[1], two))
                if not kept and whole and one.projection == two.projection:
                    yield "figure", was, became
            elif one.projection != two.projection:
                yield ("modality" if one.projection else "hedge gained"), was, became
            elif one.bound != "=" and two.bound == "=":
                yield "bound", was, became


def _of_a_whole(passage: Passage, quantity: Quantity) -> bool:
    """Say whether a number is of those that another counts ("around 5,000 of the evacuees")."""
    return bool(_OF_THE.match(passage.report.text[quantity.span.end : quantity.span.end + 20]))


def _same_noun(one: Quantity, two: Quantity) -> bool:
    """Say whether two numbers of a claim that is about no count give one noun and one harm."""
    same = one.counted and two.counted and counted(one.counted)[0] == counted(two.counted)[0]
    return bool(same) and one.harm == two.harm


def ends(quantity: Quantity) -> frozenset[Decimal]:
    """Return the ends that a number has."""
    return frozenset(end for end in (quantity.low, quantity.high) if end is not None)


def _words(passage: Passage, quantity: Quantity) -> str:
    """Return a number's words."""
    return quantity.span.cut(passage.report.text)


def _hedge(before: Passage, after: Passage) -> Iterator[Change]:
    """Compare the words that weaken."""
    was, became = hedges(before), hedges(after)
    if was and not became:
        yield ("modality" if _MODAL.fullmatch(was) else "hedge lost"), was, ""
    if became and not was:
        yield "hedge gained", "", became
    doubt = _DOUBT.search(before.text)
    if doubt and became and not _MODAL.search(after.text):
        yield "modality", doubt[0], ""


def hedges(passage: Passage) -> str:
    """Return a statement's weakening words."""
    if not passage.factuality:
        return ""
    return ", ".join(hedge.cut(passage.report.text) for hedge in passage.factuality.hedges)
