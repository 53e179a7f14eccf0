"""Speech in quotation marks beside a verb that no lexicon holds: "She shrugs: “No.”", "“No,” shrugs the mayor"."""

from collections.abc import Iterator, Sequence

from reportedly.reading.clause import sentence_start, trimmed
from reportedly.reading.cue import verb_forms
from reportedly.reading.draft import Draft
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import Range, following, speech
from reportedly.reading.subject import matrix_subject

_LONGEST = 14
_SHORTEST = 4
_SHORT = 6
_NONE = (-1, -1)


def spoken(passage: Passage, found: Sequence[Draft]) -> Iterator[Draft]:
    """Read quotations that only their punctuation attributes.

    Args:
        passage: Where to look.
        found: Attributions of the passage by other cues; what they hold is left alone.
    """
    claimed = {at for draft in found for start, end in draft.content for at in range(start, end)}
    for number, (low, high) in enumerate(passage.quotations):
        if low in claimed or not speech(passage, number) or high - low < _SHORTEST:
            continue
        start = sentence_start(passage, low)
        if passage.tag(low - 1) == ":" and low - 1 > start:
            yield from _announced(passage, (low, high), start, found)
        elif low == start and passage.tag(high - 2) in ",?!" and high < len(passage.tokens):
            yield from _tagged(passage, (low, high))


def _announced(passage: Passage, quotation: Range, start: int, found: Sequence[Draft]) -> Iterator[Draft]:
    """Yield speech behind a colon: of the speaker before it, else of whoever the sentence is about."""
    low = quotation[0]
    before = [one for one in found if one.source and one.cue and start <= one.cue[0][0] < low and one.parent is None]
    if before:
        voice = min(before, key=lambda one: one.cue[0][0])
        yield Draft(passage, (), (), (quotation,), "continuation", voice=voice, inherited=True)
        return
    if passage.lower(start) in verb_forms() and passage.tag(start + 1) in "DAOZN" and low - 1 - start > 1:
        # A verb opens: "Says the coach: …".
        yield Draft(passage, ((start + 1, low - 1),), ((start, start + 1),), (quotation,), "colon")
        return
    who = _opening(passage, start, low - 1) or matrix_subject(passage, low - 1)
    if who:
        yield Draft(passage, (who,), ((low - 1, low),), (quotation,), "colon")


def _opening(passage: Passage, start: int, end: int) -> Range | None:
    """Return a pronoun or a name at the head of a sentence that some verb follows."""
    if passage.tag(start) == "O" and passage.lower(start) != "there":
        return start, start + 1
    at = start
    while at < end and (passage.tag(at) == "A" or (at == start and passage.word(at)[0].isupper())):
        at += 1
    if at > start and passage.lower(at - 1).endswith(("'s", "s'")) and end - start <= _SHORT:
        # A verdict, an answer, a version that is somebody's.
        return start, end
    named = at > start and (at == end or passage.tag(at) in "NVBYP,(")
    return (start, at) if named and passage.tag(start) not in "DPSCY" else None


def _tagged(passage: Passage, quotation: Range) -> Iterator[Draft]:
    """Yield speech with a short clause behind it whose verb is unknown."""
    after = quotation[1]
    end = next((at for at in range(after, len(passage.tokens)) if at in passage.stops), len(passage.tokens) - 1)
    if not 1 < end - after <= _LONGEST or any(passage.quoted[at] >= 0 for at in range(after, end)):
        return
    source, cue = _turned(passage, after, end)
    content = trimmed(passage, *quotation)
    if content and cue != _NONE:
        yield Draft(passage, (source,), (cue,), (content,), "tag")


def _turned(passage: Passage, after: int, end: int) -> tuple[Range, Range]:
    """Return source and cue of "he shrugs", "Orra Lind shrugs" and "shrugs Orra Lind"; no cue where neither stands."""
    if passage.tag(after) == "O" and passage.tag(after + 1) in "NV":
        return (after, after + 1), (after + 1, after + 2)
    at = after
    while at < end and passage.tag(at) == "A":
        at += 1
    if at > after and passage.tag(at) in "NV" and passage.lower(at).endswith(("s", "ed")):
        return (after, at), (at, at + 1)
    if passage.tag(after) in "NV" and passage.lower(after).endswith(("s", "ed")) and passage.tag(after + 1) in "AD":
        who = following(passage, after + 1, len(passage.tokens))
        if who:
            return who, (after, after + 1)
    return _NONE, _NONE
