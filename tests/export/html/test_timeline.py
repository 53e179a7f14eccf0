"""Said against happened."""

from datetime import date

from reportedly.export.html.timeline import Moment, timeline


def test_nothing_dated_draws_nothing() -> None:
    assert timeline([Moment("LRN", None)]) is None


def test_undated_rows_are_left_out() -> None:
    svg = timeline([Moment("first", date(2031, 3, 4)), Moment("second", None)])
    assert svg is not None
    assert "first" in svg
    assert "second" not in svg


def test_happened_is_drawn_before_said() -> None:
    svg = timeline([Moment("first", date(2031, 3, 4), date(2031, 3, 1), date(2031, 3, 2))])
    assert svg is not None
    assert svg.count('class="happened"') == svg.count('class="said"') == svg.count('class="lag"') == 1
