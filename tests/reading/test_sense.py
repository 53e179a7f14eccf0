"""Verbs that say something only with certain words behind them."""

import pytest
from reading.voices import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The institute raised the number of cases to 47 on Monday.",
            ("The institute", "raised", "the number of cases to 47"),
        ),
        ("The office lowered its estimate to about 300.", ("The office", "lowered", "its estimate to about 300")),
        (
            "The Brine Front took responsibility for the blast.",
            ("The Brine Front", "took", "responsibility for the blast"),
        ),
        (
            "The prosecutor linked the fire to a faulty pump.",
            ("The prosecutor", "linked", "the fire to a faulty pump"),
        ),
    ],
)
def test_a_verb_says_something_with_its_object(text: str, found: tuple[str, str, str]) -> None:
    """Raising a count, taking responsibility and linking one thing to another are statements."""
    assert told(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The office raised the bridge to let a barge through.",
        "The Brine Front took the road to Tollen.",
        "Like others, she asked not to be named for fear of reprisals.",
        "The nurse requested to remain anonymous.",
    ],
)
def test_the_same_verb_says_nothing_with_another(text: str) -> None:
    """A deed, and the terms on which somebody speaks, are no statements."""
    assert told(text) == []


def test_a_statement_that_is_read_out_says_nothing_by_that() -> None:
    """What is read on television is said by its own verb."""
    assert told("A statement read on state television on Tuesday said the road was open.") == [
        ("A statement read on state television", "said", "the road was open")
    ]
