"""The log's head shown to a witness outside, so that nobody can cut off or write anew what was before."""

import importlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from reportedly.engine.vault import Vault, logged
from reportedly.errors import NotInLedger, SettingsInvalid
from reportedly.model import Entry, Fetch


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
    witness = _library("reportedly.intake.witness", "RFC 3161")
    entry = _last(vault)
    found = witness.witnessed(entry.hash.encode(), url, **_options(door))
    token = vault.archive.put(found.token)
    logged(vault, found.fetched)
    return Stamp(entry.sequence, entry.hash, found.time, token)


@dataclass(frozen=True, slots=True)
class Commitment:
    """A calendar's word about the log.

    Attributes:
        sequence: Number of the entry that was the last.
        head: Its hash, whose 64 digits were taken in.
        proof: Hash of the proof, which lies in the archive and which `ots verify` reads.
        blocks: Heights of the Bitcoin blocks that the proof leads to; none while the calendar has only promised.
    """

    sequence: int
    head: str
    proof: str
    blocks: tuple[int, ...]


def committed(vault: Vault, url: str, *, door: Any = None) -> Commitment:
    """Have an OpenTimestamps calendar take in the hash of the last entry; the proof is kept, and logged as a capture.

    Args:
        vault: Open for writing.
        url: Of the calendar.
        door: As for `stamped`.

    Raises:
        SettingsInvalid: The extra ``timestamps`` is not installed.
        NotInLedger: The ledger is empty.
        NotFetched: The calendar does not take it in.
    """
    calendar = _library("reportedly.intake.calendar", "OpenTimestamps")
    entry = _last(vault)
    found = calendar.committed(entry.hash.encode(), url, **_options(door))
    vault.archive.put(found.raw)
    logged(vault, found.fetched)
    return Commitment(entry.sequence, entry.hash, sha256(found.raw).hexdigest(), found.blocks)


def completed(vault: Vault, url: str, *, door: Any = None) -> Iterator[Commitment]:
    """Ask a calendar for the blocks of all proofs for which it has only promised any; yield those that it has now.

    A completed proof is kept beside the promise, and logged.

    Args:
        vault: Open for writing.
        url: Of the calendar.
        door: As for `stamped`.

    Raises:
        SettingsInvalid: As for `committed`.
        NotFetched: The calendar gives no answer.
        ArchiveCorrupt: A proof is missing or damaged.
    """
    calendar = _library("reportedly.intake.calendar", "OpenTimestamps")
    kept = [
        calendar.proof_of(vault.archive.get(one.sha256))
        for one in vault.store.fetches()
        if one.sha256 is not None
        and one.reason is None
        and one.url.startswith(f"{url.rstrip('/')}/")
        and _is_proof(one)
    ]
    done = {one.digest for one in kept if one.blocks}
    entries = {sha256(one.hash.encode()).hexdigest(): one for one in vault.store.entries()}
    for proof in kept:
        if proof.digest in done or proof.digest not in entries:
            continue
        found = calendar.completed(proof.raw, url, **_options(door))
        if found is not None:
            vault.archive.put(found.raw)
            logged(vault, found.fetched)
            entry = entries[proof.digest]
            yield Commitment(entry.sequence, entry.hash, sha256(found.raw).hexdigest(), found.blocks)


def _is_proof(line: Fetch) -> bool:
    """Say whether a line of the capture log is about a proof of OpenTimestamps, by what was asked for."""
    *_, kind, last = line.url.rsplit("/", 2)
    return last == "digest" or kind == "timestamp"


def _last(vault: Vault) -> Entry:
    """Return the last entry of the log.

    Raises:
        NotInLedger: There is none.
    """
    last = deque(vault.store.entries(), maxlen=1)
    if not last:
        raise NotInLedger(f"{vault.store.path} holds no entry yet; add a report first")
    return last[0]


def _library(name: str, what: str) -> Any:
    """Import what speaks to a witness.

    Raises:
        SettingsInvalid: The extra is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError as fault:
        raise SettingsInvalid(f"{what} needs an extra: pip install 'reportedly[timestamps]'") from fault


def _options(door: Any) -> dict[str, Any]:
    """Return what is said about connecting."""
    return {} if door is None else {"door": door}
