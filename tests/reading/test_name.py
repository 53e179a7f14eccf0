"""The spelling of names, apart from what a whole report makes of them."""

import pytest

from reportedly.model import Document, Report, Sentence, Span, Token
from reportedly.reading.analysis import tokens
from reportedly.reading.name import names
from reportedly.reading.sentence import sentences
from reportedly.reading.vocabulary import plural, vocabulary
from reportedly.reading.word import worded


def named(text: str) -> list[tuple[str, str | None]]:
    report = Report(Document("d", "0" * 64, text))
    report = report.grown({Token: tuple(tokens(report)), Sentence: tuple(sentences(report))})
    words = vocabulary("en")
    return [(one.name, one.description) for _, sentence in worded(report, words) for one in names(sentence, words)]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Gen. Ana Oren spoke.", "Ana Oren", "Gen."),  # a title with its stop
        ("Norwegian Prime Minister Ana Oren spoke.", "Ana Oren", "Norwegian Prime Minister"),  # two words of title
        ("The People’s Bank of Tessaly spoke.", "People’s Bank of Tessaly", None),  # an apostrophe inside
        ("Kesta & Holm spoke.", "Kesta & Holm", None),  # an ampersand
        ("The Red/White movement spoke.", "Red/White", None),  # a stroke
        ("They saw al-Kesta again.", "al-Kesta", None),  # a small particle joined on
        ("He reads the Journal of Kesta.", "Journal of Kesta", None),  # "of" after a noun that takes it
    ],
)
def test_name_and_title(text: str, name: str, title: str | None) -> None:
    assert named(text) == [(name, title)]


@pytest.mark.parametrize("text", ["The President spoke.", "Snow fell on Monday.", "I left in May.", "oren left.", ""])
def test_no_name(text: str) -> None:
    assert named(text) == []


def test_words_keep_their_place_and_lose_their_possessive() -> None:
    report = Report(Document("d", "0" * 64, "Ana’s boat."))
    report = report.grown({Token: tuple(tokens(report)), Sentence: tuple(sentences(report))})
    [(_, words)] = worded(report, vocabulary("en"))
    assert [Span(word.start, word.end).cut(report.text) for word in words] == ["Ana", "boat", "."]
    assert [word.possessive for word in words] == [True, False, False]


@pytest.mark.parametrize(
    ("noun", "many"), [("spy", "spies"), ("agency", "agencies"), ("boss", "bosses"), ("boy", "boys")]
)
def test_plural(noun: str, many: str) -> None:
    assert plural(noun) == many
