"""Times, against the day of the report."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import unmark
from timed import PUBLISHED, reading

from reportedly.model import Problem, Timex
from reportedly.reading.calendar import easter, holiday, instants, shift, value_of

CASES = [
    ("It fell on [Monday].", ["2031-05-12"], "the last Monday before publication"),
    ("He spoke on [Wednesday].", ["2031-05-14"], "the day of publication itself"),
    ("They will meet on [Friday].", ["2031-05-16"], "a verb that looks ahead"),
    ("The talks, expected to open [Friday], were moved.", ["2031-05-16"], "a participle that looks ahead"),
    ("It was hit [last Wednesday].", ["2031-05-07"], "last: never the day itself"),
    ("He returns [next Wednesday].", ["2031-05-21"], "next: never the day itself"),
    ("It sank on [Friday of last week].", ["2031-05-09"], "a day of a week named"),
    ("[Late Monday], the bridge fell.", ["2031-05-12"], "late keeps the day"),
    ("[Tuesday morning] it rained.", ["2031-05-13TMO"], "a part of a day"),
    ("He read The Sunday Post and slept.", [], "the name of a paper"),
    ("It was closed [last week].", ["2031-W19"], "the ISO week before"),
    ("[Earlier this month] they left.", ["2031-05"], "a part of a month keeps the month"),
    ("It shut [last year].", ["2030"], "a year"),
    ("It fell [about six months ago].", ["2030-11"], "counted in months, named by the month"),
    ("It fell [two weeks ago].", ["2031-W18"], "counted in weeks, named by the week"),
    ("It fell [a decade ago].", ["2021"], "a decade back is a year"),
    ("It was signed on [4 March 2029].", ["2029-03-04"], "day first"),
    ("It was signed on [Sunday, March 4, 2029].", ["2029-03-04"], "month first, with a weekday"),
    ("It was signed on [2029-03-04].", ["2029-03-04"], "ISO 8601"),
    ("It came at [2029-03-04T10:15:00Z] sharp.", ["2029-03-04T10:15:00Z"], "an ISO time"),
    ("They met on [April 24] and [25].", ["2031-04-24", "2031-04-25"], "two days of one month"),
    ("On the night of [5] to [6 May] it rained.", ["2031-05-05", "2031-05-06"], "the month stands once"),
    ("Nothing has moved since [June].", ["2030-06"], "since looks back, however near"),
    ("Ice broke on [Nov. 8].", ["2030-11-08"], "the last one gone"),
    ("The vote is on [June 2].", ["2031-06-02"], "a day close ahead needs no verb"),
    ("It opened in [March].", ["2031-03"], "the last March"),
    ("They march on.", [], "a verb and no month"),
    ("It may rain.", [], "a verb and no month"),
    ("It began in [early May].", ["2031-05"], "early keeps the month"),
    ("It began in [the first week of October 2029].", ["2029-W40"], "the week of the first Thursday"),
    ("The bodies had been brought in by [Tuesday].", ["2031-05-13"], "by does not look ahead, its verb looks back"),
    ("The vote was postponed until [Friday].", ["2031-05-16"], "what was put off lies ahead"),
    ("It began in [October last year].", ["2030-10"], "a month of the year before"),
    ("In [2019] it closed.", ["2019"], "a year"),
    ("It cost 2019 dollars.", [], "four digits that count"),
    ("It grew in [the 1980s].", ["198"], "a decade"),
    ("It grew in [the 19th century].", ["18"], "a century"),
    ("Sales fell in [the third quarter of 2029].", ["2029-Q3"], "a quarter"),
    ("It burned [last summer].", ["2030-SU"], "a season"),
    ("They left on [Christmas Eve].", ["2030-12-24"], "a holiday"),
    ("It closed at [6 p.m. Monday].", ["2031-05-12T18:00"], "a clock time and its day"),
    ("It fell at [18:30 GMT].", ["2031-05-14T18:30Z"], "a zone"),
    ("The walk took [three hours].", ["PT3H"], "a length"),
    ("After a [two-day] visit he left.", ["P2D"], "a hyphened length"),
    ("She has lived there for [two and a half years].", ["P2.5Y"], "halves"),
    ("In [recent weeks] they fled.", ["PXW"], "a length without a number"),
    ("They meet [every two years].", ["P2Y"], "a set"),
    ("They march on [Mondays].", ["XXXX-WXX-1"], "a weekday in the plural comes again"),
    ("A 44-year-old man spoke.", [], "an age is no time"),
    ("It fell on [May 2, 2030]. [The next day] it rose.", ["2030-05-02", "2030-05-03"], "the day after the one named"),
    ("It fell on [May 2, 2030]. [Two days later] it rose.", ["2030-05-02", "2030-05-04"], "counted from the day named"),
    ("He is in Oslo [now].", ["PRESENT_REF"], "on no calendar"),
    ("Over [the weekend] it rained.", ["2031-W19-WE"], "the last weekend"),
    ("It was cleared [two weeks before Christmas].", ["2030-12-11"], "counted from a holiday"),
    ("They will leave [in two weeks].", ["2031-W22"], "a verb that looks ahead makes it a date"),
    ("It was built in [two weeks].", ["P2W"], "else it is a length"),
    ("He calls [tomorrow at 8:30].", ["2031-05-15T08:30"], "the clock after its day"),
    ("They meet [tonight at 8].", ["2031-05-14T20:00"], "a bare hour at night"),
    ("It dates from [nineteen ninety-six].", ["1996"], "a year in words"),
    ("In [2030-12] it closed.", ["2030-12"], "a month in figures"),
    ("In the season [2011-12] it won.", ["2011"], "years that follow each other"),
    ("It begins in [the first week of 2032].", ["2032-W01"], "a week by its number"),
    ("It sank on [the 21st of last month].", ["2031-04-21"], "a day by its number"),
    ("It fell on [Monday the 12th].", ["2031-05-12"], "a weekday and a number"),
    ("It rang on [Sep-23-2030].", ["2030-09-23"], "a month's name in figures"),
    ("It was shut on [Labor Day weekend 2030].", ["2030-W35-WE"], "the weekend before a Monday"),
    ("It stays shut until [Saturday].", ["2031-05-17"], "until looks ahead"),
    ("It did not open until [Saturday].", ["2031-05-10"], "not until looks back"),
    ("It fell on [Monday] and ended [the day] in ruins.", ["2031-05-12", "2031-05-12"], "the day told of"),
    ("It hung there for [over a year].", ["P1Y"], "a bound is part of a length"),
    ("The wall fell on [3 May].", ["2031-05-03"], "a sentence's stop is no part of a month"),
    ("The fog came [overnight] and [yesterday].", ["2031-05-14TNI", "2031-05-13"], "nights and days by name"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "values", "point"), CASES)
def test_values(marked: str, values: list[str], point: str) -> None:
    text, spans = unmark(marked)
    found = reading(text).of(Timex)
    assert [(one.span.start, one.span.end) for one in found] == spans, point
    assert [one.value for one in found] == values, point


@pytest.mark.parametrize(
    "marked", ["It fell on [Monday].", "It fell [last week].", "[Nov 5] (Wire) - A fire", "It fell [two days ago]."]
)
def test_nothing_hangs_on_a_day_that_is_not_known(marked: str) -> None:
    text, [(start, end)] = unmark(marked)
    report = reading(text, None)
    [found] = report.of(Timex)
    assert (found.span.start, found.span.end, found.value, found.earliest, found.anchor) == (
        start,
        end,
        None,
        None,
        None,
    )
    assert [(one.code, one.span) for one in report.problems] == [("time-unresolved", found.span)]


def test_instants_are_half_open_and_in_utc() -> None:
    [found] = reading("It fell last week.").of(Timex)
    assert found.earliest == datetime(2031, 5, 5, tzinfo=UTC)
    assert found.latest == datetime(2031, 5, 12, tzinfo=UTC)


def test_a_zone_moves_the_instant() -> None:
    [found] = reading("It closed at 9 a.m. EST Monday.").of(Timex)
    assert found.earliest == datetime(2031, 5, 12, 14, tzinfo=UTC)


def test_anchors() -> None:
    found = reading("On May 2, 2030 it fell. The next day it rose. It was sold yesterday.").of(Timex)
    assert [one.anchor for one in found] == ["absolute", "text", "published"]


@pytest.mark.xfail(strict=True, reason="no tagger: 'headed' looks back although the trip lies ahead")
def test_a_trip_that_begins_tomorrow() -> None:
    [found] = reading("The minister headed Thursday to the coast.").of(Timex)
    assert found.value == "2031-05-15"


WORDS = st.sampled_from(
    [
        "Monday",
        "last",
        "next",
        "week",
        "May",
        "5",
        "2024",
        "Nov.",
        "the",
        "a",
        "two",
        "years",
        "ago",
        "early",
        "9",
        "a.m.",
        "p.m.",
        "GMT",
        "2024-11-04",
        "of",
        "and",
        ",",
        ".",
        "(",
        "in",
        "on",
        "by",
        "every",
        "1980s",
        "century",
        "third",
        "quarter",
        "Christmas",
        "tomorrow",
        "later",
        "99999999",
        "half",
        "day",
        "before",
        "yesterday",
        "-",
        *(
            "to",
            "through",
            "past",
            "o'clock",
            "tonight",
            "midnight",
            "Tuesday",
            "Passover",
            "Ramadan",
            "1007",
            "9999",
            "0410Z",
        ),
        *(
            "same",
            "that",
            "period",
            "time",
            "weeks",
            "hours",
            "straight",
            "month",
            "fiscal",
            "FY33",
            "3Q29",
            "BC",
            "80s",
        ),
        *("“", "”", "said", ":", "dawn", "night", "8", "10", "ET", "centuries", "18th", "19th", "between", "December"),
    ]
)


@given(st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.text(max_size=60)), st.sampled_from([None, PUBLISHED]))
def test_any_text_is_read(text: str, published: date | None) -> None:
    report = reading(text, published)
    found = report.of(Timex)
    for left, right in pairwise(found):
        assert left.span.end <= right.span.start
    for one in found:
        assert one.span.end <= len(text)
        assert len(one.span) > 0
        assert one.earliest is None or one.latest is None or one.earliest < one.latest
    if published is None:
        assert all(one.anchor != "published" for one in found)
    assert all(isinstance(one, Problem) for one in report.problems)


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["day", "week", "month", "quarter", "year", "decade"])
)
def test_a_value_spans_the_day_it_was_made_of(day: date, unit: str) -> None:
    reach = instants(value_of(day, unit))
    assert reach is not None
    assert reach[0].date() <= day < reach[1].date()


def test_movable_days() -> None:
    assert easter(2031) == date(2031, 4, 13)
    assert holiday("11-4-4", 1999) == date(1999, 11, 25)
    assert holiday("05--1-1", 2024) == date(2024, 5, 27)
    assert holiday("02-30", 2024) is None


def test_steps_end_at_the_calendar() -> None:
    assert shift(date(2024, 8, 31), -6, "month") == date(2024, 2, 29)
    assert shift(date(9999, 12, 31), 1, "day") is None
    assert shift(date(1, 1, 1), -1, "year") is None
    assert shift(date(2024, 1, 1), 10**9, "day") is None
