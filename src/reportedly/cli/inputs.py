"""Arguments and options of the commands that read inputs, and how their failures are told."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, TypeVar

import click

from reportedly.cli.output import say
from reportedly.errors import InputInvalid
from reportedly.intake import Asking, Failure, Given, Input, items, moment

I = TypeVar("I")  # noqa: E741 - an input
F = TypeVar("F", bound=Callable[..., Any])

SOME_FAILED = 3
"""Exit code when at least one input failed and the rest of the run went on."""

_OPTIONS = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH…"),
    click.option(
        "--published", metavar="DATE", help="When the reports appeared, for those that do not say (ISO 8601)."
    ),
    click.option("--url", metavar="URL", help="Where they appeared."),
    click.option("--outlet", metavar="NAME", help="Who published them."),
    click.option("--verbatim", is_flag=True, help="Leave the text untouched to the character."),
    click.option("--fast", is_flag=True, help="Read pages several times as fast, and a little less cleanly."),
)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a command is to read.

    Attributes:
        paths: Files, folders, URLs, "-".
        given: What the options say about all of them.
    """

    paths: Sequence[str]
    given: Given

    def read(self, asking: Asking | None = None) -> Iterator[Input]:
        """Yield the inputs; URLs are asked for as they come up."""
        return items(self.paths, sys.stdin.buffer, given=self.given, asking=asking)


def reading(function: F) -> F:
    """Give a command the inputs to read, as `Inputs` named ``inputs``."""

    @wraps(function)
    def command(*, paths: Sequence[str], verbatim: bool, fast: bool, **values: Any) -> Any:
        known = _given(values.pop("published"), values.pop("url"), values.pop("outlet"))
        return function(inputs=Inputs(paths, replace(known, verbatim=verbatim, fast=fast)), **values)

    wrapped: Any = command
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    decorated: F = wrapped
    return decorated


def told(failures: Sequence[Failure]) -> None:
    """List the inputs that failed, and end the program with the code that says so; nothing when there are none."""
    if not failures:
        return
    say(f"{len(failures)} {'input' if len(failures) == 1 else 'inputs'} failed:")
    for one in failures:
        say(f"  {one.name}: {one.reason}")
    click.get_current_context().exit(SOME_FAILED)


def counted(inputs: Iterable[I], tell: Callable[[int, int | None], None]) -> Iterator[I]:
    """Pass inputs on and tell how many there were so far."""
    for number, one in enumerate(inputs, 1):
        yield one
        tell(number, None)


def _given(published: str | None, url: str | None, outlet: str | None) -> Given:
    """Return what the options say about all inputs."""
    try:
        day, notes = moment(published) if published else (None, ())
    except InputInvalid as fault:
        raise click.BadParameter(str(fault), param_hint="--published") from fault
    return Given(published=day, url=url, outlet=outlet, notes=notes)
