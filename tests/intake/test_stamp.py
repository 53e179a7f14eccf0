"""Lines that are dates, and those that only hold one."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from reportedly.intake.stamp import iso, stamp

CASES = [
    ("Published 4 November 2031", date(2031, 11, 4), False),
    ("Last updated Sat 27 Sep 2031", date(2031, 9, 27), True),
    ("Updated: November 4, 2031", date(2031, 11, 4), True),
    ("Nov. 4th, 2031", date(2031, 11, 4), False),
    ("Tuesday, November 4, 2031", date(2031, 11, 4), False),
    ("2031-11-04", date(2031, 11, 4), False),
    ("First published: 4 Nov 2031, 09:30 GMT", datetime(2031, 11, 4, 9, 30, tzinfo=UTC), False),
    ("Published November 4, 2031 at 9:30 pm UTC", datetime(2031, 11, 4, 21, 30, tzinfo=UTC), False),
    ("4 Nov 2031 09:30 CET", datetime(2031, 11, 4, 9, 30, tzinfo=timezone(timedelta(hours=1))), False),
    ("4 Nov 2031 09:30 BST", date(2031, 11, 4), False),  # Britain's or Bangladesh's
    ("9:29 PM - 18 Oct 2031", date(2031, 10, 18), False),
]


@pytest.mark.parametrize(("line", "moment", "change"), CASES)
def test_date_lines(line: str, moment: date, change: bool) -> None:  # noqa: FBT001 - a column of the table
    found = stamp(line)
    assert found is not None
    assert (found.moment, found.change) == (moment, change)


@pytest.mark.parametrize(
    "line",
    [
        "The pass was shut on 4 November 2031.",
        "04/11/2031",  # day and month cannot be told apart
        "Nov 5 (Reuters) - A fire broke out",
        "31 February 2031",
        "November 2031",
        "Ada Verrin (@adaverrin) November 5, 2031",
        "",
    ],
)
def test_other_lines(line: str) -> None:
    assert stamp(line) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2031-11-04", date(2031, 11, 4)),
        ("2031-11-04T09:30:00Z", datetime(2031, 11, 4, 9, 30, tzinfo=UTC)),
        ("2031-11-04T09:30:00.123456789Z", datetime(2031, 11, 4, 9, 30, tzinfo=UTC)),
        ("2031-11-04T09:30:00+0100", datetime(2031, 11, 4, 9, 30, tzinfo=timezone(timedelta(hours=1)))),
        ("2031-11-04T09:30:00", date(2031, 11, 4)),
        ("November 4, 2031", date(2031, 11, 4)),
        ("2031-11-4", date(2031, 11, 4)),
        ("soon", None),
        ("2031-13-40", None),
    ],
)
def test_machine_readable_dates(words: str, expected: date | None) -> None:
    assert iso(words) == expected
