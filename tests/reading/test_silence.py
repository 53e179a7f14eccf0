"""Who keeps silent, who cannot confirm, and who denies."""

import pytest
from reading.voices import voiced

from reportedly.model import Attribution, Factuality

SILENT = [
    ("The company failed to respond to requests for comment.", "requests for comment"),
    ("The mayor was not reachable for comment.", "comment"),
    ("The mayor was unavailable for comment.", "comment"),
    ("The mayor declined comment.", "comment"),
    ("The bank declined an interview.", "an interview"),
    ("The minister declined to be interviewed.", "to be interviewed"),
    ("The minister would not be drawn on the cause.", "the cause"),
    ("The minister refused to be drawn on whether a bomb was used.", "whether a bomb was used"),
    ("The police made no comment.", "comment"),
    ("The army has made no statement about the strike.", "the strike"),
    ("The army has said nothing about the strike.", "the strike"),
    ("The army has remained silent on the strike.", "the strike"),
    ("The club kept quiet about the talks.", "the talks"),
    ("The statement made no mention of the dead.", "the dead"),
    ("The owner ignored questions from reporters.", "questions from reporters"),
    ("The prosecutor sidestepped questions about the suspect.", "questions about the suspect"),
    ("The prosecutor stopped short of naming a suspect.", "naming a suspect"),
    ("The prosecutor would not speculate about the motive.", "the motive"),
    ("The prosecutor was not prepared to say who had paid.", "who had paid"),
    ("The prosecutor was unwilling to discuss the case.", "the case"),
    ("The mayor avoided naming a suspect.", "naming a suspect"),
    ("The firm did not spell out how many remain.", "how many remain"),
    ("She said it was not clear who had fired.", "it was not clear who had fired"),
    ("Repeated calls to the owner were not answered.", "calls"),
]
UNCONFIRMED = [
    ("The army has no record of a strike.", "a strike"),
    ("There was no confirmation of the strike from the army.", "the strike"),
    ("There was no independent confirmation of the report.", "There was no independent confirmation of the report"),
    ("The army said it had no information about a strike.", "it had no information about a strike"),
    ("The inquiry found no evidence that the gate was open.", "no evidence that the gate was open"),
    (
        "It was not immediately known how many homes had been lost.",
        "It was not immediately known how many homes had been lost",
    ),
    ("How the thieves got in remains a mystery.", "How the thieves got in remains a mystery"),
    ("The office neither confirms this nor denies it.", "this"),
    ("The cause has yet to be established.", "The cause has yet to be established"),
]
DENIED = [
    ("The minister said the army had nothing to do with the blast.", "the army had nothing to do with the blast"),
    ("The army said it played no part in the blast.", "it played no part in the blast"),
    ("“We never fired a shot,” the army said.", "“We never fired a shot,”"),
    ("“We have not sold anything,” she said.", "“We have not sold anything,”"),
    ("“Not from here nor from anywhere else,” she said.", "“Not from here nor from anywhere else,”"),
    ("“We are convinced that it did not start here,” she said.", "“We are convinced that it did not start here,”"),
    ("The club disputed the figure.", "the figure"),
    ("Tollen has dismissed that.", "that"),
    ("“There was nobody. There was not even glass,” said Orm Vane.", "“There was nobody. There was not even glass,”"),
    ("The minister rubbished the report.", "the report"),
    ("The firm branded the claims “grotesque”.", "the claims “grotesque”"),
]
ASSERTED = [
    ("“Nobody knows who did it,” she said.", "“Nobody knows who did it,”"),
    ("The lawyer said it would sue over the “slander”.", "it would sue over the “slander”"),
    ("She said there was no doubt that it was a bomb.", "there was no doubt that it was a bomb"),
    ("She said that not the storm, but the pump was to blame.", "not the storm, but the pump was to blame"),
]
CASES = [
    *((*one, "does not say") for one in SILENT),
    *((*one, "cannot confirm") for one in UNCONFIRMED),
    *((*one, "denies") for one in DENIED),
    *((*one, "asserts") for one in ASSERTED),
]


@pytest.mark.parametrize(("text", "content", "polarity"), CASES)
def test_stance(text: str, content: str, polarity: str) -> None:
    """What is not said, not known, denied or asserted, and which of these."""
    report = voiced(text)
    (one,) = report.of(Attribution)
    (sure,) = report.of(Factuality)
    assert ([piece.cut(text) for piece in one.content], sure.polarity) == ([content], polarity)


def test_what_a_company_cannot_confirm_stays_in_its_words() -> None:
    """The tense tells that the speaker goes on, and is not told of."""
    (one,) = voiced("The firm told the Courier that it has seen the rumours but isn’t able to confirm them.").of(
        Attribution
    )
    assert one.content[0].cut(
        "The firm told the Courier that it has seen the rumours but isn’t able to confirm them."
    ) == ("it has seen the rumours but isn’t able to confirm them")
