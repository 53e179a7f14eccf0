"""The command line: one module per command, imported when the command is run.

Data go to standard output, talk to standard error; 0 done, 1 error, 2 usage, 3 some inputs failed.
"""

import difflib
import importlib
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from reportedly import __version__
from reportedly.collector import seldom
from reportedly.errors import ReportedlyError

COMMANDS: Mapping[str, str] = {
    "demo": "Run the bundled story, offline: its claims here, its page in a file.",
    "read": "Read reports and show who says what; nothing is stored.",
    "add": "Read reports and put them into the ledger.",
    "stories": "List the stories in the ledger.",
    "claims": "List what is claimed, by how many, and who disagrees.",
    "figures": "List every figure with its bounds, its source and what it counts.",
    "origins": "Show the tree of origins behind a story or a claim.",
    "timeline": "List when things were said against when they are said to have happened.",
    "show": "Show a claim, story, report or source with the exact words it rests on.",
    "diff": "Compare two reports: shared claims, hedges, figures, texts.",
    "search": "Find reports by their words.",
    "export": "Write the ledger as json, jsonl, csv or html.",
    "verify": "Recompute every hash and check every span.",
    "stamp": "Have an authority outside sign the hash of the log's last entry.",
    "withdraw": "Erase a report; its hash, the reason and the name of who ordered it stay.",
    "doctor": "Check that everything needed is there.",
    "config": "Show the settings and where each comes from.",
    "completion": "Print a script that completes commands in bash, zsh or fish.",
}
"""Each command with its one line of help; the module of the same name is imported when it runs."""


class Fault(click.ClickException):
    """One of our errors, shown as one line; exit code 1."""

    def show(self, file: Any = None) -> None:
        """Print it to standard error."""
        click.echo(f"reportedly: {self.message}", file=file or sys.stderr)


class Commands(click.Group):
    """A group that knows its commands' names and help, and imports a command when it is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order of the help text."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """Import a command; None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"{__name__}.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``read`` before arguments that are files: it is the verb when none is given."""
        if args and args[0] not in COMMANDS and any(_is_input(one) for one in args):
            args = ["read", *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; suggest the nearest name when there is none."""
        if args and args[0] not in COMMANDS:
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "it is neither a command nor a file; see reportedly --help"
            ctx.fail(f"no command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; our errors end it with one clear line."""
        seldom()
        try:
            return super().invoke(ctx)
        except ReportedlyError as fault:
            raise Fault(str(fault)) from fault


def _is_input(word: str) -> bool:
    """Say whether a word on the command line names something to read."""
    if word == "-" or word.lower().startswith(("http://", "https://")):
        return True
    return not word.startswith("-") and (Path(word).suffix != "" or Path(word).exists())


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="reportedly FILE… is short for reportedly read FILE….  docs/cli.md describes every command.",
)
@click.version_option(__version__, message="reportedly %(version)s")
def main() -> None:
    """Read raw reports and keep a ledger of claims: who says what, on what basis, how surely, and who disagrees."""
