"""What intake hands on: the bytes of one report, or why there are none."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from reportedly.intake.given import Given
from reportedly.model.fetch import Fetch

ITEM_BYTES = 20_000_000
"""Most bytes of one item: a page of a hundred times the usual size; more is no report."""

HTML, TEXT, LINES = "text/html", "text/plain", "application/jsonl"

_NOTHING = Given()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is kept of asking for a URL.

    Attributes:
        fetch: The line for the capture log.
        record: A WARC file with every request and response; empty when there was no response.
    """

    fetch: Fetch
    record: bytes = b""


@dataclass(frozen=True, slots=True)
class Item:
    """One report's bytes, not yet read.

    Attributes:
        name: As the user named it: a path, a URL, "-" for standard input, "FILE:12" for line 12, "FILE@827" for the
            record at byte 827.
        raw: The bytes; of a JSON line, the line's, without its end; of a web page, the body as a browser sees it.
        media_type: "text/html" or "text/plain".
        given: What the caller says about it.
        body: The page or text inside a JSON line; None where ``raw`` itself is the page or text.
        charset: As an HTTP header names it; None when none does.
        captured: When the bytes were had, UTC; None for now.
        fetched: How they were had; None when not over the network.
    """

    name: str
    raw: bytes
    media_type: str
    given: Given = _NOTHING
    body: str | None = None
    charset: str | None = None
    captured: datetime | None = None
    fetched: Fetched | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read.

    Attributes:
        name: As the user named it.
        reason: What was found, what was expected, and what to do.
        fetched: What is kept of asking for it; None when nothing was asked for.
    """

    name: str
    reason: str
    fetched: Fetched | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A URL whose server says that its page is as it was when it was last fetched (304).

    Attributes:
        name: The URL.
        fetched: What is kept of asking.
    """

    name: str
    fetched: Fetched


@dataclass(frozen=True, slots=True)
class Listed:
    """The URLs that a feed or a sitemap leads to; none of its words.

    Attributes:
        kind: "feed" or "sitemap".
        entries: Each URL with the time that the feed gives for it, ISO 8601; None where it gives none.
    """

    kind: Literal["feed", "sitemap"]
    entries: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A URL that led to further reports and is none itself: a feed, a sitemap, a web archive.

    Attributes:
        name: The URL.
        fetched: What is kept of asking: the line, no record, for that would keep words of reports that may be withdrawn.
        listed: The URLs; None for a web archive, which holds its reports itself.
    """

    name: str
    fetched: Fetched
    listed: Listed | None = None


Input = Item | Failure | Unchanged | Listing
"""What `reportedly.intake.items` yields."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a page so that it can say whether the page changed.

    Attributes:
        etag: The header ETag; None when there was none.
        modified: The header Last-Modified; None when there was none.
    """

    etag: str | None = None
    modified: str | None = None
