"""Headlines and lines that attribute by a colon or a dash: "A happened: reports", "POLICE: A happened"."""

from collections.abc import Iterator

from reportedly.reading.clause import saying_nouns, sentence_start, trimmed
from reportedly.reading.draft import Draft
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import speech
from reportedly.reading.vocabulary import vocabulary

_LONGEST_NAME = 6
_SHORT = 3
_LABELS = frozenset(
    [
        "update",
        "breaking",
        "watch",
        "video",
        "photo",
        "photos",
        "gallery",
        "note",
        "related",
        "exclusive",
        "live",
        "correction",
        "image",
        "source",
        "editor",
    ]
)


def headlines(passage: Passage) -> Iterator[Draft]:
    """Read a line whose colon, or closing dash, parts a source from what it says.

    Args:
        passage: Where to look.

    Yields:
        At most one Draft.
    """
    first, end = sentence_start(passage, 0), len(passage.tokens)
    colons = [at for at in range(first, end) if passage.tag(at) == ":" and passage.quoted[at] < 0]
    dashes = [at for at in range(first, end) if passage.tag(at) == "-" and passage.quoted[at] < 0]
    if dashes and passage.tags[-1] not in ".!?" and _names(passage, dashes[-1] + 1, end, closing=True):
        yield from _draft(passage, (dashes[-1] + 1, end), dashes[-1], trimmed(passage, first, dashes[-1]))
    elif not colons:
        return
    elif passage.tag(colons[0] - 1) == '"' and (speaker := _speaker(passage, colons[0])):
        yield from _draft(passage, speaker, colons[0], trimmed(passage, first, colons[0]))
    elif _names(passage, colons[-1] + 1, end, closing=True) and colons[-1] > _SHORT:
        source, content = (colons[-1] + 1, _end(passage)), trimmed(passage, first, colons[-1])
        yield from _draft(passage, source, colons[-1], content)
    elif _names(passage, first, colons[0], closing=False) and end - colons[0] > _SHORT:
        yield from _draft(passage, (first, colons[0]), colons[0], trimmed(passage, colons[0] + 1, end))


def turns_of(passage: Passage) -> Iterator[Draft]:
    """Read a turn of a transcript: the speaker's name, a colon, and all that is said up to the end of the paragraph.

    Args:
        passage: Where to look.

    Yields:
        At most one Draft.
    """
    if passage.turn and passage.turn + 1 < len(passage.tokens):
        # Speech keeps its stop, as it does in quotation marks.
        content, cue = (passage.turn + 1, len(passage.tokens)), (passage.turn, passage.turn + 1)
        first = int(passage.tag(0) == '"')
        yield Draft(passage, ((first, passage.turn),), (cue,), (content,), "turn")


def _speaker(passage: Passage, colon: int) -> tuple[int, int] | None:
    """Return who stands behind a quotation and a colon: "“We heard it”: the mayor on the blast"."""
    number = passage.quoted[colon - 1]
    if number < 0 or not speech(passage, number) or passage.tags[-1] in ".!?":
        return None
    end = colon + 1
    while end < len(passage.tokens) and passage.tag(end) in "DAN@#" and passage.quoted[end] < 0:
        end += 1
    closed = end == len(passage.tokens) or passage.tag(end) in "P,-"
    return (colon + 1, end) if closed and 0 < end - colon - 1 <= _LONGEST_NAME else None


def _draft(passage: Passage, source: tuple[int, int], colon: int, content: tuple[int, int] | None) -> Iterator[Draft]:
    """Yield the draft when there is something said."""
    dash = passage.tag(colon) == "-"
    if content and source[0] < source[1] and (not dash or content[1] - content[0] > _SHORT):
        yield Draft(passage, (source,), ((colon, colon + 1),), (content,), "colon", weak=True)


def _end(passage: Passage) -> int:
    """Return one past the last word of the passage."""
    return len(passage.tokens) - (passage.tags[-1] in ".!?")


def _names(passage: Passage, start: int, end: int, *, closing: bool) -> bool:
    """Say whether a few words name a source."""
    if not 0 < end - start <= _LONGEST_NAME or any(passage.quoted[at] >= 0 for at in range(start, end)):
        return False
    words = [passage.lower(at) for at in range(start, end)]
    if (words[0] in _LABELS and not (closing and words[0] == "source")) or any(
        passage.tag(at) in "BMV,;:" for at in range(start, end)
    ):
        return False
    if words[-1] in vocabulary("en").nouns or words[-1] in saying_nouns():
        return True
    if closing:
        return end == len(passage.tokens) and all(passage.tag(at) == "A" for at in range(start, end))
    # "WALLACE: Do you …", as transcripts and "Pence: …", as headlines set a speaker.
    shouted = all(passage.word(at).isupper() for at in range(start, end)) and end - start <= _SHORT
    heading = (
        passage.paragraph == 0
        and end - start <= _SHORT
        and all(passage.tag(at) == "A" or at == 0 for at in range(start, end))
    )
    return (shouted or (heading and passage.word(start)[0].isupper())) and len(words[0]) >= _SHORT


def posts(passage: Passage) -> Iterator[Draft]:
    """Read an embedded post: "TEXT — Name (@handle) 5 November".

    Args:
        passage: Where to look.
    """
    for at in range(2, len(passage.tokens) - 1):
        if passage.tag(at) != "(" or not passage.lower(at + 1).startswith("@"):
            continue
        dash = next((one for one in range(at - 1, max(0, at - _LONGEST_NAME), -1) if passage.tag(one) == "-"), None)
        content = trimmed(passage, 0, dash) if dash else None
        if dash and content:
            yield Draft(passage, ((dash + 1, at + 3),), ((dash, dash + 1),), (content,), "post")
