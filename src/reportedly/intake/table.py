"""Tables: a CSV file with a column ``url``, or with the report's words in ``text`` or ``html``."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

import msgspec

from reportedly.errors import InputInvalid, IntakeError
from reportedly.intake.charset import decode
from reportedly.intake.given import Given, moment
from reportedly.intake.item import ITEM_BYTES, Failure, Input
from reportedly.intake.line import item

_KEYS = ("id", "url", "outlet", "language", "title", "published", "text", "html")
_WORDS = ("text", "html")


def read(name: str, stream: BinaryIO, given: Given, fetch: Callable[[str, Given], Iterator[Input]]) -> Iterator[Input]:
    """Yield the items of a table, row by row; a row that has no words of its own has its URL fetched.

    Args:
        name: As the user named it.
        stream: The file.
        given: What the caller says about all rows; a row's own columns go before it.
        fetch: Yields the items of a URL.
    """
    try:
        rows = _rows(stream.read(ITEM_BYTES + 1))
    except (IntakeError, csv.Error) as fault:
        yield Failure(name, str(fault))
        return
    for number, row in enumerate(rows, 2):
        yield from _items(f"{name}:{number}", row, given, fetch)
    if not rows:
        yield Failure(name, "the table has no rows below its head; there is nothing to read")


def _rows(raw: bytes) -> list[dict[str, str]]:
    """Return the rows by lower-case name of the column."""
    if len(raw) > ITEM_BYTES:
        raise IntakeError(f"the table has more than {ITEM_BYTES:,} bytes; split it")
    text = decode(raw).text.replace("\x00", "")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(ITEM_BYTES)
    found = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    names = {(one or "").strip().lower() for one in found.fieldnames or ()}
    if not names & {"url", *_WORDS}:
        known = ", ".join(sorted(names)) or "none"
        raise IntakeError(
            f"the table has no column 'url', 'text' or 'html'; its columns are {known[:200]}; name one so"
        )
    return [
        {key.strip().lower(): value.strip() for key, value in row.items() if isinstance(value, str) and key}
        for row in found
    ]


def _items(
    name: str, row: dict[str, str], given: Given, fetch: Callable[[str, Given], Iterator[Input]]
) -> Iterator[Input]:
    """Yield the items of one row."""
    known = {key: row[key] for key in _KEYS if row.get(key)}
    try:
        if any(key in known for key in _WORDS):
            yield item(name, msgspec.json.encode(known), given)
            return
        published, notes = moment(known["published"]) if "published" in known else (None, ())
    except InputInvalid as fault:
        yield Failure(name, str(fault))
        return
    if "url" not in known:
        yield Failure(name, "the row names no URL; fill in the column 'url' or remove the row")
        return
    own = Given(
        published=published,
        outlet=known.get("outlet"),
        id=known.get("id"),
        language=known.get("language"),
        title=known.get("title"),
        notes=notes,
    )
    yield from fetch(known["url"], replace(given.under(own), url=None))
