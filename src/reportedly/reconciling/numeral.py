"""How a number stands in its statement: as a count, an age, a denied value, or going on with a number before."""

import re
from functools import cache

from reportedly import lexicon
from reportedly.model import Quantity
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.word import stem, words

_AGE_BEFORE = re.compile(
    r"\b(?:aged?|youngest (?:was|is)|oldest (?:was|is|being)|(?:boy|girl|man|woman|child|teenager|son|daughter|student) of)\s+$",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(r"^(?:\s*-\s*|\s+)years?(?:\s*-\s*|\s+)old\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|rather than|instead of)\s+$", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"\b(?:number|total|toll|strength|count|tally)\s+of\s+(?:the\s+)?(?P<what>(?:[\w’'-]+\s+){0,3}?[\w’'-]+)(?=\s+(?:in|at|on|near|who|that|has|had|have|was|were|is|are|rose|fell|grew|could|may|might|will|would|to|from|by|now)\b|[,.;]|$)",
    re.IGNORECASE,
)
# "It was 5 million", "the real figure is over 60": a number that says another of what the one before measured or counted.
_SAME_THING = re.compile(
    r"^\W*(?:it|that|this|the(?:\s+\w+)?\s+(?:figure|number|toll|total|count|tally|sum|amount))\b", re.IGNORECASE
)
_PER = re.compile(
    r"^(?:\s+[\w’'-]+){0,8}?(?<!\bin)(?<!\bof)(?<!\bfor)(?<!within)(?<!\bafter)(?<!\bover)"
    r"\s+(?:(?:an?|per|each|every)\s+(?:year|month|week|day|night|hour)(?!\s+(?:earlier|ago|before|later|after|or))\b"
    r"|annually|yearly|monthly|weekly|daily|nightly)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[,;:.()–—]|\s(?:and|but|while|who|which|that)\s", re.IGNORECASE)
_FURTHER = re.compile(r"^\s+(?:more|others|another)\b(?!\s+(?:than|of))", re.IGNORECASE)
_MANY = re.compile(
    r"(?:(?:many|several|tens of|hundreds of|dozens of|scores of)\s+)*(?:dozens|scores|hundreds|thousands|millions|billions)",
    re.IGNORECASE,
)
# "May have moved 6,000": doubt about what is past, and no forecast.
_PAST_DOUBT = re.compile(
    r"\b(?:may|might|could|must|would)\s+(?:well\s+|also\s+|already\s+)?have\b[^.;]*$", re.IGNORECASE
)
_OF_THEM = re.compile(r"^\s+(?:more\s+)?of\s+(?:them|those|these)\b", re.IGNORECASE)
_STEP = re.compile(r"\b(?:up|down)?\s*(?:from|to|then|later)\s+$", re.IGNORECASE)

# Characters after or before a number in which words can bear on it.
_FAR = 120


def not_counted(passage: Passage, quantity: Quantity) -> bool:
    """Say whether a number is an age, one that the statement says is not the case, or nothing that came to no harm.

    "Not one weapon was found" denies the weapons and counts none; "nobody was hurt" stays, a rung of those hurt.
    """
    if quantity.high == 0 and quantity.harm is None:
        return True
    before, after = _around(passage, quantity)
    return bool(_AGE_BEFORE.search(before) or _AGE_AFTER.match(after) or _NOT.search(before))


def goes_on(passage: Passage, quantity: Quantity) -> bool:
    """Say whether a number goes on with one before: "of them", "up from nine", "then to 12,000"."""
    before, after = _around(passage, quantity)
    return bool(_OF_THEM.match(after) or _STEP.search(before))


def counts_more(passage: Passage, quantity: Quantity) -> bool:
    """Say whether others are counted than before ("wounded 40 more")."""
    return bool(_FURTHER.match(_around(passage, quantity)[1]))


def measuring(passage: Passage, quantity: Quantity) -> frozenset[str]:
    """Return the terms of a number and its unit, which say nothing of what is measured."""
    text = passage.report.text
    unit = re.match(r"\s*[\w’'-]+", text[quantity.span.end : quantity.span.end + 30])
    return frozenset(word.term for word in words(quantity.span.cut(text) + (unit[0] if unit else "")))


def says_another(passage: Passage) -> bool:
    """Say whether a statement points back to a number: "it was 5 million", "the real figure is over 60", or a number and no more."""
    return bool(_SAME_THING.match(passage.text)) or _alone(passage)


def _alone(passage: Passage) -> bool:
    """Say whether a statement is one number, and nothing that it could count or measure ("15,400", "eleven")."""
    [*held] = passage.quantities
    if len(held) != 1 or held[0].unit is not None:
        return False
    number = {word.term for word in words("x " + held[0].span.cut(passage.report.text))}
    return not any(word.weight for word in passage.words if word.term not in number)


def per_time(passage: Passage, quantity: Quantity) -> bool:
    """Say whether a number is one for each year, week or day ("300 sheep in the province each year")."""
    text = passage.report.text[quantity.span.end : quantity.span.end + _FAR]
    return bool(_PER.match(_BREAK.split(text, maxsplit=1)[0]))


def multitude(passage: Passage, quantity: Quantity) -> bool:
    """Say whether its words state no number ("dozens", "hundreds of"); the ends that were read into them are ours."""
    return bool(_MANY.fullmatch(quantity.span.cut(passage.report.text).strip()))


def doubted_past(passage: Passage, quantity: Quantity) -> bool:
    """Say whether it is doubted that so many were, and not forecast that so many will be ("may have moved 6,000")."""
    start = max(passage.statement.content[0].start if passage.statement.content else 0, quantity.span.start - _FAR)
    return bool(_PAST_DOUBT.search(passage.report.text[start : quantity.span.start]))


def of_illness(passage: Passage, quantity: Quantity) -> bool:
    """Say whether those counted are said to be ill: "47 people had been infected", "31 have fallen ill", "31 cases".

    Cases are of an illness where nothing says otherwise; they meet only other cases, and people who are ill.
    """
    text = passage.report.text[quantity.span.end : quantity.span.end + _FAR]
    after = _BREAK.split(text, maxsplit=1)[0]
    counted = (quantity.counted or "").lower().split()[-1:]
    return bool(illness() & {*counted, *re.findall(r"[\w’'-]+", after.lower())})


@cache
def illness() -> frozenset[str]:
    """Return words that say that somebody is ill."""
    return frozenset(word for row in lexicon.load("en", "synonym")["ill"].values() for word in row["words"])


def stands_in(noun: str, text: str) -> bool:
    """Say whether the last word of a counted noun stands in a text."""
    last = noun.lower().split()[-1:]
    return bool(last) and stem(last[0]) in {stem(word) for word in re.findall(r"[\w’'-]+", text.lower())}


def number_of(text: str) -> str | None:
    """Return what "the number of …" counts; None where nothing says so.

    >>> number_of("the number of Tirask troops in the valley rose to 11,000")
    'Tirask troops'
    """
    match = _NUMBER_OF.search(text)
    return match["what"] if match else None


def _around(passage: Passage, quantity: Quantity) -> tuple[str, str]:
    """Return the text before and after a number, within its report."""
    text = passage.report.text
    return text[max(0, quantity.span.start - 40) : quantity.span.start], text[
        quantity.span.end : quantity.span.end + 30
    ]
