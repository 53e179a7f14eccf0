"""Sources under one name each."""

import pytest
from made import told

from reportedly.reconciling.voice import Voices, same_voice

SAME = [
    ("Ilka Sorrin", "Sorrin", True),  # a last name
    ("Neshva Basin Watch", "NBW", True),  # initials
    ("Israel's Army Radio", "Israeli Army Radio", True),  # a country and its adjective
    ("a security source", "an Arabian security source", True),  # one description narrowed
    ("Mail on Sunday", "The Times on Sunday", False),  # some words in common
    ("a source", "a security source", False),  # a bare source can be anybody
    ("the Courier", "", False),  # nobody
]

GENERIC = [
    ("reports", True),  # hearsay
    ("Rumours in the market", True),  # hearsay with a place, capital at the head of a sentence
    ("rumours are", True),  # hearsay with a verb that belongs to the cue
    ("local Israeli media", True),  # a whole class of outlets
    ("North Korean state media", False),  # which speak for somebody
    ("a nurse", False),  # somebody
    ("residents of Askrel", False),  # a group of persons
]


@pytest.mark.parametrize(("left", "right", "same"), SAME)
def test_two_names_of_one_source_are_told(left: str, right: str, same: bool) -> None:  # noqa: FBT001 - a table's column
    assert same_voice(left, right) is same
    assert same_voice(right, left) is same


@pytest.mark.parametrize(("name", "generic"), GENERIC)
def test_hearsay_is_told_from_somebody(name: str, generic: bool) -> None:  # noqa: FBT001 - a table's column
    assert Voices([told("R1", f"{name} | said | nine guards were killed | unnamed")]).generic(name) is generic


def test_a_story_lists_each_source_once_with_its_reports() -> None:
    voices = Voices(
        [told("R1", "Ilka Sorrin | said | it"), told("R2", "Sorrin | said | it"), told("R3", " |  | nobody said it")]
    )
    [voice] = voices.voices()
    assert (voice.name, voice.kind, voice.named, voice.reports) == ("Ilka Sorrin", "person", True, ("R1", "R2"))
