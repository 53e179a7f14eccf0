"""The part of an outlet that a page stands in ("World", "Business"), as the page says it."""

import re
from collections.abc import Iterator
from typing import Any

from reportedly.intake.author import LINKED
from reportedly.intake.jsonld import objects, types, words
from reportedly.intake.page import Page

_METAS = ("article:section", "og:article:section", "parsely-section", "sailthru.section", "section")
# An address that gives the section before the day is one of a news site's archive: "/world/2031/11/04/troops-enter-valley".
_PATH = re.compile(
    r"https?://[^/?#]+(?:/[a-z]{2})?/([a-z][a-z-]{2,30})(?:/[a-z][a-z-]{2,30})?/\d{4}/(?:\d{1,2}|[a-z]{3})/"
)
# First steps of addresses and trails of links that name no section.
_NO_SECTION = frozenset(
    {
        "home", "homepage", "start", "startseite", "news", "article", "articles", "story", "stories", "archive", "archives", "blog",
        "blogs", "post", "posts", "index", "content", "amp", "live",
    }
)  # fmt: skip
_CHARACTERS = 60


def section(page: Page, *, title: str | None, outlet: str | None, url: str | None) -> tuple[str | None, str]:
    """Read the section: from the article's JSON-LD, meta tags, the trail of links to the page, then an address with a day in it.

    Args:
        page: The page.
        title: Its headline, which ends such a trail; None when it has none.
        outlet: The outlet, which begins one; None when not known.
        url: Address of the page; None when not known.

    Returns:
        The section as the page writes it, None where nothing says so; and the origin.
    """
    own = {one.casefold() for one in (title, outlet) if one} | _NO_SECTION
    for found in objects(page):
        if "articleSection" in found and (name := _first(found["articleSection"], own)) is not None:
            return name, LINKED
    for key in _METAS:
        if (name := _first(page.metas.get(key), own)) is not None:
            return name, f"meta {key}"
    for found in objects(page):
        if "breadcrumblist" in types(found) and (name := _first(list(_trail(found)), own)) is not None:
            return name, "breadcrumb"
    path = _PATH.match(url or "")
    if path is not None and path[1] not in own:
        return path[1], "address"
    return None, "address"


def _first(found: Any, own: set[str]) -> str | None:
    """Return the first name among a value's that names a section."""
    said = (words(one) for one in (found if isinstance(found, list) else [found]))
    return next((one for one in said if one and len(one) <= _CHARACTERS and one.casefold() not in own), None)


def _trail(found: dict[str, Any]) -> Iterator[Any]:
    """Yield the names of a trail's steps but the last, which is the page itself."""
    steps = found.get("itemListElement")
    for step in steps[:-1] if isinstance(steps, list) else ():
        if isinstance(step, dict):
            item = step.get("item")
            yield step.get("name") or (item.get("name") if isinstance(item, dict) else None)
