"""A ledger with the archive beside it."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from reportedly.engine.settings import Settings
from reportedly.errors import NotInLedger
from reportedly.intake import Archive
from reportedly.ledger import Damage, Sqlite
from reportedly.model import Withdrawal

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Vault:
    """The store and the archive of one ledger.

    Attributes:
        store: Entries and what is made of them.
        archive: The captured bytes.
    """

    store: Sqlite
    archive: Archive

    def __enter__(self) -> Self:
        """Return the vault itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.store.close()


def opened(settings: Settings, *, write: bool = False) -> Vault:
    """Open the ledger that the settings name.

    Args:
        settings: Of this run.
        write: Whether it may be changed, and made when it is missing.

    Raises:
        LedgerError: It is missing, no ledger, of a later version, or cannot be opened.
    """
    store = Sqlite(settings.ledger, write=write, wait_s=settings.wait)
    return Vault(store, Archive(Path(settings.archive)))


def verify(vault: Vault) -> Iterator[Damage]:
    """Recompute every hash of the ledger and the archive and check every span; yield what is wrong."""
    yield from vault.store.damages()
    for fault in vault.archive.faults():
        yield Damage(f"archive {fault.path.name}", fault.reason)
    kept: set[str] = set()
    for id_, sha256, withdrawn in vault.store.captures():
        if withdrawn:
            continue
        kept.add(sha256)
        if not vault.archive.holds(sha256):
            yield Damage(f"report {id_}", f"the bytes {sha256} are not in the archive; restore them from a backup")
    gone = {sha256: id_ for id_, sha256, withdrawn in vault.store.captures() if withdrawn and sha256 not in kept}
    for sha256, id_ in gone.items():
        if vault.archive.holds(sha256):
            yield Damage(
                f"report {id_}", "withdrawn, yet its bytes are in the archive; withdraw it again to erase them"
            )


def withdraw(vault: Vault, report: str, *, reason: str, by: str) -> Withdrawal:
    """Erase a report's bytes, its text and all that was read from it; the fact, the hash and the reason stay.

    Doing it again finishes what a crash left undone and appends nothing.

    Args:
        vault: Open for writing.
        report: Id of the report.
        reason: Why; kept for ever.
        by: Name of whoever orders it; kept for ever.

    Returns:
        What was appended, now or the first time.

    Raises:
        NotInLedger: There is no such report.
    """
    hashes = {id_: sha256 for id_, sha256, _ in vault.store.captures()}
    if report not in hashes:
        raise NotInLedger(f"there is no report {report} in {vault.store.path}")
    order = Withdrawal(report, hashes[report], datetime.now(UTC), by, reason)
    if vault.store.withdraw(order) and vault.archive.erase(order.sha256):
        _LOG.info("erased the bytes %s", order.sha256)
    return next(one for one in vault.store.withdrawn() if one.report == report)
