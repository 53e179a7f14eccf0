"""`reportedly stamp`: have a witness outside speak for the log's last hash."""

from dataclasses import asdict

import click

from reportedly.cli.option import setting
from reportedly.cli.output import line, say
from reportedly.engine import Settings, Vault, opened
from reportedly.engine.stamping import Commitment, committed, completed, stamped


@click.command("stamp")
@click.argument("witness", metavar="URL")
@click.option("--ots", is_flag=True, help="URL is an OpenTimestamps calendar, not an RFC 3161 authority.")
@click.option("--complete", is_flag=True, help="With --ots: fetch what the calendar has promised so far.")
@setting("ledger", "wait")
def command(*, witness: str, ots: bool, complete: bool, settings: Settings) -> None:
    """Have the RFC 3161 authority or the OpenTimestamps calendar at URL speak for the hash of the log's last entry.

    It shows from outside that everything in the ledger was there at that time. Needs the extra: reportedly[timestamps].
    """
    if complete and not ots:
        raise click.UsageError("--complete is about proofs of OpenTimestamps; add --ots")
    with opened(settings, write=True) as vault:
        if not ots:
            _sign(vault, witness)
        elif complete:
            _complete(vault, witness)
        else:
            _tell(committed(vault, witness))


def _sign(vault: Vault, authority: str) -> None:
    """Have an authority sign."""
    found = stamped(vault, authority)
    line({"entry": found.sequence, "head": found.head, "time": found.time.isoformat(), "token": found.token})
    say(f"signed at {found.time:%Y-%m-%d %H:%M:%S} UTC; the response is {found.token} in the archive")


def _complete(vault: Vault, calendar: str) -> None:
    """Fetch what a calendar has promised."""
    count = 0
    for count, found in enumerate(completed(vault, calendar), 1):  # noqa: B007 - counted
        _tell(found)
    if not count:
        say(f"{calendar} has no block yet for what it has promised; ask again in some hours")


def _tell(found: Commitment) -> None:
    """Print a proof."""
    line(asdict(found))
    blocks = ", ".join(map(str, found.blocks))
    state = f"in Bitcoin block {blocks}" if blocks else "promised only; run again with --complete in some hours"
    say(f"{state}; the proof is {found.proof} in the archive")
