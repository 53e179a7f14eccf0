"""Quotations that are signed: "“We heard it all night.” — Orra Lind, nurse", as letters, testimonies and mottoes are set."""

from collections.abc import Iterator

from reportedly.reading.clause import trimmed
from reportedly.reading.draft import Draft
from reportedly.reading.passage import Passage
from reportedly.reading.speaker import Range, speech

_LONGEST = 12


def signed(passage: Passage) -> Iterator[Draft]:
    """Read a paragraph that is one quotation, a dash, and who said it.

    Args:
        passage: Where to look.

    Yields:
        At most one Draft; its cue is the dash.
    """
    if not passage.quotations or passage.quotations[0][0] != 0 or not speech(passage, 0):
        return
    high = passage.quotations[0][1]
    who = _signature(passage, high)
    content = trimmed(passage, 0, high)
    if who and content:
        yield Draft(passage, (who,), ((high, who[0]),), (content,), "signature")


def _signature(passage: Passage, dash: int) -> Range | None:
    """Return the name behind a dash, with what is added to it, when nothing else follows in the paragraph."""
    start, end = dash, len(passage.tokens)
    while passage.tag(start) == "-" and start < end:
        start += 1
    closed = not passage.text[passage.tokens[-1].span.end :].split("\n", 1)[0].strip()
    while end > start and passage.tag(end - 1) in ".-":
        end -= 1
    if not (dash < start < end <= start + _LONGEST and closed) or passage.tag(start) not in "AD":
        return None
    # A sentence that goes on after a dash has a verb, or a quotation of its own; a name has a capital letter.
    inside = range(start, end)
    plain = all(passage.tag(at) not in "BMVO:;" and passage.quoted[at] < 0 for at in inside)
    return (start, end) if plain and any(passage.word(at)[0].isupper() for at in inside) else None
