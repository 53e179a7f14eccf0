"""Feeds, whole and made to harm; sitemaps in files."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from reportedly.errors import IntakeError
from reportedly.intake.feed import ENTRIES, parsed, read
from reportedly.intake.given import Given
from reportedly.intake.item import HTML, TEXT, Failure, Input, Item

ENTRY = (
    "<item><title>Dam &amp; town</title><link>https://kolven.example/1</link>"
    "<pubDate>Tue, 04 Jun 2031 09:08:00 +0200</pubDate><description>The dam broke, officials said.</description></item>"
)


def _rss(entries: str = ENTRY, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>K</title>{entries}</channel></rss>'.encode()


def _read(raw: bytes, fetched: list[str] | None = None) -> list[Input]:
    def fetch(url: str, _: Given) -> Iterator[Input]:
        if fetched is None:
            raise AssertionError(f"{url} was asked for")
        fetched.append(url)
        return iter(())

    return list(read("feed.xml", io.BytesIO(raw), Given(outlet="The Kolven Post"), fetch))


def test_an_entry_is_read_from_its_own_words() -> None:
    [found] = _read(_rss())
    assert isinstance(found, Item)
    assert (found.name, found.media_type, found.body) == ("feed.xml#1", TEXT, "The dam broke, officials said.")
    assert found.given == Given(
        url="https://kolven.example/1",
        title="Dam & town",
        published=datetime(2031, 6, 4, 7, 8, tzinfo=UTC),
        outlet="The Kolven Post",
    )


def test_full_content_goes_before_a_summary() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Dam</title><link href="https://kolven.example/1"/>'
        "<summary>Short.</summary><content type='html'>&lt;p&gt;The dam broke.&lt;/p&gt;&lt;p&gt;Water rose.&lt;/p&gt;"
        "</content></entry></feed>"
    )
    [found] = _read(atom.encode())
    assert isinstance(found, Item)
    assert found.media_type == HTML
    assert "<p>The dam broke.</p><p>Water rose.</p>" in str(found.body)


def test_an_entry_without_a_date_has_none() -> None:
    [found] = parsed(_rss("<item><title>Dam</title><description>It broke.</description></item>")).entries
    assert found.published is None


def test_an_entry_without_words_is_told_of() -> None:
    [found] = _read(_rss("<item><title>Dam</title><link>https://kolven.example/1</link></item>"))
    assert isinstance(found, Failure)
    assert "name the feed by its URL" in found.reason


def test_scripts_do_not_come_along() -> None:
    [found] = _read(
        _rss("<item><description>&lt;p&gt;Dam&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description></item>")
    )
    assert isinstance(found, Item)
    assert "x()" not in str(found.body)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (_rss(head='<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'), "entities"),
        (_rss(head='<!DOCTYPE r [<!ENTITY % p SYSTEM "http://10.0.0.9/e.dtd">%p;]>'), "entities"),
        (_rss(head='<!DOCTYPE rss SYSTEM "http://10.0.0.9/rss.dtd">'), "10.0.0.9 (private)"),
        (_rss(head='<?xml-stylesheet href="http://[::1]/x.xsl"?>'), "::1 (loopback)"),
        (_rss(head='<!DOCTYPE rss SYSTEM "file:///etc/passwd">'), "a file"),
        (_rss("<item><description>" + "<a>" * 5000 + "</description></item>"), "200 deep"),
        (b"<html><body>no feed</body></html>", "no RSS or Atom"),
        (b"<rss>" + b" " * 20_000_000 + b"</rss>", "20,000,000 bytes"),
    ],
)
def test_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(IntakeError) as caught:
        parsed(raw)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.example/rss-0.91.dtd">',
        '<?xml-stylesheet type="text/xsl" href="https://kolven.example/feed.xsl"?>',
    ],
)
def test_what_ordinary_feeds_begin_with_is_passed_over(head: str) -> None:
    assert len(_read(_rss(head=head))) == 1


def test_undefined_entities_and_includes_do_no_harm() -> None:
    odd = '<item><description>The&nbsp;dam broke.<xi:include href="file:///etc/passwd"/></description></item>'
    [found] = _read(_rss(odd))
    assert isinstance(found, Item)
    assert "dam broke." in str(found.body)
    assert "root:" not in str(found.body)


def test_a_feed_cut_off_keeps_its_whole_entries() -> None:
    first, cut = _read(_rss(ENTRY * 2)[:-60])
    assert isinstance(first, Item)
    assert isinstance(cut, Failure)
    assert "cut off" in cut.reason


def test_more_entries_than_a_feed_has() -> None:
    found = parsed(_rss("<item><description>Dam.</description></item>" * (ENTRIES + 1)))
    assert len(found.entries) == ENTRIES
    assert "1,001 entries" in found.faults[0]


def test_a_sitemap_has_its_pages_fetched() -> None:
    fetched: list[str] = []
    places = "".join(f"<url><loc> https://kolven.example/{one}?a=1&amp;b=2 </loc></url>" for one in (1, 2, 1))
    assert _read(f"<urlset>{places}</urlset>".encode(), fetched) == []
    assert fetched == ["https://kolven.example/1?a=1&b=2", "https://kolven.example/2?a=1&b=2"]


def test_an_empty_sitemap_is_told_of() -> None:
    [found] = _read(b"<urlset></urlset>", [])
    assert isinstance(found, Failure)


def test_a_sitemap_with_more_urls_than_are_fetched() -> None:
    fetched: list[str] = []
    places = "".join(f"<url><loc>https://kolven.example/{one}</loc></url>" for one in range(1001))
    [found] = _read(f"<urlset>{places}</urlset>".encode(), fetched)
    assert isinstance(found, Failure)
    assert len(fetched) == 1000
