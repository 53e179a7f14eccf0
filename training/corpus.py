"""All that the model is trained on, and how often each part comes up."""

import json
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import attributing
import chains as written
import judging
import naming
import parsing
from example import Example

CHAINS = 500
"""Documents of chains written anew for each epoch, unless told otherwise."""

EMPTY = 0.1
"""Share of the windows without attribution that the lesser corpora keep."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the data lies.

    Attributes:
        data: Folder of treebanks and names, with ``more/`` in it.
        bench: Folder of the benchmarks, whose training halves are used.
    """

    data: Path
    bench: Path


@dataclass(slots=True)
class Corpus:
    """Everything read, ready to be cut into epochs."""

    tags: parsing.Tags
    parses: list[Example]
    names: list[tuple[float, list[Example]]]
    attributions: list[tuple[int, list[attributing.Marked]]]
    facts: list[Example]
    material: written.Material
    tokenizer: Path
    chains: int = CHAINS

    def parse_epoch(self, chance: random.Random) -> list[Example]:
        """Return the examples of one pass over the treebanks."""
        return chance.sample(self.parses, len(self.parses))

    def name_epoch(self, chance: random.Random) -> list[Example]:
        """Return the examples of one pass over the names; of a corpus of little weight, so great a part."""
        found = [
            one
            for share, examples in self.names
            for one in chance.sample(examples * math.ceil(share), round(share * len(examples)))
        ]
        chance.shuffle(found)
        return [naming.varied(one, chance) for one in found]

    def attribution_epoch(self, chance: random.Random) -> list[Example]:
        """Return the examples of one pass over the attributions, cut anew, with chains written anew."""
        found = [
            one
            for times, documents in self.attributions
            for document in documents
            for _ in range(times)
            for one in attributing.examples(_requoted(document, chance), self.tokenizer, chance)
            # Chatty corpora hold few attributions: a tenth of their empty windows is enough to learn what is none.
            if not document.whole or one.roles or chance.random() < EMPTY
        ]
        for document in written.documents(self.chains, chance, self.material):
            found += attributing.examples(attributing.marked(document, whole=True), self.tokenizer, chance)
        chance.shuffle(found)
        return found

    def fact_epoch(self, chance: random.Random) -> list[Example]:
        """Return the examples of one pass over the judged events."""
        return chance.sample(self.facts, len(self.facts))


def load(
    folders: Folders, tokenizer: Path, *, polnear: bool = True, clean: bool = False, chains: int = CHAINS
) -> Corpus:
    """Read all corpora.

    Args:
        folders: Where they lie.
        tokenizer: The file of the word pieces.
        polnear: Train on PolNeAR; without it all attributions are from open data.
        clean: Leave out the corpora of names whose conventions differ, for the end of training.
        chains: Documents of chains written for each epoch.
    """
    trees = [
        *parsing.trees(folders.data / "ud/ewt-train.conllu"),
        *parsing.trees(folders.data / "ud/gum-open-train.conllu"),
    ]
    tags = parsing.tags(trees)
    found = folders.bench / "attribution/polnear-train.jsonl"
    outer = [json.loads(line) for line in found.read_text("utf-8").splitlines()] if polnear else []
    more = folders.data / "more"
    attributions = [
        (1, [attributing.marked(one, whole=False) for one in outer]),
        (1, list(attributing.documents(more / "gum-train.jsonl", whole=True, weight=0.5))),
        (1, list(attributing.documents(more / "ewt-propbank-train.jsonl", whole=True, weight=0.5))),
        (1, list(attributing.documents(more / "qasrl-train.jsonl", whole=True, weight=0.5))),
        (2, list(attributing.documents(more / "meantime-train.jsonl", whole=True, weight=0.5))),
    ]
    return Corpus(
        tags,
        list(parsing.examples(trees, tags, tokenizer)),
        list(_names(folders, tokenizer, clean=clean)),
        attributions,
        judging.examples(folders.bench / "factuality/uw_meantime_train.jsonl", tokenizer),
        written.material(outer),
        tokenizer,
        chains,
    )


def _names(folders: Folders, tokenizer: Path, *, clean: bool) -> Iterator[tuple[float, list[Example]]]:
    """Yield the corpora of names with the share of each that an epoch holds."""
    ner, more = folders.data / "ner", folders.data / "more"
    yield 1.0, list(naming.from_columns(naming.columns(ner / "wikigold.conll", 0, 1), naming.WIKIGOLD, tokenizer))
    uner = list(naming.from_columns(naming.columns(ner / "uner-ewt-dev.iob2", 1, 2), naming.UNER, tokenizer))
    yield (2.0 if clean else 1.0), uner
    yield 1.0, list(naming.from_documents(more / "gum-train.jsonl", tokenizer))
    yield 1.0, list(naming.from_documents(more / "meantime-train.jsonl", tokenizer))
    if clean:
        return
    for part in ("train", "dev", "test"):
        sentences = naming.columns(ner / f"crossner-politics-{part}.conll", 0, 1)
        yield 0.5, list(naming.from_columns(sentences, naming.POLITICS, tokenizer))
    yield 0.15, list(naming.from_documents(more / "redocred-train.jsonl", tokenizer))
    tweets = naming.from_documents(more / "btc-train.jsonl", tokenizer, lacking=True, keep=frozenset({"g", "f", "e"}))
    yield 0.1, list(tweets)


_STYLES = ({"“": '"', "”": '"', "’": "'"}, {"“": "``", "”": "''", "’": "'"}, {"“": "«", "”": "»"}, {"“": "‘", "”": "’"})


def _requoted(document: attributing.Marked, chance: random.Random) -> attributing.Marked:
    """Return the document with other quotation marks in three of ten cases, since readers meet all of them."""
    if chance.random() >= 0.3:
        return document
    style = chance.choice(_STYLES)
    texts = ["".join(style.get(letter, letter) for letter in text) for text in document.texts]
    return attributing.Marked(texts, document.words, document.pieces, document.masked, document.whole, document.weight)
