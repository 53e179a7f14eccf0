"""Attributions made by a verb: "X said that …", "…, X said", "…, said X", "X, adding that …"."""

from reportedly.reading.clause import content_end, content_start, has_verb, saying_nouns, sentence_start, trimmed
from reportedly.reading.cue import Cue
from reportedly.reading.draft import Draft, Ranges
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import Range, following, speech, subject

_NEAR = 12


def of_verb(passage: Passage, cue: Cue, edge: list[int], found: list[Draft]) -> Draft | None:
    """Read the attribution that one verb makes.

    Args:
        passage: Where the verb stands.
        cue: The verb.
        edge: Tokens before which another attribution begins, in order.
        found: Attributions found to the left.

    Returns:
        The attribution; None when the verb has no content or nobody to say it.
    """
    if cue.mood == "passive":
        return None
    source, voice = _speaker(passage, cue, found)
    content = _right(passage, cue, edge)
    if "t" in cue.verb.frames and cue.mood != "infinitive" and (not content or _quoted_before(passage, source, cue)):
        before = _before(passage, cue, source)
        if before:
            source, voice = before[0], None if before[0] != source else voice
            content = _joined(passage, before[1], content)
    if not content or not source or not _fits(passage, cue, content):
        return None
    return Draft(
        passage,
        (source,),
        ((cue.start, cue.end),),
        content,
        cue.verb.lemma,
        cue.polarity,
        weak=cue.verb.opinion or not cue.verb.frames & {"c", "z", "q"},
        voice=voice,
    )


def _speaker(passage: Passage, cue: Cue, found: list[Draft]) -> tuple[Range | None, Draft | None]:
    """Return the words that name who speaks, and the attribution they were borrowed from, if any."""
    last = next((one for one in reversed(found) if one.source and one.parent is None), None)
    before = passage.tag(cue.group - 1)
    elided = before == "C" or (cue.mood == "participle" and before in ',SP"-') or (before == "," and cue.form == "ing")
    if not elided:
        own = subject(passage, cue.group, sentence_start(passage, cue.group))
        return (_without_relay(passage, own), None) if own else (None, None)
    if last and last.cue and last.cue[0][0] < cue.start:
        return last.source[0], last
    if cue.mood == "participle" and before != "C":
        return None, None
    first = _first_subject(passage, cue.group)
    return first, None


def _first_subject(passage: Passage, before: int) -> Range | None:
    """Return the phrase before the first finite verb of the sentence."""
    start = sentence_start(passage, before)
    for at in range(start + 1, before):
        if passage.tag(at) in "BMV" and passage.quoted[at] < 0:
            return subject(passage, at, start)
    return None


def _without_relay(passage: Passage, source: Range) -> Range:
    """Return the phrase without "citing officials" or "in a statement" set between commas after it."""
    for at in range(source[0] + 1, source[1]):
        if passage.lower(at) in ("citing", "quoting", "relying") or (
            passage.tag(at) == "," and passage.tag(at + 1) in "PG" and passage.lower(at + 1) not in ("of", "from")
        ):
            end = at - (passage.tag(at - 1) == "," and at - 1 > source[0])
            return source[0], end
    return source


def _right(passage: Passage, cue: Cue, edge: list[int]) -> Ranges:
    """Return what stands to the right of the cue and is said; empty when nothing is."""
    start = content_start(passage, cue)
    if start is None or start >= len(passage.tokens):
        return ()
    noun = _noun_with_that(passage, start) if "n" in cue.verb.frames else None
    begins = noun if noun is not None else start
    one = trimmed(passage, begins, content_end(passage, begins, edge))
    return (one,) if one else ()


def _noun_with_that(passage: Passage, start: int) -> int | None:
    """Return where the that-clause of "denied reports that …" begins; None when the object is no such noun."""
    nouns = saying_nouns()
    for at in range(start, min(len(passage.tokens), start + _NEAR)):
        if passage.lower(at) in nouns:
            for that in range(at + 1, min(len(passage.tokens), at + _NEAR)):
                if passage.tag(that) == "H":
                    return that + 1
                if passage.tag(that) in ",.BM" or passage.quoted[that] >= 0:
                    return None
        if passage.tag(at) in "BMVH,.":
            return None
    return None


def _quoted_before(passage: Passage, source: Range | None, cue: Cue) -> bool:
    """Say whether speech in quotation marks ends right before the clause of the cue."""
    at = (source[0] if source and source[1] <= cue.start else cue.group) - 1
    if at > 0 and passage.tag(at) in ",-" and passage.quoted[at] < 0:
        at -= 1
    return at > 0 and passage.quoted[at] >= 0 and speech(passage, passage.quoted[at])


def _before(passage: Passage, cue: Cue, source: Range | None) -> tuple[Range, Ranges] | None:
    """Return the source and the content of a cue that follows what is said; None when it does not."""
    if source and source[1] <= cue.start and _parted(passage, source[0]):
        content = _left(passage, source[0])
        return (source, content) if content else None
    if _parted(passage, cue.group) or passage.tag(cue.group - 1) == ",":
        turned = following(passage, cue.end, len(passage.tokens))
        content = _left(passage, cue.group)
        if turned and content:
            return turned, content
    return None


def _parted(passage: Passage, at: int) -> bool:
    """Say whether a comma, a dash or a quotation ends right before a token, adverbs apart."""
    before = at - 1
    while before > 0 and passage.tag(before) in "YE":
        before -= 1
    if before < 0:
        return False
    if passage.quoted[before] >= 0:
        return speech(passage, passage.quoted[before])
    return passage.tag(before) in ",-" and before > 0


def _left(passage: Passage, end: int) -> Ranges:
    """Return what is said before a trailing cue whose clause begins at ``end``: the quotation, or the sentence so far."""
    before = end - 1
    while before > 0 and passage.quoted[before] < 0 and passage.tag(before) in ",-YE":
        before -= 1
    if passage.quoted[before] >= 0:
        low, high = passage.quotations[passage.quoted[before]]
        start = sentence_start(passage, low)
        if not has_verb(passage, start, low) or low - start <= 1:
            return ((low, high),)
    else:
        start = sentence_start(passage, before)
    one = trimmed(passage, start, before + 1)
    return (one,) if one else ()


def _joined(passage: Passage, left: Ranges, right: Ranges) -> Ranges:
    """Return a content that a cue breaks in two; the left part alone when the right one is no continuation."""
    if not right or not left:
        return left or right
    both_quoted = passage.quoted[left[-1][1] - 1] >= 0 and passage.quoted[right[0][0]] >= 0
    fragment = not has_verb(passage, *left[0]) and not both_quoted
    return left + right if both_quoted or fragment else left


def _fits(passage: Passage, cue: Cue, content: Ranges) -> bool:
    """Say whether what was found can be what such a verb takes."""
    size = sum(end - start for start, end in content)
    quoted = any(passage.quoted[at] >= 0 for start, end in content for at in range(start, end))
    if cue.verb.frames <= {"q", "t"}:
        return quoted
    return size > 1 or quoted
