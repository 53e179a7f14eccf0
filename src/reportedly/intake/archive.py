"""Bytes kept under their SHA-256 in a folder."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import ArchiveCorrupt, IntakeError

_DIGITS = frozenset("0123456789abcdef")
_LENGTH = 64
_TEMPORARY = ".put-"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in the archive.

    Attributes:
        path: The file.
        reason: What was found and what was expected.
    """

    path: Path
    reason: str


class Archive:
    """A folder of captured bytes, each under its hash: ``ab/cd/abcd…``.

    What `put` has returned for survives a crash; putting the same bytes again changes nothing.

    Args:
        folder: Where the bytes lie; made when the first are put.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, raw: bytes) -> str:
        """Keep the bytes and return their SHA-256.

        Raises:
            IntakeError: They could not be written: no space, no permission.
        """
        sha256 = hashlib.sha256(raw).hexdigest()
        path = self._path(sha256)
        if path.is_file() and path.stat().st_size == len(raw):
            return sha256
        try:
            _make(path.parent)
            _write(path, raw)
        except OSError as fault:
            raise IntakeError(
                f"{len(raw):,} bytes could not be kept in {self._folder}: {fault.strerror or fault}; "
                "make room there or choose another folder, then run again: what was kept stays"
            ) from fault
        return sha256

    def get(self, sha256: str) -> bytes:
        """Return the bytes of a hash.

        Raises:
            ArchiveCorrupt: They are missing, or are not what was put.
            IntakeError: They could not be read.
        """
        path = self._path(sha256)
        try:
            raw = path.read_bytes()
        except FileNotFoundError as fault:
            raise ArchiveCorrupt(
                f"{path} is missing; expected the bytes of {sha256}; restore it from a backup"
            ) from fault
        except OSError as fault:
            raise IntakeError(f"{path} could not be read: {fault.strerror or fault}; check the disk") from fault
        found = hashlib.sha256(raw).hexdigest()
        if found != sha256:
            raise ArchiveCorrupt(f"{path} holds bytes of {found}; expected {sha256}; restore it from a backup")
        return raw

    def holds(self, sha256: str) -> bool:
        """Say whether there is a file for the hash."""
        return self._path(sha256).is_file()

    def erase(self, sha256: str) -> bool:
        """Remove the bytes of a hash for good; say whether there were any.

        Raises:
            IntakeError: They could not be removed.
        """
        path = self._path(sha256)
        try:
            path.unlink()
        except FileNotFoundError:
            return False
        except OSError as fault:
            raise IntakeError(f"{path} could not be erased: {fault.strerror or fault}; erase it by hand") from fault
        _sync(path.parent)
        return True

    def hashes(self) -> Iterator[str]:
        """Yield the hash of everything kept, sorted."""
        for path in sorted(self._folder.glob("??/??/*")):
            if _is_hash(path.name):
                yield path.name

    def faults(self) -> Iterator[Fault]:
        """Read everything kept and yield what is wrong with it, in the order of paths."""
        for path in sorted(self._folder.glob("??/??/*")):
            if path.name.startswith(_TEMPORARY):  # what a killed process had begun; nothing rests on it
                continue
            if not _is_hash(path.name) or self._path(path.name) != path:
                yield Fault(path, "a file that this archive did not put there; expected names that are hashes")
                continue
            try:
                self.get(path.name)
            except IntakeError as fault:
                yield Fault(path, str(fault))

    def _path(self, sha256: str) -> Path:
        """Return where the bytes of a hash lie."""
        if not _is_hash(sha256):
            raise IntakeError(f"{sha256[:80]!r} is no SHA-256; expected 64 hexadecimal digits in lower case")
        return self._folder / sha256[:2] / sha256[2:4] / sha256


def _is_hash(name: str) -> bool:
    """Say whether a name is a SHA-256 in hexadecimal."""
    return len(name) == _LENGTH and _DIGITS.issuperset(name)


def _write(path: Path, raw: bytes) -> None:
    """Write a file so that it is there whole or not at all, whatever happens meanwhile."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=_TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
    _sync(path.parent)


def _make(folder: Path) -> None:
    """Make a folder and those above it, each name durable."""
    if not folder.is_dir():
        _make(folder.parent)
        folder.mkdir(exist_ok=True)
        _sync(folder.parent)


def _sync(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
