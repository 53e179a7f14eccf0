"""The order of the readers, and the loop that runs them."""

from collections.abc import Iterator

from reportedly.model import Document, Problem, Report, Sentence, Span, Token
from reportedly.reading import Reader, misplaced, read, readers

DOCUMENT = Document("d", "0" * 64, "It rained.", notes=(("published-unknown", "the page gives no date"),))


def words(_: Report) -> Iterator[Token | Problem]:
    yield Token(Span(0, 2), "it")
    yield Problem("odd", "said so", Span(3, 9))


def whole(report: Report) -> Iterator[Sentence]:
    yield Sentence(Span(0, len(report.of(Token)) * 10), 0)


def test_the_shipped_order_serves_every_need() -> None:
    assert misplaced(readers()) == ()


def test_a_reader_before_what_it_needs_is_named() -> None:
    order = (Reader((Sentence,), (Token,), whole), Reader((Token,), (), words))
    assert misplaced(order) == ("Sentence needs Token",)


def test_readers_see_what_was_found_before_them() -> None:
    report = read(DOCUMENT, (Reader((Token,), (), words), Reader((Sentence,), (Token,), whole)))
    assert report.of(Sentence) == (Sentence(Span(0, 10), 0),)


def test_notes_of_intake_and_problems_of_readers_are_kept() -> None:
    report = read(DOCUMENT, (Reader((Token,), (), words),))
    assert [one.code for one in report.problems] == ["published-unknown", "odd"]


def test_a_layer_in_which_nothing_was_found_is_there() -> None:
    report = read(DOCUMENT, (Reader((Token, Sentence), (), words),))
    assert report.layers[Sentence] == ()
