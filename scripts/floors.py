#!/usr/bin/env python3
"""Set the floors of our own golds to what is measured now, a little below, so that noise of wording does not break a build.

    python scripts/floors.py

Lowering a floor needs a page in docs/decisions/; this script refuses to lower one unless told `--lower`.
"""

import argparse
import hashlib
import json
import pathlib
import sys
from typing import Any

_ROOT = pathlib.Path(__file__).resolve().parent.parent
_FLOORS = _ROOT / "gold" / "floors.json"
# Points below the measurement: a floor that is the measurement itself would forbid every trade between two measures.
_SLACK = 1.0

sys.path.insert(0, str(_ROOT / "benchmarks"))
from gold import Gold, score  # noqa: E402 - the folder of benchmarks is no package


def main() -> None:
    """Measure, compare with the floors that are there, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", action="store_true", help="lower floors too")
    given = parser.parse_args()
    before = (
        {(one["gold"], one["pages"]): one for one in json.loads(_FLOORS.read_text("utf-8"))} if _FLOORS.exists() else {}
    )
    rows = [_row(path, pages=pages) for path, pages in _golds()]
    for row in rows:
        old = before.get((row["gold"], row["pages"]), {"reading": 0, "reconciling": 0})
        if not given.lower and (row["reading"] < old["reading"] or row["reconciling"] < old["reconciling"]):
            sys.exit(f"{row['gold']} fell below its floor: {row} against {old}; mend it, or write why and use --lower")
    _FLOORS.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


def _golds() -> list[tuple[pathlib.Path, bool]]:
    """Return our own golds, and those with pages twice."""
    found = []
    for path in sorted(_ROOT.joinpath("gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        if isinstance(gold, dict) and "documents" in gold:
            found += [(path, False), *([(path, True)] if gold.get("html") else [])]
    return found


def _row(path: pathlib.Path, *, pages: bool) -> dict[str, Any]:
    """Measure one gold."""
    found = score(Gold(path.name, path, pages=pages))
    raw = path.read_bytes()
    return {
        "gold": path.name,
        "pages": pages,
        "documents": len(json.loads(raw)["documents"]),
        "sha256": hashlib.sha256(raw).hexdigest(),
        "reading": round(found.reading - _SLACK, 1),
        "reconciling": round(found.reconciling - _SLACK, 1),
    }


if __name__ == "__main__":
    main()
