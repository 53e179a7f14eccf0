#!/usr/bin/env python3
"""Count which rewordings find a claim's support, and which distorted twins do.

    python benchmarks/distortion.py
    python benchmarks/distortion.py --show
    python benchmarks/distortion.py --table benchmarks/distortion-further.toml # other words than "not" and "plan to"
    python benchmarks/distortion.py --table benchmarks/distortion-held.toml    # written apart, and never chosen on

Each claim of distortion.toml is read as one report and its rewording or twin as another, by the readers of the public API,
beside two reports of other matters. Support is shared when both stand behind one claim. A twin that does is "marked" when
the claim itself says that the two differ: by a contradiction between figures or a projection drawn apart, a drift, or a contest; else it has inherited
the support in silence, which none may. The baseline takes two statements for one when they share half of their words.
"""

import argparse
import pathlib
import tomllib
from collections import Counter
from collections.abc import Iterator

from reportedly.model import Claim, Document, Report
from reportedly.reading import read, readers
from reportedly.reconciling import story
from reportedly.reconciling.word import words

_TABLE = pathlib.Path(__file__).with_name("distortion.toml")
_KINDS = ("number", "role", "polarity", "modality", "place", "deed")
_OTHERS = (
    "Lena Fosse said that the school would stay shut for the summer.",
    "Marek Obb said that the price of bread rose by a tenth in spring.",
)
_HALF = 0.5


def pairs(table: pathlib.Path = _TABLE) -> Iterator[tuple[str, str, str]]:
    """Yield every pair of a table as kind, claim, other text; rewordings are of kind "same"."""
    for row in tomllib.loads(table.read_text("utf-8"))["claim"]:
        yield from (("same", row["text"], text) for text in row["same"])
        yield from ((kind, row["text"], row[kind]) for kind in _KINDS if kind in row)


def verdict(claim: str, other: str) -> str:
    """Say whether both statements stand behind one claim: "apart", "marked" or "joined"."""
    reports = [_report("one", f"Ann Lee said that {claim}."), _report("two", f"Bo Karr said that {other}.")]
    reports += [_report(f"other-{at}", text) for at, text in enumerate(_OTHERS)]
    shared = [one for one in story(reports).claims if {"one", "two"} <= {evidence.report for evidence in one.support}]
    if not shared:
        return "apart"
    return "marked" if all(_marked(one) for one in shared) else "joined"


def _marked(claim: Claim) -> bool:
    """Say whether a claim itself tells that its statements differ."""
    differs = claim.figure is not None and claim.figure.relation in ("contradict", "update")
    hollow = claim.figure is not None and len({rung.projection for rung in claim.figure.rungs}) > 1
    return differs or hollow or bool(claim.drift) or bool(claim.contest)


def by_words(claim: str, other: str) -> str:
    """Take two statements for one when they share half of their words."""
    left, right = ({word.lower for word in words(text)} for text in (claim, other))
    return "joined" if len(left & right) >= _HALF * len(left | right) else "apart"


def _report(id_: str, text: str) -> Report:
    """Read a text."""
    return read(Document(id_, "0" * 64, text), readers())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print rewordings missed and twins joined")
    parser.add_argument("--table", type=pathlib.Path, default=_TABLE, help="claims with rewordings and twins")
    given = parser.parse_args()
    counts: Counter[tuple[str, str, str]] = Counter()
    for kind, claim, other in pairs(given.table):
        found = verdict(claim, other)
        counts[kind, "reportedly", found] += 1
        counts[kind, "half of the words", by_words(claim, other)] += 1
        if given.show and (found == "joined") != (kind == "same"):
            print(f"{kind:9} {found:7} {claim} | {other}")
    print("| | pairs | half of the words: joined | reportedly: joined | marked | apart |\n|---|---|---|---|---|---|")
    for kind in ("same", *_KINDS):
        size = sum(counts[kind, "reportedly", one] for one in ("joined", "marked", "apart"))
        held = [counts[kind, "reportedly", one] for one in ("joined", "marked", "apart")]
        print(f"| {kind} | {size} | {counts[kind, 'half of the words', 'joined']} | {' | '.join(map(str, held))} |")


if __name__ == "__main__":
    main()
