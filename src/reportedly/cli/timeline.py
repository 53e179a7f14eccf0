"""`reportedly timeline`: when things were said against when they are said to have happened."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import timedelta

import click

from reportedly.cli.option import formed, setting
from reportedly.cli.output import Column, Form, Listing, write
from reportedly.cli.view import View, looking
from reportedly.cli.words import named
from reportedly.engine import Settings
from reportedly.export.html.passage import passage
from reportedly.model import Claim, Evidence, Report, Statement, Timex


@dataclass(frozen=True, slots=True)
class Moment:
    """One statement in time.

    Attributes:
        said: ISO 8601 day, week or month it was said, else the day of publication; None when neither is known.
        happened: ISO 8601 values of the times it speaks of; empty when it names none that can be dated.
        who: The chain of voices, outermost first.
        side: "support" or "contest".
        claim: Id of the claim.
        text: The claim's neutral words.
        report: Id of the report.
        attribution: Id of the attribution there; None for the writer's own voice.
    """

    said: str | None
    happened: tuple[str, ...]
    who: str
    side: str
    claim: str
    text: str
    report: str
    attribution: str | None


@click.command("timeline")
@click.option("--story", metavar="STORY", help="Only this story.")
@formed
@setting("ledger", "limit")
def command(story: str | None, form: Form, settings: Settings) -> None:
    """List when things were said against when they are said to have happened, oldest first, undated ones last."""
    with looking(settings) as view:
        told = [view.story(story)] if story else view.stories
        found = [one for each in told for claim in each.claims for one in _moments(view, claim)]
        found.sort(key=lambda one: (one.said or "~", one.report, one.claim))
        write(Listing("statements", found, _columns(view), asdict, _flat), form, settings)


def _columns(view: View) -> tuple[Column[Moment], ...]:
    """Return the columns of the table."""
    return (
        Column("said", lambda one: one.said or "not known"),
        Column("happened", lambda one: "\n".join(one.happened) or "not said", width=13),
        Column("who", lambda one: f"{one.who}, in {view.label(one.report)}", ratio=1),
        Column("", lambda one: "against" if one.side == "contest" else "for"),
        Column("claim", lambda one: named(one.text, one.claim), ratio=1),
    )


def _flat(rows: Sequence[Moment]) -> Iterator[tuple[str | None, ...]]:
    """Yield the rows of the CSV."""
    yield tuple(one.name for one in fields(Moment))
    for row in rows:
        yield tuple("; ".join(value) if isinstance(value, tuple) else value for value in asdict(row).values())


def _moments(view: View, claim: Claim) -> Iterator[Moment]:
    """Yield each statement of a claim."""
    sides = [("support", one) for one in claim.support] + [("contest", one) for one in claim.contest]
    for side, evidence in sides:
        report = view.report(evidence.report)
        if report is not None:
            attribution = report.attribution(evidence.attribution)
            published = report.document.day.isoformat() if report.document.day else None
            yield Moment(
                said=(attribution.said if attribution else None) or published,
                happened=tuple(dict.fromkeys(_happened(report, evidence))),
                who=passage(report, evidence).voice,
                side=side,
                claim=claim.id,
                text=claim.text,
                report=report.id,
                attribution=evidence.attribution,
            )


def _happened(report: Report, evidence: Evidence) -> Iterator[str]:
    """Yield the days a statement speaks of, as a day or a range of days."""
    statement = next((one for one in report.of(Statement) if one.id == evidence.statement), None)
    spans = set(statement.timexes) if statement else set()
    for one in report.of(Timex):
        if one.span in spans and one.earliest and one.latest:
            # Half-open instants: the last day is the one before the end.
            first, last = one.earliest.date(), (one.latest - timedelta(microseconds=1)).date()
            yield first.isoformat() if first == last else f"{first} to {last}"
