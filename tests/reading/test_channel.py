"""Through what words reached the writer."""

import pytest
from reading.voices import voiced

from reportedly.model import Attribution

CASES = [
    ("“We wait,” the mayor told the Evening Bugle.", "the Evening Bugle", "an outlet that no list holds"),
    ("“We wait,” she told a newspaper at home.", "a newspaper at home", "an outlet without a name"),
    ("A guard told me that the gate was open.", "me", "the writer"),
    ("The family said through its lawyers that nothing had been paid.", "its lawyers", "somebody between"),
    ("The mayor said by telephone that the gate was open.", "telephone", "a means"),
    ("In a voice message, the gang said it had left.", "voice message", "a channel that opens the sentence"),
    ("The mayor told Ana Oren that the gate was open.", None, "a person who is told"),
]


@pytest.mark.parametrize(("text", "expected", "point"), CASES)
def test_channels(text: str, expected: str | None, point: str) -> None:
    [found] = voiced(text).of(Attribution)
    assert found.via == expected, point


def test_a_statement_goes_on() -> None:
    first, second = voiced("The firm said in a statement it was safe. “Nobody was hurt,” it added.").of(Attribution)
    assert first.via == second.via == "statement"
