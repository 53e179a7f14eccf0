"""The words a statement rests on, and folding those that are equal."""

from datetime import date

from reportedly.export.html.passage import folded, passage
from reportedly.model import Attribution, Document, Evidence, Report, Sentence, Source, Span

TEXT = "The Wire reported that Ines Okar said the dam held."


def told(id_: str) -> Report:
    outer = Attribution(
        "A1", (Span(0, 8),), (Span(9, 17),), (Span(23, 50),), "indirect", Source("The Wire", "outlet", named=True)
    )
    inner = Attribution(
        "A2",
        (Span(23, 32),),
        (Span(33, 37),),
        (Span(38, 50),),
        "indirect",
        Source("Ines Okar", "person", named=True),
        "A1",
    )
    document = Document(id_, "0" * 64, TEXT, outlet=f"Outlet {id_}", published=date(2031, 3, 4))
    return Report(document).grown({Attribution: (outer, inner), Sentence: (Sentence(Span(0, len(TEXT)), 0),)})


def test_a_chain_shows_all_its_voices_and_only_its_own_content() -> None:
    found = passage(told("a"), Evidence("a", "A2", "S2"))
    assert found.voice == "The Wire ← Ines Okar"
    lanes = [(piece.text, piece.lanes) for piece in found.pieces if piece.lanes]
    assert lanes == [
        ("The Wire", ("source",)),
        ("reported", ("cue",)),
        ("Ines Okar", ("source",)),
        ("said", ("cue",)),
        ("the dam held", ("content",)),
    ]


def test_links_of_one_chain_fold_into_the_longest() -> None:
    [found] = folded([passage(told("a"), Evidence("a", one, "S")) for one in ("A1", "A2")])
    assert found.voice == "The Wire ← Ines Okar"
    assert found.also == ()


def test_equal_words_of_other_reports_are_named_once() -> None:
    links = [passage(told(id_), Evidence(id_, one, "S")) for id_ in ("a", "b") for one in ("A1", "A2")]
    [found] = folded(links)
    assert found.report == "a"
    assert found.also == (("b", "Outlet b, 4 Mar 2031"),)
