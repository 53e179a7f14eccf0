"""Polite fetching: robots.txt kept, a delay per host, few retries, five redirects, and evidence of all of it."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpx
from protego import Protego

from reportedly import __version__
from reportedly.errors import IntakeError, NotFetched
from reportedly.intake.coding import inflated
from reportedly.intake.item import Fetched, Validators
from reportedly.intake.record import written
from reportedly.intake.transport import LIMITS, PUBLIC, Door, Exchange, Limits, exchange, joined, target
from reportedly.model.fetch import Fetch

TOOL = f"reportedly {__version__}"
AGENT = f"reportedly/{__version__} (reads news reports for verification; keeps robots.txt)"
REDIRECTS = 5

_ROBOT = "reportedly"
_ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain;q=0.8, */*;q=0.1"
_MOVED = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 502, 503, 504})
_GOOD = frozenset({200, 203})
_UNCHANGED = 304
# RFC 9309: a robots.txt that is missing allows everything, one that cannot be had because of the server nothing.
_MISSING = range(400, 500)
_TYPES = ("text/", "application/xhtml", "application/xml", "application/rss", "application/atom", "application/rdf")
_ARCHIVES = frozenset(
    {
        "application/warc",
        "application/x-warc",
        "application/wacz",
        "application/wacz+zip",
        "application/zip",
        "application/x-zip-compressed",
        "application/gzip",
        "application/x-gzip",
    }
)
_ARCHIVE_NAMES = (".warc", ".warc.gz", ".wacz")
# A web archive holds many pages, so it may be larger than one, and take longer.
_ARCHIVE_BYTES = 5
_ARCHIVE_S = 15
_UNTYPED = frozenset({"", "application/octet-stream", "application/unknown", "application/x-unknown-content-type"})


@dataclass(frozen=True, slots=True)
class Manners:
    """How gently servers are asked.

    Attributes:
        delay_s: Least seconds between two requests to one host; a Crawl-delay in robots.txt goes before it.
        longest_s: Most seconds to wait because a server asks for it.
        tries: Requests for one URL before giving up.
        backoff_s: Seconds before the second try; twice that before the third, and so on.
    """

    delay_s: float = 1.0
    longest_s: float = 60.0
    tries: int = 3
    backoff_s: float = 1.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for a URL.

    Attributes:
        fetched: The line for the capture log, with its evidence; ``fetch.reason`` says why there is no body.
        url: Where the body came from, after redirects.
        body: As a browser sees it; empty when there is none.
        media_type: Lower case, without parameters; empty when the server named none.
        charset: As the server names it; None when it names none.
    """

    fetched: Fetched
    url: str
    body: bytes = b""
    media_type: str = ""
    charset: str | None = None


class Fetcher:
    """Asks for URLs, one at a time; remembers robots.txt and when it last asked each host.

    Args:
        door: What may be connected to.
        limits: Caps on each exchange.
        manners: How gently to ask.
        pause: Waits that many seconds.
    """

    def __init__(
        self,
        *,
        door: Door = PUBLIC,
        limits: Limits = LIMITS,
        manners: Manners | None = None,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._door = door
        self._limits = limits
        self._manners = manners or Manners()
        self._pause = pause
        self._asked_at: dict[str, float] = {}
        self._rules: dict[str, Protego | None] = {}

    def fetch(self, words: str, known: Validators | None = None) -> Answer:
        """Ask for a URL.

        Args:
            words: The URL.
            known: What the server said last time, so that it need not send what did not change.

        Returns:
            The body, or the reason why there is none; status 304 and no reason when nothing changed.
        """
        trail: list[Exchange] = []
        try:
            last = self._followed(target(words), _headers(known), trail)
            body = self._body(last, conditional=known is not None)
        except IntakeError as fault:
            return _answer(words, trail, b"", str(fault))
        return _answer(words, trail, body, None)

    def _followed(self, url: httpx.URL, headers: list[tuple[str, str]], trail: list[Exchange]) -> Exchange:
        """Ask, and follow redirects; each is checked as the first was."""
        for _ in range(REDIRECTS + 1):
            self._allowed(url)
            found = self._asked(url, headers)
            trail.append(found)
            place = found.header("location")
            if found.status not in _MOVED or not place:
                return found
            url = joined(url, place)
        raise NotFetched(f"{url.host} redirects more than {REDIRECTS} times; open the page in a browser")

    def _asked(self, url: httpx.URL, headers: list[tuple[str, str]]) -> Exchange:
        """Ask until there is an answer, a few times."""
        wait_s = self._manners.backoff_s
        for left in range(self._manners.tries - 1, -1, -1):
            self._wait(url)
            try:
                found = exchange(url, headers, door=self._door, limits=self._within(url))
            except NotFetched as fault:
                if not fault.again or not left:
                    raise
            else:
                asked_s = _retry_after(found)
                if found.status not in _BUSY or not left or asked_s > self._manners.longest_s:
                    return found
                wait_s = max(wait_s, asked_s)
            self._pause(wait_s)
            wait_s *= 2
        raise NotFetched(f"{url.host} was not asked: no try is allowed")

    def _within(self, url: httpx.URL) -> Limits:
        """Return the caps for a URL."""
        if not url.path.lower().endswith(_ARCHIVE_NAMES):
            return self._limits
        return replace(
            self._limits,
            total_s=self._limits.total_s * _ARCHIVE_S,
            wire_bytes=self._limits.wire_bytes * _ARCHIVE_BYTES,
            body_bytes=self._limits.body_bytes * _ARCHIVE_BYTES,
        )

    def _wait(self, url: httpx.URL) -> None:
        """Wait until the host may be asked again."""
        rules = self._rules.get(_origin(url))
        crawl_s = float((rules.crawl_delay(_ROBOT) if rules else None) or 0)
        delay_s = max(self._manners.delay_s, min(crawl_s, self._manners.longest_s))
        now = time.monotonic()
        due = self._asked_at.get(url.host, now - delay_s) + delay_s
        if due > now:
            self._pause(due - now)
        self._asked_at[url.host] = max(due, now)

    def _allowed(self, url: httpx.URL) -> None:
        """Keep robots.txt.

        Raises:
            NotFetched: It forbids the URL, or could not be had.
        """
        self._door.check(url.host, url.port or (443 if url.scheme == "https" else 80))
        origin = _origin(url)
        if origin not in self._rules:
            self._rules[origin] = self._robots(url)
        rules = self._rules[origin]
        if rules is None:
            raise NotFetched(f"robots.txt of {url.host} cannot be had, so nothing is asked there; try later")
        if not rules.can_fetch(str(url), _ROBOT):
            raise NotFetched(f"robots.txt of {url.host} asks not to fetch this; open it in a browser and save the page")

    def _robots(self, url: httpx.URL) -> Protego | None:
        """Read a host's robots.txt; None when the server fails to give it."""
        place = url.copy_with(raw_path=b"/robots.txt")
        for _ in range(REDIRECTS + 1):
            found = self._asked(place, _headers(None))
            to = found.header("location")
            if found.status not in _MOVED or not to:
                break
            place = joined(place, to)
        if found.status in _GOOD:
            body = inflated(found.body, found.header("content-encoding"), limit=self._limits.body_bytes)
            return Protego.parse(body.decode("utf-8", "replace"))
        return Protego.parse("") if found.status in _MISSING or found.status in _MOVED else None

    def _body(self, last: Exchange, *, conditional: bool) -> bytes:
        """Return the body as a browser sees it.

        Raises:
            IntakeError: The response is none that holds a report.
        """
        host = httpx.URL(last.url).host
        if last.status == _UNCHANGED and conditional:
            return b""
        if last.status not in _GOOD:
            wait_s = _retry_after(last)
            more = f" and asks to wait {wait_s:,.0f} seconds" if wait_s else ""
            raise NotFetched(f"{host} answered {_phrase(last.status)}{more}; open the page in a browser")
        kind = _type(last)[0]
        if kind not in _UNTYPED | _ARCHIVES and not kind.startswith(_TYPES):
            raise NotFetched(f"{host} sent {kind[:80]!r}; expected a web page, a text, a feed or a web archive")
        limits = self._within(httpx.URL(last.url))
        # Some servers tell of a file that is gzip itself that it is coded so; what it is shows when it is read.
        coding = None if kind in _ARCHIVES else last.header("content-encoding")
        body = inflated(last.body, coding, limit=limits.body_bytes)
        if not body.strip():
            raise NotFetched(f"{host} sent an empty page; open it in a browser")
        return body


def _answer(words: str, trail: list[Exchange], body: bytes, reason: str | None) -> Answer:
    """Put together what came and what is kept of it."""
    last = trail[-1] if trail else None
    record = written(trail, TOOL) if trail else b""
    kind, charset = _type(last) if last else ("", None)
    fetch = Fetch(
        url=words,
        time=last.time if last else datetime.now(UTC),
        tool=TOOL,
        redirects=tuple(one.url for one in trail[1:]),
        address=last.address if last else None,
        status=last.status if last else None,
        reason=reason,
        sha256=hashlib.sha256(body).hexdigest() if body else None,
        record=hashlib.sha256(record).hexdigest() if record else None,
        etag=last.header("etag") if last and not reason else None,
        modified=last.header("last-modified") if last and not reason else None,
    )
    return Answer(Fetched(fetch, record), last.url if last else words, body, kind, charset)


def _headers(known: Validators | None) -> list[tuple[str, str]]:
    """Return what is sent."""
    found = [("User-Agent", AGENT), ("Accept", _ACCEPT), ("Accept-Language", "*"), ("Accept-Encoding", "gzip")]
    if known is not None and known.etag:
        found.append(("If-None-Match", known.etag))
    if known is not None and known.modified:
        found.append(("If-Modified-Since", known.modified))
    return found


def _origin(url: httpx.URL) -> str:
    """Return what one robots.txt speaks for."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _type(found: Exchange) -> tuple[str, str | None]:
    """Return the media type and the charset that a response names."""
    kind, *parameters = (found.header("content-type") or "").split(";")
    names = [one.partition("=") for one in parameters]
    charset = next((value.strip(" \"'") for name, _, value in names if name.strip().lower() == "charset"), None)
    return kind.strip().lower(), charset or None


def _retry_after(found: Exchange) -> float:
    """Return the seconds that a server asks to wait; 0 when it asks for none."""
    words = (found.header("retry-after") or "").strip()
    if words.isdecimal():
        return float(words[:9])
    try:
        when = parsedate_to_datetime(words)
    except ValueError:
        return 0.0
    return max(0.0, (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() - found.time.timestamp())


def _phrase(status: int) -> str:
    """Write a status with its name."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
