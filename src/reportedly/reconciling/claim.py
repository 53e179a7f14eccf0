"""Which statements are one claim."""

import re
from collections.abc import Sequence
from itertools import combinations

from reportedly.reconciling.agglomeration import agglomerated
from reportedly.reconciling.clause import Clause, clauses, whole, without_figures
from reportedly.reconciling.count import Count
from reportedly.reconciling.draft import Draft, place
from reportedly.reconciling.figure import stands_alone
from reportedly.reconciling.grammar import finite
from reportedly.reconciling.likeness import ONE, Likenesses
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.shelf import Shelf
from reportedly.reconciling.weight import Weights

_ASSERTING = frozenset({"asserts", "denies"})
_HANDLING = r"(?:investigat\w+|look(?:s|ed|ing)? into|aware|check(?:s|ed|ing)|receiv\w+|seen|heard|examin\w+|stud(?:y|ied|ying)|verify\w*|assess\w*)"
_HANDLES = re.compile(rf"\b{_HANDLING}\b", re.IGNORECASE)
_SPEAKS_OF = re.compile(
    rf"^\W*(?:\w+\W+){{0,5}}?{_HANDLING}\b(?:\W+\w+){{0,4}}?\W+(?:reports?|claims?|allegations?|rumou?rs?|accounts?|possibility)\b",
    re.IGNORECASE,
)


def drafts(passages: Sequence[Passage], counted: Sequence[tuple[Count, ...]], weights: Weights) -> list[Draft]:
    """Group statements into claims.

    Args:
        passages: Of one story.
        counted: Groups of numbers that count one thing; each becomes a claim.
        weights: Of the story's terms.

    Returns:
        Claims in the making: those about a count first, then the others by their earliest statement.
    """
    numbers = [Draft([], counts=group) for group in counted if not stands_alone(group)]
    in_figure = {one.key for draft in numbers for one in draft.passages}
    observing = {outer.key for outer, _ in handed_on(passages)}
    voiced = [one for one in passages if one.polarity in _ASSERTING and one.key not in observing]
    firm = [whole(one) for one in voiced if one.key not in in_figure and not one.writers_narration]
    rest = [
        part
        for one in voiced
        if one.key in in_figure and (part := without_figures(one)).says_enough and finite(part.text)
    ]
    alike = Likenesses(weights)
    groups = _agglomerated([one for one in [*firm, *rest] if one.terms], alike)
    found = [Draft(group, denied=group[0].denied) for group in groups if any(one.whole for one in group)]
    shelf = Shelf(found, alike)
    for one in voiced:
        parts = clauses(one)
        against = [part for part in parts if part.denied != (one.polarity == "denies")]
        for part in against:
            shelf.contrast(part)
        with_it = [part for part in parts if part not in against]
        shelf.join((whole(one), *with_it) if one.writers_narration else with_it)
    kept = [_counting(draft, counted) for draft in _distinct(found)]
    return [*numbers, *sorted(kept, key=lambda draft: place(draft.passages[0]))]


def _counting(draft: Draft, counted: Sequence[tuple[Count, ...]]) -> Draft:
    """Turn a claim of one statement that is about a number into a claim of that number."""
    if len(draft.passages) == 1 and not draft.denied:
        for group in counted:
            if stands_alone(group) and group[0].passage.key == draft.passages[0].key:
                return Draft([], counts=group)
    return draft


def _distinct(found: Sequence[Draft]) -> list[Draft]:
    """Drop claims made by the very statements of another: a part of one that found the whole of the other."""
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in sorted(found, key=lambda one: (-sum(clause.whole for clause in one.clauses), place(one.passages[0]))):
        support = tuple(one.key for one in draft.passages)
        # One statement alone may claim two things; two statements that do are mostly one thing found twice.
        name = (support, draft.denied) if len(support) > 1 else (support, draft.denied, draft.clauses[0].text)
        kept.setdefault(name, draft)
    return list(kept.values())


def handed_on(passages: Sequence[Passage]) -> tuple[tuple[Passage, Passage | None], ...]:
    """Find statements that only speak of others: "it was investigating reports that …", "we are aware of the reports".

    Args:
        passages: Of one story.

    Returns:
        Each such statement with the statement that stands inside it; None where that was not read. One that hands on the
        same words as its own is none of them.
    """
    inside = {
        (one.report.id, one.attribution.parent): one for one in passages if one.attribution and one.attribution.parent
    }
    found: list[tuple[Passage, Passage | None]] = []
    for outer in passages:
        if outer.attribution is None or outer.polarity not in _ASSERTING:
            continue
        inner = inside.get((outer.report.id, outer.attribution.id))
        if inner and inner.text in outer.text and len(inner.text) < len(outer.text):
            if _HANDLES.search(outer.text.replace(inner.text, "")):
                found.append((outer, inner))
        elif _SPEAKS_OF.match(outer.text):
            found.append((outer, None))
    return tuple(found)


def _agglomerated(items: Sequence[Clause], alike: Likenesses) -> list[list[Clause]]:
    """Group what is said by average likeness."""
    scores = {pair: alike.score(items[pair[0]], items[pair[1]]) for pair in _sharing(items, alike.weights)}
    found = agglomerated(len(items), {pair: score for pair, score in scores.items() if score > 0}, ONE)
    return [[items[at] for at in group] for group in found]


def _sharing(items: Sequence[Clause], weights: Weights) -> list[tuple[int, int]]:
    """Return pairs that have a deed in common."""
    index: dict[str, list[int]] = {}
    for at, one in enumerate(items):
        for term in one.terms:
            if not weights.is_name(term):
                index.setdefault(term, []).append(at)
    return sorted({pair for held in index.values() for pair in combinations(held, 2)})
