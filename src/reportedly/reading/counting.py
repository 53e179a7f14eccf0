"""Whether a bare number counts something, or is a pronoun, a kind or a part of a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import Token
from reportedly.reading.amount import Amount
from reportedly.reading.counted import Phrase, plural
from reportedly.reading.label import LABELS
from reportedly.reading.numeral import VAGUE

_PRONOUN = frozenset({"the", "these", "those", "all", "top", "bottom"})
_NOT_ONE = frozenset({"no", "another", "this", "the", "any", "each", "every", "which", "some", "day"})
_RELATIVE = frozenset({"who", "whom", "whose", "still"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A number's sentence.

    Attributes:
        tokens: The report's words.
        text: The report's text.
        first: Index of the sentence's first token.
        stop: One past the index of its last.
    """

    tokens: Sequence[Token]
    text: str
    first: int
    stop: int

    def word(self, at: int) -> str:
        """Return the word at an index of the sentence; empty outside it."""
        return self.tokens[at].lower if self.first <= at < self.stop else ""


def counts(figure: Amount, named: Phrase | None, here: Setting) -> bool:
    """Say whether a number without a unit counts something in its sentence.

    Args:
        figure: The number with what stands at its sides.
        named: The noun phrase after it; None when there is none.
        here: Its sentence.
    """
    found = figure.numeral
    if found.low == 1 and not found.digits and found.stop - found.first == 1:
        return _one(figure, named, here)
    exact = found.digits and not found.scaled and figure.bound == "=" and found.low > 1
    kind = found.end < here.tokens[found.stop - 1].span.end  # "six-speed": a kind, and no count
    if kind or (exact and named and _model(figure, named, here)):
        return False
    if named is None and not found.digits and here.word(figure.first - 1) in _PRONOUN:
        # "the two agreed": a pronoun; but "the eight who are missing"
        return here.word(figure.next) in _RELATIVE
    if found.fraction or found.vague or found.scaled or figure.bound != "=" or named is not None:
        return True
    return _stands(figure, here)


def _model(figure: Amount, named: Phrase, here: Setting) -> bool:
    """Say whether the words after digits are a name in the singular ("787 Dreamliner")."""
    words = here.tokens[named.first : named.stop]
    if "," in here.text[figure.start : figure.end] or here.word(named.stop) == "and":
        return False
    acronyms = any(here.text[one.span.start : one.span.end - 1].isupper() and one.lower.endswith("s") for one in words)
    many = acronyms or any(plural(one.lower) for one in words)
    return here.text[words[0].span.start].isupper() and not many


def _one(figure: Amount, named: Phrase | None, here: Setting) -> bool:
    """Say whether "one" is a number and no pronoun; "one of hundreds" counts the hundreds."""
    last = here.tokens[figure.numeral.stop - 1].span.end
    if named is None or figure.numeral.end < last or here.word(figure.first - 1) in _NOT_ONE:
        return False
    if here.word(figure.next) == "of" and here.word(figure.next + 1) in VAGUE:
        return False
    return here.word(figure.next) not in {"day", "another", "-"}


def _stands(figure: Amount, here: Setting) -> bool:
    """Say whether a bare number stands where one counts: no label's ("turbine three"), digits not at a sentence's head."""
    if not figure.numeral.digits:
        return here.word(figure.first - 1) not in LABELS
    return "," in here.text[figure.start : figure.end] or figure.first > here.first
