"""Scales, and what is written into SVG."""

import pytest

from reportedly.export.html.drawing import Scale, drawing, number, tag


def test_linear_scale() -> None:
    assert [Scale(0, 10, 100, 200)(value) for value in (0, 5, 10, 99)] == [100, 150, 200, 200]


def test_logarithmic_scale_puts_equal_ratios_equally_far_apart() -> None:
    assert [Scale(1, 100, 0, 200, logarithmic=True)(value) for value in (1, 10, 100)] == [0, 100, 200]


def test_text_and_attributes_are_escaped() -> None:
    assert tag("text", "<b>&", class_='"x', x=1) == '<text class="&#34;x" x="1">&lt;b&gt;&amp;</text>'


def test_a_drawing_says_what_it_shows() -> None:
    assert 'role="img" aria-label="Two &lt; three"' in drawing([], width=1, height=1, title="Two < three", kind="map")


@pytest.mark.parametrize(("value", "expected"), [(12000, "12,000"), (2.4, "2.4"), (79.03, "79.03"), (0, "0")])
def test_number(value: float, expected: str) -> None:
    assert number(value) == expected
