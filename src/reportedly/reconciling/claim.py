"""Which statements are one claim."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from reportedly.reconciling.clause import Clause, clauses, whole, without_figures
from reportedly.reconciling.comparison import Comparison
from reportedly.reconciling.figure import Count
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.scope import scope
from reportedly.reconciling.weight import Weights, total
from reportedly.reconciling.word import countries, rivals

# Average likeness at which two groups of statements become one claim; chosen on the two golds, see docs/reconciling.md.
_ONE = 0.30
# A part of a statement has fewer words and needs more of them in common.
_PART = 0.42
# What the share of the shorter statement counts beside the share of both.
_SHORTER = 0.2
# Statements that each name somebody else are less alike.
_OTHERS = 0.6
# Statements that begin with different names, or tell of rival deeds, are hardly one claim whatever else they share.
_OTHERWISE = 0.4
_OPENING_WORDS = 4
# A source that goes on speaking mostly goes on with the matter; characters between the two contents.
_GOES_ON = 0.08
_NEXT = 60
_HANDLING = r"(?:investigat\w+|look(?:s|ed|ing)? into|aware|check(?:s|ed|ing)|receiv\w+|seen|heard|examin\w+|stud(?:y|ied|ying)|verify\w*|assess\w*)"
_HANDLES = re.compile(rf"\b{_HANDLING}\b", re.IGNORECASE)
_SPEAKS_OF = re.compile(
    rf"^\W*(?:\w+\W+){{0,5}}?{_HANDLING}\b(?:\W+\w+){{0,4}}?\W+(?:reports?|claims?|allegations?|rumou?rs?|accounts?|possibility)\b",
    re.IGNORECASE,
)
# "All but one" and "most" of those killed are two words for one count.
_SCOPED = 0.15
HARMS = frozenset({"kill", "wound", "capture", "arrest", "flee", "vanish"})
_ASSERTING = frozenset({"asserts", "denies"})


@dataclass(slots=True)
class Draft:
    """A claim in the making.

    Attributes:
        clauses: What it is made from, in the order of reports and text.
        denied: It is the negation that is claimed.
        counts: The ladder's values, when it is about a count.
        status: It says what a source can or cannot confirm.
    """

    clauses: list[Clause]
    denied: bool = False
    counts: tuple[Count, ...] = ()
    status: bool = False
    extra: list[Passage] = field(default_factory=list)

    @property
    def said(self) -> tuple[Clause, ...]:
        """What it is made from as clauses; the whole statements where it is about a count."""
        return tuple(self.clauses) or tuple(whole(one) for one in self.passages)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The statements that assert it, each once, oldest report first."""
        held = {one.passage.key: one.passage for one in self.clauses}
        held.update({one.passage.key: one.passage for one in self.counts})
        held.update({one.key: one for one in self.extra})
        return tuple(sorted(held.values(), key=place))


def place(passage: Passage) -> tuple[object, ...]:
    """Return what statements are sorted by: report's day and id, then the place in the text."""
    return (str(passage.report.document.day or "9999"), passage.report.id, passage.place, passage.statement.id)


def likeness(left: Clause, right: Clause, weights: Weights) -> Comparison:
    """Both say the same: the deed, who and where in common, weighed by how much each tells apart."""
    mine, other = weights.of(left), weights.of(right)
    shared = sorted(mine.keys() & other.keys())
    deeds = [term for term in shared if not weights.is_name(term)]
    if not deeds or left.denied != right.denied:
        return Comparison(0.0, "one denies what the other says" if deeds else "no deed in common", same=False)
    both = math.fsum((mine[term] + other[term]) / 2 for term in shared)
    less, more = sorted((total(mine), total(other)))
    # A short statement may say no more than a part of a long one: the share of the shorter counts beside that of both.
    score = (1 - _SHORTER) * both / math.sqrt(less * more) + _SHORTER * min(1.0, both / less)
    if _other_person(left, right):
        score *= _OTHERS
    if _other_agent(left, right) or _otherwise(mine, other):
        score *= _OTHERWISE
    if any(term in HARMS for term in deeds) and scope(left.text) and scope(right.text):
        score += _SCOPED
    if _goes_on(left.passage, right.passage):
        score += _GOES_ON
    return Comparison(min(1.0, score), f"both say {', '.join(shared[:5])}", score >= _ONE)


def drafts(passages: Sequence[Passage], counted: Sequence[tuple[Count, ...]], weights: Weights) -> list[Draft]:
    """Group statements into claims.

    Args:
        passages: Of one story.
        counted: Groups of numbers that count one thing; each becomes a claim.
        weights: Of the story's terms.

    Returns:
        Claims in the making: those about a count first, then the others by their earliest statement.
    """
    numbers = [Draft([], counts=group) for group in counted]
    in_figure = {one.passage.key for group in counted for one in group}
    observing = {outer.key for outer, _ in handed_on(passages)}
    voiced = [one for one in passages if one.polarity in _ASSERTING and one.key not in observing]
    firm = [whole(one) for one in voiced if one.key not in in_figure and not one.writers_narration]
    rest = [part for one in voiced if one.key in in_figure and (part := without_figures(one)).says_enough]
    groups = _agglomerated([one for one in [*firm, *rest] if one.terms], weights)
    found = [Draft(group, denied=group[0].denied) for group in groups if any(one.whole for one in group)]
    for one in voiced:
        parts = clauses(one)
        against = [part for part in parts if part.denied != (one.polarity == "denies")]
        found += [
            Draft([part], denied=part.denied) for part in against if not _same_polarity_joined(found, part, weights)
        ]
        together = [part for part in parts if part not in against]
        _join(found, (whole(one), *together) if one.writers_narration else together, weights)
    return [*numbers, *sorted(_distinct(found), key=lambda draft: place(draft.passages[0]))]


def _distinct(found: Sequence[Draft]) -> list[Draft]:
    """Drop claims made by the very statements of another: a part of one that found the whole of the other."""
    kept: dict[tuple[frozenset[tuple[str, str]], bool], Draft] = {}
    for draft in sorted(found, key=lambda one: (-sum(clause.whole for clause in one.clauses), place(one.passages[0]))):
        support = frozenset(one.key for one in draft.passages)
        if len(support) == 1 or (support, draft.denied) not in kept:
            kept.setdefault(
                (support, draft.denied)
                if len(support) > 1
                else (support | {("", draft.clauses[0].text)}, draft.denied),
                draft,
            )
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


def _agglomerated(items: Sequence[Clause], weights: Weights) -> list[list[Clause]]:
    """Merge the two most alike groups until none are alike enough on average."""
    links: dict[int, dict[int, float]] = {at: {} for at in range(len(items))}
    for left, right in _sharing(items, weights):
        score = likeness(items[left], items[right], weights).score
        if score > 0:
            links[left][right] = links[right][left] = score
    groups = {at: [at] for at in range(len(items))}
    while True:
        best = max(
            (
                (links[one][two] / (len(groups[one]) * len(groups[two])), -one, -two)
                for one in groups
                for two in links[one]
                if one < two
            ),
            default=(0.0, 0, 0),
        )
        if best[0] < _ONE:
            break
        _merge(-best[1], -best[2], groups, links)
    return [[items[at] for at in sorted(group)] for _, group in sorted(groups.items())]


def _merge(one: int, two: int, groups: dict[int, list[int]], links: dict[int, dict[int, float]]) -> None:
    """Put group ``two`` into group ``one``; links are sums of the likenesses of their members."""
    groups[one] += groups.pop(two)
    gone = links.pop(two)
    links[one].pop(two, None)
    for other, score in sorted(gone.items()):
        links[other].pop(two, None)
        if other != one:
            links[one][other] = links[other][one] = links[one].get(other, 0.0) + score


def _sharing(items: Sequence[Clause], weights: Weights) -> list[tuple[int, int]]:
    """Return pairs that have a deed in common."""
    index: dict[str, list[int]] = {}
    for at, one in enumerate(items):
        for term in one.terms:
            if not weights.is_name(term):
                index.setdefault(term, []).append(at)
    return sorted({pair for held in index.values() for pair in combinations(held, 2)})


def _join(found: Sequence[Draft], parts: Iterable[Clause], weights: Weights) -> None:
    """Add a statement to the claims that one of its parts says."""
    for part in parts:
        scored = [(nearness(part, draft, weights), -at) for at, draft in enumerate(found) if draft.clauses]
        score, at = max(scored, default=(0.0, 0))
        if score >= _PART and all(part.passage.key != one.passage.key for one in found[-at].clauses):
            found[-at].clauses.append(part)


def _same_polarity_joined(found: Sequence[Draft], part: Clause, weights: Weights) -> bool:
    """Add a part that says the contrary of its statement to the claim of that polarity which names the same; say whether there is one."""
    scored = [
        (nearness(part, draft, weights), -at)
        for at, draft in enumerate(found)
        if draft.clauses and draft.denied == part.denied
    ]
    score, at = max(scored, default=(0.0, 0))
    known = {name for one in found[-at].clauses for name in one.names} if scored else set()
    if score < _ONE or not part.names <= known:
        return False
    found[-at].clauses.append(part)
    return True


def nearness(part: Clause, draft: Draft, weights: Weights) -> float:
    """Return how alike a clause is on average to the statements of a claim that are whole."""
    scores = [
        likeness(part, one, weights).score for one in draft.clauses if one.whole and one.passage.key != part.passage.key
    ]
    return math.fsum(scores) / len(scores) if scores else 0.0


def _other_person(left: Clause, right: Clause) -> bool:
    """Say whether each names somebody and nobody is named by both."""
    mine, other = left.names, right.names
    return bool(mine and other and not mine & other)


def _other_agent(left: Clause, right: Clause) -> bool:
    """Say whether each begins with a name that the other does not have."""
    mine, other = _opening(left), _opening(right)
    return bool(mine and other and not mine & right.names and not other & left.names)


def _opening(clause: Clause) -> frozenset[str]:
    """Return the names among a statement's first words, countries left out."""
    return frozenset(word.term for word in clause.words[:_OPENING_WORDS] if word.name) - countries()


def _otherwise(mine: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Say whether one tells of a deed that rules out the other's."""
    for left, right, _ in rivals():
        for one, two in ((mine, other), (other, mine)):
            if left & one.keys() and right & two.keys() and not left & two.keys() and not right & one.keys():
                return True
    return False


def _goes_on(left: Passage, right: Passage) -> bool:
    """Say whether one statement is the next sentence of the other's source."""
    one, two = left.attribution, right.attribution
    if left.report.id != right.report.id or one is None or two is None or one.by != two.by or one.by.kind == "author":
        return False
    first, second = sorted((left, right), key=lambda passage: passage.place)
    gap = second.place - (first.statement.content[-1].end if first.statement.content else 0)
    return 0 <= gap <= _NEXT
