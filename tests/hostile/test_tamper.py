"""Somebody's hand, or a decaying disk, in the ledger: what changed is named, what did not can be read."""

import hashlib
import random
import sqlite3
import zlib
from datetime import datetime
from pathlib import Path

from desk import filled, made

from reportedly.engine import opened, verify
from reportedly.errors import ReportedlyError
from reportedly.ledger.chain import entry_hash
from reportedly.model import Entry

_FLIPS = 100


def _said(folder: Path) -> tuple[object, ...]:
    """Return everything that a ledger says."""
    with opened(made(folder)) as vault:
        entries = tuple((one.sequence, one.subject, one.value, one.hash) for one in vault.store.entries())
        reports = tuple(repr(one) for one in vault.store.reports())
        return (entries, reports, vault.store.search("dam", limit=9), vault.store.groups(), vault.store.withdrawn())


def _damages(folder: Path) -> list[str]:
    """Return what is told of a ledger that may be damaged; what cannot even be opened is told by its name."""
    try:
        with opened(made(folder)) as vault:
            return [f"{one.where}: {one.what}" for one in verify(vault)]
    except ReportedlyError as fault:
        return [str(fault)]


def test_one_bit_anywhere_in_the_file_is_found_or_changes_nothing(tmp_path: Path) -> None:
    filled(tmp_path).store.close()
    path = tmp_path / "ledger.db"
    sound, before, chance = path.read_bytes(), _said(tmp_path), random.Random(5)  # noqa: S311 - places to flip at
    used = [at for at, byte in enumerate(sound) if byte]  # most of a small ledger's pages are empty
    found = 0
    for _ in range(_FLIPS):
        raw = bytearray(sound)
        raw[chance.choice(used)] ^= 1 << chance.randrange(8)
        path.write_bytes(raw)
        damages = _damages(tmp_path)
        assert all(damages)
        found += bool(damages)
        # What nobody tells of fell on a byte that nothing rests on: the same is said as before.
        assert damages or _said(tmp_path) == before
    assert found > _FLIPS / 2
    path.write_bytes(sound)
    assert _damages(tmp_path) == []


def _forged(path: Path, sequence: int, *, chained: bool) -> None:
    """Change a byte of an entry's text, the hash of its value, and, when asked, its own hash."""
    with sqlite3.connect(path) as hand:
        hand.execute("DROP TRIGGER entry_unchanged")
        row = hand.execute("SELECT * FROM entry WHERE sequence = ?", (sequence,)).fetchone()
        value = zlib.decompress(row[4]).replace(b"Kolven", b"Kelven", 1)
        digest = hashlib.sha256(value).hexdigest()
        entry = Entry(row[0], datetime.fromisoformat(row[1]), row[2], row[3], value, digest, row[6], "")
        own = entry_hash(entry) if chained else row[7]
        hand.execute(
            "UPDATE entry SET value = ?, value_sha256 = ?, hash = ? WHERE sequence = ?",
            (zlib.compress(value), digest, own, sequence),
        )
    hand.close()


def test_a_byte_and_the_hash_of_its_row_forged_are_found(tmp_path: Path) -> None:
    filled(tmp_path).store.close()
    _forged(tmp_path / "ledger.db", 2, chained=False)
    with opened(made(tmp_path)) as vault:
        assert "entry 2" in [one.where for one in verify(vault)]
        assert vault.store.report("r0").text  # the others can be read


def test_an_entry_forged_with_its_own_hash_is_found_by_the_next(tmp_path: Path) -> None:
    filled(tmp_path).store.close()
    _forged(tmp_path / "ledger.db", 2, chained=True)
    with opened(made(tmp_path)) as vault:
        assert "entry 3" in [one.where for one in verify(vault)]


def test_the_last_entry_forged_has_another_hash_than_a_witness_was_shown(tmp_path: Path) -> None:
    """The chain alone cannot tell; what an authority or a calendar took in can."""
    with filled(tmp_path) as vault:
        *_, last = vault.store.entries()
    _forged(tmp_path / "ledger.db", last.sequence, chained=True)
    with opened(made(tmp_path)) as vault:
        *_, now = vault.store.entries()
        assert now.hash != last.hash
        assert now.sequence == last.sequence
