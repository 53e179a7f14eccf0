"""The SQLite file: its faults, its neighbours, what it refuses."""

import sqlite3
import threading
from pathlib import Path

import pytest
from filing import LinkAll, filing, link_all, order

from reportedly.errors import LedgerError, LedgerFull, LedgerLocked, LedgerTooNew
from reportedly.ledger import Sqlite


def test_a_missing_ledger_is_not_made_for_looking(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="reportedly add"):
        Sqlite(tmp_path / "ledger.db")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(b"a letter to the editor, long enough to be no header at all" * 40)
    with pytest.raises(LedgerError, match="no SQLite"):
        Sqlite(path, write=True)
    assert path.read_bytes().startswith(b"a letter")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE cookies (a)")
    other.close()
    with pytest.raises(LedgerError, match="another program"):
        Sqlite(path, write=True)


def test_an_empty_file_holds_nothing_to_look_at(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.touch()
    with pytest.raises(LedgerError, match="is empty"):
        Sqlite(path)


def test_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    Sqlite(path, write=True).close()
    with sqlite3.connect(path) as later:
        later.execute("PRAGMA user_version = 99")
    later.close()
    for write in (True, False):
        with pytest.raises(LedgerTooNew, match="schema 99"):
            Sqlite(path, write=write)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LedgerError, match="cannot make the folder"):
        Sqlite(tmp_path / "file" / "ledger.db", write=True)


def test_a_ledger_without_its_neighbours_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Sqlite(path, write=True) as store:
        store.file(filing("r1"), link_all)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["ledger.db"]
    with Sqlite(path) as view:
        assert view.ids() == ("r1",)
        with pytest.raises(LedgerError, match="may be written"):
            view.file(filing("r2"), link_all)


def test_a_writer_waits_for_another_and_then_gives_up(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Sqlite(path, write=True) as store, sqlite3.connect(path, isolation_level=None) as other:
        store.close()
        other.execute("BEGIN IMMEDIATE")
        with Sqlite(path, write=True, wait_s=0.05) as waiting:
            with pytest.raises(LedgerLocked, match="another process"):
                waiting.file(filing("r1"), link_all)
            other.execute("ROLLBACK")
            assert waiting.file(filing("r1"), link_all) == "added"
    other.close()


def test_a_reader_sees_whole_reports_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Sqlite(path, write=True) as store, Sqlite(path) as view:
        seen: list[int] = []

        class Look(LinkAll):
            def compared(self, one: bytes, other: bytes) -> tuple[float, bool]:
                seen.append(view.count())
                return super().compared(one, other)

        store.file(filing("r1", "r1", keys="k"), Look())
        store.file(filing("r2", "r2", keys="k"), Look())
        assert set(seen) == {1}
        assert view.ids() == ("r1", "r2")


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"

    def write(name: str) -> None:
        with Sqlite(path, write=True, wait_s=30) as store:
            for number in range(20):
                store.file(filing(f"{name}{number}", f"{name} {number}", keys="k"), link_all)

    writers = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    with Sqlite(path) as view:
        assert view.count() == 40
        assert len(view.groups()) == 1
        assert list(view.damages()) == []


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Sqlite(path, write=True) as store:
        store.file(filing("r0"), link_all)
        [pages] = store._connection.execute("PRAGMA page_count").fetchone()  # noqa: SLF001 - the fault is put in here
        store._connection.execute(f"PRAGMA max_page_count = {pages + 4}")  # noqa: SLF001 - as above
        acknowledged = ["r0"]

        def fill() -> None:
            for number in range(1, 200):
                store.file(filing(f"r{number}", f"{number} " * 400), link_all)
                acknowledged.append(f"r{number}")

        with pytest.raises(LedgerFull, match="no space left"):
            fill()
        assert list(store.ids()) == acknowledged
        assert list(store.damages()) == []


def test_an_entry_is_neither_changed_nor_deleted(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Sqlite(path, write=True) as store:
        store.file(filing("r1"), link_all)
        store.file(filing("r2"), link_all)
        store.withdraw(order("r2"), link_all)
    with sqlite3.connect(path) as hand:
        for statement in FORBIDDEN:
            with pytest.raises(sqlite3.IntegrityError, match="never"):
                hand.execute(statement)
    hand.close()


FORBIDDEN = [
    "DELETE FROM entry",
    "UPDATE entry SET value = NULL WHERE subject = 'r1'",  # nothing withdrew it
    "UPDATE entry SET value = x'00' WHERE subject = 'r2' AND kind = 'report'",
    "UPDATE entry SET recorded = '' WHERE subject = 'r2'",
    "UPDATE entry SET value = NULL WHERE kind = 'withdrawal'",
]


def test_withdrawn_words_are_not_left_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Sqlite(path, write=True) as store:
        for number in range(30):
            store.file(filing(f"r{number}", f"Rain fell on Kolven, number {number}."), link_all)
            if number % 10 == 0:
                store.file(filing(f"gone{number}", f"Informant Zzyzxquil spoke, number {number}."), link_all)
        # Each withdrawal leaves an index of one part; the next finds one again that has many.
        for number in (20, 0, 10):
            store.withdraw(order(f"gone{number}", f"Informant Zzyzxquil spoke, number {number}."), link_all)
            store.file(filing(f"after{number}", f"Rain fell on Kolven after {number}."), link_all)
        left = b"".join(one.read_bytes() for one in tmp_path.iterdir())
        assert store.search("Kolven", limit=5)[0] == 33
        assert store.search("Zzyzxquil", limit=5)[0] == 0
        assert not list(store.damages())
    assert b"zzyzxquil" not in left.lower()
