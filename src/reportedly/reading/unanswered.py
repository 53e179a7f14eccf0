"""Silence told by a turn of phrase: "no comment from X", "had no immediate comment", "did not return a call", "went unanswered"."""

from collections.abc import Iterator
from functools import cache

from reportedly.lexicon import load
from reportedly.reading.clause import sentence_start
from reportedly.reading.draft import Draft
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import Range, following, subject

_COMMENT = frozenset(("comment", "comments", "response", "reaction", "reply", "word"))
_TURNS = frozenset(("return", "returned"))
# Letters of a verb group, the times inside it included: "did not immediately return".
_GROUP = "BMYE"
_REACH = 6


def unanswered(passage: Passage) -> Iterator[Draft]:
    """Read where somebody is said to have kept silent without a verb of saying.

    Args:
        passage: Where to look.

    Yields:
        Drafts whose polarity is "does not say"; the content is what no answer was given to.
    """
    for at in range(len(passage.tokens)):
        if passage.quoted[at] >= 0:
            continue
        word = passage.lower(at)
        if word in _COMMENT:
            yield from _no_comment(passage, at)
        elif word in _TURNS:
            yield from _not_returned(passage, at)
        elif word == "unanswered":
            yield from _unanswered(passage, at)


def _no_comment(passage: Passage, at: int) -> Iterator[Draft]:
    """Yield "there was no immediate comment from X" and "X had no immediate comment"."""
    no = at - 1
    while passage.tag(no) in "YEAN" and passage.lower(no) != "no" and at - no < _REACH:
        no -= 1
    if passage.lower(no) != "no":
        return
    if passage.lower(at + 1) in ("from", "by"):
        who = following(passage, at + 2, len(passage.tokens))
        if who:
            yield _draft(passage, who, (no, at), (at, at + 1))
    elif passage.lower(no - 1) in ("had", "has", "have", "made", "offered", "gave") and no < at - 1:
        who = subject(passage, passage.group(no - 1, _GROUP), sentence_start(passage, no))
        if who:
            yield _draft(passage, who, (no - 1, at), (at, at + 1))


def _not_returned(passage: Passage, at: int) -> Iterator[Draft]:
    """Yield "did not immediately return a call seeking comment"."""
    group = passage.group(at, _GROUP)
    negated = any(passage.lower(one) == "not" or passage.lower(one).endswith("n't") for one in range(group, at))
    asked = next((one for one in range(at + 1, at + _REACH) if passage.lower(one) in requests()), None)
    if not negated or asked is None or any(passage.tag(one) not in "DNA#ZY" for one in range(at + 1, asked)):
        return
    who = subject(passage, group, sentence_start(passage, group))
    if who:
        yield _draft(passage, who, (group, at + 1), (at + 1, asked + 1))


def _unanswered(passage: Passage, at: int) -> Iterator[Draft]:
    """Yield "calls to X went unanswered"."""
    start = sentence_start(passage, at)
    asked = next((one for one in range(start, at) if passage.lower(one) in requests()), None)
    if asked is None:
        return
    to = next((one for one in range(asked + 1, at) if passage.lower(one) == "to"), None)
    group = passage.group(at, _GROUP)
    group = passage.group(group - 1, _GROUP) if passage.lower(group - 1) == "went" else group
    if to is not None and to + 1 < group:
        yield _draft(passage, (to + 1, group), (group, at + 1), (asked, asked + 1))


def _draft(passage: Passage, who: Range, cue: Range, content: Range) -> Draft:
    """Return the draft of one silence."""
    return Draft(passage, (who,), (cue,), (content,), "phrase", "does not say")


@cache
def requests() -> frozenset[str]:
    """Return the nouns for what somebody may leave unanswered, with their plurals."""
    rows = load("en", "cue")["requests"]
    return frozenset(form for noun, row in rows.items() for form in (noun, row.get("forms", noun + "s")))
