"""A page's own blocks in order: each stretch of letters between block-level tags, and what it stands in."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

HEADING = 1
"""In the first h1 of its article."""
APART = 2
"""In an element that pages keep beside their story: navigation, footer, form, button, a list of other stories."""
PARAGRAPH = 4
"""In a p element."""
ARTICLE = 8
"""In an article element."""

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
        "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_MARKS = {"h1": HEADING, "p": PARAGRAPH, "article": ARTICLE} | dict.fromkeys(
    ("nav", "footer", "form", "button", "dialog"), APART
)
_INNER = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd"})
# One of these ends where the next of its kind begins.
_CLOSING = frozenset({"p", "li"})
_NAMED = re.compile(
    r"""(?:class|id|itemprop|data-testid|role)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE
)
_CLASS = re.compile(r"""class\s*=\s*("[^"]+"|'[^']+'|[^\s>"']+)""", re.IGNORECASE)
_ID = re.compile(r"""(?<![\w-])id\s*=\s*("[^"]+"|'[^']+'|[^\s>"']+)""", re.IGNORECASE)
# What a selector can hold without escapes.
_PLAIN_NAME = re.compile(r"[a-zA-Z_][\w-]*", re.ASCII)
_STEPS = 4
# Names of elements in the spellings that pages have: "article__lead", "headerStandfirst", "post-excerpt", "css-dek".
_LEAD = re.compile(
    r"(?<![a-z])(?:lead|lede|standfirst|dek|deck|intro|introduction|abstract|chapo|chapeau|teaser-?text|sub-?head(?:line|ing)?|sub-?title|summary|excerpt|entradilla|bajada|sapo|ingress|preamble|description|vorspann|strapline|sommaire|manchete)(?![a-z])",
    re.IGNORECASE,
)


class Holder:
    """An open element: its tag, and the one that holds it; what its attributes say is read when asked for, once."""

    __slots__ = ("above", "article", "lead", "marks", "markup", "name", "owner", "step")

    def __init__(self, name: str, markup: str, above: "Holder | None", marks: int, article: int) -> None:
        self.name = name
        self.markup = markup
        self.above = above
        self.marks = marks
        self.article = article
        self.lead: bool | None = None
        self.owner: object = None
        self.step: str | None = None

    def is_lead(self) -> bool:
        """Say whether it is named as a standfirst is."""
        if self.lead is None:
            self.lead = bool(self.markup) and any(_LEAD.search(named) for named in _names(self.markup))
        return self.lead

    def owned(self) -> object:
        """Return what tells it from elements of another name or class; its own where it has no class."""
        if self.owner is None:
            named = _CLASS.search(self.markup) if self.markup else None
            self.owner = (self.name, named[1].strip("\"'")) if named is not None else id(self)
        return self.owner

    def stepped(self) -> str:
        """Return its name with its id or first class, where a selector can hold them as they stand."""
        if self.step is None:
            self.step = self.name
            for sign, pattern in ((".", _CLASS), ("#", _ID)):
                named = pattern.search(self.markup) if self.markup else None
                first = named[1].strip("\"'").split()[:1] if named is not None else []
                if first and _PLAIN_NAME.fullmatch(first[0]):
                    self.step = f"{self.name}{sign}{first[0]}"
        return self.step


@dataclass(slots=True)
class Outline:
    """What is known of each block, in parallel lists.

    Attributes:
        letters: Where each begins among the page's letters.
        places: Where each begins in the source.
        marks: The constants above that hold for it, added up.
        holders: The innermost block-level element that it stands in.
        articles: Number of the article element it stands in, nested ones counted with the outer; 0 outside of any.
    """

    letters: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)

    def at(self, place: int) -> int:
        """Return the number of the block that holds a place of the source; -1 before the first."""
        return bisect_right(self.places, place) - 1

    def end(self, number: int, length: int) -> int:
        """Return where a block ends among the page's letters, of which there are ``length``."""
        return self.letters[number + 1] if number + 1 < len(self.letters) else length

    def is_lead(self, number: int) -> bool:
        """Say whether a block stands in an element named as a standfirst is."""
        holder: Holder | None = self.holders[number]
        while holder is not None:
            if holder.is_lead():
                return True
            holder = holder.above
        return False

    def element(self, number: int) -> str:
        """Return a CSS selector of the element that a block stands in; empty outside of any.

        It names the block-level elements from the nearest one with an id inwards, the last four of them where none has one, each
        by its name and its id or first class. Other elements may match it too: browsers build their tree by rules of their own,
        so places are counted in the source and not in a tree.
        """
        steps: list[str] = []
        holder: Holder | None = self.holders[number]
        while holder is not None and holder.name and len(steps) < _STEPS and "#" not in (steps or [""])[-1]:
            steps.append(holder.stepped())
            holder = holder.above
        return " ".join(reversed(steps))

    def owner(self, number: int) -> object:
        """Return what holds a block, to be compared only.

        Blocks side by side have one, and so have blocks in elements of the same name and class.
        """
        holder = self.holders[number]
        if holder.name in _INNER and holder.above is not None:
            holder = holder.above
        return holder.owned()


class Tracer:
    """Follows the tags of a page and writes its outline; a tag that is never closed ends with what holds it.

    Attributes:
        outline: What is written so far.
        fresh: The next word begins a block.
    """

    def __init__(self) -> None:
        self.outline = Outline()
        self.fresh = True
        self._inner = Holder("", "", None, 0, 0)
        self._open: dict[str, int] = {}
        self._articles = 0

    def opened(self, name: str, markup: str) -> None:
        """Take the opening tag of a block."""
        self.fresh = True
        above = self._inner
        if name == "hr":
            return
        if above.name == name and name in _CLOSING:
            above = self._pop(above)
        article = above.article
        if name == "article" and not article:
            self._articles += 1
            article = self._articles
        self._inner = Holder(name, markup, above, above.marks | _MARKS.get(name, 0), article)
        self._open[name] = self._open.get(name, 0) + 1

    def closed(self, name: str) -> None:
        """Take the closing tag of a block."""
        self.fresh = True
        if self._open.get(name):
            inner = self._inner
            while inner.name != name:
                inner = self._pop(inner)
            self._inner = self._pop(inner)

    def begin(self, letter: int, place: int) -> None:
        """Take the first word behind a block-level tag, which begins a block."""
        inner, outline = self._inner, self.outline
        outline.letters.append(letter)
        outline.places.append(place)
        outline.marks.append(inner.marks)
        outline.holders.append(inner)
        outline.articles.append(inner.article)
        self.fresh = False

    def _pop(self, inner: Holder) -> Holder:
        """Leave an element; return the one that holds it."""
        self._open[inner.name] -= 1
        if inner.above is None:
            raise AssertionError("an element that was never opened is left")
        return inner.above


def is_block(name: str) -> bool:
    """Say whether elements of a name part what stands before them from what stands behind."""
    return name in _BLOCKS


def _names(markup: str) -> Iterator[str]:
    """Yield what a tag's author calls it."""
    for match in _NAMED.finditer(markup):
        yield match[1] or match[2] or match[3] or ""
