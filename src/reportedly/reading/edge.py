"""Where another voice begins beside what is said, so that what is said ends there."""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.reading.clause import content_start, has_verb, past_manner, sentence_start
from reportedly.reading.cue import Cue
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import subject

_FAR = 25
_NEAR = 15
# "…, showing that" goes on with what is said: no voice of its own.
_RESULTS = frozenset(("show", "find", "prove", "demonstrate", "lead"))
_PRESENT = frozenset(("is", "isn't", "isn’t", "are", "aren't", "aren’t"))
_SILENT = frozenset(("does not say", "cannot confirm"))


def edges(passage: Passage, cues: Sequence[Cue]) -> Iterator[int]:
    """Yield the tokens before which a clause with a cue of its own begins, beside what was said before it.

    Args:
        passage: Where the cues stand.
        cues: The verb cues, in text order.
    """
    for cue in cues:
        before = cue.group - 1
        if cue.mood == "participle":
            joined = passage.tag(before) == "," and cue.verb.lemma not in _RESULTS
            if joined or (passage.tag(before) == "C" and _listed(cue, cues)):
                yield before
        elif passage.tag(before) == "C":
            if _speaks_too(passage, cue):
                yield before - (passage.tag(before - 1) == ",")
        elif headed(passage, cue):
            yield before
        elif cue.mood in ("active", "passive"):
            yield from _coordinated(passage, cue)
    yield from (comma for comma, tag in enumerate(passage.tags) if tag == "," and _turns(passage, comma + 1))


def _turns(passage: Passage, at: int) -> bool:
    """Say whether words behind a comma that are no part of what is said begin: "according to", "without naming", a remark."""
    word, after = passage.lower(at), passage.tag(at + 1)
    return word == "according" or (word == "without" and after == "G") or _unconfirmed(passage, at)


def _unconfirmed(passage: Passage, at: int) -> bool:
    """Say whether "though that could not be confirmed" begins: the writer's own remark on what is said before it."""
    if passage.lower(at) not in ("though", "although", "but") or passage.quoted[at] >= 0:
        return False
    stop = next((one for one in range(at + 1, min(len(passage.tokens), at + _NEAR)) if passage.tag(one) in ",.;"), at)
    words = [passage.lower(one) for one in range(at + 1, stop)]
    told = words[:1] in (["this"], ["that"], ["it"], ["these"]) or words[1:2] in (
        ["claim"],
        ["figure"],
        ["report"],
        ["toll"],
    )
    negated = any(word in ("not", "cannot", "never", "yet") or word.endswith("n't") for word in words)
    return told and negated and any(word.startswith(("confirm", "verif", "corroborat")) for word in words)


def _speaks_too(passage: Passage, cue: Cue) -> bool:
    """Say whether a verb right after "and" or "but" is another statement of the speaker, and no deed that is told."""
    finite = cue.form in ("past", "s") or cue.group < cue.end - 1
    adverb = passage.tag(cue.group - 2) == "Y" and passage.lower(cue.group - 1) == "and"
    # "told us it had seen the rumours but isn't able to confirm them": still the same words, by the tense.
    still = cue.polarity in _SILENT and passage.lower(cue.group) in _PRESENT
    return finite and not _deed(passage, cue) and cue.mood == "active" and not adverb and not still


def _deed(passage: Passage, cue: Cue) -> bool:
    """Say whether a verb that takes an infinitive tells of a deed here, and of no statement: "and agreed to leave"."""
    clause = bool(cue.verb.frames & {"c", "z"}) and passage.tag(past_manner(passage, cue.end)) != "T"
    return "i" in cue.verb.frames and cue.polarity == "asserts" and not clause


def _listed(cue: Cue, cues: Iterable[Cue]) -> bool:
    """Say whether a participle after "and" goes on from another one: "mentioning …, and warning …"."""
    return any(one.mood == "participle" and 0 < cue.start - one.start < _FAR for one in cues)


def _coordinated(passage: Passage, cue: Cue) -> Iterator[int]:
    """Yield where ", and X said" or ", X said" begins before one cue."""
    found = None if _deed(passage, cue) else subject(passage, cue.group)
    if not found or cue.group - found[0] > _FAR:
        return
    before = found[0] - 1
    if passage.lower(before) in ("while", "whereas", "although", "though"):
        yield before - (passage.tag(before - 1) == ",")
        return
    while before > 0 and passage.tag(before) in "YES":
        before -= 1
    if passage.tag(before) == "C" and (passage.tag(before - 1) == "," or passage.lower(before) == "but"):
        yield before - (passage.tag(before - 1) == ",")
    elif passage.tag(before) == ";":
        yield before
    elif passage.tag(before) == "," and content_start(passage, cue) is None:
        yield before
        start = sentence_start(passage, before)
        yield from (at for at in range(start, before) if passage.tag(at) == ";" and passage.quoted[at] < 0)


def headed(passage: Passage, cue: Cue) -> bool:
    """Say whether a verb after a comma in a headline goes on with the subject before: "Gang claims breach, says it has files".

    Args:
        passage: Where the cue stands.
        cue: The verb.
    """
    line = passage.tags[-1] not in '.!?"' and passage.tag(cue.group - 1) == "," and cue.group > 1
    return line and cue.mood == "active" and has_verb(passage, cue.end, len(passage.tokens))
