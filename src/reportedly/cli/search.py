"""`reportedly search`: find reports by their words."""

from dataclasses import asdict

import click
from rich.text import Text

from reportedly.cli.option import formed, setting
from reportedly.cli.output import Column, Form, Listing, clean, write
from reportedly.engine import Settings, opened
from reportedly.ledger import Hit


@click.command("search")
@click.argument("words", nargs=-1, required=True, metavar="WORD…")
@formed
@setting("ledger", "limit")
def command(words: tuple[str, ...], form: Form, settings: Settings) -> None:
    """Find reports that hold all the words, in headline or text, in any language; the best first.

    A phrase stands in quotation marks within the argument ('"all but one"'); a word that ends in * finds every word that begins so.
    """
    with opened(settings) as vault:
        _, rows = vault.store.search(" ".join(words), limit=-1)
        write(Listing("reports", rows, _COLUMNS, asdict), form, settings)


def _snippet(hit: Hit) -> Text:
    """Return the words around the hit, the hits in bold."""
    text = Text()
    for number, piece in enumerate(hit.snippet):
        text.append(" ".join(clean(piece).split("\n")), "bold" if number % 2 else "")
    return text


_COLUMNS: tuple[Column[Hit], ...] = (
    Column("report", lambda one: one.report),
    Column("headline", lambda one: one.title or "without a headline", ratio=2),
    Column("words", _snippet, ratio=3),
)
