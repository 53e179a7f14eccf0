"""What a number counts, and what befell it: a shallow noun phrase, and the harm told of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportedly.lexicon import load
from reportedly.model import Token
from reportedly.model.quantity import Harm
from reportedly.reading.number import numeral

_FIGURE = load("en", "figure")
_STOP = frozenset(_FIGURE["stop"])
HARM: dict[str, Harm] = {word: about["harm"] for word, about in load("en", "harm")["harm"].items()}
_PLURALS = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "police",
        "troops",
        "civilians",
        "staff",
        "personnel",
        "crew",
        "dead",
        "wounded",
        "injured",
        "militants",
        "lives",
        "mice",
        "feet",
    ]
)
# Words for a body of people that stand before their members as often ("police officers").
_BODIES = frozenset({"police", "crew", "staff", "civilian"})
_LONGEST = 7
# Nouns that end in "s" and stand after "one" too.
_SINGULAR = frozenset({"series", "species", "headquarters", "barracks", "means", "works", "crossroads", "news"})
# A participle after these narrows the noun: "the most gifted players".
_DEGREE = frozenset({"most", "more", "less", "least", "newly", "well", "badly", "heavily", "recently", "highly"})
_NOT_PLURAL = ("ss", "us", "is", "'s", "ous")
DETERMINERS = frozenset(["the", "its", "their", "his", "her", "our", "these", "those", "my", "your", "all"])
"""Words that stand between a number or "of" and the noun."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase after a number.

    Attributes:
        first: Index of its first token.
        stop: One past the index of its last token.
        head: Index of its head noun.
    """

    first: int
    stop: int
    head: int

    def words(self, tokens: Sequence[Token], text: str) -> str:
        """Return its words, white space evened."""
        return " ".join(text[tokens[self.first].span.start : tokens[self.stop - 1].span.end].split())


def phrase(tokens: Sequence[Token], at: int, limit: int, text: str, number: Decimal | None = None) -> Phrase | None:
    """Return the noun phrase that begins at a token, "of" phrases included; None when no noun stands there.

    Args:
        tokens: The report's words.
        at: Index of the first token after the number.
        limit: One past the index of the last token that may belong (the sentence's end).
        text: The report's text.
        number: The number, for what agrees with it; None where it is not one number.
    """
    if at < limit and tokens[at].lower == "of":
        number = None
        at += 1
        while at < limit and tokens[at].lower in DETERMINERS:
            at += 1
        whole = numeral(tokens, at, text) if at < limit else None
        at = whole.stop if whole and not whole.vague else at  # "two of the five gates"
    found = _simple(tokens, at, limit, text, number)
    if found is None or found.stop >= limit or tokens[found.stop].lower != "of":
        return found
    inner = found.stop + 1
    while inner < limit and tokens[inner].lower in DETERMINERS:
        inner += 1
    further = _simple(tokens, inner, limit, text, None)
    return Phrase(found.first, further.stop, found.head) if further else found


def _simple(tokens: Sequence[Token], at: int, limit: int, text: str, number: Decimal | None) -> Phrase | None:
    """Return adjectives and nouns up to the first noun in the plural, or to a word that ends them."""
    stop = at
    while stop < min(limit, at + _LONGEST):
        word = tokens[stop].lower
        if word == "and" and (_names(tokens, stop, limit, text) or _adjectives(tokens, stop, at, limit)):
            stop += 1
            continue
        if _numbered_name(tokens, stop, at, text):
            stop += 2
            break
        if not word[0].isalpha() or (word in _STOP and not _acronym(text, tokens[stop])):
            break
        stop += 1
        if (
            stop - at > 1
            and word.endswith("ed")
            and tokens[stop - 2].lower not in _DEGREE
            and text[tokens[stop - 1].span.start].islower()
            and _noun(tokens, stop - 2, text)
        ):
            stop -= 1
            break
        if plural(word) and not (word in _BODIES and stop < limit and _member(tokens[stop].lower)):
            break
        if word.endswith("'s") and stop < limit and tokens[stop].lower in _STOP:
            break
    stop = _agreeing(tokens, at, stop, text, number)
    while stop > at and tokens[stop - 1].lower.endswith("ed") and text[tokens[stop - 1].span.start].islower():
        stop -= 1  # a verb: "three agreed", "a third refused"
    return Phrase(at, stop, stop - 1) if stop > at else None


def _agreeing(tokens: Sequence[Token], at: int, stop: int, text: str, number: Decimal | None) -> int:
    """Return where a phrase of several words stops that agrees with its number; the same place where nothing speaks against it."""
    if stop - at < 2 or number is None:  # noqa: PLR2004 - a noun and a word before it
        return stop
    last, words = tokens[stop - 1].lower, [one.lower for one in tokens[at:stop]]
    if number > 1 and not any(map(plural, words)) and text[tokens[at].span.start].islower():
        # "a 12 page document", "a 3 cylinder engine": the first noun is what there are so many of.
        return at + 1 if _noun(tokens, at, text) else stop
    verb = number == 1 and plural(last) and last not in _PLURALS | _SINGULAR
    # "one proposal asks"
    return stop - 1 if verb and text[tokens[stop - 2].span.start].islower() else stop


def _numbered_name(tokens: Sequence[Token], at: int, first: int, text: str) -> bool:
    """Say whether digits with an "s" end a name in the plural: "63,150 Model 3s", "two Boeing 747s"."""
    if at == first or at + 1 >= len(tokens) or not tokens[at].lower.isdigit() or tokens[at + 1].lower != "s":
        return False
    return tokens[at].span.end == tokens[at + 1].span.start and text[tokens[at - 1].span.start].isupper()


def _adjectives(tokens: Sequence[Token], at: int, first: int, limit: int) -> bool:
    """Say whether "and" joins adjectives after a word like "most" ("the most gifted and unpredictable players")."""
    return at > first + 1 and tokens[at - 2].lower in _DEGREE and at + 2 < limit and tokens[at + 1].lower not in _STOP


def _names(tokens: Sequence[Token], at: int, limit: int, text: str) -> bool:
    """Say whether "and" joins two names before one noun ("460 Kia and Hyundai vehicles")."""
    if at + 2 >= limit or not plural(tokens[at + 2].lower) or plural(tokens[at - 1].lower):
        return False
    sides = (tokens[at - 1], tokens[at + 1])
    return all(text[one.span.start].isupper() for one in sides) and text[tokens[at + 2].span.start].islower()


def _noun(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Say whether a word before a participle is a noun that it goes on from ("the 12-page document labelled")."""
    word = tokens[at].lower
    return text[tokens[at].span.start].islower() and not word.endswith(
        ("ly", "al", "ic", "an", "ed", "ish", "ive", "ous")
    )


def _member(word: str) -> bool:
    """Say whether a word names members of a body."""
    return word in {"officer", "member"} or (plural(word) and word not in _STOP)


def _acronym(text: str, token: Token) -> bool:
    """Say whether a small word stands in capitals, alone among small letters ("10 IS commanders")."""
    word = text[token.span.start : token.span.end]
    return len(word) > 1 and word.isupper() and not text[token.span.end : token.span.end + 12].isupper()


def plural(word: str) -> bool:
    """Say whether a word looks like a noun in the plural."""
    return word in _PLURALS or (len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL))  # noqa: PLR2004 - shorter words are no plurals: was, his


# How far harm may stand from the number: "killed at least five", "killing a nurse and two patients", "five people were shot
# dead", "five soldiers deployed to the coast were killed".
_BACK, _BACK_LIST, _FORTH, _FAR = 3, 5, 5, 9
_BREAKS = frozenset({",", ";", "and", "but", "who", "from", "after", "“", "”", '"', "said", "say", "says"})
# How far before its number a toll may stand as the subject, and what leads from it to the number.
_TOLL_BACK = 22
_LEVEL = frozenset(
    (
        "to",
        "at",
        "from",
        "is",
        "was",
        "of",
        "reached",
        "reaches",
        "hit",
        "passed",
        "topped",
        "exceeded",
        "exceeds",
        "than",
        "stands",
    )
)
_COUNTS = frozenset(("dead", "deaths", "fatalities", "wounded", "injured", "missing"))
_CLAUSE = frozenset((";", "after", "when", "who", "which", "while", "said", "says", "because", "where"))
_BE = frozenset({"was", "were", "been", "be", "are", "is"})
_AMONG = frozenset({"among", "including", "most", "mostly", "many", "all", "some", "half", "nearly"})


def harm(tokens: Sequence[Token], first: int, stop: int, sentence: tuple[int, int]) -> Harm | None:
    """Return what befell those counted, by the nearest word that tells it in the same clause; None when none does.

    Args:
        tokens: The report's words.
        first: Index of the number's first token, bound words included.
        stop: One past the last token of what it counts.
        sentence: First token's index and one past the last token's.
    """
    ahead = _ahead(tokens, _past_members(tokens, stop, sentence[1]), sentence[1])
    if ahead:
        return ahead
    back = _BACK_LIST if tokens[first - 1].lower == "and" and first > sentence[0] else _BACK
    for token in reversed(tokens[max(first - back, sentence[0]) : first]):
        if token.lower in HARM:
            return HARM[token.lower]
        if token.lower in {",", ";"} or token.lower[0].isdigit():
            break
    own = next((HARM[one.lower] for one in tokens[first:stop] if one.lower in HARM), None)
    return own or _tolled(tokens, first, sentence)


def _tolled(tokens: Sequence[Token], first: int, sentence: tuple[int, int]) -> Harm | None:
    """Return the harm of a count that is the subject: "the death toll in the port has risen to 21, from 17 a day earlier"."""
    if tokens[first - 1].lower not in _LEVEL or first <= sentence[0]:
        return None
    for at in range(first - 1, max(sentence[0], first - _TOLL_BACK) - 1, -1):
        word = tokens[at].lower
        if word == "toll" or (word in _COUNTS and tokens[at - 1].lower in {"of", "the"} and HARM.get(word)):
            return HARM[word]
        if word in _CLAUSE:
            return None
    return None


def _ahead(tokens: Sequence[Token], stop: int, limit: int) -> Harm | None:
    """Return the harm told after a number; farther off only as a passive."""
    for at in range(stop, min(stop + _FAR, limit)):
        word = tokens[at].lower
        if word in HARM and (at < stop + _FORTH or tokens[at - 1].lower in _BE):
            return HARM[word]
        if word[0].isdigit() or word in _BREAKS:
            break
    return None


def _past_members(tokens: Sequence[Token], stop: int, limit: int) -> int:
    """Return where the sentence goes on after members told between commas ("17 people, among them five children, died")."""
    if stop + 1 >= limit or tokens[stop].lower != "," or tokens[stop + 1].lower not in _AMONG:
        return stop
    for at in range(stop + 2, min(stop + 2 + _FAR, limit)):
        if tokens[at].lower == ",":
            return at + 1
    return stop
