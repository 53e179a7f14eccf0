"""What kind of source somebody is, and names of bodies and outlets that letters alone do not tell."""

import pytest

from reportedly.model import Attribution, Document, Source
from reportedly.reading import read, readers

READERS = readers()


def credited(text: str) -> list[Source]:
    """Return whom each attribution credits."""
    return [one.by for one in read(Document("r", "0" * 64, text), READERS).of(Attribution)]


# Each text, and kind and name of its last source.
KINDS = [
    ("The police chief, Karl Holm, said two were held.", "official", "Karl Holm"),
    ("Finance chief Karl Holm said the plant was shut.", "person", "Karl Holm"),
    ("Chief Executive Ana Oren said the plant was shut.", "person", "Ana Oren"),
    ("The head of Kesta Energy, Ana Oren, said the plant was shut.", "person", "Ana Oren"),
    ("Norwegian leader Ana Oren said the border was shut.", "official", "Ana Oren"),
    ("Attorney General Ana Oren said two were held.", "official", "Ana Oren"),
    ("British intelligence officers said two were held.", "intelligence", "British intelligence officers"),
    ("Army officers said two were held.", "military", "Army officers"),
    ("Company officials said the plant was shut.", "organisation", "Company officials"),
    ("A lawyer for the driver said he was innocent.", "unnamed", "lawyer for the driver"),
    ("A microbiologist said the strain was old.", "expert", "microbiologist"),
    ("A shepherd said two ewes were dead.", "witness", "shepherd"),
    ("The hospital in Askrel said two had died.", "organisation", "hospital in Askrel"),
    ("Norway's Army Radio said two were held.", "outlet", "Army Radio"),
    ("Kesta Wire said two were held.", "agency", "Kesta Wire"),
    ("The Askrel News Agency said two were held.", "agency", "Askrel News Agency"),
    ("The Defence Intelligence Agency said two were held.", "intelligence", "Defence Intelligence Agency"),
    ("ASKREL, Norvia (Kesta) - Two men were held. The road was shut, police told Kesta. Kesta said it had rained.", "agency", "Kesta"),
    ("The news agency Kesta said two were held.", "agency", "Kesta"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "name"), KINDS)
def test_the_kind_of_a_source(text: str, kind: str, name: str) -> None:
    found = credited(text)[-1]
    assert (found.kind, found.name) == (kind, name)


NAMES = [
    ("State television said two were hurt.", "State television", False),
    ("Norvia Today said two were hurt.", "Norvia Today", True),
    ("According to Radio Free Norvia, two were hurt.", "Radio Free Norvia", True),
    ("Two were hurt, the Sunday Bugle reported.", "Sunday Bugle", True),
    ("The Evening Kestrel said two were hurt.", "Evening Kestrel", True),
    ("The Veterinary and Food Agency said two were ill.", "Veterinary and Food Agency", True),
    ("The Maravel hospital said two had died.", "Maravel hospital", True),
    ("Two had died, the hospital said. The road was shut, the Maravel hospital said.", "Maravel hospital", True),
    ("Health authorities said two were ill.", "Health authorities", False),
    ("The farmers' union Terra Linda said the price had fallen.", "Terra Linda", True),
    ("The vet who examined the sheep, Ana Oren, said a dog had come.", "Ana Oren", True),
    ("Its head of section, Karl Holm, said two were ill.", "Karl Holm", True),
    ("Minister of Defence Karl Holm said two were held.", "Karl Holm", True),
    ("The expert of the Institute of Mobility Karl Holm said two were held.", "Karl Holm", True),
    ("The pathologist Dr Ana Oren said two had died.", "Ana Oren", True),
    ("The company, Energia do Vale, said the line was safe.", "Energia do Vale", True),
    ("Norway is sending two planes, its Defence Ministry said.", "Defence Ministry", True),
    ("Kesta Energy was aware of the request, a spokesman said.", "Kesta Energy", True),
    ("Vantor last night dismissed the story as false. The spokesman said nobody was hurt.", "Vantor", True),
    ("Karl Holm foresaw the theft. The former curator said the city knew.", "Karl Holm", True),
    ("Karl Holm came with a mayor. The mayor said the city knew.", "mayor", False),
    ("Ana Oren came. Her father, Karl Oren, said she was well.", "Karl Oren", True),
    ("Two guests at a board dinner said the chairman had fallen.", "Two guests at a board", False),
    ("Two onlookers from the board dinner said the chairman had fallen.", "Two onlookers from the board", False),
    ("A memo seen by this newspaper said the plant would shut.", "memo", False),
    ("Telegram channels close to the army said two were held.", "Telegram channels", False),
]


@pytest.mark.parametrize(("text", "name", "named"), NAMES)
def test_names_of_bodies_and_outlets(text: str, name: str, *, named: bool) -> None:
    found = credited(text)[-1]
    assert (found.name, found.named) == (name, named)


# A name of which only letters tell what it names, and what the words around it show.
SHOWN = [
    ("Kestovar Brantal said the plant was safe. It said nobody was hurt.", "organisation"),
    ("Kestovar Brantal said the plant was safe. The company said nobody was hurt.", "organisation"),
    ("A spokesman for Kestovar Brantal said the plant was safe.", "organisation"),
    ("The airline Kestovar Brantal said the plant was safe.", "organisation"),
    ("Kestovar Brantal said the plant was safe. She said nobody was hurt.", "person"),
    ("Kestovar Brantal said the plant was safe.", "person"),
    ("Captain Kestovar Brantal said the plant was safe.", "military"),
]


@pytest.mark.parametrize(("text", "kind"), SHOWN)
def test_what_shows_whether_a_name_is_a_persons(text: str, kind: str) -> None:
    found = credited(text)
    assert {one.kind for one in found} == {kind}
    assert {one.name for one in found} == {"Kestovar Brantal"}


def test_whoever_was_told_is_not_who_speaks_next() -> None:
    text = 'The institute said two were ill. "We expect more," its head of section, Birgit Holm, told Kestovar Brantal. She would not name the firm.'
    assert [one.name for one in credited(text)][-1] == "Birgit Holm"


def test_a_clause_before_a_name_is_no_description_of_it() -> None:
    found = credited("A man who fell from the roof survived, Ana Oren, a surgeon, said.")
    assert found[-1].name == "Ana Oren"
