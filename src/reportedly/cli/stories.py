"""`reportedly stories`: list the stories in the ledger."""

import click

from reportedly.cli.option import formed, setting
from reportedly.cli.output import Column, Form, Listing, write
from reportedly.cli.view import looking
from reportedly.cli.words import contested, days, named
from reportedly.engine import Settings
from reportedly.format import ledger_json
from reportedly.model import Story

COLUMNS: tuple[Column[Story], ...] = (
    Column("about", lambda one: named(one.title, one.id), ratio=1),
    Column("reports", lambda one: str(len(one.reports)), right=True),
    Column("claims", lambda one: str(len(one.claims)), right=True),
    Column("contested", lambda one: str(contested(one)), right=True),
    Column("days", lambda one: days(one.first, one.last), width=13),
)


@click.command("stories")
@formed
@setting("ledger", "limit")
def command(form: Form, settings: Settings) -> None:
    """List the stories in the ledger, the one with the latest report first."""
    with looking(settings) as view:
        write(
            Listing("stories", view.stories, COLUMNS, lambda one: ledger_json((), (one,))["stories"][0]), form, settings
        )
