"""The log's head shown to a witness outside, so that nobody can cut off or write anew what was before."""

import importlib
from collections import deque
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reportedly.engine.vault import Vault, logged
from reportedly.errors import NotInLedger, SettingsInvalid


@dataclass(frozen=True, slots=True)
class Stamp:
    """A witness's word about the log.

    Attributes:
        sequence: Number of the entry that was the last.
        head: Its hash, whose 64 digits were signed.
        time: When, as the witness says, UTC.
        token: Hash of the witness's response, which lies in the archive.
    """

    sequence: int
    head: str
    time: datetime
    token: str


def stamped(vault: Vault, url: str, *, door: Any = None) -> Stamp:
    """Have an RFC 3161 authority sign the hash of the last entry; its response is kept, and logged as a capture.

    Args:
        vault: Open for writing.
        url: Of the authority.
        door: What may be connected to, a `reportedly.intake.transport.Door`; None for public addresses.

    Raises:
        SettingsInvalid: The extra ``timestamps`` is not installed.
        NotInLedger: The ledger is empty.
        NotFetched: The authority does not sign.
    """
    try:
        witness: Any = importlib.import_module("reportedly.intake.witness")
    except ImportError as fault:
        raise SettingsInvalid("RFC 3161 needs an extra: pip install 'reportedly[timestamps]'") from fault
    last = deque(vault.store.entries(), maxlen=1)
    if not last:
        raise NotInLedger(f"{vault.store.path} holds no entry yet; add a report first")
    [entry] = last
    options = {} if door is None else {"door": door}
    found = witness.witnessed(entry.hash.encode(), url, **options)
    token = vault.archive.put(found.token)
    logged(vault, found.fetched)
    return Stamp(entry.sequence, entry.hash, found.time, token)
