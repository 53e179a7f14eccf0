"""Which claims a denial or a doubt is about: those whose substance it names, and those that it points to."""

from collections import Counter
from collections.abc import Mapping, Sequence

from reportedly.reconciling.antecedent import handed, last_run, meant, told_before
from reportedly.reconciling.clause import Clause, clauses, part, whole
from reportedly.reconciling.draft import Draft
from reportedly.reconciling.likeness import HARMS
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.pointing import (
    Reach,
    answers_no,
    bare,
    evaluated,
    names_account,
    points_back,
    reach,
    rebuts,
    speaks_of,
    substance,
)
from reportedly.reconciling.voice import Voices
from reportedly.reconciling.weight import Weights, total
from reportedly.reconciling.word import deeds

# A denial names what it denies in few words: two fifths of what tells it apart are enough.
_ABOUT = 0.40
# "No soldiers died" is about every claim of dead soldiers, those that hold nearly as much of it as the best.
_NEARLY = 0.9
# A claim turns on a harm or a deed that one in so many of its statements tells of.
_SOME = 2


class Targets:
    """The positive claims of a story, found by what a denial or a doubt says.

    Args:
        kept: The claims in the making, none of them negative.
        passages: Every statement of the story.
        weights: Of the story's terms.
        voices: The story's sources.
    """

    def __init__(self, kept: Sequence[Draft], passages: Sequence[Passage], weights: Weights, voices: Voices) -> None:
        self._kept = kept
        self._passages = passages
        self._weights = weights
        self._voices = voices
        self._centres = [_central(draft, weights) for draft in kept]

    def denied(self, clause: Clause) -> list[int]:
        """Return which claims a negative statement denies, as places in ``kept``; none where it denies nobody's."""
        passage = clause.passage
        inner = handed(passage, self._kept)
        if inner:
            return inner
        account = names_account(passage, self._kept, self._voices)
        if account or _points_near(clause):
            return meant(passage, self._kept, self._voices)
        of = evaluated(clause.text)
        found = self._about(part(clause, of) if of else clause, own=True)
        return found or (meant(passage, self._kept, self._voices) if points_back(clause) else [])

    def pointed(self, passage: Passage) -> list[int]:
        """Return which claims a denial of no more than "this" or "no" is about."""
        return self._answered(passage) or meant(passage, self._kept, self._voices)

    def rebutted(self, passage: Passage) -> list[int]:
        """Return which claims an assertion is against whose verb answers what was said last; none for any other verb."""
        before = told_before(passage, self._kept) if rebuts(passage) else []
        return sorted({one.at for one in last_run(before, self._voices)}) if before else []

    def doubted(self, passage: Passage) -> list[int]:
        """Return which claims a doubt, a silence or a question is about."""
        inner = handed(passage, self._kept) if passage.polarity == "cannot confirm" else []
        if inner or _points_near(whole(passage)):
            return inner or meant(passage, self._kept, self._voices)
        for clause in (whole(passage), *clauses(passage)):
            about = self._about(clause)
            if about:
                return about
        said = whole(passage)
        if bare(said) or points_back(said) or (passage.polarity == "cannot confirm" and speaks_of(said)):
            return meant(passage, self._kept, self._voices)
        return []

    def _answered(self, passage: Passage) -> list[int]:
        """Return which claims the question is about that a plain "No" answers; none where it answers no question."""
        before = [one for one in self._passages if one.report.id == passage.report.id and one.place < passage.place]
        last = max(before, key=lambda one: one.place, default=None)
        if last is None or last.polarity != "asks" or not answers_no(passage):
            return []
        return self._about(whole(last))

    def _about(self, clause: Clause, *, own: bool = False) -> list[int]:
        """Return the claims whose statements hold most of a clause's substance, if any hold enough."""
        telling = substance(clause)
        mine = {term: weight for term, weight in self._weights.of(clause).items() if term in telling}
        if total(mine) == 0 or bare(clause):
            return []
        answers = own and len(mine) > 1 and "kill" not in mine
        before = {one.at for one in told_before(clause.passage, self._kept)} if len(mine) > 1 else set()
        scored = []
        for at, draft in enumerate(self._kept):
            if own and _own(clause.passage, draft):
                continue
            # "No shepherd was hurt" is about a harm told before it, and elsewhere about harm to shepherds.
            centre = self._centres[at] - (HARMS if len(mine) > 1 and at not in before else frozenset())
            score = max((_held(clause, mine, other, self._weights, centre) for other in draft.said), default=0.0)
            if score >= _ABOUT:
                scored.append((score, at))
        if answers:
            scored = [one for one in scored if one[1] in before] or scored
        best = max((score for score, _ in scored), default=0.0)
        # Whoever denies that anybody died denies every count of the dead that holds enough of the denial.
        dead = own and "kill" in mine
        return [at for score, at in scored if score >= _NEARLY * best or (dead and _counts_dead(self._kept[at]))]


def _points_near(clause: Clause) -> bool:
    """Say whether a clause points to what was said last, or to the counts given before, whatever else it says."""
    return reach(clause) in {Reach.NEAREST, Reach.FIGURES}


def _counts_dead(draft: Draft) -> bool:
    """Say whether a claim counts those who were killed."""
    return any(one.quantity.harm == "killed" for one in draft.counts)


def _own(passage: Passage, draft: Draft) -> bool:
    """Say whether a claim is made by the same source in the same report, which does not deny itself."""
    by = passage.attribution.by if passage.attribution else None
    return any(
        one.report.id == passage.report.id and one.attribution and one.attribution.by == by for one in draft.passages
    )


def _central(draft: Draft, weights: Weights) -> frozenset[str]:
    """Return what a claim turns on, where one word in common is enough: harms and rare deeds that half of its statements tell of.

    Of a claim that two reports carry, whatever else most of its statements tell of and few others ("drone").
    """
    held = Counter(term for one in draft.said for term in one.terms)
    done = frozenset(term for term in held if term in HARMS or (term in deeds() and not weights.common(term)))
    found = frozenset(term for term in done if _SOME * held[term] >= len(draft.said))
    if "kill" in found:
        found |= {"wound"}  # whoever says that nobody was hurt says that nobody died
    if len({one.report.id for one in draft.passages}) < 2:  # noqa: PLR2004 - one report's words are all its own
        return found
    return found | frozenset(
        term for term, times in held.items() if 2 * times > len(draft.said) and not weights.common(term)
    )


def _held(
    clause: Clause, mine: Mapping[str, float], other: Clause, weights: Weights, central: frozenset[str] = frozenset()
) -> float:
    """Return the share of a clause's weight that another clause holds; nothing when they share no deed."""
    theirs = set(other.terms)
    if "kill" in theirs and clause.passage.polarity != "asserts":
        theirs.add("wound")  # whoever says that nobody was hurt says that nobody died
    shared = mine.keys() & theirs
    telling = [term for term in shared if not weights.is_name(term)]
    if not telling:
        return 0.0
    # "No trace of a drone" is about every drone; "nobody died" about what turns on deaths, and no more.
    mentioned = len(shared) == 1 and not central & shared
    if mentioned and (len(mine) > 1 or shared <= deeds() | HARMS):
        return 0.0
    return total({term: mine[term] for term in shared}) / total(mine)
