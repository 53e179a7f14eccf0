"""How sure: polarity, certainty, evidential basis, the hedge's words."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Attribution, Basis, Event, Factuality, Polarity, Report, Span, cut
from reportedly.reading.cue import verb_forms
from reportedly.reading.hedge import hedges
from reportedly.reading.judged import Judged, judgement

_CONFIRM = r"(?:confirm|verif|corroborat|substantiat)\w*"
_CONFIRMS = re.compile("confirm|verif|corrobor|substantia")
_CANNOT_CONFIRM = re.compile(
    rf"\b(?:can(?:not|['’]t| not)|could(?: not|n['’]t)|unable to|able to|(?:no|not any|without) (?:information|evidence|way|means) to|"
    rf"(?:difficult|impossible|hard|yet) to|neither|not (?:yet )?be(?:en)?|would not|will not|did not|has not|have not)\s+(?:\w+\s+){{0,3}}?{_CONFIRM}",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no|never|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)
_NOT_CLEAR = re.compile(
    r"^\W*(?:(?:he|she|it|they|we|i|the \w+) (?:would|could|will|did) (?:not|n['’]t) (?:comment|say|elaborate|discuss|disclose|speculate|give)\b|it (?:is|was|remains|remained) (?:not (?:yet |immediately )?(?:clear|known)|unclear|unknown)|(?:he|she|it|they|we|i) (?:did|do|does)(?: not|n['’]t) know|no comment\b|(?:he|she|it|they|we|i) (?:cannot|can['’]t|can not|could not|couldn['’]t|will not|won['’]t|would not|wouldn['’]t) (?:tell|say|name|comment|discuss|disclose|reveal|speculate|elaborate|go into|answer)\b)",
    re.IGNORECASE,
)
# The first verb group of the statement is negated and tells what is or was so, not what will be or should; what the
# speaker did not see or know is no denial of it.
_DENIAL = re.compile(
    r"\W*(?:(?:[\w’'.-]+[\s,\"“”]+){0,7}?(?:(?:is|are|was|were|had|did)(?:\s+[\"“‘]?not\b|n['’]t\b)|(?:had|has|have|was|were) never\b)"
    r"|(?:nobody|no one|none of)\b|there (?:is|was|were|are|had been|has been) no\b|(?:it|he|she|they|we|i) found no\b)"
    r"(?!\s+(?:clear|known|sure|certain|able|immediately|yet|see|know|hear|want|think|expect|realise|realize|remember|say|comment|respond)\b)",
    re.IGNORECASE,
)
# "spoke of no losses": a short phrase, no clause.
_NONE = re.compile(r"no (?!more|fewer|less|longer|doubt|matter|immediate|further|new)\w+(?: \w+){0,3}$", re.IGNORECASE)
_ADMITS = re.compile(r"\b(?:admit|acknowledg|conced)", re.IGNORECASE)
_EARLIER_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|can|which|who|when|if|that|while|since|because)\b",
    re.IGNORECASE,
)
_HOLDS_BACK = re.compile(r"\byet\b|\bunable\b", re.IGNORECASE)
_DECLINES = re.compile(r"\b(?:declin|refus)\w*\b", re.IGNORECASE)
# Who is denied to be anybody: "no one has said", "neither side has confirmed", "none of the officials would confirm".
_NOBODY = re.compile(r"\b(?:nobody|none|neither|nor|no(?:[- ]one)?)\b", re.IGNORECASE)
_SILENT = re.compile(r"\bunanswered\b|^no\b", re.IGNORECASE)
_QUESTION = re.compile(r"^\W*(?:whether|if|who|what|when|where|why|how)\b|\?", re.IGNORECASE)
_RULED_OUT = re.compile(r"\brul\w+\s+out\b", re.IGNORECASE)
# "no patient was there", "not one franc was paid", "nothing had been decided", "they neither paid nor negotiated".
_NO_SUCH = re.compile(
    r"\W*(?:no[.,!;]|no (?!doubt|matter|longer|immediate|further|new|more|fewer|less)(?:[\w’'-]+ ){1,6}(?:is|are|was|were|has|have|had|took|takes|came|happened|exists?|existed)\b"
    r"|(?:not (?:one|a single)|no such|none of|nothing) (?:[\w’'-]+ ){0,6}(?:is|are|was|were|has|have|had|took|came|happened|exists?|existed)\b"
    r"|(?:[\w’'-]+ ){1,4}[\"“‘]?(?:had |have |has )?neither\b[^.]{1,60}\bnor\b)",
    re.IGNORECASE,
)
_REACH = 40
_HEAD = 200
_NEAR = 24
_NOBODY_REACH = 16
# The rules' part where a reading model has judged an event. Chosen on half of UW's development half, r .744 to .757; on the other
# half .757 to .760 (docs/model-training.md).
_BESIDE = 0.1
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
    polarity, because = _polarity(report, attribution)
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


def _polarity(report: Report, attribution: Attribution) -> tuple[Polarity, str]:  # noqa: PLR0911 - one return a reason
    """Return the stance of the source and the words that decided; no words for a plain assertion."""
    cue, content = cut(attribution.cue, report.text), cut(attribution.content, report.text, gap=" ")
    if attribution.by.kind == "author" and not attribution.cue:
        return "cannot confirm", "the writer says that it is unconfirmed"
    by_cue = _by_cue(cue, content)
    if by_cue != "asserts":
        return by_cue, f"the cue {cue!r} decides"
    if nobody := _nobody(report, attribution):
        return "cannot confirm" if _CONFIRMS.search(cue) else "does not say", f"its subject is {nobody!r}"
    if _CONFIRMS.search(content) and (found := _CANNOT_CONFIRM.search(content)):
        return "cannot confirm", f"says {found[0]!r}"
    if found := _NOT_CLEAR.search(content):
        return "does not say", f"says {found[0]!r}"
    if attribution.kind == "indirect" and (found := _NONE.match(content)):
        return "denies", f"a plain denial: {found[0]!r}"
    if found := _called_false().search(content):
        return "denies", f"says {found[0]!r}"
    if not _ADMITS.search(cue) and (found := _NO_SUCH.match(content[:_HEAD])):
        return "denies", f"a plain denial: {found[0]!r}"
    denial = None if _ADMITS.search(cue) else _DENIAL.match(content[:_HEAD])
    if denial and not _EARLIER_VERB.search(denial[0].rsplit(maxsplit=2)[0]):
        return "denies", f"a plain denial: {denial[0]!r}"
    return "asserts", ""


def _nobody(report: Report, attribution: Attribution) -> str:
    """Return the word by which a source is denied to be anybody, at its beginning or right before it; "" for a source."""
    if not attribution.source or not attribution.cue:
        return ""
    first = attribution.source[0]
    before = report.text[max(0, first.start - _NOBODY_REACH) : first.start].rpartition("\n")[2]
    opens = re.split(r"[.;:!?,“”\"]", before)[-1].split()
    words = " ".join([*opens[-2:], *first.cut(report.text).split()[:1]])
    found = _NOBODY.search(words)
    return found[0] if found else ""


@cache
def _called_false() -> re.Pattern[str]:
    """Return the pattern of words that say of a report that it is not so."""
    words = "|".join(re.escape(word) for word in load("en", "denial")["words"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _by_cue(cue: str, content: str) -> Polarity:  # noqa: PLR0911 - one return a stance
    """Return the stance that the cue alone gives."""
    words = re.findall(r"[\w’']+", cue.lower())
    lemmas = [verb_forms()[word][0] for word in words if word in verb_forms()]
    table = load("en", "cue")
    if _RULED_OUT.search(cue):
        return "asserts" if _NOT.search(cue) else "denies"
    if cue.strip() == ":" and content.rstrip().endswith("?"):
        return "asks"
    if _SILENT.search(cue):
        return "does not say"
    if _NOT.search(cue) or _HOLDS_BACK.search(cue):
        if any(verb.lemma in table["confirmation"] for verb in lemmas):
            return "cannot confirm"
        return "does not say"
    if _DECLINES.search(cue):
        own = _declined(" ".join(words[1:]).removeprefix("to "))
        return own if own != "asserts" else _declined(content)
    if any(verb.polarity == "denies" for verb in lemmas):
        return "denies"
    return "asks" if any(verb.polarity == "asks" for verb in lemmas) and _QUESTION.search(content) else "asserts"


def _declined(content: str) -> Polarity:
    """Return the stance of one who declines to do what the content says."""
    known = (verb_forms().get(word) for word in re.findall(r"\w+", content.lower())[:3])
    lemmas = [found[0].lemma for found in known if found]
    table = load("en", "cue")
    if any(lemma in table["confirmation"] for lemma in lemmas):
        return "cannot confirm"
    return "does not say" if any(lemma in table["silence"] for lemma in lemmas) else "asserts"


def _cue_hedges(report: Report, attribution: Attribution) -> Iterator[tuple[Span, float]]:
    """Yield the hedges that stand in the cue, or right before the source."""
    table = load("en", "hedge")
    for piece in attribution.cue:
        words = piece.cut(report.text).lower().split()
        lemmas = [verb_forms()[word][0].lemma if word in verb_forms() else word for word in words]
        known = next(
            (
                float(table[section][lemma]["certainty"])
                for lemma in lemmas
                for section in ("verbs", "adverbs")
                if lemma in table[section]
            ),
            None,
        )
        if _RULED_OUT.search(piece.cut(report.text)) and _NOT.search(piece.cut(report.text)):
            yield piece, 1.0
        elif known is not None:
            yield piece, known
        elif not attribution.source and len(words) > 1 and words[-1] not in table["sure"]:
            yield piece, 1.0
        if attribution.source and (
            found := _ADVERB_BEFORE.search(report.text[max(0, piece.start - _NEAR) : piece.start])
        ):
            word = found[1].lower()
            if word in table["adverbs"]:
                low = max(0, piece.start - _NEAR)
                yield Span(low + found.start(1), low + found.end(1)), float(table["adverbs"][word]["certainty"])
    for piece in attribution.source:
        for adjective, row in table["adjectives"].items():
            before = max(0, piece.start - len(adjective) - 1)
            at = report.text.lower().find(adjective, before, piece.end)
            if at >= 0:
                yield Span(at, at + len(adjective)), float(row["certainty"])


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
    words = ", ".join(repr(span.cut(report.text)) for span, _ in found)
    because = f"weakened by {words}" if words else "told without a hedge"
    level = min((one for _, one in found), key=abs, default=3.0)
    if _NOT.search(before.cut(report.text)):
        level = -level
    if outer is not None and judged is None:
        level = _within(level, outer)
    if judged is not None:
        # The model has seen who says it, and how, in the same sentence; turning round all that stands inside a denial
        # would also turn round what is only mentioned there.
        level = round(judged + _BESIDE * (level - judged), 1)
        because = f"{level:+.1f} by the reading model with the rules; {because}"
    polarity: Polarity = "denies" if level < 0 else "asserts"
    return Factuality(event.id, polarity, level, tuple(span for span, _ in found), because=because)


def _within(level: float, outer: Factuality) -> float:
    """Return an event's certainty inside what somebody says of it."""
    if outer.polarity in ("cannot confirm", "does not say", "asks"):
        return 0.0
    if outer.polarity == "denies":
        return -abs(level)
    return level
