"""An HTML page as it was scanned: its visible letters with their places, and what its head says.

What is the article and what is not, the extractors of `reportedly.intake.clean` decide; their words are found again here.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from reportedly.intake.charset import without_controls
from reportedly.intake.outline import Outline

_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
# A tag with a picture inside or thousands of attributes, which cost the extractors more than all the rest of the page.
_HEAVY = re.compile(r"<([a-zA-Z][\w-]{0,30})\s[^<>]{20000,}>")
_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\S+")


@dataclass
class Page:
    """A page's visible letters and what its head says.

    Attributes:
        source: The decoded page.
        letters: Every visible character but spaces and dropped controls, character references decoded.
        starts: Where each piece of ``letters`` begins there; a piece is a stretch of the source but for its spaces, or a decoded reference.
        places: For each piece, where it stands in ``source``; -1 for a decoded reference.
        ends: For each piece, one past its last character in ``source``; -1 as above.
        captions: Stretches of ``source`` in figcaption elements and elements named caption.
        links: Stretches of ``source`` in links.
        metas: Contents of meta tags by lower-case name, property or itemprop, in page order.
        linked_data: Bodies of JSON-LD scripts.
        times: ``datetime`` values of time elements.
        bylines: Where elements named author or byline, and links to an author's page, begin in ``source``, with their words.
        title: Words of the title element; None when there are none.
        heading: Words of the first h1; None when there is none.
        language: As the html element has it; None when it says nothing.
        canonical: As the canonical link has it; None when there is none.
        outline: Its blocks in order.
        parts: The stretches of ``source`` that were read; what is said below of the page is said of these.
        heavy: A tag is so long that the extractors are spared it.
    """

    source: str
    letters: str = ""
    starts: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    captions: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    metas: dict[str, list[str]] = field(default_factory=dict)
    linked_data: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    bylines: list[tuple[int, str]] = field(default_factory=list)
    title: str | None = None
    heading: str | None = None
    language: str | None = None
    canonical: str | None = None
    outline: Outline = field(default_factory=Outline)
    parts: tuple[tuple[int, int], ...] = ()
    heavy: bool = False

    @cached_property
    def light(self) -> str:
        """What was read of ``source``, without controls and without the attributes of oversized tags, as extractors get it."""
        light = without_controls("".join(self.source[start:stop] for start, stop in self.parts))
        return _HEAVY.sub(r"<\1>", light) if self.heavy else light

    def stop(self, place: int) -> int:
        """Return where the part that holds a place of the source ends."""
        return next((stop for start, stop in self.parts if start <= place < stop), len(self.source))

    def piece(self, at: int) -> int:
        """Return the number of the piece that holds letter ``at``."""
        return bisect_right(self.starts, at) - 1

    def end(self, number: int) -> int:
        """Return where a piece ends among the letters."""
        return self.starts[number + 1] if number + 1 < len(self.starts) else len(self.letters)

    def words(self, number: int) -> Iterator[tuple[int, int, int]]:
        """Yield the words of a piece that stands in the source: (first letter, place, length)."""
        at, stop = self.starts[number], self.end(number)
        for match in _WORD.finditer(self.source, self.places[number]):
            length = min(match.end() - match.start(), stop - at)
            yield at, match.start(), length
            at += length
            if at >= stop:
                return

    def place(self, at: int) -> int:
        """Return where the word of letter ``at`` or the next one before it with a place begins in the source."""
        number = self.piece(at)
        while number >= 0 and self.places[number] < 0:
            number -= 1
        found = 0
        for first, place, _ in self.words(number) if number >= 0 else ():
            if first > at:
                break
            found = place
        return found


def words(markup: str) -> str:
    """Return the words of a piece of markup, on one line."""
    return _SPACE.sub(" ", html.unescape(_MARKUP.sub(" ", markup))).strip()


def attributes(markup: str) -> dict[str, str]:
    """Return a tag's attributes by lower-case name, the first of each, references decoded."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(markup):
        found.setdefault(name.lower(), html.unescape(double or single or bare))
    return found


def stretches(found: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of sorted, disjoint stretches that lie between ``start`` and ``end``."""
    at = max(0, bisect_right(found, (start, len(found) and found[-1][1])) - 1)
    while at < len(found) and found[at][0] < end:
        first, last = max(found[at][0], start), min(found[at][1], end)
        if first < last:
            yield first, last
        at += 1


def share(found: list[tuple[int, int]], start: int, end: int) -> float:
    """Return the share of a stretch of the source that lies in sorted, disjoint stretches."""
    inside = sum(last - first for first, last in stretches(found, start, end))
    return inside / (end - start) if end > start else 0.0
