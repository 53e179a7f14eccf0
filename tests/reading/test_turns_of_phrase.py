"""Attributions that turns of phrase make: silence without a verb of saying, disputes set beside a claim, views held."""

import pytest

from reportedly.model import Attribution, Document, Factuality, cut
from reportedly.reading import read, readers

READERS = readers()


def said(text: str) -> list[tuple[str, str, str]]:
    """Return source, content and stance of each attribution, as the text has them."""
    report = read(Document("r", "0" * 64, text), READERS)
    stance = {one.of: one.polarity for one in report.of(Factuality)}
    return [
        (cut(one.source, text), cut(one.content, text, gap=" … "), stance[one.id]) for one in report.of(Attribution)
    ]


SILENT = [
    ("There was no immediate comment from the ministry.", "the ministry", "comment"),
    ("The ministry had no immediate comment.", "The ministry", "comment"),
    ("Calls to the ministry went unanswered.", "the ministry", "Calls"),
    ("Venn's lawyer did not immediately return a call seeking comment.", "Venn's lawyer", "a call"),
    ("No one has claimed responsibility for the attack.", "No one", "responsibility for the attack"),
    ("No group immediately claimed responsibility.", "No group", "responsibility"),
    ("No official has said how many people died.", "No official", "how many people died"),
]


@pytest.mark.parametrize(("text", "who", "what"), SILENT)
def test_silence_is_told_apart_from_a_statement(text: str, who: str, what: str) -> None:
    assert said(text) == [(who, what, "does not say")]


UNCONFIRMED = [
    "Neither side has confirmed the deal.",
    "Neither the army nor the rebels have confirmed the deal.",
    "None of the officials would confirm the deal.",
    "Nobody at the ministry would confirm the deal.",
]


@pytest.mark.parametrize("text", UNCONFIRMED)
def test_what_nobody_confirms_is_confirmed_by_nobody(text: str) -> None:
    [(_, what, stance)] = said(text)
    assert (what, stance) == ("the deal", "cannot confirm")


@pytest.mark.parametrize(
    "text", ["The army noted that nobody came.", "Nobody was hurt. The army said the road was open."]
)
def test_a_nobody_elsewhere_takes_no_statement_from_its_source(text: str) -> None:
    assert said(text)[-1][2] != "does not say"


DISPUTED = [
    ("The army said it had taken the town, a claim the rebels deny.", "the rebels", "it had taken the town"),
    ("Moscow says the drones were shot down, an assertion Kyiv has rejected.", "Kyiv", "the drones were shot down"),
    ("The rebels said they had shot down a jet, something the army denied.", "the army", "they had shot down a jet"),
]


@pytest.mark.parametrize(("text", "who", "what"), DISPUTED)
def test_a_claim_somebody_denies_is_the_statement_before(text: str, who: str, what: str) -> None:
    first, second = said(text)
    assert (first[1], first[2]) == (what, "asserts")
    assert second == (who, what, "denies")


TOLD = [
    ("The ministry was told by the army that the road was open.", "the army", "the road was open"),
    ("The mayor said he had been informed by engineers that the dam was safe.", "engineers", "the dam was safe"),
    ("Sources close to the inquiry suggest a fault in the signals.", "Sources close to the inquiry", "a fault in the signals"),
    ("Satellite images reviewed by AP show that the bridge has gone.", "Satellite images reviewed by AP", "the bridge has gone"),
    ("Footage shared on social media and verified by the BBC shows a burning truck.", "Footage shared on social media and verified by the BBC", "a burning truck"),
    ("Police suspect arson.", "Police", "arson"),
    ("The official line is that the ship fired first.", "The official line", "the ship fired first"),
    ("Kestrin's version is that the ship fired first.", "Kestrin's", "the ship fired first"),
    ("The view of the court is that the law was broken.", "the court", "the law was broken"),
    ("Tanker crew seized off Ganth - shipowner", "shipowner", "Tanker crew seized off Ganth"),
    ("Norvia to send troops to Kestrin - source", "source", "Norvia to send troops to Kestrin"),
    ("A group claimed responsibility in a message posted on Telegram.", "A group", "responsibility"),
    ("The ministry warned residents about looters.", "The ministry", "looters"),
    ("It is thought workers had smelled gas for days.", "", "workers had smelled gas for days"),
    ("Reports say that 40 people died, although officials have confirmed only 17.", "officials", "17"),
    ("Speculation is mounting that the minister will quit.", "Speculation", "the minister will quit"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "what"), TOLD)
def test_turns_of_phrase_that_tell(text: str, who: str, what: str) -> None:
    assert (who, what, "asserts") in said(text)


TAKEN_BACK = [
    ("The spokesman walked back the claim.", "the claim"),
    ("The newspaper retracted its report that the minister had resigned.", "the minister had resigned"),
]


@pytest.mark.parametrize(("text", "what"), TAKEN_BACK)
def test_who_takes_a_claim_back_denies_it(text: str, what: str) -> None:
    assert (what, "denies") in [(content, stance) for _, content, stance in said(text)]


AROUND = [
    ('"They came at night," recalled Dora Quill, a teacher, "and by morning it was gone."', '"They came at night," … "and by morning it was gone."'),
    ("More than 200 people are missing, the governor's office said Thursday, down from 340.", "More than 200 people are missing … down from 340"),
    ("Officials put the number of dead at 45, though that could not be independently confirmed.", "the number of dead at 45"),
    ("The army blamed the fire, which Ann Lee said was no accident.", "was no accident"),
    ('An official, when asked, laughed and said: "Nonsense."', '"Nonsense."'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what"), AROUND)
def test_where_a_content_begins_and_ends(text: str, what: str) -> None:
    assert what in [content for _, content, _ in said(text)]


def test_whom_a_source_cites_stands_behind_it() -> None:
    text = "At least 20 people died, according to the UN, which cited local authorities."
    report = read(Document("r", "0" * 64, text), READERS)
    first, second = report.of(Attribution)
    assert (cut(second.source, text), second.parent) == ("local authorities", first.id)
    assert second.content == first.content


def test_anybody_who_tells_is_nobody_in_particular() -> None:
    assert len(said('"We do not know. Anybody who tells you they know is guessing," Ann Lee said.')) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The problem is that nobody came.",
        "The good news is that the road is open.",
        "He did not return to the town.",
        "Whether the mayor knew is disputed.",
        "She walked back to the car.",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert said(text) == []
