"""What pages put around reports goes; the report stays."""

import pytest

from reportedly.intake.block import Block
from reportedly.intake.caption import captions
from reportedly.intake.clean import text_blocks
from reportedly.intake.residue import without_residue

FIRST = "Norlandic officials said on Monday that about 3,000 soldiers had entered the Kestrel valley."
LAST = "The defence ministry in Estmark said it could not confirm the report."

GONE = [
    "close",
    "close\nclose",
    "VIEW GALLERY",
    "Video loading",
    "Advertisement",
    "A- A+",
    "Kestrel Notes, Saturday edition — Print — Send — A+ A-",
    "12 February 2031 Last updated at 17:40",
    "Topics : Kestrel Floods",
    "Related Topics Kestrel Floods",
    "Elsewhere on the Kestrel Channel",
    "Do you know more? Email tips@kestrel.example",
    "Kestrel Terminal subscribers: click here for live data",
    "Kestrel Notes is printed on recycled paper.",
    "Use of materials only with active hyperlink. Found a mistake? Select it and press Ctrl+Enter.",
    "toggle caption",
    "hide captiontoggle caption",
    "*  *  *",
    "— — —",
    "Share this article",
    "Read more: Ten more valleys to see before winter",
    "[ Related: School closed over flooded road ]",
    "SEE ALSO:  The most powerful rivers, ranked",
    "RelatedWhat is the Kestrel valley?Ten dead in Estmark floodsWhy Norland wants the pass",
    "Related\n\nTen dead in Estmark floods\n\nWhy Norland wants the pass",
    "Leave a Reply\n\nYour email address will not be published. Required fields are marked *",
    "Sign up for our newsletter",
    "Get the day's news in your inbox. Subscribe to our newsletter and unsubscribe when you like.",
    "We use cookies to give you the best experience on our website.",
    "a.verrin@tribune.example",
    "Email: a.verrin@tribune.example",
    "@adaverrin",
    "https://tribune.example/valley",
    "Last updated Sat 27 Sep 2031",
    "Published 4 November 2031",
    "By Ada Verrin and Tom Okafor",
    "—Ada Verrin contributed to this article.",
    "12 comments",
    "Print this article | Send to a friend | Back to the top",
    "Home › News › Abroad",
    "Share this Copy link Print",
    "By Ada Verrin, 6 June 2031",
    "Foreign Desk • June 4, 2031",
    "7 June 2031 · 4 min read",
    "Analysis by Ada Verrin",
    "Subscribe to the Tribune. Letters to the editor are welcome.",
    "Copyright The Kestrel Tribune. Reproduction only with permission.",
    "The valley, in your inbox",
    "The Tribune uses cookies to measure its audience. Manage your choices",
    "More from the Tribune\n\nTen more valleys\n\nHeat record in the south",
    "soldiers had entered the Kestrel valley",
    "list of 3 items\n\nlist 1 of 3Ten more valleys\n\nend of list",
    "Also read | Ten more valleys to see",
    "*  *  *\n\nThe Region:",
]


@pytest.mark.parametrize("residue", GONE)
def test_residue_goes(residue: str) -> None:
    kept = without_residue(text_blocks(f"{FIRST}\n\n{residue}\n\n*  *  *\n\n{LAST}"))
    assert [block.text for block in kept] == [FIRST, LAST]


STAYS = [
    "“Close the pass,” he said.",
    "Close relatives of the dead had arrived.",
    "Related companies said they had heard nothing of it.",
    "Read more carefully, the statement denies nothing.",
    "Published reports put the number at 8,000.",
    "She said she would subscribe to no newsletter of theirs.",
    "Share prices fell.",
    "They were last updated on the talks on 4 November 2031, an aide said.",
    "FIRE BROKE OUT DURING REPAIRS, NOW UNDER CONTROL",
    "“No.”",
    "What is known | what is not",
    "| Killed | about 40 | 12 |",
    "Troops entered before, in 2019",
    "By Monday the valley was empty.",
    "By Estmark law, the army may not.",
    "Video of the clash could not be verified.",
    "He wrote to a.verrin@tribune.example that it was over.",
]


@pytest.mark.parametrize("sentence", STAYS)
def test_the_report_stays(sentence: str) -> None:
    kept = without_residue(text_blocks(f"{FIRST}\n\n{sentence}\n\n{LAST}"))
    assert [block.text for block in kept] == [FIRST, sentence, LAST]


def test_furniture_glued_before_a_sentence_is_cut() -> None:
    glued = "Your email address will not be published. Required fields are marked *" + FIRST
    [block] = without_residue(text_blocks(glued))
    assert block.text == FIRST
    assert block.runs[0].source == glued.index(FIRST)


def test_a_headline_said_twice_stands_once() -> None:
    headline = "Troops enter valley in Norland: reports"
    kept = without_residue(text_blocks(f"close\nclose\n\n{headline}\n\n\n{headline}\n\n{FIRST}"))
    assert [block.text for block in kept] == [headline, FIRST]


def test_a_headline_given_apart_is_dropped_from_the_text() -> None:
    kept = without_residue(text_blocks(f"Troops enter valley\n\n{FIRST}"), title="Troops enter valley")
    assert [block.text for block in kept] == [FIRST]


def test_a_paragraph_said_twice_stands_where_it_stood_first() -> None:
    kept = without_residue(text_blocks(f"{FIRST}\n\n{LAST}\n\n{FIRST.rstrip('.')}\n\n{LAST}"))
    assert [block.text for block in kept] == [FIRST, LAST]


def test_a_paragraph_that_begins_an_earlier_one_is_a_copy() -> None:
    post = f"{FIRST} — Ada Verrin (@adaverrin) November 4, 2031"
    kept = without_residue(text_blocks(f"{post}\n\n{FIRST}"))
    assert [block.text for block in kept] == [post]


def test_short_answers_may_be_given_twice() -> None:
    kept = without_residue(text_blocks(f"“He did.”\n\n{FIRST}\n\n“He did.”"))
    assert len(kept) == 3


def test_captions_stay_in_the_text() -> None:
    kept = without_residue(captions(text_blocks(f"{FIRST}\n\nPhoto: Ada Verrin/Northern Press\n\n{LAST}")))
    assert [block.caption for block in kept] == [False, True, False]


def test_a_headline_goes_with_its_label_and_in_other_words() -> None:
    story = Block("Norlandic officials said that about 3,000 soldiers had entered the Kestrel valley.")
    titled = Block("Fighting in Norland - Troops enter the Kestrel valley")
    assert without_residue([titled, story], title="Troops enter the Kestrel valley") == [story]
    assert without_residue([titled, story], title="Other", others=["Troops enter the Kestrel valley"]) == [story]
    # A short headline begins many a line, and a headline said again far down is the story's own.
    lone = Block("Kestrel valley: what we know so far")
    assert without_residue([lone, story], title="Kestrel valley") == [lone, story]
    assert without_residue([story, lone, Block("x y z"), titled], title=titled.text)[-1] == titled


def test_a_day_in_figures_is_furniture_at_the_head_only() -> None:
    story = Block("Norlandic officials said that about 3,000 soldiers had entered the Kestrel valley.")
    for line in ("Stand: 22.04.2031, 06:00 Uhr", "05.08.2031, 20:59", "Friday, 28/04/2031"):
        assert without_residue([Block(line), story]) == [story]
    entries = [Block(f"Entry number {number} says what happened on that day.") for number in range(6)]
    assert without_residue([*entries, Block("05.08.2031")])[-1].text == "05.08.2031"


def _said(*lines: str) -> list[str]:
    return [block.text for block in without_residue([Block(line) for line in lines])]


def test_lines_said_again_and_again_are_the_form_of_a_report() -> None:
    asked = ("What did you see on that Monday?", "Who told you about the soldiers?")
    answers = [f"{FIRST[:-1]}, {number} of them on foot." for number in range(6)]
    lines = [line for number in range(3) for line in (asked[0], answers[number], asked[1], answers[number + 3])]
    assert _said(*lines) == lines


def test_a_box_said_again_and_again_and_a_story_said_twice_are_mistakes() -> None:
    box = "This story is part of our series on the Kestrel valley."
    assert _said(box, FIRST, box, LAST, box) == [box, FIRST, LAST]
    assert _said(FIRST, LAST, box, FIRST, LAST, box) == [FIRST, LAST, box]


STORY = [Block(FIRST), Block("Nobody was hurt."), Block(LAST)]


@pytest.mark.parametrize("line", ["The town that ran out of salt", "Eels: the long way home"])
def test_what_follows_the_last_sentence_of_a_copied_text_goes(line: str) -> None:
    assert [one.text for one in without_residue([*STORY, Block(line)], copied=True)] == [one.text for one in STORY]


@pytest.mark.parametrize(
    "line", ["Dora Quill", "Tollen 3 points, Orlenz 1", "“We wait for rain,” by Dora Quill", "— Dora Quill in Tollen"]
)
def test_names_figures_and_signatures_at_the_end_stay(line: str) -> None:
    assert [one.text for one in without_residue([*STORY, Block(line)], copied=True)][-1] == line


def test_a_page_keeps_the_lines_its_extractor_found() -> None:
    line = "The town that ran out of salt"
    assert [one.text for one in without_residue([*STORY, Block(line)])][-1] == line


def test_a_short_text_keeps_its_last_line() -> None:
    line = "The town that ran out of salt"
    assert [one.text for one in without_residue([Block(FIRST), Block(line)], copied=True)][-1] == line


def test_many_lines_without_a_stop_are_the_form_of_a_report() -> None:
    lines = [Block(f"The {name} road is open again") for name in ("upper", "lower", "old", "new", "river")]
    assert without_residue([*STORY, *lines], copied=True) == [*STORY, *lines]
