"""The only room that knows the others; see docs/engine.md."""

from reportedly.engine.contents import Progress, contents, ledger_of, reconciled, stories
from reportedly.engine.settings import Settings, settings
from reportedly.engine.stages import Added, Reading, add, readings, would_add
from reportedly.engine.vault import Vault, listed, opened, validators, verify, withdraw

__all__ = [
    "Added",
    "Progress",
    "Reading",
    "Settings",
    "Vault",
    "add",
    "contents",
    "ledger_of",
    "listed",
    "opened",
    "readings",
    "reconciled",
    "settings",
    "stories",
    "validators",
    "verify",
    "withdraw",
    "would_add",
]
