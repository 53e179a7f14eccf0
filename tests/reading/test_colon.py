"""Speech beside verbs that no lexicon holds."""

import pytest
from reading.voices import told, voiced

from reportedly.model import Attribution

CASES = [
    ("She shrugs: “I know nothing of it.”", ("She", ":", "“I know nothing of it.”"), "a colon"),
    ("Orra Lind nods: “It was the wind.”", ("Orra Lind", ":", "“It was the wind.”"), "a name before the colon"),
    ("“I know nothing of it,” she shrugs.", ("she", "shrugs", "“I know nothing of it,”"), "a short clause behind"),
    ("“It was the wind,” shrugs Orra Lind.", ("Orra Lind", "shrugs", "“It was the wind,”"), "turned round"),
    ("“It was the wind,”: the mayor on the wreck", ("the mayor", ":", "“It was the wind,”"), "a headline"),
]


@pytest.mark.parametrize(("text", "expected", "point"), CASES)
def test_one_voice(text: str, expected: tuple[str, str, str], point: str) -> None:
    assert told(text) == [expected], point


def test_a_quotation_behind_an_indirect_statement_goes_on_with_its_speaker() -> None:
    report = voiced("The mayor said that the dam was safe: “Nobody needs to leave the town.”")
    first, second = report.of(Attribution)
    assert second.inherited
    assert first.by == second.by
    assert first.content[0].cut(report.text) == "the dam was safe"
