"""Inputs made to break readers, and a ledger that took them in.

The files were written for this project (CC0, every word invented); `payloads.json` says which words in them do harm where
they are not inert.
"""

import json
import subprocess
import sys
from pathlib import Path

FILES = Path(__file__).parent / "files"
PAYLOADS: dict[str, str] = json.loads((FILES / "payloads.json").read_text("utf-8"))
PROGRAM = [sys.executable, "-c", "from reportedly.cli import main; main()"]


def files(*prefixes: str) -> list[Path]:
    """Return the files whose names begin so, sorted."""
    return sorted(one for one in FILES.iterdir() if one.name.startswith(prefixes))


def run(*arguments: object, given: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program as a user does."""
    words = [*PROGRAM, *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, check=False, input=given)


def added(ledger: Path, *inputs: Path) -> Path:
    """Take inputs into a ledger; every one of them must get in."""
    found = run("add", *inputs, "--ledger", ledger)
    assert found.returncode == 0, found.stderr
    return ledger
