"""What is printed: data on standard output, talk on standard error."""

import csv
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

import click
from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from reportedly.engine.settings import Settings
from reportedly.export.table import inert
from reportedly.format import encoded

R = TypeVar("R")

# Where standard output is no terminal there is no width to ask for; wide enough that nothing useful is cut.
_PIPED_COLUMNS = 160

_WIDE = 100


class Form(StrEnum):
    """How data are written."""

    TABLE = "table"
    JSON = "json"
    NL = "nl"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column of a table.

    Attributes:
        name: Heading.
        cell: What stands in a row; a `Text` where part of it is coloured.
        ratio: Share of the width that is left; None for as wide as its words.
        right: Numbers stand to the right.
        width: Characters at most on a narrow terminal, the words broken into lines; None for no such bound.
    """

    name: str
    cell: Callable[[R], str | Text]
    ratio: int | None = None
    right: bool = False
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Listing(Generic[R]):
    """Rows of one kind with the ways to write them.

    Attributes:
        noun: What they are, in the plural.
        rows: All of them.
        columns: Of the table.
        value: A row's JSON.
        flat: Headings and rows of the CSV; None for the table's own columns.
        total: How many there are where ``rows`` holds only the first of them; None when it holds all.
    """

    noun: str
    rows: Sequence[R]
    columns: Sequence[Column[R]]
    value: Callable[[R], Any]
    flat: Callable[[Sequence[R]], Iterable[Sequence[Any]]] | None = None
    total: int | None = None


def say(words: str) -> None:
    """Talk to the user, on standard error."""
    click.echo(words, err=True)


def console() -> Console:
    """Return where tables are drawn: in colour and to the terminal's width for a person, plain when piped."""
    wide = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(width=_PIPED_COLUMNS if wide else None, highlight=False)


def write(listing: Listing[Any], form: Form, settings: Settings) -> None:
    """Print rows.

    Args:
        listing: The rows.
        form: How; forms for programs are complete unless the user asked for a limit.
        settings: Hold the limit.
    """
    asked = dict(settings.origins).get("limit") == "flag"
    most = settings.limit if settings.limit and (form is Form.TABLE or asked) else len(listing.rows)
    rows, total = listing.rows[:most], listing.total if listing.total is not None else len(listing.rows)
    if not listing.rows:
        say(f"no {listing.noun}")
    if form is Form.TABLE and rows:
        table(rows, listing.columns)
    elif form is Form.TABLE:
        return
    elif form is Form.JSON:
        line([listing.value(row) for row in rows])
    elif form is Form.NL:
        for row in rows:
            line(listing.value(row))
    else:
        table_csv(listing.flat(rows) if listing.flat else _plain(rows, listing.columns))
    if len(rows) < total:
        say(f"{len(rows)} of {total} {listing.noun}; --limit 0 shows all")


def line(value: Any) -> None:
    """Print one JSON value on a line and hand it on at once."""
    click.echo(encoded(value).decode())
    sys.stdout.flush()


def table(rows: Sequence[Any], columns: Sequence[Column[Any]]) -> None:
    """Draw a table."""
    out = console()
    narrow = out.width < _WIDE
    drawn = Table(box=box.SIMPLE_HEAD, expand=any(column.ratio for column in columns), pad_edge=False, padding=(0, 1))
    for column in columns:
        drawn.add_column(
            column.name,
            ratio=column.ratio,
            justify="right" if column.right else "left",
            overflow="fold",
            max_width=column.width if narrow else None,
            no_wrap=not (column.ratio or column.width),
        )
    for row in rows:
        drawn.add_row(*(_cell(column.cell(row)) for column in columns))
    out.print(drawn)


def table_csv(rows: Iterable[Sequence[Any]]) -> None:
    """Print rows as CSV; cells that a spreadsheet would run are made inert."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for row in rows:
        writer.writerow([inert(cell) for cell in row])


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int | None], None]]:
    """Draw a bar on standard error for a person; nothing when it is piped.

    Yields:
        A function to tell how many of how many are done; None when the number is not known.
    """
    stderr = Console(stderr=True)
    if not stderr.is_terminal:
        yield lambda _done, _total: None
        return
    columns = (SpinnerColumn(), TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=stderr, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _plain(rows: Sequence[Any], columns: Sequence[Column[Any]]) -> Iterator[Sequence[str]]:
    """Yield a heading and the cells of each row as plain words."""
    yield [column.name for column in columns]
    for row in rows:
        yield [str(column.cell(row)) for column in columns]


def _cell(found: str | Text) -> Text:
    """Return a cell whose words are never taken for markup, and hold nothing that moves the cursor."""
    return found if isinstance(found, Text) else Text(clean(found))


def clean(words: str) -> str:
    """Return words without control characters, which could write to the terminal what they like."""
    return "".join(one if one.isprintable() or one == "\n" else " " for one in words)
