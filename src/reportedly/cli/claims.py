"""`reportedly claims`: list what is claimed."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import click

from reportedly.cli.option import formed, setting
from reportedly.cli.output import Column, Form, Listing, say, write
from reportedly.cli.view import View, looking
from reportedly.cli.words import named, plural, status
from reportedly.engine import Settings
from reportedly.export.html.ladder import summed
from reportedly.export.table import claim_rows
from reportedly.format import claim_json
from reportedly.model import Claim

COLUMNS: tuple[Column[Claim], ...] = (
    Column("what is claimed", lambda one: named(one.text, one.id, summed(one.figure) if one.figure else None), ratio=1),
    Column("status", status, width=11),
    Column("origins", lambda one: str(len(one.origins)), right=True),
    Column("outlets", lambda one: str(one.outlets), right=True),
    Column("against", lambda one: str(len(one.contest)), right=True),
)
_AGO = re.compile(r"(\d{1,6})\s*([hdw])")
_HOURS = {"h": 1, "d": 24, "w": 168}


@click.command("claims")
@click.option(
    "--contested", is_flag=True, help="Only claims that somebody denies, contradicts, cannot confirm or takes back."
)
@click.option("--since", metavar="TIME", help="Only claims carried since: 24h, 7d, 2w or a day (2025-06-04).")
@click.option("--story", metavar="STORY", help="Only claims of this story.")
@formed
@setting("ledger", "limit")
def command(*, contested: bool, since: str | None, story: str | None, form: Form, settings: Settings) -> None:
    """List what is claimed, by how many, and who disagrees; the most widely carried first within each story."""
    earliest = _day(since) if since else None
    with looking(settings) as view:
        found = [one for one in _claims(view, story) if one.disputed or not contested]
        if earliest is not None:
            undated = sum(one.last is None for one in found)
            found = [one for one in found if one.last is not None and one.last[:10] >= earliest.isoformat()]
            if undated:
                say(f"{plural(undated, 'claim')} of reports without a date left out")
        write(Listing("claims", found, COLUMNS, claim_json, claim_rows), form, settings)


def _claims(view: View, story: str | None) -> Iterator[Claim]:
    """Yield the claims of one story or of all."""
    return iter(view.story(story).claims) if story else (claim for _, claim in view.claims())


def _day(since: str) -> date:
    """Read "24h", "7d", "2w" or an ISO day."""
    ago = _AGO.fullmatch(since.strip())
    try:
        if ago:
            return (datetime.now(UTC) - timedelta(hours=int(ago[1]) * _HOURS[ago[2]])).date()
        return date.fromisoformat(since.strip())
    except (ValueError, OverflowError) as fault:
        raise click.BadParameter(
            f"{since!r}: expected 24h, 7d, 2w or a day such as 2025-06-04", param_hint="--since"
        ) from fault
