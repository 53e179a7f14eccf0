"""What `verify` finds in the file: hashes, spans, and rows that do not fit the log."""

import sqlite3
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from reportedly.errors import FormatInvalid
from reportedly.format import decoded
from reportedly.ledger import chain, layout, row, wordindex
from reportedly.ledger.query import spaced
from reportedly.ledger.store import Damage
from reportedly.model import Entry, Offsets, Report, Span

_ORPHANS = (
    "SELECT subject, 'the log has it, the table of reports does not' FROM entry"
    " WHERE kind = 'report' AND subject NOT IN (SELECT id FROM report)"
    " UNION ALL SELECT id, 'the table of reports has it under entry ' || sequence || ', which is not its entry'"
    " FROM report WHERE NOT EXISTS"
    " (SELECT 1 FROM entry WHERE entry.sequence = report.sequence AND subject = id AND kind = 'report')"
    " UNION ALL SELECT id, 'withdrawn, yet its text is there' FROM report JOIN entry USING (sequence)"
    " WHERE withdrawn IS NOT NULL AND value IS NOT NULL"
    " UNION ALL SELECT id, 'its text is gone, yet nothing withdrew it' FROM report JOIN entry USING (sequence)"
    " WHERE withdrawn IS NULL AND value IS NULL"
)


def found(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Yield everything in one ledger that is not as it was written."""
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield Damage("the file", str(line))
    yield from layout.faults(connection)
    yield from wordindex.faults(connection)
    for table, number, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Damage(f"row {number} of {table}", f"points to a row of {parent} that is missing")
    yield from chain.breaks(_entries(connection))
    for id_, what in connection.execute(_ORPHANS):
        yield Damage(f"report {id_}", what)
    for entry in _entries(connection):
        if entry.kind == "report" and entry.value is not None:
            yield from _unsound(connection, entry)


def misplaced(report: Report) -> Iterator[str]:
    """Yield a sentence for each span that does not lie in the report's text."""
    end = len(report.text)
    for kind, marks in report.layers.items():
        for mark in marks:
            for span in _spans(mark):
                if span.end > end:
                    yield f"a span of {kind.__name__} runs to {span.end}, the text ends at {end}"
    for name in ("captions", "credits"):
        for span in _spans(getattr(report.document, name)):
            if span.end > end:
                yield f"a span of {name} runs to {span.end}, the text ends at {end}"


def _entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    """Yield the log in order."""
    return map(row.entry, connection.execute("SELECT * FROM entry ORDER BY sequence"))


def _unsound(connection: sqlite3.Connection, entry: Entry) -> Iterator[Damage]:
    """Yield what is wrong within one report, and between it and the search index."""
    where = f"report {entry.subject}"
    try:
        value = decoded(entry.value or b"", name="its value")
        report = row.report_of(value)
    except (FormatInvalid, KeyError, TypeError) as fault:
        yield Damage(where, str(fault))
        return
    for what in misplaced(report):
        yield Damage(where, what)
    if report.document.sha256 != value["capture"]["sha256"]:
        yield Damage(where, "the report and its capture name different bytes")
    indexed = connection.execute(
        "SELECT title, text FROM search WHERE rowid = (SELECT number FROM report WHERE id = ?)", (entry.subject,)
    ).fetchone()
    if indexed != (spaced(report.document.title or ""), spaced(report.text)):
        yield Damage(where, "the search index holds other words")


def _spans(value: Any) -> Iterator[Span]:
    """Yield every span inside a value of the model."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)
    elif is_dataclass(value) and not isinstance(value, Offsets):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))
