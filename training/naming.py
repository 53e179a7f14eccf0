"""Corpora of names to examples; a corpus that does not mark a kind leaves it open rather than denying it."""

import json
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from example import Example, encode

from reportedly.reading.splitting import lowered, opening, split
from reportedly.reading.window import windows

KINDS = ("person", "organisation", "place", "group", "other")
"""Kinds in the order of their tags: 0 is no name, then B and I of each."""

_LONGEST = 120
_LINES, _SMALL = 0.5, 0.1
"""Shares of the examples whose sentences become paragraphs, and that lose their capital letters, in each epoch."""
_MISC = ("group", "other")

WIKIGOLD: Mapping[str, tuple[str, ...]] = {
    "PER": ("person",),
    "ORG": ("organisation",),
    "LOC": ("place",),
    "MISC": _MISC,
}
UNER: Mapping[str, tuple[str, ...]] = {"PER": ("person",), "ORG": ("organisation",), "LOC": ("place",)}
POLITICS: Mapping[str, tuple[str, ...]] = {
    "politician": ("person",),
    "person": ("person",),
    "politicalparty": ("organisation",),
    "organisation": ("organisation",),
    "country": ("place",),
    "location": ("place",),
    "election": _MISC,
    "event": _MISC,
    "misc": _MISC,
}

Tagged = list[tuple[str, str]]


def bits(kinds: Iterable[str], part: str) -> int:
    """Return the bit set of the tags of these kinds; ``part`` is "B" or "I"."""
    return sum(1 << (1 + 2 * KINDS.index(kind) + (part == "I")) for kind in kinds)


NOTHING = 1
_OPEN = NOTHING | bits(_MISC, "B") | bits(_MISC, "I")


def columns(path: Path, word: int, tag: int) -> Iterator[Tagged]:
    """Read the sentences of a file of columns; a line that is empty or begins a document ends one."""
    sentence: Tagged = []
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# ") and "\t" not in line:
            continue
        parts = line.split("\t") if "\t" in line else line.split()
        if len(parts) <= max(word, tag) or parts[0] == "-DOCSTART-":
            if sentence:
                yield sentence
            sentence = []
        else:
            sentence.append((parts[word], parts[tag]))
    if sentence:
        yield sentence


def from_columns(
    sentences: Iterable[Tagged], kinds: Mapping[str, tuple[str, ...]], tokenizer: Path
) -> Iterator[Example]:
    """Make examples of tagged sentences, neighbours together; misc kinds that the corpus lacks stay open."""
    outside = NOTHING if any("other" in value for value in kinds.values()) else _OPEN
    kept: Tagged = []
    starts: list[int] = []
    for sentence in [*sentences, None]:
        if kept and (sentence is None or len(kept) + len(sentence) > _LONGEST):
            example = _tagged(kept[:_LONGEST], kinds, outside, tokenizer)
            example.starts = [int(i in starts) for i in range(len(example.first))]
            yield example
            kept, starts = [], []
        starts.append(len(kept))
        kept += _normal(sentence or [])


def varied(example: Example, chance: random.Random) -> Example:
    """Return the example as another page might set it: each sentence a paragraph, or all in small letters."""
    word_of = dict(zip(example.first, range(len(example.first)), strict=True))
    lines = example.starts is not None and chance.random() < _LINES
    small = chance.random() < _SMALL
    if not lines and not small:
        return example
    shapes, word = [], -1
    for place, mark in enumerate(example.shapes):
        word = word_of.get(place, word)
        new = lowered(mark) if mark and small else mark
        opens = mark and lines and example.starts and word >= 0 and example.starts[word]
        shapes.append(opening(new) if opens else new)
    return replace(example, shapes=shapes)


def _normal(sentence: Tagged) -> Tagged:
    """Write I- tags that begin a name as B-."""
    found, before = [], "O"
    for word, tag in sentence:
        begins = tag.startswith("I-") and before[1:] != tag[1:]
        found.append((word, "B" + tag[1:] if begins else tag))
        before = tag
    return found


def _tagged(sentence: Tagged, kinds: Mapping[str, tuple[str, ...]], outside: int, tokenizer: Path) -> Example:
    """Make one example of tagged words."""
    example = encode([word for word, _ in sentence], [False] * len(sentence), tokenizer)
    example.names = [bits(kinds[tag[2:]], tag[0]) if tag[2:] in kinds else outside for _, tag in sentence]
    return example


def from_documents(
    path: Path, tokenizer: Path, *, lacking: bool = False, keep: frozenset[str] = frozenset()
) -> Iterator[Example]:
    """Make examples of documents with mentions.

    Args:
        path: JSON lines as in the data's README.
        tokenizer: Its file.
        lacking: The corpus marks persons, organisations and places only.
        keep: Sections to take; all when empty.
    """
    for line in path.read_text("utf-8").splitlines():
        document = json.loads(line)
        if keep and document["meta"].get("section") not in keep:
            continue
        text = document["text"]
        spans = sorted(_names(document["mentions"]), key=lambda one: (one[0] - one[1], one[0]))
        words = split(text)
        texts = [text[word.start : word.end] for word in words]
        allowed = [_OPEN if lacking else NOTHING] * len(words)
        taken = [False] * len(words)
        for start, end, kind in spans:
            inside = [i for i, word in enumerate(words) if word.start < end and word.end > start]
            if not inside or any(taken[i] for i in inside):
                continue
            for i in inside:
                taken[i] = True
                allowed[i] = bits((kind,), "B" if i == inside[0] else "I")
        for low, high in windows(texts, words, size=_LONGEST):
            opens = [i == 0 or words[i].paragraph != words[i - 1].paragraph for i in range(low, high)]
            example = encode(texts[low:high], opens, tokenizer)
            example.names = allowed[low:high]
            yield example


def _names(mentions: list[dict[str, object]]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and kind of the mentions that are names; the name itself where it is part of a longer mention."""
    for mention in mentions:
        if mention.get("name"):
            kind = str(mention["kind"])
            start, end = mention.get("name_start", mention["start"]), mention.get("name_end", mention["end"])
            yield int(str(start)), int(str(end)), kind if kind in KINDS else "other"
