"""The ladder of stated numbers."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reportedly.export.html.ladder import ladder, value
from reportedly.model import Evidence, Figure, Rung, Span

RUNG = Rung(
    evidence=Evidence("r-1", "A1", "S1"),
    span=Span(0, 5),
    low=Decimal(12000),
    high=Decimal(12000),
    bound="=",
    unit=None,
    counted="soldiers",
    origin="the ministry",
    said="2031-03-04",
    about=None,
    projection=False,
    role="total",
)


@pytest.mark.parametrize(
    ("rung", "expected"),
    [
        (RUNG, "12,000"),
        (replace(RUNG, bound="~"), "about 12,000"),
        (replace(RUNG, bound=">", high=None), "at least 12,000"),
        (replace(RUNG, bound="<", low=None), "at most 12,000"),
        (replace(RUNG, bound="-", high=Decimal(15000)), "12,000 to 15,000"),
        (replace(RUNG, unit="%"), "12,000 %"),
        (replace(RUNG, low=None, high=None), "no number"),
    ],
)
def test_value_in_words(rung: Rung, expected: str) -> None:
    assert value(rung) == expected


def test_projections_are_hollow_and_roles_have_shapes_of_their_own() -> None:
    figure = Figure("soldiers", (RUNG, replace(RUNG, projection=True), replace(RUNG, role="part")), "agree", "")
    svg = ladder(figure, ["a", "b", "c"])
    assert svg is not None
    assert svg.count("<circle") == 2
    assert 'class="rung total projection"' in svg
    assert 'class="rung part"' in svg


def test_a_wide_spread_is_drawn_on_a_ratio_scale() -> None:
    figure = Figure("soldiers", (replace(RUNG, low=Decimal(5), high=Decimal(5)), RUNG), "contradict", "")
    assert "ratio scale" in str(ladder(figure, ["a", "b"]))


def test_without_a_number_there_is_no_drawing() -> None:
    assert ladder(Figure("soldiers", (replace(RUNG, low=None, high=None),), "agree", ""), ["a"]) is None
