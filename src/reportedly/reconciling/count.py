"""One number of a statement with what it counts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from reportedly import lexicon
from reportedly.model import Harm, Quantity
from reportedly.reconciling.clause import Clause, whole
from reportedly.reconciling.numeral import (
    counts_more,
    doubted_past,
    goes_on,
    illness,
    measuring,
    not_counted,
    number_of,
    of_illness,
    per_time,
    says_another,
    stands_in,
)
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.word import concept, words

PEOPLE = "people"
"""Concept of whoever is counted as a person and nothing more."""

# "Deaths", "evacuees", "the wounded": people, and what befell them.
_VICTIMS: Mapping[str | None, Harm] = {"kill": "killed", "wound": "wounded", "flee": "displaced"}
# Nouns for people whom a harm befell that the noun does not name.
_HARMED = frozenset({"victims", "victim", "casualties"})
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
        said: The statement as a whole.
        among: Harm of those of whom these are a part that came to another: "five of the wounded died".
        ill: They are said to be ill.
        rate: It is so many for each year or day.
    """

    passage: Passage
    quantity: Quantity
    head: str | None
    narrowed: frozenset[str]
    around: frozenset[str]
    said: Clause
    among: Harm | None = None
    ill: bool = False
    rate: bool = False


def counts(passages: Iterable[Passage]) -> tuple[Count, ...]:
    """Return every number of the statements with what it counts.

    A number whose noun does not stand in its statement goes on with "the number of …" there, else with what the number
    before it in the statement counts; with one in an earlier statement only where it points back ("3,000 of them", "it
    was"), or says nothing but a harm ("the toll at 14"). What has a unit measures and counts no noun, and goes on only
    with another of that unit. Ages are no counts, nor is what a statement says it is not ("15 men, not twenty").
    """
    found: list[Count] = []
    before: Count | None = None
    for passage in passages:
        if before and before.passage.report.id != passage.report.id:
            before = None
        around = frozenset(word.term for word in passage.words if word.weight >= 0.5)  # noqa: PLR2004 - vague words say nothing of what is counted
        said = whole(passage)
        for quantity in passage.quantities:
            if not_counted(passage, quantity):
                continue
            one = _count(said, quantity, around, before)
            found.append(one)
            before = one if one.quantity.role == "total" or before is None else before
    return tuple(found)


def _count(said: Clause, quantity: Quantity, around: frozenset[str], before: Count | None) -> Count:
    """Lay out one number with the one before it in the report."""
    passage = said.passage
    quantity = replace(quantity, counted=_own(passage, quantity))
    ill = quantity.unit is None and of_illness(passage, quantity)
    if ill:
        quantity = replace(quantity, harm=None)
    if quantity.projection and doubted_past(passage, quantity):
        quantity = replace(quantity, projection=False)
    if quantity.unit:
        around -= measuring(passage, quantity)
    one = _going_on(Count(passage, quantity, None, frozenset(), around, said, ill=ill), before)
    head, quantity = one.head, one.quantity
    if one.ill and head in {None, *_sick()}:
        head = PEOPLE
    if head in _VICTIMS:
        head, quantity = PEOPLE, replace(quantity, harm=quantity.harm or _VICTIMS[head])
    return replace(one, head=head, quantity=quantity, rate=per_time(passage, quantity))


def _own(passage: Passage, quantity: Quantity) -> str | None:
    """Return the noun that a number has in its own statement."""
    if quantity.counted and stands_in(quantity.counted, passage.text) and not counts_more(passage, quantity):
        return quantity.counted
    named = number_of(passage.text) if quantity.unit is None else None
    # "A toll of two" names its number, and no noun.
    return None if named and named in quantity.span.cut(passage.report.text) else named


def _going_on(count: Count, before: Count | None) -> Count:
    """Give a number its own noun, and what it takes from the number before it where it goes on with that."""
    quantity, passage = count.quantity, count.passage
    head, narrowed = counted(quantity.counted) if quantity.counted else (None, frozenset[str]())
    count = replace(count, head=head, narrowed=narrowed)
    on = goes_on(passage, quantity)
    if before is None or not (head is None or head in _vague() or on):
        return _harmed(count, before)
    same, again = before.passage.key == passage.key, says_another(passage)
    if quantity.unit is not None or before.quantity.unit is not None:
        return _measured(count, before, same=same, again=again)
    if not (same or on or again or head in _vague() or quantity.harm or _one_speaker(count, before)):
        return count
    other = quantity.harm is not None and before.quantity.harm not in {None, quantity.harm}
    if other and not on and (head in _vague() or counts_more(passage, quantity)):
        # "Killed 10 commanders and wounded 40 more": nobody says that these are commanders.
        return replace(count, head=PEOPLE if people(before.quantity.counted or "") else None)
    harm = quantity.harm or (before.quantity.harm if on or again or not (count.ill or same) else None)
    taken = head in {None, *_vague(), PEOPLE}
    if on and other:  # "five of the wounded have died": a total of its own
        quantity = replace(quantity, role="total", part_of=None)
    return replace(
        count,
        quantity=replace(quantity, harm=harm, counted=quantity.counted or before.quantity.counted)
        if same or not quantity.counted
        else quantity,
        head=before.head if taken else head,
        narrowed=narrowed | before.narrowed,
        around=count.around if same else count.around | before.around,
        among=before.quantity.harm if on and other else before.among if on or again else None,
        ill=count.ill or (before.ill and (on or again)),
    )


def _one_speaker(count: Count, before: Count) -> bool:
    """Say whether the source of the number before goes on in the same report."""
    one, other = count.passage.attribution, before.passage.attribution
    return bool(one and other and one.by.name and one.by.name == other.by.name and count.quantity.counted is None)


def _harmed(count: Count, before: Count | None) -> Count:
    """Give "the victims" and "casualties" the harm of those counted before them."""
    last = (count.quantity.counted or "").lower().split()[-1:]
    if before and before.quantity.harm and count.quantity.harm is None and last and last[0] in _HARMED:
        return replace(count, quantity=replace(count.quantity, harm=before.quantity.harm))
    return count


def _measured(count: Count, before: Count, *, same: bool, again: bool) -> Count:
    """Let a measure go on with another of its unit, or one without a unit with one that has one ("it was 5 million")."""
    one, other = count.quantity, before.quantity
    if (one.unit == other.unit and (same or again)) or (again and one.unit is None and one.counted is None):
        return replace(
            count,
            quantity=replace(one, unit=other.unit, counted=one.counted or other.counted),
            head=count.head or before.head,
            narrowed=count.narrowed | before.narrowed,
            around=count.around if same else count.around | before.around,
        )
    return count


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
        PEOPLE
        if last.lower in _people() or last.lower.removesuffix("s") in _people() or last.name
        else concept(last.lower)
    )
    rest = held if last.name else held[:-1]
    return head, frozenset(word.term for word in rest if word.term)


def people(noun: str) -> bool:
    """Say whether the last word of a noun names people of any kind."""
    last = noun.lower().split()[-1:]
    return bool(last) and (last[0] in _people() or last[0].removesuffix("s") in _people() or last[0] in _persons())


@cache
def _sick() -> frozenset[str]:
    """Return concepts of nouns for those who are ill ("cases")."""
    return frozenset(concept(word) for word in illness())


@cache
def _persons() -> frozenset[str]:
    """Return nouns for persons by trade, office or kind, one or many."""
    rows = lexicon.load("en", "role")["person"].values()
    held = {word for row in rows for word in (row["words"] + " " + row.get("more", "")).split()}
    return frozenset(held | {word + "s" for word in held})


@cache
def _people() -> frozenset[str]:
    """Return nouns for people of any kind."""
    return frozenset(word for row in lexicon.load("en", "synonym")["counted"].values() for word in row["words"])


@cache
def _vague() -> frozenset[str]:
    """Return nouns that count on with the noun before."""
    return frozenset({"number", "more", "other", "figure", "total"})
