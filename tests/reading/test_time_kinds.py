"""Every kind of time that the news has, by kind. Published on Wednesday 14 May 2031 unless a case says otherwise."""

from datetime import UTC, date, datetime

import pytest
from marked import unmark
from timed import reading

from reportedly.model import Timex
from reportedly.reading.calendar import holiday, instants, orthodox_easter
from reportedly.reading.hebrew import gregorian

SEASONS = [
    ("It burned [last summer].", ["2030-SU"]),
    ("It opens in [the spring of 2032].", ["2032-SP"]),
    ("The river froze in [the winter of 2029-30].", ["2029-WI"]),
    ("[This winter] was mild.", ["2030-WI"]),
    ("The mill will reopen by [autumn].", ["2031-FA"]),
    ("It closed in [the spring].", ["2031-SP"]),
    ("The fall of the town was quick.", []),
    ("They wore winter coats in summer dresses.", []),
]
QUARTERS = [
    ("It fell in [the third quarter of last year].", ["2030-Q3"]),
    ("It rose in [Q3 2029] and [3Q30].", ["2029-Q3", "2030-Q3"]),
    ("It rose in [the first quarter].", ["2031-Q1"]),
    ("It will fall in [the fourth quarter].", ["2031-Q4"]),
    ("It fell in [the fourth quarter].", ["2030-Q4"]),
    ("Profit rose in [the second half of 2030].", ["2030-H2"]),
    ("Profit rose in [the first half of the year].", ["2031-H1"]),
    ("He scored in the first half.", []),
]
FISCAL = [
    ("It was budgeted for [fiscal year 2032].", ["FY2032"]),
    ("It was budgeted for [FY2033] and [FY34].", ["FY2033", "FY2034"]),
    ("It rose in [the 2031/32 financial year].", ["FY2031"]),
    ("It fell in [the second quarter of fiscal 2030].", ["FY2030-Q2"]),
    ("[The current fiscal year] is bad.", [None]),
]
WEEKS = [
    ("It fell in [the first week of May].", ["2031-W18"]),
    ("It fell in [the last week of March].", ["2031-W13"]),
    ("It fell in [the second week of October 2029].", ["2029-W41"]),
    ("It fell in [the week ending May 3].", ["2031-W18"]),
    ("It fell in [the week beginning Monday, 5 May].", ["2031-W19"]),
    ("It fell on [the weekend of May 3].", ["2031-W18-WE"]),
    ("[Last week on Tuesday] it fell.", ["2031-05-06"]),
    ("It is due on [Monday two weeks from now].", ["2031-05-26"]),
    ("It fell [two Sundays ago].", ["2031-05-04"]),
]
NUMBERED = [
    ("It falls on [the third Monday of May].", ["2031-05-19"]),
    ("It fell on [the first Tuesday in November 2030].", ["2030-11-05"]),
    ("It ends on [the last Friday of the month].", ["2031-05-30"]),
    ("It is due on [the last day of May].", ["2031-05-31"]),
    ("They meet on [the first Monday of every month].", ["P1M"]),
    ("It fell on [the 20th], and will open on [the 29th].", ["2031-04-20", "2031-05-29"]),
    ("He sat on the 4th floor.", []),
    ("It grew since [1998], for [the third year running].", ["1998", "2031"]),
    ("Prices rose for [a third straight week].", ["2031-W20"]),
]
DECADES = [
    ("It grew in [the 1970s] and [80s].", ["197", "198"]),
    ("It grew in [the late eighties].", ["198"]),
    ("It grew in [the 18th] and [19th centuries].", ["17", "18"]),
    ("It grew in [the early 20th century].", ["19"]),
    ("It was built in [44 BC] and razed in [AD 70].", ["BC0044", "0070"]),
    ("She is in her seventies.", []),
]
HOLIDAYS = [
    ("He left [the day after Christmas].", ["2030-12-26"]),
    ("It opened [the week after Easter].", ["2031-W16"]),
    ("He came on [the Monday before Christmas].", ["2030-12-23"]),
    ("It fell on [Christmas morning].", ["2030-12-25TMO"]),
    ("It fell on [Passover].", ["2031-04-08"]),
    ("It fell on [Orthodox Easter].", ["2031-04-13"]),
    ("It fell in [Ramadan].", [None]),
    ("It fell on [Lunar New Year].", [None]),
]
SETS = [
    ("They meet [every Tuesday] and [Thursday].", ["XXXX-WXX-2", "XXXX-WXX-4"]),
    ("It shuts at [weekends].", ["XXXX-WXX-WE"]),
    ("It strikes three times [a day].", ["P1D"]),
    ("They meet [every other week].", ["P2W"]),
    ("The Spanish daily El Norte said so.", []),
    ("A Spanish daily said so.", []),
]
RANGES = [
    ("It is open between [8] and [10 a.m.]", ["2031-05-14T08:00", "2031-05-14T10:00"]),
    ("It is open from [8] to [10 p.m. on Monday].", ["2031-05-12T20:00", "2031-05-12T22:00"]),
    ("It is open [9am]-[5pm Tuesday].", ["2031-05-13T09:00", "2031-05-13T17:00"]),
    ("The curfew runs from [8 p.m.] to [6 a.m.]", ["2031-05-14T20:00", "2031-05-15T06:00"]),
    ("It fell between [3] and [5 May].", ["2031-05-03", "2031-05-05"]),
    ("It ran from [May 28] to [3 June 2030].", ["2030-05-28", "2030-06-03"]),
    ("It ran from [28 December] to [3 January].", ["2030-12-28", "2031-01-03"]),
    ("Sales rose in [April]-[June 2030].", ["2030-04", "2030-06"]),
    ("It ran between [November] and [March].", ["2030-11", "2031-03"]),
    ("It is open from [Tuesday] through [Thursday].", ["2031-05-13", "2031-05-15"]),
    ("It fell on [Tuesday] and [Thursday].", ["2031-05-13", "2031-05-08"]),
    ("It ran from [2019] to [2021].", ["2019", "2021"]),
    ("It takes [six] to [eight weeks].", ["P6W", "P8W"]),
    ("It began two to [three weeks ago].", ["2031-W17"]),
    ("It takes between [two] and [four months].", ["P2M", "P4M"]),
]
PARTS = [
    ("It fell in [the early hours of Sunday].", ["2031-05-11TMO"]),
    ("It fell on [the night of May 3].", ["2031-05-03TNI"]),
    ("It fell before [dawn] on [Tuesday].", ["2031-05-13TMO", "2031-05-13"]),
    ("It fell at [Sunday lunchtime].", ["2031-05-11TMI"]),
    ("It shut on [Monday]. At [dawn] it opened.", ["2031-05-12", "2031-05-12TMO"]),
]
HOURS = [
    ("It begins at [8 o'clock tonight].", ["2031-05-14T20:00"]),
    ("It begins [7:30 tonight].", ["2031-05-14T19:30"]),
    ("It begins at [six on Monday].", ["2031-05-12T06:00"]),
    ("It begins at [five-thirty tomorrow evening].", ["2031-05-15T17:30"]),
    ("It ended at [half past six].", ["2031-05-14T06:30"]),
    ("It ended at [a quarter to nine in the evening].", ["2031-05-14T20:45"]),
    ("It ends at [midnight tonight].", ["2031-05-14T24:00"]),
    ("It fell at [3 p.m. local time on Tuesday].", ["2031-05-13T15:00"]),
    ("It was boarded [0410Z].", ["2031-05-14T04:10Z"]),
    ("On [Tuesday] it fell. At [3 p.m.] it rose.", ["2031-05-13", "2031-05-13T15:00"]),
    ("In [1989] the wall fell. High [noon] came.", ["1989", "2031-05-14T12:00"]),
]
CHAINS = [
    ("It fell on [Monday]. [The next day] it rose.", ["2031-05-12", "2031-05-13"]),
    ("In [2019] it closed. [The next day] it rained.", ["2019", None]),
    ("It rang at [9 a.m.] [Half an hour later] it fell.", ["2031-05-14T09:00", "2031-05-14T09:30"]),
    ("It fell in [April] from [the same month a year ago].", ["2031-04", "2030-04"]),
    ("It rose in [the third quarter of 2030] from [the same period a year earlier].", ["2030-Q3", "2029-Q3"]),
    ("The talks ended in [June 2030]. By [that time] he had left.", ["2030-06", "2030-06"]),
    ("It fell [two years, one month and 3 days ago].", ["2029-04-11"]),
    ("It fell [a year and a half ago].", ["2029"]),
    ("It is due [two weeks from next Friday].", ["2031-05-30"]),
    ("It lasted [two years and three months].", ["P2Y3M"]),
]
VAGUE = [
    ("It was sold [years ago].", ["PAST_REF"]),
    ("It was sold. [Days later] it burned.", [None]),
    ("It flooded in [the past].", ["PAST_REF"]),
    ("For [the past two years] it flooded.", ["P2Y"]),
    ("[These days] it floods.", ["PRESENT_REF"]),
    ("Now the mayor has to go.", []),
    ("It rose over [recent years].", ["PXY"]),
    ("It is due by [year-end].", ["2031"]),
    ("It is up 20 percent for [the year].", ["2031"]),
]
TENSES = [
    ("The trial is set to begin on [Friday].", ["2031-05-16"]),
    ("They will have a vote on [Friday].", ["2031-05-16"]),
    ("He told me: “By [Christmas] we will have a new face.”", ["2031-12-25"]),
    ("They drove to the port on [Friday] and will stay.", ["2031-05-09"]),
    ("Until [Thursday], they had called him a witness.", ["2031-05-08"]),
    ("The bridge stays shut until [Thursday].", ["2031-05-15"]),
]
WRITTEN = [
    ("It fell on [Friday 2031-05-09].", ["2031-05-09"]),
    ("It fell on [Saturday] ([May 3]).", ["2031-05-03", "2031-05-03"]),
    ("It was dated [5/3/98].", ["1998-05-03"]),
    ("It was sold on [Dec31, 1994].", ["1994-12-31"]),
    ("It fell on [2 May last year].", ["2030-05-02"]),
    ("Seas rise by [2100].", ["2100"]),
    ("Closed until [Friday]\n[May 15, 2031] The mill is shut.", ["2031-05-16", "2031-05-15"]),
]
CASES = [
    pytest.param(*case, id=f"{kind}-{number}")
    for kind, cases in (
        ("season", SEASONS), ("quarter", QUARTERS), ("fiscal", FISCAL), ("week", WEEKS), ("numbered", NUMBERED),
        ("decade", DECADES), ("holiday", HOLIDAYS), ("set", SETS), ("range", RANGES), ("part", PARTS), ("hour", HOURS),
        ("chain", CHAINS), ("vague", VAGUE), ("tense", TENSES), ("written", WRITTEN),
    )
    for number, case in enumerate(cases)
]  # fmt: skip


@pytest.mark.parametrize(("marked", "values"), CASES)
def test_kinds(marked: str, values: list[str | None]) -> None:
    text, spans = unmark(marked)
    found = reading(text).of(Timex)
    assert [(one.span.start, one.span.end) for one in found] == spans
    assert [one.value for one in found] == values


STANDPOINTS = [
    ("“We will attack [tomorrow],” General Orro said on [Monday].", ["2031-05-13", "2031-05-12"], "text"),
    ("General Orro said on [Monday]: “We attacked [yesterday].”", ["2031-05-12", "2031-05-11"], "published"),
    ("On [Sunday], the mayor told reporters, “[Tonight] we rest.”", ["2031-05-11", "2031-05-11TNI"], "published"),
    ("“The dam broke [today],” she said. He denied it on [Sunday].", ["2031-05-14", "2031-05-11"], "published"),
    ("“It was cold [last night],” said Ana Varga, who was elected on [Monday].", ["2031-05-13TNI", "2031-05-12"], "published"),
    ("KOLVEN, [May 12] (Wire) — It broke on [Sunday].", ["2031-05-12", "2031-05-11"], "published"),
    ("KOLVEN, [12 May 2031] - A dam broke [yesterday].", ["2031-05-12", "2031-05-11"], "absolute"),
    ("SOMEPLACE, [MARCH 3] - A fire broke out [yesterday].", ["2031-03-03", "2031-05-13"], "published"),
    ("Monday, [May 5] - It broke [yesterday].", ["2031-05-05", "2031-05-13"], "published"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "values", "anchor"), STANDPOINTS)
def test_what_is_quoted_or_sent_under_a_date_hangs_on_its_own_day(marked: str, values: list[str], anchor: str) -> None:
    text, spans = unmark(marked.replace("Monday, [May 5]", "[Monday, May 5]"))
    found = reading(text).of(Timex)
    assert [(one.span.start, one.span.end) for one in found] == spans
    assert [one.value for one in found] == values
    assert found[0].anchor == anchor


def test_a_dateline_dates_a_report_that_has_no_other_day() -> None:
    found = reading("KOLVEN, 12 May 2031 - A dam broke yesterday.", None).of(Timex)
    assert [(one.value, one.anchor) for one in found] == [("2031-05-12", "absolute"), ("2031-05-11", "text")]


ZONES = [
    ("It fell at 10:35 a.m. (0735 GMT) Monday.", datetime(2031, 5, 12, 7, 35, tzinfo=UTC)),
    ("It fell at 1:35 a.m. (2035 GMT).", datetime(2031, 5, 13, 20, 35, tzinfo=UTC)),
    ("It fell at 9 a.m. Eastern time Monday.", datetime(2031, 5, 12, 13, tzinfo=UTC)),
    ("It fell at 9 a.m. ET on January 6, 2031.", datetime(2031, 1, 6, 14, tzinfo=UTC)),
    ("It fell at 18:00 Moscow time on Monday.", datetime(2031, 5, 12, 15, tzinfo=UTC)),
    ("It fell at 15:00 UTC+3 on Monday.", datetime(2031, 5, 12, 12, tzinfo=UTC)),
]


@pytest.mark.parametrize(("text", "instant"), ZONES)
def test_zones(text: str, instant: datetime) -> None:
    found = reading(text).of(Timex)[0]
    assert found.earliest == instant


def test_a_fiscal_year_is_no_calendar_year() -> None:
    [found] = reading("It was budgeted for fiscal year 2032.").of(Timex)
    assert (found.earliest, found.latest) == (datetime(2031, 1, 1, tzinfo=UTC), datetime(2034, 1, 1, tzinfo=UTC))
    assert instants("FY2032-Q1") is None


# Days printed in the tables of Reingold and Dershowitz, Calendrical Tabulations (2002), and in the calendars of 2024.
FEASTS = [
    ("hebrew-1-15", 2024, date(2024, 4, 23)),
    ("hebrew-7-1", 2024, date(2024, 10, 3)),
    ("hebrew-7-10", 2023, date(2023, 9, 25)),
    ("hebrew-9-25", 2024, date(2024, 12, 26)),
    ("hebrew-0-14", 2024, date(2024, 3, 24)),
    ("orthodox", 2024, date(2024, 5, 5)),
    ("orthodox", 2023, date(2023, 4, 16)),
    ("seen", 2024, None),
]


@pytest.mark.parametrize(("rule", "year", "day"), FEASTS)
def test_feasts(rule: str, year: int, day: date | None) -> None:
    assert holiday(rule, year) == day


def test_feasts_at_the_ends_of_the_calendar() -> None:
    assert gregorian(7, 1, 9999) is not None
    assert gregorian(1, 15, 1) is not None
    assert orthodox_easter(1500) is None
