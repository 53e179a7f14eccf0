"""One pass over the source finds letters, places and the head's words."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.page import stretches
from reportedly.intake.scanner import _Scanner, page

PAGE = """<!doctype html><html lang="en-GB"><head><title>Troops enter valley &amp; leave | Tribune</title>
<meta property="og:title" content="Troops enter valley"><meta name=author content='Ada Verrin'>
<link rel="canonical" href="https://tribune.example/valley"><script>var a = "<p>no</p>";</script>
<script type="application/ld+json">{"@type": "NewsArticle"}</script></head>
<body><!-- <p>hidden</p> --><h1>Troops <b>enter</b> valley</h1><p class="byline">By Ada Verrin</p>
<time datetime="2031-11-04T08:00:00Z">today</time><p>A&amp;B said &ldquo;no&rdquo; to <a href="/x">Kestrel</a>.</p>
<figure><img src=a><figcaption>A tank. <span>Photo</span></figcaption></figure></body></html>"""


def test_the_head() -> None:
    read = page(PAGE)
    assert read.title == "Troops enter valley & leave | Tribune"
    assert (read.heading, read.language, read.canonical) == (
        "Troops enter valley",
        "en-GB",
        "https://tribune.example/valley",
    )
    assert read.metas == {"og:title": ["Troops enter valley"], "author": ["Ada Verrin"]}
    assert read.linked_data == ['{"@type": "NewsArticle"}']
    assert (read.times, read.bylines) == (["2031-11-04T08:00:00Z"], [(PAGE.index("By Ada"), "By Ada Verrin")])


def test_the_letters() -> None:
    letters = page(PAGE).letters
    assert letters == "TroopsentervalleyByAdaVerrintodayA&Bsaid“no”toKestrel.Atank.Photo"


def test_places_are_those_of_the_source() -> None:
    read = page(PAGE)
    for number, start in enumerate(read.starts):
        stop = read.starts[number + 1] if number + 1 < len(read.starts) else len(read.letters)
        if read.places[number] >= 0:
            found = "".join(PAGE[place : place + length] for _, place, length in read.words(number))
            assert found == read.letters[start:stop]


def test_captions_and_links() -> None:
    read = page(PAGE)
    assert [PAGE[start:end] for start, end in read.captions] == ["A tank. <span>Photo</span>"]
    assert [PAGE[start:end] for start, end in read.links] == ["Kestrel"]


def test_a_caption_by_class_ends_with_its_own_tag() -> None:
    source = '<div class="wp-caption"><div>inner</div> still</div><p>story</p>'
    assert [source[start:end] for start, end in page(source).captions] == ["<div>inner</div> still"]


def test_a_caption_that_never_ends_is_none() -> None:
    source = '<div class="caption">words' + "<p>story story</p>" * 500 + "</div>"
    assert page(source).captions == []


@pytest.mark.parametrize(
    ("source", "letters"),
    [
        ("<p>cut off in a <a hre", "cutoffina"),
        ("<p>a < b and c > d</p>", "a<bandc>d"),
        ("<p title='a>b'>x</p>", "x"),
        ("<script>never closed <p>no", ""),
        ("<!-- never closed <p>no</p>", ""),
        ("<title>never closed<p>yes</p>", "neverclosedyes"),  # what extractors take for the text
        ("<p>Nor\x00way</p>", "Norway"),
        ("&bogus; &#xZZ; AT&T &lt;b&gt;", "&bogus;&#xZZ;AT&T<b>"),
        ("", ""),
    ],
)
def test_bad_markup(source: str, letters: str) -> None:
    assert page(source).letters == letters


@pytest.mark.parametrize(
    "piece", ["<a ", '<a b="', "<!--", "<script>", "<div>", '<p class="caption">', "&amp", "<a =\"'>", "</"]
)
def test_each_tag_is_met_once(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # What is not finished is passed over as a whole: no step of the scan begins before the end of the one before.
    starts: list[int] = []
    step, text = _Scanner.step, _Scanner.text

    def seen_step(self: _Scanner, at: int, edge: int) -> int:
        starts.append(at)
        return step(self, at, edge)

    def seen_text(self: _Scanner, words: str, start: int) -> None:
        starts.append(start)
        text(self, words, start)

    monkeypatch.setattr(_Scanner, "step", seen_step)
    monkeypatch.setattr(_Scanner, "text", seen_text)
    page(piece * 40_000)
    assert starts == sorted(starts)
    assert len(set(starts)) * 2 >= len(starts)


@given(st.text(max_size=200))
def test_any_text_survives_escaping(text: str) -> None:
    visible = "".join(html.unescape(html.escape(text)).split())
    plain = [character for character in visible if character.isprintable() and not "\ue000" <= character <= "\uf8ff"]
    found = page(f"<p>{html.escape(text)}</p>").letters
    assert [character for character in found if character.isprintable()] == plain


@given(st.text(st.sampled_from("<>&;\"'=!-/ apbscriptstyle"), max_size=120))
def test_no_markup_fails(source: str) -> None:
    read = page(source)
    assert len(read.starts) == len(read.places)


def test_stretches_between() -> None:
    found = [(0, 5), (10, 20), (30, 40)]
    assert list(stretches(found, 3, 35)) == [(3, 5), (10, 20), (30, 35)]
    assert list(stretches(found, 20, 30)) == []
    assert list(stretches([], 0, 9)) == []
