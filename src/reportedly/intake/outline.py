"""A page's own blocks in order: each stretch of letters between block-level tags, and what it stands in."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

HEADING = 1
"""In the first h1 of its article."""
APART = 2
"""In an element that pages keep beside their story: navigation, footer, form, button, a list of other stories."""
LEAD = 4
"""In an element named as a standfirst is."""
PARAGRAPH = 8
"""In a p element."""
ARTICLE = 16
"""In an article element."""

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
        "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_APART = frozenset({"nav", "footer", "form", "button", "dialog"})
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    }
)  # fmt: skip
_NAMED = re.compile(
    r"""(?:class|id|itemprop|data-testid|role)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE
)
_CLASS = re.compile(r"""class\s*=\s*("[^"]+"|'[^']+'|[^\s>"']+)""", re.IGNORECASE)
# Names of elements in the spellings that pages have: "article__lead", "headerStandfirst", "post-excerpt", "css-dek".
_LEAD = re.compile(
    r"(?<![a-z])(?:lead|lede|standfirst|dek|deck|intro|introduction|abstract|chapo|chapeau|teaser-?text|sub-?head(?:line|ing)?|sub-?title|summary|excerpt|entradilla|bajada|sapo|ingress|preamble|description|vorspann|strapline|sommaire|manchete)(?![a-z])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Outline:
    """What is known of each block, in parallel lists.

    Attributes:
        letters: Where each begins among the page's letters.
        places: Where each begins in the source.
        marks: The constants above that hold for it, added up.
        owners: What holds it, as a number: blocks side by side have one, and so have blocks in elements of the same name and class.
        articles: Number of the article element it stands in, nested ones counted with the outer; 0 outside of any.
    """

    letters: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)

    def at(self, place: int) -> int:
        """Return the number of the block that holds a place of the source; -1 before the first."""
        return bisect_right(self.places, place) - 1

    def end(self, number: int, length: int) -> int:
        """Return where a block ends among the page's letters, of which there are ``length``."""
        return self.letters[number + 1] if number + 1 < len(self.letters) else length


class Tracer:
    """Follows the tags of a page and writes its outline; a tag that is never closed ends with what holds it."""

    def __init__(self) -> None:
        self.outline = Outline()
        self._stack: list[tuple[str, int, int, int]] = [("", 0, 0, 0)]
        self._open: dict[str, int] = {}
        self._count = 0
        self._articles = 0
        self._fresh = True
        self._marks: dict[tuple[str, str], int] = {}
        self._shapes: dict[tuple[str, str], int] = {}

    def opened(self, name: str, markup: str) -> None:
        """Take an opening tag."""
        if name in _VOID:
            self._fresh = self._fresh or name == "hr"
            return
        if name not in _BLOCKS:
            return
        self._fresh = True
        _, marks, _, article = self._stack[-1]
        if name in {"p", "li"} and self._stack[-1][0] == name:
            self._pop()
            _, marks, _, article = self._stack[-1]
        if name == "article" and not article:
            self._articles += 1
            article = self._articles
        self._stack.append((name, marks | self._marked(name, markup), self._shape(name, markup), article))
        self._open[name] = self._open.get(name, 0) + 1

    def closed(self, name: str) -> None:
        """Take a closing tag."""
        if name not in _BLOCKS:
            return
        self._fresh = True
        if self._open.get(name):
            while self._pop() != name:
                pass

    def word(self, letter: int, place: int) -> None:
        """Take a word: the first one behind a block-level tag begins a block."""
        if self._fresh:
            _, marks, owner, article = self._stack[-1]
            if len(self._stack) > 1 and self._stack[-1][0] in _INNER:
                owner = self._stack[-2][2]
            outline = self.outline
            outline.letters.append(letter)
            outline.places.append(place)
            outline.marks.append(marks)
            outline.owners.append(owner)
            outline.articles.append(article)
            self._fresh = False

    def _marked(self, name: str, markup: str) -> int:
        """Return an element's marks; pages repeat their tags, so each is looked at once."""
        found = self._marks.get((name, markup))
        if found is None:
            found = self._marks[name, markup] = _marks(name, markup)
        return found

    def _shape(self, name: str, markup: str) -> int:
        """Return a number for an element: the same for elements of one name and class, its own where it has no class."""
        named = _CLASS.search(markup) if markup else None
        if named is None:
            self._count += 1
            return self._count
        shape = (name, named[1].strip("\"'"))
        if shape not in self._shapes:
            self._count += 1
            self._shapes[shape] = self._count
        return self._shapes[shape]

    def _pop(self) -> str:
        """Leave the innermost element."""
        name = self._stack.pop()[0]
        self._open[name] -= 1
        return name


_INNER = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd"})


def _marks(name: str, markup: str) -> int:
    """Return the marks that an element gives to what stands in it."""
    marks = 0
    if name in _APART:
        marks |= APART
    elif name == "h1":
        marks |= HEADING
    elif name == "p":
        marks |= PARAGRAPH
    elif name == "article":
        marks |= ARTICLE
    if any(_LEAD.search(named) for named in _names(markup)):
        marks |= LEAD
    return marks


def _names(markup: str) -> Iterator[str]:
    """Yield what a tag's author calls it."""
    for match in _NAMED.finditer(markup):
        yield match[1] or match[2] or match[3] or ""
