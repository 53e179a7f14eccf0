"""Attributions of one passage, in tokens, before it is known whom they mean."""

from dataclasses import dataclass

from reportedly.model import Polarity, Spans
from reportedly.model.attribution import AttributionKind
from reportedly.reading.clause import trimmed
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import Range

Ranges = tuple[Range, ...]


@dataclass(slots=True, eq=False)
class Draft:
    """An attribution being read; it changes until its report is done.

    Attributes:
        passage: Where it stands.
        source: Tokens that name who says it.
        cue: Tokens that make it an attribution.
        content: Tokens of what is said.
        how: Lemma of the cue, or the kind of construction ("according", "noun", "passive", "adverb", "status", …).
        polarity: Stance that the cue gives.
        weak: The cue only reports a belief, or nothing but a hedge: it does not stand inside another's content.
        parent: The attribution it was passed on through.
        voice: The attribution whose source speaks here too, where the source is carried over or shared.
        inherited: No source and no cue: the quotation goes on.
        lead: The attribution without content in the line above ("He said:") that holds source and cue.
    """

    passage: Passage
    source: Ranges
    cue: Ranges
    content: Ranges
    how: str
    polarity: Polarity = "asserts"
    weak: bool = False
    parent: "Draft | None" = None
    voice: "Draft | None" = None
    inherited: bool = False
    lead: "Draft | None" = None

    @property
    def hearsay(self) -> bool:
        """Whether nobody is named as its source, by construction."""
        return self.how in ("adverb", "passive", "status")

    @property
    def order(self) -> tuple[int, int]:
        """Where it begins and where its cue stands, for the order of the text."""
        first = min((start for part in (self.source, self.cue, self.content) for start, _ in part), default=0)
        return first, self.cue[0][0] if self.cue else first

    def spans(self, ranges: Ranges) -> Spans:
        """Return the characters of token ranges."""
        return tuple(self.passage.span(*one) for one in ranges)

    def words(self) -> str:
        """Return the words of all its parts, for comparison."""
        parts = (self.source, self.cue, self.content)
        return "|".join(" ".join(self.passage.words(*one) for one in part) for part in parts)

    def holds(self, other: "Draft") -> bool:
        """Say whether the other's cue stands inside this content."""
        if not other.cue:
            return False
        at = other.cue[0][0]
        return any(start <= at < end for start, end in self.content)

    def size(self) -> int:
        """Count the tokens of the content."""
        return sum(end - start for start, end in self.content)

    def kind(self) -> AttributionKind:
        """Say how much of the content is quoted."""
        inside = [self.passage.quoted[at] >= 0 for start, end in self.content for at in range(start, end)]
        return "direct" if all(inside) and inside else "mixed" if any(inside) else "indirect"


def cleared(draft: Draft) -> bool:
    """Take a draft's own source and cue out of its content; say whether anything is left.

    The adverb of "they reportedly left" stays: the clause would not read without it.
    """
    if draft.how in ("adverb", "passive") or not draft.content:
        return bool(draft.content)
    taken = {at for start, end in (*draft.source, *draft.cue) for at in range(start, end)}
    if any(at in taken for start, end in draft.content for at in range(start, end)):
        pieces: list[list[int]] = []
        for at in (at for start, end in draft.content for at in range(start, end) if at not in taken):
            if pieces and pieces[-1][1] == at:
                pieces[-1][1] = at + 1
            else:
                pieces.append([at, at + 1])
        found = (trimmed(draft.passage, *piece) for piece in pieces)
        draft.content = tuple(one for one in found if one)
    return bool(draft.content)


def nested(found: list[Draft]) -> list[Draft]:
    """Give each draft the one inside whose content it stands, and leave out what is no voice of its own there.

    Args:
        found: All drafts of one passage.

    Returns:
        Those that stay, in text order.
    """
    ordered = sorted(filter(cleared, found), key=lambda draft: draft.order)
    kept = []
    for draft in ordered:
        holders = [one for one in ordered if one is not draft and one.holds(draft) and not one.hearsay]
        holders = [one for one in holders if draft.hearsay or not draft.holds(one) or one.size() > draft.size()]
        if draft.weak and (holders or _modifies(draft, ordered)):
            continue
        if draft.parent is None:
            draft.parent = min(holders, key=Draft.size, default=None) or _denied(draft, ordered)
        kept.append(draft)
    stay = {id(draft) for draft in kept}
    for draft in kept:
        while draft.parent is not None and id(draft.parent) not in stay:
            draft.parent = draft.parent.parent
    unwound(kept)
    return kept


def unwound(drafts: list[Draft]) -> None:
    """Cut each chain of parents where it comes back to where it began."""
    for draft in drafts:
        seen = {id(draft)}
        at = draft
        while at.parent is not None:
            if id(at.parent) in seen:
                at.parent = None
                break
            at = at.parent
            seen.add(id(at))


def _modifies(draft: Draft, others: list[Draft]) -> bool:
    """Say whether an adverb only colours another's cue: "allegedly said"."""
    if draft.how != "adverb":
        return False
    at = draft.cue[0][0]
    return any(one is not draft and one.cue and one.cue[0][0] - 2 <= at <= one.cue[-1][1] for one in others)


def _denied(draft: Draft, others: list[Draft]) -> Draft | None:
    """Return the attribution whose object is the noun of this one: "denied reports that …"."""
    if draft.how != "noun":
        return None
    at = draft.cue[0][0]
    same = [
        one
        for one in others
        if one is not draft
        and one.parent is not draft
        and one.content == draft.content
        and one.cue
        and one.cue[0][0] < at
    ]
    return max(same, key=lambda one: one.cue[0][0], default=None)
