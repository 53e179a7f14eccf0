#!/usr/bin/env python3
"""Gather mentions into entities through the public API, and score them.

    python benchmarks/coreference.py --gold GUM-DEV.conllu               # CoNLL-2012 against GUM's chains
    python benchmarks/coreference.py --sources                           # whom pronouns and descriptions mean, in the golds
    python benchmarks/coreference.py --sources --misses                  # with each miss

GUM's chains hold every noun phrase that comes up twice, deeds and thoughts included; ours hold names, descriptions of those
who can speak, and personal pronouns. So two scores are given: over all chains, and over those of persons, organisations and
places that are named, or spoken of by a pronoun or a noun. Mentions match by the word that they turn on (the head of the phrase, as in
CorefUD), since the ends of phrases are cut by other rules than GUM's; with --exact by all their characters.

The baseline takes our mentions too, and joins those of the same words; pronouns are nobody's there.
"""

import argparse
import json
import pathlib
import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from importlib import util
from operator import add
from typing import Any

from conll import Cluster, Measure, b_cubed, ceaf_e, clusters, mean, mentions, muc
from reader import chosen, name

from reportedly.engine import Reading, readings
from reportedly.format import report_json
from reportedly.intake import item
from reportedly.model import Document, Entity, Mention, Report, Span
from reportedly.reading import Reader, read
from reportedly.reading.vocabulary import vocabulary

_HERE = pathlib.Path(__file__).resolve().parent.parent
_SHARED = _HERE.parent / "shared" / "gold"
_ARTICLES = frozenset(("the", "a", "an"))
_ACTORS = frozenset(("person", "organization", "place"))
_ENTITY = re.compile(r"\((\w+)-([^()]*)\)?|(\w+)\)")


@dataclass(frozen=True, slots=True)
class Text:
    """A document of GUM.

    Attributes:
        id_: Its name.
        text: Its words, one paragraph a line.
        words: Where each word stands.
        gold: Chain and type of each mention, by first and last word and head.
    """

    id_: str
    text: str
    words: tuple[Span, ...]
    gold: tuple[tuple[int, int, int, str, str], ...]


def texts(path: pathlib.Path) -> Iterator[Text]:
    """Read the documents of GUM's CoNLL-U with the entities in the last column."""
    for block in re.split(r"(?m)^(?=# newdoc)", path.read_text("utf-8")):
        if block.startswith("# newdoc"):
            yield _text(block)


def _text(block: str) -> Text:
    """Read one document."""
    pieces: list[str] = []
    words: list[Span] = []
    opened: dict[str, list[tuple[int, str, str]]] = {}
    gold: list[tuple[int, int, int, str, str]] = []
    length, gap, skip = 0, "", 0
    for line in block.split("\n"):
        if line.startswith("# newpar"):
            gap = "\n" if length else ""
        row = line.split("\t")
        if len(row) < 10 or "." in row[0]:  # noqa: PLR2004 - columns of CoNLL-U
            continue
        if "-" in row[0]:
            skip = int(row[0].split("-")[1])
        multi = "-" in row[0]
        if multi or int(row[0]) > skip or int(row[0]) == 1:
            pieces.append(gap + row[1])
            start = length + len(gap)
            length = start + len(row[1])
            gap = "" if "SpaceAfter=No" in row[9] else " "
            skip = skip if multi else 0
        if multi:
            continue
        words.append(Span(start, length))
        _entities(row[9], len(words) - 1, opened, gold)
    id_ = block.split("\n", 1)[0].rpartition(" ")[2]
    return Text(id_, "".join(pieces), tuple(words), tuple(gold))


def _entities(
    misc: str,
    at: int,
    opened: dict[str, list[tuple[int, str, str]]],
    gold: list[tuple[int, int, int, str, str]],
) -> None:
    """Take the mentions that open or close at a word into account."""
    field = next((one.removeprefix("Entity=") for one in misc.split("|") if one.startswith("Entity=")), "")
    for match in _ENTITY.finditer(field):
        if match[1]:
            rest = match[2].split("-")
            kind, heads = rest[0], rest[4] if len(rest) > 4 else "1"  # noqa: PLR2004 - GRP-etype-infstat-salience-centering-minspan-link
            opened.setdefault(match[1], []).append((at, kind, heads))
            if match[0].endswith(")"):
                _closed(match[1], at, opened, gold)
        else:
            _closed(match[3], at, opened, gold)


def _closed(
    chain: str,
    at: int,
    opened: dict[str, list[tuple[int, str, str]]],
    gold: list[tuple[int, int, int, str, str]],
) -> None:
    """Take down a mention that ends at a word."""
    first, kind, heads = opened[chain].pop()
    head = heads.split(",")[0]
    gold.append((first, at, first + int(head) - 1 if head.isdigit() else at, chain, kind))


def actors(text: Text) -> frozenset[str]:
    """Return the chains of persons, organisations and places."""
    return frozenset(chain for _, _, _, chain, kind in text.gold if kind in _ACTORS)


def gold_chains(text: Text, *, exact: bool, only: frozenset[str] | None) -> tuple[Cluster, ...]:
    """Return GUM's chains, of which ``only`` keeps some."""
    of: dict[Hashable, Hashable] = {}
    for first, last, head, chain, _ in text.gold:
        if only is None or chain in only:
            of[(first, last) if exact else head] = chain
    found: tuple[Cluster, ...] = clusters(of)
    return found


def our_chains(text: Text, report: Report, chain: Callable[[Mention], Hashable], *, exact: bool) -> tuple[Cluster, ...]:
    """Return chains of our mentions, each by the words of GUM it stands on."""
    heads = {head: head for _, _, head, _, _ in text.gold}
    by_extent = {(first, last): head for first, last, head, _, _ in text.gold}
    of: dict[Hashable, Hashable] = {}
    for mention in report.of(Mention):
        inside = [
            at for at, span in enumerate(text.words) if span.start < mention.span.end and mention.span.start < span.end
        ]
        key = chain(mention)
        if not inside or key is None:
            continue
        extent = (inside[0], inside[-1])
        if exact:
            of[extent] = key
            continue
        # The head of the phrase of GUM with the same ends, else the last word before "of" and the like that heads any phrase.
        head = by_extent.get(extent)
        if head is None:
            head = next((heads[at] for at in inside if at in heads), inside[-1])
        of.setdefault(head, key)
    found: tuple[Cluster, ...] = clusters(of)
    return found


def same_words(report: Report) -> Callable[[Mention], Hashable]:
    """Return the baseline: mentions of the same words, article aside, are one; pronouns are nobody's."""

    def chain(mention: Mention) -> Hashable:
        words = mention.span.cut(report.text).lower().removeprefix("the ").removesuffix("’s").removesuffix("'s")
        return None if mention.form == "pronoun" else words

    return chain


def scored(pairs: Sequence[tuple[Sequence[Cluster], Sequence[Cluster]]]) -> dict[str, Measure]:
    """Return each measure, summed over documents."""
    ways: Mapping[str, Callable[[Sequence[Cluster], Sequence[Cluster]], Measure]] = {
        "mentions": mentions,
        "MUC": muc,
        "B³": b_cubed,
        "CEAF-e": ceaf_e,
    }
    return {way: reduce(add, (score(*pair) for pair in pairs), Measure()) for way, score in ways.items()}


def print_gum(path: pathlib.Path, readers: Sequence[Reader], *, exact: bool) -> None:
    """Print the scores against GUM, ours beside the baseline's."""
    read_ = [(text, read(Document(text.id_, "0" * 64, text.text), readers)) for text in texts(path)]
    print(f"{len(read_)} documents, mentions by {'all their characters' if exact else 'their heads'}\n")
    print("| chains | by | mentions P / R / F1 | MUC | B³ | CEAF-e | CoNLL F1 |\n|---|---|---|---|---|---|---|")
    for title, some in (("all", False), ("persons, organisations, places", True)):
        gold = [gold_chains(text, exact=exact, only=actors(text) if some else None) for text, _ in read_]
        for who in ("same words", "ours"):
            found = [
                our_chains(text, report, same_words(report) if who == "same words" else _entity, exact=exact)
                for text, report in read_
            ]
            row = scored(list(zip(gold, found, strict=True)))
            heads = row.pop("mentions")
            cells = " | ".join(f"{100 * one.f1:.1f}" for one in row.values())
            told = " / ".join(f"{100 * one:.1f}" for one in (heads.precision, heads.recall, heads.f1))
            print(f"| {title} | {who} | {told} | {cells} | {100 * mean(list(row.values())):.1f} |")


def _entity(mention: Mention) -> Hashable:
    """Return the entity that our readers put a mention into."""
    return mention.entity


@dataclass(frozen=True, slots=True)
class Case:
    """A source without a name in its words, as the gold and as the readers have it.

    Attributes:
        form: "pronoun", "description" or "nobody" for a source that the gold gives no name.
        words: The source's words.
        gold: Whom it means.
        ours: Whom the readers take it for; None when they did not find the attribution.
        right: They fit, by the scorer's rule for names.
        where: Report and words around it, for the list of misses.
    """

    form: str
    words: str
    gold: str
    ours: str | None
    right: bool
    where: str


_PRONOUNS = frozenset(
    (
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "who",
        "which",
        "that",
        "this",
        "him",
        "her",
        "them",
        "both",
        "one",
        "his",
        "its",
    )
)


def cases(path: pathlib.Path, reader: str) -> Iterator[Case]:
    """Yield every source of a gold that is a pronoun or a description without a name."""
    score = _scorer()
    gold, raw = score.load(path)
    rows = ({"id": id_, "text": text, "published": _day(gold, id_)} for id_, text in raw.items())
    inputs = (item(row["id"], json.dumps(row).encode()) for row in rows)
    found = {
        one.report.id: report_json(one.report) for one in readings(inputs, reader=reader) if isinstance(one, Reading)
    }
    for id_, text in raw.items():
        yield from _cases(score, text, gold["attributions"].get(id_, []), found[id_])


def _cases(score: Any, text: str, rows: Sequence[dict[str, Any]], ours: dict[str, Any]) -> Iterator[Case]:
    """Yield the cases of one report."""
    fits = _fits(score, text, ours["text"])
    pairs = {one["id"]: other for one, other in score.pair(rows, ours["attributions"], fits)}
    for row in rows:
        form = _form(text, row)
        if form is not None:
            got = pairs.get(row["id"])
            right = got is not None and score.name_fits(row["source_name"], got["source_name"], got["named"])
            where = f"{row['id']}: {score.cut(text, row['content'])[:80]}"
            name_ = got and str(got["source_name"])
            yield Case(form, score.cut(text, row["source"]), row["source_name"], name_, bool(right), where)


def _fits(score: Any, old: str, text: str) -> Callable[[dict[str, Any], dict[str, Any]], float]:
    """Return how well two attributions fit, as the scorer has it."""

    def fits(gold: dict[str, Any], ours: dict[str, Any]) -> float:
        content = score.jaccard(score.cut(old, gold["content"]), score.cut(text, ours["content"]))
        if content < 0.8:  # noqa: PLR2004 - the scorer's bar
            return 0.0
        parts = (score.jaccard(score.cut(old, gold[part]), score.cut(text, ours[part])) for part in ("source", "cue"))
        return float(3 * content + sum(parts))

    return fits


def _form(text: str, row: dict[str, Any]) -> str | None:
    """Return what a source without a name is; None for one that its own words name, and where there are none."""
    words = re.findall(r"\w+", " ".join(text[start:end] for start, end in row["source"]))
    known = row["source_name"]
    if not words or not known:
        return None
    if known.startswith("unnamed"):
        return "nobody"
    if len(words) == 1 and words[0].lower() in _PRONOUNS:
        return "pronoun"
    # "Britain" for its government is a name, though another.
    naming = set(re.findall(r"\w+", known.lower()))
    common = _ARTICLES | vocabulary("en").nouns.keys()
    capital = [word for word in words if word[0].isupper() and word.lower() not in common]
    named = any(word.lower() in naming for word in capital) or len(capital) == len(words)
    return None if named and words[0].lower() not in _PRONOUNS else "description"


def _day(gold: dict[str, Any], id_: str) -> str | None:
    """Return the day of a report."""
    found = gold["documents"][id_].get("published") if isinstance(gold["documents"], dict) else None
    return str(found) if found else None


def _scorer() -> Any:
    """Return the scorer of the golds."""
    spec = util.spec_from_file_location("score", _HERE / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(_HERE / "gold" / "score.py")
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def print_sources(reader: str, *, misses: bool) -> None:
    """Print how many sources without a name are resolved right, gold by gold."""
    print(
        "| gold | pronouns | descriptions | together | share | left nameless, as they are |\n|---|---|---|---|---|---|"
    )
    listed = []
    for title, path in (
        ("two real reports", _SHARED / "seeds.json"),
        ("twenty real reports", _SHARED / "stories.json"),
        ("the bundled story", _HERE / "gold" / "bundled.json"),
    ):
        if not path.is_file():
            continue
        found = list(cases(path, reader))
        listed += [(title, one) for one in found if not one.right]
        forms = ("pronoun", "description", "nobody")
        counts = {form: [one.right for one in found if one.form == form] for form in forms}
        told = {form: f"{sum(rows)} of {len(rows)}" for form, rows in counts.items()}
        both = counts["pronoun"] + counts["description"]
        share = f"{100 * sum(both) / len(both):.0f} %" if both else "–"
        cells = (title, told["pronoun"], told["description"], f"{sum(both)} of {len(both)}", share, told["nobody"])
        print(f"| {' | '.join(cells)} |")
    if misses:
        for title, one in listed:
            print(f"\n{title} {one.where}\n  {one.form} {one.words!r} is {one.gold!r}, read as {one.ours!r}")


def main() -> None:
    """Score against GUM, or count the sources of the golds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=pathlib.Path, help="GUM's CoNLL-U with entities in the last column")
    parser.add_argument("--exact", action="store_true", help="match mentions by all their characters")
    parser.add_argument("--sources", action="store_true", help="count the sources of the golds that are here")
    parser.add_argument("--misses", action="store_true", help="with --sources: list each miss")
    parser.add_argument("--reader", type=name, default="rules")
    given = parser.parse_args()
    if given.gold:
        print_gum(given.gold, chosen(given.reader, Mention, Entity), exact=given.exact)
    elif given.sources:
        print_sources(given.reader, misses=given.misses)
    else:
        parser.error("give --gold or --sources")


if __name__ == "__main__":
    main()
