"""Sources that must not be taken for each other: two ministries, a tie and its owner, whoever merely runs a silo."""

import pytest

from reportedly.model import Attribution, Document
from reportedly.reading import read, readers

READERS = readers()


def named(text: str) -> list[str | None]:
    """Return whom each attribution credits."""
    return [one.by.name for one in read(Document("r", "0" * 64, text), READERS).of(Attribution)]


APART = [
    ("The interior ministry said two men were held. The defence ministry said nobody was held.", ["interior ministry", "defence ministry"]),
    ("The interior minister said two men were held. The defence minister said nobody was held.", ["interior minister", "defence minister"]),
    ("The health department said 21 had died. The prosecutor's office said it had no information.", ["health department", "prosecutor’s office"]),
    ("The police chief said 21 had died. The fire chief said 14 had died.", ["police chief", "fire chief"]),
    ("The local council said the road was open. The security council said it was shut.", ["local council", "security council"]),
    ("The Interior Ministry said two men were held. The defence ministry said nobody was held.", ["Interior Ministry", "defence ministry"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), APART)
def test_what_tells_two_of_a_kind_apart_keeps_them_apart(text: str, names: list[str]) -> None:
    assert named(text) == names


TOGETHER = [
    ("The health department said 21 had died. The department said it had no list.", "health department"),
    ("Norvia's Ministry of Defence said nobody was held. The defence ministry said the road was shut.", None),
    ("A senior health official said 21 had died. The health official said it had no list.", None),
]


@pytest.mark.parametrize(("text", "name"), TOGETHER)
def test_a_shorter_description_takes_up_the_longer_one(text: str, name: str | None) -> None:
    found = named(text)
    assert found[0] == found[1]
    assert name in (None, found[0])


TIED = [
    ("A person close to the president said he would stay.", "person close to the president"),
    ("Militias loyal to General Orsk said they had taken the town.", "Militias"),
]


@pytest.mark.parametrize(("text", "name"), TIED)
def test_who_is_tied_to_somebody_is_not_that_somebody(text: str, name: str) -> None:
    assert named(text) == [name]


def test_she_is_who_spoke_and_not_who_runs_the_silo() -> None:
    text = (
        "The blast happened at a silo run and operated by Ostrava Agro, the second-largest exporter, port authority chief Ilse "
        'Marant told the Norvia Wire by telephone. "We heard it," she said.'
    )
    assert named(text) == ["Ilse Marant", "Ilse Marant"]


OPENING = [
    ("Docker Anton Bly said the silo smelled of gas.", "Anton Bly"),
    ("Mary Ann Lee said the silo smelled of gas.", "Mary Ann Lee"),
    ("Orel Institute said the silo smelled of gas.", "Orel Institute"),
]


@pytest.mark.parametrize(("text", "name"), OPENING)
def test_a_trade_that_opens_the_sentence_is_no_part_of_the_name(text: str, name: str) -> None:
    assert named(text) == [name]


VERBS = [
    ("Officials suspect a gas leak.", "Officials"),
    ("Police suspect arson.", "Police"),
    ("Analysts at the Orel Institute estimate that 4,000 troops have been moved.", "Analysts at the Orel Institute"),
]


@pytest.mark.parametrize(("text", "name"), VERBS)
def test_a_verb_that_could_be_a_noun_is_no_part_of_who_says_it(text: str, name: str) -> None:
    assert named(text) == [name]
