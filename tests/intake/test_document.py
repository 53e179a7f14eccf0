"""Items read whole."""

import hashlib
import importlib.util
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import IntakeError, NotAnArticle
from reportedly.intake import Given, Item, document, item
from reportedly.intake.source import HTML, ITEM_BYTES, TEXT
from reportedly.model.document import Document

NOW = datetime(2031, 11, 6, 12, tzinfo=UTC)
SHARED = Path(__file__).parents[3] / "shared"

TEXT_REPORT = """close

Troops enter the Kestrel valley: reports

Troops enter the Kestrel valley: reports

Published 4 November 2031

SEOUL, South Korea (AP) — Norlandic officials said on Monday that about 3,000 soldiers had entered the valley.

Norland in the valley
General Tom Okafor (left) inspects tanks in Norland on March 7. Troops have reportedly entered the…

Example Wire/AP

“We cannot confirm these reports,” a spokeswoman for the ministry in Estmark said.

This article contains reporting from The Associated Press

Leave a Reply

Your email address will not be published. Required fields are marked *"""

PAGE = """<html lang="en"><head><title>Troops enter valley | Tribune</title><meta property="og:site_name" content="Tribune">
<meta property="article:published_time" content="2031-11-04"></head><body><nav><a href="/">Home</a></nav><article>
<h1>Troops enter valley</h1><div class="byline">By Ada Verrin</div>
<p>Norlandic officials said on Monday that about 3,000 soldiers had entered the Kestrel valley, citing &ldquo;two people&rdquo;.</p>
<p><a href="/other">Read more: 40,000 troops in another valley</a></p>
<p>The defence ministry in Estmark said it had no information to substantiate the report of the Kestrel Tribune.</p>
<p>The Tribune, which relied on three sources, put the number at 8,000, including 500 officers and three generals.</p>
</article><footer>All rights reserved.</footer></body></html>"""


def _document(raw: str | bytes, media_type: str = TEXT, given: Given | None = None) -> Document:
    data = raw.encode() if isinstance(raw, str) else raw
    capture, read = document(Item("name", data, media_type, given or Given()), captured=NOW)
    assert capture.sha256 == read.sha256 == hashlib.sha256(data).hexdigest()
    assert (capture.size, capture.captured, capture.name) == (len(data), NOW, "name")
    return read


def _standing(read: Document, source: str) -> None:
    for run in read.offsets.runs:
        assert read.text[run.start : run.start + run.length] == source[run.source : run.source + run.length]


def test_a_text() -> None:
    read = _document(TEXT_REPORT)
    assert read.title == "Troops enter the Kestrel valley: reports"
    assert read.text.count("Troops enter the Kestrel valley: reports") == 1
    assert read.text.endswith("This article contains reporting from The Associated Press")
    assert (read.published, read.dateline, read.language) == (date(2031, 11, 4), "SEOUL, South Korea", "en")
    [caption] = read.captions
    assert caption.cut(read.text).startswith("Norland in the valley\nGeneral")
    assert caption.cut(read.text).endswith("Example Wire/AP")
    assert [(one.agency, one.span.cut(read.text)) for one in read.credits] == [
        ("AP", "(AP)"),
        ("The Associated Press", "This article contains reporting from The Associated Press"),
    ]
    _standing(read, TEXT_REPORT)
    assert dict(read.origins)["title"] == "first line"


def test_a_page() -> None:
    read = _document(PAGE, HTML)
    assert (read.title, read.outlet, read.authors) == ("Troops enter valley", "Tribune", ("Ada Verrin",))
    assert read.published == date(2031, 11, 4)
    assert "40,000" not in read.text
    assert "Troops enter valley" not in read.text
    assert read.text.startswith("Norlandic officials said on Monday")
    _standing(read, PAGE)
    placed = {at for run in read.offsets.runs for at in range(run.start, run.start + run.length)}
    assert [letter for at, letter in enumerate(read.text) if at not in placed and not letter.isspace()] == ["“", "”"]


def test_the_caller_goes_before_the_page() -> None:
    said = Given(
        published=date(2030, 1, 1), url="https://t.example/a", outlet="Other", id="mine", language="de", title="Mine"
    )
    read = _document(PAGE, HTML, said)
    assert (read.published, read.url, read.outlet, read.id) == (
        date(2030, 1, 1),
        "https://t.example/a",
        "Other",
        "mine",
    )
    assert (read.language, read.title) == ("de", "Mine")
    assert {dict(read.origins)[key] for key in ("published", "url", "outlet", "language", "title")} == {"caller"}


def test_the_same_bytes_are_the_same_report() -> None:
    assert (
        _document(TEXT_REPORT).id
        == _document(TEXT_REPORT).id
        == f"r-{hashlib.sha256(TEXT_REPORT.encode()).hexdigest()[:12]}"
    )


def test_a_json_line() -> None:
    line = json.dumps({"id": "7", "text": TEXT_REPORT, "published": "2031-11-05"}).encode()
    _, read = document(item("-:1", line), captured=NOW)
    assert (read.id, read.published, read.sha256) == ("7", date(2031, 11, 5), hashlib.sha256(line).hexdigest())
    _standing(read, TEXT_REPORT)


def test_verbatim_keeps_the_marks_in_their_places() -> None:
    read = _document(TEXT_REPORT, given=Given(verbatim=True))
    assert read.text == TEXT_REPORT
    assert read.captions[0].cut(TEXT_REPORT).startswith("Norland in the valley")
    assert read.credits[0].span.cut(TEXT_REPORT) == "(AP)"
    assert len(read.offsets.runs) == 1


@settings(deadline=None)
@given(st.text(min_size=1))
def test_verbatim_is_identity(text: str) -> None:
    line = json.dumps({"text": text, "verbatim": True}).encode()
    if text.strip():
        try:
            _, read = document(item("-:1", line), captured=NOW)
        except NotAnArticle:  # nothing but spaces and controls
            return
        assert read.text == text


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from([*TEXT_REPORT.split("\n\n"), *PAGE.split("\n"), "\x00", "\ud83d\ude00", "é", "&amp;", "<"]),
        max_size=12,
    )
)
def test_every_run_stands_in_what_was_read(parts: list[str]) -> None:
    source = "\n\n".join(parts).encode("utf-16", "surrogatepass").decode("utf-16")
    for media_type in (TEXT, HTML):
        try:
            _standing(_document(source, media_type), source)
        except IntakeError:  # no article, or all control codes
            continue


TEASER = "Soldiers have entered the valley, officials in Norland said on Monday; nobody knows how many they are, or why they came."
FRONT = "".join(
    f'<div class="teaser"><h2><a href="/{number}">Troops enter the {place} valley of Norland</a></h2><p>{place}: {TEASER}</p></div>'
    for number, place in enumerate(("Kestrel", "Harrow", "Aldern", "Velmora", "Estmark", "Sorrel"))
)
WALLS = [
    (
        "<html><title>Just a moment...</title><body><p>Checking your browser before you go on to tribune.example.</p></body></html>",
        "a bot wall",
    ),
    (
        "<html><body><h2>We value your privacy</h2><p>We and our partners store cookies on a device for ads you like.</p></body></html>",
        "a consent wall",
    ),
    (
        "<html><title>Page not found</title><body><p>Sorry, the page you are looking for does not exist here.</p></body></html>",
        "not found",
    ),
    (
        "<html><body><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>",
        "JavaScript",
    ),
    ("<html><body></body></html>", "without a report"),
    (FRONT, "a section front"),
]


@pytest.mark.parametrize(("source", "reason"), WALLS)
def test_what_is_no_article_is_refused(source: str, reason: str) -> None:
    with pytest.raises(NotAnArticle, match=reason):
        _document(source, HTML)


def test_a_story_with_links_to_others_is_no_front() -> None:
    told = "".join(f"<p>{number} soldiers came. {TEASER}</p>" for number in range(6))
    read = _document(f"<html><body><article><h1>Troops enter valley</h1>{told}</article>{FRONT}</body></html>", HTML)
    assert "5 soldiers came." in read.text
    article = f'<head><meta property="og:type" content="article"></head><body>{FRONT}</body>'
    assert TEASER in _document(article, HTML).text


@pytest.mark.parametrize("source", ["close\nclose\nVIEW GALLERY", "* * *", "\x00\x00 \x00"])
def test_a_text_of_furniture_is_refused(source: str) -> None:
    with pytest.raises(IntakeError):
        _document(source)


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(IntakeError, match="split it"):
        _document(b"x" * (ITEM_BYTES + 1))


NOTES = [
    ("Norland said 3,\u200b000 soldiers had entered the valley on Monday.", "invisible-characters"),
    ("Norland said \u202e000,3\u202c soldiers had entered the valley on Monday.", "bidi-control"),
    ("Norland said so.", "language-unknown"),
    ("Norland said so.", "date-unknown"),
    ("Norland said on Monday that it was over.\n\nSubscribe to continue reading", "text-cut-short"),
]


@pytest.mark.parametrize(("text", "code"), NOTES)
def test_what_could_not_be_settled_is_noted(text: str, code: str) -> None:
    assert code in dict(_document(text).notes)


def test_a_spoilt_charset_is_noted() -> None:
    raw = b'<meta charset="utf-8"><p>Norland said \xff that soldiers had entered the valley \xe2\x80\x9con Monday\xe2\x80\x9d.</p>'
    assert "charset-spoilt" in dict(_document(raw * 3, HTML).notes)


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared measuring texts lie beside the repository and are not there"
)
def test_residue_captions_and_credits_of_the_gold() -> None:
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    for name in ("seeds.json", "stories.json"):
        gold, raw = score.load(SHARED / "gold" / name)
        read = {key: _document(text) for key, text in raw.items()}
        for one in gold["residue"]:
            words = " ".join(raw[one["document"]][slice(*one["span"])].split())
            assert " ".join(read[one["document"]].text.split()).count(words) <= one.get("keep", 0)
        for one in gold["credits"]:
            found = [credit.agency for credit in read[one["document"]].credits]
            assert any(score.name_fits(one["agency"], agency) for agency in found)
