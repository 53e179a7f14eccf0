"""What the user names, and the items to read in it."""

import importlib
import io
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from reportedly.errors import InputInvalid
from reportedly.intake.coding import peeked
from reportedly.intake.given import Given
from reportedly.intake.item import HTML, ITEM_BYTES, LINES, TEXT, Failure, Input, Item, Listed, Unchanged, Validators
from reportedly.intake.line import item

__all__ = ["HTML", "ITEM_BYTES", "TEXT", "Failure", "Input", "Item", "Unchanged", "item", "items", "sniff"]

_SUFFIXES = {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".txt": TEXT,
    ".text": TEXT,
    ".md": TEXT,
    ".jsonl": LINES,
    ".ndjson": LINES,
    ".warc": "warc",
    ".warc.gz": "warc",
    ".wacz": "wacz",
    ".xml": "feed",
    ".xml.gz": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".csv": "table",
}
"""The media type of a file with that ending, or the module that reads it; the module is imported when one is read."""

_READERS = frozenset({"warc", "wacz", "feed", "table"})
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|article|script|div|p|h1)[\s>/]", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]")
_URL = re.compile(r"https?:|[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_SNIFFED_BYTES = 4096
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Asking:
    """How URLs are asked for.

    Attributes:
        known: Says what a server said of a URL the last time; None when it was never asked for.
        fetcher: The `reportedly.intake.fetch.Fetcher` to use; None for one of its own.
        listed: Says where a feed or sitemap led the last time, for one that has not changed since; None when it is not known.
    """

    known: Callable[[str], Validators | None] | None = None
    fetcher: Any = None
    listed: Callable[[str], Listed | None] | None = None


def items(
    names: Sequence[str], stdin: BinaryIO, *, given: Given | None = None, asking: Asking | None = None
) -> Iterator[Input]:
    """Yield what is to be read, in order; a file of JSON lines is read line by line.

    Only URLs, and files that list URLs (tables, sitemaps), touch the network.

    Args:
        names: Paths of files and folders, URLs, "-" for standard input.
        stdin: Where "-" is read from.
        given: What the caller says about all of them; a JSON line's own keys go before it.
        asking: How URLs are asked for.

    Yields:
        An Item, or a Failure in the place of each input that cannot be read, an Unchanged, or a Listing before the items
        that a list led to.
    """
    reading = _Reading(asking or Asking())
    known = given or Given()
    for name in names:
        if name == "-":
            yield from reading.stream("-", stdin, None, known)
        elif is_url(name):
            yield from reading.url(name, known)
        else:
            yield from reading.path(Path(name), name, known)


def is_url(name: str) -> bool:
    """Say whether a name is a URL, not a path; one of a scheme that is not fetched is refused when it is read."""
    return _URL.match(name) is not None


class _Reading:
    """One run over what the user named; what fetches is made when the first URL is met.

    Args:
        asking: How URLs are asked for.
    """

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._web: Any = None

    def url(self, name: str, given: Given) -> Iterator[Input]:
        """Yield the items of one URL."""
        if self._web is None:
            self._web = _module("web").Web(self._asking.fetcher, self._asking.known, self._asking.listed)
        yield from self._web.items(name, given)

    def path(self, path: Path, name: str, given: Given) -> Iterator[Input]:
        """Yield the items of one path."""
        if path.is_dir():
            yield from self._folder(path, name, given)
            return
        try:
            stream = path.open("rb")
        except FileNotFoundError:
            yield Failure(name, "there is no such file or folder; check the path")
            return
        except OSError as fault:
            yield Failure(name, f"cannot be opened: {fault.strerror or fault}; check its permissions")
            return
        with stream:
            yield from self.stream(name, stream, _kind(path.name), given)

    def _folder(self, path: Path, name: str, given: Given) -> Iterator[Input]:
        """Yield the items of a folder's readable files, subfolders included, sorted."""
        try:
            found = sorted(
                one
                for one in path.rglob("*")
                if _kind(one.name) is not None
                and one.is_file()
                and not any(part.startswith(".") for part in one.relative_to(path).parts)
            )
        except OSError as fault:
            yield Failure(name, f"cannot be listed: {fault.strerror or fault}; check its permissions")
            return
        if not found:
            known = " ".join(sorted(_SUFFIXES))
            yield Failure(
                name, f"the folder holds no report; expected files that end in {known}; name the files themselves"
            )
        for one in found:
            yield from self.path(one, str(one), given)

    def stream(self, name: str, stream: BinaryIO, kind: str | None, given: Given) -> Iterator[Input]:
        """Yield the items of one open file."""
        buffered = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
        try:
            head = buffered.read(_SNIFFED_BYTES)
            found = kind or sniff(head)
            if found in _READERS:
                with _seekable(head, buffered) as whole:
                    yield from _module(found).read(name, whole, given, self.url)
                return
            if found == LINES:
                yield from _lines(name, head, buffered, given)
                return
            raw = head + buffered.read(ITEM_BYTES + 1 - len(head))
        except OSError as fault:
            yield Failure(name, f"cannot be read: {fault.strerror or fault}; check the file and the disk")
            return
        if len(raw) > ITEM_BYTES:
            yield Failure(name, _too_long(f"more than {ITEM_BYTES:,} bytes"))
        elif not raw.strip():
            yield Failure(name, "the file is empty; expected HTML, plain text or JSON lines")
        else:
            yield Item(name, raw, found, given)


def _module(name: str) -> Any:
    """Import what reads a kind of input."""
    return importlib.import_module(f"reportedly.intake.{name}")


def _kind(name: str) -> str | None:
    """Return what a file of that name is; None when its ending does not say."""
    lowered = name.lower()
    return next((kind for suffix, kind in _SUFFIXES.items() if lowered.endswith(suffix)), None)


def _seekable(head: bytes, stream: BinaryIO) -> AbstractContextManager[BinaryIO]:
    """Return the whole stream from its start; what cannot go back, such as a pipe, by way of a temporary file."""
    if stream.seekable():
        stream.seek(0)
        return nullcontext(stream)
    spooled: Any = tempfile.SpooledTemporaryFile(max_size=ITEM_BYTES)  # noqa: SIM115 - the caller closes it
    spooled.write(head)
    while piece := stream.read(1 << 20):
        spooled.write(piece)
    spooled.seek(0)
    kept: AbstractContextManager[BinaryIO] = spooled
    return kept


def sniff(head: bytes) -> str:
    """Tell HTML, JSON lines, feeds, archives and plain text apart by their first bytes; feeds and WARC also within gzip."""
    if head.startswith(_ZIP):
        return "wacz"
    head = peeked(head)
    if head.startswith(b"WARC/"):
        return "warc"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{") and re.match(rb'\{\s*(?:"|\}\s*$)', start):
        return LINES
    if start.startswith(b"<") and _FEED.search(head) and not re.search(rb"<html[\s>]", head, re.IGNORECASE):
        return "feed"
    if _MARKUP.search(head) or _MARKUP.search(head.replace(b"\x00", b"")):
        return HTML
    return TEXT


def _lines(name: str, head: bytes, stream: BinaryIO, given: Given) -> Iterator[Item | Failure]:
    """Yield an item for each JSON line, reading no further than needed."""
    number, any_line = 0, False
    for number, raw in enumerate(_raw_lines(head, stream), 1):
        line = raw.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else raw.strip()
        if not line:
            continue
        any_line = True
        where = f"{name}:{number}"
        if len(raw) > ITEM_BYTES:
            yield Failure(where, _too_long(f"a line of more than {ITEM_BYTES:,} bytes"))
            continue
        try:
            yield item(where, line, given)
        except InputInvalid as fault:
            yield Failure(where, str(fault))
    if not any_line:
        yield Failure(name, "the file is empty; expected a JSON object on each line")


def _raw_lines(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """Yield lines, one that is too long cut off just past the limit and its rest passed over."""
    pending = head
    while True:
        end = pending.find(b"\n")
        if end >= 0:
            yield pending[:end]
            pending = pending[end + 1 :]
            continue
        more = stream.readline(ITEM_BYTES + 2 - len(pending)) if len(pending) <= ITEM_BYTES else b""
        pending += more
        if len(pending) > ITEM_BYTES:
            yield pending
            pending = b""
            while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
                pass
        elif not more:
            if pending:
                yield pending
            return


def _too_long(found: str) -> str:
    """Say that an item is too long."""
    return f"{found}, where one report may have {ITEM_BYTES:,}; split it, or give several reports as JSON lines"
