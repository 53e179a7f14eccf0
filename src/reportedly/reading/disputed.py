"""Attributions by a noun set beside what is said: "…, a claim the rebels deny", "…, something the army denied"."""

from collections.abc import Sequence

from reportedly.reading.clause import saying_nouns, sentence_start
from reportedly.reading.cue import Cue
from reportedly.reading.draft import Draft, Ranges
from reportedly.reading.passage import Passage
from reportedly.reading.saying import left_of
from reportedly.reading.speaker import Range, phrase_start, subject

_REACH = 12
_ANYTHING = frozenset(("something", "which"))


def disputed(passage: Passage, cues: Sequence[Cue], found: Sequence[Draft], edge: list[int]) -> list[Draft]:
    """Read what somebody holds of the statement before, where a noun for it stands between commas.

    Args:
        passage: Where to look.
        cues: Its verb cues.
        found: Attributions that the verbs make otherwise.
        edge: Tokens before which another attribution begins, in order.

    Returns:
        A Draft for each such verb; its content is what the attribution before it says, else the sentence so far.
    """
    return [draft for cue in cues if (draft := _of(passage, cue, found, edge) or _relative(passage, cue))]


def _relative(passage: Passage, cue: Cue) -> Draft | None:
    """Return the attribution of a verb in a relative clause: "a number that the office does not validate"."""
    if cue.mood != "active" or cue.polarity == "asserts" or not _closed(passage, cue):
        return None
    who = subject(passage, cue.group, sentence_start(passage, cue.group))
    if who is None or passage.tag(who[0] - 1) not in "HR" or passage.tag(who[0] - 2) not in "NA),":
        return None
    end = who[0] - 1 - (passage.tag(who[0] - 2) == ",")
    start = phrase_start(passage, end, sentence_start(passage, end))
    while start < end and passage.tag(start) in "PC":
        start += 1
    return (
        Draft(passage, (who,), ((cue.start, cue.end),), ((start, end),), cue.verb.lemma, cue.polarity)
        if start < end
        else None
    )


def without_apposition(passage: Passage, apposed: Draft, found: Sequence[Draft]) -> None:
    """Cut what others say before ", a number that the office does not validate": that is the writer's.

    Args:
        passage: Where it stands.
        apposed: What is not validated, denied or not said.
        found: Attributions of the passage; their contents are changed.
    """
    start = apposed.content[0][0]
    if passage.tag(start - 1) != "," or start > apposed.cue[0][0]:
        return
    for one in found:
        if (
            one is not apposed
            and one.content
            and one.content[-1][0] < start - 1 <= apposed.cue[-1][1] <= one.content[-1][1] + 1
        ):
            one.content = (*one.content[:-1], (one.content[-1][0], start - 1))


def _of(passage: Passage, cue: Cue, found: Sequence[Draft], edge: list[int]) -> Draft | None:
    """Return the attribution of one verb that nothing follows: its object stands before its subject."""
    if cue.mood != "active" or not cue.verb.frames & {"n", "c"} or not _closed(passage, cue):
        return None
    at = _noun(passage, cue.group)
    if at is None:
        return None
    comma = _opening(passage, at)
    who = _after(passage, at, cue.group)
    content = _before(passage, comma, found, edge) if comma is not None and who else ()
    if not content or who is None:
        return None
    return Draft(passage, (who,), ((cue.start, cue.end),), content, cue.verb.lemma, cue.polarity)


def _closed(passage: Passage, cue: Cue) -> bool:
    """Say whether nothing stands behind a verb that could be its object."""
    return passage.tag(cue.end) in ".,;-" or cue.end >= len(passage.tokens)


def _noun(passage: Passage, verb: int) -> int | None:
    """Return the noun for a statement that stands before the subject of a verb."""
    for at in range(verb - 2, max(-1, verb - _REACH), -1):
        if passage.quoted[at] >= 0 or passage.tag(at) in ".;:":
            return None
        if passage.lower(at) in saying_nouns() or passage.lower(at) in _ANYTHING:
            return at
    return None


def _opening(passage: Passage, noun: int) -> int | None:
    """Return the comma or dash that opens the apposition; None where the noun stands in a clause of its own."""
    at = noun
    while at > 0 and passage.tag(at - 1) in "DNAY" and passage.lower(noun) not in _ANYTHING:
        at -= 1
    article = passage.tag(at) == "D" or passage.lower(noun) in _ANYTHING
    return at - 1 if at > 1 and article and passage.tag(at - 1) in ",-" else None


def _after(passage: Passage, noun: int, verb: int) -> Range | None:
    """Return the subject between the noun and the verb: a phrase of its own, "that" or "which" left out."""
    start = noun + 1 + (passage.tag(noun + 1) in "HR")
    whole = start < verb and all(passage.tag(at) in "DNAZ#PO@" for at in range(start, verb))
    return (start, verb) if whole and passage.tag(start) in "DAOZ#N" else None


def _before(passage: Passage, comma: int, found: Sequence[Draft], edge: list[int]) -> Ranges:
    """Return what the noun stands for: what was said last before the comma, else the sentence up to it."""
    start = sentence_start(passage, comma)
    said = [one for one in found if one.cue and start <= one.cue[0][0] < comma and one.content[0][0] < comma]
    last = max(said, key=lambda one: one.cue[0][0], default=None)
    if last is not None:
        return tuple((low, min(high, comma)) for low, high in last.content if low < comma)
    return left_of(passage, comma, edge)
