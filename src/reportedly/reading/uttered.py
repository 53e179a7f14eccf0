"""When an attribution's words were said."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from reportedly.model import Report, Span, Timex
from reportedly.reading.draft import Draft
from reportedly.reading.passage import Passage

# How much further off a comma puts a cue: "reported on Monday, citing" dates the report.
_COMMA = 40
# What follows the day of a dateline, and how far into its paragraph it begins at most.
_OPENING = 30
_WRITTEN = ("(", "—", "–", "- ")
_DAY = re.compile(r"\d{4}-(?:W\d\d|\d\d-\d\d|\d\d)")


def said(report: Report, draft: Draft, others: Iterable[Draft] = ()) -> str | None:
    """Return the day, week or month an attribution's words were said.

    A time belongs to the cue that it stands nearest to, where no other clause begins between them: "searched on Tuesday after
    residents reported" does not say when they reported.

    Args:
        report: Needs Timex.
        draft: The attribution.
        others: Those of the same passage; a time that stands nearer to one of their cues is theirs.

    Returns:
        An ISO 8601 day, week or month; None when no resolved time stands beside the cue.
    """
    if not draft.cue:
        return None
    passage = draft.passage
    cue, rivals = passage.span(*draft.cue[0]), _rivals(draft, others)
    taken = draft.spans(draft.content)
    whole = passage.span(0, len(passage.tokens))
    best: tuple[int, str] | None = None
    times = report.of(Timex)
    for at in range(bisect_left(times, whole.start, key=lambda one: one.span.start), len(times)):
        time = times[at]
        if time.span.start >= whole.end:
            break
        day = _DAY.match(time.value or "")
        if not day or any(piece.overlaps(time.span) for piece in taken) or _parted(draft, time.span):
            continue
        if _dateline(report.text, time.span, whole.start):
            continue
        away = _away(passage, time.span, cue)
        if any(_away(passage, time.span, rival) < away for rival in rivals):
            continue
        if best is None or away < best[0]:
            best = (away, day[0])
    return best[1] if best else None


def _dateline(text: str, time: Span, start: int) -> bool:
    """Say whether a day is a dateline's ("March 3 (Kesta) -"), which says when the report was written."""
    return time.start - start < _OPENING and text[time.end : time.end + 3].lstrip().startswith(_WRITTEN)


def _rivals(draft: Draft, others: Iterable[Draft]) -> list[Span]:
    """Return the cues of other voices of the passage; what one says in two breaths, calling and adding, has one time."""
    own = {at for start, end in draft.source for at in range(start, end)}
    return [
        draft.passage.span(*one.cue[0])
        for one in others
        if one.cue
        and one.cue != draft.cue
        and one.voice is not draft
        and draft.voice is not one
        and not (one.source and one.source[0][0] in own)
    ]


def _away(passage: Passage, time: Span, cue: Span) -> int:
    """Return how far a time stands from a cue, in code points; one that a comma parts from it stands far."""
    low, high = (time.end, cue.start) if time.end <= cue.start else (cue.end, time.start)
    return high - low + _COMMA * ("," in passage.text[low:high])


def _parted(draft: Draft, time: Span) -> bool:
    """Say whether a time stands before a clause that the source and its cue make: "searched on Monday after residents reported"."""
    if not draft.source:
        return False
    first = draft.source[0][0]
    opened = draft.passage.tag(first - 1) == "S" and draft.passage.lower(first - 1) != "as"
    return opened and time.end <= draft.passage.tokens[first - 1].span.start
