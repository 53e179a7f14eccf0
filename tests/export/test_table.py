"""Claims, attributions and figures as rows for a spreadsheet."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model_strategies import reports, stories

from reportedly.export.table import NAMES, Name, inert, written
from reportedly.model import Attribution, Document, Quantity, Report, Source, Span, Story

CELLS = [
    ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
    ("+1 (555)", "'+1 (555)"),
    ("-2+3", "'-2+3"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("-5", "-5"),  # a number is no formula
    ("-5.25", "-5.25"),
    ("a=b", "a=b"),
    (-5, -5),
    (None, None),
    ("a\rb\r\nc", "a\nb\nc"),
]


@pytest.mark.parametrize(("cell", "expected"), CELLS)
def test_cells_that_a_spreadsheet_would_run_are_made_inert(cell: object, expected: object) -> None:
    assert inert(cell) == expected


@settings(max_examples=30, deadline=None)
@given(st.lists(reports(), max_size=2), stories(), st.sampled_from(NAMES))
def test_every_row_is_as_wide_as_its_heading(read: list[Report], told: tuple[Story, ...], name: Name) -> None:
    rows = list(csv.reader(io.StringIO(written(name, read, told), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}


def test_an_attribution_is_a_row() -> None:
    text = "Rain fell, Ada Orm said."
    said = Attribution(
        "A1", (Span(11, 18),), (Span(19, 23),), (Span(0, 9),), "indirect", Source("=Ada Orm", "expert", named=True)
    )
    layers = {Attribution: (said,), Quantity: (Quantity(Span(0, 4), Decimal(1), Decimal(1)),)}
    [row] = csv.DictReader(io.StringIO(written("attributions", [Report(Document("r", "", text), layers)], ())))
    assert (row["source"], row["content"], row["cue"], row["start"], row["end"]) == (
        "'=Ada Orm",
        "Rain fell",
        "said",
        "0",
        "9",
    )
    assert row["polarity"] == ""
