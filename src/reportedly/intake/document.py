"""An item's bytes made into a document."""

import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from itertools import groupby
from operator import itemgetter

from reportedly.errors import IntakeError, NotAnArticle
from reportedly.intake.block import Block, assemble
from reportedly.intake.caption import captions
from reportedly.intake.charset import decode, encodable
from reportedly.intake.clean import excerpted, html_blocks, linked, text_blocks
from reportedly.intake.credit import credits_of
from reportedly.intake.dateline import dateline
from reportedly.intake.front import is_front
from reportedly.intake.furniture import is_sentence, phrases, wall
from reportedly.intake.item import HTML, ITEM_BYTES, Item
from reportedly.intake.language import agrees, language, plainly_english
from reportedly.intake.metadata import Metadata, html_metadata, overridden, text_metadata
from reportedly.intake.page import Page
from reportedly.intake.residue import without_residue
from reportedly.intake.scanner import page
from reportedly.intake.title import headline, masthead
from reportedly.model.document import Capture, Credit, Document, Offsets, Run
from reportedly.model.span import Span

_INVISIBLE = re.compile("[\u200b-\u200d\u2060-\u2064\u180e]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")
# A page that calls itself a wall in this many words or fewer is one; a report about walls is longer.
_WALL_WORDS = 60
_SENTENCE_WORDS = 5
_LEAD = 6
# A line that is no sentence and whose letters stand in links for the most part points elsewhere, whatever label leads it in.
_LINKED = 0.55
_LIKELY = 0.8


def document(item: Item, *, captured: datetime) -> tuple[Capture, Document]:
    """Read one item.

    Args:
        item: The bytes and what the caller says about them.
        captured: When the bytes were read, UTC.

    Returns:
        The capture, and the document with its clean text, metadata, captions and credits.

    Raises:
        IntakeError: The bytes are no text, or too many.
        NotAnArticle: The page is a wall, a page that was not found, an empty shell, or nothing but furniture.
    """
    if len(item.raw) > ITEM_BYTES:
        raise IntakeError(f"{len(item.raw):,} bytes, where one report may have {ITEM_BYTES:,}; split it")
    sha256 = hashlib.sha256(item.raw).hexdigest()
    body = encodable(item.body if item.body is not None else decode(item.raw, declared=item.charset).text)
    read = _read_html(item, body) if item.media_type == HTML else _read_text(item, body)
    capture = Capture(sha256, len(item.raw), item.name, captured, read.found.url, item.media_type)
    return capture, _document(item, sha256, body, read)


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of an item.

    Attributes:
        blocks: The report's, captions marked.
        found: What the page or text says about itself.
        shown: Its visible letters, without spaces in a page.
        language: As the page has it; None when it says nothing.
        elements: For each block the selector of the element that it stands in; none for a text.
    """

    blocks: Sequence[Block]
    found: Metadata
    shown: str
    language: str | None = None
    elements: Sequence[str] = ()


def _read_text(item: Item, body: str) -> _Read:
    """Read a plain text."""
    if not body.strip():
        raise NotAnArticle("there are no words in it; expected a report")
    raw = text_blocks(body, wrapped=not item.given.verbatim)
    found = text_metadata(raw)
    blocks = captions(raw)
    if not item.given.verbatim:
        blocks = without_residue(blocks, copied=True)
    if not any(block.text for block in blocks):
        raise NotAnArticle("nothing is left but page furniture (buttons, forms, links); expected a report's text")
    given = item.given
    clean = without_residue(blocks) if given.verbatim else blocks
    outlet = masthead(clean)
    title = headline(clean[1:] if outlet else clean)
    if outlet and not given.verbatim:
        blocks = clean[1:]
    first = [(name, "first line") for name, words in (("title", title), ("outlet", outlet)) if words]
    origins = (*found.origins, *first)
    found = replace(found, title=title, outlet=outlet, origins=origins)
    found = overridden(found, title=given.title, url=given.url, outlet=given.outlet, published=given.published)
    return _Read(blocks, found, body)


def _read_html(item: Item, body: str) -> _Read:
    """Read a page; on the fast path one in which the fast extractor finds no report is read again in full."""
    if item.given.fast:
        with suppress(NotAnArticle):
            return _read_page(item, *excerpted(body))
    read = page(body)
    return _read_page(item, read, html_blocks(read))


def _read_page(item: Item, read: Page, raw: Sequence[Block]) -> _Read:
    """Read what a page holds: its report's blocks, and what it says about itself."""
    given = item.given
    found = html_metadata(read, raw)
    found = overridden(found, title=given.title, url=given.url, outlet=given.outlet, published=given.published)
    blocks = captions(raw)
    if not given.verbatim:
        others = [one for one in (read.heading, *read.metas.get("og:title", ())) if one]
        own = [block for block in blocks if not _points_elsewhere(block, read)]
        blocks = without_residue(own, title=found.title, others=others)
    _refuse_non_article(read, blocks, found.title)
    return _Read(blocks, found, read.letters, read.language, [_element(block, read) for block in blocks])


def _element(block: Block, read: Page) -> str:
    """Return the selector of the element that a block stands in; empty where it stands nowhere."""
    number = read.outline.at(block.runs[0].source) if block.runs else -1
    return read.outline.element(number) if number >= 0 else ""


def _points_elsewhere(block: Block, read: Page) -> bool:
    """Say whether a block is a link to another story."""
    return not is_sentence(block.text) and linked(block, read) >= _LINKED


def _refuse_non_article(read: Page, blocks: Sequence[Block], title: str | None) -> None:
    """Raise when the page holds no report."""
    text = "\n".join(block.text for block in blocks if not block.caption)
    count = len(text.split())
    kind = wall(" ".join(filter(None, (read.title, title)))) or (wall(text) if count <= _WALL_WORDS else None)
    if kind is not None and count <= _WALL_WORDS * 2:
        raise NotAnArticle(f"the page is {kind}, not a report; open it in a browser and save the report itself")
    if is_front(read, blocks):
        raise NotAnArticle("the page is a section front: teasers of other stories under links; save one of these")
    if not any(len(block.words) >= _SENTENCE_WORDS and not block.caption for block in blocks):
        kind = wall(read.source[:20000]) or "a page without a report"
        raise NotAnArticle(f"no sentence of a report was found: the page is {kind}; save the report itself")


def _document(item: Item, sha256: str, body: str, read: _Read) -> Document:
    """Put the document together."""
    blocks, found = read.blocks, read.found
    text, offsets, pictures = assemble(blocks)
    agencies = _credits(blocks, read.found.outlet)
    if item.given.verbatim and item.media_type != HTML:
        pictures = tuple(_at_source(offsets, span) for span in pictures)
        agencies = tuple(Credit(_at_source(offsets, one.span), one.agency) for one in agencies)
        text, offsets = body, Offsets((Run(0, 0, len(body)),))
    spoken, origin, notes = _language(item, text, read.language)
    place = _place(blocks)
    origins = [*found.origins]
    origins += [("dateline", "text")] if place else []
    origins += [("language", origin)] if spoken else []
    return Document(
        id=item.given.id or f"r-{sha256[:12]}",
        sha256=sha256,
        text=text,
        url=found.url,
        title=found.title,
        outlet=found.outlet,
        authors=found.authors,
        published=found.published,
        modified=found.modified,
        section=found.section,
        dateline=place,
        language=spoken,
        captions=pictures,
        credits=agencies,
        origins=tuple(sorted(origins)),
        offsets=offsets,
        elements=_elements(blocks, read.elements),
        notes=(*item.given.notes, *notes, *_notes(read, text)),
    )


def _at_source(offsets: Offsets, span: Span) -> Span:
    """Return where a span of the clean text stands in the page."""
    start, last = offsets.source(span.start), offsets.source(span.end - 1)
    return Span(start or 0, (last or 0) + 1)


def _starts(blocks: Sequence[Block]) -> list[int]:
    """Return where each block begins in the clean text."""
    starts: list[int] = []
    at = 0
    for number, block in enumerate(blocks):
        at += len(block.gap) if number else 0
        starts.append(at)
        at += len(block.text)
    return starts


def _elements(blocks: Sequence[Block], elements: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Return from where on the clean text stands in which element."""
    found = zip(_starts(blocks), elements, strict=True) if elements else ()
    return tuple(next(same) for _, same in groupby(found, key=itemgetter(1)))


def _credits(blocks: Sequence[Block], outlet: str | None) -> tuple[Credit, ...]:
    """Return the agency credits with their places in the clean text."""
    starts = _starts(blocks)
    return tuple(
        Credit(Span(starts[one.block] + one.start, starts[one.block] + one.end), one.agency)
        for one in credits_of(blocks, outlet)
    )


def _place(blocks: Sequence[Block]) -> str | None:
    """Return the dateline's place; None when there is none."""
    for block in blocks[:_LEAD]:
        found = None if block.caption else dateline(block.text)
        if found is not None:
            return found.place
    return None


def _language(item: Item, text: str, said: str | None) -> tuple[str | None, str, tuple[tuple[str, str], ...]]:
    """Return the language that the caller gives, the page says or the text shows, which of these, and a note where it is in doubt."""
    if item.given.language:
        return item.given.language, "caller", ()
    if (agreed := agrees(text, said)) is not None:
        return agreed, "html lang", ()
    if plainly_english(text):
        return "en", "text", ()
    spoken, probability = language(text)
    if spoken is None:
        words = "the text is too short to tell its language; give it with the report"
        return None, "text", (("language-unknown", words),)
    if probability < _LIKELY:
        words = f"the language seems to be {spoken}, with a probability of {probability:.0%}; give it with the report"
        return spoken, "text", (("language-unsure", words),)
    return spoken, "text", ()


def _notes(read: _Read, text: str) -> tuple[tuple[str, str], ...]:
    """Return what intake could not settle."""
    notes: list[tuple[str, str]] = []
    if read.found.published is None:
        notes.append(
            ("date-unknown", "nothing says when this was published, so relative times stay open; give the date")
        )
    if count := text.count("�"):
        notes.append(
            ("charset-spoilt", f"{count} characters could not be read in the charset of the bytes and stand as �")
        )
    if _INVISIBLE.search(text):
        notes.append(
            ("invisible-characters", "the text holds characters that are not seen; a figure may not read as it looks")
        )
    if _BIDI.search(text):
        notes.append(
            ("bidi-control", "the text holds characters that turn its direction; words may not read as they look")
        )
    shown = "".join(read.shown.lower().split())
    if any(phrase in shown for phrase in _paywalls()):
        notes.append(
            ("text-cut-short", "the page asks for a subscription, so the report may go on where this text ends")
        )
    return tuple(notes)


@cache
def _paywalls() -> tuple[str, ...]:
    """Return the phrases of pages that ask for a subscription, without spaces."""
    return tuple("".join(phrase.split()) for phrase in phrases("paywall"))
