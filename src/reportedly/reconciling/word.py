"""Words of a text brought to the form in which two reports are compared."""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache, reduce
from operator import or_
from typing import NamedTuple

from reportedly import lexicon

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|@?\w+(?:['’]\w+)*", re.UNICODE)
_NUMBER = re.compile(r"^\d[\d.,]*(?:st|nd|rd|th|m|bn|k|pc)?$")
_DOUBLED = re.compile(r"([bdfgklmnprtz])\1$")
# Endings in the order they are tried, with what replaces them; three letters must stay before each.
_ENDINGS = (
    ("iveness", "iv"), ("fulness", "ful"), ("ations", "at"), ("ation", "at"), ("ingly", ""), ("ments", ""),
    ("ment", ""), ("ities", "iti"), ("ions", ""), ("ion", ""), ("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"),
    ("sses", "ss"), ("edly", ""), ("ers", ""), ("ed", ""), ("ly", ""), ("es", ""), ("er", ""), ("e", ""),
)  # fmt: skip
# The same by their last letter, so that few are tried.
_LAST = {
    last: tuple(one for one in _ENDINGS if one[0][-1] == last) for last in sorted({one[0][-1] for one in _ENDINGS})
}
_DEMONYMS = ("ians", "ian", "eans", "ean", "ans", "an", "ese", "ish", "is", "i", "ia", "ea", "a", "e")
_LEFT = 3
# What a vague word ("people", "Monday") says beside a telling one.
_VAGUE = 0.25
_STOPS = frozenset(".!?\n")
# Words, and texts of statements, that are kept at hand: those of some large stories.
_REMEMBERED = 16_384


class Word(NamedTuple):
    """One word of a text; a tuple, since very many are made.

    Attributes:
        start: First code point.
        end: One past the last.
        lower: Lower case, curly apostrophes straightened, a possessive ending dropped.
        name: It is written like a name: a capital where no sentence begins.
        term: What it is compared by: a concept, a stem; empty for a word that says nothing.
        weight: How much it says, 0.0 to 1.0.
    """

    start: int
    end: int
    lower: str
    name: bool
    term: str
    weight: float


def words(text: str, *, opening: bool = True) -> Iterator[Word]:
    """Yield the words of ``text`` in order, numbers left out.

    Args:
        text: A text or a part of one.
        opening: It begins a sentence, so that its first word has a capital anyway.
    """
    before = 0
    shouting = text.isupper()
    for match in _WORD.finditer(text):
        start, end = match.span()
        form = _form(match[0])
        if form is not None:
            lower, capital, acronym, plain, named = form
            if not capital or shouting:
                yield Word(start, end, lower, False, *plain)
            else:
                opens = (opening and start == 0) or not _STOPS.isdisjoint(text[before:start])
                yield Word(start, end, lower, (acronym or not opens) and named[1] > _VAGUE, *named)
        before = end


@lru_cache(maxsize=_REMEMBERED)
def worded(text: str, *, opening: bool = True) -> tuple[Word, ...]:
    """Return the words of a text that is asked for again and again: a statement or a part of one."""
    return tuple(words(text, opening=opening))


@lru_cache(maxsize=_REMEMBERED)
def _form(written: str) -> tuple[str, bool, bool, tuple[str, float], tuple[str, float]] | None:
    """Return what is known of a word wherever it stands; None for a number.

    Returns:
        Lower case; whether it has a capital; whether it has nothing else; what it is compared by and how much it says when it
        is no name; the same when it is one.
    """
    surface = written.replace("’", "'").removesuffix("'s").removesuffix("'S").rstrip(".")
    if not surface or _NUMBER.match(surface):
        return None
    capital = surface[:1].isupper() or surface[:1] == "@"
    acronym = surface.isupper() and len(surface) > 1
    return surface.lower(), capital, acronym, _compared(surface, named=False), _compared(surface, named=True)


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """Return a lower-case word without the endings that inflect it.

    >>> stem("deployments"), stem("clashed"), stem("stopping")
    ('deploy', 'clash', 'stop')
    """
    if len(word) <= _LEFT or not word.isascii():
        return word
    if word.endswith("s") and not word.endswith(
        ("ss", "us", "is", "sses", "ies", "ments", "ings", "ions", "es", "ers")
    ):
        word = word[:-1]
    for ending, instead in _LAST.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) >= _LEFT:
            word = word[: len(word) - len(ending)] + instead
            break
    return _DOUBLED.sub(r"\1", word)


@cache
def concept(word: str) -> str:
    """Return the concept of a lower-case word where the lexicon has one, else its stem."""
    known = _concepts()
    return known.get(word) or known.get(word.removesuffix("s")) or known.get(stem(word)) or stem(word)


def compared(word: str) -> str:
    """Return what a lower-case word is compared by; empty for one that says nothing."""
    return _compared(word, named=False)[0]


@cache
def _compared(surface: str, *, named: bool) -> tuple[str, float]:
    """Return what a word is compared by and how much it says."""
    folded = _folded().get(surface) or (_folded().get(surface.title()) if named else None)
    if folded:
        return folded, 0.6
    lower = surface.lower()
    weight = _light().get(lower)
    if weight is not None:
        return ("", 0.0) if weight == 0 else (concept(lower), weight)
    if named and lower not in _concepts() and stem(lower) not in _concepts():
        return _demonym(lower), 1.0
    return concept(lower), 1.0


@cache
def _demonym(name: str) -> str:
    """Return the part that a country's name and the name of its people share."""
    for ending in _DEMONYMS:
        if name.endswith(ending) and len(name) - len(ending) > _LEFT:
            return name[: len(name) - len(ending)]
    return name.removesuffix("s") if len(name) > _LEFT + 1 else name


@cache
def _concepts() -> dict[str, str]:
    """Return concepts by word and by stem."""
    table = lexicon.load("en", "synonym")
    found: dict[str, str] = {}
    for section in ("deeds", "things"):
        for name, row in table[section].items():
            for word in row["words"]:
                found.setdefault(word, name)
                found.setdefault(stem(word), name)
    return found


@cache
def _folded() -> dict[str, str]:
    """Return countries by their names and the adjectives and nouns made from them."""
    found = {}
    for name, row in lexicon.load("en", "country")["country"].items():
        for word in (name, *row.get("demonym", ())):
            if " " not in word:
                found[word.title()] = name
    found.update({word: name for name, row in lexicon.load("en", "synonym")["folded"].items() for word in row["words"]})
    return found


@cache
def _light() -> dict[str, float]:
    """Return the words that say little, with what they say: function and reporting words nothing, vague words some."""
    table = lexicon.load("en", "stop")
    worth = {"function": 0.0, "reporting": 0.0, "vague": _VAGUE}
    return {
        word: worth[section]
        for section in ("vague", "reporting", "function")
        for row in table[section].values()
        for word in row["words"]
    }


@cache
def things() -> frozenset[str]:
    """Return concepts that name who or what takes part, and no deed: those of the lexicon, and nouns for persons."""
    people = (word for row in lexicon.load("en", "role")["person"].values() for word in row["words"].split())
    return frozenset(lexicon.load("en", "synonym")["things"]) | ({concept(word) for word in people} - deeds())


@lru_cache(maxsize=8192)
def phrased(text: str) -> frozenset[str]:
    """Return the deeds that only several words together name: "was wiped out", "came under fire"."""
    return frozenset(deed for deed, pattern in _phrases().items() if pattern.search(text))


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    """Return a pattern for each deed that has phrases."""
    between = r"\W+(?:\w+\W+){0,2}?"
    rows = lexicon.load("en", "synonym")["phrases"]
    return {
        deed: re.compile(
            r"\b(?:" + "|".join(between.join(map(re.escape, phrase.split())) for phrase in row["words"]) + r")\b",
            re.IGNORECASE,
        )
        for deed, row in rows.items()
    }


@cache
def familiar() -> frozenset[str]:
    """Return what everyday words are compared by; a term that is none of them stands in few reports."""
    rows = lexicon.load("en", "common")["initial"].values()
    held = {word for row in rows for word in row["words"].split()}
    return frozenset({concept(word) for word in held} | {stem(word) for word in held})


@cache
def deeds() -> frozenset[str]:
    """Return concepts that name what is done or befalls."""
    return frozenset(lexicon.load("en", "synonym")["deeds"])


@cache
def countries() -> frozenset[str]:
    """Return what names of countries and their peoples are compared by."""
    return frozenset(_folded().values())


@cache
def rivals() -> tuple[tuple[frozenset[str], frozenset[str], bool], ...]:
    """Return accounts that cannot both be the whole story, as (left concepts, right concepts, same name needed)."""
    rows = lexicon.load("en", "rival")["accounts"].values()
    return tuple((frozenset(row["left"]), frozenset(row["right"]), bool(row.get("named"))) for row in rows)


def accounts(terms: Collection[str]) -> tuple[int, int]:
    """Return on the left and on the right of which rival accounts one of the terms stands: a bit for each of `rivals`."""
    sides = [_sides().get(term, (0, 0)) for term in terms if term in rivalled()]
    return reduce(or_, (left for left, _ in sides), 0), reduce(or_, (right for _, right in sides), 0)


@cache
def _sides() -> dict[str, tuple[int, int]]:
    """Return for each rivalled concept the accounts on whose left and right it stands, a bit for each."""
    found: dict[str, tuple[int, int]] = {}
    for at, (left, right, _) in enumerate(rivals()):
        for term in left | right:
            before = found.get(term, (0, 0))
            found[term] = before[0] | (term in left) << at, before[1] | (term in right) << at
    return found


@cache
def rivalled() -> frozenset[str]:
    """Return concepts that some account rules out."""
    return frozenset(term for left, right, _ in rivals() for term in left | right)
