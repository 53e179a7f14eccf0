"""The exact words a statement rests on, with the sentence they stand in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportedly.export.html.segment import Lane, Piece, pieces
from reportedly.model import (
    Attribution,
    Evidence,
    Factuality,
    Quantity,
    Report,
    Sentence,
    Span,
    Spans,
    Statement,
    Timex,
    hull,
)

_PASSED_ON = " ← "


@dataclass(frozen=True, slots=True)
class Passage:
    """One report's words for a claim.

    Attributes:
        report: Id of the report.
        outlet: Outlet, or the report's id when the outlet is not known.
        when: Day of publication as the page shows it; "not dated" when not known.
        voice: Who says it, outermost voice first ("LRT ← Jonas Ohman ← credible sources"); the writer when nobody is named.
        stance: "asserts", "denies", "cannot confirm", "does not say" or "asks".
        pieces: The sentence around the statement, in flat pieces; the words of the statement lie in lane "content".
        start: First code point of the statement in the report's text; None for a headline, which stands outside it.
        end: One past its last code point; None as for ``start``.
        because: Why it stands here; empty where the claim is made from it.
        order: Sort key: oldest first, undated ones last.
        also: Where the same sentence stands word for word, as (report id, outlet and day) pairs.
    """

    report: str
    outlet: str
    when: str
    voice: str
    stance: str
    pieces: tuple[Piece, ...]
    start: int | None
    end: int | None
    because: str
    order: tuple[str, str, int]
    also: tuple[tuple[str, str], ...] = ()


def passage(report: Report, evidence: Evidence) -> Passage:
    """Return the words behind one piece of evidence.

    Args:
        report: The report that ``evidence`` names.
        evidence: Its attribution, statement or both must be the report's.
    """
    attribution = report.attribution(evidence.attribution)
    content = _content(report, evidence, attribution)
    at = hull(content)
    factuality = report.factuality(evidence.attribution)
    return Passage(
        report=report.id,
        outlet=outlet(report),
        when=when(report),
        voice=voice(report, attribution),
        stance=factuality.polarity if factuality else "asserts",
        pieces=_around(report, content, attribution) if at else _headline(report),
        start=at.start if at else None,
        end=at.end if at else None,
        because=evidence.because,
        order=(when_key(report), report.id, at.start if at else -1),
    )


def folded(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Fold passages of the same words and the same stance into the first of them.

    Within one report they are the links of one chain, and the longest chain of voices stands for all; another report that
    has the same words is named in ``also``.
    """
    first: dict[tuple[str, str], Passage] = {}
    for one in passages:
        key = (one.stance, " ".join("".join(piece.text for piece in one.pieces).split()))
        known = first.setdefault(key, one)
        place = (one.report, f"{one.outlet}, {one.when}")
        if known.report == one.report:
            first[key] = max(known, one, key=lambda link: link.voice.count(_PASSED_ON))
        elif place not in known.also:
            first[key] = replace(known, also=(*known.also, place))
    return tuple(first.values())


def lanes(report: Report, attributions: Iterable[Attribution] | None = None) -> Iterator[Lane]:
    """Yield what is highlighted in a report's text.

    Args:
        report: As read.
        attributions: Whose source, cue and content to show; None for all.
    """
    shown = report.of(Attribution) if attributions is None else tuple(attributions)
    for one in shown:
        yield from _named("source", one.source)
        yield from _named("cue", one.cue)
        yield from _named("content", one.content)
    for factuality in report.of(Factuality):
        yield from _named("hedge", factuality.hedges)
    yield from _named("figure", (one.span for one in report.of(Quantity)))
    yield from _named("time", (one.span for one in report.of(Timex)))
    yield from _named("aside", report.document.captions)
    yield from _named("aside", (one.span for one in report.document.credits))


def _chain(report: Report, attribution: Attribution | None) -> list[Attribution]:
    """Return an attribution with those it was passed on through, innermost first."""
    chain: list[Attribution] = []
    while attribution is not None and attribution not in chain:
        chain.append(attribution)
        attribution = report.attribution(attribution.parent)
    return chain


def voice(report: Report, attribution: Attribution | None) -> str:
    """Name the chain of voices, outermost first; "the report itself" in the writer's own voice."""
    names = [one.by.name or "the report itself" for one in _chain(report, attribution)]
    return _PASSED_ON.join(reversed(names)) if names else "the report itself"


def outlet(report: Report) -> str:
    """Name the report for a reader: its outlet, else its id."""
    return report.document.outlet or report.id


def when(report: Report) -> str:
    """Write the day of publication; "not dated" when nothing says."""
    day = report.document.day
    return f"{day.day} {day:%b %Y}" if day else "not dated"


def label(report: Report) -> str:
    """Name a report by outlet and day."""
    return f"{outlet(report)}, {when(report)}"


def when_key(report: Report) -> str:
    """Return a key by which dated reports sort by time, and undated ones last."""
    return report.document.published.isoformat() if report.document.published else "~"


def _content(report: Report, evidence: Evidence, attribution: Attribution | None) -> Spans:
    """Return the words of the statement itself; empty for a headline."""
    if attribution is not None:
        return attribution.content
    stated = next((one for one in report.of(Statement) if one.id == evidence.statement), None)
    return stated.content if stated else ()


def _around(report: Report, content: Spans, attribution: Attribution | None) -> tuple[Piece, ...]:
    """Cut the sentences that hold the statement, its source and its cue."""
    words = (*content, *(attribution.source if attribution else ()), *(attribution.cue if attribution else ()))
    whole = hull(words) or Span(0, 0)
    held = [one.span for one in report.of(Sentence) if one.span.overlaps(whole)]
    window = hull((*held, whole)) or whole
    passed_on = _chain(report, attribution)[1:]
    shown = [
        *lanes(report, [attribution] if attribution else []),
        # Of the voices it was passed on through, who they are and that they say it; what else they say is not its content.
        *(lane for one in passed_on for lane in (*_named("source", one.source), *_named("cue", one.cue))),
        *(() if attribution else _named("content", content)),
    ]
    return pieces(report.text, shown, window)


def _headline(report: Report) -> tuple[Piece, ...]:
    """Show a headline, which stands outside the text and carries no marks."""
    title = report.document.title or ""
    return (Piece(title, 0, ("content",), ("content",)),) if title else ()


def _named(name: str, spans: Iterable[Span]) -> Iterator[Lane]:
    """Yield one lane for each span."""
    return (Lane(name, span) for span in spans)
