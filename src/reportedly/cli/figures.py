"""`reportedly figures`: every figure with its bounds, its source and what it counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import click
from rich.text import Text

from reportedly.cli import sheet
from reportedly.cli.option import formed, setting
from reportedly.cli.output import Form, Listing, clean, console, say, write
from reportedly.cli.view import View, looking
from reportedly.engine import Settings
from reportedly.export.table import figure_rows
from reportedly.format import claim_json
from reportedly.model import Claim, Rung


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of a claim's ladder."""

    claim: Claim
    rung: Rung


@click.command("figures")
@click.option("--story", metavar="STORY", help="Only figures of this story.")
@formed
@setting("ledger", "limit")
def command(story: str | None, form: Form, settings: Settings) -> None:
    """List every figure: its bounds, whose it is, what it counts, and how the totals stand to each other."""
    with looking(settings) as view:
        told = [view.story(story)] if story else list(view.stories)
        claims = [claim for one in told for claim in one.claims if claim.figure]
        if form is Form.TABLE:
            _print(view, claims, settings.limit or len(claims))
            return
        steps = [Step(claim, rung) for claim in claims if claim.figure for rung in claim.figure.rungs]
        write(Listing("figures", steps, (), _value, partial(_flat, view)), form, settings)


def _print(view: View, claims: Sequence[Claim], most: int) -> None:
    """Print a ladder for each claim."""
    out = console()
    for claim in claims[:most]:
        out.print(Text.assemble((clean(claim.text), "bold"), (f"  {claim.id}", "dim")))
        sheet.ladder(view, out, claim)
        out.print()
    if not claims:
        say("no figures")
    if most < len(claims):
        say(f"{most} of {len(claims)} figures; --limit 0 shows all")


def _value(one: Step) -> Any:
    """Return a rung's JSON with the claim it belongs to."""
    figure = claim_json(one.claim)["figure"]
    rungs = one.claim.figure.rungs if one.claim.figure else ()
    row = figure["values"][rungs.index(one.rung)]
    return {"claim": one.claim.id, "story": one.claim.story, "relation": figure["relation"], **row}


def _flat(view: View, steps: Sequence[Step]) -> Iterable[Sequence[Any]]:
    """Return the rows of the CSV."""
    claims = list({one.claim.id: one.claim for one in steps}.values())
    ids = {one.rung.evidence.report for one in steps}
    reports = {id_: report for id_ in ids if (report := view.report(id_))}
    return figure_rows(claims, reports)
