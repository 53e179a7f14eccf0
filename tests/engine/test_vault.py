"""A ledger with its archive."""

from pathlib import Path

import pytest
from desk import filled, made

from reportedly.engine import opened, verify, withdraw
from reportedly.errors import NotInLedger


def test_a_sound_ledger_has_no_damage(tmp_path: Path) -> None:
    with filled(tmp_path) as vault:
        assert list(verify(vault)) == []


def test_damaged_and_missing_bytes_are_named(tmp_path: Path) -> None:
    with filled(tmp_path) as vault:
        first, second = (vault.store.report(id_).document.sha256 for id_ in ("r0", "r1"))
        paths = {path.name: path for path in (tmp_path / "ledger.db.archive").rglob("*") if path.is_file()}
        paths[first].chmod(0o600)
        paths[first].write_bytes(b"changed")
        paths[second].unlink()
        where = [one.where for one in verify(vault)]
    assert where == [f"archive {first}", "report r1"]


def test_withdrawing_erases_bytes_and_text(tmp_path: Path) -> None:
    with filled(tmp_path) as vault:
        sha256 = vault.store.report("r0").document.sha256
        found = withdraw(vault, "r0", reason="a takedown", by="Ada Orm")
        assert (found.report, found.sha256, found.reason, found.by) == ("r0", sha256, "a takedown", "Ada Orm")
        assert not vault.archive.holds(sha256)
        assert list(verify(vault)) == []


def test_withdrawing_again_finishes_what_a_crash_left(tmp_path: Path) -> None:
    with filled(tmp_path) as vault:
        sha256 = vault.store.report("r0").document.sha256
        raw = vault.archive.get(sha256)
        first = withdraw(vault, "r0", reason="a takedown", by="Ada Orm")
        vault.archive.put(raw)
        assert [one.where for one in verify(vault)] == ["report r0"]
        assert withdraw(vault, "r0", reason="other words", by="Somebody") == first
        assert list(verify(vault)) == []


def test_what_is_not_there_cannot_be_withdrawn(tmp_path: Path) -> None:
    with opened(made(tmp_path), write=True) as vault, pytest.raises(NotInLedger, match="r9"):
        withdraw(vault, "r9", reason="", by="")
