"""Requests and responses written as WARC 1.1 (ISO 28500:2017), byte for byte as they went over the wire."""

import base64
import hashlib
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from warcio.warcwriter import WARCWriter

from reportedly.intake.transport import Exchange

_END = b"\r\n\r\n"


def written(exchanges: Sequence[Exchange], tool: str) -> bytes:
    """Return a gzipped WARC file with a warcinfo record, then request and response of each exchange.

    Args:
        exchanges: In the order they were made, at least one.
        tool: Name and version of what made them.
    """
    out = io.BytesIO()
    writer: Any = WARCWriter(out, gzip=True, warc_version="WARC/1.1")
    about = {"software": tool, "format": "WARC File Format 1.1", "robots": "obey"}
    writer.write_record(writer.create_warcinfo_record("", about))
    for one in exchanges:
        response = _record(writer, "response", one, one.response)
        request = _record(writer, "request", one, one.request)
        request.rec_headers.add_header("WARC-Concurrent-To", response.rec_headers.get_header("WARC-Record-ID"))
        writer.write_record(request)
        writer.write_record(response)
    return out.getvalue()


def _record(writer: Any, kind: str, one: Exchange, block: bytes) -> Any:
    """Return one record with both digests."""
    payload = block.partition(_END)[2]
    headers = {
        "WARC-Date": _moment(one.time),
        "WARC-IP-Address": one.address.rpartition(":")[0].strip("[]"),
        "WARC-Block-Digest": _digest(block),
        "WARC-Payload-Digest": _digest(payload),
    }
    return writer.create_warc_record(
        one.url,
        kind,
        payload=io.BytesIO(block),
        length=len(block),
        warc_content_type=f"application/http; msgtype={kind}",
        warc_headers_dict=headers,
    )


def _moment(time: datetime) -> str:
    """Write a time as WARC wants it."""
    return time.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _digest(raw: bytes) -> str:
    """Return a digest as WARC tools expect it."""
    return f"sha256:{base64.b32encode(hashlib.sha256(raw).digest()).decode('ascii')}"
