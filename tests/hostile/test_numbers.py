"""Texts that make readers slow or guess: each is read or refused, every span lies in it, and no number is wrong in silence.

That reading takes twice as long for twice the length, and no longer, is measured by ``benchmarks/linear.py --whole``.
"""

from decimal import Decimal

import pytest
from fuzzing.entry import ENTRIES
from hostile.case import FILES

from reportedly.engine.reader import readers_of
from reportedly.model import Document, Problem, Quantity, Report
from reportedly.reading import read

# f02 to f15, at a fiftieth of their length.
SLOW = {
    "f02 quotation marks": "“" * 400 + " said " + "”" * 400,
    "f04 digits": "killed " + "9" * 4000 + " people",
    "f05 groups": "1" + ",000" * 1200 + " soldiers",
    "f06 brackets": "(" * 600 + ")" * 600,
    "f07 a chain of sources": " reported, citing Alpha, who relies on" * 160 + " sources.",
    "f08 a long word": "A" * 4000,
    "f09 full stops": "a." * 2000,
    "f10 an address": "a@" + "a." * 1200 + "!",
    "f12 relative dates": "last week " * 400,
    "f14 quotations within each other": '"He said, \'she said, "they said ' * 80,
    "f15 accents": "e" + "\u0301" * 2000,
}


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW)
def test_texts_made_to_be_slow_keep_every_promise(text: str) -> None:
    for door in ("text", "report"):
        ENTRIES[door]().check(text.encode())


def _read(name: str) -> Report:
    """Read one of the files."""
    text = (FILES / name).read_text("utf-8")
    return read(Document("r", "0" * 64, text, language="en"), readers_of("rules"))


def _said(name: str) -> tuple[list[tuple[str, Decimal | None, Decimal | None]], list[str]]:
    """Return the figures of a file, and the numbers of which none was made."""
    found = _read(name)
    figures = [(one.span.cut(found.text), one.low, one.high) for one in found.of(Quantity)]
    told: list[Problem] = [one for one in found.problems if one.code == "number-unread"]
    return figures, sorted(one.span.cut(found.text) for one in told if one.span is not None)


def test_digits_of_other_scripts_are_told_of() -> None:
    assert _said("f31_numbers.txt") == ([], sorted(["٣٬٠٠٠", "３０００", "三千"]))


def test_thousands_that_are_parted_otherwise_are_told_of() -> None:
    figures, told = _said("f33_numbers.txt")
    assert figures == [("1,500", Decimal(1500), Decimal(1500))]
    assert told == sorted(["1.500", "1 500", "1’500"])


def test_a_range_says_its_thousands_once() -> None:
    figures, told = _said("f34_numbers.txt")
    assert [(low, high) for _, low, high in figures] == [(Decimal(3000), Decimal(4000))] * 3
    assert told == []


def test_numbers_that_count_nothing_are_no_figures() -> None:
    figures, told = _said("f36_numbers.txt")
    assert [words for words, _, _ in figures] == ["2,000", "40%"]
    assert told == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("About 500-1,000 people fled.", [(500, 1000)]),
        ("Some 10-15,000 people fled.", [(10_000, 15_000)]),
        ("On June 12 500 people fled.", [(500, 500)]),
        ("It took 7.125 seconds.", [(Decimal("7.125"), Decimal("7.125"))]),
        ("Call 020 7946 0958.", None),
    ],
)
def test_what_looks_like_it(text: str, values: list[tuple[Decimal, Decimal]] | None) -> None:
    found = read(Document("r", "0" * 64, text, language="en"), readers_of("rules"))
    told = [one.span.cut(text) for one in found.problems if one.code == "number-unread" and one.span]
    assert told == []
    if values is not None:
        assert [(one.low, one.high) for one in found.of(Quantity)] == values
