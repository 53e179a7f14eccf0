"""Who says what: source, cue and content in every construction, chains, and whom they mean."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import unmark
from reading.voices import voiced, words

from reportedly.model import Attribution, Document, Report, Span, cut
from reportedly.reading import read, readers

# The brackets of each row stand for the roles beside it, in the order they open: S source, Q cue, C content.
CASES = [
    ("[Orra Lind] [said] on Friday that [the bridge had fallen].", "SQC", "a that-clause, after a time"),
    ("[Two officers] [claimed] [the bridge had been mined].", "SQC", "no that"),
    ("[The bridge had fallen], [a police spokesman] [said] on Friday.", "CSQ", "the clause of the cue follows"),
    ("[The bridge fell at noon], [said] [Orra Lind, the mayor of Tollen].", "CQS", "turned round, with an apposition"),
    ("[“We heard a bang,”] [the mayor] [said].", "CSQ", "direct speech"),
    ("[The mayor] [said]: [“We heard a bang.”]", "SQC", "a colon before direct speech"),
    ("[“We heard it,”] [she] [said], [“and then it was dark.”]", "CSQC", "speech broken by its cue"),
    ("[According to] [the harbour office], [two boats sank].", "QSC", "according to, opening"),
    ("[Two boats sank], [according to] [the harbour office].", "CQS", "according to, closing"),
    (
        "[Mira Vahl, a former diver at the institute], [warned] that [the dam might burst].",
        "SQC",
        "an apposition with a comma",
    ),
    (
        "The storm passed after [the governor] [announced] that [the port would reopen].",
        "SQC",
        "inside a clause with after",
    ),
    (
        "[Fishermen who had seen the wreck] [said] [it was still burning].",
        "SQC",
        "a relative clause belongs to the source",
    ),
    ("[The agency] [denied] that [any fuel had leaked].", "SQC", "denying"),
    ("[The company] [did not say] [who had opened the gate].", "SQC", "what is not said"),
    ("[The ministry] [declined] [to give any figures].", "SQC", "declining"),
    ("[The ministry] [declined to comment] on [the drone].", "SQC", "declining to comment on something"),
    ("[The embassy] [could neither confirm nor deny] [the deaths].", "SQC", "neither nor"),
    ("[A source] [told] reporters that [the talks had failed].", "SQC", "somebody is told"),
    ("[Orra Lind] [was quoted as saying] [the bridge was safe].", "SQC", "quoted as saying"),
    ("[Rumours] [are circulating] that [the mayor has fled].", "SQC", None),
    ("[The harbour] [is believed] [to have been mined].", "CQC", "nobody is named"),
    ("[The harbour was [reportedly] mined on Sunday].", "CQ", "an adverb for a voice"),
    ("[Boats sink off Tollen][:] [police]", "CQS", "a headline"),
    ("[As the mayor] noted, the bridge is old.", "", None),
    ("[It was the same wind that sank the ferry], [the Post] [reported].", "CSQ", "it-cleft before the cue"),
    ("[The pilot] [vowed] [to return] but [the company] [said] [he would not].", "SQCSQC", None),
]


def _spans(marked: str, roles: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """Return the text and the expected spans of each role."""
    text, found = unmark(marked)
    return text, {role: [span for span, one in zip(found, roles, strict=True) if one == role] for role in "SQC"}


def _pairs(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


@pytest.mark.parametrize(("marked", "roles", "point"), [row for row in CASES if row[2]])
def test_one_voice(marked: str, roles: str, point: str) -> None:
    text, expected = _spans(marked, roles)
    report = voiced(text)
    found = [(_pairs(one.source), _pairs(one.cue), _pairs(one.content)) for one in report.of(Attribution)]
    assert found == [(expected["S"], expected["Q"], expected["C"])], point


# Each row: text, then (source, content) of every attribution in text order.
SEVERAL = [
    (
        "Vahl stated that the gate was open and said that two men had died.",
        [("Vahl", "the gate was open"), ("Vahl", "two men had died")],
        "a shared source",
    ),
    (
        "Vahl stressed that the gate was open, insisting that the figures come from divers.",
        [("Vahl", "the gate was open"), ("Vahl", "the figures come from divers")],
        "a participle goes on with the source",
    ),
    (
        "The council has yet to comment on the plan but unnamed officials said that it was dead.",
        [("The council", "the plan"), ("unnamed officials", "it was dead")],
        "two sources beside each other",
    ),
    (
        "“We know of the claims,” a ministry spokeswoman said. “We cannot confirm them.”",
        [("a ministry spokeswoman", "“We know of the claims,”"), ("", "“We cannot confirm them.”")],
        "a quotation goes on after its cue",
    ),
    ("He left at noon. Nobody saw him. The sea was calm.", [], "no voice at all"),
    ("You agree to our terms of use.", [], "the reader is no source"),
    ("The documents were lost in the fire.", [], "nouns that look like verbs"),
]


@pytest.mark.parametrize(("text", "expected", "point"), SEVERAL)
def test_several_voices(text: str, expected: list[tuple[str, str]], point: str) -> None:
    report = voiced(text)
    found = [
        ("".join(words(report, "source", one)), " … ".join(words(report, "content", one)))
        for one in report.of(Attribution)
    ]
    assert found == expected, point


# Each row: text, then for each attribution in text order its source and the number of its parent's row, from 0.
CHAINS: list[tuple[str, list[tuple[str, int | None]], str]] = [
    (
        "The Tollen Post reported that the gate was open, citing two divers.",
        [("The Tollen Post", None), ("two divers", 0)],
        "citing",
    ),
    (
        "Vahl, relying on credible sources, revealed that the gate was open.",
        [("Vahl", None), ("credible sources", 0)],
        "relying on",
    ),
    (
        "Vahl said on Monday that he had told the council that the gate was open.",
        [("Vahl", None), ("he", 0)],
        "somebody inside what another says",
    ),
    (
        "The Post claimed that a nurse who treated the divers said they were burnt.",
        [("The Post", None), ("a nurse who treated the divers", 0)],
        "a voice inside a that-clause",
    ),
    (
        "The governor denied reports that the gate had been blown up.",
        [("The governor", None), ("reports", 0)],
        "what is denied is what reports say",
    ),
    (
        "Norland said it was investigating reports that a diver had drowned.",
        [("Norland", None), ("reports", 0)],
        "reports inside what is said",
    ),
    (
        "“It was dark,” the Tollen Post quoted a diver as saying.",
        [("the Tollen Post", None), ("a diver", 0)],
        "quoted as saying, with the paper as subject",
    ),
]


@pytest.mark.parametrize(("text", "expected", "point"), CHAINS)
def test_chains(text: str, expected: list[tuple[str, int | None]], point: str) -> None:
    report = voiced(text)
    order = {one.id: number for number, one in enumerate(report.of(Attribution))}
    found = [("".join(words(report, "source", one)), order.get(one.parent or "")) for one in report.of(Attribution)]
    assert found == expected, point


NAMES = [
    ("Mira Vahl said the gate was open. She said it was late.", ["Mira Vahl", "Mira Vahl"], "a pronoun"),
    (
        "The defence minister, Ada Lund, said the port was shut. “We can only wait,” Lund said.",
        ["Ada Lund", "Ada Lund"],
        "a role, then a surname",
    ),
    ("A Harbour Office spokesman said the boat sank.", ["Harbour Office"], "a spokesman is his office"),
    (
        "A security source said the boat sank. The source said it burnt.",
        ["security source", "security source"],
        "nameless, twice",
    ),
    (
        "A spokesman for Brell Oil told the Tollen Post that the pipe was dry.",
        ["Brell Oil"],
        "a spokesman for somebody",
    ),
    (
        "Two boats sank, according to a statement from the Harbour Office. Both burnt, the statement said.",
        ["Harbour Office", "Harbour Office"],
        "a statement is its issuer's",
    ),
]


@pytest.mark.parametrize(("text", "expected", "point"), NAMES)
def test_who_is_meant(text: str, expected: list[str], point: str) -> None:
    assert [one.by.name for one in voiced(text).of(Attribution)] == expected, point


def test_nameless_sources_are_not_named() -> None:
    found = voiced("Three officials said the boat sank. Mira Vahl said it burnt.").of(Attribution)
    assert [one.by.named for one in found] == [False, True]


def test_reportedly_goes_on_with_the_voice_before_it() -> None:
    found = voiced("According to Mira Vahl, the boat sank. It reportedly carried oil.").of(Attribution)
    assert [one.by.name for one in found] == ["Mira Vahl", "Mira Vahl"]


def test_when_it_was_said() -> None:
    [one] = voiced("The mayor said on Tuesday that the boat sank last week.", date(2024, 11, 7)).of(Attribution)
    assert one.said == "2024-11-05"


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("In a Telegram post on Monday, he said: “We heard it all night.”", "Telegram post"),
        ("A diver told Reuters that the boat sank.", "Reuters"),
        ("The mayor said in a statement that the boat sank.", "statement"),
        ("The mayor told the council that the boat sank.", "council"),
    ],
)
def test_channels(text: str, channel: str | None) -> None:
    assert [one.via for one in voiced(text).of(Attribution)] == [channel]


def test_what_a_page_says_twice_counts_once() -> None:
    text = "The boat sank, police said.\n\nThe boat sank, police said."
    assert len(voiced(text).of(Attribution)) == 1


def test_a_quotation_over_two_paragraphs() -> None:
    report = voiced("“We heard it all night,” the mayor said. “It was very loud.\n\n“Then it was dark.”")
    found = [words(report, "content", one) for one in report.of(Attribution)]
    assert found == [["“We heard it all night,”"], ["“It was very loud."], ["“Then it was dark.”"]]
    assert {one.by.name for one in report.of(Attribution)} == {"mayor"}
    assert not report.problems


def test_a_quotation_left_open_is_a_problem_and_loses_nothing() -> None:
    report = voiced("The mayor said: “We heard it all night.\n\nThe boat sank, police said.")
    assert [one.code for one in report.problems] == ["quotation-unclosed"]
    assert [words(report, "cue", one) for one in report.of(Attribution)] == [["said"], ["said"]]


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“", "‘’"])
def test_quotation_marks_of_all_styles(marks: str) -> None:
    report = voiced(f"The mayor said: {marks[0]}We heard it all night.{marks[1]}")
    assert [one.kind for one in report.of(Attribution)] == ["direct"]


@pytest.mark.xfail(reason="nothing but sense tells that a plain sentence goes on with the voice before it", strict=True)
def test_a_plain_sentence_that_goes_on() -> None:
    report = voiced("The boat sank, the Post reported. About 40 men were aboard, and two of them drowned.")
    assert [one.inherited for one in report.of(Attribution)] == [False, True]


@pytest.mark.xfail(reason="a list that a colon opens stands in paragraphs of its own", strict=True)
def test_what_a_colon_opens_below() -> None:
    report = voiced(
        "Two theories are going around, the Post adds:\n\nThe gate was opened by hand.\n\nThe gate was rusty."
    )
    assert [one.inherited for one in report.of(Attribution)] == [False, True, True]


_VOCABULARY = [
    "he",
    "they",
    "the",
    "a",
    "said",
    "says",
    "told",
    "that",
    "“",
    "”",
    '"',
    "'",
    ",",
    ".",
    ":",
    "—",
    "(",
    ")",
    "according",
    "to",
    "citing",
    "quoted",
    "as",
    "saying",
    "by",
    "was",
    "is",
    "believed",
    "denied",
    "reports",
    "rumours",
    "Ohman",
    "Mail",
    "Reuters",
    "officials",
    "who",
    "which",
    "and",
    "but",
    "not",
    "did",
    "confirm",
    "declined",
    "comment",
    "on",
    "Monday",
    "statement",
    "reportedly",
    "adding",
    "yet",
    "neither",
    "nor",
    "could",
    "may",
    "spokesman",
    "for",
    "Nothing",
    "confirmed",
    "\n",
]


def _laws(report: Report) -> None:
    """Assert what holds of the attributions of any text."""
    found = report.of(Attribution)
    ids = [one.id for one in found]
    assert ids == [f"A{number}" for number in range(1, len(ids) + 1)]
    by_id = dict(zip(ids, found, strict=True))
    for one in found:
        for span in (*one.source, *one.cue, *one.content):
            assert span.start < span.end <= len(report.text)
            assert span.cut(report.text).strip() == span.cut(report.text)
        if one.source:
            assert not any(part.overlaps(piece) for part in (*one.source, *one.cue) for piece in one.content)
        seen = {one.id}
        parent = one.parent
        while parent is not None:
            assert parent in by_id
            assert parent not in seen
            seen.add(parent)
            parent = by_id[parent].parent


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_VOCABULARY), max_size=40).map(" ".join))
def test_laws_on_word_soup(text: str) -> None:
    _laws(voiced(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_laws_on_any_text(text: str) -> None:
    _laws(voiced(text))


def test_time_is_linear_in_one_endless_sentence() -> None:
    # Twenty thousand words without a stop are read in pieces; a quadratic reader would not come back.
    generator = random.Random(7)  # noqa: S311 - word soup, no secret
    text = " ".join(generator.choice(["he said that", "citing X,", "it fell,", "and", "“so"]) for _ in range(8_000))
    _laws(voiced(text))


def test_a_caption_attributes_nothing() -> None:
    text = "The minister said on Monday that the dam held.\n\nThe mayor, who said she was late, at the dam."
    caption = Span(text.index("The mayor"), len(text))
    document = Document("d", "0" * 64, text, captions=(caption,))
    found = read(document, readers()).of(Attribution)
    assert [cut(one.source, text) for one in found] == ["The minister"]
