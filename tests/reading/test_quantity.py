"""Quantities: values, bounds, units, what they count."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import unmark

from reportedly.model import Document, Quantity, Report, Sentence, Span, Timex, Token
from reportedly.reading.analysis import tokens
from reportedly.reading.quantity import quantities
from reportedly.reading.reader import Reader, read
from reportedly.reading.sentence import sentences
from reportedly.reading.timex import timexes

READERS = (
    Reader(finds=(Token,), needs=(), read=tokens),
    Reader(finds=(Sentence,), needs=(Token,), read=sentences),
    Reader(finds=(Timex,), needs=(Token, Sentence), read=timexes),
    Reader(finds=(Quantity,), needs=(Token, Sentence, Timex), read=quantities),
)


def reading(text: str) -> Report:
    """Return a report with its quantities."""
    return read(Document("d", "0" * 64, text), READERS)


def only(text: str) -> Quantity:
    """Return the one quantity of a text."""
    [found] = reading(text).of(Quantity)
    return found


# Text, then (low, high, bound, unit) of each bracket in order.
VALUES = [
    ("[3,000] soldiers arrived", [(3000, 3000, "=", None)], "a bare number is exact"),
    ("[at least 3,000] troops crossed", [(3000, None, ">", None)], "open above"),
    ("a force of [up to 88,000] troops", [(None, 88000, "<", None)], "open below"),
    ("[about 12,000] men came", [(12000, 12000, "~", None)], "about keeps the number"),
    ("[close to $82] a barrel", [(82, 82, "~", "USD/barrel")], "a price and its rate"),
    ("[just over 40] homes burned", [(40, None, ">", None)], "two bound words"),
    ("[500 or more] people fled", [(500, None, ">", None)], "a bound after the number"),
    ("[twenty-five] boats sank", [(25, 25, "=", None)], "a hyphened numeral"),
    ("[one hundred and five] boats sank", [(105, 105, "=", None)], "and inside a number"),
    ("[five hundred] men and [three] generals", [(500, 500, "=", None), (3, 3, "=", None)], "and between two numbers"),
    ("[12.5m] barrels a day", [(12500000, 12500000, "=", "barrel/day")], "a magnitude as a letter"),
    ("[half a million] people", [(500000, 500000, "=", None)], "half of a magnitude"),
    ("[dozens] of people fled", [(12, 120, "-", None)], "a word for many"),
    ("[tens of thousands] of people fled", [(10000, 100000, "-", None)], "tens of thousands"),
    ("[Several hundred] people and [a few thousand] dogs", [(100, 1000, "-", None), (1000, 10000, "-", None)], "as hundreds and thousands"),
    ("[one in ten] homes burned", [(Decimal("0.1"), Decimal("0.1"), "=", None)], "a part of a whole"),
    ("[nine out of 10] homes burned", [(Decimal("0.9"), Decimal("0.9"), "=", None)], "another"),
    ("gas cooled to [minus-260] degrees Fahrenheit", [(-260, -260, "=", "degF")], "a minus in words"),
    ("sites at [$21.25] per square foot", [(Decimal("21.25"),) * 2 + ("=", "USD/ft2")], "a rate by a unit of two words"),
    ("an offer of [C$6] ([US$4.46]) per share", [(6, 6, "=", "CAD/share"), (Decimal("4.46"),) * 2 + ("=", "USD")], "brackets before a rate"),
    ("with [22] fires, against [20] per week", [(22, 22, "=", None), (20, 20, "=", "1/week")], "a rate of things counted"),
    ("prices rose [2 percent] but fell by [1].", [(2, 2, "=", "%"), (1, 1, "=", "%")], "a unit carried on"),
    ("a [7]- or [8-inch] screen".replace("8-inch]", "8]-inch"), [(7, 7, "=", "in"), (8, 8, "=", "in")], "a unit that stands ahead"),
    ("[two-thirds] of the voters", [(Decimal(2) / 3, Decimal(2) / 3, "=", None)], "a fraction"),
    ("between [20 and 30] people", [(20, 30, "-", None)], "a range"),
    ("[20-30] people", [(20, 30, "-", None)], "a range with a hyphen"),
    ("[$3 to $5 billion] in aid", [(3000000000, 5000000000, "-", "USD")], "a magnitude said once"),
    ("it rose from [1,500] to [11,000] people", [(1500, 1500, "=", None), (11000, 11000, "=", None)], "a move is two levels"),
    ("shares fell [2.4%] to [£79.03]", [(Decimal("2.4"),) * 2 + ("=", "%"), (Decimal("79.03"),) * 2 + ("=", "GBP")], "two units are no range"),
    ("[0.5pc] less", [(Decimal("0.5"), Decimal("0.5"), "=", "%")], "a joined unit"),
    ("[1,600] square kilometres", [(1600, 1600, "=", "km2")], "a unit of two words"),
    ("for [three] weeks they hid", [(3, 3, "=", "week")], "a length of time is a measure"),
    ("on 5 November 2024 at 10:30 GMT", [], "dates and clock times are none"),
    ("in 1999 and 2004 it closed", [], "years are none"),
    ("the 15th man, the third car", [], "ordinals are none"),
    ("cut from [$3bn] to [$2bn]", [(3000000000, 3000000000, "=", "USD"), (2000000000, 2000000000, "=", "USD")], "a fall is two levels"),
    ("village No. 9 on Highway 4", [], "a number with its sign"),
    ("Flight 370 left from Gate 12", [], "numbers as names"),
    ("a MiG-29, a Boeing 737 and Covid-19", [], "models are names"),
    ("they won 3-2 at home", [], "a score"),
    ("Ana Varga, [44], agreed", [(44, 44, "=", "year")], "an age in apposition"),
    ("fell in Port Velm, 12, and in Old Askrel, 8, by noon", [], "numbers beside places are no ages"),
    ("no one came, one after another", [], "a pronoun"),
    ("[one] soldier remained", [(1, 1, "=", None)], "one with its noun"),
    ("1. Begin here\n2. Go on", [], "numbers of a list"),
    ("there were [no] casualties", [(0, 0, "=", None)], "none is zero"),
    ("it grew [seven]fold", [(7, 7, "=", "times")], "a factor"),
    ("it cost [half a million] euros and [a quarter million] more", [(500000, 500000, "=", "EUR"), (250000, 250000, "=", None)], "shares of a magnitude"),
    ("a [1/4] mile off, not 9/11 and 24/7", [(Decimal("0.25"), Decimal("0.25"), "=", "mi")], "a written fraction"),
    ("[half a] mile away", [(Decimal("0.5"), Decimal("0.5"), "=", "mi")], "half of a unit"),
    ("launder [RM3.06mil] there", [(3060000, 3060000, "=", "MYR")], "letters on both sides"),
    ("[three to four dozen] men", [(36, 48, "-", None)], "a dozen said once"),
    ("sub-[7] nanometre chips", [(None, 7, "<", "nm")], "a bound joined to the number"),
    ("[70-odd] migrants", [(70, 70, "~", None)], "odd"),
    ("rooms start at [£4,000] a night", [(4000, None, ">", "GBP/night")], "a bound that is no part of the words"),
    ("[approx. 62] nm SW of Velm", [(62, 62, "~", "nmi")], "nautical miles"),
    ("a film of [62] nm", [(62, 62, "=", "nm")], "nanometres"),
    ("close to [$82] a barrel after the blast".replace("close to [$82]", "[close to $82]"), [(82, 82, "~", "USD/barrel")], "a price that time follows"),
    ("he paid [10] € and [5] $", [(10, 10, "=", "EUR"), (5, 5, "=", "USD")], "signs behind"),
    ("[100° Celsius], [20] °C and [2] m", [(100, 100, "=", "Cel"), (20, 20, "=", "Cel"), (2, 2, "=", "m")], "degrees and metres"),
    ("[5] million Pakistani rupees".replace("[5] million", "[5 million]"), [(5000000, 5000000, "=", "PKR")], "whose rupees"),
    ("[200] rupees", [(200, 200, "=", "rupee")], "nobody says whose rupees"),
    ("[25] pounds of explosives and a [500]-pound bomb", [(25, 25, "=", "lb"), (500, 500, "=", "lb")], "a weight"),
    ("they paid [3 dollars and 50] cents", [(Decimal("3.5"),) * 2 + ("=", "USD")], "a sum with its hundredths"),
    ("they lost [75] USD million", [(75000000, 75000000, "=", "USD")], "a magnitude behind the currency"),
    ("a fine of [25] pounds, a [500]-pound fine", [(25, 25, "=", "GBP"), (500, 500, "=", "GBP")], "money"),
    ("she weighed [90] pounds", [(90, 90, "=", "lb")], "a verb of weighing"),
    ("a fault in turbine three", [], "a label before a word"),
    ("one of hundreds of guests".replace("hundreds", "[hundreds]"), [(100, 1000, "-", None)], "one of many is no count"),
    ("Of the [eight] who are still missing", [(8, 8, "=", None)], "a relative clause"),
    ("[Not one] franc was paid, [not a single] coin", [(0, 0, "=", None), (0, 0, "=", None)], "not one is zero"),
    ("[nobody] was hurt and [no] civilians were killed", [(0, 0, "=", None), (0, 0, "=", None)], "nobody is zero where harm is told"),
    ("nobody came and no ministers agreed", [], "no harm, no count"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected", "point"), VALUES)
def test_values(marked: str, expected: list[tuple[object, ...]], point: str) -> None:
    text, spans = unmark(marked)
    found = reading(text).of(Quantity)
    assert [(one.span.start, one.span.end) for one in found] == spans, point
    assert [(one.low, one.high, one.bound, one.unit) for one in found] == expected, point


COUNTED = [
    ("about 12,000 northern soldiers, including", "northern soldiers", "adjectives narrow the noun"),
    ("27 undersecretaries of the ministries who run it", "undersecretaries of the ministries", "of goes on"),
    ("40 militants were hurt", "militants", "the verb ends it"),
    ("a 12 page document was lost", "page", "what there are so many of"),
    ("460 Velm and Askrel vehicles", "Velm and Askrel vehicles", "two names before one noun"),
    ("players over the age of 21", "age", "an age in years"),
    ("81% of manufacturers agreed", "manufacturers", "a share of something"),
    ("ten IS commanders left", "IS commanders", "an acronym is no verb"),
    ("a 31-year-old man", "age", "an age"),
    ("a boy of nineteen.", "age", "an age of a person"),
    ("The youngest was nineteen.", "age", "an age of the youngest"),
    ("He will be 35 by June.", "age", "an age told of him"),
    ("Women aged 25 to 54 marched.", "age", "a range of ages"),
    ("Children under 12 left.", "age", "an age as a bound"),
    (
        "one of the most gifted and unpredictable players",
        "most gifted and unpredictable players",
        "two adjectives after most",
    ),
    ("63,150 Model 3s", "Model 3s", "a model in the plural"),
    ("the remaining eight sailors", "remaining sailors", "what narrows stands before the number"),
    ("half the houses", "houses", "an article inside"),
    ("a 300-strong force", "force", "a strength"),
    ("The number of attackers was put at 12.", "attackers", "the number of them"),
]


@pytest.mark.parametrize(("text", "counted", "point"), COUNTED)
def test_what_is_counted(text: str, counted: str, point: str) -> None:
    assert only(text).counted == counted, point


HARM = [
    ("The blast killed at least five people.", ["killed"], "the verb before"),
    ("About 40 militants were injured.", ["wounded"], "the participle after"),
    ("It killed ten men and wounded 40 more.", ["killed", "wounded"], "each its own verb"),
    ("The fall left 12 dead and 30 missing.", ["killed", "missing"], "adjectives after"),
    ("It displaced 400 families.", ["displaced"], "driven from home"),
    ("It saw 12 villagers killed as well as six soldiers.", ["killed", "killed"], "a list goes on"),
    ("Police hired 12 clerks.", [None], "nothing befell them"),
    ("Five soldiers deployed to the coast were killed.", ["killed"], "a passive further off"),
    ("It killed a nurse and two patients.", ["killed"], "the second of a list"),
    (
        "At least 17 people, among them five children, died.",
        ["killed", None],
        "members between commas; a part has its whole's",
    ),
    ("The number of dead rose to 47 from 31.", ["killed", "killed"], "the dead"),
    ("Two of the five guards were killed.", ["killed", None], "those out of whom they were are not"),
    ("None of the 12 sailors was hurt.", ["wounded", None], "nor those of whom none was"),
    ("All but one of the guards were killed.", ["killed"], "an exception's whole"),
]


@pytest.mark.parametrize(("text", "harms", "point"), HARM)
def test_harm(text: str, harms: list[str | None], point: str) -> None:
    assert [one.harm for one in reading(text).of(Quantity)] == harms, point


def test_ellipsis_takes_what_was_counted_before() -> None:
    found = reading("It killed ten sailors and wounded 40 more.").of(Quantity)
    assert [one.counted for one in found] == ["sailors", "sailors"]


def test_parts_hang_on_their_whole() -> None:
    total, *parts = reading("About 900 sailors, including 50 officers and three admirals, came.").of(Quantity)
    assert [one.part_of for one in parts] == [total.span, total.span]
    assert [one.role for one in (total, *parts)] == ["total", "part", "part"]


@pytest.mark.parametrize("text", ["It killed four men, two of them boys.", "They sent 90 drones, of which 70 fell."])
def test_parts_told_by_of_them(text: str) -> None:
    total, part = reading(text).of(Quantity)
    assert part.part_of == total.span


def test_a_whole_with_an_exception_is_counted_too() -> None:
    whole, count, _ = reading("All 49 people on board died, except for two sailors.").of(Quantity)
    assert whole.exception
    assert count.low == 49
    assert count.counted == "people"


def test_changes_and_levels() -> None:
    found = reading("Grain rose $1.50, or 2.4%, to $79 a bushel.").of(Quantity)
    assert [one.role for one in found] == ["change", "change", "total"]


def test_projection() -> None:
    assert only("The force could grow to 88,000 troops.").projection
    assert not only("The force was 88,000 troops.").projection


@pytest.mark.parametrize("text", ["All but one of the crew died.", "All members of the crew, except one, died."])
def test_all_but_one(text: str) -> None:
    found = only(text)
    assert found.low is found.high is None
    assert found.exception
    assert found.excepted == 1
    assert found.span.cut(text).startswith("All")


def test_words_without_a_number_are_a_problem() -> None:
    report = reading("Several guards were killed. Several guards slept.")
    assert report.of(Quantity) == ()
    [problem] = report.problems
    assert (problem.code, problem.span) == ("quantity-unbounded", Span(0, 14))


def test_a_shared_noun() -> None:
    left, _ = reading("He held two northern and two southern sailors.").of(Quantity)
    assert left.counted == "northern sailors"


_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    """Write a number below a million in words."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10 - 2] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{_ONES[number // 100]} hundred" + (f" and {spelled(number % 100)}" if number % 100 else "")
    return f"{spelled(number // 1000)} thousand" + (f" {spelled(number % 1000)}" if number % 1000 else "")


@given(st.integers(0, 999_999))
def test_words_come_back_as_numbers(number: int) -> None:
    assert only(f"they saw {spelled(number)} boats").low == number


@given(st.integers(0, 10**15))
def test_digits_come_back_as_numbers(number: int) -> None:
    assert only(f"they saw {number:,} boats").low == number


WORDS = st.sampled_from(
    [
        "about",
        "at",
        "least",
        "12,000",
        "5",
        "0.5",
        "%",
        "$",
        "to",
        "-",
        "and",
        "or",
        "between",
        "from",
        "all",
        "but",
        "one",
        "except",
        "killed",
        "people",
        "million",
        "half",
        "a",
        "third",
        "of",
        "including",
        "rose",
        "by",
        "no",
        "casualties",
        "several",
        "hundred",
        "dozens",
        "m",
        "bn",
        ",",
        ".",
        "(",
        "2024",
        "Section",
        "-5",
        "½",
        "1/2",
        "RM120,000",
        "year-old",
    ]
)


@given(st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.text(max_size=60)))
def test_any_text_is_read(text: str) -> None:
    found = reading(text).of(Quantity)
    for left, right in pairwise(found):
        assert left.span.end <= right.span.start
    for one in found:
        assert len(one.span) > 0
        assert one.span.end <= len(text)
        assert one.low is None or one.high is None or one.low <= one.high
        assert one.exception == (one.excepted is not None)


@pytest.mark.parametrize(
    ("text", "role", "harm"),
    [
        ("Three of the dead were children.", "part", "killed"),
        ("Around 5,000 of the evacuees have since returned home.", "part", "displaced"),
        ("Two of those killed in the blast have been named.", "part", "killed"),
        ("Six of the miners are still missing.", "total", "missing"),  # what befell six, of whomever they are a part
        ("Five of the evacuees were killed.", "total", "killed"),
    ],
)
def test_some_of_the_harmed_are_a_part_of_them(text: str, role: str, harm: str) -> None:
    [found] = reading(text).of(Quantity)
    assert (found.role, found.harm) == (role, harm)


def test_a_level_goes_on_with_the_whole_and_not_with_its_part() -> None:
    found = reading("The number of Velm troops rose to 11,000, including 500 cooks. It could grow to 20,000.").of(
        Quantity
    )
    assert [one.counted for one in found] == ["Velm troops", "cooks", "Velm troops"]
    assert found[-1].projection


def test_of_them_points_back_over_a_sentence() -> None:
    whole, part = reading("About 8,000 people left. Some 3,000 of them were moved.").of(Quantity)
    assert (part.part_of, part.role, part.counted) == (whole.span, "part", "people")


def test_a_sum_takes_no_noun_from_the_sentence_before() -> None:
    *_, last = reading("There were five boys. He said that it was 5 million.").of(Quantity)
    assert last.counted is None


def test_a_forecast_in_other_words_is_a_forecast() -> None:
    found = reading("The firm will cut 2,300 jobs, or about 8% of its staff.").of(Quantity)
    assert [one.projection for one in found] == [True, True]


@pytest.mark.parametrize("text", ["The 31-year-old fell ill.", "The debt makes up about 19 billion euros."])
def test_no_change(text: str) -> None:
    assert only(text).role == "total"
