"""Death tolls that reports of one event word differently stand on one ladder."""

from datetime import date
from decimal import Decimal

import pytest

from reportedly.model import Document, Figure, Quantity, Report
from reportedly.reading import read, readers
from reportedly.reconciling import story

READERS = readers()
FIRST = (
    "A powerful explosion tore through a grain terminal in the port of Ruvenna on Monday, killing at least 17 people, regional "
    "officials said."
)
LATER = (
    "The death toll from Monday's explosion in the port of Ruvenna has risen to 21, from 17 a day earlier, after four people "
    "died of burns, the health department said."
)


def report(id_: str, text: str, day: int) -> Report:
    """Read one text of a day in March 2026."""
    return read(Document(id_, "0" * 64, text, published=date(2026, 3, day), language="en"), READERS)


def tolls(*texts: str) -> list[Figure]:
    """Return the ladders of those killed, each text a report of its own."""
    made = story(report(f"r{number}", text, 2 + number) for number, text in enumerate(texts, 1))
    return [claim.figure for claim in made.claims if claim.figure and "killed" in claim.figure.counted]


def numbers(figure: Figure) -> set[tuple[str, str, str]]:
    """Return every value with what it does and whether it stands."""
    return {(f"{one.low or one.high:f}", one.role, one.standing) for one in figure.rungs}


def test_a_toll_that_rises_is_the_toll_of_the_dead() -> None:
    found = {one.low: (one.harm, one.role) for one in report("r", LATER, 4).of(Quantity)}
    assert found == {21: ("killed", "total"), 17: ("killed", "total"), 4: ("killed", "change")}


def test_a_later_toll_stands_on_the_ladder_of_the_first() -> None:
    [ladder] = tolls(FIRST, LATER)
    assert {("17", "total", "stands"), ("21", "total", "stands"), ("17", "total", "earlier")} <= numbers(ladder)
    assert ladder.estimate is not None
    assert (ladder.estimate.best, ladder.estimate.low, ladder.estimate.high) == (Decimal(21), Decimal(17), Decimal(21))


def test_a_toll_that_names_nothing_else_is_the_story_s() -> None:
    [ladder] = tolls(FIRST, "Reports say that as many as 40 people died when the silo went up.")
    assert ("40", "total", "stands") in numbers(ladder)


@pytest.mark.parametrize(
    "other",
    [
        "The army said nine people were killed when a ferry sank off Ganth.",
        "The army said nine Norvian soldiers were killed at Marn.",
    ],
)
def test_a_toll_of_another_place_is_another_ladder(other: str) -> None:
    assert all(len(ladder.rungs) == 1 for ladder in tolls(FIRST, other))
