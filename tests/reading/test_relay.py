"""Voices passed on, and views."""

from collections.abc import Iterator

import pytest
from reading.voices import told

from reportedly.model import Attribution, Document, Entity, Mention, Report, Span, cut
from reportedly.reading import Reader, read, readers

CASES = [
    (
        "In the view of the divers, the dam will hold.",
        [("the divers", "In the view of", "the dam will hold")],
        "a view, opening",
    ),
    (
        "The dam will hold, in the opinion of Orra Lind.",
        [("Orra Lind", "in the opinion of", "The dam will hold")],
        "closing",
    ),
    ("In her view, the dam will hold.", [("her", "In / view", "the dam will hold")], "whose view, by a pronoun"),
    (
        "Nine boats sank, according to the harbour office, down from twelve last year.",
        [("the harbour office", "according to", "Nine boats sank / down from twelve last year")],
        "what goes on after the source",
    ),
    (
        "The Post, citing two officers, reported that the dam was mined.",
        [("The Post", "reported", "the dam was mined"), ("two officers", "citing", "the dam was mined")],
        "citing between commas",
    ),
    (
        "Citing two officers, the Post reported that the dam was mined.",
        [("two officers", "Citing", "the dam was mined"), ("the Post", "reported", "the dam was mined")],
        "citing, opening",
    ),
    (
        "The Post reported, with reference to the ministry, that the dam was mined.",
        [("The Post", "reported", "the dam was mined"), ("the ministry", "with reference to", "the dam was mined")],
        "with reference to",
    ),
    (
        "The captain is quoted as saying by the newspaper El Sur that the cargo had shifted.",
        [
            ("The captain", "is quoted as saying", "the cargo had shifted"),
            ("the newspaper El Sur", "is quoted", "the cargo had shifted"),
        ],
        "quoted by an outlet",
    ),
    (
        "The captain was quoted by El Sur as saying the cargo had shifted.",
        [("The captain", "as saying", "the cargo had shifted"), ("El Sur", "was quoted", "the cargo had shifted")],
        "the outlet before what is said",
    ),
    (
        "According to the Post, which said its source was a nurse, the man was hurt.",
        [
            ("the Post", "According to", "the man was hurt"),
            ("the Post", "said", "its source was a nurse"),
            ("a nurse", "source", "the man was hurt"),
        ],
        "a relative clause that says more, and from whom",
    ),
    (
        "Mass media with reference to two officers disseminated information that the dam was mined.",
        [
            ("Mass media", "information", "the dam was mined"),
            ("two officers", "with reference to", "the dam was mined"),
        ],
        "with reference to, without commas and beside a noun",
    ),
]


@pytest.mark.parametrize(("text", "expected", "point"), CASES)
def test_voices(text: str, expected: list[tuple[str, str, str]], point: str) -> None:
    assert told(text) == expected, point


def test_a_day_inside_a_name_is_no_time() -> None:
    text = "According to the Post on Sunday, the man was hurt."

    def named(_: Report) -> Iterator[Mention | Entity]:
        yield Mention(Span(17, 31), "organisation", "E1")
        yield Entity("E1", "Post on Sunday", "organisation")

    order = [Reader(one.finds, one.needs, named) if Mention in one.finds else one for one in readers()]
    (found,) = read(Document("d", "0" * 64, text), order).of(Attribution)
    assert (cut(found.source, text), found.by.name) == ("the Post on Sunday", "Post on Sunday")
