"""One sentence, or several that a quotation holds together, with a letter for each word's class.

The letters are a shallow analysis by closed classes and shape; a reading model's parts of speech are finer, but the rules
ask for no more than this: D determiner, P preposition, C coordinator, S subordinator, R relative pronoun, H "that",
O subject pronoun, I object pronoun, B be/have/do, M modal, T "to", Y adverb, E time word, Z number word, # number,
V verb form, G -ing form, A capital letter, N any other word, and punctuation as itself (" for all quotation marks, - for
all dashes).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Mention, Report, Sentence, Span, Timex, Token
from reportedly.reading.layer import Marked
from reportedly.reading.quotation import Quotation
from reportedly.reading.turn import turns

_QUOTES = frozenset("\"“”„«»‘’'")
_DASHES = frozenset("-–—―‒")
_ED, _ING, _LY = 4, 5, 4
_LONG = 3
# No sentence of prose is longer; text without stops is read in pieces, so that time stays linear.
_LONGEST = 500
_MOST = 0.7
_PARTICLE = re.compile(r"[a-z]{2,3}-[A-Z]")
# "TEXT — Name (@handle)": an embedded post holds the sentences of its paragraph together.
_POST = re.compile(r"[^\n]{1,600}?[—–-] ?[^()\n]{2,40}\(@\w+\)")
# "“…” — Name": a signed quotation is one with its signature.
_SIGNED = re.compile(r"^[\"“”„«][^\n]{1,4000}[\"“”»][^\S\n]?[―—–-]{1,2}[^\n]{2,120}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one paragraph that is read at once.

    Attributes:
        text: The whole document's text.
        tokens: Its words and marks.
        tags: One letter for each token.
        quoted: For each token the number of the quotation in ``quotations`` it stands in, marks included, or -1.
        quotations: First and one past the last token of each quotation.
        stops: Tokens that end a sentence outside quotations.
        paragraph: Number of its paragraph in the text, from 0.
        open: A quotation in it is left open at the end of the paragraph.
        titled: Most words begin with a capital letter, as in a headline.
        turn: Tokens of the speaker's name that opens it before a colon, as in a transcript; 0 for none.
    """

    text: str
    tokens: tuple[Token, ...]
    tags: str
    quoted: tuple[int, ...]
    quotations: tuple[tuple[int, int], ...]
    stops: frozenset[int]
    paragraph: int
    open: bool
    titled: bool = False
    turn: int = 0

    def lower(self, at: int) -> str:
        """Return one word in lower case; empty outside the passage."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def tag(self, at: int) -> str:
        """Return one word's letter; a full stop outside the passage."""
        return self.tags[at] if 0 <= at < len(self.tags) else "."

    def word(self, at: int) -> str:
        """Return one word as it stands."""
        return self.tokens[at].span.cut(self.text)

    def group(self, at: int, tags: str = "BMY", low: int = 0) -> int:
        """Return the first word of the verb group that ends before a word: auxiliaries and adverbs, by their letters.

        Args:
            at: The word after the group.
            tags: Letters that belong to it.
            low: First word it may begin at.
        """
        while at > low and self.tag(at - 1) in tags:
            at -= 1
        return at

    def words(self, start: int, end: int) -> str:
        """Return the text from one word to before another."""
        return self.text[self.tokens[start].span.start : self.tokens[end - 1].span.end] if start < end else ""

    def span(self, start: int, end: int) -> Span:
        """Return the characters from one word to before another."""
        return Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)


def passages(report: Report, quotations: Sequence[Quotation]) -> Iterator[Passage]:
    """Cut a report into passages.

    Args:
        report: Needs the layers Token and Sentence; Timex tells time words.
        quotations: Those of the text, in order.

    Yields:
        A Passage for each sentence; sentences that a quotation holds together are one. Captions are left out: what they say
        of a picture is not what the report tells.
    """
    tokens = report.of(Token)
    starts = [token.span.start for token in tokens]
    times = _positions(report.of(Timex))
    names = _positions(one for one in report.of(Mention) if one.form == "name" and _dated(one.span.cut(report.text)))
    number = 0
    spoken = list(turns(report.text))
    colons = {span.start: colon for span, colon in spoken}
    held = sorted(
        [*(one.span for one in quotations), *_posts(report.text), *_signed(report.text), *(span for span, _ in spoken)]
    )
    for group in _groups(report.of(Sentence), held):
        if any(caption.contains(one.span) for caption in report.document.captions for one in group):
            continue
        low, high = bisect_left(starts, group[0].span.start), bisect_left(starts, group[-1].span.end)
        while number < len(quotations) and quotations[number].span.end <= group[0].span.start:
            number += 1
        past = bisect_left(quotations, group[-1].span.end, lo=number, key=lambda one: one.span.start)
        inside = quotations[number:past]
        for chunk in range(low, high, _LONGEST):
            piece = tokens[chunk : min(high, chunk + _LONGEST)]
            yield _passage(report.text, piece, group, inside, (times, names), colons.get(piece[0].span.start, 0))


def _dated(name: str) -> bool:
    """Say whether a name holds a word that would be a time by itself ("the Mail on Sunday")."""
    words = name.lower().split()
    return len(words) > 1 and any(_classes().get(word) == "E" for word in words)


def _positions(marks: Iterable[Marked]) -> frozenset[int]:
    """Return every character that stands in a mark."""
    return frozenset(at for one in marks for at in range(one.span.start, one.span.end))


def _posts(text: str) -> Iterator[Span]:
    """Yield the paragraphs that are embedded posts, up to the handle."""
    if "(@" in text:
        start = 0
        for line in text.split("\n"):
            if found := _POST.match(line):
                yield Span(start, start + found.end())
            start += len(line) + 1


def _signed(text: str) -> Iterator[Span]:
    """Yield the paragraphs that may be signed quotations."""
    return (Span(*found.span()) for found in _SIGNED.finditer(text))


def _groups(sentences: Sequence[Sentence], held: Sequence[Span]) -> Iterator[list[Sentence]]:
    """Yield runs of sentences that quotations, or the frame of a post, hold together."""
    group: list[Sentence] = []
    at = 0
    for sentence in sentences:
        edge = sentence.span.start
        while at < len(held) and held[at].end <= edge:
            at += 1
        if group and not (at < len(held) and held[at].start < edge):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _passage(
    text: str,
    tokens: tuple[Token, ...],
    group: Sequence[Sentence],
    inside: Sequence[Quotation],
    places: tuple[frozenset[int], frozenset[int]],
    colon: int,
) -> Passage:
    """Return the passage of one run of sentences."""
    starts = [token.span.start for token in tokens]
    ranges = [(bisect_left(starts, one.span.start), bisect_left(starts, one.span.end)) for one in inside]
    ranges = [(low, high) for low, high in ranges if low < high]
    quoted = [-1] * len(tokens)
    for number, (low, high) in enumerate(ranges):
        quoted[low:high] = [number] * (high - low)
    stops = {bisect_left(starts, one.span.end) - 1 for one in group}
    return Passage(
        text,
        tokens,
        _tags(text, tokens, *places),
        tuple(quoted),
        tuple(ranges),
        frozenset(at for at in stops if at >= 0),
        group[0].paragraph,
        any(not one.closed for one in inside),
        _titled(text, tokens),
        bisect_left(starts, colon) if colon else 0,
    )


def _titled(text: str, tokens: Sequence[Token]) -> bool:
    """Say whether most of the longer words begin with a capital letter."""
    longer = [text[one.span.start] for one in tokens if len(one.lower) > _LONG and one.lower[0].isalpha()]
    return len(longer) > _LONG and sum(initial.isupper() for initial in longer) > _MOST * len(longer)


def _tags(text: str, tokens: Sequence[Token], times: frozenset[int], named: frozenset[int]) -> str:
    """Return one letter for each token."""
    classes = _classes()
    first = next((at for at, token in enumerate(tokens) if token.lower[0].isalnum()), 0)
    shouting = text[tokens[0].span.start : tokens[-1].span.end].isupper()
    tags = []
    for at, token in enumerate(tokens):
        if token.span.start in times or token.span.start in named:
            tags.append("A" if token.span.start in named else "E")
            continue
        shape = text[token.span.start : token.span.end]
        if shape == "-" and _glued(tokens, at):
            tags.append("N")
            continue
        tag = _tag(shape, token.lower, classes, name=at != first and not shouting)
        if token.lower == "only" and tags and tags[-1] in "MB":
            tag = "Y"
        # A word that follows a modal, adverbs apart, is its verb.
        modal = tag == "N" and next((one for one in reversed(tags[-3:]) if one != "Y"), "") == "M"
        # "a closed hearing": an adjective.
        adjective = tag == "V" and token.lower.endswith("ed") and bool(tags) and tags[-1] == "D"
        tags.append("V" if modal else "N" if adjective else tag)
    return "".join(tags)


def _glued(tokens: Sequence[Token], at: int) -> bool:
    """Say whether no space stands on either side of a hyphen ("a 34-year-old")."""
    if not 0 < at < len(tokens) - 1:
        return False
    return tokens[at - 1].span.end == tokens[at].span.start and tokens[at].span.end == tokens[at + 1].span.start


def _tag(shape: str, lower: str, classes: Mapping[str, str], *, name: bool) -> str:
    """Return one word's letter; ``name`` says that a capital letter means something where it stands."""
    initial = shape[0]
    if not initial.isalnum():
        mark = '"' if initial in _QUOTES else "-" if initial in _DASHES else initial
        return "A" if mark in "@#" else mark
    if name and initial.isupper():
        known = classes.get(lower, "A")
        capital = shape.isupper() and len(shape) > 1
        return known if known in "EDPCSRHBT" and not capital and lower != "may" else "A"
    return classes.get(lower) or _by_shape(shape, lower)


def _by_shape(shape: str, lower: str) -> str:
    """Return the letter of a word that no closed class holds."""
    if shape[0].isdigit():
        return "#"
    if shape[0].isupper():
        return "A"
    if "-" in lower:
        return "A" if _PARTICLE.match(shape) else "N"
    if lower.endswith("ed") and len(lower) > _ED:
        return "V"
    if lower.endswith("ing") and len(lower) > _ING:
        return "G"
    return "Y" if lower.endswith("ly") and len(lower) > _LY else "N"


@cache
def _classes() -> Mapping[str, str]:
    """Return the letter of each word of a closed class."""
    table = load("en", "word")
    classes = dict.fromkeys(str(table["notverb"]["words"]["words"]).split(), "N")
    for letter, row in table["classes"].items():
        classes.update(dict.fromkeys(str(row["words"]).split(), letter))
    return classes
