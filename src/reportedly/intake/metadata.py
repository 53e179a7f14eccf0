"""What a page or text says about itself, and where it says so."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from reportedly.intake.block import Block
from reportedly.intake.byline import is_byline, names, wire
from reportedly.intake.charset import without_controls
from reportedly.intake.furniture import is_sentence
from reportedly.intake.jsonld import articles, outlets, types
from reportedly.intake.library import library
from reportedly.intake.page import Page
from reportedly.intake.stamp import Stamp, head_line, iso, stamp

_PUBLISHED = (
    "article:published_time", "datepublished", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "article.published",
    "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "date", "article:post_date", "bt:pubdate",
    "cse_preview_date", "originalpublicationdate", "article_date_original", "displaydate",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "datemodified", "og:updated_time", "og:article:modified_time", "last-modified", "lastmod",
    "dcterms.modified", "dc.date.modified", "article.updated", "revision_date", "updated_time",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "headline")
_OUTLETS = ("og:site_name", "publisher", "application-name", "dc.publisher", "dcterms.publisher", "cre")
_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "article:author_name",
)
_SUFFIX = re.compile(r"\s+(?:[|·•«»–—-]|::)\s+([^|·•«»–—]{2,50})$")
_SEPARATED = re.compile(r"\s*(?:[|·•«»›–—]|\s-|--|::)")
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.IGNORECASE)
_PLAIN = re.compile(r"[\W_]+")
_ORGANISATIONS = frozenset({"organization", "newsmediaorganization", "corporation"})
_TITLE_CHARACTERS = 15
_OWN_LETTERS = 4
_MOST_AUTHORS = 8
# How `Document.origins` calls JSON-LD.
_LINKED = "json-ld"
_BYLINE_CHARACTERS = 200
# What else stands in elements named so: times, counts, labels.
_NO_NAME = re.compile(r"[\d:()]")
# Letters of a page in which its masthead stands.
_MASTHEAD_LETTERS = 300
_TITLE_WORDS = (3, 20)
_MASTHEAD_WORDS = 6
_HEAD = 8
_FOOT = 3
_SPACES = re.compile(r"\s+")
_REFERENCE = re.compile(r"\s*(?:#|_:)\S*\s*")
# In "04/11/2031" day and month can be told apart only past this, or where they are the same.
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page or text says about itself.

    Attributes:
        title: Headline; None when it has none. The fields below likewise.
        outlet: Publishing outlet.
        authors: Names in the byline, in order.
        published: Day, or aware time, of publication.
        modified: As ``published``, of the last change.
        url: Address that the page gives for itself, http or https only.
        origins: Where each field came from, as (field, origin) pairs.
    """

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    modified: date | None = None
    url: str | None = None
    origins: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Draft:
    """Metadata while it is gathered: the first word on a field counts."""

    fields: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    signed: list[tuple[str, str]] = field(default_factory=list)

    def put(self, name: str, value: Any, origin: str) -> None:
        """Set a field that nothing has set."""
        if value and name not in self.fields:
            self.fields[name] = value
            self.origins[name] = origin

    def metadata(self) -> Metadata:
        """Return what was gathered."""
        return Metadata(**self.fields, origins=tuple(sorted(self.origins.items())))


def text_metadata(blocks: Sequence[Block]) -> Metadata:
    """Read the metadata that a plain text has in lines of its own: headline, byline, date lines.

    A date inside a sentence, or a day without its year, dates nothing.

    Args:
        blocks: The text's lines, furniture included.
    """
    draft = _Draft()
    _read_lines(draft, blocks)
    _sign(draft, page=None)
    return draft.metadata()


def masthead(blocks: Sequence[Block]) -> str | None:
    """Return the outlet's name where a text begins with it: a line in capitals above a headline; None otherwise."""
    if len(blocks) < 3 or blocks[0].caption:  # noqa: PLR2004 - name, headline, report
        return None
    first = blocks[0].text
    named = first.isupper() and len(first.split()) <= _MASTHEAD_WORDS and not is_sentence(first)
    above = named and first[-1] not in ":,;-–—" and not blocks[1].text.isupper()
    return first if above and headline(blocks[1:]) is not None else None


def headline(blocks: Sequence[Block]) -> str | None:
    """Return the headline a clean text begins with; None when it begins with its report.

    A headline is a first line of three to twenty words that ends as no sentence does, above a longer one; pictures'
    captions may stand before it.
    """
    told = [block.text for block in blocks[:_HEAD] if not block.caption]
    if len(told) < 2:  # noqa: PLR2004 - a headline and what it heads
        return None
    first = told[0]
    low, high = _TITLE_WORDS
    plain = not is_sentence(first) or first.endswith(("...", "…", "?"))
    closed = first[-1] not in ":,;-–—" and (first[0].isalnum() or first[0] in "“\"‘'")
    longer = max(len(text) for text in told[1:4]) > len(first)
    return first if low <= len(first.split()) <= high and plain and closed and longer else None


def html_metadata(page: Page, blocks: Sequence[Block]) -> Metadata:
    """Read the metadata of a page: JSON-LD, then meta tags, then its elements and lines, then htmldate.

    Args:
        page: The page.
        blocks: Its article's paragraphs, furniture included.
    """
    draft = _Draft()
    for found in articles(page):
        _read_linked(draft, found)
    _read_metas(draft, page)
    _read_elements(draft, page)
    _read_lines(draft, blocks)
    if "published" not in draft.fields:
        _guess_date(draft, page)
    _name_outlet(draft, page)
    _sign(draft, page)
    shown = _shown_title(draft.fields.get("title"), draft.fields.get("outlet"), page)
    if shown is not None:
        draft.fields["title"] = shown
    return draft.metadata()


def _name_outlet(draft: _Draft, page: Page) -> None:
    """Name the outlet where neither article nor meta tags do: the JSON-LD's organisation or website, then the masthead."""
    for name in outlets(page):
        draft.put("outlet", _words(name), _LINKED)
    tail = _SUFFIX.search(_words(page.title) or "")
    letters = _PLAIN.sub("", tail[1].casefold()) if tail is not None else ""
    # What the title ends with is the outlet's name where the page begins with it too.
    if tail is not None and letters in _PLAIN.sub("", page.letters[:_MASTHEAD_LETTERS].casefold()):
        draft.put("outlet", tail[1], "masthead")


def _sign(draft: _Draft, page: Page | None) -> None:
    """Name the authors: the first origin that names a person, else the first that names an agency; never the outlet."""
    outlet = _plain(draft.fields.get("outlet") or "")
    host = _HOST.match(draft.fields.get("url") or "")
    own = {outlet, *(_plain(part) for part in (host[1].split(".") if host else ())), _plain(host[1] if host else "")}
    for origin in dict.fromkeys(origin for origin, _ in draft.signed):
        written = [words for one, words in draft.signed if one == origin]
        persons = [name for words in written for name in names(words) if not _is_own(name, own)]
        if origin == "byline":
            persons = [name for name in persons if _NO_NAME.search(name) is None]
        if persons:
            # A byline's element may hold a picture's credit; what JSON-LD and meta tags name as authors are some.
            wires = [name for words in written for name in wire(words)] if origin.startswith((_LINKED, "meta")) else []
            draft.put("authors", tuple(_once((*persons, *wires)))[:_MOST_AUTHORS], origin)
            return
    for origin, words in draft.signed if page is not None else ():
        if found := wire(words):
            draft.put("authors", found, origin)
            return


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


def _read_linked(draft: _Draft, found: dict[str, Any]) -> None:
    """Take the fields of one JSON-LD object."""
    draft.put("title", _words(found.get("headline")), _LINKED)
    draft.signed.extend((_LINKED, words) for words in _people(found.get("author") or found.get("creator")))
    publisher = found.get("publisher")
    first = publisher[0] if isinstance(publisher, list) and publisher else publisher
    draft.put("outlet", _words(_name(first)), _LINKED)
    for name, key in (("published", "datePublished"), ("modified", "dateModified")):
        if isinstance(value := found.get(key), str):
            draft.put(name, iso(value), _LINKED)
    draft.put("url", _address(found.get("url")), _LINKED)


def _people(found: Any) -> Iterator[str]:
    """Yield the names of a JSON-LD author; of organisations, those that are agencies."""
    for one in found if isinstance(found, list) else [found]:
        name = _name(one)
        for part in name if isinstance(name, list) else [name]:
            words = _words(part) or ""
            if not types(one) & _ORGANISATIONS or wire(words):
                yield words


def _name(found: Any) -> Any:
    """Return what an object is called; the value itself when it is none."""
    return found.get("name") if isinstance(found, dict) else found


def _read_metas(draft: _Draft, page: Page) -> None:
    """Take the fields of the page's meta tags."""
    for name, keys in (("title", _TITLES), ("outlet", _OUTLETS)):
        for key in keys:
            for content in page.metas.get(key, ()):
                draft.put(name, _words(content), f"meta {key}")
    for key in _PUBLISHED:
        for content in page.metas.get(key, ()):
            draft.put("published", iso(content), f"meta {key}")
    for key in _MODIFIED:
        for content in page.metas.get(key, ()):
            draft.put("modified", iso(content), f"meta {key}")
    for key in _AUTHORS:
        draft.signed.extend((f"meta {key}", _words(content) or "") for content in page.metas.get(key, ()))
    draft.put("url", _address(page.canonical), "canonical")
    for content in page.metas.get("og:url", ()):
        draft.put("url", _address(content), "meta og:url")


def _read_elements(draft: _Draft, page: Page) -> None:
    """Take the fields of the page's own elements."""
    draft.put("title", _words(page.heading), "h1")
    draft.put("title", _words(page.title), "title")
    # Longer ones are lives of the author.
    draft.signed.extend(("byline", words) for words in page.bylines if len(words) < _BYLINE_CHARACTERS)
    if len(page.times) == 1 or len(set(page.times)) == 1:
        draft.put("published", iso(page.times[0]), "time")


def _read_lines(draft: _Draft, blocks: Sequence[Block]) -> None:
    """Take bylines and date lines at the head and the foot of a text."""
    head, foot = blocks[:_HEAD], blocks[max(_HEAD, len(blocks) - _FOOT) :]
    stamps = [found for block in head if (found := _dated(block.text)) and (found.labelled or not found.clock_first)]
    stamps += [found for block in foot if (found := _dated(block.text)) and found.labelled]
    for block in (*head, *foot):
        signed = head_line(block.text)
        line = signed[0] if signed is not None else block.text
        if is_byline(line):
            draft.signed.append(("byline line", line))
    if (found := _first(stamps, change=False)) is not None:
        draft.put("published", found.moment, "date line")
    if (found := _first(stamps, change=True)) is not None:
        draft.put("modified", found.moment, "date line")
        # A text last changed on a day calls that day "today": relative times hang on it when nothing else dates it.
        draft.put("published", found.moment, "date line of the last change")


def _dated(line: str) -> Stamp | None:
    """Return the date of a line that is a date line, or a name and a date."""
    found = stamp(line)
    if found is None and (signed := head_line(line)) is not None:
        return signed[1]
    return found


def _first(stamps: Sequence[Stamp], *, change: bool) -> Stamp | None:
    """Return the first stamp of a kind, labelled ones first."""
    fitting = sorted((one for one in stamps if one.change is change), key=lambda one: not one.labelled)
    return fitting[0] if fitting else None


def _guess_date(draft: _Draft, page: Page) -> None:
    """Ask htmldate; its search through the page's text is left out, for it takes footers for dates."""
    try:
        found = library("htmldate").find_date(page.light, extensive_search=False, original_date=True)
    except (ValueError, TypeError, LookupError, RecursionError, ArithmeticError):
        return
    day = iso(found) if found else None
    if day is not None and _stands(day, page.source):
        draft.put("published", day, "htmldate")


def _stands(day: date, source: str) -> bool:
    """Say whether the page writes the day so that day and month cannot be confused."""
    written = rf"{day:%Y}(?P<gap>[-/.]?){day:%m}(?P=gap){day:%d}|{day.day:02}\.{day:%m}\.{day:%Y}|{day.day}\.\s?{day.month}\.\s?{day:%Y}"
    named = rf"\b{day:%b}[a-z]*\.?\s+{day.day}(?:st|nd|rd|th)?,?\s+{day:%Y}|\b{day.day}(?:st|nd|rd|th)?\.?\s+{day:%b}[a-z]*\.?,?\s+{day:%Y}"
    both = (
        "|".join((written, named, rf"{day:%m}/{day:%d}/{day:%Y}", rf"{day:%d}/{day:%m}/{day:%Y}"))
        if day.day > _MONTHS or day.day == day.month
        else f"{written}|{named}"
    )
    return re.search(both, source, re.IGNORECASE) is not None


def _words(found: Any) -> str | None:
    """Return a string on one line without markup and controls; None for anything else, a reference ("#org") included."""
    if not isinstance(found, str) or _REFERENCE.fullmatch(found):
        return None
    return _SPACES.sub(" ", without_controls(html.unescape(found))).strip() or None


def _address(found: Any) -> str | None:
    """Return an address that begins with http; None for anything else."""
    words = _words(found)
    return words if words and re.match(r"https?://[^\s/]", words, re.IGNORECASE) else None


def _shown_title(title: str | None, outlet: str | None, page: Page) -> str | None:
    """Return the title without the outlet's name, a section or a date behind it."""
    if title is None:
        return None
    for other in (page.heading, *page.metas.get("twitter:title", ())):
        shown = _words(other) or ""
        if len(shown) >= _TITLE_CHARACTERS and title.startswith(shown) and _SEPARATED.match(title, len(shown)):
            return shown
    if (match := _SUFFIX.search(title)) is None or not match.start():
        return title
    tail, known = match[1].casefold(), (outlet or "").casefold()
    same = known and (known in tail or tail in known)
    return title[: match.start()] if same or title[: match.start()] == page.heading else title


def overridden(found: Metadata, **words: Any) -> Metadata:
    """Return the metadata with what the caller says in the page's place."""
    said = {key: value for key, value in words.items() if value}
    origins = dict(found.origins) | dict.fromkeys(said, "caller")
    return replace(found, **said, origins=tuple(sorted(origins.items())))
