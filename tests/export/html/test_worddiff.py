"""Two wordings compared word by word."""

import pytest

from reportedly.export.html.worddiff import Change, changes

CASES = [
    (
        "may have crossed the dam",
        "has crossed the dam",
        [("lost", "may have"), ("gained", "has"), ("kept", "crossed the dam")],
    ),
    ("all but one died", "most died", [("lost", "all but one"), ("gained", "most"), ("kept", "died")]),
    ("they reportedly left", "they left", [("kept", "they"), ("lost", "reportedly"), ("kept", "left")]),
    ("The dam broke", "the dam broke", [("kept", "the dam broke")]),  # letter case alone is no change
    ("", "the dam", [("gained", "the dam")]),
    ("", "", []),
]


@pytest.mark.parametrize(("before", "after", "expected"), CASES)
def test_cases(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.text) for one in changes(before, after)] == expected


def test_closing_punctuation_stays_at_its_word() -> None:
    assert changes("", "they left, he said.") == (Change("gained", "they left, he said."),)
