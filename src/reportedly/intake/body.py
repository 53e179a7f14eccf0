"""The report among a page's blocks: what an extractor found, completed and cut down by where it stands."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from resiliparse.extract.html2text import extract_plain_text

from reportedly.intake.alignment import Alignment
from reportedly.intake.block import Block
from reportedly.intake.charset import without_controls
from reportedly.intake.furniture import is_sentence
from reportedly.intake.outline import APART, HEADING, PARAGRAPH
from reportedly.intake.page import Page, share

# Letters from which a block is a paragraph of the story, and not a label; a third of that in scripts that write syllables.
_LETTERS = 40
_WIDE = re.compile("[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af]")
# More of a block's letters than this in links, and it points elsewhere.
_LINKED = 0.3
# Characters of the longest headlines.
_HEADLINE = 160
# The share of the story's letters that an element must hold to be one that the story stands in.
_HOLDS = 0.2
# Blocks between the headline and the story among which its standfirst is looked for.
_BETWEEN = 40
# Letters of a description that must agree with a standfirst; descriptions are cut off.
_AGREE = 40
# Captions of a page that are looked at; a gallery has more, and no story.
_CAPTIONS = 60
# Words that the story in the headline's article must have, for other articles of the page to be other stories.
_STORY_WORDS = 60
# Teasers of other stories that make a list of them; letters of a headline above one, and its share in a link, the end tags of
# what stands in the link left out.
_TEASERS = 2
_HEADLINE_LETTERS = 20
_ALL_LINKED = 0.95
_DESCRIPTIONS = ("description", "og:description", "twitter:description")
_PLAIN = re.compile(r"\W+")


def completed(blocks: Sequence[Block], page: Page) -> list[Block]:
    """Return an extractor's blocks without other stories and the headline, and with paragraphs that it missed.

    Args:
        blocks: What the extractor took for the story, in page order.
        page: Their page.
    """
    body = _Body(blocks, page)
    teasers = [body.is_teaser(block) for block in blocks]
    listed = sum(teasers) >= _TEASERS
    pairs = zip(blocks, teasers, strict=True)
    kept = [block for block, teaser in pairs if not body.is_elsewhere(block) and not (listed and teaser)]
    if body.first < 0:
        return kept
    found = [body.read(*body.bounds(number)) for number in (*body.leads(), *body.missed())]
    shown = [replace(body.read(*bounds), caption=True) for bounds in body.pictures()]
    return _merged(kept, [block for block in (*found, *shown) if block.runs])


class _Body:
    """Where an extractor's blocks stand in the outline of their page."""

    def __init__(self, blocks: Sequence[Block], page: Page) -> None:
        self.page, self.outline = page, page.outline
        self.touched = {number for block in blocks for number in self._numbers(block)}
        told = [at for block in blocks if _is_told(block) and (at := self.number(block)) >= 0]
        told = [at for at in told if not self.outline.marks[at] & HEADING] or told
        self.first, self.last = (min(told), max(told)) if told else (-1, -1)
        headings = [at for at in range(self.first + 1) if self.outline.marks[at] & HEADING] if told else []
        self.heading = headings[-1] if headings else -1
        self.article = self._article(blocks)
        self.holding, self.paragraphed = self._owners(0), self._owners(PARAGRAPH)

    def number(self, block: Block) -> int:
        """Return the number of the outline's block in which a block begins; -1 when it stands nowhere."""
        return self.outline.at(block.runs[0].source) if block.runs else -1

    def is_elsewhere(self, block: Block) -> bool:
        """Say whether a block is the headline or belongs to another story of the page."""
        at = self.number(block)
        if at < 0:
            return False
        if at <= self.first and all(self.outline.marks[one] & HEADING for one in self._numbers(block)):
            return True
        return bool(self.article) and self.outline.articles[at] not in {0, self.article}

    def is_teaser(self, block: Block) -> bool:
        """Say whether a block is no paragraph by its element and stands right under a headline that is nothing but a link."""
        at = self.number(block)
        if (
            at <= self.first
            or not _is_told(block)
            or self.outline.marks[at] & PARAGRAPH
            or self.outline.owner(at) in self.holding
        ):
            return False
        start, end = self.outline.places[at - 1], self._end(at - 1) + 1
        told = self.outline.end(at - 1, len(self.page.letters)) - self.outline.letters[at - 1]
        return told >= _HEADLINE_LETTERS and share(self.page.links, start, end) >= _ALL_LINKED

    def leads(self) -> Iterator[int]:
        """Yield the blocks between headline and story that are its standfirst."""
        if self.heading < 0:
            return
        told = [_plain(one) for key in _DESCRIPTIONS for one in self.page.metas.get(key, ())]
        for at in range(max(self.heading + 1, self.first - _BETWEEN), self.first):
            if self._is_paragraph(at):
                words = _plain(self._letters(at))
                # Descriptions are cut off, or begin with a label; standfirsts begin with a place.
                described = any(words[:_AGREE] in one or one[:_AGREE] in words for one in told if len(one) >= _AGREE)
                named = self.outline.is_lead(at) and is_sentence(self._letters(at))
                if described or named:
                    yield at

    def missed(self) -> Iterator[int]:
        """Yield paragraphs that stand where the story's others stand, and that the extractor left out."""
        for at in range(self.first + 1, len(self.outline.letters)):
            if (
                self.outline.marks[at] & PARAGRAPH
                and at not in self.touched
                and self.outline.owner(at) in self.paragraphed
                and self._is_paragraph(at)
                and is_sentence(self._letters(at))
                and (not self.article or self.outline.articles[at] == self.article)
            ):
                yield at

    def _owners(self, marks: int) -> frozenset[object]:
        """Return what holds a good part of the extractor's blocks, of those with these marks."""
        held: Counter[object] = Counter()
        for at in self.touched:
            if self.outline.marks[at] & marks == marks:
                held[self.outline.owner(at)] += self.outline.end(at, len(self.page.letters)) - self.outline.letters[at]
        whole = sum(held.values())
        return frozenset(owner for owner, letters in held.items() if letters > whole * _HOLDS)

    def pictures(self) -> Iterator[tuple[int, int]]:
        """Yield the captions of the story's pictures that the extractor left out, as stretches of the source."""
        head = self.outline.places[max(0, self.heading)]
        foot = self.bounds(self.last)[1]
        for start, end in self.page.captions[:_CAPTIONS]:
            numbers = range(max(0, self.outline.at(start)), self.outline.at(end - 1) + 1)
            inside = [at for at in numbers if start <= self.outline.places[at] < end]
            apart = any(self.outline.marks[at] & APART or at in self.touched for at in inside)
            own = not self.article or all(self.outline.articles[at] == self.article for at in inside)
            if head <= start < foot and inside and own and not apart:
                yield self.outline.places[inside[0]], end

    def bounds(self, number: int) -> tuple[int, int]:
        """Return where a block of the outline begins and ends in the source."""
        places = self.outline.places
        return places[number], places[number + 1] if number + 1 < len(places) else self.page.stop(places[number])

    def read(self, start: int, end: int) -> Block:
        """Return a stretch of the source as a block with its way back."""
        words = extract_plain_text(self.page.source[start:end], main_content=False, alt_texts=False)
        letter = self.outline.letters[max(0, self.outline.at(start))]
        return Alignment(self.page, letter).block(" ".join(without_controls(words).split()))

    def _is_paragraph(self, at: int) -> bool:
        """Say whether a block that the extractor left out is long enough, no caption, and points nowhere else."""
        if at in self.touched or self.outline.marks[at] & APART:
            return False
        letters = self._letters(at)
        if len(letters) < (_LETTERS // 3 if _WIDE.search(letters) else _LETTERS):
            return False
        start, end = self.outline.places[at], self._end(at)
        return share(self.page.links, start, end) <= _LINKED and share(self.page.captions, start, end) <= _LINKED

    def _letters(self, at: int) -> str:
        """Return a block's letters."""
        return self.page.letters[self.outline.letters[at] : self.outline.end(at, len(self.page.letters))]

    def _end(self, at: int) -> int:
        """Return where a block's last word begins in the source."""
        return self.page.place(self.outline.end(at, len(self.page.letters)) - 1)

    def _numbers(self, block: Block) -> Iterator[int]:
        """Yield the numbers of the outline's blocks that a block touches."""
        for run in block.runs:
            yield from range(self.outline.at(run.source), self.outline.at(run.source + run.length - 1) + 1)

    def _article(self, blocks: Sequence[Block]) -> int:
        """Return the article element that the headline stands in, where it holds a story; 0 otherwise."""
        article = self.outline.articles[self.heading] if self.heading >= 0 else 0
        words = sum(
            len(block.text.split())
            for block in blocks
            if (at := self.number(block)) >= 0 and self.outline.articles[at] == article
        )
        return article if words >= _STORY_WORDS else 0


def _merged(kept: Sequence[Block], found: Sequence[Block]) -> list[Block]:
    """Put found blocks where they stand in the page."""
    places = [block.runs[0].source if block.runs else -1 for block in kept]
    for number in range(1, len(places)):
        places[number] = max(places[number], places[number - 1])
    merged = list(kept)
    for block in sorted(found, key=lambda one: one.runs[0].source, reverse=True):
        merged.insert(bisect_right(places, block.runs[0].source), block)
    return merged


def _is_told(block: Block) -> bool:
    """Say whether a block is a paragraph by its own words: long enough, and a sentence or longer than any headline."""
    return len(block.text) > _LETTERS and (is_sentence(block.text) or len(block.text) > _HEADLINE)


def _plain(words: str) -> str:
    """Return the letters and figures of some words, in lower case."""
    return _PLAIN.sub("", words.casefold())
