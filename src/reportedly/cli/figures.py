"""`reportedly figures`: every figure with its bounds, its source and what it counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import click

from reportedly.cli.option import formed, setting
from reportedly.cli.output import Column, Form, Listing, write
from reportedly.cli.view import View, looking
from reportedly.engine import Settings
from reportedly.export.html.ladder import value
from reportedly.export.table import figure_rows
from reportedly.format import claim_json
from reportedly.model import Claim, Rung


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of a claim's ladder, with how its totals stand to each other."""

    claim: Claim
    rung: Rung

    @property
    def relation(self) -> str:
        """How the figure's totals stand to each other."""
        return self.claim.figure.relation if self.claim.figure else ""


@click.command("figures")
@click.option("--story", metavar="STORY", help="Only figures of this story.")
@formed
@setting("ledger", "limit")
def command(story: str | None, form: Form, settings: Settings) -> None:
    """List every figure: its bounds, whose it is, what it counts, and how the totals stand to each other."""
    with looking(settings) as view:
        told = [view.story(story)] if story else list(view.stories)
        claims = [claim for one in told for claim in one.claims if claim.figure]
        steps = [Step(claim, rung) for claim in claims if claim.figure for rung in claim.figure.rungs]
        write(Listing("figures", steps, columns(view), _value, partial(_flat, view)), form, settings)


def columns(view: View) -> tuple[Column[Step], ...]:
    """Return the columns of the ladder's table."""
    return (
        Column("claim", lambda one: one.claim.id),
        Column("figure", lambda one: value(one.rung), ratio=2),
        Column("counted", lambda one: one.rung.counted or "not said", ratio=3),
        Column("who", lambda one: one.rung.origin or "the report itself", ratio=3),
        Column("said", lambda one: one.rung.said or "not known", fold=True),
        Column("kind", lambda one: _kind(one.rung), fold=True),
        Column("relation", lambda one: one.relation, fold=True),
        Column("report", lambda one: view.label(one.rung.evidence.report), ratio=3),
    )


def _kind(rung: Rung) -> str:
    """Say what sort of number it is."""
    return f"{rung.role}, projection" if rung.projection else rung.role


def _value(one: Step) -> Any:
    """Return a rung's JSON with the claim it belongs to."""
    figure = claim_json(one.claim)["figure"]
    rungs = one.claim.figure.rungs if one.claim.figure else ()
    return {
        "claim": one.claim.id,
        "story": one.claim.story,
        "relation": one.relation,
        **figure["values"][rungs.index(one.rung)],
    }


def _flat(view: View, steps: Sequence[Step]) -> Iterable[Sequence[Any]]:
    """Return the rows of the CSV."""
    claims = list({one.claim.id: one.claim for one in steps}.values())
    ids = {one.rung.evidence.report for one in steps}
    reports = {id_: report for id_ in ids if (report := view.report(id_))}
    return figure_rows(claims, reports)
