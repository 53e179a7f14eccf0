"""Polite fetching from real servers on loopback."""

import gzip
import io
import socket

import pytest
from fastwarc.warc import ArchiveIterator
from intake.serving import PAGE, Speech, fetcher, raw, reply, serving

from reportedly.intake.fetch import Answer
from reportedly.intake.item import Validators
from reportedly.intake.transport import Door, Limits


def _fetch(speech: Speech, *, pauses: list[float] | None = None) -> Answer:
    with serving({"/": speech}) as server:
        return fetcher(pauses=pauses).fetch(server.url())


def test_a_page() -> None:
    answer = _fetch(reply(gzip.compress(PAGE), headers={"Content-Encoding": "gzip", "ETag": '"v1"'}))
    fetch = answer.fetched.fetch
    assert (answer.body, answer.media_type, answer.charset) == (PAGE, "text/html", "utf-8")
    assert (fetch.status, fetch.reason, fetch.etag, fetch.redirects) == (200, None, '"v1"', ())
    assert fetch.tool.startswith("reportedly ")
    assert fetch.time.utcoffset() is not None


def test_the_record_holds_requests_and_responses_with_digests_that_fit() -> None:
    moved = reply(b"", status="301 Moved", headers={"Location": "/b"})
    chunked = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"
    with serving({"/a": moved, "/b": raw(chunked)}) as server:
        answer = fetcher().fetch(server.url("/a"))
        urls = [server.url("/a"), server.url("/b")]
    assert (answer.body, answer.url, answer.fetched.fetch.redirects) == (b"ok", urls[1], (urls[1],))
    records = []
    for one in ArchiveIterator(io.BytesIO(answer.fetched.record), parse_http=False):
        one.freeze()
        assert str(one.record_type) == "warcinfo" or one.verify_block_digest()
        records.append((str(one.record_type), one.headers.get("WARC-Target-URI"), one.reader.read()))
    assert [one[:2] for one in records[1:]] == [
        ("request", urls[0]),
        ("response", urls[0]),
        ("request", urls[1]),
        ("response", urls[1]),
    ]
    assert records[4][2] == chunked
    assert records[3][2].startswith(b"GET /b HTTP/1.1\r\n")


@pytest.mark.parametrize(
    ("speech", "reason"),
    [
        (reply(status="451 Unavailable For Legal Reasons"), "451 Unavailable"),
        (reply(status="500 Oh No"), "500 Internal"),
        (reply(b"\xff\xd8", headers={"Content-Type": "image/jpeg"}), "'image/jpeg'"),
        (reply(gzip.compress(b" " * 30_000_000), headers={"Content-Encoding": "gzip"}), "bomb"),
        (reply(b" "), "empty page"),
        (reply(headers={"Content-Encoding": "br"}), "'br'"),
    ],
)
def test_refused_with_its_reason_and_evidence(speech: Speech, reason: str) -> None:
    answer = _fetch(speech)
    assert reason in str(answer.fetched.fetch.reason)
    assert not answer.body
    assert answer.fetched.record
    assert answer.fetched.fetch.address is not None


def test_a_page_without_a_type() -> None:
    assert _fetch(raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")).body == b"ok"


def test_robots_txt_is_kept() -> None:
    rules = reply(b"User-agent: *\nDisallow: /private\n", headers={"Content-Type": "text/plain"})
    with serving({"/robots.txt": rules, "/private/a": reply(), "/open": reply()}) as server:
        one = fetcher()
        assert "robots.txt" in str(one.fetch(server.url("/private/a")).fetched.fetch.reason)
        assert one.fetch(server.url("/open")).body == PAGE
        assert server.paths() == ["/robots.txt", "/open"]


def test_robots_txt_that_cannot_be_had_forbids_all() -> None:
    with serving({"/robots.txt": reply(status="500 No"), "/": reply()}) as server:
        assert "cannot be had" in str(fetcher().fetch(server.url()).fetched.fetch.reason)
        assert server.paths() == ["/robots.txt"]


def test_a_crawl_delay_is_kept() -> None:
    pauses: list[float] = []
    rules = reply(b"User-agent: *\nCrawl-delay: 7\n", headers={"Content-Type": "text/plain"})
    with serving({"/robots.txt": rules, "/": reply()}) as server:
        fetcher(pauses=pauses).fetch(server.url())
    assert [round(one) for one in pauses] == [7]


def test_a_busy_server_is_asked_again_after_the_time_it_names() -> None:
    answers = [reply(status="429 Slow", headers={"Retry-After": "9"}), reply(status="503 Busy"), reply()]
    pauses: list[float] = []

    def speech(connection: socket.socket, head: str) -> None:
        answers.pop(0)(connection, head)

    answer = _fetch(speech, pauses=pauses)
    assert answer.body == PAGE
    assert pauses == [9.0, 18.0]


def test_a_server_that_stays_busy_is_left_alone() -> None:
    with serving({"/": reply(status="429 Slow", headers={"Retry-After": "1"})}) as server:
        answer = fetcher().fetch(server.url())
        assert server.paths() == ["/robots.txt", "/", "/", "/"]
    assert "429 Too Many Requests and asks to wait 1 seconds" in str(answer.fetched.fetch.reason)


def test_nobody_waits_an_hour() -> None:
    pauses: list[float] = []
    answer = _fetch(reply(status="503 Busy", headers={"Retry-After": "3600"}), pauses=pauses)
    assert "asks to wait 3,600 seconds" in str(answer.fetched.fetch.reason)
    assert pauses == []


def test_a_page_that_did_not_change() -> None:
    with serving({"/": reply(b"", status="304 Not Modified")}) as server:
        answer = fetcher().fetch(server.url(), Validators('"v1"', "Mon, 02 Jun 2031 00:00:00 GMT"))
        assert 'If-None-Match: "v1"\r\nIf-Modified-Since: Mon, 02 Jun 2031 00:00:00 GMT\r\n' in server.asked[-1]
    assert (answer.fetched.fetch.status, answer.fetched.fetch.reason, answer.body) == (304, None, b"")


def test_304_to_a_plain_question_is_no_page() -> None:
    assert "304" in str(_fetch(reply(b"", status="304 Not Modified")).fetched.fetch.reason)


def test_five_redirects_and_no_more() -> None:
    moved = {f"/{one}": reply(b"", status="302 Found", headers={"Location": f"/{one + 1}"}) for one in range(100)}
    with serving({**moved, "/5": reply()}) as server:
        assert len(fetcher().fetch(server.url("/0")).fetched.fetch.redirects) == 5
    with serving(moved) as server:
        assert "more than 5 times" in str(fetcher().fetch(server.url("/0")).fetched.fetch.reason)
        assert len(server.paths()) == 7


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("http://127.0.0.2:{port}/", "127.0.0.2, which is another"),
        ("file:///etc/passwd", "no web address"),
        ("javascript:alert(1)", "no web address"),
    ],
)
def test_each_redirect_is_checked_again(place: str, reason: str) -> None:
    door = Door(ports=None, refusal=lambda one: None if str(one) == "127.0.0.1" else "another")
    with serving({}) as server:
        server.speeches["/"] = reply(b"", status="302 Found", headers={"Location": place.format(port=server.port)})
        said = str(fetcher(door=door).fetch(server.url()).fetched.fetch.reason)
    assert any(one in said for one in reason.split("|"))


def test_cookies_are_not_sent_back() -> None:
    cookie = {"Set-Cookie": "id=1; Domain=127.0.0.1; Path=/"}
    with serving({"/": reply(headers=cookie), "/b": reply()}) as server:
        one = fetcher()
        one.fetch(server.url())
        one.fetch(server.url("/b"))
        assert not any("cookie" in head.lower() for head in server.asked)


def test_a_cap_on_time_holds_over_retries() -> None:
    answer = fetcher(limits=Limits(total_s=5)).fetch("http://127.0.0.1:1/")
    assert "cannot be connected to" in str(answer.fetched.fetch.reason)
    assert answer.fetched.record == b""
