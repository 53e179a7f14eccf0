"""The hostile inputs of the benchmark, through the checkers that came with them; skipped where they are not at hand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HOSTILE = Path(__file__).parents[3] / "shared" / "bench" / "hostile"
ADAPTER = Path(__file__).parent / "hostile_adapter.py"
PAGES = Path(__file__).parents[2] / "benchmarks" / "hostile.py"

pytestmark = pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile inputs are not at hand")


def _check(*arguments: str) -> dict[str, object]:
    """Run a checker; return its last line."""
    found = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
    last: dict[str, object] = json.loads(found.stdout.splitlines()[-1])
    return last


@pytest.mark.parametrize("kind", ["rss", "warc", "warc_plain", "wacz", "html", "text"])
def test_every_case_of_a_kind(kind: str) -> None:
    found = _check(str(HOSTILE / "check.py"), kind, str(PAGES if kind in {"html", "text"} else ADAPTER))
    assert found["failed"] == 0


def test_no_connection_to_a_forbidden_address() -> None:
    found = _check(str(HOSTILE / "ssrf_check.py"), str(ADAPTER))
    assert (found["forbidden_connects"], found["control_ok"]) == (0, [True, None])
