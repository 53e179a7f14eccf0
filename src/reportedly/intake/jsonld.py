"""Articles in a page's JSON-LD, references between its objects followed."""

import html
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
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
_SPACES = re.compile(r"\s+")
_REFERENCE = re.compile(r"\s*(?:#|_:)\S*\s*")
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


def objects(page: Page) -> list[dict[str, Any]]:
    """Return every object of the page's JSON-LD, the outer before the inner."""
    return _read(page)[0]


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


def words(found: Any) -> str | None:
    """Return a string on one line without markup and controls; None for anything else, a reference ("#org") included."""
    if not isinstance(found, str) or _REFERENCE.fullmatch(found):
        return None
    return _SPACES.sub(" ", without_controls(html.unescape(found))).strip() or None


def name(found: Any) -> Any:
    """Return what an object is called; the value itself when it is none."""
    return found.get("name") if isinstance(found, dict) else found


def names(found: Any) -> Iterator[tuple[Any, str]]:
    """Yield a value's objects, where it is one or holds several, each with every name that it has."""
    for one in found if isinstance(found, list) else [found]:
        called = name(one)
        for part in called if isinstance(called, list) else [called]:
            if (said := words(part)) is not None:
                yield one, said


def _read(page: Page) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Return every object that may be an article or an outlet, and the named objects by their ids."""
    return _decoded(tuple(page.linked_data))


@lru_cache(maxsize=2)
def _decoded(bodies: tuple[str, ...]) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Decode the scripts of a page; several fields ask for them."""
    found: list[dict[str, Any]] = []
    for body in bodies:
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
