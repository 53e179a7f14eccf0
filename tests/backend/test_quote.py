"""Where quoted words stand in a report."""

import json
from typing import Any

import pytest
from answering import quote
from hypothesis import given
from hypothesis import strategies as st

from reportedly.backend.prompt import quoted
from reportedly.backend.quote import Placed, placed
from reportedly.model import cut

TEXT = "“The pier moved,” said Orra Lind. The mayor said no. “It is safe,” said the mayor, “and it was safe.”"


def found(text: str, *rows: dict[str, Any]) -> Placed:
    return placed(quoted(json.dumps({"attributions": rows})), text, 0, 0)


def words(text: str, one: Placed) -> list[tuple[str, str, str]]:
    return [(cut(voice.source, text), cut(voice.cue, text), cut(voice.content, text)) for voice in one.voices]


def test_a_cue_that_stands_several_times_is_the_one_beside_what_is_said() -> None:
    row = quote("Orra Lind", "said", "“The pier moved,”")
    (voice,) = found(TEXT, row).voices
    assert voice.cue[0].start == TEXT.index("said Orra")


def test_a_content_in_pieces_stands_around_its_cue() -> None:
    row = quote("the mayor", "said", "“It is safe,”", "“and it was safe.”")
    (voice,) = found(TEXT, row).voices
    assert voice.cue[0].start == TEXT.index("said the mayor")
    assert len(voice.content) == 2


def test_two_attributions_do_not_share_a_cue() -> None:
    row = quote("The mayor", "said", "no")
    assert [len(found(TEXT, *[row] * times).voices) for times in (1, 2)] == [1, 1]


@pytest.mark.parametrize(
    ("written", "words_"),
    [
        ("“No,” she said.", '"No,"'),
        ("She’s gone, he said.", "She's gone"),
        ("It’s 5 – 6 km, he said.", "It's 5 - 6 km"),
    ],
)
def test_quotation_marks_dashes_and_spaces_may_be_of_another_style(written: str, words_: str) -> None:
    (voice,) = found(written, quote("", "said", words_)).voices
    assert written.startswith(cut(voice.content, written))
    assert len(cut(voice.content, written)) == len(words_)


@pytest.mark.parametrize(
    "row",
    [
        quote("Orra Lind", "said", "the pier had moved"),
        quote("Orra", "aid", "“The pier moved,”"),
        quote("Orra Lin", "said", "“The pier moved,”"),
        quote("Orra Lind", "", "“The pier moved,”"),
        quote("Orra Lind", "said"),
        quote("Orra Lind", "said", "  "),
        quote("Orra Lind", "said", "“and it was safe.”", "“It is safe,”"),
    ],
)
def test_what_does_not_stand_there_is_dropped(row: dict[str, Any]) -> None:
    assert found(TEXT, row) == Placed((), 1)


def test_a_parent_that_was_dropped_or_is_none_leaves_the_voice_without_one() -> None:
    lost = quote("Nobody", "said", "nothing at all")
    rows = [
        lost,
        quote("Orra Lind", "said", "“The pier moved,”", parent=0),
        quote("The mayor", "said", "no", parent=99),
    ]
    assert [one.parent for one in found(TEXT, *rows).voices] == [None, None]


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12), st.text(max_size=12)), max_size=6), st.data())
def test_every_span_holds_the_words_that_were_quoted(rows: list[tuple[str, str, str]], data: st.DataObject) -> None:
    order = data.draw(st.permutations([part for row in rows for part in row]))
    text = " ".join(order)
    for voice in found(text, *(quote(source, cue, content) for source, cue, content in rows)).voices:
        assert all(0 <= one.start < one.end <= len(text) for one in (*voice.source, *voice.cue, *voice.content))
        assert not any(cue.overlaps(one) for cue in voice.cue for one in (*voice.source, *voice.content))
