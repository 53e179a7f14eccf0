"""Adapters for the checkers of hostile inputs: what `reportedly read` makes of an input, in their words.

``check.py rss|warc|wacz tests/intake/hostile_adapter.py`` and ``ssrf_check.py tests/intake/hostile_adapter.py``. A case is
about the first report of its input: its text, or why it is refused. ``records`` counts the reports that were read.
"""

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reportedly.errors import IntakeError
from reportedly.intake import Failure, Given, Item, document, feed, wacz, warc
from reportedly.intake.fetch import Fetcher, Manners

_READERS = {"rss": feed.read, "warc": warc.read, "warc_plain": warc.read, "wacz": wacz.read}
_NOW = datetime(2031, 6, 4, tzinfo=UTC)


def run(raw: bytes, case: dict[str, Any]) -> dict[str, Any]:
    """Read one input."""
    name = Path(case["file"]).name
    found = [_read(one) for one in _READERS[case["kind"]](name, io.BytesIO(raw), Given(), _offline)]
    texts = [one["text"] for one in found if one["text"]]
    if case["kind"] == "rss" and texts:  # a feed's whole entries are kept when it is cut off
        return {"text": "\n".join(texts), "records": len(texts)}
    return {**found[0], "records": len(texts)}


@dataclass
class Response:
    """What the URL checker looks at."""

    status_code: int


def get(url: str) -> Response:
    """Fetch one URL as the product does."""
    answer = Fetcher(manners=Manners(delay_s=0, backoff_s=0), pause=lambda _: None).fetch(url)
    fetch = answer.fetched.fetch
    if fetch.reason is not None or fetch.status is None:
        raise IntakeError(str(fetch.reason))
    return Response(fetch.status)


def _read(one: object) -> dict[str, Any]:
    """Read one report."""
    if isinstance(one, Failure):
        return {"text": "", "refused": one.reason}
    assert isinstance(one, Item)
    try:
        _, made = document(one, captured=_NOW)
    except IntakeError as fault:
        return {"text": "", "refused": str(fault)}
    return {"text": made.text, "title": made.title or "", "refused": None}


def _offline(url: str, given: Given) -> Any:
    """Fetch nothing."""
    raise AssertionError(f"{url} {given}")
