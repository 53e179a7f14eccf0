"""The ledger in one SQLite file: the embedded default."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from reportedly.errors import InputInvalid, LedgerLocked, NotInLedger
from reportedly.format import decoded, encoded
from reportedly.ledger import chain, damage, row
from reportedly.ledger.connection import faults, opened
from reportedly.ledger.index import Index
from reportedly.ledger.move import Cause, Moves
from reportedly.ledger.neighbourhood import Neighbourhoods
from reportedly.ledger.query import BREAK, query, spaced
from reportedly.ledger.store import Damage, Filing, Group, Hit, Linker, Move, Outcome
from reportedly.model import Capture, Entry, EntryKind, Fetch, Report, Withdrawal

# Reports that one command asks for again and again; each takes up to 0.5 MB.
_REMEMBERED = 64

_OPEN, _CLOSE = "\x02", "\x03"


class Sqlite:
    """A Store in one file; one value serves one thread.

    Args:
        path: The file.
        write: Whether it may be changed; a new file is made only then.
        wait_s: Seconds to wait while another process writes.

    Raises:
        LedgerError: As `reportedly.ledger.connection.opened`.
    """

    def __init__(self, path: Path, *, write: bool = False, wait_s: float = 10.0) -> None:
        self.path = path
        self._write = write
        self._connection = opened(path, write=write, wait_s=wait_s)
        self._index = Index(self._connection)
        self._neighbourhoods = Neighbourhoods(self._connection, self._index)
        self._read = lru_cache(maxsize=_REMEMBERED)(self._decoded)

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file; nothing can be asked afterwards."""
        self._connection.close()

    # Writer

    def file(self, filing: Filing, linker: Linker) -> Outcome:
        """Append a report; as `reportedly.ledger.store.Writer.file`."""
        value = encoded(row.filed(filing))
        with self._transaction():
            known = self._is_known(filing)
            if filing.fetch is not None and known:
                self._log(replace(filing.fetch, report=filing.report.id))
            if known:
                return "known"
            entry = self._append("report", filing.report.id, value)
            number = self._insert(filing, entry)
            self._link(number, filing, linker, Cause(filing.report.id, gone=False, time=entry.recorded))
            if filing.fetch is not None:
                self._log(replace(filing.fetch, report=filing.report.id))
        return "added"

    def behind(self, version: int) -> tuple[str, ...]:
        """Return the reports without a profile; as `reportedly.ledger.store.Writer.behind`."""
        with self._transaction():
            if self._index.current(version):
                return ()
            self._index.forget(version)
            return tuple(self._index.missing())

    def relink(self, filing: Filing, linker: Linker) -> None:
        """Give a report its profile; as `reportedly.ledger.store.Writer.relink`."""
        with self._transaction():
            found = self._rows("SELECT number FROM report WHERE id = ? AND withdrawn IS NULL", filing.report.id)
            if found:
                [(number,)] = found
                self._index.remove(number)
                self._neighbourhoods.reset(number)
                self._link(number, filing, linker, None)

    def log(self, fetch: Fetch) -> None:
        """Append a line of the capture log; as `reportedly.ledger.store.Writer.log`."""
        with self._transaction():
            self._log(fetch)

    def withdraw(self, order: Withdrawal, linker: Linker) -> bool:
        """Erase a report; as `reportedly.ledger.store.Writer.withdraw`."""
        with self._transaction():
            found = self._rows("SELECT number, withdrawn FROM report WHERE id = ?", order.report)
            if not found:
                raise NotInLedger(f"there is no report {order.report} in {self.path}")
            number, withdrawn = found[0]
            if withdrawn is None:
                with faults(self.path):
                    self._neighbourhoods.remove(number, linker, Cause(order.report, gone=True, time=order.time))
                self._erase(order, number)
            shared = self._rows("SELECT 1 FROM report WHERE sha256 = ? AND withdrawn IS NULL", order.sha256)
        self._read.cache_clear()
        with faults(self.path):
            # What was erased must not lie on in the write-ahead log.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return not shared

    def keep(self, group: Group, value: bytes) -> None:
        """Remember what reconciling made; as `reportedly.ledger.store.Writer.keep`."""
        if not self._write:
            return
        try:
            with self._transaction():
                self._run("INSERT OR REPLACE INTO derived VALUES (?, ?, ?)", group.number, group.key, row.packed(value))
        except LedgerLocked:
            return

    # View

    def count(self) -> int:
        """Count the reports; as `reportedly.ledger.store.View.count`."""
        return int(self._rows("SELECT count(*) FROM report WHERE withdrawn IS NULL")[0][0])

    def report(self, id_: str) -> Report:
        """Return one report; as `reportedly.ledger.store.View.report`."""
        return self._read(self._sequence(id_))

    def capture(self, id_: str) -> Capture:
        """Return where a report was read; as `reportedly.ledger.store.View.capture`."""
        return row.capture_of(self._value(self._sequence(id_)))

    def ids(self) -> tuple[str, ...]:
        """Return all ids; as `reportedly.ledger.store.View.ids`."""
        return tuple(id_ for (id_,) in self._rows("SELECT id FROM report WHERE withdrawn IS NULL ORDER BY sequence"))

    def outcome(self, id_: str, sha256: str) -> Literal["new", "known", "other", "withdrawn"]:
        """Say what adding would find; as `reportedly.ledger.store.View.outcome`."""
        found = self._rows("SELECT sha256, withdrawn FROM report WHERE id = ?", id_)
        if not found:
            return "new"
        known, withdrawn = found[0]
        if withdrawn is not None:
            return "withdrawn"
        return "known" if known == sha256 else "other"

    def holder(self, sha256: str, id_: str | None) -> str | None:
        """Return who rests on these bytes; as `reportedly.ledger.store.View.holder`."""
        found = self._rows(
            "SELECT id FROM report WHERE sha256 = ? AND withdrawn IS NULL AND id = coalesce(?, id) ORDER BY number",
            sha256,
            id_,
        )
        return str(found[0][0]) if found else None

    def reports(self) -> Iterator[Report]:
        """Yield all reports; as `reportedly.ledger.store.View.reports`."""
        for (sequence,) in self._rows("SELECT sequence FROM report WHERE withdrawn IS NULL ORDER BY sequence"):
            value = self._value(sequence)
            if value is not None:
                yield row.report_of(value)

    def groups(self) -> tuple[Group, ...]:
        """Return the stories; as `reportedly.ledger.store.View.groups`."""
        with faults(self.path):
            return self._neighbourhoods.groups()

    def moves(self, story: str) -> tuple[Move, ...]:
        """Return the moves of a story; as `reportedly.ledger.store.View.moves`."""
        if self._rows("SELECT 1 FROM sqlite_master WHERE name = 'move'"):
            with faults(self.path):
                return tuple(Moves(self._connection).of(story))
        return ()  # a ledger of an earlier version that is only looked at

    def kept(self, group: Group) -> bytes | None:
        """Return what was remembered; as `reportedly.ledger.store.View.kept`."""
        found = self._rows("SELECT value FROM derived WHERE story = ? AND key = ?", group.number, group.key)
        return row.unpacked(found[0][0]) if found else None

    def search(self, words: str, *, limit: int) -> tuple[int, tuple[Hit, ...]]:
        """Search titles and texts; as `reportedly.ledger.store.View.search`."""
        asked = query(words)
        [(total,)] = self._rows("SELECT count(*) FROM search WHERE search MATCH ?", asked)
        found = self._rows(
            "SELECT report.id, search.title, snippet(search, -1, ?, ?, '…', 16) FROM search"
            " JOIN report ON report.number = search.rowid WHERE search MATCH ? ORDER BY rank, report.id LIMIT ?",
            _OPEN,
            _CLOSE,
            asked,
            limit,
        )
        return int(total), tuple(Hit(id_, _shown(title), _pieces(snippet)) for id_, title, snippet in found)

    def withdrawn(self) -> tuple[Withdrawal, ...]:
        """Return what was withdrawn; as `reportedly.ledger.store.View.withdrawn`."""
        found = self._rows("SELECT value FROM entry WHERE kind = 'withdrawal' ORDER BY sequence")
        return tuple(row.withdrawal_of(decoded(row.unpacked(value))) for (value,) in found)

    def entries(self) -> Iterator[Entry]:
        """Yield the log; as `reportedly.ledger.store.View.entries`."""
        with faults(self.path):
            for found in self._connection.execute("SELECT * FROM entry ORDER BY sequence"):
                yield row.entry(found)

    def captures(self) -> Iterator[tuple[str, str, bool]]:
        """Yield the hashes of the bytes; as `reportedly.ledger.store.View.captures`."""
        for id_, sha256, withdrawn in self._rows("SELECT id, sha256, withdrawn FROM report ORDER BY sequence"):
            yield id_, sha256, withdrawn is not None

    def versions(self, url: str) -> tuple[tuple[str, bool], ...]:
        """Return what was read at an address; as `reportedly.ledger.store.View.versions`."""
        found = self._rows("SELECT id, withdrawn FROM report WHERE url = ? ORDER BY sequence", url)
        return tuple((id_, withdrawn is not None) for id_, withdrawn in found)

    def fetches(self, url: str | None = None) -> Iterator[Fetch]:
        """Yield the capture log; as `reportedly.ledger.store.View.fetches`."""
        where, values = ("", ()) if url is None else (" AND subject = ?", (url,))
        # The words put together here are constants.
        for (value,) in self._rows(f"SELECT value FROM entry WHERE kind = 'capture'{where} ORDER BY sequence", *values):  # noqa: S608
            yield row.fetch_of(decoded(row.unpacked(value)))

    def damages(self) -> Iterator[Damage]:
        """Check everything; as `reportedly.ledger.store.View.damages`."""
        with faults(self.path):
            yield from damage.found(self._connection)

    # within

    def _is_known(self, filing: Filing) -> bool:
        """Say whether nothing needs to be written.

        Raises:
            InputInvalid: The id stands for other bytes or a withdrawn report.
        """
        id_ = filing.report.id
        outcome = self.outcome(id_, filing.report.document.sha256)
        if outcome == "other":
            raise InputInvalid(
                f"the ledger holds other bytes under the id {id_}; give the changed text an id of its own"
            )
        if outcome == "withdrawn":
            raise InputInvalid(
                f"report {id_} was withdrawn and is not taken in again; `reportedly show {id_}` says why"
            )
        return outcome == "known"

    def _link(self, number: int, filing: Filing, linker: Linker, cause: Cause | None) -> None:
        """Write what a report is compared by, and put it into its story."""
        day = filing.report.document.day
        with faults(self.path):
            self._index.add(number, day.toordinal() if day else None, filing.keys, linker.version, filing.profile)
            self._neighbourhoods.add(number, linker, cause)

    def _insert(self, filing: Filing, entry: Entry) -> int:
        """Write the rows beside the entry; return the report's number."""
        document = filing.report.document
        number = self._run(
            "INSERT INTO report (id, sequence, sha256, story, near, url) VALUES (?, ?, ?, 0, 0, ?)",
            document.id,
            entry.sequence,
            document.sha256,
            document.url,
        )
        self._run("UPDATE report SET story = number, near = number WHERE number = ?", number)
        self._run(
            "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)",
            number,
            spaced(document.title or ""),
            spaced(document.text),
        )
        return number

    def _erase(self, order: Withdrawal, number: int) -> None:
        """Append the withdrawal and erase the value, the text and the keys."""
        entry = self._append("withdrawal", order.report, encoded(row.withdrawn(order)), order.time)
        self._run("UPDATE entry SET value = NULL WHERE subject = ? AND kind = 'report'", order.report)
        self._run("UPDATE report SET withdrawn = ? WHERE number = ?", entry.sequence, number)
        self._run("DELETE FROM search WHERE rowid = ?", number)
        # A deletion leaves the words in FTS5's segments until they are merged; no text is read again, as 'rebuild' would. Its
        # 'secure-delete' would touch fewer pages, and leave a file that SQLite before 3.42 cannot search.
        self._run("INSERT INTO search (search) VALUES ('optimize')")

    def _log(self, fetch: Fetch) -> None:
        """Append a line of the capture log within a transaction."""
        self._append("capture", fetch.url, encoded(row.fetched(fetch)))

    def _append(self, kind: EntryKind, subject: str, value: bytes, recorded: datetime | None = None) -> Entry:
        """Append one entry."""
        found = self._rows("SELECT * FROM entry ORDER BY sequence DESC LIMIT 1")
        last = row.entry(found[0]) if found else None
        entry = chain.chained(last, recorded or datetime.now(UTC), kind, subject, value)
        self._run(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            entry.sequence,
            entry.recorded.isoformat(),
            entry.kind,
            entry.subject,
            row.packed(value),
            entry.value_sha256,
            entry.previous,
            entry.hash,
        )
        return entry

    def _sequence(self, id_: str) -> int:
        """Return the number of the entry that holds a report."""
        found = self._rows("SELECT sequence, withdrawn FROM report WHERE id = ?", id_)
        if not found:
            raise NotInLedger(f"there is no report {id_} in {self.path}")
        sequence, withdrawn = found[0]
        if withdrawn is not None:
            order = next(one for one in self.withdrawn() if one.report == id_)
            raise NotInLedger(f"report {id_} was withdrawn on {order.time:%Y-%m-%d} by {order.by}: {order.reason}")
        return int(sequence)

    def _value(self, sequence: int) -> Any:
        """Return an entry's JSON; None when it was erased."""
        [(value,)] = self._rows("SELECT value FROM entry WHERE sequence = ?", sequence)
        return None if value is None else decoded(row.unpacked(value), name=f"entry {sequence}")

    def _decoded(self, sequence: int) -> Report:
        """Return the report of one entry."""
        return row.report_of(self._value(sequence))

    def _rows(self, statement: str, *values: Any) -> list[Any]:
        """Ask."""
        with faults(self.path):
            return self._connection.execute(statement, values).fetchall()

    def _run(self, statement: str, *values: Any) -> int:
        """Write; return the number of the row last inserted."""
        with faults(self.path):
            return self._connection.execute(statement, values).lastrowid or 0

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Write all or nothing; on disk at the end."""
        self._run("BEGIN IMMEDIATE")
        try:
            yield
            self._run("COMMIT")
        except BaseException:
            # SQLite ends the transaction by itself after some faults, a full disk among them.
            if self._connection.in_transaction:
                self._run("ROLLBACK")
            raise


def _shown(text: str) -> str:
    """Return text from the index as it was."""
    return str(text).replace(BREAK, "")


def _pieces(snippet: str) -> tuple[str, ...]:
    """Cut a snippet at the marks round its hits."""
    return tuple(re.split(f"[{_OPEN}{_CLOSE}]", _shown(snippet)))
