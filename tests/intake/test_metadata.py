"""What texts and pages say about themselves, and where."""

from datetime import UTC, date, datetime

import pytest

from reportedly.intake.byline import is_byline, names
from reportedly.intake.clean import html_blocks, text_blocks
from reportedly.intake.metadata import html_metadata, text_metadata
from reportedly.intake.scanner import page
from reportedly.intake.title import headline, masthead

STORY = "Norlandic officials said on Monday that about 3,000 soldiers had entered the Kestrel valley, and left."


def _html(head: str, body: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}<p>{STORY}</p></body></html>"


LINKED = (
    '<script type="application/ld+json">{"@context": "x", "@graph": [{"@type": "WebSite", "name": "no"}, {"@type": ["NewsArticle"], '
    '"headline": "Troops &amp; tanks", "author": [{"@type": "Person", "name": "Ada Verrin"}, {"@type": "Organization", "name": "Tribune"}], '
    '"publisher": {"name": "The Kestrel Tribune"}, "datePublished": "2031-11-04T08:00:00Z", "dateModified": "2031-11-05", '
    '"url": "https://tribune.example/a"}]}</script>'
)


def test_linked_data_goes_first() -> None:
    found = html_metadata(page(_html(LINKED + '<meta property="og:title" content="other">')), ())
    assert (found.title, found.outlet, found.authors) == ("Troops & tanks", "The Kestrel Tribune", ("Ada Verrin",))
    assert found.published == datetime(2031, 11, 4, 8, tzinfo=UTC)
    assert (found.modified, found.url) == (date(2031, 11, 5), "https://tribune.example/a")
    assert set(dict(found.origins).values()) == {"json-ld"}


def test_meta_tags_go_next() -> None:
    head = (
        '<title>Troops enter valley | Tribune</title><meta property="og:title" content="Troops enter valley - Tribune">'
        '<meta property="og:site_name" content="Tribune"><meta name="author" content="By Ada Verrin and Tom Okafor">'
        '<meta property="article:published_time" content="2031-11-04"><link rel="canonical" href="https://tribune.example/a">'
    )
    found = html_metadata(page(_html(head)), ())
    assert (found.title, found.outlet, found.authors) == (
        "Troops enter valley",
        "Tribune",
        ("Ada Verrin", "Tom Okafor"),
    )
    assert (found.published, found.url) == (date(2031, 11, 4), "https://tribune.example/a")
    assert dict(found.origins)["published"] == "meta article:published_time"


def test_elements_and_lines_go_last() -> None:
    body = '<h1>Troops enter valley</h1><span class="byline">By Ada Verrin</span><time datetime="2031-11-04">x</time>'
    found = html_metadata(page(_html("", body)), ())
    assert (found.title, found.authors, found.published) == ("Troops enter valley", ("Ada Verrin",), date(2031, 11, 4))


@pytest.mark.parametrize(
    "body",
    [
        "<footer>Copyright 2031 Tribune</footer>",
        "<p>It fell on 4 November 2029.</p><p>And on 5 May 2030.</p>",
        "<p>12/11/2031</p>",
    ],
)
def test_no_date_is_guessed(body: str) -> None:
    assert html_metadata(page(_html("", body)), ()).published is None


def test_a_date_that_only_the_page_shows() -> None:
    found = html_metadata(page(_html("", '<div class="post-date">4 November 2019</div>')), ())
    assert (found.published, dict(found.origins).get("published")) == (date(2019, 11, 4), "htmldate")


@pytest.mark.parametrize("href", ["javascript:alert(1)", "//tribune.example", "file:///etc/passwd", ""])
def test_an_address_is_on_the_web(href: str) -> None:
    assert html_metadata(page(_html(f'<link rel="canonical" href="{href}">')), ()).url is None


def test_references_in_linked_data_are_followed() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "Organization", "@id": "#o", "name": "Tribune"}, '
        '{"@type": "NewsArticle", "publisher": {"@id": "#o"}, "author": {"@id": "#nobody"}}]}</script>'
    )
    found = html_metadata(page(_html(head)), ())
    assert (found.outlet, found.authors) == ("Tribune", ())


@pytest.mark.parametrize(
    "reference", ['"#o"', '{"@id": "#o"}', '[{"@id": "#o"}]', '{"@type": "Organization", "@id": "#o"}']
)
@pytest.mark.parametrize(
    "holder",
    [
        '{"@type": "Organization", "@id": "#o", "name": "Tribune"}',
        '{"@type": "WebSite", "publisher": {"@id": "#o", "name": "Tribune"}}',
        '{"@type": "WebPage", "isPartOf": {"@type": "WebSite", "@id": "#o", "name": "Tribune"}}',
    ],
)
def test_references_lead_to_the_outlet_wherever_it_is_named(reference: str, holder: str) -> None:
    graph = f'{{"@graph": [{{"@type": "NewsArticle", "publisher": {reference}}}, {holder}]}}'
    head = f'<script type="application/ld+json">{graph}</script>'
    assert html_metadata(page(_html(head)), ()).outlet == "Tribune"


@pytest.mark.parametrize("reference", ['"#org"', '{"@id": "#org"}', '{"name": "#org"}', '"_:b0"'])
def test_a_reference_to_nothing_names_no_outlet(reference: str) -> None:
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "publisher": {reference}}}</script>'
    assert html_metadata(page(_html(head)), ()).outlet is None


def _linked(author: str, head: str = "") -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {author}}}</script>{head}'


SITE = '<meta property="og:site_name" content="Kestrel Tribune"><link rel="canonical" href="https://www.kestreltribune.example/a">'
SIGNED = [
    (_linked('[{"@type": "Person", "name": "Ada Verrin"}, {"name": "ada verrin"}]'), "", ("Ada Verrin",)),
    (_linked('"Kestrel Tribune"', SITE), '<p class="byline">By Ada Verrin</p>', ("Ada Verrin",)),  # the outlet signs
    # Where nobody else signs, the newsroom does if the page calls it the author.
    (_linked('{"@type": "Person", "name": "The Kestrel Tribune"}', SITE), "", ("The Kestrel Tribune",)),
    (_linked('"Tribune staff"', SITE), "", ("Tribune staff",)),
    (_linked('"Tribune staff"', SITE), '<p class="byline">By Ada Verrin</p>', ("Ada Verrin",)),
    (_linked('"admin"', SITE), "", ()),
    (SITE + '<meta name="author" content="Kestrel Tribune">', "", ()),  # what a site says on each of its pages
    (_linked('{"@type": "Organization", "name": "Reuters"}'), "", ("Reuters",)),  # an agency wrote it
    (_linked('[{"name": "Ada Verrin"}, {"@type": "Organization", "name": "AFP"}]'), "", ("Ada Verrin", "AFP")),
    (_linked('{"@type": "Organization", "name": "Kestrel Group"}'), "", ("Kestrel Group",)),
    (_linked('["Ada Verrin", "(Image: Getty Images)"]'), "", ("Ada Verrin",)),  # a picture's maker wrote nothing
    (
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Verrin">',
        "",
        ("Ada Verrin",),
    ),
    ('<meta name="twitter:label1" content="Time to read"><meta name="twitter:data1" content="Nine minutes">', "", ()),
    ("", 'by <a href="https://tribune.example/author/averrin/">Ada Verrin</a>', ("Ada Verrin",)),
    ("", '<a href="/authority/rules">Water Board</a>', ()),
    ("", '<span class="author">Name *</span><span class="author">von</span>', ()),  # labels of a form
    ('<meta name="author" content="tribune.example, Velmora, Norland">', "", ()),  # where the outlet sits
    ("", '<p class="byline">Ada Verrin</p><p class="byline">Published 10:35</p>', ("Ada Verrin",)),
    ("", '<span class="author">Newsroom3</span><span class="author">Photo: A</span>', ()),
]


@pytest.mark.parametrize(("head", "body", "expected"), SIGNED)
def test_who_wrote_a_page(head: str, body: str, expected: tuple[str, ...]) -> None:
    assert html_metadata(page(_html(head, body)), ()).authors == expected


def test_bylines_of_comments_are_not_the_report_s() -> None:
    comment = '<div class="comment-author">Tom Okafor</div>'
    source = (
        _html("", f'<h1>Troops enter valley</h1><p class="byline">By Ada Verrin</p><p>{STORY} Again.</p>') + comment
    )
    read = page(source)
    assert html_metadata(read, html_blocks(read)).authors == ("Ada Verrin",)
    behind = page(_html("", f"<h1>Troops enter valley</h1><p>{STORY} Again.</p>") + comment)
    found = html_metadata(behind, html_blocks(behind))
    assert (found.authors, dict(found.origins)["authors"]) == (("Tom Okafor",), "byline at the foot")
    far = page(_html("", f"<h1>Troops enter valley</h1><p>{STORY} Again.</p>") + "<hr>" * 400 + comment)
    assert html_metadata(far, html_blocks(far)).authors == ()


def test_a_day_behind_the_title() -> None:
    found = html_metadata(page(_html("<title>Troops enter valley | Tribune | 28.04.2031</title>")), ())
    assert (found.published, dict(found.origins)["published"]) == (date(2031, 4, 28), "title")


@pytest.mark.parametrize(
    ("title", "other", "expected"),
    [
        ("Abroad: Troops enter valley", "<h1>Troops enter valley</h1>", "Troops enter valley"),
        ("Norland: Troops enter valley", "<h1>Fighting - Troops enter valley</h1>", "Troops enter valley"),
        ("When troops enter valley", "<h1>troops enter valley</h1>", "When troops enter valley"),
        ("Troops enter valley - Norland", "<div>Troops enter valley</div>", "Troops enter valley"),
        ("Troops enter valley - Norland", "<div>Troops enter valley - Norland</div>", "Troops enter valley - Norland"),
        ("Troops enter valley-Abroadㅣ", "<div>Troops enter valley</div>", "Troops enter valley"),
        ("Troops enter valley | Abroad | 04.11.2031", "<h1>Troops enter valley</h1>", "Troops enter valley"),
        (
            "Troops enter valley - Tribune",
            '<meta name="twitter:title" content="Troops enter valley">',
            "Troops enter valley",
        ),
        ("Troops enter valley - again", "<h1>Kestrel Tribune</h1>", "Troops enter valley - again"),
    ],
)
def test_a_title_ends_where_the_page_repeats_it(title: str, other: str, expected: str) -> None:
    assert html_metadata(page(_html(f'<meta property="og:title" content="{title}">', other)), ()).title == expected


def test_the_outlet_is_what_title_and_masthead_share() -> None:
    body = "<div>Kestrel Tribune</div><h1>Troops enter valley</h1>"
    found = html_metadata(page(_html("<title>Troops enter valley | Kestrel Tribune</title>", body)), ())
    assert (found.outlet, dict(found.origins)["outlet"]) == ("Kestrel Tribune", "masthead")
    other = html_metadata(page(_html("<title>Troops enter valley | In full</title>", body)), ())
    assert other.outlet is None


def test_a_website_in_linked_data_names_the_outlet() -> None:
    head = '<script type="application/ld+json">[{"@type": "NewsArticle"}, {"@type": "WebSite", "name": "Tribune"}]</script>'
    assert html_metadata(page(_html(head)), ()).outlet == "Tribune"


def test_the_name_in_capitals_above_a_headline_is_the_outlet() -> None:
    blocks = text_blocks(f"THE KESTREL TRIBUNE\n\nTroops enter valley\n\n{STORY}")
    assert masthead(blocks) == "THE KESTREL TRIBUNE"
    assert masthead(text_blocks(f"FIRE BROKE OUT IN THE PASS\n\n{STORY}\n\n{STORY}")) is None


def test_broken_linked_data_is_passed_over() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    deep = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert html_metadata(page(_html(broken + deep)), ()).title is None


TEXTS = [
    (f"Published 4 November 2031\n\n{STORY}", date(2031, 11, 4), "date line"),
    (f"{STORY}\n\nLast updated Sat 27 Sep 2031", date(2031, 9, 27), "date line of the last change"),
    (f"{STORY}\n\nShe spoke (@adaverrin) November 5, 2031", None, None),
    (f"By Ada Verrin, 6 June 2031\n\n{STORY}", date(2031, 6, 6), "date line"),
    (f"Nov 5 (Reuters) - {STORY}", None, None),  # a day without its year
    (f"{STORY}\n\n9:29 PM - 18 Oct 2031", None, None),  # the stamp of a post
    (f"{STORY} On 4 November 2031 it was over.", None, None),
]


@pytest.mark.parametrize(("text", "published", "origin"), TEXTS)
def test_dates_of_texts(text: str, published: date | None, origin: str | None) -> None:
    found = text_metadata(text_blocks(text))
    assert (found.published, dict(found.origins).get("published")) == (published, origin)


HEADLINES = [
    (f"Troops enter valley in Norland: reports\n\n{STORY}", "Troops enter valley in Norland: reports"),
    (f"Did troops enter the valley?\n\n{STORY}", "Did troops enter the valley?"),
    (f"{STORY}\n\n{STORY} And more.", None),
    ("Troops enter valley in Norland", None),
    (f"As it was said:\n\n{STORY}", None),
    (f"TAMPA -\n\n{STORY}", None),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_headlines_of_texts(text: str, expected: str | None) -> None:
    assert headline(text_blocks(text)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("By Ada Verrin", ("Ada Verrin",)),
        ("Ada Verrin, Tom Okafor and Jo de Vries", ("Ada Verrin", "Tom Okafor", "Jo de Vries")),
        ("By Ada Verrin, defence correspondent", ("Ada Verrin",)),
        ("Ada Verrin (av)", ("Ada Verrin",)),
        ("Reuters", ()),
        ("Staff", ()),
        ("https://tribune.example/ada", ()),
        ("tribune.example", ()),
        ("", ()),
    ],
)
def test_names_of_a_byline(words: str, expected: tuple[str, ...]) -> None:
    assert names(words) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ada Verrin", True),
        ("BY ADA VERRIN AND TOM OKAFOR", True),
        ("By Monday the valley was empty.", False),
        ("By Reuters", False),
        ("By far", False),
    ],
)
def test_lines_that_are_bylines(line: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_byline(line) is expected
