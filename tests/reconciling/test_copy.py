"""Texts that reports have in common."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Credit, Document, Report, Span
from reportedly.reconciling.copy import copies

PASSAGE = (
    "Engineers who had gone down into the gatehouse before dawn found the second turbine cracked along its whole length and water "
    "standing to the height of a man in the hall behind it, the operator of the dam told the commission on Thursday evening."
)
FIRST = "The commission sat for nine hours and heard forty witnesses from both banks of the river. "
LATER = "Families waited in the rain outside the town hall for news of the men who had been on duty that night. "
QUOTE = "“We have counted every lamp and every rope and every man that went down into the gatehouse before dawn and nobody is missing from the list that we were given by the operator” "


def plain(id_: str, text: str, day: date | None = None, agency: str | None = None, outlet: str | None = None) -> Report:
    credits_ = (Credit(Span(0, 1), agency),) if agency else ()
    return Report(Document(id_, "0" * 64, text, published=day, credits=credits_, outlet=outlet))


CASES = [
    (PASSAGE, PASSAGE, "copy", 1.0),  # word for word
    (PASSAGE, PASSAGE.replace("second", "third"), "copy", 0.9),  # one word changed
    (PASSAGE, (FIRST + LATER) * 3 + PASSAGE, "contains", 1.0),  # whole inside a longer text
    (FIRST * 3 + PASSAGE, LATER * 4 + PASSAGE, "shares", 0.3),  # a passage among text of their own
]


@pytest.mark.parametrize(("left", "right", "relation", "coverage"), CASES)
def test_common_text_is_named_and_measured(left: str, right: str, relation: str, coverage: float) -> None:
    [copy] = copies([plain("a", left), plain("b", right)])
    assert copy.relation == relation
    assert copy.coverage >= coverage
    texts = {"a": left, "b": right}
    for one, two in copy.spans:
        assert one.cut(texts[copy.report]).lower() == two.cut(texts[copy.of]).lower()


def test_a_quotation_that_both_give_is_shared_and_no_copy() -> None:
    [shared] = copies([plain("a", FIRST * 2 + QUOTE), plain("b", LATER * 2 + QUOTE)])
    assert shared.relation == "shares"
    assert "quotation" in shared.because


def test_a_short_quotation_that_both_give_is_nothing() -> None:
    short = "“Nobody is missing from the list that we were given by the operator” "
    assert copies([plain("a", FIRST * 2 + short), plain("b", LATER * 2 + short)]) == ()


def test_many_short_quotations_that_both_give_are_shared_when_they_are_a_good_part() -> None:
    said = [
        "“We counted every lamp on the wall before the shift went down that night”",
        "“Nobody asked the men at the gate whether the water had risen since noon”",
        "“The pump was old and the second one had been sent away for parts”",
        "“I shall say to the judge what I have said to you here today”",
        "“It was dark and I heard a noise like a train in a tunnel”",
    ]
    left = " ".join(f"{quote} she told the court on day {at}." for at, quote in enumerate(said))
    right = " ".join(f"So the widow put it: {quote}, and then she sat down again." for quote in said)
    [shared] = copies([plain("a", left), plain("b", right)])
    assert (shared.relation, len(shared.spans)) == ("shares", len(said))
    assert "quotations stand in both" in shared.because
    little = " ".join(right.split()[:40]) + " " + LATER * 6
    assert copies([plain("a", left + " " + FIRST * 9), plain("b", little)]) == ()


def test_a_text_with_damaged_letters_is_known() -> None:
    text = (PASSAGE + " " + FIRST + LATER) * 2
    damaged = "".join("1" if at % 17 == 5 and letter.isalpha() else letter for at, letter in enumerate(text))
    [copy] = copies([plain("a", text), plain("b", damaged)])
    assert copy.relation == "copy"
    assert "damaged" in copy.because
    assert copies([plain("b", damaged), plain("a", text)]) == (copy,)


def test_a_stock_phrase_is_no_copy() -> None:
    phrase = "were taken to hospital and then driven to the town of Maravel. "
    assert copies([plain("a", FIRST + "The men " + phrase), plain("b", LATER + "Two guards " + phrase)]) == ()


def test_the_later_report_has_it_second() -> None:
    [copy] = copies([plain("b", PASSAGE, date(2025, 6, 3)), plain("a", PASSAGE, date(2025, 6, 4))])
    assert (copy.report, copy.of) == ("a", "b")
    assert "later" in copy.because


def test_a_report_that_says_it_was_supplied_has_it_second() -> None:
    text = "An explosion before dawn on Tuesday damaged the gatehouse of the dam on the border river, a senior official said in the town."
    supplied = f"{text}\nThis article was supplied by Ibex Wire"
    signed = f"{text} More is known of it than that, and it will be told here.\n(Reporting by Ann Lee)"
    credit = (Credit(Span(len(text) + 1, len(supplied)), "Ibex Wire"),)
    own = (Credit(Span(len(signed) - 22, len(signed)), "Ibex Wire"),)
    first = Report(Document("R1", "0" * 64, signed, published=date(2025, 6, 3), credits=own))
    second = Report(Document("R2", "0" * 64, supplied, published=date(2025, 6, 3), credits=credit))
    [copy] = copies([second, first])
    assert (copy.report, copy.of) == ("R2", "R1")
    assert "supplied" in copy.because


def test_the_report_that_credits_an_agency_has_it_second() -> None:
    day = date(2025, 6, 3)
    [copy] = copies([plain("a", PASSAGE, day, agency="Pelagos Wire"), plain("b", PASSAGE, day, outlet="Pelagos Wire")])
    assert (copy.report, copy.of) == ("a", "b")
    assert "credits" in copy.because


@given(st.permutations([("a", PASSAGE), ("b", FIRST + PASSAGE), ("c", LATER + PASSAGE), ("d", FIRST)]))
def test_arrival_order_makes_no_difference(order: list[tuple[str, str]]) -> None:
    first = copies(plain(id_, text) for id_, text in sorted(order))
    assert copies(plain(id_, text) for id_, text in order) == first


def test_an_empty_text_is_no_copy() -> None:
    assert copies([plain("a", ""), plain("b", ""), plain("c", PASSAGE)]) == ()
