"""Headlines and lines that attribute by a colon or a dash: "A happened: reports", "POLICE: A happened"."""

from collections.abc import Iterator

from reportedly.reading.clause import saying_nouns, trimmed
from reportedly.reading.draft import Draft
from reportedly.reading.passage import Passage

_LONGEST_NAME = 6
_SHORT = 3
_SOURCES = frozenset(
    [
        "report",
        "reports",
        "source",
        "sources",
        "official",
        "officials",
        "police",
        "study",
        "poll",
        "media",
        "ministry",
        "minister",
        "expert",
        "experts",
        "witness",
        "witnesses",
        "government",
        "army",
        "military",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "agency",
        "un",
        "nato",
        "analyst",
        "analysts",
    ]
)
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
    """Read a line whose colon parts a source from what it says.

    Args:
        passage: Where to look.

    Yields:
        At most one Draft.
    """
    colons = [at for at, tag in enumerate(passage.tags) if tag == ":" and passage.quoted[at] < 0]
    if not colons:
        return
    if _names(passage, colons[-1] + 1, len(passage.tokens), closing=True) and colons[-1] > _SHORT:
        source, content = (colons[-1] + 1, _end(passage)), trimmed(passage, 0, colons[-1])
        yield from _draft(passage, source, colons[-1], content)
    elif _names(passage, 0, colons[0], closing=False) and len(passage.tokens) - colons[0] > _SHORT:
        content = trimmed(passage, colons[0] + 1, len(passage.tokens))
        yield from _draft(passage, (0, colons[0]), colons[0], content)


def _draft(passage: Passage, source: tuple[int, int], colon: int, content: tuple[int, int] | None) -> Iterator[Draft]:
    """Yield the draft when there is something said."""
    if content and source[0] < source[1]:
        yield Draft(passage, (source,), ((colon, colon + 1),), (content,), "colon", weak=True)


def _end(passage: Passage) -> int:
    """Return one past the last word of the passage."""
    return len(passage.tokens) - (passage.tags[-1] in ".!?")


def _names(passage: Passage, start: int, end: int, *, closing: bool) -> bool:
    """Say whether a few words name a source."""
    if not 0 < end - start <= _LONGEST_NAME or any(passage.quoted[at] >= 0 for at in range(start, end)):
        return False
    words = [passage.lower(at) for at in range(start, end)]
    if words[0] in _LABELS or any(passage.tag(at) in "BMV,;" for at in range(start, end)):
        return False
    if words[-1] in _SOURCES or words[-1] in saying_nouns():
        return True
    if closing:
        return end == len(passage.tokens) and all(passage.tag(at) == "A" for at in range(start, end))
    # "WALLACE: Do you …", as transcripts and "Pence: …", as headlines set a speaker.
    shouted = all(passage.word(at).isupper() for at in range(start, end)) and end - start <= _SHORT
    return shouted and len(words[0]) >= _SHORT


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
