"""Voices inside a quotation: "“He said, ‘They are coming,’ and hung up,” she recalled"."""

from collections.abc import Iterator

from reportedly.reading.clause import has_verb
from reportedly.reading.cue import verbs
from reportedly.reading.draft import Draft, Ranges
from reportedly.reading.edge import edges
from reportedly.reading.passage import Passage
from reportedly.reading.saying import of_verb
from reportedly.reading.speaker import speech

# Whoever speaks tells of others; what "I said" or "you know" opens is still the speaker's own.
_OWN = frozenset(
    (
        "i",
        "we",
        "you",
        "who",
        "that",
        "which",
        "i'm",
        "we're",
        "let",
        "anybody",
        "anyone",
        "everybody",
        "everyone",
        "whoever",
    )
)
_FRAMES = frozenset("cq")


def inner_voices(passage: Passage) -> Iterator[Draft]:
    """Read what a quotation says that others say.

    Args:
        passage: Where to look.

    Yields:
        A Draft for each statement of somebody else that has a clause or a quotation of its own.
    """
    for number, (low, high) in enumerate(passage.quotations):
        if speech(passage, number):
            yield from _inside(passage, low + 1, high - (passage.tag(high - 1) == '"'))


def _inside(passage: Passage, low: int, high: int) -> Iterator[Draft]:
    """Yield the drafts of the words between two marks."""
    if high - low < 2:  # noqa: PLR2004 - a source and a verb
        return
    part = _part(passage, low, high)
    cues = list(verbs(part))
    edge = sorted(set(edges(part, cues)))
    found: list[Draft] = []
    for cue in cues:
        draft = None if cue.verb.opinion or not cue.verb.frames & _FRAMES else of_verb(part, cue, edge, found)
        if draft and part.lower(draft.source[0][0]) not in _OWN and _says(part, draft):
            found.append(draft)
    for draft in found:
        yield Draft(
            passage,
            _moved(draft.source, low),
            _moved(draft.cue, low),
            _moved(draft.content, low),
            draft.how,
            draft.polarity,
        )


def _says(part: Passage, draft: Draft) -> bool:
    """Say whether a content is a clause or is quoted."""
    return any(has_verb(part, *one) or part.quoted[one[0]] >= 0 for one in draft.content)


def _part(passage: Passage, low: int, high: int) -> Passage:
    """Return the words inside a quotation as a passage, with the quotations that stand in it."""
    marks = [at - low for at in range(low, high) if passage.tag(at) == '"']
    pairs = tuple((start, end + 1) for start, end in zip(marks[::2], marks[1::2], strict=False))
    quoted = [-1] * (high - low)
    for number, (start, end) in enumerate(pairs):
        quoted[start:end] = [number] * (end - start)
    stops = frozenset(at - low for at in passage.stops if low <= at < high) | {high - low - 1}
    return Passage(
        passage.text,
        passage.tokens[low:high],
        passage.tags[low:high],
        tuple(quoted),
        pairs,
        stops,
        passage.paragraph,
        open=False,
    )


def _moved(ranges: Ranges, by: int) -> Ranges:
    """Return token ranges of the part in the tokens of the whole."""
    return tuple((start + by, end + by) for start, end in ranges)
