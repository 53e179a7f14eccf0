"""Dates that are dates, and whose word goes first."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from reportedly.errors import InputInvalid
from reportedly.intake.given import Given, moment

CASES = [
    ("2031-11-04", date(2031, 11, 4), 0),
    (" 2031-11-04 ", date(2031, 11, 4), 0),
    ("2031-11-04T09:30:00Z", datetime(2031, 11, 4, 9, 30, tzinfo=UTC), 0),
    ("2031-11-04T09:30+02:00", datetime(2031, 11, 4, 9, 30, tzinfo=timezone(timedelta(hours=2))), 0),
    ("2031-11-04 09:30", datetime(2031, 11, 4, 9, 30, tzinfo=UTC), 1),  # a zone had to be assumed
]


@pytest.mark.parametrize(("words", "expected", "notes"), CASES)
def test_iso_8601(words: str, expected: date, notes: int) -> None:
    found, said = moment(words)
    assert (found, len(said)) == (expected, notes)


@pytest.mark.parametrize(
    "words", ["yesterday", "4 November 2031", "2031-13-01", "2031-11", "04/11/2031", "", "20311104"]
)
def test_anything_else_is_refused_by_name(words: str) -> None:
    with pytest.raises(InputInvalid, match="expected ISO 8601"):
        moment(words)


def test_a_line_goes_before_the_option() -> None:
    option = Given(published=date(2031, 1, 1), outlet="The Kestrel Tribune", notes=(("time-zone-assumed", "x"),))
    line = Given(published=date(2031, 2, 2), id="7")
    assert option.under(line) == Given(published=date(2031, 2, 2), outlet="The Kestrel Tribune", id="7")
    assert option.under(Given()) == option
