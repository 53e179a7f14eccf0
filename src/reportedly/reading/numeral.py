"""What a number in a text is, and the words that make one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportedly.lexicon import load
from reportedly.model import Token

_WORDS = load("en", "number")
CARDINAL = {word: int(about["value"]) for word, about in _WORDS["cardinal"].items()}
MAGNITUDE = {word: int(about["value"]) for word, about in _WORDS["magnitude"].items()}
LETTER = {word: int(about["value"]) for word, about in _WORDS["letter"].items()}
FRACTION = {word: int(about["value"]) for word, about in _WORDS["fraction"].items()}
VAGUE = {word: (int(about["low"]), int(about["high"])) for word, about in _WORDS["vague"].items()}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in the text.

    Attributes:
        first: Index of its first token.
        stop: One past the index of its last token.
        start: First code point.
        end: One past the last code point; inside a token when the rest of it is another word ("six-month").
        low: Its value, or the least that a word for many means.
        high: Its value, or the most that a word for many means.
        digits: It is written with digits alone.
        scaled: Magnitude words or letters multiply it ("3 million").
        fraction: It is a part of one ("two-thirds").
    """

    first: int
    stop: int
    start: int
    end: int
    low: Decimal
    high: Decimal
    digits: bool = False
    scaled: Decimal | None = None
    fraction: bool = False

    @property
    def vague(self) -> bool:
        """Say whether it names no one number."""
        return self.low != self.high

    def times(self, factor: Decimal) -> "Numeral":
        """Return it multiplied."""
        return replace(self, low=self.low * factor, high=self.high * factor, scaled=factor)


def following(tokens: Sequence[Token], at: int) -> str:
    """Return the word at an index; empty past the end."""
    return tokens[at].lower if at < len(tokens) else ""


def scaled(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """Return a number multiplied by the magnitudes that follow: "4 hundred million", "12.5m"."""
    for token in tokens[found.stop : found.stop + 2]:
        if token.span.start == found.end:
            factor = LETTER.get(token.lower)
        else:
            factor = MAGNITUDE.get(token.lower.partition("-")[0]) or (
                LETTER.get(token.lower) if len(token.lower) > 1 else None
            )
            if token.span.start - found.end > 1 and factor is None:
                break
        if not factor or (token.lower == "mil" and token.span.start != found.end):
            break
        scale = (found.scaled or Decimal(1)) * factor
        found = replace(found.times(Decimal(factor)), stop=found.stop + 1, end=_head_end(token), scaled=scale)
    return found


def _head_end(token: Token) -> int:
    """Return where the first part of a hyphened word ends ("million-year-old")."""
    return token.span.start + len(token.lower.partition("-")[0])
