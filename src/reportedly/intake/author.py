"""Who signs a report."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reportedly.intake.block import Block
from reportedly.intake.byline import declared, names, wire
from reportedly.intake.jsonld import names as named
from reportedly.intake.jsonld import types
from reportedly.intake.outline import HEADING
from reportedly.intake.page import Page

LINKED = "json-ld"
"""How `Document.origins` calls JSON-LD."""

_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.IGNORECASE)
_PLAIN = re.compile(r"[\W_]+")
_ORGANISATIONS = frozenset({"organization", "newsmediaorganization", "corporation"})
_OWN_LETTERS = 4
_MOST_AUTHORS = 8
_BYLINE_CHARACTERS = 200
# Characters of the source behind the story in which its byline may stand.
_FOOT_CHARACTERS = 600
# Characters of the source before a headline, and where there is none before the story, in which its byline may stand.
_HEAD_CHARACTERS = 1500
_FAR_CHARACTERS = 20_000
# What else stands in elements named so: times, counts, labels.
_NO_NAME = re.compile(r"[\d:()]")


def authors(
    signed: Sequence[tuple[str, str]], newsroom: Sequence[str], *, outlet: str | None, url: str | None
) -> tuple[tuple[str, ...], str]:
    """Name the authors: the first origin that names a person, else the first that names an agency, else the newsroom.

    Args:
        signed: Bylines as (origin, words), the origins most to be trusted first.
        newsroom: Whom the page itself calls the author, by name, organisations included.
        outlet: Name of the outlet, which is no person; None when not known.
        url: Address of the page, whose host is none either; None as above.

    Returns:
        The names in order, none when nobody signs, and their origin.
    """
    host = _HOST.match(url or "")
    own = {
        _plain(outlet or ""),
        *(_plain(part) for part in (host[1].split(".") if host else ())),
        _plain(host[1] if host else ""),
    }
    for origin in dict.fromkeys(origin for origin, _ in signed):
        written = [words for one, words in signed if one == origin]
        persons = [name for words in written for name in names(words) if not _is_own(name, own)]
        if origin.startswith("byline") and origin != "byline line":
            persons = [name for name in persons if _NO_NAME.search(name) is None]
        if persons:
            # A byline's element may hold a picture's credit; what JSON-LD and meta tags name as authors are some.
            wires = [name for words in written for name in wire(words)] if origin.startswith((LINKED, "meta")) else []
            return tuple(_once((*persons, *wires)))[:_MOST_AUTHORS], origin
    for origin, words in signed:
        if found := wire(words):
            return found, origin
    # Where nobody else signs, the newsroom does if the page itself calls it the author; a meta tag does so on every page of a site.
    own_names = [name for words in newsroom if (name := declared(words)) is not None]
    return tuple(_once(own_names))[:_MOST_AUTHORS], LINKED


def _is_own(person: str, own: set[str]) -> bool:
    """Say whether a name's letters are the outlet's own, or begin with them or they with it."""
    name, first = _plain(person), person.split(maxsplit=1)[0]
    if first.isupper() and _plain(first) in own:
        return True
    return any(
        len(one) > 1 and (name == one or (len(one) >= _OWN_LETTERS and (name.startswith(one) or one.startswith(name))))
        for one in own
    )


def _once(found: Sequence[str]) -> Iterator[str]:
    """Yield names without those that only differ in case, spaces or marks from one before."""
    seen: set[str] = set()
    for name in found:
        if _plain(name) not in seen:
            seen.add(_plain(name))
            yield name


def _plain(name: str) -> str:
    """Return the letters and figures of a name, in lower case, without its article."""
    return _PLAIN.sub("", name.casefold().removeprefix("the "))


def people(found: Any) -> Iterator[str]:
    """Yield the names of a JSON-LD author; of organisations, those that are agencies."""
    return (words for one, words in named(found) if not types(one) & _ORGANISATIONS or wire(words))


def bylines(page: Page, blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Yield the bylines of the report, those above its second paragraph first; other stories and comments have theirs too."""
    # Longer ones are lives of the author.
    found = [(at, words) for at, words in page.bylines if len(words) < _BYLINE_CHARACTERS]
    placed = [block.runs for block in blocks if block.runs and not block.caption]
    if not placed:
        yield from (("byline", words) for _, words in found)
        return
    begins = placed[min(1, len(placed) - 1)][0].source
    heads = _head(page, placed[0][0].source)
    ends = max(runs[-1].source + runs[-1].length for runs in placed) + _FOOT_CHARACTERS
    yield from (("byline", words) for at, words in found if heads <= at < begins)
    yield from (("byline at the foot", words) for at, words in found if begins <= at < ends)


def _head(page: Page, first: int) -> int:
    """Return from where on a byline above a report is the report's: a little before its headline, so that no menu is."""
    outline = page.outline
    headings = [
        place for place, marks in zip(outline.places, outline.marks, strict=True) if marks & HEADING and place <= first
    ]
    return max(0, headings[-1] - _HEAD_CHARACTERS) if headings else max(0, first - _FAR_CHARACTERS)
