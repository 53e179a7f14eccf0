"""Names as training sees them, set in other ways in each epoch."""

import random
import sys
from pathlib import Path

import pytest

pytest.importorskip("tokenizers", reason="the reading model's distribution is not installed")
sys.path.append(str(Path(__file__).parent.parent.parent / "training"))

from example import Example  # type: ignore[import-not-found]
from naming import varied  # type: ignore[import-not-found]

LOWER, TITLE, MARK, PARAGRAPH = 1, 2, 6, 6


def test_a_page_may_set_sentences_as_lines_and_drop_capital_letters() -> None:
    # Two sentences, "Lind left. Karsk slept.", one piece a word but for "Karsk", which has two.
    shapes = [0, TITLE, LOWER, MARK, TITLE, TITLE, LOWER, MARK, 0]
    given = Example(list(range(9)), shapes, [1, 2, 3, 4, 6, 7], starts=[1, 0, 0, 1, 0, 0])
    chances = (random.Random(seed) for seed in range(100))  # noqa: S311 - chance to repeat, not to hide
    seen = {tuple(varied(given, chance).shapes) for chance in chances}
    small = [0, LOWER, LOWER, MARK, LOWER, LOWER, LOWER, MARK, 0]
    assert seen == {
        tuple(mark + PARAGRAPH if lines and at in (1, 4, 5) else mark for at, mark in enumerate(row))
        for row in (shapes, small)
        for lines in (False, True)
    }
    assert given.shapes == shapes
