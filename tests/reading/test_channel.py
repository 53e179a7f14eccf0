"""Through what words reached the writer."""

from datetime import date

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
    ("The mayor told a news conference that the gate was open.", "news conference", "a meeting that was told"),
    ("The guard told police that the gate was open.", "police", "a body without a name"),
    ("“We wait,” the mayor told Kanal Vest.", "Kanal Vest", "an outlet by the first word of its name"),
    (
        "The mayor told parliament in a closed hearing that the gate was open.",
        "closed hearing",
        "the occasion before the body",
    ),
    ("The mayor tweeted that the gate was open.", "tweet", "a verb that names the channel"),
    ("Telegram channels said the gate was open.", "Telegram", "a platform beside whoever speaks there"),
    ("Speaking to the Evening Bugle, the mayor said the gate was open.", "Evening Bugle", "whoever was spoken to"),
    ("The children told their mother that the gate was open.", None, "a mother is no channel"),
    ("The mayor told Ana Oren that the gate was open.", None, "a person who is told"),
]


@pytest.mark.parametrize(("text", "expected", "point"), CASES)
def test_channels(text: str, expected: str | None, point: str) -> None:
    [found] = voiced(text).of(Attribution)
    assert found.via == expected, point


def test_a_statement_goes_on() -> None:
    first, second = voiced("The firm said in a statement it was safe. “Nobody was hurt,” it added.").of(Attribution)
    assert first.via == second.via == "statement"


def test_an_outlet_that_quotes_passes_on() -> None:
    outer, inner = voiced("The Evening Bugle quoted a guard as saying that the gate was open.").of(Attribution)
    assert (outer.via, inner.via) == (None, "Evening Bugle")


def test_whoever_speaks_at_a_conference_goes_on_there() -> None:
    text = "The mayor told a news conference that the gate was open. She said nobody was hurt."
    assert [one.via for one in voiced(text).of(Attribution)] == ["news conference", "news conference"]


# When each attribution was said; the reports are published on 2031-05-15, a Thursday.
SAID = [
    ("Police said on Monday that the gate was open.", ["2031-05-12"]),
    ("On Monday, when the road was shut, police said the gate was open.", ["2031-05-12"]),
    ("The Evening Bugle reported on Monday, citing a guard, that the gate was open.", ["2031-05-12", None]),
    ("Soldiers searched the valley on Monday after residents reported that the gate was open.", [None]),
    ("May 12 (Kesta) - The gate was open, residents said.", [None]),
    ("The firm rejected on Monday reports of a fire, calling them absurd.", ["2031-05-12"]),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_when_it_was_said(text: str, expected: list[str | None]) -> None:
    found = [one.said for one in voiced(text, date(2031, 5, 15)).of(Attribution) if one.cue]
    assert found[: len(expected)] == expected
