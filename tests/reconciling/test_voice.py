"""Sources under one name each."""

from typing import Literal

import pytest
from made import told

from reportedly.model import Attribution, Entity
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


def entities(name: str, description: str, kind: Literal["person", "organisation"]) -> tuple[Entity, ...]:
    return (Entity("E1", name, kind, description),)


def test_who_leads_a_body_speaks_for_it() -> None:
    report = told(
        "R1", "River Watch | said | the dam is stable | organisation", "Ilka Ro | said | it will hold | person"
    )
    found = Voices([report.grown({Entity: entities("Ilka Ro", "head of River Watch", "person")})])
    assert found.speaks_for("Ilka Ro") == {"River Watch"}


def test_a_past_title_speaks_for_nobody() -> None:
    report = told(
        "R1", "River Watch | said | the dam is stable | organisation", "Ilka Ro | said | it will hold | person"
    )
    found = Voices([report.grown({Entity: entities("Ilka Ro", "former head of River Watch", "person")})])
    assert found.speaks_for("Ilka Ro") == frozenset()


def test_a_body_described_by_anothers_whole_name_is_that_body() -> None:
    left = told("R1", "Tirask Army Radio | said | an offer was made | outlet")
    right = told("R2", "TMB Radio | said | an offer was made | outlet")
    named = right.grown({Entity: entities("TMB Radio", "Tirask army radio station", "organisation")})
    found = Voices([left, named])
    assert found.name(named.of(Attribution)[0].by) == "Tirask Army Radio"


@pytest.mark.parametrize(
    ("left", "right"),
    [("Britain", "the British government"), ("Dubai-based al-Nahar", "al-Nahar"), ("France", "French government")],
)
def test_a_country_that_says_something_is_its_government(left: str, right: str) -> None:
    assert same_voice(left, right)


def test_a_countrys_army_is_not_the_country() -> None:
    assert not same_voice("France", "French army")
