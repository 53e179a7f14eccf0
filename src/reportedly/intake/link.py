"""Links that a page runs into a paragraph, one behind the other, as the lists that open over a name do."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from reportedly.intake.block import Block
from reportedly.intake.page import Page, stretches
from reportedly.model.document import Run

# Links side by side that make a list, and words that they have at least; footnotes side by side are shorter.
_LINKS = 3
_WORDS = 8
# Groups of links in one paragraph that are looked at.
_ROWS = 50


def without_lists(block: Block, page: Page) -> Block:
    """Return a paragraph without the lists of links in it; the first link of each is the name that it opens over, and stays."""
    if not block.runs or _between(page, block.runs[0].source, block.runs[-1].source + block.runs[-1].length) < _LINKS:
        return block
    for row in reversed(list(islice(_rows(_links(block, page)), _ROWS))):
        start, end = row[0][1], row[-1][1]
        if len(row) >= _LINKS and len(block.text[start:end].split()) >= _WORDS and not _is_all(block, row):
            block = _cut(block, start, end)
    return block


def _between(page: Page, start: int, end: int) -> int:
    """Return how many links of the page begin between two places of the source."""
    return bisect_left(page.links, (end, 0)) - bisect_left(page.links, (start, 0))


def _links(block: Block, page: Page) -> list[tuple[int, int]]:
    """Return where the links of a block stand in its text."""
    found: list[tuple[int, int]] = []
    before = -1
    for run in block.runs:
        for first, last in stretches(page.links, run.source, run.source + run.length):
            link = bisect_right(page.links, (first, len(page.source)))
            start, end = run.start + first - run.source, run.start + last - run.source
            if link == before:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
            before = link
    return found


def _rows(links: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield links that stand side by side."""
    row: list[tuple[int, int]] = list(links[:1])
    for left, right in pairwise(links):
        if right[0] - left[1] > 1:
            yield row
            row = []
        row.append(right)
    if row:
        yield row


def _is_all(block: Block, row: Sequence[tuple[int, int]]) -> bool:
    """Say whether nothing else stands in the block."""
    return row[-1][1] - row[0][0] >= len(block.text) - 1


def _cut(block: Block, start: int, end: int) -> Block:
    """Return a block without a stretch, a space in its place."""
    left, right = block.part(0, start), block.part(end, len(block.text))
    joint = 0 if right.text[:1] in ".,;:!?)" else 1
    at = len(left.text) + joint
    runs = (*left.runs, *(Run(run.start + at, run.source, run.length) for run in right.runs))
    return Block(left.text + " " * joint + right.text, runs, block.gap, caption=block.caption)
