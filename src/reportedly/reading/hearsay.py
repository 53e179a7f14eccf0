"""Voices that are not given: "is believed to", "reportedly", rumours that …, and what the writer says is unconfirmed."""

import re
from collections.abc import Iterator

from reportedly.lexicon import load
from reportedly.reading.clause import content_end, has_verb, saying_nouns, sentence_start, trimmed
from reportedly.reading.cue import verb_forms
from reportedly.reading.draft import Draft, Ranges
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import flat_start, segments, subject

_NEAR = 10
_SHORT = 2
_SUBJECT = 8
_CHARGED = frozenset(("accused", "suspected"))
_HEARD = frozenset(
    (
        "reports",
        "rumours",
        "rumors",
        "talk",
        "claims",
        "allegations",
        "speculation",
        "whispers",
        "accusations",
        "accounts",
    )
)
_RUMOURS = frozenset(("rumours", "rumors", "rumour", "rumor", "whispers"))
_AMID = frozenset(("on", "amid", "after", "over", "following", "despite"))
_THROUGH = frozenset(("in", "during", "via", "through"))
_BE = frozenset(["is", "are", "was", "were", "be", "been"])
_UNCONFIRMED = re.compile(
    r"(?:\b(?:no|nothing|none|not|never|cannot|unable|yet to)\b|n't\b)[^,;]{0,60}\b(?:confirm|verif|corroborat|substantiat|establish|authenticat)\w*"
    r"|\bunconfirmed$|\bunverified$"
)
_STATUS = re.compile(
    r"\b(?:reports?|claims?|information|rumou?rs?|accounts?|it|this|figures?|details?|allegations?|footage|videos?|number|toll|accounts?|part|nothing|none|story|stories|whether|authenticity|identity|cause|version|versions)\b",
    re.IGNORECASE,
)


def passives(passage: Passage, edge: list[int]) -> Iterator[Draft]:
    """Read "X is believed to …" and "it is thought that …".

    Args:
        passage: Where to look.
        edge: Tokens before which another attribution begins, in order.
    """
    words = load("en", "cue")["passives"]
    for at, token in enumerate(passage.tokens):
        if token.lower not in words or passage.quoted[at] >= 0:
            continue
        be = at - 1
        while passage.tag(be) == "Y":
            be -= 1
        if passage.lower(be) not in _BE:
            continue
        group = passage.group(be, "BM")
        content = () if _tells(passage, at + 1) else _around(passage, group, at + 1, edge)
        if content:
            cue = ((be, at + 1),) if be == at - 1 else ((be, be + 1), (at, at + 1))
            yield Draft(passage, (), cue, content, "passive", weak=True)


def _tells(passage: Passage, at: int) -> bool:
    """Say whether "to have told" stands at a token: then its subject is who speaks, by the verb of saying."""
    if passage.tag(at) != "T":
        return False
    verb = at + 1
    while passage.tag(verb) in "BY":
        verb += 1
    found = verb_forms().get(passage.lower(verb))
    passive = passage.lower(verb - 1) in ("be", "been")
    return found is not None and not found[0].opinion and bool(found[0].frames & set("czpq")) and not passive


def _around(passage: Passage, group: int, after: int, edge: list[int]) -> Ranges:  # noqa: PLR0911 - one return a construction
    """Return the subject before a passive and the rest after it."""
    tag = passage.tag(after)
    if (
        passage.lower(group - 1) == "it"
        and passage.tag(group - 2) == ","
        and (tag in ".;" or after >= len(passage.tokens))
    ):
        one = trimmed(passage, sentence_start(passage, group), group - 2)
        return (one,) if one else ()
    right = (
        trimmed(passage, after, _without_which(passage, after, content_end(passage, after, edge)))
        if after < len(passage.tokens)
        else None
    )
    if right is None:
        return ()
    if passage.lower(group - 1) == "it" and (tag == "H" or (tag in "ADONZ#" and has_verb(passage, *right))):
        return (right,)
    charged = passage.lower(after) == "of" and passage.tag(after + 1) == "G" and passage.lower(after - 1) in _CHARGED
    if tag != "T" and not (
        charged or tag == "V" or passage.lower(after) in ("dead", "wounded", "injured", "missing", "killed")
    ):
        return ()
    who = subject(passage, group, sentence_start(passage, group))
    if who is None:
        return ()
    if tag != "T" and not charged:
        one = trimmed(passage, who[0], right[1])
        return (one,) if one else ()
    comma = next(
        (at for at in range(*who) if passage.tag(at) == "," and passage.tag(at + 1) == "V" and passage.quoted[at] < 0),
        who[1],
    )
    return (who[0], comma), right


def _without_which(passage: Passage, start: int, end: int) -> int:
    """Return where a statement ends without the relative clause that closes its sentence."""
    for at in range(end - 1, start + 3, -1):
        if passage.tag(at) == "R" and passage.tag(at - 1) in ",-" and passage.quoted[at] < 0:
            return at - 1
    return end


def adverbs(passage: Passage) -> Iterator[Draft]:
    """Read the sentences with "reportedly", "allegedly" and the like.

    Args:
        passage: Where to look.
    """
    words = load("en", "cue")["adverbs"]
    for at, token in enumerate(passage.tokens):
        if token.lower in words and passage.quoted[at] < 0:
            content = _clause_with(passage, at)
            if content:
                yield Draft(passage, (), ((at, at + 1),), content, "adverb", weak=True)


def _clause_with(passage: Passage, at: int) -> Ranges:
    """Return the clause that an adverb stands in."""
    start = sentence_start(passage, at)
    end = next((one for one in range(at, len(passage.tokens)) if one in passage.stops), len(passage.tokens) - 1) + 1
    for low, high in segments(passage, start, end):
        if low <= at < high and low > start and (passage.tag(low) == "R" or passage.lower(low) == "where"):
            begins = low + 1 if passage.lower(low) == "where" else low
            one = trimmed(passage, begins, high)
            return (one,) if one else ()
    one = trimmed(passage, start, _without_which(passage, at, end))
    return (one,) if one else ()


def rumours(passage: Passage, edge: list[int]) -> Iterator[Draft]:
    """Read "rumours that …", "reports published in X that …", "rumours are circulating that …".

    Args:
        passage: Where to look.
        edge: Tokens before which another attribution begins, in order.
    """
    nouns = saying_nouns()
    for at, token in enumerate(passage.tokens):
        if token.lower not in nouns or passage.quoted[at] >= 0 or passage.tag(at) not in "NA":
            continue
        if token.lower == "news" and passage.tag(at + 1) in "NA":
            # "told the Ibernia news agency that": part of a name.
            continue
        that, cue = _that_after(passage, at)
        if that is None or passage.lower(at - 1) in ("any", "no", "every"):
            # "rejects any suggestion that": nobody is said to have made it.
            continue
        start = _past_verb(passage, flat_start(passage, at + 1, sentence_start(passage, at)), at)
        if (
            passage.lower(start - 1) in _THROUGH
            and passage.tag(start) == "D"
            and token.lower in load("en", "via")["nouns"]
        ):
            # "said in a statement that": the channel of another cue.
            continue
        low = that + 1
        end = content_end(passage, low, edge)
        clause = passage.tag(that) == "H"
        content = trimmed(
            passage, low, _before_spread(passage, low, end) if clause else _before_verb(passage, low, end)
        )
        if content and (clause or content[1] - content[0] >= _SHORT + (passage.lower(at - 1) not in _AMID)):
            group = passage.group(cue, low=at + 1)
            source = _owner(passage, start, at) or (start, group if cue > at else that)
            yield Draft(passage, (source,), ((cue, cue + 1),), (content,), "noun")


def _past_verb(passage: Passage, start: int, noun: int) -> int:
    """Return where a phrase begins behind a verb that its shape does not show ("the navy rejects claims")."""
    verbs = (at for at in range(start + 1, noun) if verb_forms().get(passage.lower(at), (None, ""))[1] == "s")
    return max((at + 1 for at in verbs if passage.tag(at - 1) in "NA"), default=start)


def _that_after(passage: Passage, at: int) -> tuple[int | None, int]:
    """Return the "that" which opens what a noun holds, and the token that serves as cue."""
    if passage.lower(at + 1) == "of":
        being = any(passage.lower(one) == "being" for one in range(at + 2, at + _NEAR))
        before = passage.lower(at - 1)
        heard = passage.lower(at) in _HEARD and (before in _AMID or before in load("en", "cue")["heard"])
        heard = heard or passage.lower(at) in _RUMOURS
        return (at + 1 if being or heard else None), at
    spread = load("en", "cue")["spread"]
    cue = at
    for one in range(at + 1, min(len(passage.tokens), at + _NEAR)):
        tag = passage.tag(one)
        if tag == "H":
            return (one if passage.tag(one + 1) not in "BMV" else None), cue
        if passage.lower(one) in spread:
            cue = one
        elif cue > at and passage.lower(one) in ("concerning", "about", "of"):
            return one, cue
        elif _breaks(passage, one):
            return None, cue
    return None, cue


def _before_spread(passage: Passage, start: int, end: int) -> int:
    """Return where a clause ends before "have been spreading", whose subject it is part of."""
    spread = load("en", "cue")["spread"]
    at = next((one for one in range(start, end) if passage.lower(one) in spread and passage.tag(one - 1) == "B"), end)
    while at < end and at > start and passage.tag(at - 1) == "B":
        at -= 1
    return at if at < end else _before_main(passage, start, end)


def _before_main(passage: Passage, start: int, end: int) -> int:
    """Return where a clause ends that is part of a subject: before the second verb group, "were false"."""
    opens = passage.tag(start - 1) == "H" and sentence_start(passage, start) >= start - _SUBJECT
    groups = 0
    for at in range(start + 1, end):
        if passage.quoted[at] >= 0 or passage.tag(at) in "SRHC,":
            return end
        if passage.tag(at) in "BM" or (passage.tag(at) == "V" and passage.tag(at - 1) in "NAO"):
            if passage.tag(at - 1) not in ("BMY" if passage.tag(at) in "BM" else "BMVY"):
                groups += 1
            if groups > 1:
                return at if opens and passage.tag(at) in "BM" else end
    return end


def _before_verb(passage: Passage, start: int, end: int) -> int:
    """Return where "X being killed" ends: before the verb whose subject it is part of."""
    first = sentence_start(passage, start)
    if passage.lower(first) == "there" and passage.tag(first + 1) == "B":
        # "There are conflicting accounts of a strike which may have …": no verb of theirs follows.
        return end
    spread = load("en", "cue")["spread"]
    return next((at for at in range(start + 1, end) if passage.lower(at) in spread), None) or next(
        (at for at in range(start + _SHORT, end) if passage.tag(at) in "BM" and passage.lower(at) != "being"), end
    )


def _breaks(passage: Passage, at: int) -> bool:
    """Say whether a token shows that no "that" further on belongs to the noun before it."""
    tag = passage.tag(at)
    if tag == "B":
        return passage.lower(at + 1) not in load("en", "cue")["spread"]
    if passage.quoted[at] >= 0 or tag in "M,.;:S":
        return True
    reduced = tag == "V" and passage.tag(at + 1) == "P" and passage.tag(at - 1) in "NAY"
    return not reduced and (tag == "V" or passage.lower(at) in verb_forms())


def _owner(passage: Passage, start: int, noun: int) -> tuple[int, int] | None:
    """Return whose claim it is when a possessive says so."""
    for at in range(noun - 1, start - 1, -1):
        if passage.lower(at).endswith(("'s", "s'")):
            return start, at + 1
    if passage.lower(noun) == "information" and passage.tag(start - 1) == "V":
        group = passage.group(start - 1, "BM")
        return subject(passage, group, sentence_start(passage, noun))
    if noun - 1 >= start and passage.lower(start) in ("his", "her", "their", "its"):
        return start, start + 1
    return None


def statuses(passage: Passage) -> Iterator[Draft]:
    """Read what the writer says of the state of a report: "this has not yet been officially confirmed".

    Args:
        passage: Where to look.
    """
    for at, token in enumerate(passage.tokens):
        if passage.quoted[at] >= 0 or not token.lower.startswith(
            ("confirm", "unconfirm", "verif", "unverif", "corroborat", "substantiat", "establish", "authenticat")
        ):
            continue
        start = sentence_start(passage, at)
        end = next((one for one in range(at, len(passage.tokens)) if one in passage.stops), len(passage.tokens) - 1) + 1
        for low, high in segments(passage, start, end):
            if low <= at < high:
                draft = _status(passage, low, high, at)
                if draft:
                    yield draft


def _status(passage: Passage, low: int, high: int, at: int) -> Draft | None:
    """Return the writer's statement in one clause; None when the clause says something else."""
    while low < high and passage.tag(low) in "CSY":
        low += 1
    said = passage.words(low, at + 1).lower()
    before = at - 1
    while before > low and passage.tag(before) == "Y":
        before -= 1
    passive = passage.lower(at).endswith("ed") and passage.tag(before) == "B"
    passive = passive or (passage.lower(at - 1) == "to" and passage.lower(at - 2) == "possible")
    if passive and _UNCONFIRMED.search(said) and _STATUS.search(said):
        one = trimmed(passage, low, high)
        return Draft(passage, (), (), (one,), "status", "cannot confirm", weak=True) if one else None
    return None
