"""How surely it is put forward: polarity, hedges, basis."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import unmark
from reading.voices import voiced

from reportedly.model import Attribution, Event, Factuality, Report, Span
from reportedly.reading.factuality import factualities
from reportedly.reading.judged import Judged, judgement

POLARITIES = [
    ("The mayor said the boat had sunk.", "asserts", "plain"),
    ("The mayor denied that the boat had sunk.", "denies", "a verb of denying"),
    ("The mayor said the fire was “not the work of divers”.", "denies", "a neutral cue over a plain negation"),
    ("“Nobody was hurt,” the mayor said.", "denies", "nobody"),
    ("The mayor said there was no danger.", "denies", "there is none"),
    ("The mayor called the account a hoax.", "denies", "called false"),
    ("The mayor said the port had not been told of any storm but would close.", "denies", "negated past"),
    ("“We won't accept it,” the mayor said.", "asserts", "a refusal is no denial"),
    ("The mayor admitted that he had not locked the gate.", "asserts", "an admission is no denial"),
    ("The office said it had no information to substantiate the claims.", "cannot confirm", "no information"),
    ("The office would not confirm the deaths.", "cannot confirm", "would not"),
    ("The office could neither confirm nor deny the deaths.", "cannot confirm", "neither nor"),
    ("“We cannot confirm these accounts,” the office said.", "cannot confirm", "in direct speech"),
    ("The toll has not yet been officially confirmed.", "cannot confirm", "in the writer's own voice"),
    ("The office did not identify the diver.", "does not say", "negated verb of saying"),
    ("The office declined to name the diver.", "does not say", "declined"),
    ("The office said it was not clear how many had drowned.", "does not say", "not clear"),
    ("The owner said that “not one franc was paid”.", "denies", "not one"),
    ("The owners said they neither paid nor talked.", "denies", "neither nor, of what was"),
    ("She did not rule out that she would return.", "asserts", "what is not ruled out is put forward"),
    ("The office ruled out an attack.", "denies", "ruled out"),
    ("The owner could not be reached for comment.", "does not say", "out of reach"),
    ("The owner gave no details of the plan.", "does not say", "giving none"),
    ("The navy called the story inaccurate.", "denies", "called wrong"),
    ("People are asking whether the gate was open.", "asks", "a question"),
    ("The mayor asked the divers to wait.", "asserts", "asking somebody to do something is no question"),
]


@pytest.mark.parametrize(("text", "polarity", "point"), POLARITIES)
def test_polarity(text: str, polarity: str, point: str) -> None:
    assert [one.polarity for one in voiced(text).of(Factuality)] == [polarity], point


# The brackets hold the hedges; the number is the certainty they leave.
HEDGES = [
    ("The mayor said the boat had sunk.", 3.0, "no hedge"),
    ("The mayor said the boat [may have] sunk.", 1.0, "a modal with have"),
    ("The mayor said the dam [would most likely] burst.", 2.0, "a modal with an adverb of degree is one hedge"),
    ("The mayor said the dam [could] burst.", 1.0, "possible"),
    ("The mayor said the dam could not hold.", 3.0, "inability is no hedge"),
    ("The mayor said the boats are [likely] to sail and [probably] late.", 2.0, "two"),
    ("The mayor said the gate [seems] open.", 2.0, "seeming"),
    ("The mayor said there is a [high chance] of rain.", 1.0, "a noun of chance"),
    ("The mayor said he had the chance to speak.", 3.0, "an opportunity is no hedge"),
    ("Divers [believe] the boat sank.", 2.0, "the cue itself"),
    ("The boat [is believed] to have sunk.", 2.0, "a passive for a voice"),
    ("The boat [reportedly] sank at noon.", 1.0, "an adverb for a voice"),
    ("[Unconfirmed] rumours that the boat sank spread on Monday.", 0.0, "an adjective before the source"),
]


@pytest.mark.parametrize(("marked", "certainty", "point"), HEDGES)
def test_hedges(marked: str, certainty: float, point: str) -> None:
    text, expected = unmark(marked)
    [found] = voiced(text).of(Factuality)
    assert [(span.start, span.end) for span in found.hedges] == expected, point
    assert found.certainty == certainty, point


def test_denied_is_certain_the_other_way() -> None:
    [found] = voiced("The mayor denied that the boat had sunk.").of(Factuality)
    assert found.certainty == -3.0


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Two divers, relying on credible sources, said the boat sank.", "unnamed sources"),
        ("The mayor said the boat sank.", "official"),
        ("Military intelligence said the boat sank.", "intelligence"),
        ("The Tollen Post newspaper said the boat sank.", "media"),
        ("Experts said the boat sank.", "expert"),
    ],
)
def test_basis(text: str, basis: str) -> None:
    assert basis in [one.basis for one in voiced(text).of(Factuality)]


def _with_event(text: str, word: str) -> Factuality:
    """Return the factuality of an event whose trigger is a word of the text."""
    at = text.index(word)
    report = voiced(text).grown({Event: (Event("V1", Span(at, at + len(word)), "other"),)})
    return next(one for one in factualities(report) if one.of == "V1")


@pytest.mark.parametrize(
    ("text", "certainty", "point"),
    [
        ("The boat sank.", 3.0, "narrated"),
        ("The boat may have sank.", 1.0, "a modal before it"),
        ("The boat never sank.", -3.0, "negated"),
        ("The mayor denied that the boat sank.", -3.0, "inside a denial"),
        ("The office could not confirm that the boat sank.", 0.0, "inside what is not confirmed"),
    ],
)
def test_events(text: str, certainty: float, point: str) -> None:
    assert _with_event(text, "sank").certainty == certainty, point


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_one_judgement_for_each_attribution(text: str) -> None:
    report: Report = voiced(text)
    assert [one.of for one in report.of(Factuality)] == [one.id for one in report.of(Attribution)]
    for one in report.of(Factuality):
        assert -3.0 <= one.certainty <= 3.0
        assert all(span.end <= len(text) for span in one.hedges)


JUDGED = [
    ("The boat [may have] sunk.", "sunk", -1.2, -1.0, "denies", "a tenth of the way to what 'may have' weighs"),
    ("The boat sank.", "sank", 2.6, 2.6, "asserts", "the rules find no hedge, and say 3.0"),
    ("The mayor denied that the boat had sunk.", "sunk", -0.4, -0.1, "denies", "the model has seen who denies it"),
    (
        "The mayor denied that the boat had sunk in the storm.",
        "storm",
        2.8,
        2.8,
        "asserts",
        "only mentioned in a denial",
    ),
]


@pytest.mark.parametrize(("marked", "trigger", "given_as", "certainty", "polarity", "because"), JUDGED)
def test_a_models_number_is_taken_for_an_event(
    marked: str, trigger: str, given_as: float, certainty: float, polarity: str, because: str
) -> None:
    text, hedges = unmark(marked)
    at = Span(text.index(trigger), text.index(trigger) + len(trigger))
    report = voiced(text).grown({Event: (Event("V0", at, "other"),), Judged: (Judged(at, given_as),)})
    [found] = [one for one in factualities(report) if isinstance(one, Factuality) and one.of == "V0"]
    assert (found.certainty, found.polarity) == (certainty, polarity), because
    assert [(span.start, span.end) for span in found.hedges] == hedges
    assert "by the reading model" in found.because


def test_a_trigger_of_several_words_is_judged_by_their_mean() -> None:
    layer = [Judged(Span(0, 6), 3.0), Judged(Span(7, 11), 1.0), Judged(Span(12, 15), -3.0)]
    assert judgement(Span(0, 11), layer) == 2.0
    assert judgement(Span(15, 20), layer) is None
