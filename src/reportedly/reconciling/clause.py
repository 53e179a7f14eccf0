"""Parts of a statement that can each be claimed, denied or counted by themselves."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from reportedly.model import Quantity
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.word import Word, words

_BREAK = re.compile(
    r"(?:,|;|:|\s[-–—]|\.)\s+(?:(?:and|but|while|with|although|though|because|which|who|where|when|resulting in|as well as)\b\s*(?:that\b\s*)?)?"
    r"|\s+(?:but|while|although|and that|because|whereas)\s+|\s+that (?=killed|wounded|injured|left|saw)"
    r"|\s+and (?=was|were|is|are|has|had|have|killed|wounded|injured|they|he|she|it)",
    re.IGNORECASE,
)
_NEGATION = re.compile(r"\b(?:not|never|no|none|neither|nor|without)\b|n[’']t\b", re.IGNORECASE)
# Weight of words below which a part says too little to be compared alone: two plain words.
_ENOUGH = 1.9


@dataclass(frozen=True)
class Clause:
    """A part of a statement, or the whole of it.

    Attributes:
        passage: The statement.
        text: The part's words.
        denied: Its own words or its source's stance negate it.
        whole: It is the whole statement.
        quantities: Numbers in it.
        context: Terms of the rest of the statement, which the part may leave unsaid.
    """

    passage: Passage
    text: str
    denied: bool
    whole: bool
    quantities: tuple[Quantity, ...] = ()
    context: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words as they are compared."""
        return self.passage.words if self.whole else tuple(words(self.text))

    @cached_property
    def terms(self) -> Mapping[str, float]:
        """What it says, each term with how much it says."""
        found: dict[str, float] = {}
        for word in self.words:
            if word.weight:
                found[word.term] = max(found.get(word.term, 0.0), word.weight)
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """Terms written as names."""
        return frozenset(word.term for word in self.words if word.name)

    @property
    def says_enough(self) -> bool:
        """Whether it can be compared by itself."""
        return sum(self.terms.values()) >= _ENOUGH


def whole(passage: Passage) -> Clause:
    """Return the whole statement as one clause; a plain denial is denied, and so is a single clause that negates."""
    return Clause(
        passage, passage.text, _denied(passage, passage.text, None), whole=True, quantities=passage.quantities
    )


def clauses(passage: Passage) -> tuple[Clause, ...]:
    """Return the parts of a statement that say enough to stand alone; one that has no parts gives none."""
    pieces = _pieces(passage.text)
    if len(pieces) < 2:  # noqa: PLR2004 - a statement of one part is its own whole
        return ()
    everything = frozenset(word.term for word in passage.words if word.weight)
    negated = any(_NEGATION.search(piece) for piece in pieces)
    found = []
    for piece in pieces:
        inside = tuple(one for one in passage.quantities if one.span.cut(passage.report.text) in piece)
        part = Clause(
            passage, piece, _denied(passage, piece, negated), whole=False, quantities=inside, context=everything
        )
        if part.says_enough:
            found.append(part)
    return tuple(found)


def without_figures(passage: Passage) -> Clause:
    """Return the statement without the parts that give a number."""
    kept = [one for one in _pieces(passage.text) if not _counts(one, passage.quantities, passage.report.text)]
    text = ", ".join(kept)
    return Clause(passage, text, _denied(passage, text, None), whole=False)


def _pieces(text: str) -> list[str]:
    """Cut a text where one part ends and another begins."""
    return [piece.strip() for piece in _BREAK.split(text) if piece.strip()]


def _counts(piece: str, quantities: Iterable[Quantity], text: str) -> bool:
    """Say whether one of the numbers stands in the piece."""
    return any(re.search(rf"\b{re.escape(one.span.cut(text))}\b", piece) for one in quantities)


def _denied(passage: Passage, piece: str, negated_elsewhere: bool | None) -> bool:  # noqa: FBT001 - None when not asked
    """Say whether a part is negated: by its own words, or by its source where no part has a negation of its own."""
    if passage.polarity == "denies":
        return True if not negated_elsewhere else bool(_NEGATION.search(piece))
    return negated_elsewhere is not None and bool(re.match(r"(?i)not\b", piece))
