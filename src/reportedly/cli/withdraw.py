"""`reportedly withdraw`: erase a report."""

import getpass

import click

from reportedly.cli.option import setting
from reportedly.cli.output import say
from reportedly.engine import Settings, opened, withdraw


@click.command("withdraw")
@click.argument("report", metavar="REPORT")
@click.option("--reason", required=True, metavar="WORDS", help="Why; kept for ever.")
@click.option("--by", metavar="NAME", help="Who orders it; kept for ever.  [default: your login name]")
@click.option("--yes", is_flag=True, help="Do not ask.")
@setting("ledger", "wait")
def command(*, report: str, reason: str, by: str | None, yes: bool, settings: Settings) -> None:
    """Erase a report's bytes, its text and everything read from it; this cannot be undone.

    An entry with its hash, the reason and the name stays. Claims are worked out again without it, and the lists and
    exports name it as withdrawn. Copies of it under other ids stay; `reportedly search` finds them.
    """
    with opened(settings, write=settings.ledger.exists()) as vault:
        if not yes:
            click.confirm(f"Erase {report} for ever?", abort=True, err=True)
        order = withdraw(vault, report, reason=reason, by=by or getpass.getuser())
    say(f"withdrawn {order.time:%Y-%m-%d %H:%M} UTC by {order.by}: {order.reason}")
    click.echo(f"{order.report}  {order.sha256}")
