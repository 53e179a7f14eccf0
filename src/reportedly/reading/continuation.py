"""Quotations without a source of their own: whose words go on."""

from collections.abc import Sequence

from reportedly.reading.clause import trimmed
from reportedly.reading.draft import Draft
from reportedly.reading.passage import Passage
from reportedly.reading.saying import lead_of
from reportedly.reading.speaker import speech

_SHORTEST = 5


def continued(read: Sequence[Passage], found: Sequence[list[Draft]]) -> list[Draft]:
    """Add the quotations that go on with a speaker named before or after them.

    Args:
        read: The passages of a report, in order.
        found: Their attributions, one list a passage.

    Returns:
        All attributions of the report, in text order.
    """
    ordered: list[Draft] = []
    waiting: list[Draft] = []
    voice: Draft | None = None
    taken_up = False
    lead: Draft | None = None
    for at, (passage, own) in enumerate(zip(read, found, strict=True)):
        loose = _loose(passage, [one for one in own if not _quoted(one)])
        for one in own:
            if one.parent is None and _quoted(one):
                one.parent = next((draft for draft in loose if draft.holds(one)), None)
        speaker = _speaker(own)
        if speaker is not None:
            for draft in waiting:
                draft.voice = speaker
            waiting = []
        for draft in loose:
            before = (
                speaker if speaker and speaker.order < draft.order else voice if _reaches(read, at, voice) else None
            )
            draft.voice = before
            if before is None or ((taken_up or passage.open) and speaker is None):
                waiting.append(draft)
        if lead is not None and speaker is None and loose and passage.quoted[0] >= 0:
            loose[0].lead, loose[0].inherited, loose[0].voice = lead, False, lead
            for draft in loose[1:]:
                draft.voice = loose[0]
            waiting = []
        _carry(passage, own, voice)
        taken_up = passage.open and speaker is None
        lead = lead_of(passage)
        ordered += sorted([*own, *loose], key=lambda draft: draft.order)
        voice = (
            speaker or (loose[0] if loose and loose[0].lead else None) or (loose[-1].voice if loose else None) or voice
        )
    return [draft for draft in ordered if not draft.inherited or draft.voice is not None]


def _reaches(read: Sequence[Passage], at: int, voice: Draft | None) -> bool:
    """Say whether the last voice is near enough to go on in this passage."""
    if voice is None:
        return False
    return read[at].paragraph - voice.passage.paragraph <= 1 or (at > 0 and read[at - 1].open)


def _speaker(own: Sequence[Draft]) -> Draft | None:
    """Return the last outermost attribution with a source of its own in a passage."""
    return next(
        (
            one
            for one in reversed(own)
            if one.source and one.parent is None and not _quoted(one) and one.how not in ("noun", "colon", "post")
        ),
        None,
    )


def _quoted(draft: Draft) -> bool:
    """Say whether a draft's cue stands inside a quotation; that of a turn does where a page quotes the transcript whole."""
    return bool(draft.cue) and draft.how != "turn" and draft.passage.quoted[draft.cue[0][0]] >= 0


def _carry(passage: Passage, own: Sequence[Draft], voice: Draft | None) -> None:
    """Give sentences with "reportedly" the speaker of the sentence before, in the same paragraph."""
    for draft in own:
        if draft.how == "adverb" and voice is not None and voice.passage.paragraph == passage.paragraph:
            draft.voice = voice


def _loose(passage: Passage, own: Sequence[Draft]) -> list[Draft]:
    """Return a draft for each quotation that makes a sentence of its own and that no cue claims."""
    claimed = {at for draft in own for start, end in draft.content for at in range(start, end)}
    loose = []
    for number, (low, high) in enumerate(passage.quotations):
        if low in claimed or high - 1 in claimed or not speech(passage, number) or high - low < _SHORTEST:
            continue
        opens = low == 0 or (low - 1) in passage.stops or passage.tag(low - 1) == '"'
        closes = high >= len(passage.tokens) or (high - 1) in passage.stops or passage.tag(high) == '"'
        one = trimmed(passage, low, high)
        if opens and closes and one:
            loose.append(Draft(passage, (), (), (one,), "continuation", inherited=True))
    return loose
