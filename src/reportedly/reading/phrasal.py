"""Attributions whose cue is a turn of phrase: "is certain that", "let it be known that", "it has emerged that"."""

from collections.abc import Iterator
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Polarity
from reportedly.reading.clause import content_end, past_manner, saying_nouns, sentence_start, trimmed
from reportedly.reading.cue import verb_forms
from reportedly.reading.draft import Draft, Ranges
from reportedly.reading.passage import Passage
from reportedly.reading.saying import left_of, without_relay
from reportedly.reading.speaker import Range, flat_start, following, subject

_BE = frozenset(["is", "are", "was", "were", "be", "been", "am"])
_IT = frozenset(["it", "there", "that", "this", "what", "which"])
_REACH = 6
_FAR = 9
# "The line is that": whose line it is must be said by an owner or an adjective.
_DESCRIBED = 2
_OPENS = frozenset(["as", "it", "and", "but"])


def phrasals(passage: Passage, edge: list[int]) -> Iterator[Draft]:
    """Read the attributions that turns of phrase make.

    Args:
        passage: Where to look.
        edge: Tokens before which another attribution begins, in order.
    """
    for at in range(len(passage.tokens)):
        if passage.quoted[at] >= 0:
            continue
        word = passage.lower(at)
        if word in _convictions():
            yield from _convinced(passage, at, edge)
        if word in _light():
            yield from _light_verb(passage, at, edge)
        if word in _emerging():
            yield from _emerged(passage, at, edge)
        if word in _lines():
            yield from _held(passage, at, edge)
        if word == "what" and passage.tag(at - 1) in "BY":
            yield from _pointed(passage, at)
        if word in verb_forms() and (passage.lower(at - 1) in _BE or passage.lower(at + 1) == "by"):
            yield from _documented(passage, at, edge)


def _convinced(passage: Passage, at: int, edge: list[int]) -> Iterator[Draft]:
    """Yield "X is certain that …"."""
    be = at - 1
    while passage.tag(be) == "Y" and passage.lower(be) != "not":
        be -= 1
    that = passage.tag(at + 1) == "H" and passage.tag(at + 2) not in "BMV"
    if passage.lower(be) not in _BE or not (that or passage.tag(at + 1) == "O"):
        return
    group = passage.group(be)
    who = subject(passage, group, sentence_start(passage, group))
    if who and passage.lower(who[1] - 1) not in _IT:
        yield from _rightwards(passage, who, (be, at + 1), edge)


def _light_verb(passage: Passage, at: int, edge: list[int]) -> Iterator[Draft]:
    """Yield "X let it be known that …", "X has made clear that …", "X gave a warning that …", "rumour has it that …"."""
    words = _complements()
    for end in range(at + 1, min(len(passage.tokens), at + _REACH)):
        barred = passage.tag(end) in ",.;:HVR" or (passage.tag(end) == "P" and passage.lower(end) not in ("of", "to"))
        if barred or passage.quoted[end] >= 0 or (passage.tag(at) == "B" and passage.lower(end) in _light()):
            return
        if passage.lower(end) in words and passage.tag(end + 1) == "H":
            group = passage.group(at)
            who = subject(passage, group, sentence_start(passage, group))
            if who and passage.lower(who[1] - 1) not in _IT:
                yield from _rightwards(passage, who, (group if passage.tag(at) == "B" else at, end + 1), edge)
            return


def _emerged(passage: Passage, at: int, edge: list[int]) -> Iterator[Draft]:
    """Yield "it has emerged that …": a voice that is not given."""
    group = passage.group(at)
    if passage.lower(group - 1) == "it" and passage.tag(at + 1) == "H":
        content = trimmed(passage, at + 2, content_end(passage, at + 2, edge))
        if content:
            yield Draft(passage, (), ((group, at + 1),), (content,), "passive", weak=True)


def _pointed(passage: Passage, what: int) -> Iterator[Draft]:
    """Yield "that is what half the town believes" and "that is not what the authorities say": "that" is what is said."""
    no = passage.lower(what - 1) == "not"
    be = what - 1 - no
    that = be - 1
    if (
        passage.lower(be) not in _BE
        or passage.lower(that) not in ("that", "this")
        or passage.tag(that - 1) not in '.,:;C"'
    ):
        return
    for at in range(what + 2, min(len(passage.tokens), what + _FAR)):
        known = verb_forms().get(passage.lower(at))
        if known and known[0].frames & {"c", "z"} and known[1] != "ing" and passage.tag(at + 1) in ".,;C":
            who = subject(passage, passage.group(at), what + 1)
            if who and who[0] == what + 1:
                cue = ((be, what + 1), (at, at + 1)) if no else ((at, at + 1),)
                yield Draft(passage, (who,), cue, ((that, that + 1),), "phrase", "denies" if no else "asserts")
            return
        if passage.tag(at) in ".;:R" or passage.quoted[at] >= 0:
            return


def _held(passage: Passage, noun: int, edge: list[int]) -> Iterator[Draft]:
    """Yield "the official line is that …", "the ministry's version is that …", "the view of the court is that …"."""
    be = noun + 1
    of = passage.lower(be) == "of"
    owner = following(passage, be + 1, len(passage.tokens)) if of else None
    be = owner[1] if owner else be
    while passage.tag(be) in "YE":
        be += 1
    if passage.lower(be) not in ("is", "was", "remains", "remained") or passage.tag(be + 1) != "H":
        return
    if owner is None:
        start = flat_start(passage, noun + 1, sentence_start(passage, noun))
        possessive = [at for at in range(start, noun) if passage.lower(at).endswith(("'s", "s'", "’s", "s’"))]
        if not possessive and noun - start < _DESCRIBED:
            return
        owner = (start, possessive[-1] + 1) if possessive else (start, noun + 1)
    yield from _rightwards(passage, owner, (noun, be + 1) if owner[1] <= noun else (be, be + 1), edge)


def _documented(passage: Passage, at: int, edge: list[int]) -> Iterator[Draft]:
    """Yield "…, it is said in the letter", "as was noted by the court, …" and "as is reported by the radio"."""
    verb, form = verb_forms()[passage.lower(at)]
    first = at - 1
    while first > 0 and (passage.lower(first) in _BE or passage.tag(first) == "Y"):
        first -= 1
    lead = passage.lower(first)
    mark = past_manner(passage, at + 1)
    if (
        form != "past"
        or not verb.frames & {"c", "z"}
        or lead not in ("it", "as")
        or passage.lower(mark) not in ("in", "by", "on")
    ):
        return
    who = following(passage, mark + 1, len(passage.tokens))
    if who is None:
        return
    who = _before_time(passage, who)
    start = first
    content: Ranges
    if start == sentence_start(passage, start):
        begins = who[1] + (passage.tag(who[1]) in ",H:")
        one = trimmed(passage, begins, content_end(passage, begins, edge)) if begins < len(passage.tokens) else None
        content = (one,) if one else ()
    else:
        content = left_of(passage, start, edge)
        one = _after_comma(passage, who[1], edge) if passage.tag(start - 1) == "," else None
        content = (*content, one) if one else content
    if content:
        yield Draft(passage, (who,), ((max(first + 1, at - 1), at + 1),), content, verb.lemma, verb.polarity)


def _after_comma(passage: Passage, comma: int, edge: list[int]) -> Range | None:
    """Return what goes on behind a parenthesis that a comma closes; None when nothing does."""
    if passage.tag(comma) != "," or comma + 1 >= len(passage.tokens) or passage.tag(comma + 1) in "CRGS":
        return None
    return trimmed(passage, comma + 1, content_end(passage, comma + 1, edge))


def _before_time(passage: Passage, who: Range) -> Range:
    """Return a phrase without what goes on behind its first comma."""
    comma = next((at for at in range(*who) if passage.tag(at) == "," and passage.quoted[at] < 0), who[1])
    return who[0], comma


def _rightwards(passage: Passage, who: Range, cue: Range, edge: list[int]) -> Iterator[Draft]:
    """Yield the draft whose content begins behind a cue and its "that"."""
    start = cue[1] + (passage.tag(cue[1]) == "H")
    content = trimmed(passage, start, content_end(passage, start, edge)) if start < len(passage.tokens) else None
    if content:
        yield _draft(passage, who, cue, (content,), "asserts")


def _draft(passage: Passage, who: Range, cue: Range, content: Ranges, polarity: Polarity) -> Draft:
    """Return the draft of one turn of phrase."""
    return Draft(passage, (without_relay(passage, who),), (cue,), content, "phrase", polarity)


@cache
def _section(name: str) -> frozenset[str]:
    """Return the words of one section of the table of turns of phrase."""
    return frozenset(str(load("en", "cue")["phrases"][name]["words"]).split())


def _convictions() -> frozenset[str]:
    """Return the adjectives that take what somebody holds to be so."""
    return _section("adjective")


def _light() -> frozenset[str]:
    """Return the verbs that say something only with their object."""
    return _section("light")


def _emerging() -> frozenset[str]:
    """Return the verbs of "it emerged"."""
    return _section("emerge")


@cache
def _lines() -> frozenset[str]:
    """Return the nouns for what somebody holds to be so, with "is that" behind them."""
    return frozenset(load("en", "cue")["lines"])


@cache
def _complements() -> frozenset[str]:
    """Return the objects that make a light verb one of saying."""
    return _section("complement") | saying_nouns()
