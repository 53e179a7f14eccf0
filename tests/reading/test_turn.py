"""Turns of transcripts."""

import pytest
from reading.voices import told, voiced

from reportedly.model import Factuality
from reportedly.reading.turn import turns

TALK = "Orra Lind: Is the dam safe?\n\nTheo Varga: No. It is not safe. I saw the crack.\n\nOrra Lind: Who knew?\n\nTheo Varga: I cannot tell you who knew."


def test_each_turn_is_one_voice() -> None:
    assert told(TALK) == [
        ("Orra Lind", ":", "Is the dam safe?"),
        ("Theo Varga", ":", "No. It is not safe. I saw the crack."),
        ("Orra Lind", ":", "Who knew?"),
        ("Theo Varga", ":", "I cannot tell you who knew."),
    ]


def test_stances_of_turns() -> None:
    found = [one.polarity for one in voiced(TALK).of(Factuality)]
    assert found == ["asks", "denies", "asks", "does not say"]


@pytest.mark.parametrize(
    ("text", "count", "point"),
    [
        ("Orra Lind: Yes.\nTheo Varga: No.\nOrra Lind: Why?\nTheo Varga: So.", 4, "two speakers"),
        ("Orra Lind: Yes.\nA text follows here.", 0, "once is as often a heading"),
        ("Photo: Lind\nPhoto: Varga", 0, "a notice of the page"),
        ("What is known: A.\nWhat is known: B.", 0, "no name"),
    ],
)
def test_labels(text: str, count: int, point: str) -> None:
    assert len(list(turns(text))) == count, point


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12:40 – Coastguard: 52 people still missing.", ("Coastguard", ":", "52 people still missing")),
        ("12:55 – The navy says two ships are on the way.", ("The navy", "says", "two ships are on the way")),
        ("[09:10] Two ships left, the navy said.", ("the navy", "said", "Two ships left")),
    ],
)
def test_entries_of_a_live_page(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]
