"""`reportedly demo`: the bundled story, offline."""

import io
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib.resources import as_file
from pathlib import Path

import click

from reportedly import __version__, bundled
from reportedly.cli.claims import COLUMNS
from reportedly.cli.inputs import told
from reportedly.cli.option import setting
from reportedly.cli.output import console, progress, say, table
from reportedly.cli.words import contested, plural
from reportedly.engine import Settings, add, contents, opened
from reportedly.export.file import whole
from reportedly.export.html import page
from reportedly.format import Contents
from reportedly.intake import Failure, Given, Input, items, moment


@click.command("demo")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("reportedly-demo.html"),
    metavar="FILE",
    help="Where to write the page.  [default: reportedly-demo.html]",
)
@click.option("--open", "open_", is_flag=True, help="Open the page in the browser.")
@click.option(
    "--ledger", type=click.Path(path_type=Path), metavar="PATH", help="Keep the ledger here.  [default: thrown away]"
)
@setting("limit")
def command(*, out: Path, open_: bool, ledger: Path | None, settings: Settings) -> None:
    """Run the bundled story of invented reports, offline: print its claims and write its page."""
    with tempfile.TemporaryDirectory() as folder:
        found, failures = _run(Settings(ledger or Path(folder) / "demo.db"))
    claims = [claim for story in found.stories for claim in story.claims]
    shown = claims[: settings.limit or len(claims)]
    if shown:
        table(shown, COLUMNS)
    if len(shown) < len(claims):
        say(f"{len(shown)} of {len(claims)} claims; --limit 0 shows all")
    _tell(found)
    out.parent.mkdir(parents=True, exist_ok=True)
    with whole(out) as stream:
        stream.write(page(found.reports, found.stories, generated=datetime.now(UTC), version=__version__).encode())
    say(f"wrote {out}")
    if ledger is not None:
        say(f"kept the ledger; `reportedly claims --ledger {ledger}` lists its claims")
    if open_:
        webbrowser.open(out.absolute().as_uri())
    told(failures)


def _run(settings: Settings) -> tuple[Contents, list[Failure]]:
    """Put the bundled reports into a ledger and return what it says."""
    failures: list[Failure] = []
    with opened(settings, write=True) as vault, progress("reading the bundled story") as tell:
        for number, one in enumerate(add(_inputs(), vault), 1):
            tell(number, len(bundled.reports()))
            if isinstance(one, Failure):
                failures.append(one)
        return contents(vault.store), failures


def _inputs() -> Iterator[Input]:
    """Yield the bundled reports, with what their plain texts do not say of themselves."""
    about = bundled.about()
    with ExitStack() as stack:
        for file in bundled.reports():
            path = stack.enter_context(as_file(file))
            said = about.get(file.name, {})
            day, notes = moment(said["published"]) if "published" in said else (None, ())
            given = Given(published=day, url=said.get("url"), outlet=said.get("outlet"), notes=notes)
            yield from items([str(path)], io.BytesIO(), given=given)


def _tell(found: Contents) -> None:
    """Say in a line what came out."""
    stories = found.stories
    disputed = sum(map(contested, stories))
    total = sum(len(story.claims) for story in stories)
    out = console()
    out.print(
        f"{plural(len(found.reports), 'report')}, {'1 story' if len(stories) == 1 else f'{len(stories)} stories'}, "
        f"{plural(total, 'claim')}, {disputed} of them contested"
    )
