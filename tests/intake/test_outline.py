"""A page's blocks, and what each stands in."""

import pytest

from reportedly.intake.outline import APART, ARTICLE, HEADING, PARAGRAPH, Outline
from reportedly.intake.scanner import page


def _blocks(source: str) -> list[tuple[str, int]]:
    read = page(source)
    outline, size = read.outline, len(read.letters)
    return [
        (read.letters[start : outline.end(number, size)], outline.marks[number])
        for number, start in enumerate(outline.letters)
    ]


CASES = [
    ("<p>one</p><p>two</p>", [("one", PARAGRAPH), ("two", PARAGRAPH)]),
    ("<p>one <b>bold</b> word</p>", [("oneboldword", PARAGRAPH)]),  # inline tags part nothing
    ("<p>one<p>two", [("one", PARAGRAPH), ("two", PARAGRAPH)]),  # a p ends where the next begins
    ("<div><p>in</p>out</div>", [("in", PARAGRAPH), ("out", 0)]),
    ("<h1>head</h1>x", [("head", HEADING), ("x", 0)]),
    ("<nav><p>home</p></nav>x", [("home", APART | PARAGRAPH), ("x", 0)]),
    ("<article><p>a</p></article>x", [("a", ARTICLE | PARAGRAPH), ("x", 0)]),
    ("</div></p>x", [("x", 0)]),  # end tags without a beginning
    ("", []),
]


@pytest.mark.parametrize(("source", "blocks"), CASES)
def test_blocks_and_marks(source: str, blocks: list[tuple[str, int]]) -> None:
    assert _blocks(source) == blocks


@pytest.mark.parametrize(
    ("source", "leads"),
    [
        ("<p class='article__standfirst'>s</p>x", [True, False]),
        ("<div class='post-dek'><p>s</p></div><p>x</p>", [True, False]),
        ("<p class='misleading'>s</p>", [False]),  # "lead" inside a word names nothing
    ],
)
def test_standfirsts_stand_in_elements_named_so(source: str, leads: list[bool]) -> None:
    outline = page(source).outline
    assert [outline.is_lead(number) for number in range(len(outline.letters))] == leads


ELEMENTS = [
    ("<p>one</p>", "p"),
    ("one", ""),
    ("<article id=story><div class='body wide'><p>one</p></div></article>", "article#story div.body p"),
    ("<div id=a><div id='b c'><p>one</p></div></div>", "div#b p"),
    ("<p class='md:w-1/2'>one</p>", "p"),  # a name that a selector could hold with escapes only
    ("<p data-id=no>one</p>", "p"),
]


@pytest.mark.parametrize(("source", "selector"), ELEMENTS)
def test_the_element_of_a_block(source: str, selector: str) -> None:
    assert page(source).outline.element(0) == selector


def test_elements_of_one_name_and_class_are_one_owner() -> None:
    source = "<div class=body><p>one</p></div><aside>x</aside><div class=body><p>two</p></div><div><p>a</p></div><div><p>b</p></div>"
    outline = page(source).outline
    one, aside, two, left, right = [outline.owner(number) for number in range(5)]
    assert one == two
    assert len({one, aside, left, right}) == 4


def test_articles_are_counted_with_the_outer_one() -> None:
    source = "<article>a<article>comment</article></article><article>b</article>c"
    assert page(source).outline.articles == [1, 1, 2, 0]


def test_a_place_leads_to_its_block() -> None:
    source = "<p>one</p><p>two</p>"
    outline = page(source).outline
    assert [outline.at(source.index(word)) for word in ("one", "two")] == [0, 1]
    assert Outline().at(5) == -1


def test_deep_nesting_is_left_in_one_step_each() -> None:
    deep = "<div>" * 20_000 + "x" + "</div>" * 20_000 + "<p>y</p>"
    assert page(deep).outline.marks == [0, PARAGRAPH]
