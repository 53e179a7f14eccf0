"""Treebanks in CoNLL-U to examples: sentence starts, parts of speech, dependencies."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from example import Example, encode

_LONGEST = 128
_FEWEST = 70


@dataclass(slots=True)
class Tree:
    """One sentence of a treebank; ``opens`` says that a paragraph begins with it, ``document`` that a document does."""

    words: list[str]
    lemmas: list[str]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    relations: list[str]
    opens: bool
    document: bool


@dataclass(frozen=True, slots=True)
class Tags:
    """The classes of the heads, in the order of their numbers."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]


def trees(path: Path) -> Iterator[Tree]:
    """Read the sentences of one CoNLL-U file; multiword tokens and empty nodes are left out."""
    opens = document = False
    for block in path.read_text("utf-8").split("\n\n"):
        rows = []
        for line in block.split("\n"):
            if line.startswith("#"):
                document |= line.startswith("# newdoc")
                opens |= line.startswith(("# newpar", "# newdoc"))
            elif line and line.split("\t", 1)[0].isdigit():
                rows.append(line.split("\t"))
        if rows:
            columns = list(zip(*rows, strict=True))
            heads = [int(x) for x in columns[6]]
            yield Tree(*(list(columns[i]) for i in (1, 2, 3, 4)), heads, list(columns[7]), opens, document)
            opens = document = False


_SELDOM = 5


def tags(sentences: list[Tree]) -> Tags:
    """Collect the classes in the sentences, sorted; labels of arcs that stand fewer than five times are left out."""
    labels = Counter(x for tree in sentences for x in tree.relations)
    return Tags(
        tuple(sorted({x for tree in sentences for x in tree.upos})),
        tuple(sorted({x for tree in sentences for x in tree.xpos})),
        tuple(sorted(label for label, count in labels.items() if count >= _SELDOM)),
    )


def stretches(sentences: list[Tree]) -> Iterator[list[Tree]]:
    """Put neighbouring sentences of one document together."""
    kept: list[Tree] = []
    length = 0
    for tree in sentences:
        if kept and (tree.document or length >= _FEWEST or length + len(tree.words) > _LONGEST):
            yield kept
            kept, length = [], 0
        kept.append(tree)
        length += len(tree.words)
    if kept:
        yield kept


def examples(sentences: list[Tree], known: Tags, tokenizer: Path) -> Iterator[Example]:
    """Make an example of each stretch of sentences."""
    upos, xpos, relations = (
        {name: i for i, name in enumerate(names)} for names in (known.upos, known.xpos, known.relations)
    )
    for stretch in stretches(sentences):
        words = [word for tree in stretch for word in tree.words][:_LONGEST]
        opens = [tree.opens and i == 0 for tree in stretch for i in range(len(tree.words))][:_LONGEST]
        example = encode(words, opens, tokenizer)
        example.starts = [int(i == 0) for tree in stretch for i in range(len(tree.words))][:_LONGEST]
        example.upos = [upos.get(x, -1) for tree in stretch for x in tree.upos][:_LONGEST]
        example.xpos = [xpos.get(x, -1) for tree in stretch for x in tree.xpos][:_LONGEST]
        example.relations = [relations.get(x, relations[x.split(":")[0]]) for tree in stretch for x in tree.relations][
            :_LONGEST
        ]
        heads, before = [], 0
        for tree in stretch:
            heads += [0 if head == 0 else before + head for head in tree.heads]
            before += len(tree.words)
        example.heads = [head if head <= _LONGEST else -1 for head in heads[:_LONGEST]]
        yield example
