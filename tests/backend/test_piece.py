"""Texts in pieces."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reportedly.backend.piece import batches, paragraphs
from reportedly.model import Span

TEXTS = st.text(alphabet="ab \n", max_size=80)


@given(TEXTS, st.integers(2, 30))
def test_pieces_are_the_text_s_own_words_in_order_and_lose_none(text: str, longest: int) -> None:
    for cutting in (paragraphs, batches):
        pieces = list(cutting(text, longest=longest))
        assert all(one.span.cut(text) == one.text and 0 < len(one.text) <= longest for one in pieces)
        assert all(left.span.end <= right.span.start for left, right in pairwise(pieces))
        assert "".join(one.text for one in pieces).replace("\n", "") == text.replace("\n", "")


def test_a_long_paragraph_is_cut_at_a_space() -> None:
    assert [one.text for one in paragraphs("aaaa bbbb cccc", longest=11)] == ["aaaa bbbb", " cccc"]


def test_paragraphs_are_held_together_as_long_as_they_fit() -> None:
    assert [(one.span, one.paragraph) for one in batches("aa\n\nbb\ncc", longest=6)] == [
        (Span(0, 6), 0),
        (Span(7, 9), 2),
    ]
