"""`reportedly config`: the settings and where each comes from."""

import os
from dataclasses import dataclass

import click

from reportedly.cli.option import formed, setting
from reportedly.cli.output import Column, Form, Listing, say, write
from reportedly.engine.settings import FILE, NAMES, Settings, settings_file


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting with its value and where it comes from."""

    name: str
    value: str
    origin: str


@click.command("config")
@formed
@setting("ledger", "wait", "workers", "limit", "reader")
def command(form: Form, settings: Settings) -> None:
    """Show the settings and where each comes from: flags before REPORTEDLY_* variables before the file."""
    origins = dict(settings.origins)
    rows = [Setting(name, str(getattr(settings, name)), origins[name]) for name in NAMES]
    write(Listing("settings", rows, _COLUMNS, _value), form, Settings(settings.ledger, limit=0))
    file = settings_file(os.environ)
    say(
        f"settings file: {file}"
        if file
        else f"no settings file; {FILE} in this folder or your configuration folder would be read"
    )


def _value(row: Setting) -> dict[str, str]:
    """Return a setting's JSON."""
    return {"name": row.name, "value": row.value, "origin": row.origin}


_COLUMNS: tuple[Column[Setting], ...] = (
    Column("setting", lambda one: one.name),
    Column("value", lambda one: one.value, width=60),
    Column("from", lambda one: one.origin, width=60),
)
