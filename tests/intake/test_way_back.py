"""Clean text rebuilt from the page it came from."""

from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from resiliparse.parse.html import HTMLTree

from reportedly.intake import Given, Item, document
from reportedly.intake.page import words
from reportedly.intake.source import HTML
from reportedly.model.document import Document

NOW = datetime(2031, 11, 6, 12, tzinfo=UTC)
REPORTS = sorted(
    one.name for one in files("reportedly.bundled").joinpath("reports").iterdir() if one.name.endswith(".html")
)

FIRST = "Norlandic officials said on Monday that about 3,000 soldiers had entered the Kestrel valley."
SECOND = "The defence ministry in Estmark said it had no information to substantiate the report."
SYNTHETIC = {
    "references": "<p>A&amp;B &ldquo;said&rdquo;&nbsp;that 3&#44;000 soldiers &mdash; no&shy;body more &mdash; had entered it.</p>",
    "inline tags": "<p>The <b>de</b>fence <a href='/x'>ministry in <i>Estmark</i></a> had <span>no</span> information on it.</p>",
    "caption": "<figure><img src=a><figcaption>A tank in the valley. <span>Photo: Tom Okafor</span></figcaption></figure>",
    "list": "<ul><li>About 3,000 soldiers entered.</li><li>Nobody said &lt;why&gt; they did.</li></ul>",
    "table": "<table><tr><th>Side</th><th>Dead</th></tr><tr><td>Norland</td><td>14</td></tr></table>",
    "korean": "<p>노를란드 당국은 월요일에 약 3,000명의 군인이 계곡에 들어갔다고 밝혔다.</p>",
    "arabic": "<p>قال مسؤولون في نورلاند يوم الاثنين إن نحو 3000 جندي دخلوا الوادي.</p>",
    "breaks": "<p>One line said so,<br>another line<br/>denied it all the same.</p>",
    "scripts": "<p>Before the script<script>var a = 'no';</script> and after it, soldiers entered.</p>",
}


def _read(source: str, *, fast: bool = False) -> Document:
    return document(Item("page", source.encode(), HTML, Given(fast=fast)), captured=NOW)[1]


def _rebuilt(source: str, read: Document) -> None:
    """Assert that each run stands in the page, and that what lies between two runs is what the page has there."""
    text, end, place = read.text, 0, 0
    for run in read.offsets.runs:
        assert text[run.start : run.start + run.length] == source[run.source : run.source + run.length]
        assert run.start >= end
        # Bars part the cells of a table's row; the page has none.
        between = "".join(text[end : run.start].replace("|", " ").split())
        assert between in "".join(words(source[place : run.source]).replace("\xad", "").split())
        end, place = run.start + run.length, run.source + run.length
    assert "".join(text[end:].split()) in "".join(words(source[place:]).replace("\xad", "").split())


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize("name", REPORTS)
def test_bundled_pages(name: str, *, fast: bool) -> None:
    source = files("reportedly.bundled").joinpath("reports", name).read_text("utf-8")
    _rebuilt(source, _read(source, fast=fast))


@pytest.mark.parametrize("name", REPORTS)
def test_every_paragraph_stands_in_the_element_it_names(name: str) -> None:
    source = files("reportedly.bundled").joinpath("reports", name).read_text("utf-8")
    read = _read(source)
    tree: Any = HTMLTree.parse(source)
    for start, selector in read.elements:
        run = next(one for one in read.offsets.runs if one.start >= start)
        begins = "".join(read.text[run.start : run.start + run.length].split()[:6])
        shown = ("".join(str(one.text).split()) for one in tree.body.query_selector_all(selector))
        assert any(begins in one for one in shown), selector
    assert read.elements[0][0] == 0


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize("piece", SYNTHETIC.values(), ids=SYNTHETIC)
def test_pages_of_many_kinds(piece: str, *, fast: bool) -> None:
    source = (
        f"<html><body><article><h1>Troops enter valley</h1><p>{FIRST}</p>{piece}<p>{SECOND}</p></article></body></html>"
    )
    read = _read(source, fast=fast)
    assert FIRST in read.text
    _rebuilt(source, read)


@settings(max_examples=25, deadline=None)
@example(
    [f"<p>{FIRST}</p>", SYNTHETIC["table"]]
)  # a repeated paragraph is dropped, and the row's cells are short words
@given(st.lists(st.sampled_from([*SYNTHETIC.values(), f"<p>{FIRST}</p>", "<aside>Buy!</aside>", "<hr>"]), max_size=6))
def test_any_order_of_them(pieces: list[str]) -> None:
    source = f"<head></head><body><article><p>{FIRST}</p>{''.join(pieces)}<p>{SECOND}</p></article></body>"
    _rebuilt(source, _read(source))
    _rebuilt(source, _read(source, fast=True))
