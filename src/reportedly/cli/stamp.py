"""`reportedly stamp`: have an authority outside sign the log's last hash."""

import click

from reportedly.cli.option import setting
from reportedly.cli.output import line, say
from reportedly.engine import Settings, opened
from reportedly.engine.stamping import stamped


@click.command("stamp")
@click.argument("authority", metavar="URL")
@setting("ledger", "wait")
def command(*, authority: str, settings: Settings) -> None:
    """Have the RFC 3161 authority at URL sign the hash of the log's last entry, and keep its response.

    It shows from outside that everything in the ledger was there at that time. Needs the extra: reportedly[timestamps].
    """
    with opened(settings, write=True) as vault:
        found = stamped(vault, authority)
    line({"entry": found.sequence, "head": found.head, "time": found.time.isoformat(), "token": found.token})
    say(f"signed at {found.time:%Y-%m-%d %H:%M:%S} UTC; the response is {found.token} in the archive")
