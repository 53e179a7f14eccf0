"""Where the words that a language model quotes stand in a report; what does not stand there is dropped."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.backend.prompt import Quoted
from reportedly.model import Span
from reportedly.reading.voice import Voice

# Models write quotation marks, dashes and spaces in the way they are used to. Each of these is one character long on both
# sides, so the places found are those of the report's own characters.
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’‚", "'"),
        **dict.fromkeys("–—‐‑", "-"),
        **dict.fromkeys("\u00a0\u202f\u2009", " "),
    }
)
_FAR = 400
_MOST_PLACES = 50


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of the attributions of one answer.

    Attributes:
        voices: Those whose every word was found, in the order of their cues.
        missing: How many were dropped because a part of them does not stand in the text, or not near the rest.
    """

    voices: tuple[Voice, ...]
    missing: int


def placed(found: Sequence[Quoted], text: str, base: int, number: int) -> Placed:
    """Find every quotation in a piece of report.

    Args:
        found: What the model quotes.
        text: The piece that it was shown.
        base: Where the piece begins in the report.
        number: How many voices of the report were placed before, since a parent is a number in the whole layer.

    Returns:
        A Voice for each attribution of which cue, source and every piece of content stand in the text, near each other: a
        source in the cue's paragraph, a content in it or beside it. A cue is taken once only, and so are the same words
        said twice in the answer, but where the text says them twice.
    """
    same = text.translate(_ALIKE)
    taken: set[Span] = set()
    again: dict[tuple[str, str, tuple[str, ...]], set[Span]] = {}
    by_answer: dict[int, tuple[Span | None, Span, tuple[Span, ...]]] = {}
    for at, one in enumerate(found):
        said = again.setdefault((one.source, one.cue, tuple(one.content)), set())
        parts = _parts(one, same, taken, said)
        if parts is not None:
            taken.add(parts[1])
            said.add(parts[2][0])
            by_answer[at] = parts
    order = sorted(by_answer, key=lambda at: by_answer[at][1])
    numbers = {at: number + place for place, at in enumerate(order)}
    voices = []
    for at in order:
        source, cue, content = by_answer[at]
        parent = found[at].parent
        known = numbers.get(parent) if parent is not None and parent != at else None
        who = () if source is None else (_moved(source, base),)
        voices.append(Voice(who, (_moved(cue, base),), tuple(_moved(span, base) for span in content), known))
    return Placed(tuple(voices), len(found) - len(voices))


def _parts(
    one: Quoted, text: str, taken: set[Span], said: set[Span]
) -> tuple[Span | None, Span, tuple[Span, ...]] | None:
    """Return where source, cue and content stand, but for cues that are taken and contents that are said; else None."""
    pieces = [piece for piece in one.content if piece.strip()]
    if not pieces or not one.cue.strip():
        return None
    best: tuple[int, Span, tuple[Span, ...]] | None = None
    for first in _places(pieces[0], text):
        content = _following(pieces, first, text)
        if content is None or first in said:
            continue
        for cue in _places(one.cue, text, near=first):
            if cue in taken or any(cue.overlaps(span) for span in content):
                continue
            far = min(_distance(cue, span) for span in content)
            if best is None or far < best[0]:
                best = far, cue, content
    if best is None or best[0] > _FAR:
        return None
    _, cue, content = best
    if not one.source.strip():
        return None, cue, content
    near = [
        span for span in _places(one.source, text, near=cue) if not span.overlaps(cue) and _together(text, span, cue)
    ]
    free = [span for span in near if not any(span.overlaps(said) for said in content)] or near
    return (min(free, key=lambda span: (_distance(span, cue), span)), cue, content) if free else None


def _following(pieces: Sequence[str], first: Span, text: str) -> tuple[Span, ...] | None:
    """Return where all pieces of a content stand, each after the one before."""
    found = [first]
    for piece in pieces[1:]:
        after = next((one for one in _places(piece, text) if one.start >= found[-1].end), None)
        if after is None or after.start - found[-1].end > _FAR:
            return None
        found.append(after)
    return tuple(found)


def _places(words: str, text: str, near: Span | None = None) -> list[Span]:
    """Return where words stand as whole words, in text order; with ``near``, not further from it than a source may be."""
    sought = words.strip().translate(_ALIKE)
    low, high = (0, len(text)) if near is None else (max(0, near.start - _FAR), min(len(text), near.end + 4 * _FAR))
    found: list[Span] = []
    at = text.find(sought, low, high)
    while at >= 0 and len(found) < _MOST_PLACES:
        end = at + len(sought)
        if _whole(text, at, end):
            found.append(Span(at, end))
        at = text.find(sought, at + 1, high)
    return found


def _whole(text: str, start: int, end: int) -> bool:
    """Say whether a stretch begins and ends where words do."""
    opens = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return opens and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


def _distance(left: Span, right: Span) -> int:
    """Return the characters between two spans."""
    return max(0, left.start - right.end, right.start - left.end)


def _together(text: str, left: Span, right: Span) -> bool:
    """Say whether two spans stand in one paragraph."""
    return "\n" not in text[min(left.end, right.end) : max(left.start, right.start)]


def _moved(span: Span, base: int) -> Span:
    """Return a span of the piece in characters of the report."""
    return Span(base + span.start, base + span.end)
