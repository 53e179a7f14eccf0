"""`reportedly export`: the whole ledger in one format."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import click

from reportedly import __version__
from reportedly.cli.option import setting
from reportedly.cli.output import progress, say
from reportedly.cli.view import writable
from reportedly.cli.words import plural
from reportedly.engine import Settings, contents, opened
from reportedly.engine.evidence import wacz
from reportedly.export.file import whole
from reportedly.export.html import page
from reportedly.export.table import Name, written
from reportedly.format import Contents, encoded, ledger_json, report_json


@click.command("export")
@click.argument("format_", metavar="FORMAT", type=click.Choice(("json", "jsonl", "csv", "html", "wacz")))
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write.  [default: standard output]",
)
@click.option(
    "--table",
    "table",
    type=click.Choice(get_args(Name)),
    default="claims",
    help="Which table csv writes.  [default: claims]",
)
@setting("ledger")
def command(format_: str, out: Path | None, table: Name, settings: Settings) -> None:
    """Write the ledger as FORMAT: json, jsonl (one report a line), csv, html (one self-contained page) or wacz.

    wacz holds the evidence: every request and response, and the bytes of every other report; it needs --out.
    """
    if format_ == "wacz":
        _wacz(out, settings)
        return
    with opened(settings, write=writable(settings.ledger)) as vault, progress("reconciling") as tell:
        found = contents(vault.store, progress=tell)
    text = written(table, found.reports, found.stories) if format_ == "csv" else FORMATS[format_](found)
    if out is None:
        click.echo(text, nl=False)
        return
    with whole(out) as stream:
        stream.write(text.encode())
    say(f"wrote {out}")


def _wacz(out: Path | None, settings: Settings) -> None:
    """Write the evidence."""
    if out is None:
        raise click.UsageError("wacz is a zip file; name it with --out")
    with opened(settings) as vault:
        count = wacz(vault, out)
    say(f"wrote {out}: {plural(count, 'page')}")


def _json(found: Contents) -> str:
    """Write everything as one JSON value."""
    return encoded(ledger_json(found.reports, found.stories, found.withdrawn)).decode() + "\n"


def _jsonl(found: Contents) -> str:
    """Write one report a line."""
    lines: Iterator[str] = (encoded(report_json(report)).decode() + "\n" for report in found.reports)
    return "".join(lines)


def _html(found: Contents) -> str:
    """Write the page."""
    return page(found.reports, found.stories, generated=datetime.now(UTC), version=__version__)


FORMATS: Mapping[str, Callable[[Contents], str]] = {"json": _json, "jsonl": _jsonl, "html": _html}
"""What writes each format; csv has a choice of tables and is written apart."""
