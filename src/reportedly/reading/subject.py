"""Who does what a verb says when nobody stands right before it: the subject of another verb of the sentence."""

from reportedly.reading.clause import sentence_start
from reportedly.reading.cue import verb_forms
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import Range, subject


def first_subject(passage: Passage, before: int) -> Range | None:
    """Return the phrase before the first finite verb of the sentence; past the comma where a side clause opens it.

    Args:
        passage: Where to look.
        before: Token before which the verb stands.
    """
    start = sentence_start(passage, before)
    if passage.tag(start) == "S":
        comma = next((at for at in range(start, before) if passage.tag(at) == ","), None)
        start = start if comma is None else comma + 1
    for at in range(start + 1, before):
        if _finite(passage, at) and (found := subject(passage, at, start)) is not None:
            return found
    return None


def matrix_subject(passage: Passage, before: int) -> Range | None:
    """Return the subject of the nearest finite verb before "to say"; None when the sentence has none.

    Args:
        passage: Where the infinitive stands.
        before: Its "to".
    """
    start = sentence_start(passage, before)
    for at in range(before - 1, start, -1):
        if _finite(passage, at):
            return subject(passage, passage.group(at, low=start + 1), start)
        if passage.tag(at) in ";:" or passage.quoted[at] >= 0:
            return None
    return None


def _finite(passage: Passage, at: int) -> bool:
    """Say whether a token outside quotations looks like a finite verb: by its letter, or as a verb of saying."""
    if passage.quoted[at] >= 0:
        return False
    return passage.tag(at) in "BMV" or (
        passage.tag(at) == "N" and passage.tag(at - 1) in "AO" and passage.lower(at) in verb_forms()
    )
