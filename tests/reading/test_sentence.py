"""Sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import unmark

from reportedly.model import Document, Report
from reportedly.reading.sentence import sentences

CASES = [
    ("[He left.] [She stayed.]", "a stop and a capital"),
    ("[“We wait,” he said.] [“It rains.”] [They left.]", "quotation marks close after the stop"),
    ("[The U.S. Navy came.] [It left.]", "an abbreviation goes on with a name"),
    ("[They came from the U.S.] [The ships left.]", "the same abbreviation before a sentence opener"),
    ("[Mr. Varga spoke.]", "a title"),
    ("[It fell on Nov. 8 in the town.]", "a month before a number"),
    ("[“Why?” she asked.]", "a small letter goes on"),
    ("[A headline]\n\n[A text.]", "a paragraph ends without a stop"),
    ("[J. K. Oren spoke.]", "initials"),
    ("[They heard G.K. Butterfield speak.] [Then they left.]", "initials without a space"),
    ("[It rose 2.4 percent.] [Then it fell.]", "a decimal point is no stop"),
    ("[Really?!] [Yes.]", "two marks are one stop"),
]


@pytest.mark.parametrize(("marked", "point"), CASES)
def test_cases(marked: str, point: str) -> None:
    text, expected = unmark(marked)
    found = [(one.span.start, one.span.end) for one in sentences(Report(Document("d", "0" * 64, text)))]
    assert found == expected, point


@given(st.text(alphabet="aB .!?\n”“'1", max_size=80))
def test_every_word_stands_in_exactly_one_sentence(text: str) -> None:
    found = list(sentences(Report(Document("d", "0" * 64, text))))
    covered = [at for one in found for at in range(one.span.start, one.span.end)]
    assert len(covered) == len(set(covered))
    assert {at for at, mark in enumerate(text) if not mark.isspace()} <= set(covered)
