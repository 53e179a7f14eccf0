"""WARC and WACZ files made in a test."""

import gzip
import io
import json
import zipfile
from collections.abc import Mapping

from intake.serving import PAGE

HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def record(
    body: bytes = PAGE,
    *,
    kind: str = "response",
    head: str = HEAD,
    headers: Mapping[str, str | None] | None = None,
) -> bytes:
    """Return one WARC record; a header that is None is left out."""
    block = head.encode() + body
    said: dict[str, str | None] = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000001>",
        "WARC-Date": "2031-06-04T07:08:00Z",
        "WARC-Target-URI": "https://kolven.example/1",
        "Content-Type": f"application/http; msgtype={kind}",
        "Content-Length": str(len(block)),
        **(headers or {}),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in said.items() if value is not None)
    return f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def zipped(*records: bytes) -> bytes:
    """Return records each gzipped on its own, as `.warc.gz` has them."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def wacz(parts: Mapping[str, bytes] | None = None, *, index: object = None) -> bytes:
    """Return a WACZ with one page, and further parts."""
    out = io.BytesIO()
    package = {"resources": [{"path": "archive/a.warc.gz"}]} if index is None else index
    with zipfile.ZipFile(out, "w") as bag:
        bag.writestr("datapackage.json", json.dumps(package))
        for name, raw in ({"archive/a.warc.gz": zipped(record())} if parts is None else parts).items():
            bag.writestr(name, raw)
    return out.getvalue()
