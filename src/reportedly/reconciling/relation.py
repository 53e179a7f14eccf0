"""Where each statement stands towards a claim: support, contest or observe, each with its reason."""

from collections.abc import Sequence

from reportedly.reconciling.case import cases
from reportedly.reconciling.claim import handed_on
from reportedly.reconciling.draft import Draft
from reportedly.reconciling.likeness import Likenesses
from reportedly.reconciling.opposite import opposed_states
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.pointing import answers_no
from reportedly.reconciling.rivalry import contradicted, rivalled_accounts
from reportedly.reconciling.stance import REASONS, Stances, who
from reportedly.reconciling.target import Targets
from reportedly.reconciling.voice import Voices, same_voice
from reportedly.reconciling.weight import Weights


def stances(
    found: Sequence[Draft], passages: Sequence[Passage], weights: Weights, voices: Voices
) -> tuple[list[Draft], list[Stances]]:
    """Set denials, doubts, silences and other accounts against the claims they are about.

    Args:
        found: Claims in the making; a negative one that only denies another becomes that one's contest.
        passages: Every statement of the story.
        weights: Of the story's terms.
        voices: The story's sources.

    Returns:
        The claims that stay, and for each of them its stances.
    """
    kept = [draft for draft in found if not draft.denied]
    sides = [Stances() for _ in kept]
    targets = Targets(kept, passages, weights, voices)
    alone = [draft for draft in found if draft.denied and not _deny(draft, sides, targets, voices)]
    _doubts(sides, passages, targets, voices)
    _handed_on(kept, sides, passages, targets, voices)
    cases(kept, sides, passages, voices)
    kept += alone
    sides += [Stances() for _ in alone]
    rivalled_accounts(kept, sides, voices)
    opposed_states(kept, sides, passages, voices)
    contradicted(kept, sides, passages, Likenesses(weights), voices)
    for draft, side in zip(kept, sides, strict=True):
        held = {one.key for one in draft.passages}
        side.contest = {key: one for key, one in side.contest.items() if key not in held}
        side.observe = {key: one for key, one in side.observe.items() if key not in held and key not in side.contest}
    return kept, sides


def _deny(draft: Draft, sides: Sequence[Stances], targets: Targets, voices: Voices) -> bool:
    """Set a negative claim's statements against the positive claims they are about; say whether there are any."""
    found = False
    for clause in draft.clauses:
        passage = clause.passage
        for at in targets.denied(clause):
            sides[at].contest[passage.key] = (passage, REASONS["denies"].format(who=who(passage, voices)))
            found = True
    return found


def _doubts(sides: Sequence[Stances], passages: Sequence[Passage], targets: Targets, voices: Voices) -> None:
    """Set doubts, silences, questions and denials of no more than "this" against the claims that they point to."""
    for passage in passages:
        if passage.polarity not in ("asserts", "denies"):
            for at in targets.doubted(passage):
                _place(sides[at], passage, voices)
        elif passage.polarity == "denies" and (not passage.tells or answers_no(passage)):
            for at in targets.pointed(passage):
                sides[at].contest[passage.key] = (passage, REASONS["denies"].format(who=who(passage, voices)))
        elif passage.polarity == "asserts":
            for at in targets.rebutted(passage):
                sides[at].contest[passage.key] = (passage, f"{who(passage, voices)} answered it with something else")


def _handed_on(
    kept: Sequence[Draft], sides: Sequence[Stances], passages: Sequence[Passage], targets: Targets, voices: Voices
) -> None:
    """Put statements that only speak of reports beside the claims that the reports make."""
    for outer, inner in handed_on(passages):
        about = [
            at
            for at, draft in enumerate(kept)
            if inner and not draft.counts and any(one.key == inner.key for one in draft.passages)
        ]
        for at in about or targets.doubted(outer):
            sides[at].observe[outer.key] = (outer, f"{who(outer, voices)} spoke of the reports without taking them up")


def _place(side: Stances, passage: Passage, voices: Voices) -> None:
    """Put a doubt under contest when a source voices it, a silence or the writer's own remark under observe."""
    because = REASONS[passage.polarity].format(who=who(passage, voices))
    if passage.polarity == "cannot confirm" and not _own_remark(passage):
        side.contest[passage.key] = (passage, because)
    else:
        side.observe[passage.key] = (passage, because)


def _own_remark(passage: Passage) -> bool:
    """Say whether the writer, the outlet or the agency it has the text from remarks that something is not confirmed."""
    name = passage.attribution.by.name if passage.attribution else None
    if passage.writers or not name:
        return True
    document = passage.report.document
    own = (document.outlet, *(one.agency for one in document.credits))
    return any(one and same_voice(name, one) for one in own)
