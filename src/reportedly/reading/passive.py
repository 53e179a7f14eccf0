"""Attributions whose verb is passive and whose voice may be named: "was quoted as saying", "was described as … by X"."""

from collections.abc import Iterator

from reportedly.reading.clause import content_end, sentence_start, trimmed
from reportedly.reading.cue import Cue
from reportedly.reading.draft import Draft, Ranges
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import Range, following, subject

_FAR = 20
_NAMES_AS = frozenset(
    (
        "describe",
        "characterize",
        "characterise",
        "label",
        "dismiss",
        "denounce",
        "hail",
        "condemn",
        "criticize",
        "criticise",
    )
)
_QUOTES = frozenset(("quote", "cite"))


def of_passive(passage: Passage, cue: Cue, edge: list[int]) -> Draft | None:
    """Read the attribution that one passive verb makes.

    Args:
        passage: Where the verb stands.
        cue: The verb, its mood "passive".
        edge: Tokens before which another attribution begins, in order.

    Returns:
        The attribution; None when nobody is quoted, and none is named as the one who speaks.
    """
    who = subject(passage, cue.group, sentence_start(passage, cue.group))
    if who is None:
        return None
    if cue.verb.lemma in _QUOTES:
        return _quoted(passage, cue, who, edge)
    agent = _agent(passage, cue, edge)
    if cue.verb.lemma in _NAMES_AS and passage.lower(cue.end) == "as":
        return _named_as(passage, cue, who, agent, edge)
    if agent is None or not cue.verb.frames & {"z", "n"} or agent[0] != cue.end + 1:
        return None
    return Draft(passage, (agent,), ((cue.start, cue.end),), (who,), cue.verb.lemma, cue.polarity, weak=True)


def _quoted(passage: Passage, cue: Cue, who: Range, edge: list[int]) -> Draft | None:
    """Read "X was quoted as saying …"."""
    if passage.lower(cue.end) != "as" or passage.lower(cue.end + 1) != "saying" or cue.end + 2 >= len(passage.tokens):
        return None
    start = cue.end + 2
    start += passage.tag(start) in ":,H"
    content = trimmed(passage, start, content_end(passage, start, edge)) if start < len(passage.tokens) else None
    return Draft(passage, (who,), ((cue.group, cue.end + 2),), (content,), "say") if content else None


def _named_as(passage: Passage, cue: Cue, who: Range, agent: Range | None, edge: list[int]) -> Draft | None:
    """Read "X was described as Y by Z", with a voice or without."""
    start = cue.end + 1
    end = agent[0] - 1 if agent else content_end(passage, start, edge)
    said = trimmed(passage, start, end) if start < end else None
    if not said:
        return None
    content: Ranges = (who, said)
    return Draft(passage, (agent,) if agent else (), ((cue.group, cue.end + 1),), content, cue.verb.lemma, weak=True)


def _agent(passage: Passage, cue: Cue, edge: list[int]) -> Range | None:
    """Return whoever stands after "by" in the clause of a passive."""
    stop = content_end(passage, cue.end, edge) if cue.end < len(passage.tokens) else cue.end
    for at in range(cue.end, min(stop, cue.end + _FAR)):
        if passage.lower(at) == "by" and passage.quoted[at] < 0:
            return following(passage, at + 1, len(passage.tokens))
    return None


def passives_of(passage: Passage, cues: list[Cue], edge: list[int]) -> Iterator[Draft]:
    """Yield the attributions of all passive verbs of a passage.

    Args:
        passage: Where they stand.
        cues: Its verb cues.
        edge: Tokens before which another attribution begins, in order.
    """
    for cue in cues:
        draft = of_passive(passage, cue, edge) if cue.mood == "passive" else None
        if draft:
            yield draft
