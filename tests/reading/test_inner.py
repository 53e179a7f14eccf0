"""Voices inside quotations."""

import pytest
from reading.voices import voiced, words

from reportedly.model import Attribution

CASES = [
    ("“He said, ‘They are at the door,’ and hung up,” she recalled.", ("He", "‘They are at the door,’"), "inner marks"),
    (
        "The reader wrote: “My wife works there and she says the boss came on Friday.”",
        ("she", "the boss came on Friday"),
        "a clause",
    ),
]


@pytest.mark.parametrize(("text", "expected", "point"), CASES)
def test_who_speaks_within(text: str, expected: tuple[str, str], point: str) -> None:
    report = voiced(text)
    [inner] = [one for one in report.of(Attribution) if one.parent]
    assert (words(report, "source", inner)[0], words(report, "content", inner)[0]) == expected, point


def test_what_the_speaker_says_of_himself_is_no_voice_of_its_own() -> None:
    assert len(voiced("“I said that we were late,” Varga recalled.").of(Attribution)) == 1
