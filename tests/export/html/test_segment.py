"""Flat pieces, crossing marks included."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.export.html.segment import Lane, pieces
from reportedly.model import Span

TEXT = "Two officials said at least five people may have died."


def test_crossing_marks_are_cut_at_every_border() -> None:
    found = pieces(TEXT, [Lane("content", Span(19, 40)), Lane("figure", Span(28, 53))], Span(0, len(TEXT)))
    assert [(one.text, one.lanes) for one in found] == [
        (TEXT[:19], ()),
        (TEXT[19:28], ("content",)),
        (TEXT[28:40], ("content", "figure")),
        (TEXT[40:53], ("figure",)),
        (TEXT[53:], ()),
    ]


def test_a_mark_is_announced_once_where_it_begins() -> None:
    found = pieces(TEXT, [Lane("content", Span(0, 20)), Lane("hedge", Span(5, 10))], Span(0, 20))
    assert [one.opens for one in found] == [("content",), ("hedge",), ()]


def test_marks_outside_the_window_are_cut_off() -> None:
    found = pieces(TEXT, [Lane("source", Span(0, 30))], Span(10, 20))
    assert [(one.text, one.start, one.lanes) for one in found] == [(TEXT[10:20], 10, ("source",))]


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Lane], Span]:
    text = draw(st.text(max_size=40))
    position = st.integers(0, len(text))
    span = st.tuples(position, position).map(lambda ends: Span(min(ends), max(ends)))
    lane = st.builds(Lane, st.sampled_from(["source", "cue", "hedge"]), span)
    return text, draw(st.lists(lane, max_size=6)), draw(span)


@given(marked())
def test_pieces_are_the_window_and_every_code_point_has_its_lanes(case: tuple[str, list[Lane], Span]) -> None:
    text, lanes, window = case
    found = pieces(text, lanes, window)
    assert "".join(one.text for one in found) == window.cut(text)
    for one in found:
        for at in range(one.start, one.start + len(one.text)):
            assert set(one.lanes) == {lane.name for lane in lanes if lane.span.start <= at < lane.span.end}
