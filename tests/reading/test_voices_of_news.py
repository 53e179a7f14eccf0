"""Ways in which news lets somebody speak, one sentence each."""

import pytest
from reading.voices import told, voiced

from reportedly.model import Attribution, Factuality


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Will the dam hold?” Lind asked.", [("Lind", "asked", "“Will the dam hold?”")]),
        (
            "“Why was nobody told of it?” the mayor of Tollen, Dora Quill, asked. “We live here.”",
            [
                ("the mayor of Tollen, Dora Quill", "asked", "“Why was nobody told of it?”"),
                ("", "", "“We live here.”"),
            ],
        ),
        (
            "The plan may be “unwise,” said Dora Quill, a teacher.",
            [("Dora Quill, a teacher", "said", "The plan may be “unwise,”")],
        ),
        (
            "“The dam was never safe to begin with,” retired General Orm Lind said.",
            [("retired General Orm Lind", "said", "“The dam was never safe to begin with,”")],
        ),
        (
            "He published a letter on Friday that says the dam is safe.",
            [("a letter", "says", "the dam is safe")],
        ),
        (
            "She added, though, that nobody had come back.",
            [("She", "added", "nobody had come back")],
        ),
        (
            "The office said earlier this week that 47 people had fallen ill, but the Courier now claims that it was 60.",
            [
                ("The office", "said", "47 people had fallen ill"),
                ("the Courier", "claims", "it was 60"),
            ],
        ),
        (
            "According to a report of the inquiry, Dora Quill, an aide, sent him a letter.",
            [("a report of the inquiry", "According to", "Dora Quill, an aide, sent him a letter")],
        ),
        (
            "According to him, five boats burned; the rest are safe, he assured.",
            [
                ("him", "According to", "five boats burned"),
                ("he", "assured", "the rest are safe"),
            ],
        ),
        (
            "As the Courier reports, citing two residents, the toll stands at 22.",
            [
                ("the Courier", "reports", "the toll stands at 22"),
                ("two residents", "citing", "the toll stands at 22"),
            ],
        ),
        (
            "Doctors are said to have told her children that nothing could be done.",
            [("Doctors", "told", "nothing could be done")],
        ),
        (
            "The harbour board has so far confirmed only two deaths.",
            [("The harbour board", "confirmed", "only two deaths")],
        ),
        ("Locals in Tollen claim a drone hit the dam.", [("Locals in Tollen", "claim", "a drone hit the dam")]),
        (
            "Two members of the Tollen club maintain they were offered money.",
            [("Two members of the Tollen club", "maintain", "they were offered money")],
        ),
        ("Lind and Quill say it was an accident.", [("Lind and Quill", "say", "it was an accident")]),
        (
            "Somebody typed six digits, and they were right, explained director Orm Vane.",
            [("director Orm Vane", "explained", "Somebody typed six digits, and they were right")],
        ),
        (
            "“Every time you say that,” Lind said, referring to the excuse, “you give them reasons.”",
            [("Lind", "said", "“Every time you say that,” / “you give them reasons.”")],
        ),
        (
            "These nurses, Orm explained earlier in the hearing, were well paid.",
            [("Orm", "explained", "These nurses / were well paid")],
        ),
        (
            "She said if the road is opened, people will come.",
            [("She", "said", "if the road is opened, people will come")],
        ),
        (
            "The hospital confirms having received two patients.",
            [("The hospital", "confirms", "having received two patients")],
        ),
        ("The man has confessed, the papers are all saying.", [("the papers", "saying", "The man has confessed")]),
        (
            "“It began here,” Celia Vane, 71, said by phone from a school in Tollen.",
            [("Celia Vane, 71", "said", "“It began here,”")],
        ),
        (
            "“It is tense here,” said Orm, who has run the port since May.",
            [("Orm", "said", "“It is tense here,”")],
        ),
        (
            "The minister informed the station (Canal Orl, Thursday evening) that he stays.",
            [("The minister", "informed", "he stays")],
        ),
        (
            "The Ledger quotes a lawyer to the effect that it was 5 million.",
            [("The Ledger", "quotes", "it was 5 million"), ("a lawyer", "to the effect", "it was 5 million")],
        ),
        (
            "The mayor reckons that 60 houses have burned, a number that the office does not validate.",
            [
                ("The mayor", "reckons", "60 houses have burned"),
                ("the office", "does not validate", "a number"),
            ],
        ),
        (
            "When the mayor said the bridge was safe, nobody believed him.",
            [("the mayor", "said", "the bridge was safe")],
        ),
        (
            "The ministry said there were shots, without saying how it knew.",
            [("The ministry", "said", "there were shots"), ("The ministry", "without saying", "how it knew")],
        ),
        (
            "She was “left to drown”, her family claim",
            [("her family", "claim", "She was “left to drown”")],
        ),
    ],
)
def test_who_says_what(text: str, found: list[tuple[str, str, str]]) -> None:
    """Source, cue and content of every voice."""
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "content", "polarity"),
    [
        ("The army of Tirask has rejected this.", "this", "denies"),
        ("The navy calls that a slander.", "that a slander", "denies"),
        ("The ministry rejected the idea that the dam was unsafe.", "the dam was unsafe", "denies"),
        ("The army declined to say whether a drone had been used.", "whether a drone had been used", "does not say"),
        ("The coach refused to answer questions.", "questions", "does not say"),
        ("The board rejects any relation to the fire.", "any relation to the fire", "denies"),
        ("The consul belied having been contacted.", "having been contacted", "denies"),
        ("The agency has not managed to authenticate the film.", "the film", "cannot confirm"),
        ("That is not what the authorities say.", "That", "denies"),
        ("The office neither confirms nor denies this.", "this", "cannot confirm"),
        ("The agency was not able to establish where it was filmed.", "where it was filmed", "cannot confirm"),
    ],
)
def test_what_is_denied_or_not_said(text: str, content: str, polarity: str) -> None:
    """The content is what is denied, not said or not known."""
    report = voiced(text)
    (one,) = report.of(Attribution)
    (sure,) = report.of(Factuality)
    assert [piece.cut(text) for piece in one.content] == [content]
    assert sure.polarity == polarity


def test_the_name_of_an_agency_is_no_report() -> None:
    """The word "news" in a name holds no statement."""
    assert told("The board told the Ibernia news agency that nobody was hurt.") == [
        ("The board", "told", "nobody was hurt")
    ]
