"""The section is what the page says, and where it says so is told."""

from datetime import UTC, datetime

import pytest

from reportedly.intake import Item, document
from reportedly.intake.metadata import html_metadata
from reportedly.intake.scanner import page

STORY = "Norlandic officials said on Monday that about 3,000 soldiers had entered the Kestrel valley, and left."


def _linked(words: str) -> str:
    return f'<script type="application/ld+json">{words}</script>'


def _trail(*names: str) -> str:
    steps = ", ".join(f'{{"@type": "ListItem", "item": {{"name": "{name}"}}}}' for name in names)
    return _linked(f'{{"@type": "BreadcrumbList", "itemListElement": [{steps}]}}')


META = '<meta property="article:section" content="Abroad">'
ARTICLE = _linked('{"@type": "NewsArticle", "headline": "Troops enter valley", "articleSection": "World"}')
DATED = '<link rel="canonical" href="https://tribune.example/world/2031/11/04/troops-enter-valley">'
CASES = [
    (ARTICLE + META, "World", "json-ld"),
    (_linked('{"@type": "NewsArticle", "articleSection": ["News", "World", "Norland"]}'), "World", "json-ld"),
    (META, "Abroad", "meta article:section"),
    (_trail("Home", "World", "Troops enter valley"), "World", "breadcrumb"),
    (_trail("Home", "Troops enter valley"), None, None),  # the last step is the page
    (DATED, "world", "address"),
    (DATED.replace("world", "news"), None, None),  # every page stands there
    (
        '<link rel="canonical" href="https://tribune.example/world/troops-enter-valley">',
        None,
        None,
    ),  # no day, no convention
    ("", None, None),
]


@pytest.mark.parametrize(("head", "section", "origin"), CASES)
def test_where_the_section_stands(head: str, section: str | None, origin: str | None) -> None:
    found = html_metadata(page(f"<head>{head}</head><h1>Troops enter valley</h1><p>{STORY}</p>"), ())
    assert (found.section, dict(found.origins).get("section")) == (section, origin)


@pytest.mark.parametrize(
    "words", ["[]", "null", '{"@type": "BreadcrumbList", "itemListElement": "World"}', '{"articleSection": {}}']
)
def test_broken_linked_data_names_none(words: str) -> None:
    assert html_metadata(page(_linked(words)), ()).section is None


def test_section_dateline_and_zones_reach_the_document() -> None:
    times = _linked(
        '{"@type": "NewsArticle", "datePublished": "2031-11-04T09:30:00+02:00", "dateModified": "2031-11-04T12:00:00Z"}'
    )
    source = f"<head>{META}{times}</head><p>VELMORA, Nov 4 (Reuters) - {STORY}</p>"
    _, read = document(Item("page", source.encode(), "text/html"), captured=datetime(2031, 11, 6, tzinfo=UTC))
    told = dict(read.origins)
    assert (read.section, told["section"]) == ("Abroad", "meta article:section")
    assert (read.dateline, told["dateline"]) == ("VELMORA", "text")
    assert (str(read.published), told["published"]) == ("2031-11-04 09:30:00+02:00", "json-ld")
    assert (str(read.modified), told["modified"]) == ("2031-11-04 12:00:00+00:00", "json-ld")
