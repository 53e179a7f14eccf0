"""Blocks of texts and pages."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.block import assemble
from reportedly.intake.clean import html_blocks, linked, text_blocks
from reportedly.intake.scanner import page

STORY = (
    "Norlandic officials said on Monday that about 3,000 soldiers had entered the Kestrel valley, citing two people.",
    "The defence ministry in Estmark said it had no information to substantiate the report of the Kestrel Tribune.",
    "The Tribune, which relied on three sources, put the number at 8,000, including 500 officers and three generals.",
    "A spokesman for the regional governor said that the clash was the first known fighting between the two sides.",
)


def test_lines_are_blocks_and_gaps_are_kept() -> None:
    blocks = text_blocks("\n\n  One line.  \nIts neighbour.\r\n\r\n \n\nAnother\x00 one.\n")
    assert [(block.text, block.gap) for block in blocks] == [
        ("One line.", "\n\n"),
        ("Its neighbour.", "\n"),
        ("Another one.", "\n\n"),
    ]


WRAPPED = """Norlandic officials said on Monday that about 3,000 soldiers
had entered the Kestrel valley, citing two people familiar with
the deployment who asked not to be named because they were not
allowed to speak.

The ministry in Estmark denied it, and said that nobody at all
had been seen there since the spring, when the river flooded the
road to the pass and shut it."""


def test_wrapped_lines_are_joined() -> None:
    blocks = text_blocks(WRAPPED)
    assert len(blocks) == 2
    assert "soldiers had entered" in blocks[0].text
    text, offsets, _ = assemble(blocks)
    at = text.index("had entered")
    assert offsets.source(at) == WRAPPED.index("had entered")


def test_wrapped_lines_stay_when_asked() -> None:
    assert len(text_blocks(WRAPPED, wrapped=False)) == 7


def test_an_article_among_other_things() -> None:
    body = "".join(f"<p>{one}</p>" for one in STORY)
    source = (
        f"<html><head><title>x</title></head><body><nav><a href='/'>Home</a></nav><article>{body}</article>"
        "<footer>All rights reserved.</footer></body></html>"
    )
    blocks = html_blocks(page(source))
    assert [block.text for block in blocks] == list(STORY)
    assert all(block.runs[0].length == len(block.text) for block in blocks)


def test_a_page_nested_deeply_is_read() -> None:
    source = "<div>" * 3000 + "".join(f"<p>{one}</p>" for one in STORY) + "</div>" * 3000
    assert set(STORY) <= {block.text for block in html_blocks(page(source))}


def test_a_tag_of_many_attributes_costs_nothing() -> None:
    heavy = "<div " + "".join(f"a{number}=1 " for number in range(50_000)) + ">"
    blocks = html_blocks(page(heavy + "".join(f"<p>{one}</p>" for one in STORY) + "</div>"))
    assert set(STORY) <= {block.text for block in blocks}


def test_the_share_of_links() -> None:
    source = f"<article><p>{STORY[0]}</p><p>{STORY[1]}</p><p><a href='/x'>{STORY[2]}</a></p></article>"
    read = page(source)
    assert [round(linked(block, read)) for block in html_blocks(read)] == [0, 0, 1]


@given(st.text(max_size=300))
def test_every_letter_of_a_text_has_its_place(source: str) -> None:
    text, offsets, _ = assemble(text_blocks(source))
    for run in offsets.runs:
        assert text[run.start : run.start + run.length] == source[run.source : run.source + run.length]
    assert sum(run.length for run in offsets.runs) >= sum(not letter.isspace() for letter in text)
