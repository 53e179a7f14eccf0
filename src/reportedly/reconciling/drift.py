"""Hedges, figures, scope and sources lost or gained on the way from one statement to another."""

import re
from collections.abc import Sequence

from reportedly.model import Copy, Drift, Quantity
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.voice import Voices

_SCOPE = (
    (re.compile(r"\ball\b[^.;]{0,60}\b(?:but|except)(?:\s+for)?\s+\w+", re.IGNORECASE), 3),
    (re.compile(r"\b(?:all|every|entire|none|nobody)\b", re.IGNORECASE), 4),
    (re.compile(r"\b(?:most|majority|nearly all|almost all)\b", re.IGNORECASE), 2),
    (re.compile(r"\b(?:some|several|many|few)\b", re.IGNORECASE), 1),
)
_MODAL = re.compile(r"\b(?:may|might|could|can|would|should)\b(?:\s+have)?", re.IGNORECASE)


# Where no date tells which came first, what is less is taken to follow what is more: hedges and sources get lost.
_LOSSES = frozenset({"hedge lost", "bound", "scope", "source lost", "modality"})


def drifts(support: Sequence[Passage], copies: Sequence[Copy], voices: Voices) -> tuple[Drift, ...]:
    """Find what changed between statements of one claim.

    One statement is held to follow another when it is a copy of it, when both give one source, or when it gives no
    source where only one is known.

    Args:
        support: The claim's statements, oldest first.
        copies: The story's texts in common.
        voices: The story's sources.

    Returns:
        At most one drift for each later statement, in the order of the support.
    """
    found: dict[tuple[str, str], Drift] = {}
    for after in support:
        for before, because in _before(after, support, copies, voices):
            drift = _changed(before, after, because, voices)
            if drift and (_dated(before, after) or drift.kind in _LOSSES):
                found.setdefault(after.key, drift)
                break
    return tuple(found.values())


def _dated(before: Passage, after: Passage) -> bool:
    """Say whether dates tell which of two reports came first."""
    one, two = before.report.document.day, after.report.document.day
    return one is not None and two is not None and one < two


def _before(
    after: Passage, support: Sequence[Passage], copies: Sequence[Copy], voices: Voices
) -> list[tuple[Passage, str]]:
    """Return the statements that one follows, the surest first, each with the reason."""
    found = []
    name = voices.name(after.attribution.by if after.attribution else None)
    for one in support:
        if one.report.id == after.report.id or not _earlier(one, after):
            continue
        if any(
            {one.report.id, after.report.id} == {copy.report, copy.of}
            and copy.report == after.report.id
            and _covered(copy, one, after)
            for copy in copies
        ):
            found.append((0, one, f"{after.report.id} has the words from {one.report.id}"))
        elif name and not voices.generic(name) and voices.name(one.attribution.by if one.attribution else None) == name:
            found.append((1, one, f"both give {name}"))
    return [(one, because) for _, one, because in sorted(found, key=lambda item: item[0])]


def _covered(copy: Copy, before: Passage, after: Passage) -> bool:
    """Say whether the words in common lie in both statements."""
    return any(
        any(piece.overlaps(two) for piece in before.statement.content)
        and any(piece.overlaps(one) for piece in after.statement.content)
        for one, two in copy.spans
    )


def _earlier(before: Passage, after: Passage) -> bool:
    """Say whether one may come before the other: its report is not the later one."""
    one, two = before.report.document.day, after.report.document.day
    return one is None or two is None or one <= two


def _changed(before: Passage, after: Passage, because: str, voices: Voices) -> Drift | None:
    """Return the gravest change between two statements; None when nothing changed."""
    for kind, was, became in (
        *_scope(before, after),
        *_figure(before, after),
        *_hedge(before, after),
        *_source(before, after, voices),
    ):
        return Drift(before.evidence(), after.evidence(), kind, was, became, because)  # type: ignore[arg-type]
    return None


def _scope(before: Passage, after: Passage) -> list[tuple[str, str, str]]:
    """Compare how many of all are meant."""
    one, two = _scoped(before.text), _scoped(after.text)
    if one and two and one[1] != two[1]:
        return [("scope", one[0], two[0])]
    return []


def _scoped(text: str) -> tuple[str, int] | None:
    """Return the words that say how many of all, with their rank."""
    for pattern, rank in _SCOPE:
        match = pattern.search(text)
        if match:
            return match[0], rank
    return None


def _figure(before: Passage, after: Passage) -> list[tuple[str, str, str]]:
    """Compare the numbers of the same things."""
    for one in before.quantities:
        for two in after.quantities:
            if (
                one.counted
                and two.counted
                and one.counted.lower() == two.counted.lower()
                and (one.unit, one.harm, one.role) == (two.unit, two.harm, two.role)
            ):
                was, became = _words(before, one), _words(after, two)
                if {one.low, one.high} - {None} != {two.low, two.high} - {None}:
                    return [("figure", was, became)]
                if one.bound != "=" and two.bound == "=":
                    return [("bound", was, became)]
    return []


def _words(passage: Passage, quantity: Quantity) -> str:
    """Return a number's words."""
    return quantity.span.cut(passage.report.text)


def _hedge(before: Passage, after: Passage) -> list[tuple[str, str, str]]:
    """Compare the words that weaken."""
    was, became = _hedges(before), _hedges(after)
    if bool(was) == bool(became):
        return []
    if was:
        return [("modality" if _MODAL.fullmatch(was) else "hedge lost", was, "")]
    return [("hedge gained", "", became)]


def _hedges(passage: Passage) -> str:
    """Return a statement's weakening words."""
    if not passage.factuality:
        return ""
    return ", ".join(hedge.cut(passage.report.text) for hedge in passage.factuality.hedges)


def _source(before: Passage, after: Passage, voices: Voices) -> list[tuple[str, str, str]]:
    """Compare whom the words are credited to."""
    one = voices.name(before.attribution.by if before.attribution else None)
    two = voices.name(after.attribution.by if after.attribution else None)
    if one and one != two and not voices.generic(one) and (two is None or voices.generic(two)):
        return [("source lost", one, two or "")]
    return []
