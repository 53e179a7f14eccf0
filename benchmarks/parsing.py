#!/usr/bin/env python3
"""Parse gold words with the reading model, and score parts of speech, dependencies, sentences, lemmas or names.

    python benchmarks/parsing.py --gold EWT-DEV.conllu --out PREDICTED.conllu
    python benchmarks/parsing.py --gold UNER.iob2 --out PREDICTED.iob2

Of GOLD the words are read, and where documents and paragraphs begin; sentences are predicted. For names, where no paragraphs
are known, each sentence of GOLD is read as a line of its own. Accuracy of parts of speech is
over all words; attachment leaves out punctuation (the words whose gold part of speech is PUNCT), and compares labels whole
(LAS) and without their subtypes (LAS~). Names count when both ends and the kind are right; kinds that the corpus lacks are
left out of the prediction.
"""

import argparse
import pathlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module

from reportedly.reading.encoder import ReadingModel, Window, shown
from reportedly.reading.namerun import name_runs
from reportedly.reading.parsed import Analysed, analysed
from reportedly.reading.splitting import Word
from reportedly.reading.window import windows

_PEERS = {
    "parsing": (
        "spaCy CNN pipeline trained on UD, tests of EWT / GUM: UPOS 93.8 / 95.7, LAS 79.8 / 80.6",
        "our experiment, the same: UPOS 96.2 / 97.0, LAS 84.1 / 83.4",
    ),
    "names": ("spaCy CNN: F1 55.1", "our experiment: F1 70.5"),
}
_KINDS = {"person": "PER", "organisation": "ORG", "place": "LOC"}


@dataclass(slots=True)
class Text:
    """One document of gold words.

    Attributes:
        rows: The columns of each word.
        opens: Whether each word begins a paragraph.
        starts: Whether each word begins a gold sentence.
    """

    rows: list[list[str]]
    opens: list[bool]
    starts: list[bool]


def texts(path: pathlib.Path) -> Iterator[Text]:
    """Read the documents of a file of columns; multiword tokens and empty nodes are left out."""
    text = Text([], [], [])
    opens, begins = True, True
    lines = path.suffix != ".conllu"
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("#") and "\t" not in line:
            if line.startswith("# newdoc") and text.rows:
                yield text
                text = Text([], [], [])
            opens |= line.startswith(("# newpar", "# newdoc"))
        elif not line:
            begins = True
        elif line.split("\t", 1)[0].isdigit():
            text.rows.append(line.split("\t"))
            text.opens.append(opens or (lines and begins))
            text.starts.append(begins)
            opens = begins = False
    if text.rows:
        yield text


def seen(text: Text, model: ReadingModel) -> list[Window]:
    """Show gold words to the model."""
    forms = [row[1] for row in text.rows]
    words, at, paragraph = [], 0, -1
    for form, new in zip(forms, text.opens, strict=True):
        paragraph += new
        words.append(Word(at, at + len(form), max(paragraph, 0)))
        at += len(form) + 1
    return [shown(forms, words, low, high, model) for low, high in windows(forms, words)]


def parsed(text: Text, model: ReadingModel) -> list[Analysed]:
    """Return the words of one text as the model sees them."""
    return [word for window in seen(text, model) for word in analysed(window, model)]


def parsing(read: Iterable[tuple[Text, Sequence[Analysed]]]) -> dict[str, float]:
    """Score what was read of each text, in percent."""
    right: Counter[str] = Counter()
    for text, words in read:
        before = [i for i, start in enumerate(text.starts) if start]
        base = 0
        for i, (row, word) in enumerate(zip(text.rows, words, strict=True)):
            base = i if text.starts[i] else base
            right["words"] += 1
            right["UPOS"] += word.pos == row[3]
            right["XPOS"] += word.xpos == row[4]
            right["lemma"] += word.lemma.lower() == row[2].lower()
            if row[3] != "PUNCT":
                head = None if row[6] == "0" else base + int(row[6]) - 1
                label, same = row[7], head == word.head
                right["arcs"] += 1
                right["UAS"] += same
                right["LAS"] += same and label == word.relation
                right["LAS~"] += same and label.split(":")[0] == word.relation.split(":")[0]
        found = {i for i, word in enumerate(words) if word.starts}
        right["sentences both"] += len(found & set(before))
        right["sentences either"] += len(found) + len(before)
    scores = {name: 100 * right[name] / right["words"] for name in ("UPOS", "XPOS", "lemma")}
    scores |= {name: 100 * right[name] / right["arcs"] for name in ("UAS", "LAS", "LAS~")}
    return {**scores, "sentence starts F1": 200 * right["sentences both"] / right["sentences either"]}


def names(read: Iterable[tuple[Text, set[tuple[int, int, str]]]]) -> dict[str, float]:
    """Score the names found in each text, in percent."""
    both = found = wanted = 0
    for text, got in read:
        gold = spans([row[2] for row in text.rows])
        both, found, wanted = both + len(gold & got), found + len(got), wanted + len(gold)
    precision, recall = 100 * both / max(1, found), 100 * both / max(1, wanted)
    return {"precision": precision, "recall": recall, "F1": 200 * both / max(1, found + wanted)}


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Return the names of IOB2 tags as first word, one past the last, kind."""
    found: set[tuple[int, int, str]] = set()
    low = None
    for i, tag in enumerate([*tags, "O"]):
        if low is not None and not tag.startswith("I-"):
            found.add((low, i, tags[low][2:]))
            low = None
        if tag.startswith("B-"):
            low = i
    return found


def named(text: Text, model: ReadingModel) -> set[tuple[int, int, str]]:
    """Return the names that the model finds in a text, of the kinds that the corpus has."""
    return {(one.low, one.high, _KINDS[one.kind]) for one in name_runs(seen(text, model)) if one.kind in _KINDS}


def _conllu(text: Text, words: Sequence[Analysed]) -> Iterator[str]:
    """Yield the lines of one text as predicted, heads counted over its own sentences."""
    base = 0
    for i, (row, word) in enumerate(zip(text.rows, words, strict=True)):
        if word.starts:
            if i:
                yield ""
            base = i
        head = "0" if word.head is None else str(word.head - base + 1)
        columns = (str(i - base + 1), row[1], word.lemma, word.pos, word.xpos, "_", head, word.relation, "_", "_")
        yield "\t".join(columns)
    yield ""


def _iob(text: Text, found: Iterable[tuple[int, int, str]]) -> Iterator[str]:
    """Yield the lines of one text as predicted."""
    tags = {i: f"{'B' if i == low else 'I'}-{kind}" for low, high, kind in found for i in range(low, high)}
    yield from (f"{row[0]}\t{row[1]}\t{tags.get(i, 'O')}" for i, row in enumerate(text.rows))
    yield ""


def main() -> None:
    """Predict, write and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--reader", choices=("en",), default="en")
    given = parser.parse_args()
    model: ReadingModel = import_module("reportedly_en").load()
    read = list(texts(given.gold))
    if given.gold.suffix == ".conllu":
        kind = "parsing"
        trees = [(text, parsed(text, model)) for text in read]
        scores, lines = parsing(trees), [line for one in trees for line in _conllu(*one)]
    else:
        kind = "names"
        found = [(text, named(text, model)) for text in read]
        scores, lines = names(found), [line for one in found for line in _iob(*one)]
    given.out.write_text("\n".join(lines) + "\n", "utf-8")
    print("  ".join(f"{name} {score:.1f}" for name, score in scores.items()))
    for peer in _PEERS[kind]:
        print(f"peer: {peer}")


if __name__ == "__main__":
    main()
