"""The way back to the page, and the day relative times hang on."""

from datetime import UTC, date, datetime

from reportedly.model import Document, Offsets, Run


def test_offsets_lead_back_inside_runs_only() -> None:
    offsets = Offsets((Run(0, 100, 5), Run(7, 200, 3)))
    assert [offsets.source(at) for at in (0, 4, 5, 6, 7, 9, 10)] == [100, 104, None, None, 200, 202, None]


def test_without_runs_nothing_has_a_place() -> None:
    assert Offsets().source(0) is None


def test_the_day_of_a_time_is_its_date() -> None:
    stamped = Document("d", "0" * 64, "", published=datetime(2031, 3, 4, 23, 30, tzinfo=UTC))
    assert stamped.day == date(2031, 3, 4)
    assert Document("d", "0" * 64, "", published=date(2031, 3, 4)).day == date(2031, 3, 4)
    assert Document("d", "0" * 64, "").day is None
