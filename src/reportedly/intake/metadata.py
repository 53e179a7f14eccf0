"""What a page or text says about itself, and where it says so."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from reportedly.intake.author import LINKED, authors, bylines, people
from reportedly.intake.block import Block
from reportedly.intake.byline import is_byline
from reportedly.intake.jsonld import articles, name, names, outlets, words
from reportedly.intake.library import library
from reportedly.intake.page import Page
from reportedly.intake.section import section
from reportedly.intake.stamp import Stamp, head_line, iso, stamp
from reportedly.intake.title import shown_title, suffix

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
_FIELDS: tuple[tuple[str, Sequence[str], Callable[[str], Any]], ...] = (
    ("title", _TITLES, words),
    ("outlet", _OUTLETS, words),
    ("published", _PUBLISHED, iso),
    ("modified", _MODIFIED, iso),
)
# How plug-ins of common site builders label an author for Twitter.
_WRITTEN = re.compile(
    r"written by|verfasst von|geschrieben von|écrit par|escrito por|por|von|di|scritto da", re.IGNORECASE
)
_TITLE_DAY = re.compile(r"[|·•–—-]\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\s*$")
_PLAIN = re.compile(r"[\W_]+")
# Letters of a page in which its masthead stands.
_MASTHEAD_LETTERS = 300
_HEAD = 8
_FOOT = 3
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
        section: Part of the outlet that the page stands in.
        url: Address that the page gives for itself, http or https only.
        origins: Where each field came from, as (field, origin) pairs.
    """

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    modified: date | None = None
    section: str | None = None
    url: str | None = None
    origins: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Draft:
    """Metadata while it is gathered: the first word on a field counts."""

    fields: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    signed: list[tuple[str, str]] = field(default_factory=list)
    newsroom: list[str] = field(default_factory=list)

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
    draft.put("authors", *authors(draft.signed, (), outlet=None, url=None))
    return draft.metadata()


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
    _read_elements(draft, page, blocks)
    _read_lines(draft, blocks)
    if "published" not in draft.fields:
        _read_title_date(draft, page)
    if "published" not in draft.fields:
        _guess_date(draft, page)
    _name_outlet(draft, page)
    outlet, url = draft.fields.get("outlet"), draft.fields.get("url")
    draft.put("authors", *authors(draft.signed, draft.newsroom, outlet=outlet, url=url))
    shown = shown_title(draft.fields.get("title"), outlet, page)
    if shown is not None:
        draft.fields["title"] = shown
    draft.put("section", *section(page, title=shown, outlet=outlet, url=url))
    return draft.metadata()


def _name_outlet(draft: _Draft, page: Page) -> None:
    """Name the outlet where neither article nor meta tags do: the JSON-LD's organisation or website, then the masthead."""
    for one in outlets(page):
        draft.put("outlet", words(one), LINKED)
    tail = suffix(page.title)
    letters = _PLAIN.sub("", tail.casefold()) if tail is not None else ""
    # What the title ends with is the outlet's name where the page begins with it too.
    if tail is not None and letters in _PLAIN.sub("", page.letters[:_MASTHEAD_LETTERS].casefold()):
        draft.put("outlet", tail, "masthead")


def _read_linked(draft: _Draft, found: dict[str, Any]) -> None:
    """Take the fields of one JSON-LD object."""
    draft.put("title", words(found.get("headline")), LINKED)
    draft.signed.extend((LINKED, said) for said in people(found.get("author") or found.get("creator")))
    draft.newsroom.extend(said for _, said in names(found.get("author") or found.get("creator")))
    publisher = found.get("publisher")
    first = publisher[0] if isinstance(publisher, list) and publisher else publisher
    draft.put("outlet", words(name(first)), LINKED)
    for one, key in (("published", "datePublished"), ("modified", "dateModified")):
        if isinstance(value := found.get(key), str):
            draft.put(one, iso(value), LINKED)
    draft.put("url", _address(found.get("url")), LINKED)


def _read_metas(draft: _Draft, page: Page) -> None:
    """Take the fields of the page's meta tags."""
    for one, keys, read in _FIELDS:
        for key, content in _contents(page, keys):
            draft.put(one, read(content), f"meta {key}")
    draft.signed.extend((f"meta {key}", words(content) or "") for key, content in _contents(page, _AUTHORS))
    labels, values = page.metas.get("twitter:label1", ()), page.metas.get("twitter:data1", ())
    if labels and values and _WRITTEN.fullmatch(labels[0].strip()):
        draft.signed.append(("meta twitter:data1", words(values[0]) or ""))
    draft.put("url", _address(page.canonical), "canonical")
    for content in page.metas.get("og:url", ()):
        draft.put("url", _address(content), "meta og:url")


def _contents(page: Page, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what meta tags of these names hold, by the order of the names."""
    return ((key, content) for key in keys for content in page.metas.get(key, ()))


def _read_elements(draft: _Draft, page: Page, blocks: Sequence[Block]) -> None:
    """Take the fields of the page's own elements."""
    draft.put("title", words(page.heading), "h1")
    draft.put("title", words(page.title), "title")
    draft.signed.extend(bylines(page, blocks))
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


def _read_title_date(draft: _Draft, page: Page) -> None:
    """Take the day that a title ends with behind a bar ("… | Tribune | 28.04.2031"); with dots, the day goes before the month."""
    for title in (page.title, *page.metas.get("og:title", ())):
        if (match := _TITLE_DAY.search(title or "")) is not None:
            draft.put("published", iso(f"{match[3]}-{match[2]}-{match[1]}"), "title")


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


def _address(found: Any) -> str | None:
    """Return an address that begins with http; None for anything else."""
    said = words(found)
    return said if said and re.match(r"https?://[^\s/]", said, re.IGNORECASE) else None


def overridden(found: Metadata, **words: Any) -> Metadata:
    """Return the metadata with what the caller says in the page's place."""
    said = {key: value for key, value in words.items() if value}
    origins = dict(found.origins) | dict.fromkeys(said, "caller")
    return replace(found, **said, origins=tuple(sorted(origins.items())))
