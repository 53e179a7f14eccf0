"""What happened, who did it to whom."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import unmark

from reportedly.lexicon import load
from reportedly.model import Document, Event, Mention, Place, Report, Sentence, Span, Timex, Token
from reportedly.reading import read as read_with
from reportedly.reading import readers
from reportedly.reading.analysis import tokens
from reportedly.reading.event import events
from reportedly.reading.sentence import sentences

TRIGGERS = [
    ("Border guards [clashed] with smugglers.", ["assault"], "a verb's past form"),
    ("The [attack] on the mill ended.", ["assault"], "a noun"),
    ("Guards came [under fire] at dawn.", ["assault"], "a phrase before its words"),
    ("The fire department came.", [], "a phrase that names no event hides its words"),
    ("Oren chaired the Rescue Committee.", [], "a capital inside a sentence is a name"),
    ("GUARDS [ATTACK] OLD MILL", ["assault"], "capitals tell nothing in a headline of capitals"),
    ("Miners [protested] and the mine was [seized].", ["protest", "coerce"], "two in one sentence"),
    ("Varga [applied] nothing.".replace("[", "").replace("]", ""), [], "words outside the lexicon"),
    ("They [occupied] the mill.", ["coerce"], "y becomes i"),
    ("Two men were [kidnapped].", ["assault"], "the last consonant is doubled"),
    ("[Talks] go on.", ["consult"], "at the head of a sentence a capital tells nothing"),
]

# Mentions in brackets, the trigger in braces.
ROLES = [
    ("[Guards] {attacked} [smugglers].", [0], [1], "active"),
    ("[Smugglers] were {attacked} by [guards].", [1], [0], "passive with its agent"),
    ("[Smugglers] have been badly {beaten} at the mill.", [], [0], "passive without agent"),
    ("An {attack} by [guards] hurt many.", [0], [], "a noun with its agent"),
    ("An {attack} on [smugglers] hurt many.", [], [0], "a noun with its patient"),
    ("Two [smugglers] {killed} in the dark.", [], [0], "a participle that wants an object and has none"),
    ("[Guards] came {under fire}.", [], [0], "a phrase said of those it was done to"),
    ("[Guards] and [miners] {attacked} [smugglers].", [0, 1], [2], "two agents"),
]


def read(
    text: str, mentions: tuple[Span, ...] = (), places: tuple[Span, ...] = (), times: tuple[Span, ...] = ()
) -> Report:
    report = Report(Document("d", "0" * 64, text))
    report = report.grown({Token: tuple(tokens(report)), Sentence: tuple(sentences(report))})
    return report.grown(
        {
            Mention: tuple(Mention(span, "group", form="nominal") for span in mentions),
            Place: tuple(Place(span, span.cut(text)) for span in places),
            Timex: tuple(Timex(span, "DATE", None) for span in times),
        }
    )


@pytest.mark.parametrize(("marked", "types", "point"), TRIGGERS)
def test_triggers(marked: str, types: list[str], point: str) -> None:
    text, expected = unmark(marked)
    found = list(events(read(text)))
    assert [(one.trigger.start, one.trigger.end) for one in found] == expected, point
    assert [one.type for one in found] == types, point


@pytest.mark.parametrize(("marked", "agents", "patients", "point"), ROLES)
def test_roles(marked: str, agents: list[int], patients: list[int], point: str) -> None:
    text, spans = unmark(marked.replace("{", "").replace("}", ""))
    mentions = tuple(Span(*span) for span in spans)
    [event] = events(read(text, mentions))
    assert event.agents == tuple(mentions[at] for at in agents), point
    assert event.patients == tuple(mentions[at] for at in patients), point


def test_a_word_inside_a_name_is_no_trigger() -> None:
    text, spans = unmark("[Attack Brigade North] left.")
    report = read(text).grown({Mention: (Mention(Span(*spans[0]), "organisation"),)})
    assert list(events(report)) == []


def test_place_and_time_are_those_of_the_sentence() -> None:
    text, [place, other, when] = unmark("Guards attacked a mill in [Askrel]. In [Orlenz], men protested on [Monday].")
    first, second = events(read(text, places=(Span(*place), Span(*other)), times=(Span(*when),)))
    assert (first.place, first.time) == (Span(*place), None)
    assert (second.place, second.time) == (Span(*other), Span(*when))


def test_a_place_acts_but_not_after_a_preposition() -> None:
    text, spans = unmark("[Orlenz] attacked [Askrel] in [Velm].")
    marks = [Span(*span) for span in spans]
    report = read(text, places=tuple(marks)).grown({Mention: tuple(Mention(span, "place") for span in marks)})
    [event] = events(report)
    assert (event.agents, event.patients) == ((marks[0],), (marks[1],))


def test_of_two_places_the_inner_one_is_where_it_happened() -> None:
    text, spans = unmark("Guards attacked a mill in [Orlenz]'s [Askrel region].")
    [event] = events(read(text, places=tuple(Span(*span) for span in spans)))
    assert event.place == Span(*spans[1])


def test_a_noun_in_ing_is_no_verb() -> None:
    text, [who] = unmark("The meeting after [guards] left was short.")
    [event] = events(read(text, (Span(*who),)))
    assert (event.agents, event.patients) == ((), ())


def test_every_type_is_plover_s_or_other() -> None:
    types = {row["type"] for rows in load("en", "event").values() for row in rows.values()}
    plover = "agree consult support cooperate aid concede retreat accuse request reject threaten protest sanction mobilize coerce assault"
    assert types == {*plover.split(), "other", "none"}


@given(
    st.lists(
        st.sampled_from(["Guards", "attacked", "fire", "by", "was", "Monday", ".", "\n", "under", "killed"]),
        max_size=30,
    )
)
def test_ids_count_up_and_triggers_are_in_order(words: list[str]) -> None:
    found: list[Event] = list(events(read(" ".join(words))))
    assert [one.id for one in found] == [f"V{number}" for number in range(1, len(found) + 1)]
    assert all(left.trigger.end <= right.trigger.start for left, right in pairwise(found))


def test_one_endless_sentence_is_read_to_its_end() -> None:
    size = 2_000
    text = "guards attacked smugglers and " * size
    mentions = tuple(Span(at * 30, at * 30 + 6) for at in range(size))
    assert len(list(events(read(text, mentions, mentions, mentions)))) == size


TIMED = [
    ("Officials said on Tuesday that the raid killed two people on Monday.", "killed", "Monday"),
    ("Officials said on Tuesday that the raid killed two people.", "killed", None),
    ("Two people were killed in the raid, police said Tuesday.", "killed", None),
    ("The army struck the depot on Friday.", "struck", "Friday"),
    ("In a statement on Sunday, the army said its drones struck the depot on Friday.", "struck", "Friday"),
    ("“We will attack tomorrow,” General Orro said on Monday.", "attack", "tomorrow"),
]


@pytest.mark.parametrize(("text", "trigger", "time"), TIMED)
def test_what_was_said_on_a_day_did_not_happen_then(text: str, trigger: str, time: str | None) -> None:
    report = read_with(Document("d", "0" * 64, text, published=date(2031, 5, 14)), readers())
    [event] = [one for one in report.of(Event) if one.trigger.cut(text) == trigger]
    assert (event.time and event.time.cut(text)) == time
