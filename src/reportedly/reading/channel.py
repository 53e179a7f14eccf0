"""Through what words reached the writer."""

from bisect import bisect_left
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Mention, Report, Source, Span
from reportedly.reading.draft import Draft
from reportedly.reading.passage import Passage
from reportedly.reading.vocabulary import vocabulary

_LONGEST = 7
_ACRONYM = 3
_SHORT = 4
_NEAR = 4
# A mention may hold "the" before the name.
_ARTICLE = 4
_ISSUED = frozenset(("statement", "post", "tweet", "letter", "memo", "video"))
_TO = frozenset(("to", "with", "by"))
_SPOKEN = frozenset(
    (
        "speaking",
        "talking",
        "spoke",
        "interview",
        "interviewed",
        "comments",
        "remarks",
        "email",
        "letter",
        "statement",
        "quoted",
        "message",
    )
)
_FAMILIES = frozenset(("statement", "study"))


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
    return (
        _told(report, draft)
        or _owner(draft)
        or _in_channel(draft)
        or _gathering(draft)
        or _through(draft)
        or _spoken_to(report, draft)
        or _by_verb(draft)
        or _posted_on(draft)
        or _shown(draft)
        or _document(draft, by)
    )


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


def is_occasion(channel: str) -> bool:
    """Say whether a channel is one on which somebody goes on speaking: an interview, a news conference."""
    return channel.lower().rpartition(" ")[2] in load("en", "via")["occasions"]


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


def _gathering(draft: Draft) -> str | None:
    """Return the meeting or the body without a name that was told: "a news conference", "police", "parliament"."""
    if draft.how != "tell":
        return None
    passage, nouns = draft.passage, vocabulary("en").nouns
    end = draft.cue[-1][1]
    stop = start = end + (passage.tag(end) == "D")
    while stop < min(len(passage.tokens), start + _SHORT) and passage.tag(stop) in "NA" and passage.quoted[stop] < 0:
        stop += 1
    if stop == start:
        return None
    head = passage.lower(stop - 1)
    body = nouns.get(head)
    heard = head in load("en", "via")["occasions"] or (
        body is not None and body.kind == "organisation" and body.role not in {"organisation", "person"}
    )
    return passage.words(start, stop) if heard else None


def _spoken_to(report: Report, draft: Draft) -> str | None:
    """Return the outlet in "speaking to the Bugle, she said" or "in an email to the Bugle"."""
    passage = draft.passage
    inside = {at for start, end in (*draft.content, *draft.source) for at in range(start, end)}
    for at in range(1, len(passage.tokens) - 1):
        if (
            at in inside
            or passage.quoted[at] >= 0
            or passage.lower(at) not in _TO
            or passage.lower(at - 1) not in _SPOKEN
        ):
            continue
        start = at + 1 + (passage.tag(at + 1) == "D")
        found = _outlet(report, passage, start)
        if found > start:
            return passage.words(start, found)
    return None


def _outlet(report: Report, passage: Passage, start: int) -> int:
    """Return where the name of an outlet that begins at a token ends; the same token where none begins."""
    stop = start
    while stop < min(len(passage.tokens), start + _LONGEST) and passage.tag(stop) == "A" and passage.quoted[stop] < 0:
        stop += 1
    if stop == start:
        return start
    known = load("en", "via")["outlets"]
    named = any(passage.lower(at) in known for at in range(start, stop))
    return stop if named or _body(report, passage.span(start, stop)) else start


def _by_verb(draft: Draft) -> str | None:
    """Return the channel that the verb of saying names: "tweeted"."""
    row = load("en", "via")["verbs"].get(draft.how)
    return str(row["via"]) if row is not None else None


def _posted_on(draft: Draft) -> str | None:
    """Return the platform beside whoever speaks there: "Telegram channels", "a Facebook user"."""
    passage, platforms = draft.passage, load("en", "via")["platforms"]
    return next(
        (
            passage.word(at)
            for start, end in draft.source
            for at in range(start, end - 1)
            if passage.lower(at) in platforms and passage.tag(at + 1) in "NV"
        ),
        None,
    )


def _shown(draft: Draft) -> str | None:
    """Return what shows somebody who speaks in it: "an audio tape of Oren urging"."""
    passage, nouns = draft.passage, load("en", "via")["nouns"]
    if not draft.source or passage.tag(draft.cue[0][0]) != "G":
        return None
    of = draft.source[0][0] - 1
    if passage.lower(of) != "of":
        return None
    for at in range(of - 1, max(-1, of - _SHORT), -1):
        if passage.lower(at) in nouns:
            first = at
            while passage.tag(first - 1) == "N":
                first -= 1
            return passage.words(first, at + 1)
        if passage.tag(at) not in "EVY":
            break
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
            title = passage.tag(at) == "A" and passage.tag(at - 1) == "A"
            if by.named and not title and passage.lower(at) in papers() and passage.lower(at + 1) not in papers():
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
