"""What stands behind a verb of saying as its object: where it begins, and where the writer goes on."""

from reportedly.lexicon import load
from reportedly.reading.clause import (
    content_end,
    content_start,
    has_verb,
    past_manner,
    saying_nouns,
    sentence_start,
    trimmed,
)
from reportedly.reading.cue import Cue, verb_forms
from reportedly.reading.draft import Ranges
from reportedly.reading.frame import WHOLE
from reportedly.reading.passage import Passage

_NEAR = 12
_CLAUSE = 4
# "calls that a slander": behind these "that" is a pronoun.
_NAMED_AS = frozenset(("call", "brand", "label", "deem", "reject", "dismiss", "describe"))
_SIDES = frozenset(
    ("while", "when", "although", "though", "after", "before", "because", "since", "if", "once", "whereas")
)
_CITES = frozenset(("cite", "quote"))


def complement(passage: Passage, cue: Cue, edge: list[int]) -> Ranges:
    """Return what stands to the right of the cue and is said; empty when nothing is."""
    start = _after_saying(passage, cue) if cue.verb.lemma in _CITES else content_start(passage, cue)
    if start is None or start >= len(passage.tokens):
        return ()
    noun = _noun_with_that(passage, start) if "n" in cue.verb.frames else None
    begins = noun if noun is not None else start
    end = content_end(passage, begins, edge)
    if _sided(passage, cue):
        end = _main_clause(passage, begins, end)
    if passage.tag(begins) != '"':
        end = _aside(passage, begins, end)
    if passage.lower(begins) in WHOLE.get(cue.verb.lemma, ()):
        end = _before_channel(passage, begins, end)
    if passage.tag(cue.group - 1) == "R" and passage.tag(cue.group - 2) == ",":
        end = _relative_end(passage, begins, end)
    if cue.verb.lemma in load("en", "cue")["counting"]:
        # "raised the number to 47 late on Thursday": the time is that of the saying.
        end = next((at for at in range(begins, end) if passage.tag(at - 1) in "#Z" and _timed(passage, at)), end)
    if passage.lower(cue.start) == "neither":
        # "neither confirms this nor denies it".
        end = next((at for at in range(begins, end) if passage.lower(at) == "nor"), end)
    one = trimmed(passage, begins, end)
    alone = passage.tag(begins) == "H" and (begins + 1 >= len(passage.tokens) or passage.tag(begins + 1) in ".,;")
    if alone and cue.verb.lemma in _NAMED_AS:
        # "has dismissed that".
        return ((begins, begins + 1),)
    if one and one[0] == begins + 1 and passage.tag(begins) == "H" and cue.verb.lemma in _NAMED_AS:
        # "calls that a slander": nothing but a pronoun can stand there.
        one = (begins, one[1])
    return (one,) if one else ()


def _sided(passage: Passage, cue: Cue) -> bool:
    """Say whether a verb stands in a side clause that opens its sentence: "While officials claim that …, residents boil it"."""
    start = sentence_start(passage, cue.group)
    opens = passage.lower(start) in _SIDES and passage.lower(start + 1) != "all"
    return opens and not any(passage.tag(at) in ",;" or passage.quoted[at] >= 0 for at in range(start, cue.start))


def _main_clause(passage: Passage, start: int, end: int) -> int:
    """Return the comma before the main clause that follows a side clause; ``end`` where none does."""
    for at in range(start + 1, end - 2):
        if (
            passage.tag(at) == ","
            and passage.quoted[at] < 0
            and passage.tag(at + 1) in "OADN"
            and passage.lower(at + 1) not in ("and", "or")
        ):
            stop = next((one for one in range(at + 1, end) if passage.tag(one) in ",;"), end)
            if stop - at > 1 and not _listed(passage, at + 1, stop) and has_verb(passage, at + 1, stop):
                return at
    return end


def _listed(passage: Passage, start: int, end: int) -> bool:
    """Say whether words between commas are one of a list, or an apposition."""
    return end < len(passage.tokens) and passage.tag(end) == "," and not has_verb(passage, start, end)


def _timed(passage: Passage, at: int) -> bool:
    """Say whether a time begins at a token: "on Thursday", "late on Thursday"."""
    return passage.tag(at) == "E" or past_manner(passage, at) > at


def _aside(passage: Passage, start: int, end: int) -> int:
    """Return where a content ends before ", before paring losses": a side clause without a subject of its own."""
    for at in range(start, end - 1):
        side = passage.tag(at) == "," and passage.quoted[at] < 0 and passage.lower(at + 1) in ("before", "after")
        if side and passage.tag(at + 2) == "G":
            return at
    return end


def _before_channel(passage: Passage, start: int, end: int) -> int:
    """Return where "responsibility" ends before "in a message posted on Telegram": the channel, and nothing that is claimed."""
    nouns = load("en", "via")["nouns"]
    for at in range(start + 1, end):
        through = passage.lower(at) in ("in", "on", "via", "through") and passage.quoted[at] < 0
        if through and any(passage.lower(one) in nouns for one in range(at + 1, min(end, at + _CLAUSE))):
            return at
    return end


def _after_saying(passage: Passage, cue: Cue) -> int | None:
    """Return where what somebody is quoted as saying begins; the object itself where nobody says it."""
    for at in range(cue.end, min(len(passage.tokens), cue.end + _NEAR)):
        if passage.lower(at) == "effect" and passage.lower(at - 2) == "to" and passage.tag(at + 1) == "H":
            return at + 2
        if passage.lower(at) == "saying" and passage.quoted[at] < 0:
            after = at + 1
            return after if after < len(passage.tokens) and passage.tag(after) not in ".,)" else None
    return content_start(passage, cue)


def _relative_end(passage: Passage, start: int, end: int) -> int:
    """Return where a clause with "which" between commas ends: before the verb that goes on, or what an opening "according to" gives."""
    opening = passage.lower(sentence_start(passage, start)) == "according"
    for at in range(start, end):
        if passage.tag(at) == "," and passage.quoted[at] < 0:
            after = at + 1
            while passage.tag(after) == "Y":
                after += 1
            if opening or passage.tag(after) in "BMV" or passage.lower(after) in verb_forms():
                return at
    return end


def _noun_with_that(passage: Passage, start: int) -> int | None:
    """Return where the that-clause of "denied reports that …" begins; None when the object is no such noun."""
    nouns, notions = saying_nouns(), load("en", "cue")["notions"]
    for at in range(start, min(len(passage.tokens), start + _NEAR)):
        if passage.lower(at) in nouns or passage.lower(at) in notions:
            for that in range(at + 1, min(len(passage.tokens), at + _NEAR)):
                if passage.tag(that) == "H":
                    return that + 1
                if passage.tag(that) in ",.BM" or passage.quoted[that] >= 0:
                    return None
        if passage.tag(at) in "BMVH,.":
            return None
    return None
