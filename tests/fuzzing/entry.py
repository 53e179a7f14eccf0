"""The doors through which bytes from outside come in, each with what must hold whatever the bytes.

Each function takes any bytes and raises only when something is wrong with the product: an exception that is none of ours, a
result that breaks a promise. `run.py` drives them with atheris, `test_spoilt.py` with hypothesis, `test_findings.py` with what
either of them found before.
"""

import gzip
import io
import json
import random
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import msgspec
from intake.archives import record, wacz, zipped
from intake.serving import PAGE

from reportedly.engine.reader import readers_of
from reportedly.errors import FormatInvalid, InputInvalid, IntakeError, NotFetched
from reportedly.format import contents_of, decoded, encoded, ledger_json, report_json, report_of
from reportedly.intake import Item, document, feed, items, sitemap, table, warc
from reportedly.intake import item as line
from reportedly.intake import wacz as wacz_
from reportedly.intake.coding import inflated, unchunked
from reportedly.intake.given import Given
from reportedly.intake.item import HTML, TEXT, Failure, Input
from reportedly.intake.transport import PUBLIC, joined, target
from reportedly.ledger.damage import misplaced
from reportedly.model import Document
from reportedly.reading import read

NOW = datetime(2031, 6, 4, tzinfo=UTC)
URL = "https://kolven.example/1"


@dataclass(frozen=True, slots=True)
class Entry:
    """One door.

    Attributes:
        check: Takes any bytes; raises when the product breaks a promise over them.
        seeds: Good inputs to start from.
        words: What such inputs are made of, for the fuzzer's dictionary.
    """

    check: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    words: tuple[bytes, ...] = ()


def page(raw: bytes) -> None:
    """A page is read or refused."""
    _document(Item("page", raw, HTML, charset=_charset(raw)))


def text(raw: bytes) -> None:
    """A plain text is read or refused; untouched, it comes out to the character."""
    _document(Item("text", raw, TEXT))
    found = _document(Item("text", raw, TEXT, Given(verbatim=True)))
    assert found is None or found.offsets.runs == () or found.offsets.runs[0].length == len(found.text)


def rss(raw: bytes) -> None:
    """A feed gives reports or reasons."""
    _archive(feed.read, raw)


def site(raw: bytes) -> None:
    """A sitemap gives URLs, each once; what is none is refused before anything is looked up."""
    for one in sitemap.locations(raw):
        with suppress(NotFetched):
            _sound_url(one)
    _archive(lambda *given: sitemap.read(given[0], given[1].read(), *given[2:]), raw)


def web_archive(raw: bytes) -> None:
    """A WARC gives pages or reasons."""
    _archive(warc.read, raw)


def zipped_archive(raw: bytes) -> None:
    """A WACZ gives pages or reasons."""
    _archive(wacz_.read, raw)


def lines(raw: bytes) -> None:
    """JSON lines, or whatever standard input turns out to be, give reports or reasons; each line for itself too."""
    for words in raw.split(b"\n"):
        with suppress(InputInvalid):
            found = line("line", words)
            assert found.body is not None
            _document(found)
    for one in items(["-"], io.BytesIO(raw)):
        assert isinstance(one, Item) or one.reason  # type: ignore[union-attr]


def rows(raw: bytes) -> None:
    """A table gives reports, URLs or reasons."""
    _archive(table.read, raw)


def url(raw: bytes) -> None:
    """A URL is sound or refused, and so is where a redirect leads."""
    words = raw.decode("utf-8", "surrogateescape")
    with suppress(NotFetched):
        found = _sound_url(words)
        PUBLIC.check(found.host, found.port or 443)
    with suppress(NotFetched):
        assert target(str(joined(target(URL), words))) is not None


def body(raw: bytes) -> None:
    """A coded body is decoded under its cap or refused."""
    for coding in ("gzip", "deflate", "gzip, deflate", None):
        with suppress(IntakeError):
            assert len(inflated(raw, coding, limit=100_000)) <= 100_000
    with suppress(IntakeError):
        assert len(unchunked(raw)) <= len(raw)


def ledger(raw: bytes) -> None:
    """JSON of a ledger is read or refused; what was read comes out as it would go in."""
    try:
        found = contents_of(decoded(raw))
    except FormatInvalid:
        return
    written = encoded(ledger_json(found.reports, found.stories, found.withdrawn))
    again = contents_of(decoded(written))
    assert encoded(ledger_json(again.reports, again.stories, again.withdrawn)) == written


def report(raw: bytes) -> None:
    """Any words are read, every span lies in them, and the report comes back from its JSON as it was."""
    words = raw.decode("utf-8", "replace")
    if not words.strip():
        return  # no document is without words
    made = read(Document("r", "0" * 64, words, published=NOW, language="en"), readers_of("rules"))
    assert list(misplaced(made)) == []
    written = encoded(report_json(made))
    assert encoded(report_json(report_of(decoded(written)))) == written


def _document(one: Item) -> Document | None:
    """Read an item; None when it is refused."""
    try:
        _, found = document(one, captured=NOW)
    except (IntakeError, InputInvalid):
        return None
    found.text.encode()
    (found.title or "").encode()
    assert found.text.strip()
    end = len(found.text)
    assert all(0 <= span.start <= span.end <= end for span in found.captions)
    at = 0
    for run in found.offsets.runs:
        assert at <= run.start
        assert run.start + run.length <= end
        at = run.start + run.length
    return found


def _archive(reader: Callable[..., Iterator[Input]], raw: bytes) -> None:
    """Read something that holds several reports; each is an item or a failure that says why, and there is one at least."""
    fetched: list[str] = []

    def fetch(place: str, _: Given) -> Iterator[Input]:
        fetched.append(place)
        return iter(())

    found = list(reader("spoilt", io.BytesIO(raw), Given(), fetch))
    assert found or fetched
    for one in found:
        assert isinstance(one, Item) or (isinstance(one, Failure) and one.reason)


def _sound_url(words: str) -> Any:
    """Return a URL that may be asked for, and see that it can mean one thing only."""
    found = target(words)
    assert found.scheme in {"http", "https"}
    assert found.host
    assert not found.userinfo
    assert not found.fragment
    host = found.raw_host.decode("ascii")
    assert not set(host) & set("@/\\?# \t\r\n\x00")
    assert not set(found.raw_path) & set(b"\r\n \x00")
    assert target(str(found)) == found
    return found


def _charset(raw: bytes) -> str | None:
    """Return a charset that a header might name, chosen by the bytes."""
    return random.Random(len(raw)).choice([None, None, "utf-8", "iso-8859-1", "utf-16", "no-such"])


def _bundled(suffix: str) -> tuple[bytes, ...]:
    """Return the bundled reports of a kind, the shorter ones."""
    folder = files("reportedly.bundled").joinpath("reports")
    found = sorted((one for one in folder.iterdir() if one.name.endswith(suffix)), key=lambda one: one.name)
    return tuple(one.read_bytes() for one in found)[:4]


def _stored() -> tuple[bytes, ...]:
    """Return a ledger's JSON of two reports of one event."""
    from reportedly.engine import ledger_of  # noqa: PLC0415 - only this seed needs it

    said = (
        "Three people died when the dam at Kolven broke on Monday, the mayor of Kolven said.",
        "The dam at Kolven broke and killed at least five people, Ada Orm, an engineer, said on Tuesday.",
    )
    made = [
        read(Document(f"r{number}", f"{number}" * 64, words, published=NOW, language="en"), readers_of("rules"))
        for number, words in enumerate(said)
    ]
    found = ledger_of(made)
    return (encoded(ledger_json(found.reports, found.stories, found.withdrawn)), encoded(ledger_json((), ())))


_RSS = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>K</title><item><title>Dam</title>'
    b"<link>https://kolven.example/1</link><pubDate>Tue, 04 Jun 2031 09:08:00 +0200</pubDate>"
    b"<description>&lt;p&gt;The dam broke.&lt;/p&gt;</description></item></channel></rss>"
)
_ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title><entry><title type="html">Dam</title>'
    b'<link href="https://kolven.example/1"/><updated>2031-06-04T09:08:00Z</updated>'
    b'<content type="html">&lt;p&gt;The dam broke.&lt;/p&gt;</content></entry></feed>'
)
_MAP = b"<?xml version='1.0'?><urlset><url><loc>https://kolven.example/1</loc><lastmod>2031</lastmod></url></urlset>"
_INDEX = (
    b"<sitemapindex><sitemap><loc><![CDATA[https://kolven.example/a.xml?b=1&amp;c]]></loc></sitemap></sitemapindex>"
)
_LINES = (
    json.dumps({"id": "7", "url": URL, "published": "2031-06-04T09:08:00+02:00", "text": "The dam broke."}).encode(),
    b'{"html": "<p>So.</p>", "verbatim": true, "title": null}\n{"text": "Two."}\n\n{"text": 3}\n',
)
_CSV = b'url,published,text\nhttps://kolven.example/1,2031-06-04,\n,,"The dam\nbroke."\n'
_URLS = (
    URL.encode(),
    b"http://[::ffff:127.0.0.1]:80/a%20b?c=d#e",
    b"http://xn--bcher-kva.example./",
    b"HTTP://user@kolven.example:443/../x",
    b"//0x7f.1/",
    "http://127。0。0。1/".encode(),
)
_SAID = (
    "LONDON, June 4 — “At least 30 people were hurt,” the mayor told reporters on Tuesday, citing police. Officials denied it.".encode(),
    b"More than 1,200 of 3,000 soldiers, two sources familiar with it said, had crossed near Paris at 9.30 pm last week.",
    b"The ministry could not confirm the report, which said that between five and seven per cent may have died.",
)

_TAGS = (b"<p>", b"</p>", b"<article>", b"<script>", b"<!--", b"<table>", b"<meta ", b'"application/ld+json"', b"&#")
_XML = (b"<item>", b"<entry>", b"<link>", b"<loc>", b"<![CDATA[", b"]]>", b"<!DOCTYPE", b"&lt;", b"<description>")
_WARC = (b"WARC/1.1\r\n", b"Content-Length: ", b"WARC-Type: response\r\n", b"\r\n\r\n", b"chunked", b"\x1f\x8b\x08")
_WORDS = (
    b" said",
    b" on Monday",
    b"\xe2\x80\x9c",
    b"\xe2\x80\x9d",
    b" at least ",
    b", citing ",
    b" per cent",
    b" 1,000 ",
)

ENTRIES: Mapping[str, Callable[[], Entry]] = {
    "html": lambda: Entry(page, (PAGE, *_bundled(".html")), _TAGS),
    "text": lambda: Entry(
        text, (*_bundled(".txt"), *_SAID), (b"\r\n", b"\n\n", b"\xef\xbb\xbf", b"By ", b"Published ")
    ),
    "rss": lambda: Entry(rss, (_RSS, _ATOM), _XML),
    "sitemap": lambda: Entry(site, (_MAP, _INDEX), _XML),
    "warc": lambda: Entry(
        web_archive, (record() + record(kind="request") + record(), zipped(record(), record())), _WARC
    ),
    "wacz": lambda: Entry(
        zipped_archive, (wacz(),), (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"datapackage.json")
    ),
    "jsonl": lambda: Entry(lines, _LINES, (b'"text"', b'"html"', b'"published"', b"\\ud800", b"1e999", b"true")),
    "csv": lambda: Entry(rows, (_CSV,), (b"url", b"text", b"published", b'""', b"\r\n")),
    "url": lambda: Entry(url, _URLS, (b"http://", b"https://", b"@", b"[::1]", b"%00", b"xn--", b"\\", "。".encode())),
    "body": lambda: Entry(body, (zipped(PAGE), b"4\r\nabcd\r\n0\r\n\r\n"), (b"\x1f\x8b\x08", b"\r\n", b"0\r\n\r\n")),
    "ledger": lambda: Entry(ledger, _stored(), (b'"reports":[', b'"start":', b'"end":', b"null", b"-1", b"1e999")),
    "report": lambda: Entry(report, (*_SAID, b"\n\n".join(_SAID)), _WORDS),
}
"""By name; made when asked for, since seeds are read and built."""

Mutate = Callable[[bytes], bytes]
"""Changes bytes here and there."""


def inside(raw: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    """Return a zip or a gzip file with what it holds changed, so that a reader gets past the outer shape; else as it is."""
    if raw.startswith(b"\x1f\x8b"):
        with suppress(OSError, EOFError, zlib.error):
            return zipped(mutate(gzip.decompress(raw)))
    with suppress(zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error):
        with zipfile.ZipFile(io.BytesIO(raw)) as bag:
            parts = [(one, bag.read(one)) for one in bag.infolist()]
        chosen = chance.randrange(len(parts))
        out = io.BytesIO()
        with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(out, "w") as bag:
            for number, (info, words) in enumerate(parts):
                bag.writestr(info.filename, (inside(words, chance, mutate)) if number == chosen else words)
        return out.getvalue()
    return mutate(raw)


def rewritten(raw: bytes, chance: random.Random) -> bytes:
    """Return JSON with one value put in the place of another, so that it stays JSON; other bytes as they are."""
    try:
        value = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return raw
    places: list[tuple[Any, Any]] = []
    pending = [value]
    while pending:
        one = pending.pop()
        keys: Any = one.keys() if isinstance(one, dict) else range(len(one)) if isinstance(one, list) else ()
        for key in keys:
            places.append((one, key))
            pending.append(one[key])
    if not places:
        return raw
    holder, key = chance.choice(places)
    other, name = chance.choice(places)
    odd: list[Any] = [None, -1, 0, 1, 2**63, 1.5, "", "x", "\ud83d", [], {}, True, "2031-06-04", "9e9999999", "NaN"]
    holder[key] = chance.choice([*odd, other[name]])
    try:
        return msgspec.json.encode(value)
    except (UnicodeEncodeError, RecursionError, ValueError, msgspec.EncodeError):
        return raw
