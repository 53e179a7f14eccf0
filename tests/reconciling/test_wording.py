"""Neutral words for a claim."""

import pytest
from made import told

from reportedly.model import Document
from reportedly.reading import read, readers
from reportedly.reconciling import story
from reportedly.reconciling.clause import whole
from reportedly.reconciling.headline import bare_headline
from reportedly.reconciling.passage import passages
from reportedly.reconciling.wording import sentence, wording

CASES = [
    (
        ("an explosion reportedly damaged the Kolven dam",),
        "An explosion damaged the Kolven dam",
    ),  # the teller's hedge goes
    (
        ("the Kolven dam is said to have been damaged by night",),
        "The Kolven dam has been damaged by night",
    ),  # so does "is said to"
    (("the dam is believed to be near collapse after the blast",), "The dam is near collapse after the blast"),
    (
        ("to have been damaged at night by a blast", "the Kolven dam was damaged at night by a blast"),
        "The Kolven dam was damaged at night by a blast",
    ),  # a content without its subject
    (
        ("it was damaged at night by a blast", "the Kolven dam was damaged at night by a blast"),
        "The Kolven dam was damaged at night by a blast",
    ),  # a pronoun
    (
        ("“the Kolven dam was damaged at night”, he said", "the Kolven dam was damaged at night by a blast"),
        "The Kolven dam was damaged at night by a blast",
    ),  # quoted words
]


SPOKEN = [
    ("Casimir Lund | said | “It is a beginning, and a late one”", "Casimir Lund: “It is a beginning, and a late one”"),
    ("Ann Lee | said | “We have lost contact with the post”", "Ann Lee: “We have lost contact with the post”"),
    ("Yelva Stroud | called | the story arithmetic", "Yelva Stroud called the story arithmetic"),  # no verb of its own
    ("two ministers | expressed | “deep concern” over the dam", "Two ministers expressed “deep concern” over the dam"),
    (
        "his cousin | said | he did not see them himself",
        "Cousin: “he did not see them himself”",
    ),  # nobody knows who he is
    ("The ministry | denied | any losses at Kolven | denies", "The ministry denies any losses at Kolven"),
    (
        "The ministry | denied | guards had died at Kolven | denies",
        "The ministry denies that guards had died at Kolven",
    ),
    ("Dan Roe | said | nobody was hurt | denies", "Nobody was hurt"),  # the words themselves deny
    ("Ann Lee | said | the dam was stable and that the road was open", "The dam was stable and the road was open"),
    ("shepherds | reported | seeing what they took for a lynx", "Shepherds reported seeing what they took for a lynx"),
    (
        "a driver | claims | to have braked for a bear",
        "A driver claims to have braked for a bear",
    ),  # the subject is whoever says it
    ("the exiles | called | for an inquiry into the raid", "The exiles called for an inquiry into the raid"),
    ("Ann Lee | said | prints which are not those of a dog", "Ann Lee: “prints which are not those of a dog”"),
    ("Ann Lee | said | it was unclear who had opened the gate", "It was unclear who had opened the gate"),
    ("Ann Lee | asked | how it knew", "Ann Lee asked how it knew"),
    ("Ann Lee | said | a video which set off the alarm was staged", "A video which set off the alarm was staged"),
    (
        "Ann Lee | said | it was probably that of a kite",
        "Ann Lee: “it was probably that of a kite”",
    ),  # "it" is no Ann Lee
    ("Ann Lee | wrote | 27 were buried before dusk https://pic.example/9h", "27 were buried before dusk"),
    ("Ann Lee | said | 'the door is open,'", "The door is open"),
    ("port police | rejected | having moved the boat | denies", "Port police rejected having moved the boat"),
    ("port police | | having moved the boat | denies", "Port police deny having moved the boat"),  # several people
    (
        "The ministry | dismissed | reports of losses “a fairy tale told by exiles” | denies",
        "The ministry dismissed reports of losses “a fairy tale told by exiles”",
    ),
    ("Ann Lee | said | Jihan Orr, has been injured in a raid", "Jihan Orr has been injured in a raid"),  # lone comma
]


@pytest.mark.parametrize(("line", "expected"), SPOKEN)
def test_words_that_do_not_stand_alone_are_given_with_who_says_them(line: str, expected: str) -> None:
    assert wording([whole(one) for one in passages([told("R1", line)])]) == expected


HEADLINES = [
    ("Blast may have damaged Kolven dam, border official says", "Blast may have damaged Kolven dam"),
    ("Dam gatehouse destroyed, most of garrison killed: reports", "Dam gatehouse destroyed, most of garrison killed"),
    ("Monitors to reach Kolven dam, statement says", "Monitors to reach Kolven dam"),
    ("BREAKING: Ferry sinks off Port Selm", "Ferry sinks off Port Selm"),
    ("Chief ‘collapsed at dinner’, say guests", "Chief ‘collapsed at dinner’"),
    ("Six dead, dozens hurt as ferry sinks", "Six dead, dozens hurt as ferry sinks"),  # a comma that parts no teller
    ("Minister says dam is safe", "Minister says dam is safe"),  # no teller set off
]


@pytest.mark.parametrize(("headline", "expected"), HEADLINES)
def test_a_headline_goes_without_its_teller(headline: str, expected: str) -> None:
    assert bare_headline(headline) == expected


COUNTED = [
    ("400 soldiers were stationed in the valley | 400 soldiers", "Number of soldiers stationed in the valley"),
    (
        "Tirask has massed 20,000 troops in the valley | 20000 troops",
        "Number of troops Tirask has massed in the valley",
    ),
    ("8,000 people have fled | 8000 people", "Number of people who have fled"),
    ("9 guards were killed at the Kolven dam | 9 guards killed", "Number of guards killed at the Kolven dam"),
    ("12,000 people were without tap water | 12000 people", "Number of people without tap water"),
]


@pytest.mark.parametrize(("line", "expected"), COUNTED)
def test_a_count_says_what_is_counted(line: str, expected: str) -> None:
    [claim] = story([told("R1", f"Ann Lee | said | {line}")]).claims
    assert claim.text == expected


@pytest.mark.parametrize(("contents", "expected"), CASES)
def test_the_clearest_statement_gives_the_words(contents: tuple[str, ...], expected: str) -> None:
    reports = [told(f"R{number}", f"Ann Lee | said | {content}") for number, content in enumerate(contents)]
    assert wording([whole(one) for one in passages(reports)]) == expected


def test_a_sentence_begins_large_and_has_no_stop() -> None:
    assert sentence("  nine guards\nwere killed. ") == "Nine guards were killed"


def test_a_name_put_in_for_a_pronoun_stands_in_brackets() -> None:
    text = (
        "Ilka Sorrin, the head of Neshva Basin Watch, gave the numbers on Friday. Her figures come from intercepts of the "
        "guards’ radio, Dan Roe told reporters."
    )
    report = read(Document("r1", "0" * 64, text, language="en"), readers())
    assert [one.text for one in story([report]).claims] == [
        "[Ilka Sorrin’s] figures come from intercepts of the guards’ radio"
    ]


COUNTS = [
    ("“The seven sailors who remain on board are safe,” Ann Lee said.", "Number of sailors who remain on board"),
    ("Rescue boats had pulled 31 survivors from the water by noon, Ann Lee said.", "Number of survivors rescue boats had pulled from the water by noon"),
    ("Velmora has massed 6,000 soldiers on the coast, Ann Lee said.", "Number of soldiers Velmora has massed on the coast"),
    ("There were 40 missing after the ferry sank, Ann Lee said.", "Number of people missing"),  # the number's own noun says it
    ("The number of evacuees rose to 8,000, Ann Lee said.", "Number of evacuees"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_what_a_count_is_of(text: str, expected: str) -> None:
    made = story([read(Document("r1", "0" * 64, text, language="en"), readers())])
    assert [one.text for one in made.claims if one.figure] == [expected]
