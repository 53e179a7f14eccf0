"""Words, windows and word pieces of the reading model."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("numpy", reason="the reading model's distribution is not installed")

from seeing import Seeing

from reportedly.reading.encoder import cue_rows, pieced, seen
from reportedly.reading.splitting import DISTANCES, SHAPES, distance, shape, split
from reportedly.reading.window import windows

WORDS = [
    ("Israel's army", ["Israel", "'s", "army"]),  # a possessive is a word of its own
    ("they didn’t", ["they", "did", "n’t"]),
    ("cannot", ["can", "not"]),
    ("a non-profit, founded", ["a", "non", "-", "profit", ",", "founded"]),
    ("U.S. forces", ["U.S.", "forces"]),
    ("Mr. Velik said no.", ["Mr.", "Velik", "said", "no", "."]),
    ("3,000 on the 5th", ["3,000", "on", "the", "5th"]),
    ("“Gone…” he said—twice", ["“", "Gone", "…", "”", "he", "said", "—", "twice"]),
    ("see https://example.org/a?b=1 now", ["see", "https://example.org/a?b=1", "now"]),
    ("``so''", ["``", "so", "''"]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_are_cut_as_treebanks_cut_them(text: str, expected: list[str]) -> None:
    assert [text[word.start : word.end] for word in split(text)] == expected


@given(st.text(alphabet="abAB .,'’\n“”-1n", max_size=60))
def test_words_cover_everything_but_white_space(text: str) -> None:
    words = split(text)
    assert "".join(text[word.start : word.end] for word in words) == "".join(text.split())
    assert all(left.end <= right.start for left, right in pairwise(words))


def test_paragraphs_are_counted_at_line_breaks() -> None:
    assert [word.paragraph for word in split("one two\n\nthree\nfour")] == [0, 0, 1, 2]


def test_shapes_tell_what_an_uncased_vocabulary_does_not() -> None:
    words = ["said", "Velik", "NATO", "iPhone", "12", "—"]
    shapes = [shape(word, opens=False) for word in words]
    assert len(set(shapes)) == len(words)
    assert shape("Velik", opens=True) not in shapes
    assert max(shape(word, opens=True) for word in words) < SHAPES


@given(st.integers(0, 600), st.integers(0, 300), st.integers(0, 5))
def test_distances_stay_within_their_buckets(index: int, first: int, more: int) -> None:
    assert 0 <= distance(index, first, first + more) < DISTANCES


@given(st.text(alphabet="ab .\n", max_size=300), st.integers(4, 20), st.integers(1, 20))
def test_windows_take_every_word_once(text: str, size: int, first: int) -> None:
    words = split(text)
    texts = [text[word.start : word.end] for word in words]
    found = windows(texts, words, size=size, first=first)
    assert [i for low, high in found for i in range(low, high)] == list(range(len(words)))
    assert all(0 < high - low <= size for low, high in found)


def test_windows_are_cut_at_paragraphs() -> None:
    text = "A b c\nD e f\nG h i"
    words = split(text)
    assert windows([text[w.start : w.end] for w in words], words, size=7) == [(0, 6), (6, 9)]


def test_a_line_that_goes_on_in_small_letters_begins_no_paragraph() -> None:
    text = "A b c\nd e f\nG h i"
    words = split(text)
    assert windows([text[w.start : w.end] for w in words], words, size=7) == [(0, 6), (6, 9)]
    assert windows([text[w.start : w.end] for w in words], words, size=5) == [(0, 5), (5, 9)]


def test_a_long_paragraph_is_cut_at_a_sentence_end() -> None:
    text = "A b c. “D e.” F g h i j"
    words = split(text)
    texts = [text[w.start : w.end] for w in words]
    assert [" ".join(texts[low:high]) for low, high in windows(texts, words, size=10)] == [
        "A b c . “ D e . ”",
        "F g h i j",
    ]


def test_a_word_of_many_pieces_is_cut_short() -> None:
    pieces, shapes, first = pieced([[7], list(range(20)), []], [1, 2, 3])
    assert pieces == [101, 7, 0, 1, 2, 3, 4, 5, 100, 102]
    assert first == [1, 2, 8]
    assert shapes == [0, 1, 2, 2, 2, 2, 2, 2, 3, 0]


def test_cues_are_marked_with_the_distances_of_all_words() -> None:
    inside, far = cue_rows([[1, 2]], 4)
    assert inside.tolist() == [[0, 1, 1, 0]]
    assert far[0, 1] == far[0, 2] == 0
    assert far[0, 0] != far[0, 3]


def test_a_text_without_words_is_not_shown() -> None:
    assert seen(" \n ", Seeing()) == []
