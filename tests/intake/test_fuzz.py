"""Spoilt inputs: whatever the bytes, each reader ends, raises nothing, and says why where it reads nothing.

``REPORTEDLY_EXAMPLES=20000 pytest tests/intake/test_fuzz.py`` tries as many as one likes.
"""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import suppress

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from intake.archives import record, wacz, zipped

from reportedly.errors import IntakeError, NotFetched
from reportedly.intake import feed, table, warc
from reportedly.intake import wacz as wacz_
from reportedly.intake.coding import inflated, unchunked
from reportedly.intake.given import Given
from reportedly.intake.item import Failure, Input, Item
from reportedly.intake.transport import target

EXAMPLES = int(os.environ.get("REPORTEDLY_EXAMPLES", "60"))
RSS = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>K</title><item><title>Dam</title>'
    b"<link>https://kolven.example/1</link><pubDate>Tue, 04 Jun 2031 09:08:00 +0200</pubDate>"
    b"<description>&lt;p&gt;The dam broke.&lt;/p&gt;</description></item></channel></rss>"
)
CSV = b'url,published,text\nhttps://kolven.example/1,2031-06-04,\n,,"The dam\nbroke."\n'
SEEDS: dict[str, bytes] = {
    "warc": record() + record(kind="request", head="GET / HTTP/1.1\r\n\r\n") + record(),
    "warc.gz": zipped(record(), record(), record()),
    "wacz": wacz(),
    "rss": RSS,
    "map": b"<urlset><url><loc>https://kolven.example/1</loc></url></urlset>",
    "csv": CSV,
}
READERS: dict[str, Callable[..., Iterator[Input]]] = {
    "warc": warc.read,
    "warc.gz": warc.read,
    "wacz": wacz_.read,
    "rss": feed.read,
    "map": feed.read,
    "csv": table.read,
}

edits = st.lists(
    st.tuples(st.integers(0, 10_000), st.sampled_from(["set", "cut", "insert", "double"]), st.binary(max_size=12)),
    max_size=8,
)


def spoilt(raw: bytes, changes: list[tuple[int, str, bytes]]) -> bytes:
    """Return bytes with a few changes."""
    for place, kind, new in changes:
        at = place % (len(raw) + 1)
        if kind == "set":
            raw = raw[:at] + new + raw[at + len(new) :]
        elif kind == "cut":
            raw = raw[:at] + raw[at + 3 * len(new) :]
        elif kind == "insert":
            raw = raw[:at] + new + raw[at:]
        else:
            raw = raw[:at] + raw[at // 2 :]
    return raw


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(SEEDS)), edits)
@example("warc", [(0, "insert", b"\x00")])
@example("rss", [(95, "double", b""), (293, "double", b"")])  # feedparser stumbles over it
def test_readers_end_and_raise_nothing(kind: str, changes: list[tuple[int, str, bytes]]) -> None:
    raw = spoilt(SEEDS[kind], changes)
    fetched: list[str] = []

    def fetch(url: str, _: Given) -> Iterator[Input]:
        fetched.append(url)
        return iter(())

    found = list(READERS[kind]("spoilt", io.BytesIO(raw), Given(), fetch))
    assert found or fetched
    assert all(isinstance(one, Item | Failure) for one in found)
    assert all(one.reason for one in found if isinstance(one, Failure))


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "gzip, deflate", "br", "", None]))
def test_bodies_are_decoded_or_refused(body: bytes, coding: str | None) -> None:
    with suppress(IntakeError):
        assert len(inflated(body, coding, limit=1000)) <= 1000
    with suppress(IntakeError):
        assert len(unchunked(body)) <= len(body)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.one_of(st.text(), st.text().map("http://{}".format), st.text().map("https://kolven.example/{}".format)))
@example("http://[")
@example("http://\ud800/")
@example("http://a:99999999999/")
@example("http://xn--/")
def test_urls_are_read_or_refused(words: str) -> None:
    try:
        found = target(words)
    except NotFetched:
        return
    assert found.scheme in {"http", "https"}
    assert found.host
    assert not found.userinfo
