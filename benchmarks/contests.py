"""Contests alone: the hand's own reading, stories and claims, so that nothing else is to blame for what is missed.

`benchmarks/gold.py --contests` prints the table. It reaches into the room of reconciling, since no call of the public API takes claims.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.model import Report
from reportedly.reconciling.claim import handed_on
from reportedly.reconciling.clause import whole
from reportedly.reconciling.count import Count
from reportedly.reconciling.draft import Draft, place
from reportedly.reconciling.figure import ladders
from reportedly.reconciling.passage import Passage, passages
from reportedly.reconciling.relation import stances
from reportedly.reconciling.voice import Voices
from reportedly.reconciling.weight import Weights

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Contests of some claims, each a pair of claim and statement.

    Attributes:
        wanted: Those of the hand.
        found: Ours, with the reason.
        words: What each statement says.
    """

    wanted: frozenset[tuple[str, str]]
    found: Mapping[tuple[str, str], str]
    words: Mapping[str, str]

    @property
    def right(self) -> int:
        """How many were found that the hand has."""
        return len(self.wanted & self.found.keys())


def table(golds: Iterable[tuple[str, Sequence[Pairs]]]) -> str:
    """Return a table of what was found.

    Args:
        golds: The name of each with the contests of its stories.
    """
    lines = ["| gold | right | of | predicted | precision | recall | F1 |", "|---|---|---|---|---|---|---|"]
    for name, stories in golds:
        right, wanted = sum(one.right for one in stories), sum(len(one.wanted) for one in stories)
        found = sum(len(one.found) for one in stories)
        shares = (right / max(1, found), right / max(1, wanted), 2 * right / max(1, found + wanted))
        lines.append(
            f"| {name} | {right} | {wanted} | {found} | " + " | ".join(f"{100 * one:.1f}" for one in shares) + " |"
        )
    return "\n".join(lines)


def errors(story: Pairs) -> str:
    """Return what is missed and what is false in one story, a line each."""
    missed = [
        f"missed {claim}: {one} {story.words.get(one, '')}" for claim, one in sorted(story.wanted - story.found.keys())
    ]
    false = [
        f"false  {claim}: {one} {story.words.get(one, '')} ({story.found[claim, one]})"
        for claim, one in sorted(story.found.keys() - story.wanted)
    ]
    return "\n".join([*missed, *false])


def contests(reports: Sequence[Report], claims: Sequence[Row]) -> Pairs:
    """Find the contests of the hand's claims on one story; what is in no claim stays a claim by itself.

    Args:
        reports: Of one story, with the hand's attributions.
        claims: The hand's, of any story.
    """
    said = passages(reports)
    by = {one.attribution.id: one for one in said if one.attribution}
    counted = [count for group in ladders(said) for count in group]
    drafts = {row["id"]: draft for row in claims if (draft := _draft(row, by, counted))}
    used = {one.key for draft in drafts.values() for one in draft.passages}
    observing = {outer.key for outer, _ in handed_on(said)}
    rest = [
        Draft([whole(one)], denied=one.polarity == "denies")
        for one in said
        if one.polarity in {"asserts", "denies"} and not one.writers_narration and one.key not in used | observing
    ]
    found = [*drafts.values(), *(one for one in rest if one.clauses[0].terms)]
    kept, sides = stances(found, said, Weights(whole(one) for one in said), Voices(reports))
    names = {id(draft): name for name, draft in drafts.items()}
    return Pairs(
        frozenset((row["id"], one) for row in claims if row["id"] in drafts for one in row.get("contest", ())),
        {
            (names[id(draft)], passage.attribution.id if passage.attribution else str(key)): because
            for draft, side in zip(kept, sides, strict=True)
            if id(draft) in names
            for key, (passage, because) in side.contest.items()
        },
        {name: f"“{one.text}”" for name, one in by.items()},
    )


def _draft(row: Row, by: Mapping[str, Passage], counted: Sequence[Count]) -> Draft | None:
    """Make a claim of the hand into one in the making; None for one of another story and for what nobody could confirm."""
    held = sorted((by[one] for one in row["support"] if one in by), key=place)
    if not held or 2 * sum(one.polarity == "cannot confirm" for one in held) > len(held):
        return None
    keys = {one.key for one in held}
    counts = tuple(one for one in counted if one.passage.key in keys) if row.get("values") else ()
    return Draft([], counts=counts, extra=held) if counts else Draft([whole(one) for one in held])
