"""WARC files: every good record is kept, every bad one named with its place and reason."""

import base64
import binascii
import hashlib
import logging
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from reportedly.errors import IntakeError
from reportedly.intake.coding import inflated, unchunked
from reportedly.intake.given import Given
from reportedly.intake.item import HTML, ITEM_BYTES, TEXT, Failure, Input, Item

_LOG = logging.getLogger(__name__)

_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_UNSAFE = re.compile(r"[\x00-\x20\x7f<>\"]")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_GZIP = b"\x1f\x8b\x08"
_PLAIN = b"WARC/1."
_GOOD = b"200"
_KINDS = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": TEXT}
_PIECE = 1 << 20
_DIGESTS: dict[str, Callable[[bytes], Any]] = {
    "sha1": hashlib.sha1,
    "sha256": hashlib.sha256,
    "sha-256": hashlib.sha256,
}
_DAMAGES = 1000
"""Most faults told of one file; a file with more is no archive."""


def read(name: str, stream: BinaryIO, given: Given, fetch: object = None) -> Iterator[Input]:  # noqa: ARG001 - readers' shape
    """Yield the pages of a WARC file, gzipped by record or plain.

    Args:
        name: As the user named it.
        stream: The file; can be gone back in.
        given: What the caller says about all pages; a record's own address goes before it.
        fetch: Not used; an archive holds what it holds.

    Yields:
        An Item for each whole page, a Failure for each record that is damaged, and one Failure when there is no page.
    """
    skipped: Counter[str] = Counter()
    any_input, damages = False, 0
    for found in _records(stream):
        one = found if isinstance(found, _Damage) else _taken(found, skipped)
        if one is None:
            continue
        any_input = True
        if isinstance(one, _Damage):
            damages += 1
            yield Failure(f"{name}@{one.place}", one.reason)
        else:
            known = given.under(one.given)
            yield Item(f"{name}@{one.name}", one.raw, one.media_type, known, None, one.charset, one.captured)
        if damages >= _DAMAGES:
            yield Failure(name, f"more than {_DAMAGES:,} records are damaged; the rest was not read")
            return
    told = ", ".join(f"{count:,} {kind}" for kind, count in skipped.most_common())
    if told:
        _LOG.info("%s: passed over %s", name, told)
    if not any_input:
        yield Failure(name, f"the archive holds no page (passed over: {told or 'nothing at all'}); check the file")


class _Damage:
    """A record that cannot be read.

    Args:
        place: First byte of the record in the file.
        reason: What is wrong with it.
    """

    def __init__(self, place: int, reason: str) -> None:
        self.place = place
        self.reason = reason


class _Block:
    """A record as it lies in the file.

    Args:
        record: Of fastwarc.
        block: Its bytes after the WARC headers.
    """

    def __init__(self, record: Any, block: bytes) -> None:
        self.place: int = record.stream_pos
        self.kind: WarcRecordType = record.record_type
        self.headers = record.headers
        self.block = block


def _records(stream: BinaryIO) -> Iterator[_Block | _Damage]:
    """Yield all records; after a bad one, go on at the next place where a record begins."""
    at: int | None = 0
    between: _Damage | None = None
    while at is not None:
        stream.seek(at)
        place = -1
        try:
            for record in ArchiveIterator(stream, parse_http=False):
                if between is not None:
                    yield between
                    between = None
                place, found = record.stream_pos, _read(record)
                yield found
                if isinstance(found, _Damage):
                    break
            else:
                return
        except (OSError, ValueError, EOFError, RuntimeError, zlib.error) as fault:
            # Either what stands here is no record, or the one before is longer than it says: the next try tells.
            if place < 0:
                yield _Damage(at, f"no WARC record begins here ({fault}); it was passed over")
                between = None
            else:
                between = _Damage(place, f"what follows this record is none ({fault}); its length may be wrong")
        at = _next(stream, max(place, at) + 1)
    if between is not None:
        yield between


def _read(record: Any) -> _Block | _Damage:
    """Read a record whole, or say what is wrong with it."""
    place = record.stream_pos
    length = record.content_length
    # fastwarc gives 0 for a length that is none.
    if length == 0 and (words := record.headers.get("Content-Length")) != "0":
        if record.record_type == WarcRecordType.unknown and words is None:
            return _Damage(place, "its WARC headers cannot be read; expected lines that end in CR and LF")
        return _Damage(place, f"its length is {str(words)[:40]!r}; expected a number")
    if record.record_type not in _READ:
        return _Block(record, b"")
    block = record.reader.read() if length <= ITEM_BYTES else b""
    why = _unsound(record, length, block)
    return _Block(record, block) if why is None else _Damage(place, why)


def _unsound(record: Any, length: int, block: bytes) -> str | None:
    """Say what is wrong with a record's bytes; None when nothing is."""
    if length > ITEM_BYTES:
        return f"its length is {length:,} bytes, where one report may have {ITEM_BYTES:,}"
    if len(block) < length:
        return f"it ends after {len(block):,} of {length:,} bytes; the archive is cut off or damaged"
    if not _fits(record.headers.get("WARC-Block-Digest"), block):
        return "its bytes do not match its WARC-Block-Digest; the archive is damaged"
    return None


_READ = (WarcRecordType.response, WarcRecordType.resource)


def _fits(digest: str | None, block: bytes) -> bool:
    """Say whether bytes match a digest; one that is missing or of a kind unknown here says nothing."""
    kind, _, words = (digest or "").strip().partition(":")
    make = _DIGESTS.get(kind.lower())
    if make is None:
        return True
    found = make(block).digest()
    try:
        expected = bytes.fromhex(words) if len(words) == 2 * len(found) else base64.b32decode(words.upper())
    except (ValueError, binascii.Error):
        return False
    return bool(expected == found)


def _taken(found: _Block, skipped: Counter[str]) -> Item | _Damage | None:
    """Make an item of a record; None for one that holds no page."""
    if found.kind == WarcRecordType.resource:
        kind = _KINDS.get(_bare(found.headers.get("Content-Type")))
        if kind is not None:
            return _item(found, found.block, kind, None)
        skipped["resource that is no page"] += 1
        return None
    if found.kind != WarcRecordType.response:
        skipped[str(found.kind)] += 1
        return None
    return _response(found, skipped)


def _response(found: _Block, skipped: Counter[str]) -> Item | _Damage | None:
    """Make an item of an HTTP response; None for one that is no page."""
    status = _STATUS.match(found.block)
    end = _END.search(found.block)
    if status is None or end is None:
        if not (found.headers.get("WARC-Target-URI") or "").startswith("http"):
            skipped["response of another protocol"] += 1
            return None
        return _Damage(found.place, "it holds no whole HTTP response; it was passed over")
    headers = _headers(found.block[: end.start()])
    kind = _KINDS.get(_bare(headers.get("content-type"))) if "content-type" in headers else HTML
    if kind is None or status[1] != _GOOD:
        skipped["response that is no page" if status[1] == _GOOD else f"response with status {int(status[1])}"] += 1
        return None
    try:
        body = _body(found.block[end.end() :], headers)
    except IntakeError as fault:
        return _Damage(found.place, str(fault))
    if body and not body.isspace():
        return _item(found, body, kind, _charset(headers.get("content-type")))
    skipped["empty response"] += 1
    return None


def _body(raw: bytes, headers: dict[str, str]) -> bytes:
    """Return a response's body as a browser sees it."""
    if "chunked" in (headers.get("transfer-encoding") or "").lower():
        try:
            raw = unchunked(raw)
        except IntakeError:
            # Some archives keep the header and undo the chunks.
            if not raw.lstrip().startswith(b"<"):
                raise
    return inflated(raw, headers.get("content-encoding"), limit=ITEM_BYTES)


def _item(found: _Block, body: bytes, media_type: str, charset: str | None) -> Item:
    """Make an item of a page."""
    url = _UNSAFE.sub(lambda one: f"%{ord(one[0]):02X}", _address(found) or "")
    captured, notes = _captured(found.headers.get("WARC-Date"))
    given = Given(url=url or None, notes=notes)
    return Item(str(found.place), body, media_type, given, charset=charset, captured=captured)


def _address(found: _Block) -> str | None:
    """Return the address of a record; WARC 1.0 has it in angle brackets."""
    address: str = found.headers.get("WARC-Target-URI") or ""
    return address[1:-1] if address.startswith("<") and address.endswith(">") else address or None


def _captured(words: str | None) -> tuple[datetime | None, tuple[tuple[str, str], ...]]:
    """Read when a page was captured, and a note when that cannot be read."""
    try:
        found = datetime.fromisoformat((words or "").strip())
    except ValueError:
        message = f"the archive gives {(words or 'nothing')[:40]!r} as the time of capture, which is none"
        return None, (("capture-date-unknown", message),)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC), ()


def _headers(head: bytes) -> dict[str, str]:
    """Return HTTP headers by lower-case name, the first of each."""
    found: dict[str, str] = {}
    for line in head.decode("latin-1").splitlines()[1:]:
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found


def _bare(words: str | None) -> str:
    """Return a media type without its parameters."""
    return (words or "").partition(";")[0].strip().lower()


def _charset(words: str | None) -> str | None:
    """Return the charset that a media type names; None when it names none."""
    found = _CHARSET.search(words or "")
    return found[1] if found else None


def _next(stream: BinaryIO, at: int) -> int | None:
    """Return the first place from ``at`` on where a record begins; None when there is none."""
    stream.seek(0)
    mark = _GZIP if stream.read(3) == _GZIP else _PLAIN
    while True:
        stream.seek(at)
        piece = stream.read(_PIECE)
        found = piece.find(mark)
        if found < 0:
            if len(piece) < _PIECE:
                return None
            at += len(piece) - len(mark) + 1
        elif mark == _PLAIN or _begins(stream, at + found):
            return at + found
        else:
            at += found + 1


def _begins(stream: BinaryIO, at: int) -> bool:
    """Say whether a gzip member that holds a record begins at a place."""
    stream.seek(at)
    try:
        return zlib.decompressobj(31).decompress(stream.read(4096), 5) == b"WARC/"
    except zlib.error:
        return False
