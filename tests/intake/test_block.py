"""Blocks keep their way back, whatever is cut from them."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.block import Block, assemble, pieces
from reportedly.model.document import Run
from reportedly.model.span import Span


def test_a_part_counts_from_its_own_start() -> None:
    block = pieces("one\x00two three", [(0, 3), (4, 13)])
    assert block.text == "onetwo three"
    part = block.part(2, 12)
    assert (part.text, part.runs) == ("etwo three", (Run(0, 2, 1), Run(1, 4, 9)))


def test_neighbouring_captions_are_one() -> None:
    blocks = [Block("a"), Block("b", caption=True), Block("c", gap="\n", caption=True), Block("d", caption=False)]
    text, _, captions = assemble(blocks)
    assert text == "a\n\nb\nc\n\nd"
    assert captions == (Span(3, 6),)


@given(st.text(min_size=1, max_size=60), st.data())
def test_every_run_stands_in_the_page(page: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(page)))
    end = data.draw(st.integers(start, len(page)))
    whole = pieces(page, [(0, start), (start, len(page))])
    text, offsets, _ = assemble([whole.part(start, end), whole])
    for run in offsets.runs:
        assert text[run.start : run.start + run.length] == page[run.source : run.source + run.length]
