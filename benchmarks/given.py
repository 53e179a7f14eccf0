"""Reports with the attributions and figures of a reading by hand, so that reconciling is seen apart from reading."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from reportedly.model import (
    Attribution,
    Basis,
    Factuality,
    Quantity,
    Report,
    Source,
    SourceKind,
    Span,
    Spans,
    Statement,
)
from reportedly.reading.statement import statements

Row = Mapping[str, Any]
# What sort of source gives a basis, where reading has no word on the source: the gold marks no kinds.
_KINDS: Mapping[Basis, SourceKind] = {
    "official": "official",
    "intelligence": "intelligence",
    "witness": "witness",
    "document": "document",
    "media": "outlet",
    "expert": "expert",
    "rumour": "unnamed",
    "unnamed sources": "unnamed",
}


def given(report: Report, gold: Row) -> Report:
    """Put a reading by hand in the place of what was read.

    Mentions, times, places and events stay as read; the gold marks only those that matter. So do quantities that the gold
    does not mark; one that it marks takes its value and bound.

    Args:
        report: Read from the gold's text as it stands, to the character.
        gold: The reading by hand, as `gold/score.py` loads it.

    Returns:
        The report with the gold's attributions under the gold's ids, and with the statements that follow from them.
    """
    rows: Sequence[Row] = gold["attributions"].get(report.id, [])
    read = report.of(Attribution)
    held = report.grown(
        {
            Attribution: tuple(_attribution(one, read) for one in rows),
            Factuality: tuple(_factuality(one) for one in rows),
            Quantity: tuple(_quantities(report, [one for one in gold["figures"] if one["document"] == report.id])),
        }
    )
    return held.grown({Statement: tuple(statements(held))})


def _spans(pairs: Iterable[Sequence[int]]) -> Spans:
    """Turn pairs of offsets into spans."""
    return tuple(Span(start, end) for start, end in pairs)


def _attribution(row: Row, read: Iterable[Attribution]) -> Attribution:
    """Turn one row into an attribution."""
    source, content = _spans(row["source"]), _spans(row["content"])
    return Attribution(
        id=row["id"],
        source=source,
        cue=_spans(row["cue"]),
        content=content,
        kind=row["kind"],
        by=_source(row, source, read),
        parent=row.get("parent"),
        inherited=bool(row.get("inherited")),
        via=row.get("via"),
        said=row.get("said"),
    )


def _source(row: Row, spans: Spans, read: Iterable[Attribution]) -> Source:
    """Return who is meant: the name by hand; the kind as read at the same words, else after the basis."""
    same = next((one.by for one in read if any(a.overlaps(b) for a in one.source for b in spans)), None)
    spellings = [one.strip() for one in (row["source_name"] or "").split(";")]
    named = not spellings[0].startswith("unnamed")
    name = next((one for one in spellings if not one.startswith("unnamed")), spellings[0].removeprefix("unnamed "))
    if not name:
        return Source(None, "author", named=False)
    kind = (
        same.kind
        if same and same.kind != "author"
        else _KINDS.get(row.get("basis", ""), "person" if named else "unnamed")
    )
    return Source(name, kind, named, same.entity if same else None)


def _factuality(row: Row) -> Factuality:
    """Turn one row into how surely it is put forward; the scale's number is only rough, and no rule reads it here."""
    sure = {"asserts": 3.0, "denies": -3.0}.get(row["polarity"], 0.0)
    return Factuality(row["id"], row["polarity"], sure, _spans(row.get("hedges", [])), row.get("basis"))


def _quantities(report: Report, rows: Sequence[Row]) -> Iterator[Quantity]:
    """Yield the quantities in text order, those that the gold marks with its values."""
    read = list(report.of(Quantity))
    for row in rows:
        span = Span(*row["span"])
        near = next((one for one in read if one.span.overlaps(span)), None)
        if near:
            read.remove(near)
        read.append(_quantity(row, near or Quantity(span, None, None, counted=row.get("of"))))
    yield from sorted(read, key=lambda one: one.span)


def _quantity(row: Row, near: Quantity) -> Quantity:
    """Give a quantity the gold's value and bound."""
    value = row.get("value")
    low, high = (row.get("low", value), row.get("high", value)) if value is None else (value, value)
    if value is not None and row["bound"] == ">":
        high = None
    if value is not None and row["bound"] == "<":
        low = None
    if low is None and high is None:
        return near
    low, high = (None if one is None else Decimal(str(one)) for one in (low, high))
    return replace(near, low=low, high=high, bound=row["bound"])
