"""Build the JSON of every gold here (bundled, further, online, varied and unseen) from reports and their reading by hand.

    python gold/build.py            writes all of them
    python gold/build.py --text ID  prints the text of one report, as the offsets count it
    python gold/build.py --table    prints where each difficulty stands, as gold/README.md lists it

The reading stands in folders of the same names: one TOML file a report, where every span is written as the words it
covers, and story.toml for what is said of all reports together. All but those of gold/bundled/ hold their text as well. Words that stand more than once are quoted with their surroundings, the span itself in square
brackets: "press, [said] at least". Words that are not found, or found twice, stop the build.
"""

import argparse
import html.parser
import json
import pathlib
import re
import tomllib
from collections.abc import Iterator
from typing import Any

HERE = pathlib.Path(__file__).resolve().parent
REPORTS = HERE.parent / "src" / "reportedly" / "bundled" / "reports"
READING = HERE / "bundled"
# Sets of stories whose texts stand beside their reading.
SETS = ("further", "online", "varied", "unseen")

Span = list[int]
Row = dict[str, Any]

# Elements that a browser sets on lines of their own, so that copied text has a break before and after them.
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body button caption dd div dl dt fieldset figcaption figure footer form"
        " h1 h2 h3 h4 h5 h6 header hr html label li main nav ol p pre section table td th tr ul",
    )
)
_UNSEEN = frozenset(["head", "noscript", "script", "style", "template", "textarea"])
_PARTS = re.compile(r"^(?P<before>.*?)\[(?P<words>.+?)\](?P<after>.*)$", re.DOTALL)
# Words of a mark that the table of difficulties shows.
_SHOWN = 4


class NotFoundError(Exception):
    """Words of the reading that stand in their report not at all, or more than once."""


class _VisibleText(html.parser.HTMLParser):
    """Collects the blocks of text that a reader of the page sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = [""]
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser calls it so
        """Open a block, or a stretch that is not seen."""
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if tag in _UNSEEN:
            self._unseen -= 1
        elif tag in _BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        """Add seen text to the block that is open."""
        if not self._unseen:
            self.blocks[-1] += data


def visible_text(page: str) -> str:
    """Give all text a reader of the page sees, residue included: a paragraph a block, blank lines between them."""
    parser = _VisibleText()
    parser.feed(page)
    parser.close()
    blocks = (" ".join(block.split()) for block in parser.blocks)
    return "\n\n".join(block for block in blocks if block)


def _pattern(quoted: str) -> re.Pattern[str]:
    """Match the quoted words whole, any white space between them, the part in brackets as a group."""
    parts = _PARTS.match(quoted)
    before, words, after = parts.group("before", "words", "after") if parts else ("", quoted, "")

    def loose(text: str) -> str:
        return re.sub(r"(\\?\s)+", r"\\s+", re.escape(text))

    head = r"(?<!\w)" if re.match(r"\w", before or words) else ""
    tail = r"(?!\w)" if re.search(r"\w$", after or words) else ""
    return re.compile(f"{head}{loose(before)}({loose(words)}){loose(after)}{tail}")


def locate(quoted: str, text: str, within: Span | None = None) -> Span:
    """Find the one place where the quoted words stand.

    Args:
        quoted: The words; with surroundings, the span's own in square brackets.
        text: The report's text.
        within: The stretch to look in; None for all of the text.

    Raises:
        NotFoundError: The words stand there not at all, or more than once.
    """
    start, end = within or [0, len(text)]
    found = [list(match.span(1)) for match in _pattern(quoted).finditer(text, start, end)]
    if len(found) != 1:
        place = f"in {text[start:end]!r}" if within else "in the report"
        raise NotFoundError(f"{quoted!r} stands {len(found)} times {place}, expected once")
    return found[0]


def _paragraph(text: str, span: Span) -> Span:
    """Give the paragraph that a span begins in."""
    start = text.rfind("\n\n", 0, span[0])
    end = text.find("\n\n", span[0])
    return [0 if start < 0 else start + 2, len(text) if end < 0 else end]


def _several(quoted: str | list[str] | None) -> list[str]:
    """Give a quotation as a list of its pieces."""
    if quoted is None:
        return []
    return [quoted] if isinstance(quoted, str) else quoted


def attribution(row: Row, text: str) -> Row:
    """Build one attribution; its further words are looked for in the paragraph where its content begins."""
    first, *rest = _several(row["content"])
    content = [locate(first, text)]
    paragraph = _paragraph(text, content[0])

    def spans(key: str) -> list[Span]:
        return [locate(quoted, text, paragraph) for quoted in _several(row.get(key))]

    built: Row = {"id": row["id"], "source": spans("source"), "cue": spans("cue")}
    built["content"] = content + [locate(quoted, text, paragraph) for quoted in rest]
    built |= {"kind": row.get("kind", "indirect"), "polarity": row.get("polarity", "asserts")}
    built["source_name"] = row.get("name")
    built |= {"hedges": spans("hedges")} if "hedges" in row else {}
    copied = ("basis", "via", "said", "parent", "inherited", "difficulty", "note")
    return built | {key: row[key] for key in copied if key in row}


def _marks(rows: list[Row], document: str, text: str) -> Iterator[Row]:
    """Build rows that have one span each: figures, times, places, residue, captions, credits."""
    for row in rows:
        rest = {key: value for key, value in row.items() if key not in ("words", "whose")}
        whose = {"source_name": row.get("whose", "")} if "of" in row else {}
        yield {"document": document, "span": locate(row["words"], text)} | rest | whose


def _table(path: pathlib.Path) -> Row:
    """Read one file of the reading."""
    return tomllib.loads(path.read_text("utf-8"))


def _begin(story: Row) -> Row:
    """Make a gold that holds what is said of all reports together, and no report yet."""
    gold: Row = {"about": story["about"], "documents": {}, "attributions": {}}
    gold |= {kind: [] for kind in ("figures", "times", "places", "residue", "captions", "credits")}
    return gold | {"claims": story["claims"], "copies": story["copies"], "texts": {}, "html": {}}


def build(reports: pathlib.Path = REPORTS, reading: pathlib.Path = READING) -> Row:
    """Make the gold of the bundled story: texts, pages and every annotation with its offsets in code points.

    Raises:
        NotFoundError: A quotation of the reading does not stand in its report exactly once.
    """
    gold = _begin(_table(reading / "story.toml"))
    for path in sorted(reports.iterdir()):
        raw = path.read_text("utf-8")
        if path.suffix == ".html":
            gold["html"][path.name] = raw
        text = visible_text(raw) if path.suffix == ".html" else raw
        _add_report(gold, path.name, text, {"story": "kolven"} | _table(reading / f"{path.stem}.toml"))
    return gold


def build_set(reading: pathlib.Path) -> Row:
    """Make the gold of a folder of stories whose texts stand beside their reading.

    Raises:
        NotFoundError: A quotation of the reading does not stand in its report exactly once.
    """
    gold = _begin(_table(reading / "story.toml"))
    for path in sorted(reading.glob("*-?-*.toml")):
        read = _table(path)
        _add_report(gold, path.stem, read["text"].strip(), read)
    return gold


def _add_report(gold: Row, name: str, text: str, read: Row) -> None:
    """Add one report, its text and its annotations to the gold."""
    gold["texts"][name] = text
    gold["documents"][name] = {"published": read.get("published"), "story": read["story"]}
    try:
        gold["attributions"][name] = [attribution(row, text) for row in read["attributions"]]
        for kind in ("figures", "times", "places", "residue", "captions", "credits"):
            gold[kind] += _marks(read.get(kind, []), name, text)
    except NotFoundError as error:
        raise NotFoundError(f"{name}: {error}") from error
    for row in gold["times"]:
        row.setdefault("value", None)


def dump(gold: Row) -> str:
    """Write the gold as text, the same for the same reading."""
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def _labels(gold: Row) -> Iterator[tuple[str, Row]]:
    """Name everything that can carry a difficulty: attributions and claims by id, marks by report and words."""
    for rows in gold["attributions"].values():
        yield from ((row["id"], row) for row in rows)
    for kind in ("figures", "times", "residue", "captions", "credits"):
        for row in gold[kind]:
            words = gold["texts"][row["document"]][slice(*row["span"])].split()
            shown = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
            yield f"{row['document'][:2]} “{shown}”", row
    for claim in gold["claims"]:
        yield claim["id"], claim
        for row in claim.get("drift", []):
            yield f"{claim['id']} {row['from']} → {row['to']}", row
    for row in gold["copies"]:
        yield f"{row['report'][:2]} of {row['of'][:2]}", row


def table(gold: Row) -> str:
    """List every difficulty with the annotations that are marked with it, as a Markdown table."""
    places: dict[str, list[str]] = {}
    for label, row in _labels(gold):
        for difficulty in row.get("difficulty", []):
            places.setdefault(difficulty, []).append(label)
    rows = [f"| {difficulty} | {', '.join(labels)} |" for difficulty, labels in sorted(places.items())]
    return "\n".join(["| difficulty | where it stands |", "|---|---|", *rows]) + "\n"


def _folders() -> list[pathlib.Path]:
    """List the folders of stories that are here."""
    return [HERE / name for name in SETS if (HERE / name).is_dir()]


def main() -> None:
    """Write the gold, or print a report's text or the table of difficulties."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", metavar="ID", help="print this report's text and stop")
    parser.add_argument("--table", action="store_true", help="print where each difficulty stands and stop")
    chosen = parser.parse_args()
    if chosen.text:
        texts = [build()["texts"], *(build_set(path)["texts"] for path in _folders())]
        print(next(one[chosen.text] for one in texts if chosen.text in one))
    elif chosen.table:
        print(table(build()), end="")
    else:
        (HERE / "bundled.json").write_text(dump(build()), "utf-8")
        for folder in _folders():
            folder.with_suffix(".json").write_text(dump(build_set(folder)), "utf-8")


if __name__ == "__main__":
    main()
