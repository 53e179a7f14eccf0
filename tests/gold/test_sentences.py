"""Floors under what is read from the sentences written for times, quantities and places."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]

# Percent of right answers; about a point below what was measured, so that one sentence more or less does not fail.
FLOORS = {
    "times: value": 99.0,
    "times: words": 98.0,
    "quantities: value": 99.0,
    "quantities: bound": 99.0,
    "quantities: unit": 99.0,
    "quantities: counted": 97.0,
    "quantities: part, change or total": 98.0,
    "quantities: projection": 99.0,
    "quantities: harm": 97.0,
    "places": 98.0,
}
# Every kind that the issue names has its sentences.
LEAST = 100


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """Return the scoring script."""
    spec = importlib.util.spec_from_file_location("sentences", ROOT / "benchmarks" / "sentences.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["sentences"] = module
    spec.loader.exec_module(module)
    return module


def test_floors(scorer: ModuleType) -> None:
    score = scorer.scored(scorer.sentences(), scorer.chosen())
    shares = {measure: score.share(measure) for measure in score.asked}
    assert {measure: share for measure, share in shares.items() if share < FLOORS[measure]} == {}, score.errors
    assert shares.keys() >= FLOORS.keys() - {"places"}


def test_there_are_enough_sentences_and_each_is_another(scorer: ModuleType) -> None:
    texts = [(row["text"], row.get("day")) for row in scorer.sentences()]
    assert len(texts) >= LEAST
    assert len(set(texts)) == len(texts)
