#!/usr/bin/env python3
"""Read web pages through the public API, and score text and metadata beside other extractors in the same run.

    python benchmarks/extraction.py --sets FOLDER --set NAME --out FILE

FOLDER holds ``sets/NAME.jsonl``, the pages it names and ``score.py``; each reader is given HTML and URL, never an answer. FILE
gets our output in the shape that ``score.py`` reads. A document's text is scored without its captions, which it lists. Readers
take turns on each page, so that all meet the same machine. ``--part train`` and ``--part held`` keep two thirds and one third
of the pages, told apart by a hash of their ids: rules are tuned on the first, the second shows whether they carry.
"""

import argparse
import gzip
import hashlib
import importlib.util
import json
import logging
import pathlib
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from resiliparse.extract.html2text import extract_plain_text
from trafilatura import bare_extraction

from reportedly.errors import IntakeError
from reportedly.intake import Given, Item, document
from reportedly.intake.charset import decode

_NOW = datetime.now(UTC)
_COLUMNS = ("f1", "p", "r", "exact_pages", "title_right", "date_right", "authors_f1", "pages_per_cpu_s", "slowest_s")


def ours(raw: bytes, url: str) -> dict[str, Any]:
    """Read a page with this project."""
    return _ours(raw, Given(url=url))


def fast(raw: bytes, url: str) -> dict[str, Any]:
    """Read a page on this project's fast path."""
    return _ours(raw, Given(url=url, fast=True))


def trafilatura(raw: bytes, url: str) -> dict[str, Any]:
    """Read a page with trafilatura as it comes, metadata included."""
    found: Any = bare_extraction(raw, url=url, with_metadata=True)
    if found is None:
        return {}
    # Authors stand in one string, parted by semicolons, which the scorer parts.
    return {"text": found.text, "title": found.title, "date": found.date, "authors": [found.author or ""]}


def resiliparse(raw: bytes, url: str) -> dict[str, Any]:  # noqa: ARG001 - one shape for all readers
    """Read a page with resiliparse as it comes; it reads no metadata."""
    return {"text": extract_plain_text(decode(raw).text, main_content=True, alt_texts=False)}


READERS: Mapping[str, Callable[[bytes, str], dict[str, Any]]] = {
    "ours": ours,
    "ours, fast": fast,
    "trafilatura": trafilatura,
    "resiliparse": resiliparse,
}


def main() -> None:
    """Read, write and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=pathlib.Path, required=True)
    parser.add_argument("--set", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True, help="our output; the other readers' go beside it")
    parser.add_argument("--part", choices=("all", "train", "held"), default="all")
    parser.add_argument("--only", choices=READERS, action="append", help="run this reader only; may be repeated")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    lines = (given.sets / "sets" / f"{given.set}.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if part(row["id"]) == given.part or given.part == "all"]
    names = tuple(given.only or READERS)
    outputs = _read(given.sets, rows, names)
    scores = [
        _score(given.sets / "score.py", given.set, rows, _written(given.out, name, outputs[name])) for name in names
    ]
    _print(given.set, scores, outputs)


def part(name: str) -> str:
    """Return "held" for one page in three, "train" for the others."""
    return "train" if hashlib.sha256(name.encode()).digest()[0] % 3 else "held"


def _ours(raw: bytes, given: Given) -> dict[str, Any]:
    """Read a page with this project as the caller wants it."""
    try:
        _, found = document(Item("page", raw, "text/html", given), captured=_NOW)
    except IntakeError as fault:
        return {"error": str(fault)}
    told, at = [], 0
    for span in found.captions:
        told.append(found.text[at : span.start])
        at = span.end
    text = "".join((*told, found.text[at:])).strip()
    date = found.published.isoformat() if found.published else None
    return {"text": text, "title": found.title, "date": date, "authors": list(found.authors)}


def _read(folder: pathlib.Path, rows: Sequence[Any], names: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Run every reader on every page, page by page."""
    outputs: dict[str, dict[str, Any]] = {name: {} for name in names}
    for number, row in enumerate(rows):
        raw = gzip.decompress((folder / row["html"]).read_bytes())
        # Readers take turns in going first, and a reader's first page pays for no table that it loads once.
        for name in (*names[number % len(names) :], *names[: number % len(names)]):
            if not number:
                READERS[name](raw, row["url"])
            start = time.process_time()
            found = READERS[name](raw, row["url"])
            outputs[name][row["id"]] = {**found, "cpu_s": time.process_time() - start}
    return outputs


def _written(out: pathlib.Path, name: str, output: Mapping[str, Any]) -> pathlib.Path:
    """Write one reader's output: ours where the caller said, another's beside it."""
    path = out if name == "ours" else out.with_suffix(f".{name.replace(', ', '-')}.json")
    path.write_text(json.dumps({"meta": {"tool": name}, "output": output}, ensure_ascii=False, default=str), "utf-8")
    return path


def _score(scorer: pathlib.Path, name: str, rows: Sequence[Any], path: pathlib.Path) -> dict[str, Any]:
    """Score one reader's output with the set's own scorer, on the chosen rows."""
    found = importlib.util.spec_from_file_location("score", scorer)
    if found is None or found.loader is None:
        sys.exit(f"{scorer} is no scorer")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    module.load = lambda _: rows  # type: ignore[attr-defined]
    scored: dict[str, Any] = module.score(name, path)
    gold = {row["id"]: {"text": row["gold"].get("text") or ""} for row in rows}
    golden = path.with_suffix(".gold.json")
    golden.write_text(json.dumps({"output": gold}), "utf-8")
    scored["gold"] = module.score(name, golden)["residue_pages"] if any(one["text"] for one in gold.values()) else {}
    golden.unlink()
    return scored


def _print(name: str, scores: Sequence[dict[str, Any]], outputs: Mapping[str, Mapping[str, Any]]) -> None:
    """Print the scores, the pace against trafilatura's, and the residue against the gold texts'."""
    columns = [column for column in _COLUMNS if any(column in one for one in scores)]
    print(f"| {name}, {scores[0]['pages']} pages | " + " | ".join(columns) + " | median page, ms |")
    print("|---" * (len(columns) + 2) + "|")
    for one in scores:
        middle = statistics.median(page["cpu_s"] for page in outputs[one["tool"]].values()) * 1000
        print(f"| {one['tool']} | " + " | ".join(str(one.get(column)) for column in columns) + f" | {middle:.1f} |")
    print("\nResidue, on pages:")
    for kind in scores[0]["residue_pages"]:
        told = ", ".join(f"{one['tool']} {one['residue_pages'].get(kind)}" for one in scores)
        print(f"  {kind}: {told}; gold {scores[0]['gold'].get(kind)}")
    slow = sorted(((page["cpu_s"], id_) for id_, page in outputs[scores[0]["tool"]].items()), reverse=True)[:3]
    print("Slowest: " + ", ".join(f"{seconds:.2f} s {id_[:70]}" for seconds, id_ in slow))


if __name__ == "__main__":
    main()
