"""What each voice of a report says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import unmark

from reportedly.model import (
    Attribution,
    Credit,
    Document,
    Entity,
    Event,
    Mention,
    Place,
    Quantity,
    Report,
    Sentence,
    Source,
    Span,
    Statement,
    Timex,
)
from reportedly.reading.sentence import sentences
from reportedly.reading.statement import statements

KINDS = [
    ("the bridge fell", "event", "what happened"),
    ("twelve barges sank", "figure", "a count that opens it"),
    ("the bridge will likely fall", "assessment", "a judgement"),
    ("we will rebuild the bridge", "intention", "a plan of the speaker's own"),
    ("the fall has not been confirmed", "status", "what is confirmed"),
    ("it cannot confirm that twelve barges sank", "status", "what is confirmed comes before the count"),
    ("it “can’t confirm” this", "status", "a typographic apostrophe"),
]


def attribution(id_: str, *content: Span) -> Attribution:
    return Attribution(id_, (), (), content, "indirect", Source("Varga", "person", named=True))


def report_of(text: str, **about: object) -> Report:
    report = Report(Document("d", "0" * 64, text, **about))  # type: ignore[arg-type]
    return report.grown({Sentence: tuple(sentences(report))})


@pytest.mark.parametrize(("text", "kind", "point"), KINDS)
def test_kinds(text: str, kind: str, point: str) -> None:
    report = report_of(text)
    at = text.find("twelve")
    counts = (Quantity(Span(at, at + 6), None, None, counted="barges"),) if at >= 0 else ()
    report = report.grown({Attribution: (attribution("A1", Span(0, len(text))),), Quantity: counts})
    [found] = statements(report)
    assert found.kind == kind, point


def test_each_content_is_a_statement_with_the_marks_inside() -> None:
    text, spans = unmark("Oren said [[Varga] [struck] [Askrel] on [Monday] with [two] boats]. He left.")
    content, name, trigger, place, when, many = (Span(*span) for span in spans)
    report = report_of(text).grown(
        {
            Attribution: (attribution("A1", content),),
            Mention: (Mention(name, "person", "E1"), Mention(Span(0, 4), "person", "E2")),
            Event: (Event("V1", trigger, "assault"),),
            Place: (Place(place, "Askrel"),),
            Timex: (Timex(when, "DATE", None),),
            Quantity: (Quantity(many, None, None),),
        }
    )
    expected = Statement("S1", "A1", (content,), "event", False, ("V1",), (many,), (when,), (place,), ("E1",))
    assert list(statements(report)) == [expected]


def test_a_broken_content_keeps_its_pieces() -> None:
    text, spans = unmark("“[It burns],” she said, “[and men died].”")
    pieces = tuple(Span(*span) for span in spans)
    [found] = statements(report_of(text).grown({Attribution: (attribution("A1", *pieces),)}))
    assert found.content == pieces


def test_an_attribution_without_content_is_no_statement() -> None:
    assert list(statements(report_of("Oren spoke.").grown({Attribution: (attribution("A1"),)}))) == []


def test_the_headline_comes_first_with_the_entities_it_names() -> None:
    report = report_of("Text.", title="Lena Varga missing after blast")
    report = report.grown({Entity: (Entity("E1", "Lena Varga", "person"), Entity("E2", "Oren", "person"))})
    [found] = statements(report)
    assert (found.headline, found.content, found.entities) == (True, (), ("E1",))


def test_the_writer_s_sentences_that_tell_news_are_statements() -> None:
    text, spans = unmark("[A barge [exploded].] It was blue. [[Two] barges left.]")
    first, trigger, second, many = (Span(*span) for span in spans)
    report = report_of(text).grown(
        {Event: (Event("V1", trigger, "other"),), Quantity: (Quantity(many, None, None, counted="barges"),)}
    )
    found = list(statements(report))
    assert [one.content for one in found] == [(first,), (second,)]
    assert [one.attribution for one in found] == [None, None]


def test_captions_credits_and_attributed_sentences_are_not_the_writer_s() -> None:
    text, spans = unmark("[A barge [exploded].] [A barge [burned].] She said [a barge [sank]].")
    caption, one, credit, two, content, three = (Span(*span) for span in spans)
    report = report_of(text, captions=(caption,), credits=(Credit(credit, "Wire"),)).grown(
        {
            Event: (Event("V1", one, "other"), Event("V2", two, "other"), Event("V3", three, "other")),
            Attribution: (attribution("A1", content),),
        }
    )
    assert [found.attribution for found in statements(report)] == ["A1"]


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), max_size=8))
def test_ids_count_up_in_text_order(stretches: list[tuple[int, int]]) -> None:
    text = "A barge burned there. " * 4
    contents = [Span(start, min(start + length, len(text))) for start, length in stretches]
    report = report_of(text).grown(
        {Attribution: tuple(attribution(f"A{at}", span) for at, span in enumerate(contents))}
    )
    found = list(statements(report))
    assert [one.id for one in found] == [f"S{number}" for number in range(1, len(found) + 1)]
    starts = [(one.content[0].start, one.content[0].end) for one in found]
    assert starts == sorted(starts)
    assert {one.attribution for one in found if one.attribution} == {f"A{at}" for at in range(len(contents))}
