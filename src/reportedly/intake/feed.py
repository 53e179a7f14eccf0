"""RSS and Atom feeds, and sitemaps, which come under the same endings.

A feed in a file is read as it lies: each entry's own words become a report, and nothing is asked for over the network. A
feed named by its URL has the pages of its entries fetched. A sitemap holds nothing but URLs, so they are fetched.
"""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from typing import Any, BinaryIO

import feedparser
import msgspec

from reportedly.errors import InputInvalid, IntakeError
from reportedly.intake import address as addresses
from reportedly.intake import sitemap
from reportedly.intake.coding import inflated
from reportedly.intake.given import Given
from reportedly.intake.item import ITEM_BYTES, Failure, Input
from reportedly.intake.line import item

ENTRIES = 1000
"""Most entries of one feed; feeds hold 10 to 100."""

# What feedparser raises over elements that stand where none can.
_STUMBLES = (LookupError, AttributeError, ValueError, TypeError, AssertionError, RecursionError)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE)
_ROOT = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_PARAGRAPH = re.compile(r"<(?:p|div|br|li|h\d)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_POINTER = re.compile(rb"\b(https?|ftp|file)://(\[[^\]]*\]|[^/\s\"'>:]*)", re.IGNORECASE)
# Elements within each other beyond this are made to exhaust a reader; real feeds have under 20.
_DEPTH = 200
_OPENING = re.compile(rb"<(/?)([A-Za-z][\w:.-]*)[^<>]*?(/?)>")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    Attributes:
        url: Address of its page; None when it names none.
        title: Headline; None when it has none.
        published: When it appeared, aware; None when the entry does not say.
        html: Its words as HTML; empty when it has none.
    """

    url: str | None
    title: str | None
    published: datetime | None
    html: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed holds.

    Attributes:
        entries: In the order of the feed.
        faults: What is wrong with it, as sentences; its whole entries are kept all the same.
    """

    entries: tuple[Entry, ...]
    faults: tuple[str, ...] = ()


def read(name: str, stream: BinaryIO, given: Given, fetch: Callable[[str, Given], Iterator[Input]]) -> Iterator[Input]:
    """Yield the reports of a feed's or a sitemap's file.

    Args:
        name: As the user named it.
        stream: The file.
        given: What the caller says about all of them.
        fetch: Yields the items of a URL.
    """
    try:
        raw = unzipped(stream.read(ITEM_BYTES + 1))
    except IntakeError as fault:
        yield Failure(name, str(fault))
        return
    if sitemap.is_sitemap(raw):
        yield from sitemap.read(name, raw, given, fetch)
        return
    try:
        found = parsed(raw)
    except IntakeError as fault:
        yield Failure(name, str(fault))
        return
    for number, entry in enumerate(found.entries, 1):
        yield _item(f"{name}#{number}", entry, given)
    yield from (Failure(name, fault) for fault in found.faults)


def unzipped(raw: bytes) -> bytes:
    """Return a feed or sitemap as XML, also where it is a gzip file, as large sitemaps are.

    Raises:
        IntakeError: The gzip file is damaged, or holds too much.
    """
    return inflated(raw, "gzip", limit=ITEM_BYTES + 1)


def is_feed(raw: bytes) -> bool:
    """Say whether bytes are a feed."""
    return _ROOT.search(raw[:4096]) is not None


def parsed(raw: bytes) -> Feed:
    """Read a feed.

    Raises:
        IntakeError: It is none, or made to exhaust a reader.
    """
    _refuse_bombs(raw)
    if not is_feed(raw):
        raise IntakeError("no RSS or Atom feed and no sitemap was found in it; expected one; check the file")
    stream = io.BytesIO(_DOCTYPE.sub(b"", raw, count=1))
    try:
        # Given a string or a file name, feedparser would open it; given a stream it opens nothing.
        found: Any = feedparser.parse(stream, resolve_relative_uris=False, sanitize_html=True)
    except _STUMBLES as fault:
        raise IntakeError(f"the feed is too damaged to be read ({type(fault).__name__}); get it again") from fault
    entries = tuple(_entry(one) for one in found.entries[:ENTRIES])
    faults = []
    if len(found.entries) > ENTRIES:
        faults.append(f"the feed holds {len(found.entries):,} entries; the first {ENTRIES:,} were read")
    if _cut_off(raw):
        entries = entries[:-1] if _entry_cut_off(raw) else entries
        faults.append("the feed is cut off before its end; its whole entries were read; get the feed again")
    if not entries and not faults:
        faults.append("the feed holds no entry; there is nothing to read")
    return Feed(entries, tuple(faults))


def _refuse_bombs(raw: bytes) -> None:
    """Raise when a feed is too big, declares entities, or nests too deeply."""
    if len(raw) > ITEM_BYTES:
        raise IntakeError(f"the feed has more than {ITEM_BYTES:,} bytes; expected fewer")
    if _ENTITY.search(raw):
        raise IntakeError("the feed declares XML entities, which no feed needs and bombs are made of; it is not read")
    _refuse_inward(raw)
    depth = 0
    for closing, _, empty in _OPENING.findall(raw):
        depth += -1 if closing else 0 if empty else 1
        if depth > _DEPTH:
            raise IntakeError(f"elements stand more than {_DEPTH} deep in each other; this is no feed")


def _refuse_inward(raw: bytes) -> None:
    """Raise when what stands before the feed points readers to a file or a private address; we would not follow it."""
    root = _ROOT.search(raw)
    for scheme, host in _POINTER.findall(raw[: root.start()] if root else raw[:4096]):
        words = host.decode("latin-1").strip("[]")
        try:
            why = addresses.refusal(addresses.parsed(words))
        except ValueError:
            why = "a file" if scheme.lower() == b"file" else None
        if why is not None:
            raise IntakeError(
                f"the feed points its readers to {words or 'a file'} ({why}); no feed needs to: it is not read"
            )


def _cut_off(raw: bytes) -> bool:
    """Say whether the end of the feed is missing."""
    return re.search(rb"</(?:rss|feed|rdf:RDF)\s*>\s*(?:<!--.*?-->\s*)*$", raw[-4096:], re.DOTALL) is None


def _entry_cut_off(raw: bytes) -> bool:
    """Say whether the last entry has no end."""
    begun = [match.start() for match in re.finditer(rb"<(?:item|entry)[\s>]", raw)]
    return bool(begun) and re.search(rb"</(?:item|entry)\s*>", raw[begun[-1] :]) is None


def _entry(found: Any) -> Entry:
    """Read one entry of feedparser's."""
    contents = [str(one.get("value") or "") for one in found.get("content") or ()]
    words = max([*contents, str(found.get("summary") or "")], key=len)
    # feedparser's own `get` answers for a missing "updated" with "published", and warns that it will not for ever.
    moment = found.get("published_parsed") or dict.get(found, "updated_parsed")
    published: datetime | None = None
    if moment is not None:
        try:
            published = datetime(moment[0], moment[1], moment[2], moment[3], moment[4], min(moment[5], 59), tzinfo=UTC)
        except ValueError:
            published = None
    link = str(found.get("link") or "").strip()
    return Entry(link or None, unescape(_TAG.sub("", str(found.get("title") or ""))).strip() or None, published, words)


def _item(name: str, entry: Entry, given: Given) -> Input:
    """Make a report of an entry's own words; its bytes are a JSON line that says the same."""
    if not _TAG.sub("", entry.html).strip():
        reason = "the entry has no words of its own; name the feed by its URL to have its pages fetched"
        return Failure(name, reason)
    line: dict[str, str] = {"url": entry.url or "", "title": entry.title or ""}
    if entry.published is not None:
        line["published"] = entry.published.isoformat()
    if _PARAGRAPH.search(entry.html):
        line["html"] = f"<!doctype html><html><body><article>{entry.html}</article></body></html>"
    else:
        line["text"] = unescape(_TAG.sub("", entry.html)).strip()
    try:
        return item(name, msgspec.json.encode(line), given)
    except InputInvalid as fault:
        return Failure(name, str(fault))
