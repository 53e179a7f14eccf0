"""A URL asked for, and what came of it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Fetch:
    """One line of the capture log: a URL asked for over the network.

    Attributes:
        url: As it was asked for.
        time: When the last byte came, or it failed; UTC.
        tool: Name and version of what asked ("reportedly 0.1.0").
        redirects: URLs that ``url`` led to, in order; the body came from the last.
        address: Server's address and port ("93.184.216.34:443"); None when nothing was connected to.
        status: HTTP status of the last response; None when there was none.
        reason: Why there is no report; None when there is one.
        sha256: Hash of the body, on which the report rests; None when there is none.
        record: Hash of the WARC file with every request and response; None when there was no response.
        etag: For asking again; None when the server gave none.
        modified: As ``etag``, the header Last-Modified.
        report: Id of the report that was made of it or that it left unchanged; None when there is none.
        listed: Hash of the list of further URLs that the body held; None when it was a page, an archive or nothing.
    """

    url: str
    time: datetime
    tool: str
    redirects: tuple[str, ...] = ()
    address: str | None = None
    status: int | None = None
    reason: str | None = None
    sha256: str | None = None
    record: str | None = None
    etag: str | None = None
    modified: str | None = None
    report: str | None = None
    listed: str | None = None
