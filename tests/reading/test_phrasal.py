"""Turns of phrase that attribute."""

import pytest
from reading.voices import told

CASES = [
    ("Vahl could not be reached for comment.", ("Vahl", "could not be reached", "comment"), "out of reach"),
    ("The owner was not available to comment.", ("The owner", "was not available", "comment"), "not available"),
    ("The ministry has not commented.", ("The ministry", "has not", "commented"), "a silence without an object"),
    ("The Foreign Office had no comment.", ("The Foreign Office", "had no", "comment"), "no comment"),
    ("She is certain that money was paid.", ("She", "is certain", "money was paid"), "an adjective of belief"),
    ("He was adamant that the gate was shut.", ("He", "was adamant", "the gate was shut"), "the same in the past"),
    ("It is certain that money was paid.", None, "nobody is certain"),
    (
        "The owners have let it be known that they paid nothing.",
        ("The owners", "let it be known", "they paid nothing"),
        "a light verb",
    ),
    (
        "The museum, through a lawyer, made clear that it would appeal.",
        ("The museum", "made clear", "it would appeal"),
        "an aside is no part of the source",
    ),
    ("Rumour has it that the mayor fled.", ("Rumour", "has it", "the mayor fled"), "rumour as a subject"),
    ("It has emerged that the gate was open.", ("", "has emerged", "the gate was open"), "a voice that is not given"),
    (
        "The mayor leaves his post, it is said in the letter of the council.",
        ("the letter of the council", "is said", "The mayor leaves his post"),
        "a document in the passive, closing",
    ),
    (
        "As is noted in the document, the mayor goes of his own will.",
        ("the document", "is noted", "the mayor goes of his own will"),
        "a document in the passive, opening",
    ),
]


@pytest.mark.parametrize(("text", "expected", "point"), CASES)
def test_one_voice(text: str, expected: tuple[str, str, str] | None, point: str) -> None:
    assert told(text) == ([expected] if expected else []), point
