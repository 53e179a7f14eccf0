"""One counted thing through time and sources."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from reportedly import lexicon
from reportedly.model import Figure, FigureRelation, Quantity, Rung
from reportedly.reconciling.comparison import Comparison
from reportedly.reconciling.passage import Passage, times
from reportedly.reconciling.word import concept, words

_PEOPLE = "people"
_NOUN_ENDS = re.compile(r"\s(?:of|in|at|on|from|who|that|with)\s")


@dataclass(frozen=True, slots=True)
class Count:
    """One number of one statement, with what it counts.

    Attributes:
        passage: The statement.
        quantity: The number.
        head: Concept of the counted noun; None when the text does not say.
        narrowed: What narrows it ("north korea").
        around: What the statement is about besides.
    """

    passage: Passage
    quantity: Quantity
    head: str | None
    narrowed: frozenset[str]
    around: frozenset[str]


def counts(passages: Iterable[Passage]) -> tuple[Count, ...]:
    """Return every number of the statements with what it counts; one that does not say goes on with the one before."""
    found: list[Count] = []
    for passage in passages:
        around = frozenset(word.term for word in passage.words if word.weight >= 0.5)  # noqa: PLR2004 - vague words say nothing of what is counted
        before: tuple[str | None, frozenset[str]] = (None, frozenset())
        for quantity in passage.quantities:
            head, narrowed = counted(quantity.counted) if quantity.counted else before
            if head in _vague():
                head, narrowed = before[0], narrowed | before[1]
            before = (head, narrowed)
            found.append(Count(passage, quantity, head, narrowed, around))
    return tuple(found)


def counted(text: str) -> tuple[str | None, frozenset[str]]:
    """Return the concept of the noun that is counted, and what narrows it.

    >>> counted("North Korean soldiers")
    ('troops', frozenset({'north', 'kor'}))
    """
    first = _NOUN_ENDS.split(text, maxsplit=1)[0]
    held = [word for word in words(first) if word.term or word.lower in _people()]
    if not held:
        return None, frozenset()
    last = held[-1]
    head = (
        _PEOPLE
        if last.lower in _people() or last.lower.removesuffix("s") in _people() or last.name
        else concept(last.lower)
    )
    rest = held if last.name else held[:-1]
    return head, frozenset(word.term for word in rest if word.term)


def same_thing_counted(left: Count, right: Count) -> Comparison:
    """Both figures count the same thing: one noun, one unit, one harm, and somebody or something narrowing it in common."""
    one, two = left.quantity, right.quantity
    if one.unit != two.unit:
        return Comparison(0.0, f"{one.unit or 'things'} against {two.unit or 'things'}", same=False)
    if one.harm != two.harm:
        return Comparison(0.0, f"those {one.harm or 'counted'} against those {two.harm or 'counted'}", same=False)
    if (one.role == "change") != (two.role == "change"):
        return Comparison(0.0, "a change against a total", same=False)
    heads = {left.head, right.head}
    alike = (
        len(heads) == 1
        or (heads <= {_PEOPLE, "troops", None} and None not in heads)
        or (one.harm is not None and None in heads)
    )
    if not alike or left.head is right.head is None:
        return Comparison(0.0, f"{one.counted or 'unnamed'} against {two.counted or 'unnamed'}", same=False)
    near = left.narrowed & right.narrowed
    shared = left.around & right.around
    about = len(shared) >= (1 if one.harm else 2) and (len(heads) == 1 or one.harm is not None)
    if left.passage.key == right.passage.key or near or about:
        return Comparison(1.0, f"both count {one.counted or two.counted}", same=True)
    return Comparison(0.3, f"both count {one.counted or two.counted}, but of different things", same=False)


def ladders(passages: Sequence[Passage]) -> tuple[tuple[Count, ...], ...]:
    """Group the numbers of a story by what they count.

    Returns:
        Groups worth a claim of their own: two statements or more, or a harm counted, and at least one source besides the
        writer.
    """
    held = [one for one in counts(passages) if one.passage.polarity == "asserts" and _valued(one.quantity)]
    roots = list(range(len(held)))

    def root(one: int) -> int:
        while roots[one] != one:
            one = roots[one]
        return one

    for left in range(len(held)):
        for right in range(left + 1, len(held)):
            if root(left) != root(right) and same_thing_counted(held[left], held[right]).same:
                roots[max(root(left), root(right))] = min(root(left), root(right))
    groups: dict[int, list[Count]] = {}
    for at, one in enumerate(held):
        groups.setdefault(root(at), []).append(one)
    return tuple(tuple(group) for _, group in sorted(groups.items()) if _worth_a_claim(group))


def figure(group: Sequence[Count]) -> Figure:
    """Lay the values of one counted thing side by side.

    Args:
        group: Numbers that count one thing.

    Returns:
        The ladder, by when each was said, then by report; its relation is that of the totals that are no projections.
    """
    rungs = tuple(
        sorted((_rung(one) for one in group), key=lambda rung: (rung.said or "9999", rung.evidence.report, rung.span))
    )
    name = max(
        (one.quantity.counted for one in group if one.quantity.counted),
        key=lambda text: (len(text), text),
        default="things",
    )
    harm = next((one.quantity.harm for one in group if one.quantity.harm), None)
    relation, because = _relation([rung for rung in rungs if rung.role == "total" and not rung.projection])
    return Figure(f"{name} {harm}" if harm else name, rungs, relation, because)


def _rung(one: Count) -> Rung:
    """Return one number as a value of the ladder."""
    by = one.passage.attribution.by if one.passage.attribution else None
    about = next((time.value for time in times(one.passage)), None)
    quantity = one.quantity
    return Rung(
        one.passage.evidence(), quantity.span, quantity.low, quantity.high, quantity.bound, quantity.unit, quantity.counted,
        by.name if by and by.kind != "author" else None, one.passage.said, about, quantity.projection,
        "part" if quantity.part_of else quantity.role,
    )  # fmt: skip


def _relation(totals: Sequence[Rung]) -> tuple[FigureRelation, str]:
    """Say how the totals stand to each other."""
    if len({(rung.low, rung.high) for rung in totals}) < 2:  # noqa: PLR2004 - one value agrees with itself
        return (
            "agree",
            f"all totals give {_shown(totals[0])}" if totals else "no total is given, only parts or projections",
        )
    low = max((rung.low for rung in totals if rung.low is not None), default=Decimal(0))
    high = min((rung.high for rung in totals if rung.high is not None), default=low)
    if low <= high:
        return "agree", f"every range allows {_plain(low)}"
    first, last = totals[0], totals[-1]
    if first.said and last.said and first.said < last.said and len({rung.said for rung in totals}) > 1:
        return "update", f"{_shown(first)} was said {first.said}, {_shown(last)} {last.said}"
    if len({rung.evidence.statement for rung in totals}) == len({rung.evidence.report for rung in totals}) == 1:
        return "update", f"one statement goes from {_shown(first)} to {_shown(last)}"
    return "contradict", f"{_shown(first)} against {_shown(last)}, said of the same thing"


def _shown(rung: Rung) -> str:
    """Write a value with its bound."""
    sign = {"~": "about ", "<": "at most ", ">": "at least ", "=": "", "-": ""}[rung.bound]
    ends = [_plain(value) for value in (rung.low, rung.high) if value is not None]
    return sign + "–".join(dict.fromkeys(ends))


def _plain(value: Decimal) -> str:
    """Write a number with thousands set apart."""
    return f"{value.normalize():,f}"


def _valued(quantity: Quantity) -> bool:
    """Say whether it gives a number worth a ladder: "one" of something that befell nobody is mostly an article."""
    one = quantity.low == quantity.high == 1 and not quantity.harm
    return not one and (quantity.low is not None or quantity.high is not None)


def _worth_a_claim(group: Sequence[Count]) -> bool:
    """Say whether the numbers make a claim of their own."""
    statements = {one.passage.key for one in group}
    voiced = any(one.passage.attribution for one in group)
    return voiced and (len(statements) > 1 or any(one.quantity.harm for one in group))


@cache
def _people() -> frozenset[str]:
    """Return nouns for people of any kind."""
    return frozenset(word for row in lexicon.load("en", "synonym")["counted"].values() for word in row["words"])


@cache
def _vague() -> frozenset[str]:
    """Return nouns that count on with the noun before."""
    return frozenset({"number", "more", "other", "figure", "total"})
