"""What the writer says is not known: "it was not immediately known how many", "who fired first remains unclear"."""

import re
from collections.abc import Iterator, Sequence

from reportedly.reading.clause import sentence_start, trimmed
from reportedly.reading.draft import Draft
from reportedly.reading.passage import Passage

_UNKNOWN = r"(?:still |as yet |yet )?(?:not (?:\w+ )?(?:known|clear|certain)|unclear|unknown|uncertain|any(?:body|one)['’]s guess)"
_BE = r"(?:is|was|remains|remained)"
_ASKS = r"(?:how|who|whom|whose|what|why|where|when|whether|which|if)"
_OPENS = re.compile(rf"(?:but |and |yet )?it {_BE} {_UNKNOWN},? {_ASKS}\b", re.IGNORECASE)
_CLOSES = re.compile(
    rf"(?:but |and )?{_ASKS}\b[^.;:]{{1,140}} {_BE} (?:{_UNKNOWN}|(?:still )?(?:a (?:mystery|puzzle|riddle)|an open question|open|to be seen))\W*$",
    re.IGNORECASE,
)


def open_questions(passage: Passage, found: Sequence[Draft]) -> Iterator[Draft]:
    """Read the sentences in which the writer leaves a question open.

    Args:
        passage: Where to look.
        found: Attributions of the passage; a sentence with a cue of theirs is somebody else's.

    Yields:
        A Draft without source and cue for each; its content is the sentence.
    """
    cues = {at for one in found for at, _ in one.cue}
    start = 0
    for stop in sorted(passage.stops):
        first, start = max(start, sentence_start(passage, start)), stop + 1
        if first >= stop or passage.quoted[first] >= 0 or any(first <= at < stop for at in cues):
            continue
        words = passage.words(first, stop)
        one = trimmed(passage, first, stop) if _OPENS.match(words) or _CLOSES.match(words) else None
        if one:
            yield Draft(passage, (), (), (one,), "status", "cannot confirm", weak=True)
