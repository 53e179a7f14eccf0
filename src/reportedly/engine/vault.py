"""A ledger with the archive beside it."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from reportedly.engine.linking import Linking
from reportedly.engine.settings import Settings
from reportedly.errors import NotInLedger
from reportedly.format import decoded, encoded
from reportedly.intake import Archive, Fetched, Listed, Listing, Validators
from reportedly.ledger import Damage, Sqlite
from reportedly.model import Fetch, Withdrawal

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


def kept(vault: Vault, fetched: Fetched) -> Fetch:
    """Put the record of a fetch into the archive and return its line for the capture log."""
    if fetched.record:
        vault.archive.put(fetched.record)
    return fetched.fetch


def logged(vault: Vault, fetched: Fetched, *, report: str | None = None, reason: str | None = None) -> None:
    """Keep the evidence of a fetch that gave no new report; first the record, then, when it is safe, the line.

    Of a page that was withdrawn, only the line is kept.

    Args:
        vault: Open for writing.
        fetched: What is kept of it.
        report: Id of the report that it left unchanged; None when there is none.
        reason: Why there is no report; None when there is one.
    """
    gone = {
        id_ for url in (fetched.fetch.url, *fetched.fetch.redirects) for id_, gone in vault.store.versions(url) if gone
    }
    fetch = replace(fetched.fetch, record=None) if gone else kept(vault, fetched)
    vault.store.log(replace(fetch, report=report, reason=reason or fetch.reason))


def noted(vault: Vault, listing: Listing) -> None:
    """Log a URL that led to further ones; first where it led is kept, then, when that is safe, the line."""
    found = listing.listed
    sha256 = None if found is None else vault.archive.put(encoded({"kind": found.kind, "entries": found.entries}))
    vault.store.log(replace(listing.fetched.fetch, listed=sha256))


def listed(vault: Vault, url: str) -> Listed | None:
    """Return where a feed or sitemap led the last time, for one that has not changed since; None when it was none.

    Raises:
        ArchiveCorrupt: What was kept of it is missing or damaged.
    """
    line = _last(vault, url)
    if line is None or line.listed is None:
        return None
    found = decoded(vault.archive.get(line.listed))
    return Listed(found["kind"], tuple((place, published) for place, published in found["entries"]))


def _last(vault: Vault, url: str) -> Fetch | None:
    """Return the last line of a URL that gave something: a report that is still there, or a list; None when none did."""
    lines = [one for one in vault.store.fetches(url) if one.reason is None and (one.report or one.listed)]
    gone = {one.report for one in vault.store.withdrawn()} if lines else set()
    return next((one for one in reversed(lines) if one.listed or one.report not in gone), None)


def latest(vault: Vault, url: str, *, whole: bool = False) -> Fetch | None:
    """Return the last time a URL was asked for and gave or confirmed a report that is still there; None when never.

    Args:
        vault: Open for looking.
        url: As it was asked for.
        whole: Only when the page came, not when the server said that it did not change.
    """
    found = [one for one in vault.store.fetches(url) if one.report is not None and one.reason is None]
    found = [one for one in found if one.sha256 is not None] if whole else found
    gone = {one.report for one in vault.store.withdrawn()} if found else set()
    return next((one for one in reversed(found) if one.report not in gone), None)


def validators(vault: Vault, url: str) -> Validators | None:
    """Return what a server said of a page the last time, so that it need not send it again; None when never asked."""
    line = _last(vault, url)
    if line is not None and line.listed is not None:
        if not vault.archive.holds(line.listed):
            return None  # what was kept of it is gone, so it must come whole
        lines = [one for one in vault.store.fetches(url) if one.listed == line.listed and one.sha256 is not None]
        found: Fetch | None = lines[-1]
    else:
        found = latest(vault, url, whole=True)
    return None if found is None or not (found.etag or found.modified) else Validators(found.etag, found.modified)


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
    yield from _records(vault)
    gone = {sha256: id_ for id_, sha256, withdrawn in vault.store.captures() if withdrawn and sha256 not in kept}
    for sha256, id_ in gone.items():
        if vault.archive.holds(sha256):
            yield Damage(
                f"report {id_}", "withdrawn, yet its bytes are in the archive; withdraw it again to erase them"
            )


def _records(vault: Vault) -> Iterator[Damage]:
    """Yield the lines of the capture log whose records are missing, or should be."""
    withdrawn = {one.report for one in vault.store.withdrawn()}
    for fetch in vault.store.fetches():
        if fetch.listed is not None and not vault.archive.holds(fetch.listed):
            where = f"capture of {fetch.url} at {fetch.time.isoformat()}"
            yield Damage(where, f"the list {fetch.listed} is not in the archive; restore it from a backup")
        if fetch.record is None:
            continue
        where = f"capture of {fetch.url} at {fetch.time.isoformat()}"
        held, gone = vault.archive.holds(fetch.record), fetch.report in withdrawn
        if held and gone:
            yield Damage(where, f"{fetch.report} was withdrawn, yet its record is in the archive; withdraw it again")
        elif not held and not gone:
            yield Damage(where, f"its record {fetch.record} is not in the archive; restore it from a backup")


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
    if vault.store.withdraw(order, Linking()) and vault.archive.erase(order.sha256):
        _LOG.info("erased the bytes %s", order.sha256)
    for fetch in vault.store.fetches():
        if fetch.report == report and fetch.record is not None:
            vault.archive.erase(fetch.record)
    return next(one for one in vault.store.withdrawn() if one.report == report)
