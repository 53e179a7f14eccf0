"""Paragraphs are found again in their page."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.alignment import Alignment
from reportedly.intake.scanner import page

SOURCE = (
    "<p>Norland said <b>it</b> held\n  the valley.</p><p>Estmark&#8217;s army did not.</p><p>Norland said so again.</p>"
)


def _places(text: str, source: str) -> list[str]:
    block = Alignment(page(source)).block(text)
    for run in block.runs:
        assert text[run.start : run.start + run.length] == source[run.source : run.source + run.length]
    return [text[run.start : run.start + run.length] for run in block.runs]


def test_words_over_tags_and_breaks() -> None:
    assert _places("Norland said it held the valley.", SOURCE) == ["Norland said", "it", "held", "the valley."]


def test_a_decoded_reference_has_no_place() -> None:
    assert _places("Estmark’s army did not.", SOURCE) == ["Estmark", "s army did not."]


def test_a_changed_word_loses_its_place_only() -> None:
    found = _places("Norland SAID it held the valley.", SOURCE)
    assert "".join(found).replace(" ", "") == "Norlanditheldthevalley."


def test_words_of_nowhere_have_no_place() -> None:
    assert _places("Something else entirely.", SOURCE) == []


def test_the_same_words_are_found_in_page_order() -> None:
    alignment = Alignment(page(SOURCE))
    alignment.block("Estmark’s army did not.")
    assert alignment.block("Norland said").runs[0].source == SOURCE.rindex("Norland said")


WORDS = st.lists(st.text("abcdeé", min_size=1, max_size=6), min_size=1, max_size=30)


@given(WORDS, st.lists(st.sampled_from([" ", "\n", "</b> <i>", "<br>", "  "]), min_size=30, max_size=30))
def test_every_letter_of_a_page_has_a_place(words: list[str], gaps: list[str]) -> None:
    source = "<p>" + "".join(word + gap for word, gap in zip(words, gaps, strict=False)) + "</p>"
    text = " ".join(words)
    block = Alignment(page(source)).block(text)
    placed = {at for run in block.runs for at in range(run.start, run.start + run.length)}
    assert placed.issuperset(at for at, letter in enumerate(text) if letter != " ")
