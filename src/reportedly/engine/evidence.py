"""Everything that the ledger's reports rest on, in one archive that other tools read."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from reportedly import __version__
from reportedly.engine.vault import Vault
from reportedly.export.file import whole
from reportedly.export.wacz import Page, resource, write
from reportedly.model import Capture, Report


def wacz(vault: Vault, out: Path) -> int:
    """Write the requests and responses of all fetches, and the bytes of all other reports, as a WACZ.

    The file is there whole or not at all.

    Args:
        vault: Open for looking.
        out: The file; replaced when it is there.

    Returns:
        How many pages it holds.

    Raises:
        LedgerError: It cannot be written.
        ArchiveCorrupt: Bytes of the archive are missing or damaged.
    """
    pages = [_page(report, vault.store.capture(report.id)) for report in vault.store.reports()]
    with whole(out) as stream:
        write(stream, _records(vault), pages, created=datetime.now(UTC), software=f"reportedly {__version__}")
    return len(pages)


def _records(vault: Vault) -> Iterator[bytes]:
    """Yield WARC files: those of the capture log, each once, then one for each report that was not fetched."""
    fetched: set[str] = set()
    seen: set[str] = set()
    withdrawn = {one.report for one in vault.store.withdrawn()}
    for fetch in vault.store.fetches():
        if fetch.report is not None:
            fetched.add(fetch.report)
        if fetch.record is not None and fetch.record not in seen and fetch.report not in withdrawn:
            seen.add(fetch.record)
            yield vault.archive.get(fetch.record)
    for report in vault.store.reports():
        if report.id not in fetched:
            capture = vault.store.capture(report.id)
            raw = vault.archive.get(capture.sha256)
            kind = "application/json" if raw.startswith(b"{") else capture.media_type or "application/octet-stream"
            yield resource(_url(report, capture), raw, kind, capture.captured)


def _page(report: Report, capture: Capture) -> Page:
    """Describe a report."""
    return Page(report.id, _url(report, capture), report.document.title, capture.captured, report.text)


def _url(report: Report, capture: Capture) -> str:
    """Return a report's address, or a name made of its hash."""
    return report.document.url or f"urn:sha256:{capture.sha256}"
