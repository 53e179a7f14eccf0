"""What verbs make, in styles other than plain news prose."""

import pytest
from reading.voices import told

CASES = [
    ("Hackers claim breach at bank, say they took files", [("Hackers", "claim", "breach at bank"), ("Hackers", "say", "they took files")], "a headline with two verbs"),
    ("Search called off, says navy", [("navy", "says", "Search called off")], "a headline turned round"),
    ("REVEALED: Coach offered job abroad, claims insider", [("insider", "claims", "Coach offered job abroad")], "a kicker"),
    ("The storm passed, ending the search, the navy said.", [("the navy", "said", "The storm passed, ending the search")], "a clause in between"),
    ("He dismissed the figures, saying that the gate was open.", [("He", "saying", "the gate was open")], "a participle"),
    ("They came in two boats, the source said, and stayed for an hour.", [("the source", "said", "They came in two boats / and stayed for an hour")], "the verb goes on"),
    ("Orra Lind, 21, a junior from Tollen, said she was late.", [("Orra Lind, 21, a junior from Tollen", "said", "she was late")], "an age and a description"),
    ("A document filed Thursday says that the gate was open.", [("A document filed Thursday", "says", "the gate was open")], "a time inside the source"),
    ("A nurse has told me, for what it is worth, that nobody came.", [("A nurse", "told", "nobody came")], "an aside behind whoever is told"),
    ("She asked me what she should do.", [("She", "asked", "what she should do")], "somebody is asked"),
    ("A nurse put the number at between eight and ten.", [("A nurse", "put", "the number at between eight and ten")], "a figure"),
    ("It called the report wrong but gave no details of the plan.", [("It", "called", "the report wrong"), ("It", "gave no", "details of the plan")], "giving none"),
    ("The owner did not wish to react to the report.", [("The owner", "did not wish to react", "the report")], "not wishing to"),
    ("The navy has the honour to inform that four are free.", [("The navy", "inform", "four are free")], "an infinitive"),
    ("The news prompted men who had fled to reveal that it was late.", [("men who had fled", "reveal", "it was late")], "prompted to speak"),
    ("The navy rejects any suggestion that it was slow.", [("The navy", "rejects", "it was slow")], "nobody's suggestion"),
    ("Experts warn of floods.", [("Experts", "warn", "floods")], "what is warned of"),
    ("A doctor there, who asked not to be named, said it was over.", [("A doctor there", "said", "it was over")], "where, behind the noun"),
    ("Police named him as Lee Marsh.", [("Police", "named", "him as Lee Marsh")], "naming"),
    ("The captain was drunk, it is claimed.", [("", "is claimed", "The captain was drunk")], "nobody is named, closing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "point"), CASES)
def test_voices(text: str, expected: list[tuple[str, str, str]], point: str) -> None:
    assert told(text) == expected, point


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Post had him fainting at dinner.", ("The Post", "had", "him fainting at dinner")),
        ("The gate was open, the prosecutors are certain.", ("the prosecutors", "are certain", "The gate was open")),
        ("Club sacks coach – report", ("report", "–", "Club sacks coach")),
    ],
)
@pytest.mark.xfail(strict=True, reason="no rule tells these from sentences and titles that attribute nothing")
def test_known_misses(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]
