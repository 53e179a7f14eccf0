"""Chains of voices written for training."""

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

_TRAINING = Path(__file__).parent.parent.parent / "training"


def _module(name: str) -> ModuleType:
    """Import one of the training's scripts, which are no package."""
    spec = importlib.util.spec_from_file_location(f"training_{name}", _TRAINING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


chains = _module("chains")


def _written(seed: int, count: int = 40) -> list[dict[str, Any]]:
    """Write some documents without third-party words."""
    return list(chains.documents(count, random.Random(seed), chains.Material()))  # noqa: S311 - chance to repeat, not to hide


def test_the_same_seed_writes_the_same() -> None:
    assert _written(3) == _written(3)
    assert _written(3) != _written(4)


@pytest.mark.parametrize("document", _written(1), ids=lambda document: str(document["id"]))
def test_every_part_stands_in_the_text(document: dict[str, Any]) -> None:
    text = document["text"]
    assert not set("[]{}") & set(text)
    for one in document["attributions"]:
        assert one["cue"]
        for role in ("source", "cue", "content"):
            for start, end in one[role]:
                assert text[start:end].strip() == text[start:end] != ""


def test_there_are_voices_inside_others_and_voices_alone() -> None:
    nested = [one["nested"] for document in _written(2) for one in document["attributions"]]
    assert any(nested)
    assert not all(nested)


def test_sources_and_contents_of_other_documents_are_taken_in() -> None:
    text = "Velik said that the bridge was closed to traffic on Monday."
    found = chains.material(
        [{"text": text, "attributions": [{"source": [[0, 5]], "content": [[11, 58]], "kind": "indirect"}]}]
    )
    assert found.sources == ("Velik",)
    assert found.contents == ("the bridge was closed to traffic on Monday",)
