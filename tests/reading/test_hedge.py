"""Words that weaken what somebody says, and how surely an event's sentence puts it forward."""

import pytest
from reading.voices import voiced

from reportedly.model import Factuality
from reportedly.reading.modality import modality

# Each text, and the hedges of its first attribution.
HEDGED = [
    ("A study suggests that the dam was old.", ["suggests"]),
    ("The mayor said the army believes the dam was blown up.", ["believes"]),
    ("The mayor said divers suspect the dam was blown up.", ["suspect"]),
    ("The mayor said the suspect had fled.", []),
    ("The mayor said no estimates had been made.", []),
    ("The mayor said police were working on the assumption that the dam was blown up.", ["assumption"]),
    ("Footage appears to show that soldiers shot a man.", ["appears"]),
    ("The owner is reported to have told friends that the dam was old.", ["is reported"]),
    ("The mayor said the presumed bomber had fled.", ["presumed"]),
    ("The mayor said it looks like a bomb.", ["looks like"]),
    ("The mayor said she knew what a bomb looks like.", []),
]


@pytest.mark.parametrize(("text", "hedges"), HEDGED)
def test_hedges(text: str, hedges: list[str]) -> None:
    report = voiced(text)
    first = report.of(Factuality)[0]
    assert [one.cut(text) for one in first.hedges] == hedges


# Words before an event's, its certainty, and the words that decide.
MOODS = [
    ("police said the rebels", 3.0, ""),
    ("the rebels will", 2.0, "will"),
    ("the rebels would have", 1.5, "would"),
    ("the rebels did not", -3.0, "not"),
    ("the rebels won't", -2.0, "won't"),
    ("the rebels cannot", -1.0, "cannot"),
    ("the rebels managed to", 3.0, "managed to"),
    ("the rebels failed to", -3.0, "failed to"),
    ("the rebels had a plan to", 1.0, "to"),
    ("if the rebels", 1.0, "if"),
    ("if it rains , the rebels", 3.0, ""),
    ("no rebel was", -3.0, "no"),
    ("no rebel was hurt and the army", 3.0, ""),
    ("", 3.0, ""),
]


@pytest.mark.parametrize(("before", "level", "because"), MOODS)
def test_the_verb_group_before_an_event(before: str, level: float, because: str) -> None:
    assert modality(before.split()) == (level, because)
