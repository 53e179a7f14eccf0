"""A clause behind a whole one and a comma says whose words the first are, whatever its verb."""

import pytest
from reading.voices import told

TAGGED = [
    ("No soldier had been admitted, it retorted.", ("it", "retorted", "No soldier had been admitted")),
    (
        "A store of fireworks caught fire, the fire brigade has meanwhile established.",
        ("the fire brigade", "established", "A store of fireworks caught fire"),
    ),
    (
        "The crossing is open again, the Kestrel Board has let us know.",
        ("the Kestrel Board", "let", "The crossing is open again"),
    ),
    ("Eleven are back, Riina Vane informed.", ("Riina Vane", "informed", "Eleven are back")),
    (
        "No bathers have come to harm, the consul, Alistair Orm, emailed back.",
        ("the consul, Alistair Orm", "emailed", "No bathers have come to harm"),
    ),
    (
        "The voice is that of a machine, experts of the board have ascertained.",
        ("experts of the board", "ascertained", "The voice is that of a machine"),
    ),
]


@pytest.mark.parametrize(("text", "found"), TAGGED)
def test_a_verb_that_no_lexicon_holds(text: str, found: tuple[str, str, str]) -> None:
    """Only who said it can stand there."""
    assert told(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "When the road was closed, the bridge collapsed.",
        "In Tollen, where the fire began, people left.",
        "The army, backed by the police, closed the road.",
        "The army closed the road, the port and two schools in Tollen.",
        "He has been in the hands of Askrel, the group based in Orlenz.",
        "The first train left late, the second never left.",
    ],
)
def test_what_is_no_such_clause(text: str) -> None:
    """Side clauses, lists, participles and what nobody can have said."""
    assert told(text) == []
