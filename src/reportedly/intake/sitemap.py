"""Sitemaps: lists of URLs, and lists of such lists (sitemaps.org)."""

import re
from collections.abc import Callable, Iterator
from html import unescape

from reportedly.intake.given import Given
from reportedly.intake.item import ITEM_BYTES, Failure, Input

URLS = 1000
"""Most URLs of one sitemap that are fetched; a news sitemap may have 1,000."""

_ROOT = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
_LOCATION = re.compile(rb"<(?:\w+:)?loc\b[^>]*>\s*(?:<!\[CDATA\[)?([^<\]]{1,8192})(?:\]\]>)?\s*</", re.IGNORECASE)
_IMAGE = re.compile(rb"<image:image\b.*?</image:image>", re.DOTALL)


def is_sitemap(raw: bytes) -> bool:
    """Say whether bytes are a sitemap or an index of sitemaps."""
    return _ROOT.search(raw[:4096]) is not None


def read(name: str, raw: bytes, given: Given, fetch: Callable[[str, Given], Iterator[Input]]) -> Iterator[Input]:
    """Yield the items of every page that a sitemap lists.

    Args:
        name: As the user named it.
        raw: The sitemap.
        given: What the caller says about all pages.
        fetch: Yields the items of a URL.
    """
    found, faults = parsed(raw)
    for url in found:
        yield from fetch(url, given)
    yield from (Failure(name, fault) for fault in faults)


def parsed(raw: bytes) -> tuple[list[str], list[str]]:
    """Return the URLs to fetch, and what is wrong with the sitemap, as sentences."""
    if len(raw) > ITEM_BYTES:
        return [], [f"the sitemap has more than {ITEM_BYTES:,} bytes; split it"]
    found = locations(raw)
    if not found:
        return [], ["the sitemap lists no URL; there is nothing to read"]
    if len(found) > URLS:
        return found[:URLS], [f"the sitemap lists {len(found):,} URLs; the first {URLS:,} were fetched; split it"]
    return found, []


def locations(raw: bytes) -> list[str]:
    """Return the URLs that a sitemap lists, in order, each once.

    It is searched, not parsed: what a sitemap says stands in ``loc`` elements alone, and no entity needs expanding.
    """
    found = _LOCATION.findall(_IMAGE.sub(b"", raw))
    return list(dict.fromkeys(unescape(one.decode("utf-8", "replace")).strip() for one in found))
