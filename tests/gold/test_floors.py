"""The scores of our own golds, below which no change may fall (gold/floors.json)."""

import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FLOORS: list[dict[str, Any]] = json.loads(ROOT.joinpath("gold", "floors.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    path = ROOT / "benchmarks" / "gold.py"
    spec = importlib.util.spec_from_file_location("bench_gold", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    # Benchmarks import each other from the folder they lie in.
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(path.parent))
        spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("floor", FLOORS, ids=[f"{one['gold']}{', pages' if one['pages'] else ''}" for one in FLOORS])
def test_no_score_falls_below_its_floor(floor: dict[str, Any], bench: ModuleType) -> None:
    path = ROOT / "gold" / floor["gold"]
    found = bench.score(bench.Gold(floor["gold"], path, pages=floor["pages"]))
    assert found.reading >= floor["reading"], found.lines
    assert found.reconciling >= floor["reconciling"], found.lines


@pytest.mark.parametrize("floor", FLOORS, ids=[one["gold"] for one in FLOORS])
def test_the_floor_was_measured_on_this_gold(floor: dict[str, Any]) -> None:
    raw = ROOT.joinpath("gold", floor["gold"]).read_bytes()
    assert len(json.loads(raw)["documents"]) == floor["documents"]
    assert hashlib.sha256(raw).hexdigest() == floor["sha256"], "the gold changed: measure again and set the floors anew"
