"""Neutral words for a claim."""

import pytest
from made import told

from reportedly.reconciling.clause import whole
from reportedly.reconciling.passage import passages
from reportedly.reconciling.wording import sentence, wording

CASES = [
    (
        ("an explosion reportedly damaged the Kolven dam",),
        "An explosion damaged the Kolven dam",
    ),  # the teller's hedge goes
    (
        ("the Kolven dam is said to have been damaged by night",),
        "The Kolven dam has been damaged by night",
    ),  # so does "is said to"
    (("the dam is believed to be near collapse after the blast",), "The dam is near collapse after the blast"),
    (
        ("to have been damaged at night by a blast", "the Kolven dam was damaged at night by a blast"),
        "The Kolven dam was damaged at night by a blast",
    ),  # a content without its subject
    (
        ("it was damaged at night by a blast", "the Kolven dam was damaged at night by a blast"),
        "The Kolven dam was damaged at night by a blast",
    ),  # a pronoun
    (
        ("“the Kolven dam was damaged at night”, he said", "the Kolven dam was damaged at night by a blast"),
        "The Kolven dam was damaged at night by a blast",
    ),  # quoted words
]


@pytest.mark.parametrize(("contents", "expected"), CASES)
def test_the_clearest_statement_gives_the_words(contents: tuple[str, ...], expected: str) -> None:
    reports = [told(f"R{number}", f"Ann Lee | said | {content}") for number, content in enumerate(contents)]
    assert wording([whole(one) for one in passages(reports)]) == expected


def test_a_sentence_begins_large_and_has_no_stop() -> None:
    assert sentence("  nine guards\nwere killed. ") == "Nine guards were killed"
