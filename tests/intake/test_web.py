"""What a URL leads to, from real servers on loopback."""

import gzip
import hashlib
import io

import pytest
from intake.archives import record, wacz, zipped
from intake.serving import PAGE, Server, fetcher, reply, serving

from reportedly.intake.given import Given
from reportedly.intake.item import HTML, TEXT, Failure, Item, Listed, Listing, Unchanged, Validators
from reportedly.intake.source import Asking, Input, items
from reportedly.intake.transport import Limits
from reportedly.intake.web import Web

XML = {"Content-Type": "application/xml"}
GZIP = {"Content-Type": "application/gzip"}


def _read(server: Server, *paths: str, known: dict[str, Validators] | None = None) -> list[Input]:
    asking = Asking(known=(known or {}).get, fetcher=fetcher())
    return list(items([server.url(one) for one in paths], io.BytesIO(), asking=asking))


def test_a_page() -> None:
    with serving({"/a": reply(), "/t": reply(b"The dam broke.", headers={"Content-Type": "text/plain"})}) as server:
        page, text = _read(server, "/a", "/t")
        url = server.url("/a")
    assert isinstance(page, Item)
    assert (page.name, page.raw, page.media_type, page.charset, page.given.url) == (url, PAGE, HTML, "utf-8", url)
    assert page.fetched is not None
    assert page.captured == page.fetched.fetch.time
    assert isinstance(text, Item)
    assert text.media_type == TEXT


def test_a_page_that_moved_has_its_last_address() -> None:
    with serving({"/a": reply(b"", status="301 Moved", headers={"Location": "/b"}), "/b": reply()}) as server:
        [page] = _read(server, "/a")
        assert isinstance(page, Item)
        assert (page.name, page.given.url) == (server.url("/a"), server.url("/b"))


def test_a_feed_has_the_pages_of_its_entries_fetched_once() -> None:
    with serving({"/1": reply(), "/2": reply(status="410 Gone")}) as server:
        entry = "<item><link>{}</link><pubDate>Tue, 04 Jun 2031 07:08:00 GMT</pubDate></item>"
        entries = "".join(entry.format(server.url(one)) for one in ("/1", "/2", "/1"))
        server.speeches["/feed"] = reply(f"<rss><channel>{entries}</channel></rss>".encode(), headers=XML)
        listing, page, gone = _read(server, "/feed", "/1")
        assert isinstance(listing, Listing)
        assert (listing.fetched.fetch.status, listing.fetched.record) == (200, b"")
        assert listing.listed is not None
        assert [one for one, _ in listing.listed.entries] == [server.url(one) for one in ("/1", "/2", "/1")]
        assert server.paths() == ["/robots.txt", "/feed", "/1", "/2"]
    assert isinstance(page, Item)
    assert str(page.given.published) == "2031-06-04 07:08:00+00:00"
    assert isinstance(gone, Failure)
    assert gone.fetched is not None


def test_an_index_of_sitemaps_leads_to_pages_and_no_further() -> None:
    with serving({"/1": reply()}) as server:
        inner = f"<urlset><url><loc>{server.url('/1')}</loc></url><url><loc>{server.url('/deep')}</loc></url></urlset>"
        index = f"<sitemapindex><sitemap><loc>{server.url('/in')}</loc></sitemap></sitemapindex>".encode()
        server.speeches |= {"/map": reply(index, headers=XML), "/deep": reply(index, headers=XML)}
        server.speeches["/in"] = reply(inner.encode(), headers=XML)
        outer, inner_, page, deep = _read(server, "/map")
        assert isinstance(outer, Listing)
        assert isinstance(inner_, Listing)
        assert isinstance(page, Item)
        assert isinstance(deep, Failure)
        assert "lists within lists" in deep.reason


def test_a_list_that_did_not_change_leads_where_it_led() -> None:
    with serving({"/feed": reply(b"", status="304 Not Modified"), "/1": reply()}) as server:
        url, page = server.url("/feed"), server.url("/1")
        kept = {url: Listed("feed", ((page, "2031-06-04T07:08:00+00:00"),))}
        asking = Asking(known={url: Validators('"1"')}.get, listed=kept.get, fetcher=fetcher())
        listing, found = items([url], io.BytesIO(), asking=asking)
        assert 'If-None-Match: "1"' in server.asked[1]
    assert isinstance(listing, Listing)
    assert listing.fetched.fetch.status == 304
    assert isinstance(found, Item)
    assert str(found.given.published) == "2031-06-04 07:08:00+00:00"


def test_a_sitemap_packed_with_gzip() -> None:
    with serving({"/1": reply()}) as server:
        raw = gzip.compress(f"<urlset><url><loc>{server.url('/1')}</loc></url></urlset>".encode())
        headers = {"Content-Type": "application/gzip", "Content-Encoding": "gzip"}
        server.speeches |= {"/a.xml.gz": reply(raw, headers={"Content-Type": "application/x-gzip"})}
        server.speeches |= {"/b.xml.gz": reply(raw, headers=headers)}
        for path in ("/a.xml.gz", "/b.xml.gz"):
            listing, page = _read(server, path)
            assert isinstance(listing, Listing)
            assert isinstance(page, Item)


def test_a_sitemap_that_is_a_bomb_is_refused() -> None:
    with serving({"/a.xml.gz": reply(gzip.compress(b"<urlset>" + bytes(50_000_000)), headers=GZIP)}) as server:
        [found] = _read(server, "/a.xml.gz")
    assert isinstance(found, Failure)
    assert "bomb" in found.reason


@pytest.mark.parametrize(
    ("path", "raw", "kind"),
    [
        ("/a.warc", record(), "application/warc"),
        ("/a.warc.gz", zipped(record()), "application/gzip"),
        ("/a", zipped(record()), "application/octet-stream"),
        ("/a.wacz", wacz(), "application/wacz+zip"),
        ("/download?id=1", wacz(), "application/zip"),
    ],
)
def test_an_archive_is_read_as_a_file_is(path: str, raw: bytes, kind: str) -> None:
    with serving({path: reply(raw, headers={"Content-Type": kind})}) as server:
        listing, page = _read(server, path)
    assert isinstance(listing, Listing)
    assert listing.listed is None
    assert listing.fetched.fetch.sha256 == hashlib.sha256(raw).hexdigest()
    assert isinstance(page, Item)
    assert (page.raw, page.given.url) == (PAGE, "https://kolven.example/1")
    assert page.name.startswith(server.url(path))
    assert page.fetched is None


def test_an_archive_may_be_larger_than_a_page() -> None:
    limits = Limits(total_s=5, wire_bytes=2000, body_bytes=2000)
    raw = record(PAGE + b" " * 5000)
    speech = reply(raw, headers={"Content-Type": "application/warc"})
    with serving({"/a.warc": speech, "/a": speech}) as server:
        asking = Asking(fetcher=fetcher(limits=limits))
        found = list(items([server.url(one) for one in ("/a.warc", "/a")], io.BytesIO(), asking=asking))
    assert [type(one) for one in found] == [Listing, Item, Failure]


def test_a_zip_that_is_no_archive_is_told() -> None:
    with serving({"/a": reply(b"PK\x03\x04 nothing", headers={"Content-Type": "application/zip"})}) as server:
        _, found = _read(server, "/a")
    assert isinstance(found, Failure)
    assert "no zip file" in found.reason


def test_a_page_that_did_not_change() -> None:
    with serving({"/a": reply(b"", status="304 Not Modified")}) as server:
        [found] = _read(server, "/a", known={server.url("/a"): Validators('"1"')})
    assert isinstance(found, Unchanged)


def test_a_feed_made_to_harm_is_refused_with_its_evidence() -> None:
    bomb = b'<!DOCTYPE r [<!ENTITY a "lol">]><rss><channel>&a;</channel></rss>'
    with serving({"/feed": reply(bomb, headers=XML)}) as server:
        [found] = _read(server, "/feed")
    assert isinstance(found, Failure)
    assert found.fetched is not None


def test_without_more_only_public_addresses_are_fetched() -> None:
    [found] = Web().items("http://127.0.0.1/", Given())
    assert isinstance(found, Failure)
    assert "loopback" in found.reason
