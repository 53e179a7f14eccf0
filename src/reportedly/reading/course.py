"""What a sentence does with a number: a part of another, a rise or fall by so much, a forecast."""

from collections.abc import Sequence

from reportedly.lexicon import load
from reportedly.model import Harm, Quantity, Span
from reportedly.reading.amount import Amount
from reportedly.reading.counted import HARM
from reportedly.reading.counting import Setting

_FIGURE = load("en", "figure")
_CHANGE, _PROJECTION, _PART = (frozenset(_FIGURE[section]) for section in ("change", "projection", "part"))
# "The toll rose to 21 after (another) four people died": what the rise comes from.
_CAUSES = frozenset({"after", "as", "when", "with"})
_FURTHER = frozenset({"another", "a", "further", "more"})
_RISES = frozenset({"rose", "risen", "rises", "climbed", "climbs", "grew", "grown", "jumped", "increased"})
_CLOSED = frozenset({",", ";", "(", ")", "was", "were", "had", "said", "has"})
_LOOK_BACK = 10
# Behind a number they point to the last count, in this sentence or the one before: "some 3,000 of them".
_POINTING = frozenset({"of them", "of those", "of these", "of whom", "of which"})
# Before a noun they mean people told of before: "three of the dead", "some 5,000 of those evacuated".
_KNOWN = frozenset({"the", "those", "these", "its", "their", "his", "her", "our"})
_NOUN_WITHIN = 3
# "Sank 62 miles off", "went down 40 km south of": a place, and no fall by so much.
_ASIDE = frozenset(
    [
        "off",
        "from",
        "away",
        "north",
        "south",
        "east",
        "west",
        "n",
        "s",
        "e",
        "w",
        "ne",
        "nw",
        "se",
        "sw",
        "north-east",
        "north-west",
        "south-east",
        "south-west",
    ]
)
# "makes up 19 percent" and "up to 40" tell no rise.
_NO_RISE = frozenset({"make", "makes", "made", "making"})


def points_back(figure: Amount, here: Setting) -> bool:
    """Say whether the words behind a number point to those counted before ("two of them")."""
    return f"{here.word(figure.next)} {here.word(figure.next + 1)}" in _POINTING


def whole(
    figure: Amount, here: Setting, before: Sequence[tuple[Quantity, int]], previous: Quantity | None
) -> Span | None:
    """Return the span of the quantity of which a number is a part; None when of none.

    Args:
        figure: The number.
        here: Its sentence.
        before: The last quantities found, each with one past the index of its last token; of the sentence before too.
        previous: The one of them to which it is joined by "and" or a comma; None when to none.
    """
    if figure.unit:
        return None
    counts = [(one, stop) for one, stop in before if one.unit is None and not one.exception]
    if points_back(figure, here):
        return counts[-1][0].span if counts else None
    counts = [(one, stop) for one, stop in counts if stop > here.first]
    if not counts:
        return None
    last, first = counts[-1][0], figure.first - 1
    two = f"{here.word(first - 1)} {here.word(first)}"
    if here.word(first) in _PART or two in _PART:
        return last.span
    return previous.part_of if previous else None


def of_the_harmed(figure: Amount, here: Setting, befell: Harm | None) -> bool:
    """Say whether a number is a part of those whom a noun tells of by what befell them: "three of the dead were children".

    Neither "three of the miners died" nor "five of the evacuees were killed" gives one: they tell what befell so many, and not of
    which harmed they are a part.

    Args:
        figure: The number.
        here: Its sentence.
        befell: What befell those whom it counts.
    """
    if here.word(figure.next) != "of" or here.word(figure.next + 1) not in _KNOWN:
        return False
    nouns = (HARM.get(here.word(figure.next + 2 + further)) for further in range(_NOUN_WITHIN))
    return next(filter(None, nouns), None) == befell is not None


def changes(figure: Amount, here: Setting, previous: Quantity | None) -> bool:
    """Say whether a number is a rise or fall by so much rather than a level.

    Args:
        figure: The number.
        here: Its sentence.
        previous: As of `whole`.
    """
    last, outer = here.word(figure.first - 1), here.word(figure.first - 2)
    if here.word(figure.first) in {"below", "above", "under"} or (last == "up" and outer in _NO_RISE):
        return False
    if here.word(figure.next) in _ASIDE:
        return False
    if last in _CHANGE or (last == "by" and outer in _CHANGE):
        return True
    joined = previous is not None and previous.role == "change" and last == "or"
    if last in _CAUSES or (last in _FURTHER and outer in _CAUSES):
        return _rises(figure, here)
    return joined or (figure.unit is not None and here.word(figure.next) in _CHANGE and last not in {"to", "at"})


def _rises(figure: Amount, here: Setting) -> bool:
    """Say whether a toll rose to another number before: "rose to 21 after four people died" adds those four."""
    before = [here.word(at) for at in range(here.first, figure.first)]
    toll = next((at for at, word in enumerate(before) if word in {"toll", "dead", "deaths", "fatalities"}), None)
    return toll is not None and any(word in _RISES for word in before[toll:])


def projected(figure: Amount, here: Setting, previous: Quantity | None) -> bool:
    """Say whether a word before a number tells a forecast, or the number says another of a forecast in other words.

    Args:
        figure: The number.
        here: Its sentence.
        previous: As of `whole`.
    """
    if previous is not None and previous.projection and here.word(figure.first - 1) == "or":
        return True
    for at in range(figure.first - 1, max(here.first, figure.first - _LOOK_BACK) - 1, -1):
        if here.word(at) in _PROJECTION:
            return True
        if here.word(at) in _CLOSED:
            return False
    return False
