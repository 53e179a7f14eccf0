"""A source's case: what it says beside a denial goes with the denial."""

from collections.abc import Sequence
from itertools import pairwise

from reportedly.reconciling.antecedent import one_voice
from reportedly.reconciling.draft import Draft
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.stance import Stances, who
from reportedly.reconciling.voice import Voices


def cases(kept: Sequence[Draft], sides: Sequence[Stances], passages: Sequence[Passage], voices: Voices) -> None:
    """Set what a source says beside its denial against what it denies.

    A further denial that names no claim denies the same ("it denied that a drone had been launched. “We attacked nobody”").

    Args:
        kept: The claims in the making.
        sides: What stands against each of them so far; added to.
        passages: Every statement of the story, oldest report first and in text order within each.
        voices: The story's sources.
    """
    held = {one.key for draft in kept if not draft.denied for one in draft.passages if one.polarity == "denies"}
    spoken = [one for one in passages if one.attribution and not one.writers]
    for before, after in pairwise(spoken):
        if before.report.id != after.report.id or not one_voice(before, after, voices):
            continue
        for said, beside in ((before, after), (after, before)):
            if said.key not in held and _joins(said, beside):
                _against(said, [side for side in sides if beside.key in side.contest], sides, voices)


def _joins(said: Passage, beside: Passage) -> bool:
    """Say whether a statement goes with the denial beside it."""
    return said.polarity == "denies" and beside.polarity in {"denies", "cannot confirm"}


def _against(said: Passage, found: Sequence[Stances], sides: Sequence[Stances], voices: Voices) -> None:
    """Set a statement against some claims, unless it already stands against any."""
    if len(found) != 1 or any(said.key in side.contest for side in sides):
        return
    for side in found:
        side.contest[said.key] = (said, f"{who(said, voices)} said it beside a denial")
