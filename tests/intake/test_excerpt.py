"""On the fast path, a page is read where its story stands, and everywhere when that cannot be told."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import IntakeError, NotAnArticle
from reportedly.intake import Given, Item, document
from reportedly.intake.clean import excerpted
from reportedly.intake.excerpt import parts
from reportedly.intake.extractor import quick

NOW = datetime(2031, 11, 6, 12, tzinfo=UTC)
STORY = [
    "Norlandic officials said on Monday that about 3,000 soldiers had entered the Kestrel valley.",
    "The defence ministry in Estmark said it had no information to substantiate the report.",
    "A spokesman for the regional governor said the clash was the first between the two sides.",
]
TOLD = "".join(f"<p>{one}</p>" for one in STORY)
MENU = '<nav><a href="/">Home</a></nav>' * 20
HEAD = '<head><title>Troops enter valley</title><meta name="author" content="Ada Verrin"></head>'
LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", "articleSection": "World"}</script>'
FOOT = "<footer>" + "<p>Contact us at any hour of the day or night.</p>" * 100 + "</footer>"
WALL = "<html><head><title>Just a moment...</title></head><body><p>Checking your browser before you go on.</p></body></html>"
PAGE = f"<html>{HEAD}<body>{MENU}<article><h1>Troops enter valley</h1>{TOLD}</article>{FOOT}{LINKED}</body></html>"


def test_the_parts_that_matter() -> None:
    found = parts(PAGE, STORY)
    assert found is not None
    head, story, linked = (PAGE[start:stop] for start, stop in found)
    assert head.startswith("<html><head>")
    assert story == f"<h1>Troops enter valley</h1>{TOLD}"
    assert linked.startswith('<script type="application/')


@pytest.mark.parametrize(
    "source",
    [
        PAGE.replace("</head>", ""),
        PAGE.replace(TOLD, ""),
        PAGE.replace(TOLD, f"<script>{' '.join(STORY)}</script>"),  # what a script holds is not shown
        PAGE.replace(TOLD, f"<!-- {TOLD} -->"),
    ],
)
def test_a_page_whose_story_is_not_found_is_read_whole(source: str) -> None:
    assert parts(source, STORY) is None
    read, _ = excerpted(source)
    assert read.parts == ((0, len(source)),)


def test_the_same_words_in_a_script_above_the_story_are_passed_over() -> None:
    state = f'<script>var state = "{" ".join(STORY)}"</script>'
    read, blocks = excerpted(PAGE.replace(MENU, state))
    assert [block.text for block in blocks] == STORY
    assert all(read.source.startswith(block.text, block.runs[0].source) for block in blocks)


def test_a_line_that_stands_outside_of_the_parts_has_the_page_read_whole() -> None:
    apart = PAGE.replace("<h1>", f"<div>{STORY[1]}</div>{'<br>' * 9000}<h1>", 1).replace(f"<p>{STORY[1]}</p>", "")
    read, blocks = excerpted(apart)
    assert all(block.runs for block in blocks)
    assert read.source == apart


def test_the_fast_path_finds_what_the_head_and_linked_data_say() -> None:
    _, read = document(Item("page", PAGE.encode(), "text/html", Given(fast=True)), captured=NOW)
    assert (read.title, read.authors, read.section) == ("Troops enter valley", ("Ada Verrin",), "World")
    assert read.text == "\n\n".join(STORY)


def test_a_page_in_which_the_fast_extractor_finds_nothing_is_read_in_full() -> None:
    source = PAGE.replace("<article>", '<div class="banner">').replace("</article>", "</div>").replace(FOOT, "")
    assert STORY[0] not in quick(source)
    _, read = document(Item("page", source.encode(), "text/html", Given(fast=True)), captured=NOW)
    assert read.text == "\n\n".join(STORY)


def test_a_wall_is_refused_on_the_fast_path_too() -> None:
    with pytest.raises(NotAnArticle, match="bot wall"):
        document(Item("page", WALL.encode(), "text/html", Given(fast=True)), captured=NOW)


@given(
    st.lists(
        st.sampled_from([*"<>&;\"'=!-/", " a", "</head>", "<h1>", "<script>", "<!--", TOLD, STORY[0]]), max_size=40
    )
)
def test_no_markup_fails_on_the_fast_path(pieces: list[str]) -> None:
    source = "".join(pieces)
    try:
        _, read = document(Item("page", source.encode(), "text/html", Given(fast=True)), captured=NOW)
    except IntakeError:
        return
    for run in read.offsets.runs:
        assert read.text[run.start : run.start + run.length] == source[run.source : run.source + run.length]
