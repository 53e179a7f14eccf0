"""`reportedly read`: look at reports; nothing is stored."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.text import Text

from reportedly import __version__
from reportedly.cli.inputs import counted, reading, told
from reportedly.cli.option import formed, setting
from reportedly.cli.output import Column, Form, clean, console, line, progress, say, table, table_csv
from reportedly.cli.words import published
from reportedly.engine import Settings, ledger_of, readings
from reportedly.export.html import page
from reportedly.export.html.passage import voice
from reportedly.export.table import attribution_rows
from reportedly.format import report_json
from reportedly.intake import Failure, Item
from reportedly.model import Attribution, Factuality, Report, cut


@click.command("read")
@reading
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the page of these reports."
)
@formed
@setting("workers")
def command(inputs: Iterator[Item | Failure], html: Path | None, form: Form, settings: Settings) -> None:
    """Read reports and show who says what; nothing is stored.

    PATH is a file of HTML, plain text or JSON lines, a folder of such files, or - for standard input.
    """
    failures: list[Failure] = []
    reports: list[Report] = []
    with progress("reading") as tell:
        for one in readings(counted(inputs, tell), workers=settings.workers):
            if isinstance(one, Failure):
                failures.append(one)
            elif form is Form.NL and html is None:
                line(report_json(one.report))
            else:
                reports.append(one.report)
    _write(reports, form, html)
    told(failures)


def _write(reports: list[Report], form: Form, html: Path | None) -> None:
    """Print what was read, or write its page."""
    if html is not None:
        found = ledger_of(reports)
        html.write_text(page(found.reports, found.stories, generated=datetime.now(UTC), version=__version__), "utf-8")
        say(f"wrote {html}")
    elif form is Form.JSON:
        line([report_json(report) for report in reports])
    elif form is Form.CSV:
        table_csv(attribution_rows(reports))
    elif form is Form.TABLE:
        for report in reports:
            _show(report)


def _show(report: Report) -> None:
    """Print one report's heading and who says what in it."""
    document = report.document
    facts = [document.outlet or "outlet not known", published(report), report.id]
    out = console()
    out.print(Text(clean(document.title or "without a headline"), "bold"))
    out.print(Text(clean(" · ".join(facts)), "dim"))
    said = report.of(Attribution)
    if said:
        table(said, _columns(report))
    else:
        out.print("nobody is quoted or cited")
    for problem in report.problems:
        where = f" [{problem.span.start}–{problem.span.end}]" if problem.span else ""
        out.print(Text(clean(f"{problem.code}{where}: {problem.message}"), "dim"))
    out.print()


def _columns(report: Report) -> tuple[Column[Attribution], ...]:
    """Return the columns of a report's attributions."""
    surely = {one.of: one for one in report.of(Factuality)}
    return (
        Column("", lambda one: one.id),
        Column("who", lambda one: voice(report, one), ratio=3),
        Column("how", lambda one: _how(report, surely.get(one.id)), ratio=2),
        Column("what", lambda one: " ".join(cut(one.content, report.text).split()), ratio=6),
    )


def _how(report: Report, factuality: Factuality | None) -> str:
    """Say how something is put forward: the stance, then the words that weaken it."""
    if factuality is None:
        return "not known"
    hedges = ", ".join(f"“{span.cut(report.text)}”" for span in factuality.hedges)
    return f"{factuality.polarity}{f', {hedges}' if hedges else ''}"
