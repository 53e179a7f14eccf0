"""Which claims a statement means that only points to what others have said."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reconciling.clause import whole
from reportedly.reconciling.draft import Draft
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.pointing import Reach, name_terms, reach
from reportedly.reconciling.stance import name_of
from reportedly.reconciling.voice import Voices

# Sources whose accounts are called claims, allegations or rumours; what offices, bodies and experts say is called findings.
_ALLEGE = frozenset({"unnamed", "person", "witness", "outlet", "agency", "author", "document"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A statement that a claim rests on, told before another one of the same report.

    Attributes:
        at: The claim's place among the claims.
        passage: The statement.
    """

    at: int
    passage: Passage


def told_before(passage: Passage, kept: Sequence[Draft]) -> list[Mention]:
    """Return what others say before a statement in its report and some positive claim rests on, in text order."""
    found = [
        Mention(at, one)
        for at, draft in enumerate(kept)
        if not draft.denied
        for one in draft.passages
        if one.report.id == passage.report.id and one.place < passage.place and _other(one, passage)
    ]
    return sorted(found, key=lambda one: (one.passage.place, one.passage.statement.id, one.at))


def handed(passage: Passage, kept: Sequence[Draft]) -> list[int]:
    """Return the claims that rest on a statement which this one hands on: "denied suggestions that …" denies the suggestion."""
    own = passage.attribution
    if own is None:
        return []
    return [
        at
        for at, draft in enumerate(kept)
        if not draft.denied
        and any(
            one.report.id == passage.report.id
            and one.polarity == "asserts"
            and one.attribution
            and one.attribution.parent == own.id
            for one in draft.passages
        )
    ]


def meant(passage: Passage, kept: Sequence[Draft], voices: Voices) -> list[int]:
    """Return which claims a statement that points back is about.

    "This" and "such" mean what somebody else said last; "either figure" the counts given before; "the Courier's report" what
    the Courier says; "the allegations" what is alleged right before; "the reports" the most widely carried of the claims that the same
    report passes on; who denies them denies what the report has from nobody in particular as well.

    Args:
        passage: The statement.
        kept: The story's claims in the making.
        voices: The story's sources.

    Returns:
        Places in ``kept``, sorted.
    """
    before = told_before(passage, kept)
    how = reach(whole(passage))
    counts = sorted({one.at for one in before if kept[one.at].counts})
    if how is Reach.FIGURES and counts:
        return counts
    if before and how is Reach.NEAREST:
        return _places(last_run(before, voices))
    own = {word.term for word in passage.words if word.name}
    named = [one for one in before if own & name_terms(name_of(one.passage, voices))]
    if named:
        return _places(named)
    if before and how is Reach.ALLEGED:
        return _places(_alleged(before, voices))
    widest = set(_widest(passage, kept))
    if passage.polarity == "denies":
        widest |= {one.at for one in before if one.passage.attribution and not one.passage.attribution.by.named}
    return sorted(widest)


def last_run(before: Sequence[Mention], voices: Voices) -> list[Mention]:
    """Return what was said last, with all that the same source says right before it in the same paragraph."""
    last = before[-1].passage
    found: list[Mention] = []
    for one in reversed(before):
        if not (one_voice(one.passage, last, voices) and not parted(one.passage, last)):
            break
        found.append(one)
    return found


def _alleged(before: Sequence[Mention], voices: Voices) -> list[Mention]:
    """Return what was said last and by whom before that, unless the latter is a finding of an office or an expert."""
    found = last_run(before, voices)
    rest = before[: len(before) - len(found)]
    by = rest[-1].passage.attribution if rest else None
    return [*found, *last_run(rest, voices)] if by and by.by.kind in _ALLEGE else found


def _places(found: Sequence[Mention]) -> list[int]:
    """Return the claims of some mentions."""
    return sorted({one.at for one in found})


def parted(one: Passage, other: Passage) -> bool:
    """Say whether two statements of a report stand in different paragraphs."""
    first, second = sorted((one, other), key=lambda passage: passage.place)
    return "\n" in first.report.text[max(0, first.place) : max(0, second.place)].strip()


def one_voice(one: Passage, other: Passage, voices: Voices) -> bool:
    """Say whether one source says both, or the one is handed on by the other."""
    left, right = one.attribution, other.attribution
    if left is None or right is None:
        return left is right
    chained = left.parent == right.id or right.parent == left.id
    return chained or left.by == right.by or name_of(one, voices) == name_of(other, voices)


def _other(one: Passage, passage: Passage) -> bool:
    """Say whether somebody else makes a statement."""
    left, right = one.attribution, passage.attribution
    return left is None or right is None or left.by != right.by


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
    # What the writers only tell themselves is no report that anybody passes on.
    said = {at: [one for one in kept[at].passages if not one.writers_narration] for at in among}
    sizes = {at: (len({one.report.id for one in said[at]}), len(said[at])) for at in among}
    most = max(sizes.values(), default=(0, 0))
    if most[0] < 2:  # noqa: PLR2004 - carried by one report only: the first stands for all
        return among[:1]
    return [at for at in among if sizes[at] == most]
