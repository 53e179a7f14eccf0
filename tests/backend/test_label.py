"""What labels of other models mean, and how labelled pieces are put together."""

from pathlib import Path

import pytest

from reportedly.backend.label import FILE, Labels, labels
from reportedly.backend.tagger import Run, bare, joined, put_together
from reportedly.errors import SettingsInvalid
from reportedly.model import Span, cut

PARTS = Labels({}, {"SOURCE": "source", "CUE": "cue", "CONTENT": "content"})


def test_known_labels_need_no_file(tmp_path: Path) -> None:
    found = labels(frozenset(("PER", "DATE", "Cue", "content")), tmp_path)
    assert (dict(found.kinds), dict(found.parts)) == ({"PER": "person"}, {"Cue": "cue", "content": "content"})


def test_a_file_says_more_and_may_leave_out(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[labels]\nLABEL_1 = "cue"\nPER = "none"\n', "utf-8")
    found = labels(frozenset(("PER", "LABEL_1")), tmp_path)
    assert (dict(found.kinds), dict(found.parts)) == ({}, {"LABEL_1": "cue"})


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ('[labels]\nORG = "person"\n', "no label ORG; it has PER"),
        ('[labels]\nPER = "human"\n', "PER = 'human'; expected one of person, organisation"),
        ("[labels]\nPER = 1\n", "a table .labels. of words"),
        ("[labels", "cannot be read"),
        ('[labels]\nPER = "none"\n', "nothing says what the labels"),
    ],
)
def test_a_file_that_says_nothing_of_use_is_refused(words: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(words, "utf-8")
    with pytest.raises(SettingsInvalid, match=reason):
        labels(frozenset(("PER",)), tmp_path)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("O", ("O", "")),
        ("B-PER", ("B", "PER")),
        ("PER", ("I", "PER")),
        ("U-A-B", ("U", "A-B")),
        ("X-PER", ("I", "X-PER")),
    ],
)
def test_labels_are_split(label: str, expected: tuple[str, str]) -> None:
    assert bare(label) == expected


def test_pieces_of_a_word_go_with_its_first_and_neighbours_with_a_new_beginning_are_apart() -> None:
    text = "Karsk Velik  said"
    marks = [(0, 3, "B-PER"), (3, 5, "O"), (5, 11, "B-PER"), (13, 17, "O")]
    assert list(joined(text, marks)) == [Run(Span(0, 5), "PER"), Run(Span(6, 11), "PER")]


def test_each_content_goes_to_the_nearest_cue_and_each_cue_to_the_nearest_source_of_its_paragraph() -> None:
    text = "It moved, Karsk said. It held, Velik said.\nIt fell, said"
    parts = [("It moved", "CONTENT"), ("Karsk", "SOURCE"), ("said", "CUE"), ("It held", "CONTENT"), ("Velik", "SOURCE")]
    runs, at = [], 0
    for words, label in [*parts, ("said", "CUE"), ("It fell", "CONTENT"), ("said", "CUE")]:
        at = text.index(words, at)
        runs.append(Run(Span(at, at + len(words)), label))
        at += len(words)
    found = [
        [cut(part, text) for part in (one.source, one.cue, one.content)] for one in put_together(text, runs, PARTS)
    ]
    assert found == [["Karsk", "said", "It moved"], ["Velik", "said", "It held"], ["", "said", "It fell"]]


def test_a_cue_without_content_is_no_attribution() -> None:
    assert list(put_together("Karsk said", [Run(Span(0, 5), "SOURCE"), Run(Span(6, 10), "CUE")], PARTS)) == []
