"""The reading model's words: where treebanks cut, so that what was learnt from them fits the text.

A possessive ``'s`` and ``n't`` are words of their own here, as are hyphens; `reportedly.reading.analysis` keeps them with
their word, and `reportedly.reading.parsed` brings both together.
"""

import re
from dataclasses import dataclass

# Titles and months whose full stop belongs to the word, as in the English treebanks of Universal Dependencies.
_STOPPED = (
    "Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Cmdr|Adm|Prof|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|etc|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)

# In order of trial. No part can match the same text in two ways, so the time is linear in the text.
_WORD = re.compile(
    r"https?://[^\s<>\"“”]+|www\.[^\s<>\"“”]+|[\w.+-]+@\w+(?:[.-]\w+)+"
    rf"|(?:[^\W\d_]\.){{2,}}|(?:{_STOPPED})\.(?=\s)"
    r"|\d+(?:[.,:]\d+)*\w*|[@#]\w+"
    r"|(?i:can)(?=(?i:not)\b)"
    r"|\w+?(?=[nN]['’][tT]\b)|[nN]['’][tT]\b|['’](?i:s|re|ve|ll|d|m)\b"
    r"|\w+|\.{2,}|-{2,}|``|''|[^\w\s]",
)

# Letter shapes: what an uncased vocabulary no longer sees.
_LOWER, _TITLE, _UPPER, _MIXED, _DIGIT, _MARK = range(1, 7)
_NEW_PARAGRAPH = 6
SHAPES = 13
"""Shapes there are: 0 for what is no word, six, and the same six at the start of a paragraph."""

_NEAR = 12
_FAR = (16, 24, 40, 64)
DISTANCES = 2 * (_NEAR + len(_FAR)) + 3
"""Buckets of `distance`."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the reading model takes it.

    Attributes:
        start: First code point in the text.
        end: One past the last.
        paragraph: Number of its paragraph, from 0; paragraphs end at line breaks.
    """

    start: int
    end: int
    paragraph: int


def split(text: str) -> list[Word]:
    """Split the text into the model's words, in text order."""
    words: list[Word] = []
    paragraph = last = 0
    for match in _WORD.finditer(text):
        if words and "\n" in text[last : match.start()]:
            paragraph += 1
        words.append(Word(match.start(), match.end(), paragraph))
        last = match.end()
    return words


def shape(word: str, *, opens: bool) -> int:
    """Return the letter shape of a word; ``opens`` says that a paragraph begins with it."""
    return _shape(word) + (_NEW_PARAGRAPH if opens else 0)


def opening(mark: int) -> int:
    """Return a word's letter shape as it is at the start of a paragraph."""
    return mark if mark > _NEW_PARAGRAPH else mark + _NEW_PARAGRAPH


def lowered(mark: int) -> int:
    """Return a word's letter shape as it is without capital letters."""
    inside = (mark - 1) % _NEW_PARAGRAPH + 1
    return mark - inside + _LOWER if inside in (_TITLE, _UPPER, _MIXED) else mark


def _shape(word: str) -> int:
    """Return the letter shape of a word inside a paragraph."""
    if word[:1].isdigit():
        return _DIGIT
    if not any(letter.isalpha() for letter in word):
        return _MARK
    if word.islower():
        return _LOWER
    if word.isupper() and len(word) > 1:
        return _UPPER
    return _TITLE if word[:1].isupper() and (len(word) == 1 or word[1:].islower()) else _MIXED


def distance(index: int, first: int, last: int) -> int:
    """Return the bucket of a word's distance from a cue.

    Args:
        index: Number of the word.
        first: First word of the cue.
        last: Last word of the cue.
    """
    if first <= index <= last:
        return 0
    before = index < first
    steps = first - index if before else index - last
    bucket = steps if steps <= _NEAR else _NEAR + 1 + sum(steps > far for far in _FAR)
    return bucket + (_NEAR + len(_FAR) + 1 if before else 0)
