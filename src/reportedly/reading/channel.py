"""Through what words reached the writer, and when they were said."""

import re
from bisect import bisect_left
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Mention, Report, Source, Span, Timex
from reportedly.reading.draft import Draft
from reportedly.reading.vocabulary import vocabulary

_DAY = re.compile(r"\d{4}-(?:W\d\d|\d\d-\d\d|\d\d)")
_LONGEST = 7
_ACRONYM = 3
_SHORT = 4
_NEAR = 4
# A mention may hold "the" before the name.
_ARTICLE = 4
_ISSUED = frozenset(("statement", "post", "tweet", "letter", "memo", "video"))
_FAMILIES = frozenset(("statement", "study"))


def said(report: Report, draft: Draft) -> str | None:
    """Return the day, week or month an attribution's words were said.

    Args:
        report: Needs Timex.
        draft: The attribution.

    Returns:
        An ISO 8601 day, week or month; None when no resolved time stands beside the cue.
    """
    if not draft.cue:
        return None
    cue = draft.passage.span(*draft.cue[0])
    taken = draft.spans(draft.content)
    whole = draft.passage.span(0, len(draft.passage.tokens))
    best: tuple[int, str] | None = None
    times = report.of(Timex)
    for at in range(bisect_left(times, whole.start, key=lambda one: one.span.start), len(times)):
        time = times[at]
        if time.span.start >= whole.end:
            break
        day = _DAY.match(time.value or "")
        if not day or any(piece.overlaps(time.span) for piece in taken):
            continue
        distance = min(abs(time.span.start - cue.end), abs(cue.start - time.span.end))
        if best is None or distance < best[0]:
            best = (distance, day[0])
    return best[1] if best else None


def via(report: Report, draft: Draft, by: Source) -> str | None:
    """Return the channel or outlet through which an attribution's words came.

    Args:
        report: The report it stands in.
        draft: The attribution.
        by: Who says it.

    Returns:
        Words of the text without their article ("Telegram post", "Reuters"); None when none are named.
    """
    if draft.voice is not None and draft.inherited:
        return via(report, draft.voice, by)
    if not draft.cue:
        return None
    return _told(report, draft) or _owner(draft) or _in_channel(draft) or _through(draft) or _document(draft, by)


def _owner(draft: Draft) -> str | None:
    """Return the outlet in "the Mail's source" or "Bloomberg's Richard Breslow"."""
    if draft.how == "post":
        return "tweet"
    passage = draft.passage
    for start, end in draft.source:
        for at in range(start, end - 1):
            word = passage.lower(at)
            if word.endswith("'s") and passage.tag(at) == "A":
                outlet = word.removesuffix("'s") in load("en", "via")["outlets"]
                return passage.words(start, at + 1)[:-2] if outlet else None
    return None


def is_outlet(channel: str) -> bool:
    """Say whether a channel is an outlet rather than a post or a statement."""
    words = channel.lower().split()
    return (
        bool(words)
        and (channel.isupper() or any(word in load("en", "via")["outlets"] for word in words))
        and words[-1] != "post"
    )


def _told(report: Report, draft: Draft) -> str | None:
    """Return the outlet, or the writer, that was told."""
    passage, end = draft.passage, draft.cue[-1][1]
    if passage.lower(end) == "to":
        end += 1
    elif draft.how != "tell":
        return None
    if passage.lower(end) in ("me", "us"):
        return passage.lower(end)
    start = end + (passage.tag(end) == "D")
    stop = start
    while stop < min(len(passage.tokens), start + _LONGEST) and passage.tag(stop) == "A" and passage.quoted[stop] < 0:
        stop += 1
    while passage.lower(stop) == "on" and passage.tag(stop + 1) == "A" and stop > start:
        stop += 2
    if stop == start:
        return _described(draft, end, start)
    known = load("en", "via")["outlets"]
    words = [passage.lower(at) for at in range(start, stop)]
    acronym = stop - start == 1 and passage.word(start).isupper() and len(passage.word(start)) >= _ACRONYM
    if acronym or any(word in known for word in words) or _body(report, passage.span(start, stop)):
        return passage.words(end, stop)
    return None


def _described(draft: Draft, end: int, start: int) -> str | None:
    """Return the outlet that was told where it has no name: "a newspaper at home"."""
    passage = draft.passage
    for at in range(start, min(len(passage.tokens), start + _SHORT)):
        if passage.tag(at) not in "NA" or passage.quoted[at] >= 0:
            return None
        if passage.lower(at) in _outlets():
            home = passage.tag(at + 1) == "P" and passage.tag(at + 2) in "NA" and passage.tag(at + 3) in ',.":'
            return passage.words(end, at + (3 if home else 1))
    return None


@cache
def _outlets() -> frozenset[str]:
    """Return the nouns for outlets and agencies."""
    return frozenset(word for word, noun in vocabulary("en").nouns.items() if noun.role in ("outlet", "agency"))


def _body(report: Report, span: Span) -> bool:
    """Say whether a name that was told something is no person, place or people, as the mentions have it."""
    mentions = report.of(Mention)
    at = bisect_left(mentions, span.start - _ARTICLE, key=lambda one: one.span.start)
    for mention in mentions[at : at + _NEAR]:
        if mention.span.end >= span.end and mention.span.overlaps(span):
            return mention.kind in ("organisation", "other")
    return False


def _in_channel(draft: Draft) -> str | None:
    """Return the channel of "in a Telegram post" or "on Twitter" beside the cue."""
    passage = draft.passage
    nouns = load("en", "via")["nouns"]
    inside = {at for start, end in draft.content for at in range(start, end)}
    for at, token in enumerate(passage.tokens):
        paper = passage.tag(at) == "A" and token.lower in load("en", "via")["outlets"] and passage.lower(at - 2) == "in"
        if not (token.lower in nouns or paper) or at in inside or passage.quoted[at] >= 0:
            continue
        start = at
        while start > 0 and passage.tag(start - 1) in "NAV#G":
            start -= 1
        lead = start - 1 - (passage.tag(start - 1) == "D")
        by = passage.lower(lead) == "by" and start - 1 == lead and token.lower in load("en", "via")["means"]
        if not (by or passage.lower(lead) in ("in", "on", "via", "through", "during", "at")) or lead in inside:
            continue
        end = at + 1
        while passage.lower(end) in nouns and end not in inside:
            end += 1
        if passage.lower(end) == "on" and passage.tag(end + 1) != "E":
            end += 1
            while passage.tag(end) in "DNA" and end not in inside and passage.quoted[end] < 0:
                end += 1
        return passage.words(start, min(end, len(passage.tokens)))
    return None


def _through(draft: Draft) -> str | None:
    """Return whoever passed the words on: "said through its lawyers"."""
    passage = draft.passage
    inside = {at for start, end in (*draft.content, *draft.source) for at in range(start, end)}
    low, high = draft.cue[0][0], draft.cue[-1][1]
    for at in range(max(0, low - _LONGEST), min(len(passage.tokens), high + _LONGEST)):
        if passage.lower(at) != "through" or at in inside or passage.quoted[at] >= 0:
            continue
        end = at + 1
        while passage.tag(end) in "DNA" and end not in inside:
            end += 1
        if passage.lower(end - 1) in vocabulary("en").nouns:
            return passage.words(at + 1, end)
    return None


def _document(draft: Draft, by: Source) -> str | None:
    """Return the document when the source is one: what was issued, with its describing words ("early draft")."""
    passage = draft.passage
    for start, end in draft.source:
        for at in range(start, end):
            if passage.lower(at) in _ISSUED:
                return passage.lower(at)
            if by.named and passage.lower(at) in papers() and passage.lower(at + 1) not in papers():
                first = at
                while first > start and (passage.tag(first - 1) in "NG" or first == 1):
                    first -= 1
                return passage.words(first + (passage.tag(first) == "D"), at + 1)
    return None


@cache
def papers() -> frozenset[str]:
    """Return the nouns for documents that a body issues; "a report" is as often an outlet's."""
    nouns = vocabulary("en").nouns
    return frozenset(word for word, noun in nouns.items() if noun.kind == "other" and noun.family in _FAMILIES)
