"""Tables of URLs or of words."""

import io
from collections.abc import Iterator
from datetime import date

import pytest

from reportedly.intake.given import Given
from reportedly.intake.item import Failure, Input, Item
from reportedly.intake.table import read


def _read(text: str) -> tuple[list[Input], list[tuple[str, Given]]]:
    fetched: list[tuple[str, Given]] = []

    def fetch(url: str, given: Given) -> Iterator[Input]:
        fetched.append((url, given))
        return iter(())

    return list(
        read("list.csv", io.BytesIO(text.encode()), Given(outlet="Tribune", url="https://x.example/"), fetch)
    ), fetched


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_urls_are_fetched_with_what_their_row_says(mark: str) -> None:
    rows = [
        "\ufeffURL,Published,outlet",
        "https://kolven.example/1,2031-06-04,The Kolven Post",
        "https://alm.example/,,",
    ]
    found, fetched = _read("\r\n".join(rows).replace(",", mark))
    assert found == []
    assert fetched == [
        ("https://kolven.example/1", Given(published=date(2031, 6, 4), outlet="The Kolven Post")),
        ("https://alm.example/", Given(outlet="Tribune")),
    ]


def test_rows_with_words_are_read_as_they_lie() -> None:
    found, fetched = _read('id,text\na1,"The dam broke,\nofficials said."\n')
    [one] = found
    assert isinstance(one, Item)
    assert (one.name, one.body, one.given.id) == ("list.csv:2", "The dam broke,\nofficials said.", "a1")
    assert not fetched


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("address,day\nhttps://kolven.example/,x", "no column 'url'"),
        ("url\n", "no rows"),
        ("", "no column"),
        ("url,outlet\n,Tribune\n", "names no URL"),
        ("url,published\nhttps://kolven.example/,4/6/31\n", "no date"),
        ("text,published\nThe dam broke.,4/6/31\n", "no date"),
    ],
)
def test_refused(text: str, reason: str) -> None:
    [found], fetched = _read(text)
    assert isinstance(found, Failure)
    assert reason in found.reason
    assert not fetched
