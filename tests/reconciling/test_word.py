"""Words brought to the form in which reports are compared."""

import pytest

from reportedly.reconciling.word import concept, stem, words

STEMS = [
    ("clashed", "clash"),  # past tense
    ("clashes", "clash"),  # third person
    ("stopping", "stop"),  # the doubled consonant goes too
    ("cities", "city"),  # a plural in -ies
    ("deployments", "deploy"),  # a noun made from the verb
    ("was", "was"),  # short words stay
    ("glass", "glass"),  # -ss is no plural
]

CONCEPTS = [
    ("clash", "battle"),  # one kind of deed
    ("wounded", "injuries"),  # verb and noun
    ("explosion", "blast"),
    ("soldiers", "troops"),
    ("fighters", "troops"),  # a noun made from a verb of another concept
]


@pytest.mark.parametrize(("word", "expected"), STEMS)
def test_a_stem_has_no_inflection(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(("left", "right"), CONCEPTS)
def test_two_words_for_one_thing_are_one_concept(left: str, right: str) -> None:
    assert concept(left) == concept(right)


def test_a_country_and_its_people_are_compared_as_one() -> None:
    one, two = list(words("In Britain")), list(words("some Britons"))
    assert one[-1].term == two[-1].term != ""


def test_names_are_told_by_a_capital_inside_a_sentence() -> None:
    found = {word.lower: word.name for word in words("Engineers left Kolven. Engineers came back to KOLVEN.")}
    assert found["kolven"] is True
    assert found["engineers"] is False


def test_numbers_are_no_words() -> None:
    assert [word.lower for word in words("12,000 guards on the 3rd")] == ["guards", "on", "the"]


def test_reporting_words_weigh_nothing() -> None:
    assert sum(word.weight for word in words("he reportedly said that it was confirmed")) == 0
