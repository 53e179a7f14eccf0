"""Values to and from the ledger's rows."""

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from reportedly import format as shape
from reportedly.errors import FormatInvalid
from reportedly.ledger.store import Filing
from reportedly.model import Capture, Entry, Fetch, Report, Withdrawal

# Level 6 halves the file against level 1 for 0.4 ms more a report of 500 words.
_LEVEL = 6


def packed(value: bytes) -> bytes:
    """Compress an entry's JSON for the file."""
    return zlib.compress(value, _LEVEL)


def unpacked(value: bytes) -> bytes:
    """Return an entry's JSON.

    Raises:
        FormatInvalid: The bytes in the file are damaged.
    """
    try:
        return zlib.decompress(value)
    except zlib.error as fault:
        raise FormatInvalid(f"the value is damaged: {fault}; `reportedly verify` says where") from fault


def filed(filing: Filing) -> dict[str, Any]:
    """Return the value of a report's entry."""
    capture = filing.capture
    return {
        "capture": {
            "sha256": capture.sha256,
            "size": capture.size,
            "name": capture.name,
            "captured": capture.captured.isoformat(),
            "url": capture.url,
            "media_type": capture.media_type,
        },
        "report": shape.report_json(filing.report),
    }


def report_of(value: Mapping[str, Any]) -> Report:
    """Read the report from the value of its entry."""
    return shape.report_of(value["report"])


def capture_of(value: Mapping[str, Any]) -> Capture:
    """Read the capture from the value of a report's entry."""
    found = dict(value["capture"])
    return Capture(**(found | {"captured": datetime.fromisoformat(found["captured"])}))


def fetched(fetch: Fetch) -> dict[str, Any]:
    """Return the value of a capture's entry."""
    return asdict(fetch) | {"time": fetch.time.isoformat(), "redirects": list(fetch.redirects)}


def fetch_of(value: Mapping[str, Any]) -> Fetch:
    """Read the value of a capture's entry."""
    found = {"time": datetime.fromisoformat(value["time"]), "redirects": tuple(value["redirects"])}
    return Fetch(**(dict(value) | found))


def withdrawn(order: Withdrawal) -> dict[str, Any]:
    """Return the value of a withdrawal's entry."""
    return {
        "report": order.report,
        "sha256": order.sha256,
        "time": order.time.isoformat(),
        "by": order.by,
        "reason": order.reason,
    }


def withdrawal_of(value: Mapping[str, Any]) -> Withdrawal:
    """Read a withdrawal from the value of its entry."""
    return Withdrawal(
        value["report"], value["sha256"], datetime.fromisoformat(value["time"]), value["by"], value["reason"]
    )


def entry(found: Sequence[Any]) -> Entry:
    """Read a row of the table ``entry``; the value of a damaged one is empty, so that its hash does not fit."""
    sequence, recorded, kind, subject, value, value_sha256, previous, hash_ = found
    try:
        plain = None if value is None else unpacked(value)
    except FormatInvalid:
        plain = b""
    return Entry(sequence, _moment(recorded), kind, subject, plain, value_sha256, previous, hash_)


def _moment(recorded: str) -> datetime:
    """Return a stored time; the earliest of all for one that is damaged, so that its hash does not fit."""
    try:
        return datetime.fromisoformat(recorded)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
