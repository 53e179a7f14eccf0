"""Status and proposed Admiralty credibility of a claim, each with its reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.model import Credibility, Origin, Status
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.voice import Voices

_WITHDRAWS = re.compile(
    r"\b(?:withdr[ae]w\w*|retract\w*|correct(?:s|ed|ion)|took (?:it|this) back|taken back)\b", re.IGNORECASE
)
_CONFIRMS = re.compile(r"\bconfirm(?:s|ed|ing)?\b", re.IGNORECASE)
_IN_OFFICE = frozenset({"official", "intelligence", "military"})
# From how many outlets on one origin looks like many.
_CASCADE_OUTLETS = 4


@dataclass(frozen=True, slots=True)
class Footing:
    """What a claim stands on when it is graded.

    Attributes:
        support: Statements that assert it.
        contest: Statements against it.
        origins: Roots of the support.
        voices: The story's sources.
        differs: How its figures contradict each other; None when they do not, or there are none.
        moved: How its figures follow each other in time; None when they agree or contradict, or there are none.
    """

    support: Sequence[Passage]
    contest: Sequence[Passage]
    origins: Sequence[Origin]
    voices: Voices
    differs: str | None = None
    moved: str | None = None

    @property
    def firm(self) -> tuple[Origin, ...]:
        """Origins behind which somebody in particular stands."""
        return tuple(one for one in self.origins if not self.voices.generic(one.name))

    def names(self, passages: Sequence[Passage]) -> tuple[str, ...]:
        """Name whoever makes the statements, sorted."""
        found = {self.voices.name(one.attribution.by if one.attribution else None) or "the writer" for one in passages}
        return tuple(sorted(found))


def status(footing: Footing) -> tuple[Status, tuple[str, ...], str]:
    """Give a claim one word of the vocabulary of docs/reconciling.md.

    Args:
        footing: What it stands on.

    Returns:
        The status, the names it rests on, and one sentence on why.
    """
    return _disputed(footing) or _differing(footing) or _confirmed(footing) or _counted_status(footing)


def _disputed(footing: Footing) -> tuple[Status, tuple[str, ...], str] | None:
    """Return the status of a claim that something stands against; None when nothing does."""
    own = set(footing.names(footing.support)) - {"the writer"}
    takes_back = [one for one in footing.contest if _WITHDRAWS.search(_around(one)) and own & set(footing.names([one]))]
    if takes_back:
        by = footing.names(takes_back)
        return "withdrawn", by, f"{_list(by)} took back what they had said"
    denials = [one for one in footing.contest if one.polarity == "denies"]
    if denials:
        by = footing.names(denials)
        return "denied", by, f"denied by {_list(by)}"
    if footing.contest:
        by = footing.names(footing.contest)
        doubt = all(one.polarity == "cannot confirm" for one in footing.contest)
        return (
            "contested",
            by,
            f"{_list(by)} {'could not confirm it' if doubt else 'said otherwise or could not confirm it'}",
        )
    return None


def _differing(footing: Footing) -> tuple[Status, tuple[str, ...], str] | None:
    """Return the status of a count whose sources contradict each other; None when they do not."""
    names = tuple(one.name for one in footing.origins)
    return ("contested", names, footing.differs) if footing.differs and len(names) > 1 else None


def _confirmed(footing: Footing) -> tuple[Status, tuple[str, ...], str] | None:
    """Return the status of a claim that a source in office says it confirms; None when none does."""
    confirming = [
        one
        for one in footing.support
        if one.attribution
        and one.polarity == "asserts"
        and not one.hedged
        and _in_office(one)
        and _CONFIRMS.search(_cue(one))
    ]
    if not confirming:
        return None
    by = footing.names(confirming)
    return "officially confirmed", by, f"confirmed by {_list(by)}, in so many words"


def _counted_status(footing: Footing) -> tuple[Status, tuple[str, ...], str]:
    """Return the status of a claim that nothing stands against, by its origins."""
    names = tuple(one.name for one in footing.origins)
    if len(names) > 1:
        return "several origins", names, f"{len(names)} origins: {_list(names)}"
    if names:
        return "single origin", names, f"every statement goes back to {names[0]}"
    return "single origin", (), "no source is named; it stands in the writers' own voice"


def _in_office(passage: Passage) -> bool:
    """Say whether somebody in office or uniform says it."""
    return bool(passage.attribution and passage.attribution.by.kind in _IN_OFFICE)


def credibility(footing: Footing) -> Credibility:
    """Propose an Admiralty credibility (NATO AJP-2.1; the definitions are those of FM 2-22.3, appendix B).

    1 is "confirmed by other independent sources", 2 "probably true", 3 "possibly true", 4 "doubtfully true", 5
    "improbable", 6 "truth cannot be judged". A person sets it; the machine only proposes, and never better than 4 for
    what is denied or contested.

    Args:
        footing: What the claim stands on.
    """
    denials = [one for one in footing.contest if one.polarity == "denies"]
    if denials and len(footing.firm) < 2:  # noqa: PLR2004 - one origin against a denial
        return Credibility(5, f"denied by {_list(footing.names(denials))}, with {_counted(footing.firm)} behind it")
    if footing.contest:
        return Credibility(
            4, f"not confirmed: {_list(footing.names(footing.contest))} said otherwise or could not confirm it"
        )
    if footing.differs and len(footing.firm) > 1:
        return Credibility(4, footing.differs)
    if not footing.firm:
        return Credibility(6, "nobody in particular stands behind it")
    return _uncontested(footing)


def _uncontested(footing: Footing) -> Credibility:
    """Propose a credibility for a claim that nobody contests, by its origins and hedges."""
    named = [one.name for one in footing.firm if one.named]
    if footing.moved and len(named) > 1:
        return Credibility(3, f"named origins, none of which says the same as the others: {footing.moved}")
    hedged = all(one.hedged for one in footing.support)
    if len(named) > 2 and not hedged:  # noqa: PLR2004 - "confirmed by other sources" wants more than one other
        return Credibility(1, f"{len(named)} named origins, each for itself, and nobody against: {_list(named)}")
    if len(named) > 1 and not hedged:
        return Credibility(2, f"two named origins and nobody against: {_list(named)}")
    if len(footing.firm) > 1 or named:
        return Credibility(3, f"{_counted(footing.firm)}, nobody against{', every statement hedged' if hedged else ''}")
    return Credibility(6, f"it rests on {footing.firm[0].name} alone, whom nobody can judge")


def cascade(footing: Footing, outlets: int, days: Sequence[date]) -> str | None:
    """Describe a claim that many outlets carry within a day on one origin; None when it is none."""
    if outlets >= _CASCADE_OUTLETS and len(footing.origins) == 1 and days and (max(days) - min(days)).days < 1:
        return f"cascade: {outlets} outlets, 1 origin, under a day old"
    return None


def _counted(origins: Sequence[Origin]) -> str:
    """Say how many origins, and how many of them are named."""
    named = sum(one.named for one in origins)
    word = "origin" if len(origins) == 1 else "origins"
    return f"{len(origins)} {word}, {named} of them named"


def _cue(passage: Passage) -> str:
    """Return the words that make it an attribution."""
    return " ".join(span.cut(passage.report.text) for span in passage.attribution.cue) if passage.attribution else ""


def _around(passage: Passage) -> str:
    """Return a statement with its cue."""
    return f"{_cue(passage)} {passage.text}"


def _list(names: Sequence[str]) -> str:
    """Write names as a list in a sentence."""
    held = list(names)
    return " and ".join([", ".join(held[:-1]), held[-1]]) if len(held) > 1 else "".join(held)
