"""Bytes come back as they were put, or something says so."""

import hashlib
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import ArchiveCorrupt, IntakeError
from reportedly.intake.archive import Archive


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(raw=st.binary(max_size=300))
def test_bytes_come_back(tmp_path: Path, raw: bytes) -> None:
    archive = Archive(tmp_path / "bytes")
    sha256 = archive.put(raw)
    assert sha256 == hashlib.sha256(raw).hexdigest()
    assert archive.put(raw) == sha256
    assert archive.get(sha256) == raw
    assert list(archive.faults()) == []


def test_the_folders_have_two_levels(tmp_path: Path) -> None:
    sha256 = Archive(tmp_path).put(b"words")
    assert (tmp_path / sha256[:2] / sha256[2:4] / sha256).read_bytes() == b"words"
    assert list(Archive(tmp_path).hashes()) == [sha256]


def test_damage_is_found_and_named(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    sha256 = archive.put(b"words")
    path = tmp_path / sha256[:2] / sha256[2:4] / sha256
    path.write_bytes(b"w0rds")
    with pytest.raises(ArchiveCorrupt, match=sha256):
        archive.get(sha256)
    stray = path.parent / "stray"
    stray.write_bytes(b"")
    (path.parent / ".put-cut-off").write_bytes(b"wo")
    assert [fault.path for fault in archive.faults()] == [path, stray]


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveCorrupt, match="is missing"):
        Archive(tmp_path).get("0" * 64)


def test_a_name_that_is_no_hash_reaches_no_file(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="no SHA-256"):
        Archive(tmp_path).get("../../etc/passwd")


def test_erasing(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    sha256 = archive.put(b"words")
    assert archive.holds(sha256)
    assert archive.erase(sha256)
    assert not archive.erase(sha256)
    assert not archive.holds(sha256)


FULL = """
import resource, signal, sys
from pathlib import Path
from reportedly.errors import IntakeError
from reportedly.intake.archive import Archive
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    Archive(Path(sys.argv[1])).put(bytes(5000))
except IntakeError as fault:
    print(fault)
"""


def test_a_file_that_cannot_grow_leaves_no_litter(tmp_path: Path) -> None:
    assert resource.RLIMIT_FSIZE is not None
    done = subprocess.run([sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, text=True, check=True)
    assert "5,000 bytes could not be kept" in done.stdout
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_folder_that_is_a_file_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(IntakeError, match="could not be kept"):
        Archive(tmp_path / "file").put(b"words")
