"""Half-open stretches of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import FormatInvalid
from reportedly.model import Span, cut, hull

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_runs_backwards_is_refused(start: int, end: int) -> None:
    with pytest.raises(FormatInvalid, match=f"from {start} to {end}"):
        Span(start, end)


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_broken_words_are_joined_by_the_gap() -> None:
    assert cut((Span(0, 3), Span(8, 11)), "The old dam") == "The … dam"


def test_no_spans_have_no_hull() -> None:
    assert hull(()) is None


@given(spans, spans)
def test_overlap_is_sharing_a_code_point(left: Span, right: Span) -> None:
    shared = set(range(left.start, left.end)) & set(range(right.start, right.end))
    assert left.overlaps(right) == bool(shared) or not (len(left) and len(right))


@given(st.lists(spans, min_size=1))
def test_the_hull_contains_all(several: list[Span]) -> None:
    whole = hull(several)
    assert whole is not None
    assert all(whole.contains(one) for one in several)
