"""`reportedly add`: put reports into the ledger."""

import sys
from collections import Counter
from collections.abc import Iterator

import click

from reportedly.cli.inputs import counted, reading, told
from reportedly.cli.option import setting
from reportedly.cli.output import line, progress, say
from reportedly.cli.words import plural
from reportedly.engine import Added, Settings, add, opened, would_add
from reportedly.intake import Failure, Item


@click.command("add")
@reading
@click.option("--dry-run", is_flag=True, help="Say what would be added, and write nothing.")
@click.option("--nl", is_flag=True, help="One JSON value a line for each report.")
@setting("ledger", "wait", "workers")
def command(*, inputs: Iterator[Item | Failure], dry_run: bool, nl: bool, settings: Settings) -> None:
    """Read reports and put them into the ledger.

    PATH is a file of HTML, plain text or JSON lines, a folder of such files, or - for standard input. A report is safe on
    disk when its line appears. Adding again is harmless: what is there already is passed over, so an interrupted run
    goes on where it stopped.
    """
    failures: list[Failure] = []
    counts: Counter[str] = Counter()
    try:
        with progress("adding") as tell:
            for one in _results(counted(inputs, tell), settings, dry_run=dry_run):
                if isinstance(one, Failure):
                    failures.append(one)
                else:
                    counts[one.outcome] += 1
                    _tell(one, nl=nl)
    finally:
        told_so = "would be added" if dry_run else "added"
        say(f"{plural(counts['added'], 'report')} {told_so}, {counts['known']} known already, {len(failures)} failed")
    told(failures)


def _results(inputs: Iterator[Item | Failure], settings: Settings, *, dry_run: bool) -> Iterator[Added | Failure]:
    """Add, or say what adding would do."""
    if not dry_run:
        with opened(settings, write=True) as vault:
            yield from add(inputs, vault, workers=settings.workers)
    elif settings.ledger.exists():
        with opened(settings) as vault:
            yield from would_add(inputs, vault, workers=settings.workers)
    else:
        yield from would_add(inputs, None, workers=settings.workers)


def _tell(one: Added, *, nl: bool) -> None:
    """Print one report's line and hand it on at once: it acknowledges that the report is safe."""
    if nl:
        line({"report": one.report, "outcome": one.outcome, "input": one.name})
    else:
        click.echo(f"{one.outcome}  {one.report}  {one.name}")
        sys.stdout.flush()
