"""Silence told by a turn of phrase: "no comment from X", "could not be reached", "remained silent on", "calls went unanswered"."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from reportedly.lexicon import load
from reportedly.reading.clause import content_end, past_manner, sentence_start, trimmed
from reportedly.reading.cue import verb_forms
from reportedly.reading.draft import Draft
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import Range, following, subject
from reportedly.reading.subject import first_subject

_BE = frozenset(("is", "are", "was", "were", "be", "been"))
_ABOUT = frozenset(("about", "of", "on", "over", "regarding", "to"))
_LINKS = frozenset(
    (
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "remain",
        "remains",
        "remained",
        "keep",
        "keeps",
        "kept",
        "stay",
        "stays",
        "stayed",
    )
)
_DECLINES = ("declin", "refus")
# What somebody declines without "to": "declined comment", "refused an interview".
_OFFERED = frozenset(("comment", "interview", "interviews"))
# Letters of a verb group, the times inside it included: "did not immediately return".
_GROUP = "BMYE"
_HAVE = frozenset(("has", "have", "had", "having"))
_REACH = 6
_FAR = 14

_Rule = Callable[[Passage, int, Sequence[int]], Iterator[Draft]]


def silences(passage: Passage, edge: Sequence[int]) -> Iterator[Draft]:
    """Read where somebody is said to have kept silent without a verb of saying.

    Args:
        passage: Where to look.
        edge: Tokens before which another attribution begins, in order.

    Yields:
        Drafts whose polarity is "does not say"; the content is what was not said, or what no answer was given to.
    """
    rules = _rules()
    for at, token in enumerate(passage.tokens):
        if token.lower in rules and passage.quoted[at] < 0:
            for rule in rules[token.lower]:
                yield from rule(passage, at, edge)


@cache
def _rules() -> dict[str, tuple[_Rule, ...]]:
    """Return what reads each word that silence may turn on."""
    found: dict[str, tuple[_Rule, ...]] = {}
    for words, rule in (
        (_words("comment"), _no_comment),
        (("comment",), _out_of_reach),
        (("comment", "commented"), _not_commented),
        (("nothing",), _said_nothing),
        (_words("mute"), _mute),
        (_words("evade"), _evaded),
        (("return", "returned"), _not_returned),
        (("unanswered", "answered", "returned"), _unanswered),
        (("drawn",), _not_drawn),
        (_OFFERED, _turned_down),
        (("short",), _stopped_short),
        (_words("unknown"), _lacks),
        (("without",), _without),
    ):
        for word in words:
            found[word] = (*found.get(word, ()), rule)
    return found


def _out_of_reach(passage: Passage, comment: int, _edge: Sequence[int]) -> Iterator[Draft]:
    """Yield "could not be reached for comment" and "was not available to comment"."""
    before = comment - 1
    if passage.lower(before) in ("for", "to") and passage.lower(before - 1) in _words("reach"):
        yield from _of_group(passage, passage.group(before - 1, _GROUP), before, (comment, comment + 1))


def _not_commented(passage: Passage, at: int, _edge: Sequence[int]) -> Iterator[Draft]:
    """Yield "has not commented" and "had no comment", which say nothing more."""
    group = passage.group(at, _GROUP)
    none = passage.lower(at - 1) == "no" and passage.tag(at - 2) == "B"
    group = at - 2 if none else group
    closed = passage.tag(at + 1) in ".;,C" or at + 1 >= len(passage.tokens)
    if closed and group < at and (none or _negated(passage, group, at)):
        yield from _of_group(passage, group, at, (at, at + 1))


def _no_comment(passage: Passage, at: int, edge: Sequence[int]) -> Iterator[Draft]:
    """Yield "there was no immediate comment from X", "X had no immediate comment" and "made no mention of Y"."""
    no = at - 1
    while passage.tag(no) in "YEAN" and passage.lower(no) != "no" and at - no < _REACH:
        no -= 1
    if passage.lower(no) != "no":
        return
    if passage.lower(at + 1) in ("from", "by"):
        who = following(passage, at + 2, len(passage.tokens))
        if who:
            yield _draft(passage, who, (no, at), (at, at + 1))
    elif passage.lower(no - 1) in _words("give"):
        object_ = _object(passage, at + 1, edge)
        own = no < at - 1 or passage.tag(no - 1) != "B" or object_
        if own:
            cue = (no - 1, at + 1) if object_ else (no - 1, at)
            yield from _of_group(passage, passage.group(no - 1, _GROUP), cue[1], object_ or (at, at + 1), cue[0])


def _said_nothing(passage: Passage, at: int, edge: Sequence[int]) -> Iterator[Draft]:
    """Yield "has said nothing about X"."""
    object_ = _object(passage, at + 1, edge)
    if passage.lower(at - 1) in ("said", "say", "says", "saying") and object_:
        yield from _of_group(passage, passage.group(at - 1, _GROUP), at + 1, object_, at - 1)


def _mute(passage: Passage, at: int, edge: Sequence[int]) -> Iterator[Draft]:
    """Yield "remained silent on X", "has kept quiet about X"."""
    link = at - 1
    while passage.tag(link) == "Y":
        link -= 1
    object_ = _object(passage, at + 1, edge)
    if passage.lower(link) in _LINKS and object_:
        yield from _of_group(passage, passage.group(link, _GROUP), at + 1, object_, link)


def _evaded(passage: Passage, at: int, edge: Sequence[int]) -> Iterator[Draft]:
    """Yield "ignored questions from reporters", "avoided the question", "dodged questions on X"."""
    if passage.tag(at - 1) in "DPT":
        return
    found = verb_forms().get(passage.lower(at + 1))
    silent = found is not None and found[1] == "ing" and found[0].lemma in load("en", "cue")["silence"]
    asked = next((one for one in range(at + 1, at + _REACH) if passage.lower(one) in requests()), None)
    asked = at + 1 if silent else asked
    if asked is not None and all(passage.tag(one) in "DN#ZA" for one in range(at + 1, asked)):
        content = trimmed(passage, at + 1, content_end(passage, at + 1, edge))
        yield from _of_group(passage, passage.group(at, _GROUP), at + 1, content or (at + 1, asked + 1), at)


def _stopped_short(passage: Passage, at: int, edge: Sequence[int]) -> Iterator[Draft]:
    """Yield "stopped short of naming a suspect"."""
    if (
        passage.lower(at - 1) in ("stopped", "stops", "stop")
        and passage.lower(at + 1) == "of"
        and passage.tag(at + 2) == "G"
    ):
        content = trimmed(passage, at + 2, content_end(passage, at + 2, edge))
        if content:
            yield from _of_group(passage, passage.group(at - 1, _GROUP), at + 1, content, at - 1)


def _not_drawn(passage: Passage, at: int, edge: Sequence[int]) -> Iterator[Draft]:
    """Yield "refused to be drawn on X" and "would not be drawn on X"."""
    object_ = _object(passage, at + 1, edge)
    if passage.lower(at - 1) != "be" or not object_:
        return
    refuses = passage.lower(at - 2) == "to" and passage.lower(at - 3).startswith(_DECLINES)
    start = at - 3 if refuses else passage.group(at - 1, _GROUP)
    if refuses or _negated(passage, start, at):
        yield from _of_group(passage, passage.group(start, _GROUP), at + 1, object_, start)


def _turned_down(passage: Passage, at: int, _edge: Sequence[int]) -> Iterator[Draft]:
    """Yield "declined comment" and "refused an interview"."""
    verb = at - 1 - (passage.tag(at - 1) == "D")
    if passage.lower(verb).startswith(_DECLINES):
        yield from _of_group(passage, passage.group(verb, _GROUP), verb + 1, (verb + 1, at + 1), verb)


def _not_returned(passage: Passage, at: int, _edge: Sequence[int]) -> Iterator[Draft]:
    """Yield "did not immediately return a call seeking comment"."""
    group = passage.group(at, _GROUP)
    asked = next((one for one in range(at + 1, at + _REACH) if passage.lower(one) in requests()), None)
    if asked is None or any(passage.tag(one) not in "DNA#ZY" for one in range(at + 1, asked)):
        return
    if _negated(passage, group, at):
        yield from _of_group(passage, group, at + 1, (at + 1, asked + 1))


def _unanswered(passage: Passage, at: int, _edge: Sequence[int]) -> Iterator[Draft]:
    """Yield "calls to X went unanswered" and "emails to X were not answered"."""
    start = sentence_start(passage, at)
    asked = next((one for one in range(start, at) if passage.lower(one) in requests()), None)
    group = passage.group(at, _GROUP)
    group = passage.group(group - 1, _GROUP) if passage.lower(group - 1) == "went" else group
    passive = passage.lower(at) == "unanswered" or (
        _negated(passage, group, at) and any(passage.lower(one) in _BE for one in range(group, at))
    )
    if asked is None or not passive:
        return
    to = next((one for one in range(asked + 1, at) if passage.lower(one) == "to"), None)
    if to is not None and to + 1 < group:
        yield _draft(passage, (to + 1, group), (group, at + 1), (asked, asked + 1))


def _without(passage: Passage, at: int, edge: Sequence[int]) -> Iterator[Draft]:
    """Yield "without naming the firm" and "without saying how": silence beside what its speaker says."""
    found = verb_forms().get(passage.lower(at + 1))
    if found is None or found[1] != "ing" or found[0].lemma not in load("en", "cue")["silence"]:
        return
    start = past_manner(passage, at + 2)
    start += passage.lower(start) in _ABOUT
    content = trimmed(passage, start, content_end(passage, start, edge)) if start < len(passage.tokens) else None
    who = first_subject(passage, at)
    if content and who and content[0] not in passage.stops:
        yield _draft(passage, who, (at, at + 2), content)


def _lacks(passage: Passage, at: int, edge: Sequence[int]) -> Iterator[Draft]:
    """Yield "has no record of X", "there was no confirmation of X from Y" and, as the writer's own remark, without Y."""
    no = at - 1
    while passage.tag(no) in "YEAN" and passage.lower(no) != "no" and at - no < _REACH:
        no -= 1
    verb = no - 1
    if passage.lower(no) != "no" or passage.tag(verb) != "B":
        return
    there = passage.lower(passage.group(verb + 1, _GROUP) - 1) == "there"
    start = past_manner(passage, at + 1)
    content = _object(passage, at + 1, edge) or (
        trimmed(passage, start + 1, content_end(passage, start + 1, edge)) if passage.tag(start) == "H" else None
    )
    if there:
        yield from _no_confirmation(passage, (verb, no, at), content)
    elif content and passage.lower(verb) in _HAVE:
        who = subject(passage, passage.group(verb, _GROUP), sentence_start(passage, verb))
        if who and who[1] - who[0] > (passage.tag(who[0]) in "OR"):
            yield Draft(
                passage,
                (who,),
                ((verb, at + 1),),
                (content,),
                "phrase",
                "cannot confirm",
                weak=passage.tag(who[0]) == "O",
            )


def _no_confirmation(passage: Passage, words: tuple[int, int, int], content: Range | None) -> Iterator[Draft]:
    """Yield "there was no confirmation" of whoever is named, or as a remark of the writer's."""
    verb, no, noun = words
    from_ = next(
        (at for at in range(noun + 1, min(len(passage.tokens), noun + _FAR)) if passage.lower(at) == "from"), None
    )
    who = (
        following(passage, from_ + 1, len(passage.tokens)) if from_ is not None and passage.quoted[from_] < 0 else None
    )
    if who and from_ is not None:
        said = (content[0], from_) if content and content[0] < from_ else (noun, noun + 1)
        cue = (no, noun + 1) if said[0] > noun else (no, noun)
        yield Draft(passage, (who,), (cue,), (said,), "phrase", "cannot confirm")
        return
    first = sentence_start(passage, verb)
    whole = trimmed(passage, first, content_end(passage, verb, ()))
    if whole and "there" in (passage.lower(first), passage.lower(first + 1)):
        yield Draft(passage, (), (), (whole,), "status", "cannot confirm", weak=True)


def _object(passage: Passage, at: int, edge: Sequence[int]) -> Range | None:
    """Return what somebody keeps silent about, behind "about" or "on" or as a question; None where nothing stands there."""
    at = past_manner(passage, at)
    if passage.lower(at) in _ABOUT and at + 1 < len(passage.tokens):
        at += 1
    elif passage.tag(at) != "S":
        return None
    return trimmed(passage, at, content_end(passage, at, edge))


def _negated(passage: Passage, start: int, end: int) -> bool:
    """Say whether a negation stands in a verb group."""
    return any(passage.lower(at) in ("not", "never") or passage.lower(at).endswith("n't") for at in range(start, end))


def _of_group(passage: Passage, group: int, end: int, content: Range, start: int | None = None) -> Iterator[Draft]:
    """Yield the draft of the subject before a verb group.

    Args:
        passage: Where it stands.
        group: First token of the verb group.
        end: One past the last token of the cue.
        content: What is not said.
        start: First token of the cue; None for that of the group.
    """
    who = subject(passage, group, sentence_start(passage, group))
    if who:
        yield _draft(passage, who, (group if start is None else start, end), content)


def _draft(passage: Passage, who: Range, cue: Range, content: Range) -> Draft:
    """Return the draft of one silence."""
    return Draft(passage, (who,), (cue,), (content,), "phrase", "does not say")


@cache
def _words(kind: str) -> frozenset[str]:
    """Return the words of one row of the table of silence."""
    return frozenset(str(load("en", "cue")["silences"][kind]["words"]).split())


@cache
def requests() -> frozenset[str]:
    """Return the nouns for what somebody may leave unanswered, with their plurals."""
    rows = load("en", "cue")["requests"]
    return frozenset(form for noun, row in rows.items() for form in (noun, row.get("forms", noun + "s")))
