"""`reportedly show`: a claim, story, report or source with the exact words it rests on."""

from collections.abc import Sequence

import click
from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from reportedly.cli import sheet
from reportedly.cli.claims import COLUMNS
from reportedly.cli.option import setting
from reportedly.cli.origins import branches
from reportedly.cli.output import clean, console, line, table
from reportedly.cli.view import View, looking
from reportedly.cli.words import claim_counts, contested, credibility, days, highlighted, plural, status
from reportedly.engine import Settings
from reportedly.errors import NotInLedger
from reportedly.export.html.passage import folded, passage
from reportedly.format import claim_json, ledger_json, report_json
from reportedly.model import Claim, Drift, Evidence, Story, Voice


@click.command("show")
@click.argument("id_", metavar="ID")
@click.option("--why", is_flag=True, help="Say why for every piece: placement, origin, drift, grade.")
@click.option("--json", "as_json", is_flag=True, help="One JSON value.")
@setting("ledger")
def command(*, id_: str, why: bool, as_json: bool, settings: Settings) -> None:
    """Show a claim, story, report or source with the exact words it rests on.

    ID is what the lists print; of a story that has become another, what became of it is shown. Numbers after a report are code points in its text, first included, last not.
    """
    with looking(settings) as view:
        for story, claim in view.claims():
            if claim.id == id_:
                line(claim_json(claim)) if as_json else _claim(view, story, claim, why=why)
                return
        for story in view.stories:
            if story.id == id_:
                line(ledger_json((), (story,))) if as_json else _story(view, story, why=why)
                return
        voices = [(story, voice) for story in view.stories for voice in story.sources if voice.id == id_]
        if voices:
            stories = tuple(story for story, _ in voices)
            line(_source_json(stories, id_)) if as_json else _source(view, voices)
            return
        try:
            report = view.store.report(id_)
        except NotInLedger as fault:
            if "withdrawn" in str(fault):
                raise
            if view.store.moves(id_):
                _history(view, id_)
                return
            raise NotInLedger(f"there is no claim, story, report or source {id_}; the lists name them") from fault
        line(report_json(report)) if as_json else sheet.report(report)


def _claim(view: View, story: Story, claim: Claim, *, why: bool) -> None:
    """Print a claim."""
    out = console()
    out.print(Text.assemble((claim.id, "dim"), "  ", (clean(claim.text), "bold")))
    by = f", by {'; '.join(claim.status_by)}" if claim.status_by else ""
    sheet.facts(
        out,
        [
            ("status", Text.assemble(status(claim), clean(f"{by}: {claim.because}"))),
            ("credibility", credibility(claim)),
            *([("", f"because {claim.credibility.because}")] if why else []),
            ("behind it", f"{claim_counts(claim)}; {plural(claim.outlets, 'outlet')}"),
            ("carried", f"{days(claim.first, claim.last)}; kind {claim.kind}; story {story.id}"),
            *(("note", flag) for flag in claim.flags),
        ],
    )
    for heading, evidence in (
        ("asserted by", claim.support),
        ("contested by", claim.contest),
        ("observed by", claim.observe),
    ):
        _evidence(view, heading, evidence, why=why)
    if claim.figure:
        out.print(Text(clean(f"\nfigures: {claim.figure.counted}"), "bold"))
    sheet.ladder(view, out, claim)
    for drift in claim.drift:
        _drift(view, out, drift, why=why)
    tree = Tree(Text("\norigins", "bold"))
    branches(view, story, claim.origins, tree)
    out.print(tree)
    if why:
        sheet.facts(out, [(origin.name, origin.because) for origin in claim.origins])


def _evidence(view: View, heading: str, evidence: Sequence[Evidence], *, why: bool) -> None:
    """Print the passages of one side, oldest first, equal ones folded."""
    if not evidence:
        return
    out = console()
    out.print(Text(f"\n{heading}", "bold"))
    found = [passage(report, one) for one in evidence if (report := view.report(one.report))]
    for one in folded(sorted(found, key=lambda each: each.order)):
        where = "headline" if one.start is None else f"{one.start}–{one.end}"
        stance = "" if one.stance == "asserts" else f" · {one.stance}"
        words = clean(f"{one.outlet}, {one.when} · {one.voice}{stance}")
        sheet.indented(out, Text.assemble(words, (f"  [{one.report} {where}]", "dim")))
        sheet.indented(out, highlighted(one), by=4)
        if one.because and (why or heading != "asserted by"):
            sheet.indented(out, Text(clean(f"because {one.because}"), "dim"), by=4)
        for other, label in dict.fromkeys(one.also):
            sheet.indented(out, Text.assemble(clean(f"the same words in {label}"), (f"  [{other}]", "dim")), by=4)


def _drift(view: View, out: Console, drift: Drift, *, why: bool) -> None:
    """Print one change on the way."""
    was = f"“{drift.was}”" if drift.was else "nothing"
    became = f"“{drift.became}”" if drift.became else "nothing"
    out.print(Text.assemble(("\nchanged: ", "bold"), clean(f"{drift.kind}: {was} became {became}")))
    sheet.indented(out, Text(clean(f"from {view.label(drift.before.report)} to {view.label(drift.after.report)}")))
    if why and drift.because:
        sheet.indented(out, Text(clean(f"because {drift.because}"), "dim"))


def _story(view: View, story: Story, *, why: bool) -> None:
    """Print a story: its reports, its claims, whom it cites."""
    out = console()
    out.print(Text.assemble((story.id, "dim"), "  ", (clean(story.title), "bold")))
    out.print(Text(f"{days(story.first, story.last)}; {plural(contested(story), 'claim')} contested"))
    reasons = dict(story.because)
    out.print(Text(f"\n{plural(len(story.reports), 'report')}", "bold"))
    for report in story.reports:
        sheet.indented(out, Text.assemble(clean(view.label(report)), (f"  [{report}]", "dim")))
        if why and report in reasons:
            sheet.indented(out, Text(clean(f"because {reasons[report]}"), "dim"), by=4)
    for copy in story.copies:
        words = f"{_label(view, copy.report)} {_COPIES[copy.relation]} {_label(view, copy.of)} ({copy.coverage:.0%})"
        sheet.indented(out, Text(clean(words)))
    out.print(Text(f"\n{plural(len(story.claims), 'claim')}", "bold"))
    if story.claims:
        table(story.claims, COLUMNS)
    out.print(Text("sources", "bold"))
    for voice in story.sources:
        out.print(_voice_line(voice))
    if why:
        _history(view, story.id)


def _history(view: View, story: str) -> None:
    """Print which reports came into a story from another, or went from it; of one that is no more, that is all there is."""
    out, moves = console(), view.store.moves(story)
    if moves:
        out.print(Text(f"\nhistory of {story}", "bold"))
    for move in moves:
        words = (
            f"{move.time:%Y-%m-%d %H:%M} UTC  {_MOVES[move.kind]} {move.old} → {move.new}: {', '.join(move.reports)}"
        )
        sheet.indented(out, Text(clean(words)))
        sheet.indented(out, Text(clean(f"because {move.because}"), "dim"), by=4)


_MOVES = {"merge": "merged", "split": "parted", "rename": "named anew"}
_COPIES = {"copy": "is a copy of", "contains": "stands in or holds", "shares": "shares passages with"}


def _label(view: View, report: str) -> str:
    """Name a report and its id."""
    return f"{view.label(report)} [{report}]"


def _voice_line(voice: Voice) -> Text:
    """Name a source with its kind and the grade a person gave it."""
    graded = voice.reliability or "not graded"
    named = "" if voice.named else ", not named"
    return Text.assemble(
        clean(f"  {voice.name} ({voice.kind}{named}) · {plural(len(voice.reports), 'report')} · reliability {graded}"),
        (f"  [{voice.id}]", "dim"),
    )


def _source(view: View, voices: Sequence[tuple[Story, Voice]]) -> None:
    """Print a source: in which stories and reports it is cited, and what it says there."""
    out = console()
    out.print(_voice_line(voices[0][1]))
    for story, voice in voices:
        out.print(Text.assemble((f"\n{story.id}", "dim"), "  ", (clean(story.title), "bold")))
        for report in (one for id_ in voice.reports if (one := view.report(id_))):
            sheet.said_by(out, report, voice.name)


def _source_json(stories: Sequence[Story], id_: str) -> dict[str, object]:
    """Return a source's JSON, with the stories that cite it."""
    rows: list[dict[str, object]] = ledger_json((), stories)["sources"]
    row = next(one for one in rows if one["id"] == id_)
    return {**row, "stories": [story.id for story in stories]}
