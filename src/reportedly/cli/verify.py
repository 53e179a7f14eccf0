"""`reportedly verify`: recompute every hash and check every span."""

from dataclasses import asdict

import click

from reportedly.cli.option import formed, setting
from reportedly.cli.output import Column, Form, Listing, say, write
from reportedly.cli.words import plural
from reportedly.engine import Settings, opened, verify
from reportedly.ledger import Damage


@click.command("verify")
@formed
@setting("ledger", "limit")
def command(form: Form, settings: Settings) -> None:
    """Recompute every hash of the ledger and the archive, check every span, and name what is damaged.

    Exit code 1 when anything is.
    """
    with opened(settings) as vault:
        entries = sum(1 for _ in vault.store.entries())
        damages = tuple(verify(vault))
        reports = vault.store.count()
    if not damages:
        say(
            f"{plural(reports, 'report')} in {plural(entries, 'entry').replace('entrys', 'entries')}: nothing is damaged"
        )
    if damages or form is not Form.TABLE:
        write(Listing("damages", damages, _COLUMNS, asdict), form, settings)
    if damages:
        say("restore what is damaged from a backup; nothing was changed")
        click.get_current_context().exit(1)


_COLUMNS: tuple[Column[Damage], ...] = (
    Column("where", lambda one: one.where, ratio=1),
    Column("what", lambda one: one.what, ratio=2),
)
