"""`reportedly read`: look at reports; nothing is stored."""

from datetime import UTC, datetime
from pathlib import Path

import click

from reportedly import __version__
from reportedly.cli import sheet
from reportedly.cli.inputs import Inputs, counted, reading, told
from reportedly.cli.option import formed, setting
from reportedly.cli.output import Form, line, progress, say, table_csv
from reportedly.engine import Settings, ledger_of, readings
from reportedly.export.file import whole
from reportedly.export.html import page
from reportedly.export.table import attribution_rows
from reportedly.format import report_json
from reportedly.intake import Failure
from reportedly.model import Report


@click.command("read")
@reading
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the page of these reports."
)
@formed
@setting("workers", "reader")
def command(inputs: Inputs, html: Path | None, form: Form, settings: Settings) -> None:
    """Read reports and show who says what; nothing is stored.

    PATH is a file (HTML, plain text, JSON lines, WARC, WACZ, feed, CSV), a folder of such files, a URL, or - for
    standard input. Only URLs, and files that list URLs, touch the network.
    """
    failures: list[Failure] = []
    reports: list[Report] = []
    with progress("reading") as tell:
        for one in readings(counted(inputs.read(), tell), workers=settings.workers, reader=settings.reader):
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
        with whole(html) as stream:
            stream.write(page(found.reports, found.stories, generated=datetime.now(UTC), version=__version__).encode())
        say(f"wrote {html}")
    elif form is Form.JSON:
        line([report_json(report) for report in reports])
    elif form is Form.CSV:
        table_csv(attribution_rows(reports))
    elif form is Form.TABLE:
        for report in reports:
            sheet.report(report)
