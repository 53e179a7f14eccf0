"""Attributions whose verb is passive and whose voice may be named: "was quoted as saying", "was described as … by X"."""

from collections.abc import Iterator

from reportedly.reading.clause import content_end, sentence_start, trimmed
from reportedly.reading.cue import Cue
from reportedly.reading.draft import Draft, Ranges
from reportedly.reading.passage import Passage
from reportedly.reading.saying import left_of
from reportedly.reading.speaker import Range, following, subject

_FAR = 20
_NEAR = 8
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
        "name",
        "identify",
    )
)
_QUOTES = frozenset(("quote", "cite"))


def of_passive(passage: Passage, cue: Cue, edge: list[int]) -> list[Draft]:
    """Read the attribution that one passive verb makes.

    Args:
        passage: Where the verb stands.
        cue: The verb, its mood "passive".
        edge: Tokens before which another attribution begins, in order.

    Returns:
        The attribution, with the one it was passed on through; none when nobody is quoted or named as the speaker.
    """
    who = subject(passage, cue.group, sentence_start(passage, cue.group))
    if who is None:
        return []
    if cue.verb.lemma in _QUOTES:
        return _quoted(passage, cue, who, edge)
    agent = _agent(passage, cue, edge)
    if cue.verb.lemma == "ask":
        return _asked(passage, cue, agent, edge)
    if cue.verb.lemma in _NAMES_AS:
        first = _up_to(passage, agent, "as") if passage.lower(cue.end) == "by" else None
        if passage.lower(cue.end) == "in" and cue.verb.lemma in ("name", "identify"):
            # "was named in local media as"
            first = _up_to(passage, following(passage, cue.end + 1, len(passage.tokens)), "as")
        start = first[1] if first else cue.end
        if passage.lower(start) == "as":
            found = _named_as(passage, cue, who, (start + 1, first or agent), edge)
            return [found] if found else []
    return _by(passage, cue, who, agent, edge) if agent and agent[0] == cue.end + 1 else []


def _by(passage: Passage, cue: Cue, who: Range, agent: Range, edge: list[int]) -> list[Draft]:
    """Read a passive with its voice right after it: "was told by the army that …", "…, he was told by the army"."""
    if "p" in cue.verb.frames and passage.tag(agent[1]) == "H":
        content = trimmed(passage, agent[1] + 1, content_end(passage, agent[1] + 1, edge))
        return [Draft(passage, (agent,), ((cue.group, cue.end),), (content,), cue.verb.lemma)] if content else []
    if not cue.verb.frames & {"z", "n"}:
        return []
    if cue.verb.lemma == "tell":
        said = left_of(passage, who[0], edge) if passage.tag(who[0] - 1) in '",' else ()
        return [Draft(passage, (_up_to(passage, agent, "by") or agent,), ((cue.group, cue.end),), said, "tell")]
    return [Draft(passage, (agent,), ((cue.start, cue.end),), (who,), cue.verb.lemma, cue.polarity, weak=True)]


def _asked(passage: Passage, cue: Cue, agent: Range | None, edge: list[int]) -> list[Draft]:
    """Read "X was asked (by Y) whether …"."""
    start = agent[1] if agent and agent[0] == cue.end + 1 else cue.end
    start += passage.tag(start) == "," and passage.quoted[start + 1 : start + 2] not in ((), (-1,))
    asks = passage.tag(start) in "SR" or (start < len(passage.tokens) and passage.quoted[start] >= 0)
    content = trimmed(passage, start, content_end(passage, start, edge)) if asks else None
    source: Ranges = (agent,) if agent and start >= agent[1] else ()
    return [Draft(passage, source, ((cue.group, cue.end),), (content,), "ask", "asks")] if content else []


def _quoted(passage: Passage, cue: Cue, who: Range, edge: list[int]) -> list[Draft]:
    """Read "X was quoted (by Y) as saying (by Y) …"; Y, where given, is the voice through which X's words came."""
    relay = following(passage, cue.end + 1, len(passage.tokens)) if passage.lower(cue.end) == "by" else None
    relay = _up_to(passage, relay, "as")
    at = relay[1] if relay else cue.end
    if passage.lower(at) in ("in", "on"):
        # "was quoted in the Tribune as saying"
        at = next((one for one in range(at, min(len(passage.tokens), at + _NEAR)) if passage.lower(one) == "as"), at)
    if passage.lower(at) != "as" or passage.lower(at + 1) != "saying" or at + 2 >= len(passage.tokens):
        return []
    start = at + 2
    if passage.lower(start) == "by" and relay is None:
        relay = following(passage, start + 1, len(passage.tokens))
        start = relay[1] if relay else start
    start += start < len(passage.tokens) and passage.tag(start) in ":,H"
    content = trimmed(passage, start, content_end(passage, start, edge)) if start < len(passage.tokens) else None
    found: Ranges = (content,) if content else left_of(passage, who[0], edge)
    if not found:
        return []
    words = (cue.group, at + 2) if relay is None or relay[0] > at else (at, at + 2)
    own = Draft(passage, (who,), (words,), found, "say")
    if relay is None:
        return [own]
    own.parent = Draft(passage, (relay,), ((cue.group, cue.end),), found, "quote")
    return [own.parent, own]


def _up_to(passage: Passage, phrase: Range | None, word: str) -> Range | None:
    """Return a phrase without what follows a word inside it."""
    if phrase is None:
        return None
    end = next((at for at in range(*phrase) if passage.lower(at) == word), phrase[1])
    return (phrase[0], end) if end > phrase[0] else None


def _named_as(passage: Passage, cue: Cue, who: Range, named: tuple[int, Range | None], edge: list[int]) -> Draft | None:
    """Read "X was described (by Z) as Y (by Z)", with a voice or without; ``named`` is where Y begins, and Z."""
    start, agent = named
    end = (
        agent[0] - 1
        if agent and agent[0] > start
        else content_end(passage, start, edge)
        if start < len(passage.tokens)
        else start
    )
    said = trimmed(passage, start, end) if start < end else None
    if not said:
        return None
    content: Ranges = (who, said)
    return Draft(
        passage,
        (agent,) if agent else (),
        ((cue.group, max(cue.end + 1, start) if agent is None or agent[0] > start else cue.end),),
        content,
        cue.verb.lemma,
        weak=True,
    )


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
        if cue.mood == "passive":
            yield from of_passive(passage, cue, edge)
