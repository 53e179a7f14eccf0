"""Stories completed and cut down by where their blocks stand in the page."""

import pytest

from reportedly.intake.alignment import Alignment
from reportedly.intake.block import Block
from reportedly.intake.body import completed
from reportedly.intake.clean import html_blocks
from reportedly.intake.scanner import page

LEAD = "Officials in Norland said on Monday that about 3,000 soldiers had entered the valley."
SECOND = "The defence ministry in Estmark said it had no information to substantiate the report."
THIRD = "A spokesman for the regional governor said the clash was the first between the two sides."
OTHER = "In another town, a bakery that had been closed for a year opened its doors to customers."
STORY = f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>"


def _texts(source: str) -> list[str]:
    return [block.text for block in html_blocks(page(source))]


@pytest.mark.parametrize(
    "lead",
    [
        '<p class="lead">The first fighting in a year.</p>',
        '<div class="article-standfirst">The first fighting in a year.</div>',
    ],
)
def test_a_standfirst_is_part_of_the_story(lead: str) -> None:
    short = "The first fighting in a year breaks out in the valley, and nobody knows how many took part in it."
    page_ = f"<body><h1>Troops enter valley</h1>{lead.replace('The first fighting in a year.', short)}<div><span>Share</span></div><article>{STORY}</article></body>"
    texts = _texts(page_)
    assert short in texts
    assert texts.index(short) < texts.index(LEAD)


def test_a_description_shown_above_the_story_is_its_standfirst() -> None:
    short = "The first fighting in a year breaks out in the valley, and nobody knows how many took part in it."
    head = f'<head><meta name="description" content="{short}"></head>'
    texts = _texts(
        f"<html>{head}<body><h1>Troops enter valley</h1><div>{short}</div><article>{STORY}</article></body></html>"
    )
    assert texts[:2] == [short, LEAD]


def test_a_body_cut_in_two_is_put_together() -> None:
    rest = [f"{THIRD[:-1]}, {number} hours after the first." for number in range(6)]
    halves = f'<div class="body">{STORY}</div><div class="ad">Buy!</div>'
    source = f"<h1>Troops enter valley</h1>{halves}<div class='body'>{''.join(f'<p>{one}</p>' for one in rest)}</div>"
    read = page(source)
    found = completed([block for block in html_blocks(read) if block.text in {LEAD, SECOND, THIRD}], read)
    assert [block.text for block in found] == [LEAD, SECOND, THIRD, *rest]


def test_other_stories_of_the_page_are_left_out() -> None:
    more = " ".join([LEAD, SECOND, THIRD] * 2)
    source = f"<body><article><h1>Troops enter valley</h1><p>{more}</p>{STORY}</article><article><h1>Bakery opens</h1>{f'<p>{OTHER}</p>' * 9}</article></body>"
    texts = _texts(source)
    assert OTHER not in texts
    assert "Troops enter valley" not in texts


def test_a_table_that_holds_headline_and_story_stays() -> None:
    source = f"<body><table><tr><td><h1>Troops enter valley</h1><p>{LEAD} {SECOND} {THIRD}</p></td></tr></table></body>"
    assert any(LEAD in text for text in _texts(source))


def test_found_paragraphs_have_their_way_back() -> None:
    source = f"<div class=body><p>{LEAD}</p><p>{SECOND.replace('defence', '<b>defence</b>')}</p><p>{THIRD}</p></div>"
    read = page(source)
    kept = [block for block in html_blocks(read) if block.text in {LEAD, THIRD}]
    found = completed(kept, read)
    assert [block.text for block in found] == [LEAD, SECOND, THIRD]
    for block in found:
        for run in block.runs:
            assert block.text[run.start : run.start + run.length] == source[run.source : run.source + run.length]


def test_captions_that_the_extractor_left_out_are_listed_where_they_stand() -> None:
    caption = "<figcaption>Soldiers in the valley on Monday. <span>Photo: Tom Okafor</span></figcaption>"
    source = f"<body><article><h1>Troops enter valley</h1><p>{LEAD}</p><figure><img src=a>{caption}</figure><p>{SECOND}</p><p>{THIRD}</p></article></body>"
    blocks = html_blocks(page(source))
    assert [(block.text.split()[0], block.caption) for block in blocks] == [
        ("Officials", False),
        ("Soldiers", True),
        ("The", False),
        ("A", False),
    ]


def test_captions_beside_the_story_are_none_of_it() -> None:
    other = "<div><figure><figcaption>Bread in another town.</figcaption></figure></div>"
    source = f"<body><article><h1>Troops enter valley</h1>{STORY}</article>{other}<form><figcaption>Sign up</figcaption></form></body>"
    assert not any(block.caption for block in html_blocks(page(source)))


def _teased(*teasers: str) -> list[Block]:
    shown = "".join(
        f'<div><a href="/{number}">A bakery in another town has opened its doors</a></div><div>{one}</div>'
        for number, one in enumerate(teasers)
    )
    read = page(f"<body><h1>Troops enter valley</h1><div class='body'>{STORY}</div>{shown}</body>")
    alignment = Alignment(read)
    return completed([alignment.block(one) for one in (LEAD, SECOND, THIRD, *teasers)], read)


def test_teasers_under_links_are_of_other_stories() -> None:
    more = OTHER.replace("bakery", "school")
    assert [block.text for block in _teased(OTHER, more)] == [LEAD, SECOND, THIRD]
    assert [block.text for block in _teased(OTHER)] == [LEAD, SECOND, THIRD, OTHER]  # one alone makes no list
