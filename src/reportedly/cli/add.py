"""`reportedly add`: put reports into the ledger."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

import click

from reportedly.cli.inputs import Inputs, counted, reading, told
from reportedly.cli.option import setting
from reportedly.cli.output import line, progress, say
from reportedly.cli.words import plural
from reportedly.engine import Added, Settings, add, listed, opened, validators, would_add
from reportedly.intake import Asking, Failure


@click.command("add")
@reading
@click.option("--dry-run", is_flag=True, help="Say what would be added, and write nothing.")
@click.option("--nl", is_flag=True, help="One JSON value a line for each report.")
@setting("ledger", "wait", "workers", "reader")
def command(*, inputs: Inputs, dry_run: bool, nl: bool, settings: Settings) -> None:
    """Read reports and put them into the ledger.

    PATH is a file (HTML, plain text, JSON lines, WARC, WACZ, feed, CSV), a folder of such files, a URL, or - for
    standard input. Only URLs, and files that list URLs, touch the network; a page that changed since it was last added
    is kept as a new version. A report is safe on disk when its line appears. Adding again is harmless: what is there
    already is passed over, so an interrupted run goes on where it stopped.
    """
    failures: list[Failure] = []
    counts: Counter[str] = Counter()
    try:
        with progress("adding") as tell:
            for one in _results(inputs, tell, settings, dry_run=dry_run):
                if isinstance(one, Failure):
                    failures.append(one)
                else:
                    counts[one.outcome] += 1
                    _tell(one, nl=nl)
    finally:
        told_so = "would be added" if dry_run else "added"
        say(f"{plural(counts['added'], 'report')} {told_so}, {counts['known']} known already, {len(failures)} failed")
    told(failures)


def _results(
    inputs: Inputs, tell: Callable[[int, int | None], None], settings: Settings, *, dry_run: bool
) -> Iterator[Added | Failure]:
    """Add, or say what adding would do."""
    if not dry_run:
        with opened(settings, write=True) as vault:
            asking = Asking(known=partial(validators, vault), listed=partial(listed, vault))
            yield from add(counted(inputs.read(asking), tell), vault, workers=settings.workers, reader=settings.reader)
        return
    given = counted(inputs.read(), tell)
    if settings.ledger.exists():
        with opened(settings) as vault:
            yield from would_add(given, vault, workers=settings.workers, reader=settings.reader)
    else:
        yield from would_add(given, None, workers=settings.workers, reader=settings.reader)


def _tell(one: Added, *, nl: bool) -> None:
    """Print one report's line and hand it on at once: it acknowledges that the report is safe."""
    if nl:
        before = {} if one.before is None else {"before": one.before}
        line({"report": one.report, "outcome": one.outcome, "input": one.name} | before)
    else:
        since = "" if one.before is None else f"  (changed since {one.before})"
        click.echo(f"{one.outcome}  {one.report}  {one.name}{since}")
        sys.stdout.flush()
