"""What a URL leads to, from real servers on loopback."""

import io

from intake.serving import PAGE, Server, fetcher, reply, serving

from reportedly.intake.given import Given
from reportedly.intake.item import HTML, TEXT, Failure, Item, Unchanged, Validators
from reportedly.intake.source import Asking, Input, items
from reportedly.intake.web import Web

XML = {"Content-Type": "application/xml"}


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
        page, gone = _read(server, "/feed", "/1")
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
        page, deep = _read(server, "/map")
        assert isinstance(page, Item)
        assert isinstance(deep, Failure)
        assert "lists within lists" in deep.reason


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
