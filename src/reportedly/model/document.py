"""The captured bytes, their clean text, and the way back from one to the other."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime

from reportedly.model.span import Span


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they were read, and where and when that was.

    The fields of a WARC response record (ISO 28500) that a file or a page can fill.

    Attributes:
        sha256: Hash of the bytes, 64 lower-case hexadecimal digits.
        size: Number of bytes.
        name: The input's name as the user gave it: a path, a URL, "-" for standard input, "FILE:12" for line 12.
        captured: When the bytes were read, UTC.
        url: Address the bytes came from; None when they came from a file that does not say.
        media_type: MIME type as declared or found ("text/html"); None when not known.
    """

    sha256: str
    size: int
    name: str
    captured: datetime
    url: str | None = None
    media_type: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of clean text that stands unchanged in what was read.

    Attributes:
        start: First code point in the clean text.
        source: First code point in the decoded page or text.
        length: Code points in both, at least 1.
    """

    start: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class Offsets:
    """The way back from clean text to the decoded page.

    Attributes:
        runs: In order of ``start``, disjoint. Clean text between two runs (a paragraph break, a decoded entity) has no
            place of its own in the page.
    """

    runs: tuple[Run, ...] = ()

    def source(self, position: int) -> int | None:
        """Return where the code point at ``position`` of the clean text stands in the page; None when nowhere."""
        at = bisect_right(self.runs, position, key=lambda run: run.start) - 1
        if at < 0:
            return None
        run = self.runs[at]
        into = position - run.start
        return run.source + into if into < run.length else None


@dataclass(frozen=True, slots=True)
class Credit:
    """Words that give an agency as the origin of a text.

    Attributes:
        span: The words ("This article contains reporting from the Northern Press").
        agency: The agency's name as the words have it.
    """

    span: Span
    agency: str


@dataclass(frozen=True, slots=True)
class Document:
    """One report's clean text with what its page says about itself (schema.org NewsArticle).

    Attributes:
        id: Stable name of the report: the caller's, or derived from the bytes' hash.
        sha256: Hash of the bytes read.
        text: Clean text; every span of the report counts in its code points.
        url: Address of the page; None when not known.
        title: Headline; None when the page has none.
        outlet: Name of the publishing outlet; None when not known.
        authors: Names in the byline, in order.
        published: Day of publication, or an aware `datetime` when the time is known too; None when nothing says.
        modified: As ``published``, of the last change the page admits.
        section: Part of the outlet that the page stands in ("World"), as the page writes it; None when nothing says.
        dateline: Place in the dateline ("SEOUL"); None when there is none.
        language: BCP 47 primary subtag ("en"); None when too short to tell.
        captions: Stretches of ``text`` that are captions of pictures.
        credits: Agency credits found in ``text``, the byline or the page.
        origins: Where each metadata field came from, as (field, "json-ld", "meta", "caller", …) pairs.
        offsets: Way back to the decoded page.
        elements: From where on ``text`` stands in which element of the page, as (code point, CSS selector) pairs; the selector is
            empty where no element is known. Nothing for a text.
        notes: What intake could not settle, as (code, message) pairs; become Problems of the report.
    """

    id: str
    sha256: str
    text: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    modified: date | None = None
    section: str | None = None
    dateline: str | None = None
    language: str | None = "en"
    captions: tuple[Span, ...] = ()
    credits: tuple[Credit, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
    offsets: Offsets = Offsets()
    elements: tuple[tuple[int, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()

    @property
    def day(self) -> date | None:
        """The day of publication, on which relative times hang; None when nothing says."""
        return self.published.date() if isinstance(self.published, datetime) else self.published
