"""Layers by type, and who speaks where."""

from reportedly.model import Attribution, Document, Problem, Report, Sentence, Source, Span

TEXT = "The Wire reported that Ines Okar said the dam held."
OUTER = Attribution(
    "A1", (Span(0, 8),), (Span(9, 17),), (Span(23, 50),), "indirect", Source("The Wire", "outlet", named=True)
)
INNER = Attribution(
    "A2", (Span(23, 32),), (Span(33, 37),), (Span(38, 50),), "indirect", Source("Ines Okar", "person", named=True), "A1"
)
REPORT = Report(Document("d", "0" * 64, TEXT)).grown({Attribution: (OUTER, INNER)})


def test_a_layer_that_was_not_read_is_empty() -> None:
    assert REPORT.of(Sentence) == ()
    assert Sentence not in REPORT.layers


def test_the_speaker_is_the_innermost_voice() -> None:
    assert REPORT.speaker(Span(42, 45)) == INNER
    assert REPORT.speaker(Span(23, 32)) == OUTER
    assert REPORT.speaker(Span(0, 8)) is None


def test_growing_keeps_what_was_found_and_adds_problems() -> None:
    problem = Problem("time-unresolved", "no date to hang it on", Span(0, 3))
    grown = REPORT.grown({Sentence: (Sentence(Span(0, 51), 0),)}, [problem])
    assert grown.of(Attribution) == (OUTER, INNER)
    assert grown.problems == (problem,)
    assert REPORT.problems == ()


def test_unknown_ids_are_none() -> None:
    assert (REPORT.attribution("A9"), REPORT.entity("E1"), REPORT.factuality("A1")) == (None, None, None)
