"""Evidence as WACZ 1.1.1: WARC records zipped with their index, a list of pages, and the hash of everything."""

import gzip
import hashlib
import io
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.warcwriter import WARCWriter

VERSION = "1.1.1"
"""Of the specification, specs.webrecorder.net/wacz/1.1.1."""

_WARC = "data.warc.gz"
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a reader of the archive may open.

    Attributes:
        id: Of its report.
        url: As its record has it.
        title: Headline; None when it has none.
        time: Of its capture, UTC.
        text: Its clean text, for searching.
    """

    id: str
    url: str
    title: str | None
    time: datetime
    text: str


def write(out: BinaryIO, records: Iterable[bytes], pages: Iterable[Page], *, created: datetime, software: str) -> None:
    """Write a WACZ.

    Args:
        out: Where to; can be gone back in.
        records: WARC files, gzipped by record; they are put one after the other.
        pages: What may be opened.
        created: When this is made, UTC.
        software: Name and version of what makes it.
    """
    with tempfile.TemporaryFile() as data, zipfile.ZipFile(out, "w") as bag:
        for one in records:
            data.write(one)
        index = gzip.compress("".join(_index(data)).encode(), mtime=0)
        parts: list[tuple[str, Any]] = [
            (f"archive/{_WARC}", data),
            ("indexes/index.cdx.gz", io.BytesIO(index)),
            ("indexes/index.idx", io.BytesIO(_summary(index))),
            ("pages/pages.jsonl", io.BytesIO(_pages(pages))),
        ]
        resources = [_added(bag, path, stream, created) for path, stream in parts]
        package = {
            "profile": "data-package",
            "resources": resources,
            "created": f"{created:%Y-%m-%dT%H:%M:%SZ}",
            "wacz_version": VERSION,
            "software": software,
        }
        said = _added(bag, "datapackage.json", io.BytesIO(_json(package)), created)
        digest = {"path": "datapackage.json", "hash": said["hash"]}
        _added(bag, "datapackage-digest.json", io.BytesIO(_json(digest)), created)


def resource(url: str, raw: bytes, media_type: str, time: datetime) -> bytes:
    """Return a WARC file with one record of bytes that did not come over the network.

    Args:
        url: Where they are said to be from; a ``urn:`` when nothing says.
        raw: The bytes.
        media_type: Of the bytes.
        time: When they were read, UTC.
    """
    out = io.BytesIO()
    writer: Any = WARCWriter(out, gzip=True, warc_version="WARC/1.1")
    record = writer.create_warc_record(
        url,
        "resource",
        payload=io.BytesIO(raw),
        length=len(raw),
        warc_content_type=media_type,
        warc_headers_dict={"WARC-Date": f"{time:%Y-%m-%dT%H:%M:%S.%fZ}"},
    )
    writer.write_record(record)
    return out.getvalue()


def _index(data: BinaryIO) -> list[str]:
    """Return the lines of a CDXJ index over responses and resources, sorted."""
    data.seek(0)
    found: list[tuple[int, tuple[str, str, dict[str, str]] | None]] = []
    for record in ArchiveIterator(data, parse_http=True):
        wanted = record.record_type in (WarcRecordType.response, WarcRecordType.resource)
        found.append((record.stream_pos, _described(record) if wanted else None))
    ends = [place for place, _ in found[1:]] + [data.seek(0, io.SEEK_END)]
    lines = []
    for (place, one), end in zip(found, ends, strict=True):
        if one is not None:
            key, stamp, said = one
            whole = said | {"offset": str(place), "length": str(end - place), "filename": _WARC}
            lines.append(f"{key} {stamp} {json.dumps(whole, ensure_ascii=False)}\n")
    return sorted(lines)


def _described(record: Any) -> tuple[str, str, dict[str, str]]:
    """Return a record's key, time and description."""
    url = record.headers.get("WARC-Target-URI") or ""
    http = record.http_headers
    said = {
        "url": url,
        "mime": (record.http_content_type if http else record.headers.get("Content-Type")) or "unk",
        "status": str(http.status_code) if http else "200",
        "digest": record.headers.get("WARC-Payload-Digest") or "",
    }
    return surt(url), f"{record.record_date:%Y%m%d%H%M%S}", said


def surt(url: str) -> str:
    """Return a URL as indexes sort it, the host turned round.

    >>> surt("https://www.Kolven.example:8080/a/B?c=d")
    'example,kolven:8080)/a/b?c=d'
    """
    parts = urlsplit(url)
    if not parts.netloc:
        return url
    host, _, port = parts.netloc.lower().rpartition("@")[2].partition(":")
    turned = ",".join(reversed(host.removeprefix("www.").split(".")))
    query = f"?{parts.query}" if parts.query else ""
    return f"{turned}{f':{port}' if port else ''}){parts.path or '/'}{query}".lower()


def _summary(index: bytes) -> bytes:
    """Return the index of the index: one block."""
    first = gzip.decompress(index).decode().partition("{")[0]
    block = {"offset": 0, "length": len(index), "digest": _hash(index)}
    head = {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}
    return f"!meta 0 {json.dumps(head)}\n{first}{json.dumps(block)}\n".encode()


def _pages(pages: Iterable[Page]) -> bytes:
    """Return the list of pages."""
    lines: list[Mapping[str, str]] = [{"format": "json-pages-1.0", "id": "pages", "title": "Reports"}]
    lines += [
        {
            "id": one.id,
            "url": one.url,
            "title": one.title or "",
            "ts": f"{one.time:%Y-%m-%dT%H:%M:%SZ}",
            "text": one.text,
        }
        for one in pages
    ]
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in lines).encode()


def _added(bag: zipfile.ZipFile, path: str, stream: BinaryIO, created: datetime) -> dict[str, Any]:
    """Put a part into the zip, uncompressed as the specification wants it; return its line for the package."""
    info = zipfile.ZipInfo(path, created.timetuple()[:6])
    digest, size = hashlib.sha256(), 0
    stream.seek(0)
    with bag.open(info, "w", force_zip64=True) as part:
        for piece in _pieces(stream):
            part.write(piece)
            digest.update(piece)
            size += len(piece)
    return {
        "name": path.rpartition("/")[2],
        "path": path,
        "hash": f"sha256:{digest.hexdigest()}",
        "bytes": size,
    }


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    """Yield a stream's bytes."""
    while piece := stream.read(_PIECE):
        yield piece


def _hash(raw: bytes) -> str:
    """Return a hash as packages write it."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()}"


def _json(value: Mapping[str, Any]) -> bytes:
    """Return a value as JSON for people to read."""
    return json.dumps(value, indent=2, ensure_ascii=False).encode()
