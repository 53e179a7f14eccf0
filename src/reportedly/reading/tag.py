"""A short clause behind a whole one and a comma: only who said it can stand there, whatever the verb: "Nobody came, his aide let on"."""

from collections.abc import Iterator, Sequence

from reportedly.reading.clause import has_verb, sentence_start
from reportedly.reading.cue import verb_forms
from reportedly.reading.draft import Draft
from reportedly.reading.passage import Passage
from reportedly.reading.saying import left_of
from reportedly.reading.speaker import Range, subject
from reportedly.reading.vocabulary import vocabulary

# Tokens that may stand behind the verb: "to the Courier", "back within the hour", "us".
_TAIL = 7
_LONGEST_GROUP = 4
_LEAST = 3
_LONGEST_NAME = 9
_NOBODY = frozenset(("there", "this", "that", "these", "those", "which", "who", "what", "one", "i", "you"))
_PARTICLES = frozenset(("back", "on", "out", "up", "in", "know", "away", "forth"))
# Verbs of a tag that no shape shows.
_SHORT_PAST = frozenset(("let", "put", "hit", "told", "wrote"))


def tags(passage: Passage, found: Sequence[Draft], edge: list[int]) -> Iterator[Draft]:
    """Read the clauses that close a sentence behind what they attribute.

    English joins two main clauses by a comma alone only where the second says whose words the first are.

    Args:
        passage: Where to look.
        found: Attributions of the passage by other cues; a sentence whose end one of them holds is left alone.
        edge: Tokens before which another attribution begins, in order.
    """
    for stop in sorted(passage.stops):
        if passage.quoted[stop] >= 0 or passage.tag(stop) != ".":
            continue
        draft = _at_end(passage, stop, edge)
        if draft is not None and not any(_touches(draft, one) for one in found):
            yield draft


def _touches(draft: Draft, other: Draft) -> bool:
    """Say whether another attribution has its cue or its source in the clause of a draft."""
    low, high = draft.source[0][0], draft.passage.tags.find(".", draft.cue[0][0])
    return any(low <= at < high for part in (other.cue, other.source) for at, _ in part)


def _at_end(passage: Passage, stop: int, edge: list[int]) -> Draft | None:
    """Return the draft of the clause that a sentence ends with; None where it is no such clause."""
    start = sentence_start(passage, stop - 1)
    if "," not in passage.tags[start:stop]:
        return None
    for verb in range(stop - 1, max(start, stop - 1 - _TAIL), -1):
        if passage.quoted[verb] >= 0 or passage.tag(verb) in ",;:":
            return None
        if not _finite(passage, verb) or not _closes(passage, verb + 1, stop):
            continue
        group = passage.group(verb, "BMYE", max(start, verb - _LONGEST_GROUP))
        who = subject(passage, group, start) if "M" not in passage.tags[group:verb] else None
        if who is None or not _parted(passage, who, start) or not _names(passage, who):
            continue
        content = left_of(passage, who[0], edge)
        if content and _whole(passage, content[0]):
            return Draft(passage, (who,), ((verb, verb + 1),), content, "tag")
    return None


def _finite(passage: Passage, at: int) -> bool:
    """Say whether a token can be a past or a present verb in the third person."""
    word = passage.lower(at)
    if passage.tag(at - 1) in "DPT" or passage.tag(at) in "BM":
        return False
    known = verb_forms().get(word)
    said = known is not None and (known[1] == "past" or (known[1] == "s" and "t" in known[0].frames))
    pronoun = passage.tag(at - 1) == "O" and word.endswith("s") and len(word) > _LEAST
    return passage.tag(at) == "V" or word in _SHORT_PAST or said or pronoun


def _closes(passage: Passage, at: int, stop: int) -> bool:
    """Say whether only an addressee, a particle, a time or a place stands between a verb and the end of its sentence."""
    if at == stop:
        return True
    to = passage.lower(at) == "to" and passage.tag(at + 1) in "DANI"
    particle = passage.lower(at) in _PARTICLES and (at + 1 == stop or passage.lower(at) == "back")
    opens = to or particle or passage.tag(at) in "IEY"
    return opens and not any(passage.tag(one) in "BMVSRHGCO,:;" or passage.quoted[one] >= 0 for one in range(at, stop))


def _parted(passage: Passage, who: Range, start: int) -> bool:
    """Say whether a comma stands right before a subject that opens a clause of its own."""
    before = who[0] - 1
    while before > start and passage.tag(before) in "YE":
        before -= 1
    return before > start + _LEAST and passage.tag(before) == "," and passage.quoted[before] < 0


def _names(passage: Passage, who: Range) -> bool:
    """Say whether words are a plain noun phrase that can mean somebody, and no second part of a list."""
    first, size = passage.lower(who[0]), who[1] - who[0]
    plain = size <= _LONGEST_NAME and not any(
        passage.tag(at) in "CVGRSBM" or passage.quoted[at] >= 0 for at in range(*who)
    )
    nouns = vocabulary("en").nouns
    speaks = any(passage.tag(at) in "AO" or passage.lower(at) in nouns for at in range(*who))
    opens = passage.tag(who[0]) in "DAO" or first == "one" or first in nouns
    return plain and opens and speaks and first not in _NOBODY


def _whole(passage: Passage, content: Range) -> bool:
    """Say whether words are a main clause: they open with their subject, and a verb of its own follows."""
    start, end = content
    if (
        passage.quoted[start] >= 0
        or passage.tag(start) not in "DAON#ZI"
        or passage.lower(start) in ("both", "as", "like")
    ):
        return False
    for at in range(start + 1, end):
        if passage.tag(at) in "RHS":
            return False
        if passage.quoted[at] < 0 and passage.tag(at) in "BM":
            return True
        if passage.tag(at) == "V" and passage.tag(at - 1) in "NAO" and has_verb(passage, start, end):
            return passage.tag(at + 1) not in "PE" or has_verb(passage, at + 1, end) or passage.lower(at).endswith("ed")
    return False
