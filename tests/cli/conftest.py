"""A ledger to look at, made once."""

from pathlib import Path

import pytest
from program import run


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger that holds the bundled story; tests only look at it."""
    folder = tmp_path_factory.mktemp("demo")
    found = run("demo", "--ledger", folder / "ledger.db", "--out", folder / "demo.html")
    assert found.exit_code == 0, found.stderr
    return folder / "ledger.db"
