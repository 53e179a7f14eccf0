"""An HTML page read once from left to right: its visible letters with their places, and what its head says.

No tree is built: one pass over the source keeps exact positions and takes the same time for any nesting. What is the
article and what is not, the extractors of `reportedly.intake.clean` decide; their words are found again here.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportedly.intake.charset import without_controls
from reportedly.intake.outline import Outline, Tracer

_TAG = re.compile(
    r"""<(?:(?P<comment>!--)|(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))*+)>|(?P<odd>[!?/]))"""
)
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
# Words, character references, and the controls that clean text drops (they part nothing: "Nor\x00landic" is one word).
_WORD = re.compile(
    "[^\\s&\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufeff\ue000-\uf8ff]+"
    "|&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?|&"
)
# A tag with a picture inside or thousands of attributes, which cost the extractors more than all the rest of the page.
_HEAVY_CHARACTERS = 20_000
_HEAVY = re.compile(rf"<([a-zA-Z][\w-]{{0,30}})\s[^<>]{{{_HEAVY_CHARACTERS},}}>")
_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"<[^>]*>")
_RAW = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "textarea",
        "iframe",
        "xmp",
        "noembed",
        "noframes",
        "title",
        "svg",
        "math",
        "object",
        "select",
    }
)
_CLOSERS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_CAPTION = re.compile(r"""(?:class|id|itemprop)\s*=\s*["']?[^"'>]{0,200}?caption""", re.IGNORECASE)
_BYLINE = re.compile(
    r"""(?:class|rel|itemprop)\s*=\s*["']?(?:[^"'>]{0,200}?[\s_-])?(?:author|byline|autor|auteur|journalist|writer)s?(?:[\s_-]*name)?["'\s>]""",
    re.IGNORECASE,
)
_SIGNED = frozenset({"a", "span", "div", "p", "address", "li"})
_HOLDERS = frozenset({"div", "p", "span", "small", "em", "dd", "td", "cite", "li", "aside"})
# A caption longer than any; one that runs on means that its end tag is missing.
_CAPTION_CHARACTERS = 4000
_HEADING_CHARACTERS = 2000
_BYLINES = 20
_METAS = 2000


@dataclass(slots=True)
class Page:
    """A page's visible letters and what its head says.

    Attributes:
        source: The decoded page.
        letters: Every visible character but spaces and dropped controls, character references decoded.
        starts: For each word of ``letters``, where it begins there.
        places: For each word, where it stands in ``source``; -1 for a decoded reference.
        captions: Stretches of ``source`` in figcaption elements and elements named caption.
        links: Stretches of ``source`` in links.
        metas: Contents of meta tags by lower-case name, property or itemprop, in page order.
        linked_data: Bodies of JSON-LD scripts.
        times: ``datetime`` values of time elements.
        bylines: Words of elements named author or byline.
        title: Words of the title element; None when there are none.
        heading: Words of the first h1; None when there is none.
        language: As the html element has it; None when it says nothing.
        canonical: As the canonical link has it; None when there is none.
        outline: Its blocks in order.
        light: ``source`` without controls and without the attributes of oversized tags, as extractors get it.
    """

    source: str
    letters: str = ""
    starts: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    captions: list[tuple[int, int]] = field(default_factory=list)
    links: list[tuple[int, int]] = field(default_factory=list)
    metas: dict[str, list[str]] = field(default_factory=dict)
    linked_data: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    title: str | None = None
    heading: str | None = None
    language: str | None = None
    canonical: str | None = None
    outline: Outline = field(default_factory=Outline)
    light: str = ""

    def word(self, at: int) -> int:
        """Return the number of the word that holds letter ``at``."""
        return bisect_right(self.starts, at) - 1

    def place(self, at: int) -> int:
        """Return where the word of letter ``at`` or the next one before it with a place begins in the source."""
        number = self.word(at)
        while number >= 0 and self.places[number] < 0:
            number -= 1
        return self.places[number] if number >= 0 else 0


def page(source: str) -> Page:
    """Read a decoded page; never fails, whatever the markup."""
    scanner = _Scanner(source)
    scanner.run()
    light = without_controls(source)
    scanner.page.light = _HEAVY.sub(r"<\1>", light) if scanner.heavy else light
    return scanner.page


def words(markup: str) -> str:
    """Return the words of a piece of markup, on one line."""
    return _SPACE.sub(" ", html.unescape(_MARKUP.sub(" ", markup))).strip()


def attributes(markup: str) -> dict[str, str]:
    """Return a tag's attributes by lower-case name, the first of each, references decoded."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(markup):
        found.setdefault(match[1].lower(), html.unescape(match[2] or match[3] or match[4] or ""))
    return found


class _Scanner:
    """One pass over the source."""

    def __init__(self, source: str) -> None:
        self.page = Page(source)
        self.source = source
        self.parts: list[str] = []
        self.length = 0
        self.link: int | None = None
        self.caption: tuple[str, int] | None = None
        self.depth = 0
        self.tracer = Tracer()
        self.heavy = False

    def run(self) -> None:
        """Walk from tag to tag."""
        at, end = 0, self.source.rfind(">") + 1
        while (match := _TAG.search(self.source, at, end)) is not None:
            start = match.start()
            if at < start and not self.source[at:start].isspace():
                self.text(at, start)
            if match["name"] is not None:
                at = self.tag(match)
                self.heavy = self.heavy or match.end() - start > _HEAVY_CHARACTERS
            else:
                closer = "-->" if match["comment"] else ">"
                found = self.source.find(closer, match.start() + 2)
                at = found + len(closer) if found >= 0 else len(self.source)
        # What follows the last ">" is text up to a tag that was cut off.
        cut = self.source.find("<", max(at, end))
        self.text(at, len(self.source) if cut < 0 else cut)
        self.page.letters = "".join(self.parts)
        self.page.outline = self.tracer.outline

    def text(self, start: int, end: int) -> None:
        """Take the visible words between two tags."""
        for match in _WORD.finditer(self.source, start, end):
            token, place = match[0], match.start()
            if token[0] == "&" and len(token) > 1 and (decoded := html.unescape(token)) != token:
                token, place = "".join(decoded.split()), -1
                if decoded in {"&", "\xad"}:
                    token, place = ("&", match.start()) if decoded == "&" else ("", -1)
            if token:
                self.tracer.word(self.length, match.start())
                self.parts.append(token)
                self.page.starts.append(self.length)
                self.page.places.append(place)
                self.length += len(token)

    def tag(self, match: re.Match[str]) -> int:
        """Take one tag; return where to go on."""
        name, markup = match["name"].lower(), match["attributes"]
        if match["close"]:
            self.tracer.closed(name)
            self.closed(name, match.start())
            return match.end()
        if name in _RAW:
            return self.raw(name, markup, match.end())
        self.opened(name, markup, match.end())
        return match.end()

    def raw(self, name: str, markup: str, start: int) -> int:
        """Skip an element whose content is not shown; return its end."""
        if markup.endswith("/") and name in {"svg", "math"}:
            return start
        closer = _CLOSERS[name].search(self.source, start)
        end = closer.start() if closer else len(self.source)
        if name == "title" and self.page.title is None:
            self.page.title = words(self.source[start : min(end, start + _HEADING_CHARACTERS)]) or None
        elif name == "script" and "ld+json" in markup:
            self.page.linked_data.append(self.source[start:end])
        elif name == "noscript":
            # What follows stands in the head or the body alike; its own words are for browsers without scripts.
            pass
        return end

    def opened(self, name: str, markup: str, at: int) -> None:
        """Take an opening tag."""
        self.tracer.opened(name, markup)
        if self.caption is not None:
            self.depth += name == self.caption[0]
        elif name == "figcaption" or (name in _HOLDERS and "caption" in markup and _CAPTION.search(markup)):
            self.caption, self.depth = (name, at), 1
        if name == "a":
            self.link = at
        elif name == "meta":
            self.meta(attributes(markup))
        elif name == "time" and (stamp := attributes(markup).get("datetime")):
            self.page.times.append(stamp)
        elif name == "link" and "canonical" in markup and self.page.canonical is None:
            self.page.canonical = attributes(markup).get("href")
        elif name == "html" and self.page.language is None:
            self.page.language = attributes(markup).get("lang") or attributes(markup).get("xml:lang")
        elif name == "h1" and self.page.heading is None:
            self.page.heading = self.inner("h1", at) or None
        if markup and name in _SIGNED and len(self.page.bylines) < _BYLINES and _BYLINE.search(markup):
            self.page.bylines.append(self.inner(name, at))

    def closed(self, name: str, at: int) -> None:
        """Take a closing tag."""
        if name == "a" and self.link is not None:
            self.page.links.append((self.link, at))
            self.link = None
        if self.caption is not None and name == self.caption[0]:
            self.depth -= 1
            if self.depth == 0 or at - self.caption[1] > _CAPTION_CHARACTERS:
                if self.depth == 0 and at - self.caption[1] <= _CAPTION_CHARACTERS:
                    self.page.captions.append((self.caption[1], at))
                self.caption = None

    def inner(self, name: str, start: int) -> str:
        """Return the words from ``start`` to the next end tag of the name."""
        end = self.source.find(f"</{name}", start, start + _HEADING_CHARACTERS)
        return words(self.source[start:end]) if end >= 0 else ""

    def meta(self, found: dict[str, str]) -> None:
        """Keep a meta tag's content."""
        content = found.get("content", "").strip()
        for key in ("name", "property", "itemprop", "http-equiv"):
            if content and key in found and len(self.page.metas) < _METAS:
                self.page.metas.setdefault(found[key].strip().lower(), []).append(content)


def stretches(found: list[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of sorted, disjoint stretches that lie between ``start`` and ``end``."""
    at = max(0, bisect_right(found, (start, len(found) and found[-1][1])) - 1)
    while at < len(found) and found[at][0] < end:
        first, last = max(found[at][0], start), min(found[at][1], end)
        if first < last:
            yield first, last
        at += 1


def share(found: list[tuple[int, int]], start: int, end: int) -> float:
    """Return the share of a stretch of the source that lies in sorted, disjoint stretches."""
    inside = sum(last - first for first, last in stretches(found, start, end))
    return inside / (end - start) if end > start else 0.0
