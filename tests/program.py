"""The program, run as a user runs it, in this process."""

import json
from typing import Any

from click.testing import CliRunner, Result

from reportedly.cli import main


def run(*arguments: object, given: str | bytes | None = None, columns: int = 100) -> Result:
    """Run a command; faults of ours that nobody caught are raised."""
    runner = CliRunner(env={"COLUMNS": str(columns), "REPORTEDLY_SETTINGS": None})
    found = runner.invoke(main, [str(one) for one in arguments], input=given)
    if found.exception is not None and not isinstance(found.exception, SystemExit):
        raise found.exception
    return found


def values(*arguments: object) -> list[Any]:
    """Run a listing with --nl and return its values."""
    found = run(*arguments, "--nl")
    assert found.exit_code == 0, found.stderr
    return [json.loads(one) for one in found.stdout.splitlines()]
