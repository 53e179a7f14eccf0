"""One pass over a page's source, from tag to tag, in as few calls as there are scripts and comments.

No tree is built: the pass keeps exact positions and takes the same time for any nesting. What pages repeat (their tags) is
understood once.
"""

import html
import re
from collections.abc import Iterable
from functools import lru_cache

from reportedly.intake.outline import Tracer, is_block
from reportedly.intake.page import Page, attributes, words

# What may stand between a tag's name and its ">", every quotation mark closed.
_REGULAR = r"""[^>=]*+(?:=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+|(?=>))[^>=]*+)*+"""
# Text and the tag behind it. A "<" alone is the start of a tag that does not end as tags should; `_TAG` reads it. Text that no tag
# follows is taken too: else it would be tried again from each of its letters.
_PAIR = re.compile(rf"([^<]*+(?:<(?![a-zA-Z/!?])[^<]*+)*+)(</?[a-zA-Z]{_REGULAR}>|<(?:[!?]|/(?![a-zA-Z]))[^>]*+>|<|\Z)")
_OPENING = re.compile(r"<(?=[a-zA-Z/!?])")
_TAG = re.compile(
    r"""<(?:(?P<comment>!--)|(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))*+)>|(?P<odd>[!?/]))"""
)
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*+)")
# Words, character references, and the controls that clean text drops (they part nothing: "Nor\x00landic" is one word).
_REFERENCE = r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?|&"
_WORD = re.compile(f"[^\\s&\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufeff\ue000-\uf8ff]+|{_REFERENCE}")
_BETWEEN = re.compile(f"[^&]+|{_REFERENCE}")
_RAW = (
    "script", "style", "noscript", "template", "textarea", "iframe", "xmp", "noembed", "noframes", "title", "svg", "math",
    "object", "select",
)  # fmt: skip
# Where an element or comment begins whose content is not shown.
_HIDDEN = re.compile(rf"<(?:!--|(?:{'|'.join(_RAW)})(?=[\s/>]))", re.IGNORECASE)
_CLOSERS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_CAPTION = re.compile(r"""(?:class|id|itemprop)\s*=\s*["']?[^"'>]{0,200}?caption""", re.IGNORECASE)
_BYLINE = re.compile(
    r"""(?:class|rel|itemprop)\s*=\s*["']?(?:[^"'>]{0,200}?[\s_-])?(?:author|byline|autor|auteur|journalist|writer)s?(?:[\s_-]*name)?["'\s>]""",
    re.IGNORECASE,
)
# A link to the page of an author, by the path that sites give such pages.
_PROFILE = re.compile(
    r"""href\s*=\s*["']?[^"'\s>?#]{0,200}/(?:authors?|autor(?:en|es|in|innen)?|auteurs?|journalists?)/[^"'\s>]{2}"""
)
_SIGNED = frozenset({"a", "span", "div", "p", "address", "li"})
_HOLDERS = frozenset({"div", "p", "span", "small", "em", "dd", "td", "cite", "li", "aside", "figcaption"})
_TOLD = frozenset({"meta", "time", "link", "html", "h1"})
_IDLE = frozenset({"img", "br", "input", "source", "path", "use", "i", "b"})
# A caption longer than any; one that runs on means that its end tag is missing.
_CAPTION_CHARACTERS = 4000
_HEADING_CHARACTERS = 2000
_BYLINES = 200
_METAS = 2000
# A tag longer than this costs the extractors more than all the rest of the page.
_HEAVY_CHARACTERS = 20_000
# Characters of tags that are kept from page to page.
_SHORT = 120


def page(source: str, parts: Iterable[tuple[int, int]] | None = None) -> Page:
    """Read a decoded page; never fails, whatever the markup.

    Args:
        source: The page.
        parts: The stretches of it to be read, sorted and disjoint; None for all of it. Each begins outside of any tag.
    """
    scanner = _Scanner(source)
    scanner.page.parts = ((0, len(source)),) if parts is None else tuple(parts)
    for start, stop in scanner.page.parts:
        scanner.run(start, stop)
    return scanner.read()


class _Kind:
    """What is known of a tag by its own characters.

    Attributes:
        name: Its lower-case name.
        markup: Its attributes as they stand.
        closing: It is an end tag.
        block: It begins or ends a block.
        caption: It begins a caption.
        signed: It is named as bylines are.
        told: It says something about the page.
    """

    __slots__ = ("block", "caption", "closing", "markup", "name", "signed", "told")

    def __init__(self, tag: str, name: str) -> None:
        self.name = name
        self.closing = tag[1] == "/"
        self.markup = "" if self.closing else tag[len(name) + 1 : -1]
        self.block = is_block(name)
        self.told = not self.closing and name in _TOLD
        self.caption = self.signed = False
        if self.markup:
            low = self.markup.lower()
            self.caption = "caption" in self.markup and name in _HOLDERS and _CAPTION.search(low) is not None
            # Plain searches first: most tags hold none of these words, and the pattern costs twenty times as much.
            hinted = "author" in low or "byline" in low or "aut" in low or "journalist" in low or "writer" in low
            self.signed = (
                hinted
                and name in _SIGNED
                and (_BYLINE.search(low) is not None or (name == "a" and _PROFILE.search(low) is not None))
            )
        if name == "figcaption":
            self.caption = not self.closing


def _kind(tag: str) -> _Kind | None:
    """Return what a tag is; None when it means nothing here."""
    match = _NAME.match(tag)
    if match is None:
        return None
    name = match[1].lower()
    if name in _IDLE or not (is_block(name) or name == "a" or name in _HOLDERS or name in _TOLD or name in _SIGNED):
        return None
    return _Kind(tag, name)


@lru_cache(maxsize=8192)
def _known(tag: str) -> _Kind | None:
    """Return what a short tag is; pages of one outlet have most of them in common."""
    return _kind(tag)


class _Scanner:
    """One pass over the source."""

    def __init__(self, source: str) -> None:
        self.page = Page(source)
        self.source = source
        self.end = source.rfind(">") + 1
        self.parts: list[str] = []
        self.length = 0
        self.link: int | None = None
        self.caption: tuple[str, int] | None = None
        self.depth = 0
        self.tracer = Tracer()
        self.kinds: dict[str, _Kind | None] = {}

    def run(self, at: int, stop: int) -> None:
        """Walk from one hidden stretch to the next."""
        while at < stop:
            hidden = _HIDDEN.search(self.source, at, stop)
            edge = hidden.start() if hidden is not None else stop
            at = self.visible(at, edge)
            if hidden is not None and at == edge:
                at = self.step(at, stop)

    def read(self) -> Page:
        """Return what was read."""
        self.page.letters = "".join(self.parts)
        self.page.outline = self.tracer.outline
        return self.page

    def visible(self, at: int, edge: int) -> int:
        """Take text and tags up to where something hidden begins; return where to go on."""
        kinds = self.kinds
        # No tag ends behind the last ">"; each that begins there would be followed to the end of the page.
        for text, tag in _PAIR.findall(self.source, at, max(at, min(edge, self.end))):
            if not tag:
                break
            if text:
                if not text.isspace():
                    self.text(text, at)
                at += len(text)
            if tag in kinds:
                kind = kinds[tag]
            elif tag == "<":
                return self.crawl(at, edge)
            else:
                kind = kinds[tag] = _known(tag) if len(tag) < _SHORT else _kind(tag)
                self.weigh(tag)
            if kind is not None:
                self.take(kind, at, at + len(tag))
            at += len(tag)
        cut_off = _OPENING.search(self.source, at, edge)
        stop = edge if cut_off is None else cut_off.start()
        if at < stop:
            self.text(self.source[at:stop], at)
        return self.crawl(stop, edge)

    def crawl(self, at: int, edge: int) -> int:
        """Take tags one by one as far as ``edge``, where quotation marks are left open."""
        while at < edge:
            at = self.step(at, edge)
        return at

    def step(self, at: int, edge: int) -> int:
        """Take the text before the next tag, and the tag; return where to go on."""
        match = _TAG.search(self.source, at, self.end) if at < self.end else None
        if match is None or match.start() >= edge:
            # What follows the last ">" is text up to a tag that was cut off.
            cut = self.source.find("<", max(at, self.end), edge) if match is None else edge
            self.text(self.source[at : edge if cut < 0 else cut], at)
            return edge
        start, end = match.span()
        if at < start:
            self.text(self.source[at:start], at)
        if match["name"] is None:
            closer = "-->" if match["comment"] else ">"
            found = self.source.find(closer, start + 2)
            return found + len(closer) if found >= 0 else len(self.source)
        name = match["name"].lower()
        if not match["close"] and name in _CLOSERS:
            self.weigh(match[0])
            return self.hidden(name, match["attributes"], end)
        self.weigh(match[0])
        if (kind := _kind(match[0])) is not None:
            self.take(kind, start, end)
        return end

    def weigh(self, tag: str) -> None:
        """Note a tag that is too long for the extractors."""
        if len(tag) > _HEAVY_CHARACTERS:
            self.page.heavy = True

    def text(self, text: str, start: int) -> None:
        """Take the visible words between two tags."""
        letters = "".join(text.split())
        if not letters.isprintable():
            found = _WORD.finditer(text)
        elif "&" in letters:
            found = _BETWEEN.finditer(text)
        else:
            words = text.strip()
            if words:
                self.add(letters, start + text.index(words[0]), len(words))
            return
        for match in found:
            token, at = match[0], start + match.start()
            if token[0] != "&" or (decoded := html.unescape(token)) == token:
                words = token.strip()
                if words:
                    self.add("".join(words.split()), at + token.index(words[0]), len(words))
            elif decoded == "&":
                self.add("&", at, 1)
            elif decoded != "\xad" and (decoded := "".join(decoded.split())):
                self.add(decoded, at, 0)

    def add(self, letters: str, place: int, size: int) -> None:
        """Take visible letters that stand in ``size`` characters of the source from ``place`` on; none for a decoded reference."""
        if self.tracer.fresh:
            self.tracer.begin(self.length, place)
        read = self.page
        self.parts.append(letters)
        read.starts.append(self.length)
        read.places.append(place if size else -1)
        read.ends.append(place + size if size else -1)
        self.length += len(letters)

    def hidden(self, name: str, markup: str, start: int) -> int:
        """Skip an element whose content is not shown; return its end."""
        if markup.endswith("/") and name in {"svg", "math"}:
            return start
        closer = _CLOSERS[name].search(self.source, start)
        if closer is None and name == "title":
            # A title that never ends would swallow the page, and the extractors take what follows for its text.
            return start
        end = closer.start() if closer else len(self.source)
        if name == "title" and self.page.title is None:
            self.page.title = words(self.source[start : min(end, start + _HEADING_CHARACTERS)]) or None
        elif name == "script" and "ld+json" in markup:
            self.page.linked_data.append(self.source[start:end])
        return end

    def take(self, kind: _Kind, start: int, end: int) -> None:
        """Take one tag."""
        if kind.block:
            if kind.closing:
                self.tracer.closed(kind.name)
            else:
                self.tracer.opened(kind.name, kind.markup)
        if kind.closing:
            self.closed(kind, start)
        else:
            self.opened(kind, end)

    def closed(self, kind: _Kind, at: int) -> None:
        """Take an end tag."""
        if self.link is not None and kind.name == "a":
            self.page.links.append((self.link, at))
            self.link = None
        elif self.caption is not None and kind.name == self.caption[0]:
            self.leave_caption(self.caption[1], at)

    def opened(self, kind: _Kind, at: int) -> None:
        """Take an opening tag."""
        if self.caption is not None:
            self.depth += kind.name == self.caption[0]
        elif kind.caption:
            self.caption, self.depth = (kind.name, at), 1
        if kind.name == "a":
            self.link = at
        elif kind.told:
            self.told(kind.name, kind.markup, at)
        if kind.signed and len(self.page.bylines) < _BYLINES:
            self.page.bylines.append((at, self.inner(kind.name, at)))

    def leave_caption(self, start: int, at: int) -> None:
        """Take an end tag of the caption's name."""
        self.depth -= 1
        if self.depth == 0 or at - start > _CAPTION_CHARACTERS:
            if at - start <= _CAPTION_CHARACTERS:
                self.page.captions.append((start, at))
            self.caption = None

    def told(self, name: str, markup: str, at: int) -> None:
        """Keep what a tag says about the page."""
        read = self.page
        if name == "meta":
            self.meta(attributes(markup))
        elif name == "time" and (stamp := attributes(markup).get("datetime")):
            read.times.append(stamp)
        elif name == "link" and "canonical" in markup and read.canonical is None:
            read.canonical = attributes(markup).get("href")
        elif name == "html" and read.language is None:
            read.language = attributes(markup).get("lang") or attributes(markup).get("xml:lang")
        elif name == "h1" and read.heading is None:
            read.heading = self.inner("h1", at) or None

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
