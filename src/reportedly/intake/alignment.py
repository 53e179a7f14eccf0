"""Extracted paragraphs found again among the letters of their page."""

import re
from collections.abc import Iterator

from reportedly.intake.block import Block
from reportedly.intake.page import Page
from reportedly.model.document import Run

_WORD = re.compile(r"\S+")
# Words looked for at once when a paragraph does not stand whole in the page, most first.
_STRIDES = (24, 8, 3, 1)
# How far ahead of the last word found such words are looked for, in letters.
_REACH = 4000
# Letters that may be searched in vain on one page: keeps a page made of paragraphs that stand nowhere linear.
_BUDGET = 50_000_000


class Alignment:
    """Finds paragraphs in page order; each search goes on where the last one ended.

    Args:
        page: The page they came from.
        at: Letter of the page from which the first is looked for.
    """

    def __init__(self, page: Page, at: int = 0) -> None:
        self._page = page
        self._at = at
        self._budget = _BUDGET

    def block(self, text: str) -> Block:
        """Return the paragraph with its way back to the page.

        Words that the extractor changed or made up have no way back.
        """
        letters = "".join(text.split())
        found = self._find(letters, 0, len(self._page.letters))
        if found is not None:
            raw = self._pieces_of(text, found)
            return Block(text, self._runs(text, raw if raw is not None else self._pairs(_words(text), found)))
        words = _words(text)
        # The bars between a table row's cells are mostly the extractor's, and sometimes the page's.
        cells = [(start, word) for start, word in words if word != "|"]
        raw = (self._whole(cells) if cells != words else None) or self._piecewise(words)
        return Block(text, self._runs(text, raw))

    def _pieces_of(self, text: str, found: int) -> list[tuple[int, int, int]] | None:
        """Pair a text with the page piece by piece; None where its spaces are not the page's."""
        page = self._page
        raw: list[tuple[int, int, int]] = []
        number, at, size = page.piece(found), 0, len(text)
        place = page.places[number] if page.starts[number] == found else page.place(found)
        if page.places[number] < 0 and page.starts[number] != found:
            return None
        while at < size:
            if place < 0:
                length = page.end(number) - page.starts[number]
                if not text.startswith(page.letters[page.starts[number] : page.end(number)], at):
                    return None
            else:
                length = min(page.ends[number] - place, size - at)
                if not text.startswith(page.source[place : place + length], at):
                    return None
                raw.append((at, place, length))
            at += length
            at += text.startswith(" ", at)
            number += 1
            place = page.places[number] if number < len(page.places) else -1
        return raw

    def _whole(self, words: list[tuple[int, str]]) -> list[tuple[int, int, int]] | None:
        """Pair the words with the page when they stand there all together; None when they do not."""
        found = self._find("".join(word for _, word in words), 0, len(self._page.letters))
        return self._pairs(words, found) if found is not None else None

    def _find(self, letters: str, back: int, reach: int) -> int | None:
        """Find letters from the cursor on, else from ``back`` on; moves the cursor when they stand ahead."""
        page = self._page.letters
        end = min(len(page), self._at + reach)
        if not letters or self._budget <= 0:
            return None
        found = page.find(letters, self._at, end)
        if found >= 0:
            self._at = found + len(letters)
            return found
        self._budget -= end - self._at
        if back < self._at and reach >= len(page):
            found = page.find(letters, back, self._at + len(letters) - 1)
            self._budget -= self._at - back
            return found if found >= 0 else None
        return None

    def _piecewise(self, words: list[tuple[int, str]]) -> list[tuple[int, int, int]]:
        """Find as many words together as stand together, in order."""
        raw: list[tuple[int, int, int]] = []
        at, reach = 0, len(self._page.letters)
        while at < len(words):
            for stride in _STRIDES:
                group = words[at : at + stride]
                # A lone short word is found anywhere: it must stand where the last one ended.
                near = 40 if stride == 1 else reach
                found = self._find("".join(word for _, word in group), self._at, near)
                if found is not None:
                    raw.extend(self._pairs(group, found))
                    reach = _REACH
                    break
            at += len(group)
        return raw

    def _pairs(self, words: list[tuple[int, str]], found: int) -> list[tuple[int, int, int]]:
        """Pair stretches of words with stretches of the page: (in the text, in the page, length)."""
        raw: list[tuple[int, int, int]] = []
        pieces = self._pieces(found)
        first, place, size = next(pieces)
        for start, word in words:
            done = 0
            while done < len(word):
                if found >= first + size:
                    first, place, size = next(pieces)
                length = min(len(word) - done, first + size - found)
                if place >= 0:
                    raw.append((start + done, place + found - first, length))
                done += length
                found += length
        return raw

    def _pieces(self, found: int) -> Iterator[tuple[int, int, int]]:
        """Yield the words and decoded references of the page from the one that holds a letter on: (letter, place, length)."""
        page = self._page
        number = page.piece(found)
        while number < len(page.starts):
            if page.places[number] < 0:
                yield page.starts[number], -1, page.end(number) - page.starts[number]
            else:
                for one in page.words(number):
                    if one[0] + one[2] > found:
                        yield one
            number += 1

    def _runs(self, text: str, raw: list[tuple[int, int, int]]) -> tuple[Run, ...]:
        """Join stretches that stand side by side in text and page, single equal spaces between them included."""
        source = self._page.source
        joined: list[tuple[int, int, int]] = []
        for start, place, length in raw:
            if joined:
                first, origin, size = joined[-1]
                gap = start - first - size
                if (
                    gap == place - origin - size
                    and gap in {0, 1}
                    and text[first + size : start] == source[origin + size : place]
                ):
                    joined[-1] = (first, origin, size + gap + length)
                    continue
            joined.append((start, place, length))
        return tuple(Run(*one) for one in joined)


def _words(text: str) -> list[tuple[int, str]]:
    """Return a text's words with their places in it."""
    return [(match.start(), match[0]) for match in _WORD.finditer(text)]
