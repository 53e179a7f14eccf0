"""Sources under one name each."""

from dataclasses import replace
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
    ("the hospital in Marn", "Marn hospital staff", True),  # the place behind it; who speaks for it
    ("the Ibex news agency", "Ibex", True),  # what it is besides its name
    ("the Norvian Defence Centre", "Norvian Defense Center", True),  # spelt in two ways
    ("a source", "a security source", False),  # a bare source can be anybody
    ("the Courier", "", False),  # nobody
]

GENERIC = [
    ("reports", True),  # hearsay
    ("Rumours in the market", True),  # hearsay with a place, capital at the head of a sentence
    ("rumours are", True),  # hearsay with a verb that belongs to the cue
    ("local Israeli media", True),  # a whole class of outlets
    ("North Korean state media", False),  # which speak for somebody
    ("Ortolan Press", False),  # an outlet's own name
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


def test_a_bare_noun_is_the_one_body_of_that_noun() -> None:
    one = told("R1", "the Norvian police | said | the road is open | official")
    bare = told("R2", "police | said | the road is open | official | unnamed")
    assert Voices([one, bare]).name(bare.of(Attribution)[0].by) == "the Norvian police"
    other = told("R3", "the Tirask police | said | the road is open | official")
    assert Voices([one, bare, other]).name(bare.of(Attribution)[0].by) == "police"


def test_a_heading_names_a_body_by_a_word_of_its_name() -> None:
    report = told(
        "R1",
        "Monitors | cannot confirm | deaths | unnamed",
        "the River Monitoring Mission | said | it was not let in | organisation",
    )
    held = replace(report, document=replace(report.document, text=report.text.replace("deaths.", "deaths ")))
    assert Voices([held]).name(held.of(Attribution)[0].by) == "the River Monitoring Mission"


def test_a_title_may_leave_out_the_country_of_a_body() -> None:
    report = told(
        "R1", "Norvian border command | said | a drone fell | military", "Ilka Ro | said | it fell | military"
    )
    found = Voices([report.grown({Entity: entities("Ilka Ro", "spokeswoman for the border command", "person")})])
    assert found.speaks_for("Ilka Ro") == {"Norvian border command"}


def test_an_army_spokesman_speaks_for_the_army_of_his_country() -> None:
    report = told("R1", "the Malian army | said | a drone fell | military", "Ilka Ro | said | it fell | military")
    found = Voices([report.grown({Entity: entities("Ilka Ro", "army spokeswoman", "person")})])
    assert found.speaks_for("Ilka Ro") == {"the Malian army"}


def test_what_is_described_as_a_newspaper_passes_on() -> None:
    report = told("R1", "La Voz | said | the road is open | organisation")
    assert not Voices([report]).passes_on("La Voz")
    found = Voices([report.grown({Entity: entities("La Voz", "Norvian newspaper", "organisation")})])
    assert found.passes_on("La Voz")


def test_a_spokesman_of_the_ministry_speaks_for_the_one_ministry_of_the_story() -> None:
    report = told(
        "R1", "the Norvian Ministry of Mines | said | it holds | official", "Ilka Ro | said | it holds | official"
    )
    found = Voices([report.grown({Entity: entities("Ilka Ro", "spokeswoman for the ministry", "person")})])
    assert found.speaks_for("Ilka Ro") == {"the Norvian Ministry of Mines"}
    assert found.spokesman("Ilka Ro")
