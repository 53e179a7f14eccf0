"""What a URL leads to: a page, the pages in a web archive, or a feed or sitemap with the pages it lists."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from reportedly.errors import IntakeError
from reportedly.intake import feed, sitemap, wacz, warc
from reportedly.intake.fetch import Answer, Fetcher
from reportedly.intake.given import Given
from reportedly.intake.item import HTML, TEXT, Failure, Fetched, Input, Item, Listed, Listing, Unchanged, Validators
from reportedly.intake.source import sniff

# A feed leads to pages; an index of sitemaps to sitemaps, and they to pages. Nothing leads further.
_DEPTH = 2

_UNCHANGED = 304
_ARCHIVES: dict[str, Callable[..., Iterator[Input]]] = {"warc": warc.read, "wacz": wacz.read}


class Web:
    """Fetches what URLs lead to; a URL that came already in this run is not asked for again.

    Args:
        fetcher: Asks for URLs; None for one that keeps to public addresses.
        known: Says what a server said of a URL the last time; None for nothing.
        listed: Says where a list led the last time; None for nothing.
    """

    def __init__(
        self,
        fetcher: Fetcher | None = None,
        known: Callable[[str], Validators | None] | None = None,
        listed: Callable[[str], Listed | None] | None = None,
    ) -> None:
        self._fetcher = fetcher or Fetcher()
        self._known = known
        self._listed = listed
        self._seen: set[str] = set()

    def items(self, url: str, given: Given, *, depth: int = 0) -> Iterator[Input]:
        """Yield the reports that a URL leads to.

        Args:
            url: The URL.
            given: What the caller says about them.
            depth: How many lists led here.

        Yields:
            An Item for each page, an Unchanged for one that is as it was, a Failure with the reason, or a Listing before what
            a list or an archive leads to.
        """
        if url in self._seen:
            return
        self._seen.add(url)
        answer = self._fetcher.fetch(url, self._known(url) if self._known else None)
        fetch = answer.fetched.fetch
        kind = sniff(answer.body[:4096])
        if fetch.reason is not None:
            yield Failure(url, fetch.reason, answer.fetched)
        elif fetch.status == _UNCHANGED:
            yield from self._unchanged(url, answer, given, depth)
        elif kind == "feed":
            yield from self._list(url, answer, given, depth)
        elif kind in _ARCHIVES and not answer.media_type.startswith("text/"):
            yield Listing(url, _line(answer))
            yield from _ARCHIVES[kind](url, io.BytesIO(answer.body), given)
        else:
            yield _page(url, answer, given)

    def _unchanged(self, url: str, answer: Answer, given: Given, depth: int) -> Iterator[Input]:
        """Yield a page that is as it was, or what a list led to the last time."""
        kept = self._listed(url) if self._listed else None
        if kept is None:
            yield Unchanged(url, answer.fetched)
        else:
            yield Listing(url, _line(answer), kept)
            yield from self._follow(kept, given, depth)

    def _list(self, url: str, answer: Answer, given: Given, depth: int) -> Iterator[Input]:
        """Yield the reports of a feed's or sitemap's pages."""
        if depth >= _DEPTH:
            yield Failure(url, "a list within lists within lists is not followed; name it itself", answer.fetched)
            return
        try:
            found, faults = _read(feed.unzipped(answer.body))
        except IntakeError as fault:
            yield Failure(url, str(fault), answer.fetched)
            return
        yield Listing(url, _line(answer), found)
        yield from self._follow(found, given, depth)
        yield from (Failure(url, fault) for fault in faults)

    def _follow(self, found: Listed, given: Given, depth: int) -> Iterator[Input]:
        """Yield the reports of the pages that a list names."""
        below = _DEPTH if found.kind == "feed" else depth + 1
        for url, published in found.entries:
            own = Given(published=datetime.fromisoformat(published) if published else None)
            known = replace(given.under(own), id=None, url=None) if found.kind == "feed" else given
            yield from self.items(url, known, depth=below)


def _read(raw: bytes) -> tuple[Listed, list[str]]:
    """Read a feed or a sitemap; return where it leads, and what is wrong with it.

    Raises:
        IntakeError: It is made to harm, or too damaged.
    """
    if sitemap.is_sitemap(raw):
        urls, faults = sitemap.parsed(raw)
        return Listed("sitemap", tuple((one, None) for one in urls)), faults
    found = feed.parsed(raw)
    entries = tuple(
        (one.url, one.published.isoformat() if one.published else None) for one in found.entries if one.url is not None
    )
    return Listed("feed", entries), list(found.faults)


def _line(answer: Answer) -> Fetched:
    """Return what is kept of a list or an archive: the line without the record."""
    return Fetched(replace(answer.fetched.fetch, record=None))


def _page(url: str, answer: Answer, given: Given) -> Item:
    """Make an item of a fetched page."""
    plain = answer.media_type.startswith("text/plain")
    return Item(
        name=url,
        raw=answer.body,
        media_type=TEXT if plain else HTML,
        given=given if given.url else replace(given, url=answer.url),
        charset=answer.charset,
        captured=answer.fetched.fetch.time,
        fetched=answer.fetched,
    )
