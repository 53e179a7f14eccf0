"""How sure: polarity, certainty, evidential basis, the hedge's words."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from reportedly.lexicon import load
from reportedly.model import Attribution, Basis, Event, Factuality, Polarity, Report, Span, Token
from reportedly.reading.cue import verb_forms
from reportedly.reading.hedge import hedges
from reportedly.reading.judged import Judged, judgement
from reportedly.reading.modality import modality
from reportedly.reading.polarity import polarity_of

_NOT = re.compile(r"\b(?:not|no|never|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)
_RULED_OUT = re.compile(r"\brul\w+\s+out\b|\bexclud\w+|\bdiscount\w*", re.IGNORECASE)
_REACH = 40
_NEAR = 24
_WORDS = 14
_STOPS = frozenset((".", "!", "?"))
# The rules' part where a reading model has judged an event. Chosen on half of UW's development half, r .744 to .757; on the other
# half .757 to .760 (docs/model-training.md).
_BESIDE = 0.1
_SHOWS = re.compile(r"((?:appear|seem)\w*) to \w+", re.IGNORECASE)
# "She is reported to have told a friend": what weakens stands before the cue.
_HEARD = re.compile(
    r"\b((?:is|are|was|were) (?:said|reported|believed|thought|understood|alleged|rumou?red)|(?:appear|seem)(?:s|ed)?) to (?:have )?\Z",
    re.IGNORECASE,
)
_FURTHER = 40
_ADVERB_BEFORE = re.compile(r"(\w+ly)\s+\Z")

Hedges = tuple[tuple[Span, float], ...]


def factualities(report: Report) -> Iterator[Factuality]:
    """Say how surely each attribution, and each event, is put forward.

    Args:
        report: Needs Attribution; events are judged where their layer is there, and by a reading model where it has
            judged their words (`Judged`): the rules' words stay beside its number.

    Yields:
        A Factuality for each attribution in order, then one for each event.
    """
    weak = hedges(report)
    judged = {}
    for attribution in report.of(Attribution):
        judged[attribution.id] = _of_attribution(report, attribution, weak)
        yield judged[attribution.id]
    events = report.of(Event)
    outer = _innermost(report) if events else {}
    words = report.of(Judged)
    for event in events:
        level = judgement(event.trigger, words) if words else None
        yield _of_event(report, event, weak, judged.get(outer.get(event.id, "")), level)


def _of_attribution(report: Report, attribution: Attribution, weak: Hedges) -> Factuality:
    """Judge one attribution."""
    polarity, because = polarity_of(report, attribution)
    found = [*_cue_hedges(report, attribution)]
    if attribution.cue or polarity != "cannot confirm":
        for piece in attribution.content:
            found += [one for one in _inside(weak, piece) if not any(one[0].overlaps(other) for other, _ in found)]
    found.sort()
    basis, where = _basis(report, attribution)
    certainty = _certainty(polarity, [level for _, level in found])
    words = ", ".join(repr(span.cut(report.text)) for span, _ in found)
    reason = because or (f"weakened by {words}" if words else "told without a hedge")
    return Factuality(attribution.id, polarity, certainty, tuple(span for span, _ in found), basis, where, reason)


def _inside(weak: Hedges, piece: Span) -> Iterator[tuple[Span, float]]:
    """Yield the hedges that stand in one stretch."""
    for at in range(bisect_left(weak, piece.start, key=lambda one: one[0].start), len(weak)):
        if weak[at][0].end > piece.end:
            return
        yield weak[at]


def _innermost(report: Report) -> dict[str, str]:
    """Return for each event the attribution with the shortest content round it, by ids; narrated events have none."""
    events = sorted(report.of(Event), key=lambda one: one.trigger)
    starts = [one.trigger.start for one in events]
    outer = {}
    for attribution in sorted(report.of(Attribution), key=lambda one: -sum(map(len, one.content))):
        for piece in attribution.content:
            for at in range(bisect_left(starts, piece.start), bisect_left(starts, piece.end)):
                outer[events[at].id] = attribution.id
    return outer


def _certainty(polarity: Polarity, levels: list[float]) -> float:
    """Return the certainty on FactBank's scale."""
    if polarity in ("cannot confirm", "does not say", "asks"):
        return 0.0
    level = min(levels, key=abs, default=3.0)
    return -level if polarity == "denies" else level


def _cue_hedges(report: Report, attribution: Attribution) -> Iterator[tuple[Span, float]]:
    """Yield the hedges that stand in the cue, or right before the source."""
    for piece in attribution.cue:
        words = piece.cut(report.text)
        known = _held(words.lower().split())
        if _RULED_OUT.search(words) and _NOT.search(words):
            yield piece, 1.0
        elif known is not None:
            yield _weakening(report, piece), known
        elif not attribution.source and " " in words and words.lower().split()[-1] not in load("en", "hedge")["sure"]:
            yield piece, 1.0
        yield from _before_cue(report, attribution, piece)
    for piece in attribution.source:
        for adjective, row in load("en", "hedge")["adjectives"].items():
            before = max(0, piece.start - len(adjective) - 1)
            at = report.text.lower().find(adjective, before, piece.end)
            if at >= 0:
                yield Span(at, at + len(adjective)), float(row["certainty"])


def _held(words: list[str]) -> float | None:
    """Return the certainty that the first weakening word of a cue leaves; None where none weakens."""
    table = load("en", "hedge")
    lemmas = [verb_forms()[word][0].lemma if word in verb_forms() else word for word in words]
    rows = (table[section].get(lemma) for lemma in lemmas for section in ("verbs", "adverbs", "cue_nouns"))
    return next((float(row["certainty"]) for row in rows if row is not None), None)


def _before_cue(report: Report, attribution: Attribution, cue: Span) -> Iterator[tuple[Span, float]]:
    """Yield the hedge right before a cue: "is reported to have" told, "allegedly" said."""
    low = max(0, cue.start - _FURTHER)
    if heard := _HEARD.search(report.text[low : cue.start]):
        yield Span(low + heard.start(1), low + heard.end(1)), 1.0
    low = max(0, cue.start - _NEAR)
    found = _ADVERB_BEFORE.search(report.text[low : cue.start]) if attribution.source else None
    row = load("en", "hedge")["adverbs"].get(found[1].lower()) if found else None
    if found and row:
        yield Span(low + found.start(1), low + found.end(1)), float(row["certainty"])


def _weakening(report: Report, cue: Span) -> Span:
    """Return the words of a cue that weaken: without the infinitive of "appears to show"."""
    found = _SHOWS.match(cue.cut(report.text))
    return Span(cue.start, cue.start + found.end(1)) if found else cue


def _basis(report: Report, attribution: Attribution) -> tuple[Basis | None, Span | None]:
    """Return what the statement says it rests on, and the words that say so."""
    table = load("en", "basis")
    for piece in attribution.source:
        lower = piece.cut(report.text).lower()
        for words, row in table["words"].items():
            if words in lower:
                start = piece.start + lower.index(words)
                return row["basis"], Span(start, start + len(words))
    known = table["kinds"].get(attribution.by.kind)
    return (known["basis"] if known else None), None


def _of_event(report: Report, event: Event, weak: Hedges, outer: Factuality | None, judged: float | None) -> Factuality:
    """Judge one event by the words before it, or as a model does, and by the attribution it stands in."""
    start = max(0, event.trigger.start - _REACH)
    before = Span(max(start, report.text.rfind(".", start, event.trigger.start) + 1), event.trigger.start)
    found = list(_inside(weak, before))
    mood, deciding = modality(_words_before(report, event.trigger.start))
    words = ", ".join(filter(None, [*(repr(span.cut(report.text)) for span, _ in found), deciding and repr(deciding)]))
    because = f"weakened by {words}" if words else "told without a hedge"
    weakest = min((one for _, one in found), key=abs, default=3.0)
    level = min(abs(weakest), abs(mood)) * (-1 if (weakest < 0) != (mood < 0) else 1)
    if outer is not None and judged is None:
        level = _within(level, outer)
    if judged is not None:
        # The model has seen who says it, and how, in the same sentence; turning round all that stands inside a denial
        # would also turn round what is only mentioned there.
        level = round(judged + _BESIDE * (level - judged), 1)
        because = f"{level:+.1f} by the reading model with the rules; {because}"
    polarity: Polarity = "denies" if level < 0 else "asserts"
    return Factuality(event.id, polarity, level, tuple(span for span, _ in found), because=because)


def _words_before(report: Report, start: int) -> list[str]:
    """Return the words of a sentence before a position in small letters, as many as can tell of what stands there."""
    tokens = report.of(Token)
    high = bisect_left(tokens, start, key=lambda one: one.span.start)
    words = [token.lower for token in tokens[max(0, high - _WORDS) : high]]
    ends = max((at for at, word in enumerate(words) if word in _STOPS), default=-1)
    return words[ends + 1 :]


def _within(level: float, outer: Factuality) -> float:
    """Return an event's certainty inside what somebody says of it."""
    if outer.polarity in ("cannot confirm", "does not say", "asks"):
        return 0.0
    if outer.polarity == "denies":
        return -abs(level)
    return level
