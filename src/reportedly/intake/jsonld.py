"""Articles in a page's JSON-LD, references between its objects followed."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from reportedly.intake.charset import without_controls
from reportedly.intake.page import Page

_ARTICLES = frozenset(
    {
        "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle", "opinionnewsarticle",
        "reviewnewsarticle", "liveblogposting", "blogposting", "socialmediaposting", "report", "techarticle",
    }
)  # fmt: skip
_OUTLETS = frozenset({"organization", "newsmediaorganization", "corporation", "website"})
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "isPartOf", "hasPart")
_NAMED = ("publisher", "author", "creator", "sourceOrganization", "publishingPrinciples")
_DEPTH = 6
_MANY = 200


def articles(page: Page) -> Iterator[dict[str, Any]]:
    """Yield the article objects of the page's JSON-LD, those that name an article first; then a page's own dates."""
    found, known = _read(page)
    for one in found:
        if types(one) & _ARTICLES:
            yield {key: resolved(value, known) for key, value in one.items()}
    for one in found:
        if "webpage" in types(one):
            yield {key: one[key] for key in ("datePublished", "dateModified") if key in one}


def outlets(page: Page) -> Iterator[str]:
    """Yield the names of organisations and websites that stand in the page's JSON-LD on their own."""
    for one in _read(page)[0]:
        if types(one) & _OUTLETS and isinstance(one.get("name"), str):
            yield one["name"]


def types(found: Any) -> set[str]:
    """Return an object's types in lower case, without the vocabulary's address."""
    kind = found.get("@type") if isinstance(found, dict) else None
    return {str(one).lower().rsplit("/", 1)[-1] for one in (kind if isinstance(kind, list) else [kind])}


def resolved(found: Any, known: Mapping[str, dict[str, Any]]) -> Any:
    """Return what a reference stands for, as an object or as a bare word; anything else as it is."""
    if isinstance(found, list):
        return [resolved(one, known) for one in found[:_MANY]]
    if isinstance(found, dict) and "name" not in found and isinstance(found.get("@id"), str):
        return known.get(found["@id"], found)
    if isinstance(found, str) and found in known:
        return known[found]
    return found


def _read(page: Page) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Return every object that may be an article or an outlet, and the named objects by their ids."""
    found: list[dict[str, Any]] = []
    for body in page.linked_data:
        try:
            decoded = msgspec.json.decode(
                without_controls(body.strip().removeprefix("<!--").removesuffix("-->")).encode("utf-8", "replace")
            )
        except (msgspec.DecodeError, RecursionError):
            continue
        found.extend(_objects(decoded, _DEPTH))
    named = (*found, *(value for one in found for key in _NAMED for value in _listed(one.get(key))))
    known = {one["@id"]: one for one in reversed(named) if isinstance(one.get("@id"), str) and "name" in one}
    return found, known


def _objects(found: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield every object in decoded JSON-LD, the outer before the inner."""
    if depth and isinstance(found, dict):
        yield found
        for key in _HOLDERS:
            yield from _objects(found.get(key), depth - 1)
    elif depth and isinstance(found, list):
        for one in found[:_MANY]:
            yield from _objects(one, depth - 1)


def _listed(found: Any) -> list[dict[str, Any]]:
    """Return the objects of a value that is one or holds several."""
    return [one for one in (found if isinstance(found, list) else [found])[:_MANY] if isinstance(one, dict)]
