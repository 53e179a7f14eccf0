"""Options that several commands take, and the settings made of them."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from reportedly.cli.output import Form
from reportedly.engine.settings import settings

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS: dict[str, Callable[[Any], Any]] = {
    "ledger": click.option(
        "--ledger",
        type=click.Path(path_type=Path),
        metavar="PATH",
        help="The ledger's file.  [default: in your data folder]",
    ),
    "wait": click.option(
        "--wait", type=float, metavar="SECONDS", help="How long to wait for another writer.  [default: 10]"
    ),
    "reader": click.option(
        "--reader",
        metavar="NAME",
        help="What reads: rules, en (the reading model), spacy:PATH, hf:PATH, openai:URL#MODEL, or rules+ one of these.  "
        "[default: rules]",
    ),
    "workers": click.option("--workers", type=int, metavar="N", help="Processes that read.  [default: 1]"),
    "limit": click.option("--limit", type=int, metavar="N", help="Rows to show, 0 for all.  [default: 50]"),
}


def setting(*names: str) -> Callable[[F], F]:
    """Give a command the options of these settings, and hand it one value ``settings`` made of all sources."""

    def decorate(function: F) -> F:
        @wraps(function)
        def command(**values: Any) -> Any:
            flags = {name: values.pop(name) for name in names}
            return function(settings=settings(flags), **values)

        wrapped: Any = command
        for name in reversed(names):
            wrapped = _OPTIONS[name](wrapped)
        decorated: F = wrapped
        return decorated

    return decorate


def formed(function: F) -> F:
    """Give a command the options for the form of its output, and hand it one value ``form``."""

    @wraps(function)
    def command(*, form: str | None, **values: Any) -> Any:
        return function(form=Form(form or "table"), **values)

    wrapped: Any = command
    for flag, value, text in reversed(_FORMS):
        wrapped = click.option(*flag, "form", flag_value=value, default=None, help=text)(wrapped)
    decorated: F = wrapped
    return decorated


_FORMS = (
    (("-t", "--table"), "table", "A table for reading.  [default]"),
    (("--json",), "json", "One JSON value."),
    (("--nl",), "nl", "One JSON value a line."),
    (("--csv",), "csv", "Comma-separated values."),
)
