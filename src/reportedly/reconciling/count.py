"""One number of a statement with what it counts."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from reportedly import lexicon
from reportedly.model import Harm, Quantity
from reportedly.reconciling.clause import Clause, whole
from reportedly.reconciling.numeral import goes_on, not_counted, number_of, stands_in
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.word import concept, words

PEOPLE = "people"
"""Concept of whoever is counted as a person and nothing more."""

# "Deaths", "evacuees", "the wounded": people, and what befell them.
_VICTIMS: Mapping[str | None, Harm] = {"kill": "killed", "wound": "wounded", "flee": "displaced"}
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
    """

    passage: Passage
    quantity: Quantity
    head: str | None
    narrowed: frozenset[str]
    around: frozenset[str]
    said: Clause


def counts(passages: Iterable[Passage]) -> tuple[Count, ...]:
    """Return every number of the statements with what it counts.

    A number whose noun does not stand in its statement goes on with "the number of …" there, else with what the number
    before it in the report counts; "3,000 of them" are about what those were about. Ages are no counts, nor is what a
    statement says it is not ("15 men, not twenty").
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
    own = (
        quantity.counted if quantity.counted and stands_in(quantity.counted, passage.text) else number_of(passage.text)
    )
    head, narrowed = counted(own) if own else (None, frozenset())
    if before and (head is None or head in _vague() or goes_on(passage, quantity)):
        same = before.passage.key == passage.key
        head, narrowed = before.head if head in {None, *_vague(), PEOPLE} else head, narrowed | before.narrowed
        around = around if same else around | before.around
        if same or not own:
            quantity = replace(
                quantity, harm=quantity.harm or before.quantity.harm, counted=own or before.quantity.counted
            )
    elif own != quantity.counted:
        quantity = replace(quantity, counted=own)
    if head in _VICTIMS:
        head, quantity = PEOPLE, replace(quantity, harm=quantity.harm or _VICTIMS[head])
    return Count(passage, quantity, head, narrowed, around, said)


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
