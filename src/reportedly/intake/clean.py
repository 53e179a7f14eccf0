"""From a decoded page or text to the report's own blocks, each with its way back."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.intake.alignment import Alignment
from reportedly.intake.block import Block, pieces
from reportedly.intake.body import completed
from reportedly.intake.charset import dropped, without_controls
from reportedly.intake.excerpt import LINE, parts
from reportedly.intake.extractor import article, quick
from reportedly.intake.link import without_lists
from reportedly.intake.page import Page, stretches
from reportedly.intake.scanner import page
from reportedly.model.document import Run

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BULLET = re.compile(r"^[-•–*]\s+")
# Lines of a text wrapped by hand or by mail: none longer, most of them at least half as long.
_WRAP = 100
_WRAPPED_LINES = 4
# Letters of a story's lines that must stand in the parts of its page that were read; decoded references have no place.
_PLACED = 0.9


def text_blocks(text: str, *, wrapped: bool = True) -> list[Block]:
    """Cut a plain text into blocks: its lines, or its paragraphs where the lines were broken at a width.

    Args:
        text: The decoded text.
        wrapped: Look for lines broken at a width; else every line is a block.
    """
    lines = list(_lines(text))
    return list(_unwrapped(lines)) if wrapped and _wrapped(lines) else lines


def html_blocks(page: Page) -> list[Block]:
    """Return the paragraphs of the page's article, captions among them marked."""
    return completed(_aligned(page, _lines_of(article(page.light))), page)


def excerpted(source: str) -> tuple[Page, list[Block]]:
    """Return a page and its article's paragraphs by the fast extractor, scanned no further than these need."""
    lines = _lines_of(quick(source))
    found = parts(source, lines)
    if found is not None:
        read = page(source, found)
        blocks = _without_ends(_aligned(read, lines))
        if _placed(blocks, lines):
            return read, completed(blocks, read)
    read = page(source)
    return read, completed(_aligned(read, lines), read)


def _lines_of(found: str) -> list[str]:
    """Return the lines that an extractor found, without bullets and controls."""
    lines = (_BULLET.sub("", " ".join(line.split())) for line in without_controls(found).splitlines())
    return [line for line in lines if line]


def _aligned(page: Page, lines: Sequence[str]) -> list[Block]:
    """Find lines in their page again."""
    alignment = Alignment(page)
    return [_captioned(without_lists(alignment.block(line), page), page) for line in lines]


def _without_ends(blocks: Sequence[Block]) -> list[Block]:
    """Leave out what stands before the first and behind the last part that was read: menus above a headline, footers.

    A short line of a menu may be found in a footer: nothing before the first long line stands behind it, and the other way round.
    """
    anchors = [number for number, block in enumerate(blocks) if block.runs and len(block.text) >= LINE]
    if not anchors:
        return []
    first, last = blocks[anchors[0]].runs[0].source, blocks[anchors[-1]].runs[0].source
    return [
        block
        for number, block in enumerate(blocks)
        if anchors[0] <= number <= anchors[-1]
        or (block.runs and (block.runs[0].source < first if number < anchors[0] else block.runs[0].source > last))
    ]


def _placed(blocks: Sequence[Block], lines: Sequence[str]) -> bool:
    """Say whether what an extractor found stands in the parts of the page that were read: each block, and nearly all letters."""
    placed = sum(run.length for block in blocks for run in block.runs)
    return all(block.runs for block in blocks) and placed >= _PLACED * sum(map(len, lines))


def linked(block: Block, page: Page) -> float:
    """Return the share of a block's letters that stand in links."""
    return _share(block, page.links)


def _lines(text: str) -> Iterator[Block]:
    """Yield each line that holds a word, with what parts it from the one before."""
    end, gap = 0, "\n\n"
    for match in _LINE.finditer(text):
        breaks = sum(1 for _ in _BREAK.finditer(text, end, match.start()))
        gap = "\n\n" if breaks > 1 or (gap == "\n\n" and end == 0) else gap or "\n"
        block = pieces(text, dropped(text, *match.span()), gap=gap)
        end = match.end()
        block = block.part(0, len(block.text))
        if block.text:
            yield block
            gap = ""
        else:
            gap = "\n\n"


def _wrapped(lines: list[Block]) -> bool:
    """Say whether the lines were broken at a width, not at the ends of paragraphs."""
    pairs = [left for left, right in pairwise(lines) if right.gap == "\n"]
    if len(pairs) < _WRAPPED_LINES or max(len(line.text) for line in lines) > _WRAP:
        return False
    widest = max(len(line.text) for line in pairs)
    full = sum(len(line.text) * 4 >= widest * 3 and line.text[-1] not in '.!?:”"' for line in pairs)
    return full * 2 >= len(pairs)


def _unwrapped(lines: list[Block]) -> Iterator[Block]:
    """Join the lines of each paragraph by a space."""
    group: list[Block] = []
    for line in lines:
        if group and line.gap == "\n\n":
            yield _joined(group)
            group = []
        group.append(line)
    if group:
        yield _joined(group)


def _joined(group: list[Block]) -> Block:
    """Put the lines of one paragraph side by side."""
    runs: list[Run] = []
    at = 0
    for line in group:
        runs.extend(Run(run.start + at, run.source, run.length) for run in line.runs)
        at += len(line.text) + 1
    return Block(" ".join(line.text for line in group), tuple(runs), group[0].gap)


def _captioned(block: Block, page: Page) -> Block:
    """Mark a block that stands in a caption of the page."""
    if page.captions and _share(block, page.captions) > 0.5:  # noqa: PLR2004 - more than half
        return Block(block.text, block.runs, block.gap, caption=True)
    return block


def _share(block: Block, found: list[tuple[int, int]]) -> float:
    """Return the share of the block's letters that stand in the stretches."""
    letters = sum(run.length for run in block.runs)
    inside = sum(
        last - first for run in block.runs for first, last in stretches(found, run.source, run.source + run.length)
    )
    return inside / letters if letters else 0.0
