"""What a URL leads to: a page, a feed with the pages of its entries, or a sitemap with the pages it lists."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from reportedly.errors import IntakeError
from reportedly.intake import feed, sitemap
from reportedly.intake.fetch import Answer, Fetcher
from reportedly.intake.given import Given
from reportedly.intake.item import HTML, TEXT, Failure, Input, Item, Unchanged, Validators

# A feed leads to pages; an index of sitemaps to sitemaps, and they to pages. Nothing leads further.
_DEPTH = 2

_UNCHANGED = 304


class Web:
    """Fetches what URLs lead to; a URL that came already in this run is not asked for again.

    Args:
        fetcher: Asks for URLs; None for one that keeps to public addresses.
        known: Says what a server said of a URL the last time; None for nothing.
    """

    def __init__(self, fetcher: Fetcher | None = None, known: Callable[[str], Validators | None] | None = None) -> None:
        self._fetcher = fetcher or Fetcher()
        self._known = known
        self._seen: set[str] = set()

    def items(self, url: str, given: Given, *, depth: int = 0) -> Iterator[Input]:
        """Yield the reports that a URL leads to.

        Args:
            url: The URL.
            given: What the caller says about them.
            depth: How many lists led here.

        Yields:
            An Item for each page, an Unchanged for one that is as it was, or a Failure with the reason.
        """
        if url in self._seen:
            return
        self._seen.add(url)
        answer = self._fetcher.fetch(url, self._known(url) if self._known else None)
        fetch = answer.fetched.fetch
        if fetch.reason is not None:
            yield Failure(url, fetch.reason, answer.fetched)
        elif fetch.status == _UNCHANGED:
            yield Unchanged(url, answer.fetched)
        elif sitemap.is_sitemap(answer.body) or feed.is_feed(answer.body):
            yield from self._list(url, answer, given, depth)
        else:
            yield _page(url, answer, given)

    def _list(self, url: str, answer: Answer, given: Given, depth: int) -> Iterator[Input]:
        """Yield the reports of a feed's or sitemap's pages."""
        if depth >= _DEPTH:
            yield Failure(url, "a list within lists within lists is not followed; name it itself", answer.fetched)
            return
        if sitemap.is_sitemap(answer.body):
            yield from sitemap.read(
                url, answer.body, given, lambda place, known: self.items(place, known, depth=depth + 1)
            )
            return
        try:
            found = feed.parsed(answer.body)
        except IntakeError as fault:
            yield Failure(url, str(fault), answer.fetched)
            return
        for entry in found.entries:
            if entry.url is not None:
                own = Given(published=entry.published)
                yield from self.items(entry.url, replace(given.under(own), id=None, url=None), depth=_DEPTH)
        yield from (Failure(url, fault) for fault in found.faults)


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
