"""Parts of a statement that can each be claimed, denied or counted by themselves."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from reportedly.model import Quantity
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.word import Word, countries, phrased, worded

_BREAK = re.compile(
    r"(?:,|;|:|\s[-–—]|\.)\s+(?:(?:and|but|while|with|although|though|because|which|who|where|when|before|after|following|resulting in|as well as)\b\s*(?:that\b\s*)?)?"
    r"|\s+(?:but|while|although|and that|because|whereas|following|and then|before being)\s+|\s+that (?=killed|wounded|injured|left|saw)"
    r"|\s+and (?=was|were|is|are|has|had|have|killed|wounded|injured|they|he|she|it"
    r"|(?:could|can|cannot|would|will|did|does|may|might|must|should|took|left|fled|shot|broke|came|went|fell|began|lost|held|sent|got|led|sank)\b)",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without)\b|n[’']t\b", re.IGNORECASE)
# Whoever says that only one survived says that the others died.
_SURVIVOR = re.compile(r"\b(?:only|just|sole|single|lone)\b[^.;]{0,40}\b(?:surviv\w+|alive)\b", re.IGNORECASE)
_OPENING_NOT = re.compile(r"not\b", re.IGNORECASE)
# "It had never, ever burned a letter": what ends so says nothing yet.
_UNFINISHED = re.compile(
    r"\b(?:not|never|no|had|has|have|was|were|is|are|would|will|could|did|does|do)\W*$", re.IGNORECASE
)
_OPENING_WORDS = 4
# Characters by which a part is known to open its statement.
_HEAD = 20
# Weight of words below which a part says too little to be compared alone: two plain words.
_ENOUGH = 1.9
# Texts whose parts are kept at hand: those of a large story.
_REMEMBERED = 8192


@dataclass(frozen=True)
class Clause:
    """A part of a statement, or the whole of it.

    Attributes:
        passage: The statement.
        text: The part's words.
        denied: Its own words or its source's stance negate it.
        whole: It is the whole statement.
        quantities: Numbers in it.
        subject: Names of the statement's first part with their weights, where the part names nobody.
    """

    passage: Passage
    text: str
    denied: bool
    whole: bool
    quantities: tuple[Quantity, ...] = ()
    subject: tuple[tuple[str, float], ...] = ()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words as they are compared."""
        return self.passage.words if self.text == self.passage.text else worded(self.text, opening=self._opens)

    @property
    def _opens(self) -> bool:
        """Whether it opens its statement."""
        return self.passage.text.startswith(self.text[:_HEAD])

    @cached_property
    def key(self) -> tuple[object, ...]:
        """What it is compared by, whoever says it: two clauses of one key are alike to every third."""
        numbers = tuple((one.unit, one.counted, one.low, one.high) for one in self.quantities)
        return self.text, self._opens, self.denied, self.subject, numbers

    @cached_property
    def terms(self) -> Mapping[str, float]:
        """What it says, each term with how much it says."""
        return _terms(self.text, self.subject, opening=self._opens)

    @cached_property
    def names(self) -> frozenset[str]:
        """Terms written as names."""
        return frozenset(word.term for word in self.words if word.name) | {term for term, _ in self.subject}

    @cached_property
    def opening(self) -> frozenset[str]:
        """Names among its first words, countries left out."""
        return frozenset(word.term for word in self.words[:_OPENING_WORDS] if word.name) - countries()

    @property
    def says_enough(self) -> bool:
        """Whether it can be compared by itself."""
        return sum(self.terms.values()) >= _ENOUGH


def negated(text: str) -> bool:
    """Say whether a text has a negation of its own."""
    return bool(_NEGATION.search(text))


def whole(passage: Passage) -> Clause:
    """Return what a statement says as a whole: its parts of the other polarity are left out."""
    parts = pieces(passage.text)
    signs = [_denied(passage, piece, parts) for piece in parts]
    mostly = passage.polarity == "denies"
    if parts and any(sign != mostly for sign in signs) and mostly in signs:
        text = ", ".join(piece for piece, sign in zip(parts, signs, strict=True) if sign == mostly)
        return Clause(passage, text, mostly, whole=True, quantities=passage.quantities)
    return Clause(passage, passage.text, mostly, whole=True, quantities=passage.quantities)


def part(clause: Clause, text: str) -> Clause:
    """Return a part of a clause, with the same polarity and the numbers that stand in it."""
    held = tuple(one for one in clause.quantities if one.span.cut(clause.passage.report.text) in text)
    return replace(clause, text=text, whole=False, quantities=held)


def clauses(passage: Passage) -> tuple[Clause, ...]:
    """Return the parts of a statement that say enough to stand alone; one that has no parts gives none.

    A part that names nobody goes on with who is named in the first part.
    """
    parts = pieces(passage.text)
    if len(parts) < 2:  # noqa: PLR2004 - a statement of one part is its own whole
        return ()
    subject = {word.term: word.weight for word in worded(parts[0]) if word.name}
    found = []
    for piece in parts:
        inside = tuple(one for one in passage.quantities if one.span.cut(passage.report.text) in piece)
        part = Clause(passage, piece, _denied(passage, piece, parts), whole=False, quantities=inside)
        if part.says_enough and not piece.lower().startswith("of "):
            found.append(part if part.names else replace(part, subject=tuple(sorted(subject.items()))))
    return tuple(found)


def without_figures(passage: Passage) -> Clause:
    """Return the statement without the parts that give a number."""
    kept = [one for one in pieces(passage.text) if not _counts(one, passage.quantities, passage.report.text)]
    text = ", ".join(kept)
    return Clause(passage, text, denied=passage.polarity == "denies", whole=False)


@lru_cache(maxsize=_REMEMBERED)
def _terms(text: str, subject: tuple[tuple[str, float], ...], *, opening: bool) -> Mapping[str, float]:
    """Return what a text says with the names it goes on with; the same statement is laid out by several steps."""
    found: dict[str, float] = dict(subject)
    for word in worded(text, opening=opening):
        if word.weight:
            found[word.term] = max(found.get(word.term, 0.0), word.weight)
    for deed in phrased(text) | ({"kill"} if _SURVIVOR.search(text) else set()):
        found[deed] = 1.0
    return found


@lru_cache(maxsize=_REMEMBERED)
def pieces(text: str) -> tuple[str, ...]:
    """Cut a text where one part ends and another begins."""
    found: list[str] = []
    for piece in (one.strip() for one in _BREAK.split(text)):
        if found and piece and _UNFINISHED.search(found[-1]):
            found[-1] = f"{found[-1]}, {piece}"
        elif piece:
            found.append(piece)
    return tuple(found)


def _counts(piece: str, quantities: Iterable[Quantity], text: str) -> bool:
    """Say whether one of the numbers stands in the piece."""
    return any(re.search(rf"\b{re.escape(one.span.cut(text))}\b", piece) for one in quantities)


def _denied(passage: Passage, piece: str, parts: Sequence[str]) -> bool:
    """Say whether a part is negated: by its own words, or by its source where no part has a negation of its own."""
    if passage.polarity == "denies":
        return not any(_NEGATION.search(one) for one in parts) or bool(_NEGATION.search(piece))
    return len(parts) > 1 and bool(_OPENING_NOT.match(piece))
