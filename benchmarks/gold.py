#!/usr/bin/env python3
"""Read and reconcile reports through the public API, to be scored against a reading by hand.

    python gold/score.py GOLD.json --reports > IN.jsonl
    python benchmarks/gold.py --reports IN.jsonl --read READ.jsonl --ledger LEDGER.json
    python gold/score.py GOLD.json READ.jsonl LEDGER.json

    python benchmarks/gold.py --all            # all three steps for every gold that is here, totals in one table
    python benchmarks/gold.py --all --lines    # with each measure
    python benchmarks/gold.py --all --given    # reconciling alone: attributions, figures and stories as read by hand
    python benchmarks/gold.py --all --reader rules+en    # read by another reader than the rules
    python benchmarks/gold.py --contests       # contests alone: claims as made by hand too
    python benchmarks/gold.py --contests --errors crew    # with what is missed and false in the golds of that name

The bundled story is scored twice: as the text that a person would copy from its pages, and as the pages themselves.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from contests import Pairs, contests, errors, table
from given import given as read_by_hand
from reader import name

from reportedly import reconciling
from reportedly.engine import Reading, readings
from reportedly.format import ledger_json, report_json
from reportedly.intake import items
from reportedly.model import Report, Story

_HERE = pathlib.Path(__file__).resolve().parent.parent
_SCORE = _HERE / "gold" / "score.py"
_SHARED = _HERE.parent / "shared" / "gold"
_TOTALS = re.compile(r"^reading ([\d.]+) %, reconciling ([\d.]+) %$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Gold:
    """A reading by hand.

    Attributes:
        name: As the table shows it.
        path: Its JSON.
        pages: Read the pages of its key ``html`` in place of the texts, where there are any.
        stories: Names of the stories that are scored; all when empty.
    """

    name: str
    path: pathlib.Path
    pages: bool = False
    stories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """What the scorer printed.

    Attributes:
        reading: Mean of the measures of reading, in percent.
        reconciling: As ``reading``, of reconciling.
        lines: All of it.
    """

    reading: float
    reconciling: float
    lines: str


def main() -> None:
    """Read and reconcile one file of reports, or score every gold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=pathlib.Path, help="JSON lines of id, text or html, and published")
    parser.add_argument("--read", type=pathlib.Path, help="where to write the reports as read")
    parser.add_argument("--ledger", type=pathlib.Path, help="where to write the ledger")
    parser.add_argument("--all", action="store_true", help="score every gold that is here")
    parser.add_argument("--lines", action="store_true", help="with --all: print each measure")
    parser.add_argument("--given", action="store_true", help="with --all: reconcile what was read by hand")
    parser.add_argument("--reader", type=name, default="rules", help="what reads: rules, en, rules+en and so on")
    parser.add_argument("--contests", action="store_true", help="score contests alone, on claims made by hand")
    parser.add_argument(
        "--errors", metavar="NAME", help="with --contests: print the errors of golds whose name holds this"
    )
    given = parser.parse_args()
    if given.contests:
        _print_contests(given.errors)
    elif given.all:
        _print_all(lines=given.lines, by_hand=given.given, reader=given.reader)
    elif given.reports and given.read and given.ledger:
        run(given.reports, given.read, given.ledger, reader=given.reader)
    else:
        parser.error("give --reports, --read and --ledger, or --all, or --contests")


def run(reports: pathlib.Path, read: pathlib.Path, ledger: pathlib.Path, *, reader: str = "rules") -> None:
    """Read and reconcile a file of reports.

    Args:
        reports: JSON lines as `reportedly add` takes them.
        read: Written: one report a line.
        ledger: Written: the whole ledger.
        reader: What reads.
    """
    found = list(_read(reports, reader))
    _write(found, reconciling.reconcile(found), read, ledger)


def score(gold: Gold, *, by_hand: bool = False, reader: str = "rules") -> Score:
    """Read one gold's reports and score what came out.

    Args:
        gold: What to score.
        by_hand: Put the gold's own reading, and its stories, in the place of ours; then only reconciling is measured.
        reader: What reads.
    """
    with tempfile.TemporaryDirectory() as folder:
        here = pathlib.Path(folder)
        held, path = _gold(gold, here)
        reports, read, ledger = here / "in.jsonl", here / "read.jsonl", here / "ledger.json"
        _write_inputs(reports, gold, path, by_hand=by_hand)
        if by_hand:
            found = [read_by_hand(one, held) for one in _read(reports, reader)]
            _write(found, _stories(found, held), read, ledger)
        else:
            run(reports, read, ledger, reader=reader)
        printed = _score(str(path), str(read), str(ledger))
    totals = _TOTALS.search(printed)
    if not totals:
        sys.exit(f"{_SCORE} printed no totals for {gold.path}:\n{printed}")
    return Score(float(totals[1]), float(totals[2]), printed)


def _write(found: Sequence[Report], stories: Sequence[Story], read: pathlib.Path, ledger: pathlib.Path) -> None:
    """Write what the scorer reads."""
    read.write_text("".join(json.dumps(report_json(one), ensure_ascii=False) + "\n" for one in found), "utf-8")
    ledger.write_text(json.dumps(ledger_json(found, stories), ensure_ascii=False), "utf-8")


def _stories(found: Sequence[Report], held: Mapping[str, Any]) -> tuple[Story, ...]:
    """Make the stories that the gold puts reports into."""
    groups: dict[str, list[Report]] = {}
    for one in found:
        groups.setdefault(held["documents"][one.id].get("story", "one"), []).append(one)
    return tuple(reconciling.story(group) for _, group in sorted(groups.items()))


def _gold(gold: Gold, folder: pathlib.Path) -> tuple[dict[str, Any], pathlib.Path]:
    """Return a gold and where it lies; where only some of its stories are asked for, a part of it written to the folder."""
    held: dict[str, Any] = json.loads(gold.path.read_text("utf-8"))
    if not gold.stories:
        return held, gold.path
    documents = {id_: one for id_, one in held["documents"].items() if one["story"] in gold.stories}
    part = held | {
        "documents": documents,
        "texts": {id_: held["texts"][id_] for id_ in documents},
        "attributions": {id_: rows for id_, rows in held["attributions"].items() if id_ in documents},
        "claims": [one for one in held["claims"] if one["story"] in gold.stories],
        "copies": [one for one in held["copies"] if one["report"] in documents],
        **{
            kind: [one for one in held[kind] if one["document"] in documents]
            for kind in ("figures", "times", "places", "residue", "captions", "credits")
        },
    }
    path = folder / "part.json"
    path.write_text(json.dumps(part, ensure_ascii=False), "utf-8")
    return part, path


def golds() -> tuple[Gold, ...]:
    """Return the golds that are here; those beside the project are left out where it stands alone."""
    bundled, further = _HERE / "gold" / "bundled.json", _HERE / "gold" / "further.json"
    found = (
        Gold("the bundled story, as copied text", bundled),
        Gold("the bundled story, as pages", bundled, pages=True),
        Gold("four further invented stories", further),
        Gold("of these: chief and crew", further, stories=("chief", "crew")),
        Gold("of these: ferry and leak", further, stories=("ferry", "leak")),
        Gold("three stories of online news", _HERE / "gold" / "online.json"),
        Gold("four stories of varied wording", _HERE / "gold" / "varied.json"),
        Gold("stories kept apart from the readers", _HERE / "gold" / "unseen.json"),
        Gold("two real reports", _SHARED / "seeds.json"),
        Gold("twenty real reports of four stories", _SHARED / "stories.json"),
    )
    return tuple(one for one in found if one.path.is_file())


def _print_all(*, lines: bool, by_hand: bool, reader: str) -> None:
    """Print the totals of every gold; a reading by hand is of texts, not of pages."""
    scores = [(one.name, score(one, by_hand=by_hand, reader=reader)) for one in golds() if not (by_hand and one.pages)]
    if lines:
        for title, one in scores:
            print(f"## {title}\n\n{one.lines}")
    print("| gold | reading | reconciling |\n|---|---|---|")
    for title, one in scores:
        reading = "by hand" if by_hand else f"{one.reading:.1f} %"
        print(f"| {title} | {reading} | {one.reconciling:.1f} % |")


def _print_contests(asked: str | None) -> None:
    """Print the table of contests, after the errors of the golds that are asked for."""
    found = [(one.name, _contests(one)) for one in golds() if not one.pages]
    for title, stories in found:
        if asked and asked in title:
            print("\n".join(errors(one) for one in stories), end="\n\n")
    print(table(found))


def _contests(gold: Gold) -> list[Pairs]:
    """Return the contests of each story of a gold, as read by hand."""
    with tempfile.TemporaryDirectory() as folder:
        here = pathlib.Path(folder)
        held, path = _gold(gold, here)
        reports = here / "in.jsonl"
        _write_inputs(reports, gold, path, by_hand=True)
        found = [read_by_hand(one, held) for one in _read(reports, "rules")]
    stories: dict[str, list[Report]] = {}
    for one in found:
        stories.setdefault(held["documents"][one.id].get("story", "one"), []).append(one)
    return [contests(one, held["claims"]) for one in stories.values()]


def _write_inputs(reports: pathlib.Path, gold: Gold, path: pathlib.Path, *, by_hand: bool) -> None:
    """Write what is to be read, to the character where the hand's offsets are to fit."""
    inputs = (one | {"verbatim": True} if by_hand else one for one in _inputs(gold, path))
    reports.write_text("".join(json.dumps(one) + "\n" for one in inputs), "utf-8")


def _inputs(gold: Gold, path: pathlib.Path) -> Iterator[dict[str, Any]]:
    """Yield a gold's reports as the scorer prints them, or its pages."""
    pages = json.loads(path.read_text("utf-8")).get("html", {}) if gold.pages else {}
    for line in _score(str(path), "--reports").splitlines():
        one = json.loads(line)
        if one["id"] in pages:
            one["html"] = pages[one["id"]]
            del one["text"]
        yield one


def _score(*arguments: str) -> str:
    """Run the scorer."""
    return subprocess.run([sys.executable, str(_SCORE), *arguments], check=True, capture_output=True, text=True).stdout


def _read(reports: pathlib.Path, reader: str) -> Iterator[Report]:
    """Yield the reports that could be read; name the others on standard error."""
    for one in readings(items([str(reports)], sys.stdin.buffer), reader=reader):
        if isinstance(one, Reading):
            yield one.report
        else:
            print(f"{one.name}: {one.reason}", file=sys.stderr)


if __name__ == "__main__":
    main()
