"""WACZ files: web archives zipped with an index of what they hold (specs.webrecorder.net/wacz)."""

import hashlib
import re
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import msgspec

from reportedly.errors import IntakeError
from reportedly.intake import warc
from reportedly.intake.given import Given
from reportedly.intake.item import ITEM_BYTES, Failure, Input

_INDEX = "datapackage.json"
_ARCHIVE = re.compile(r"archive/[^/]+\.warc(?:\.gz)?", re.IGNORECASE)
_FAULTS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)
_HASHES: dict[str, Callable[[], Any]] = {"sha256": hashlib.sha256, "md5": lambda: hashlib.md5(usedforsecurity=False)}
# A WARC is compressed already, so a zip makes it no smaller; ten times leaves room for plain ones.
_RATIO = 100
_HARMLESS = 1_000_000
_PARTS = 10_000
_PIECE = 1 << 20
_ENCRYPTED = 0x1


def read(name: str, stream: BinaryIO, given: Given, fetch: object = None) -> Iterator[Input]:  # noqa: ARG001 - readers' shape
    """Yield the pages of a WACZ file; nothing is unpacked into a folder, so no name in it can lead anywhere.

    Args:
        name: As the user named it.
        stream: The file; can be gone back in.
        given: What the caller says about all pages.
        fetch: Not used; an archive holds what it holds.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except _FAULTS as fault:
        yield Failure(name, f"it is no zip file ({fault}); expected a WACZ; get it again")
        return
    with archive:
        try:
            parts = _checked(archive)
        except IntakeError as fault:
            yield Failure(name, str(fault))
            return
        for part, expected in parts:
            yield from _pages(f"{name}!{part.filename}", archive, part, expected, given)


def _checked(archive: zipfile.ZipFile) -> list[tuple[zipfile.ZipInfo, str | None]]:
    """Return the parts that are WARC files with their hashes, and refuse a zip that is not what it says.

    Raises:
        IntakeError: It is encrypted, a bomb, lacks a part, has two of one name, or holds no WARC.
    """
    infos = archive.infolist()
    if len(infos) > _PARTS:
        raise IntakeError(f"the zip has {len(infos):,} parts; expected {_PARTS:,} at most")
    names = {info.filename: info for info in infos}
    if len(names) < len(infos):
        raise IntakeError("two parts of the zip have one name, and readers disagree on which counts; it is not read")
    for info in infos:
        _refuse(info)
    resources = _resources(archive, names)
    found = [(info, resources.get(path)) for path, info in names.items() if _ARCHIVE.fullmatch(path) and _is_file(info)]
    if not found:
        raise IntakeError("the zip holds no WARC under archive/; expected a WACZ")
    return found


def _refuse(info: zipfile.ZipInfo) -> None:
    """Raise when a part is encrypted or a bomb."""
    if info.flag_bits & _ENCRYPTED:
        raise IntakeError(f"{info.filename[:80]!r} is encrypted; decrypt the archive first")
    if info.file_size > max(_HARMLESS, info.compress_size * _RATIO):
        raise IntakeError(
            f"{info.filename[:80]!r} inflates from {info.compress_size:,} to {info.file_size:,} bytes: a bomb, no archive"
        )


def _is_file(info: zipfile.ZipInfo) -> bool:
    """Say whether a part is a file, not a link."""
    return not stat.S_ISLNK(info.external_attr >> 16)


def _resources(archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo]) -> dict[str, str | None]:
    """Return the hashes that the index gives, by path.

    Raises:
        IntakeError: There is no index, it cannot be read, or lists what is not there.
    """
    if _INDEX not in names:
        raise IntakeError(f"the zip has no {_INDEX}; expected a WACZ")
    if names[_INDEX].file_size > ITEM_BYTES:
        raise IntakeError(f"{_INDEX} has more than {ITEM_BYTES:,} bytes")
    try:
        found = msgspec.json.decode(archive.read(_INDEX))
        listed = {str(one["path"]): one.get("hash") for one in found["resources"]}
    except (*_FAULTS, msgspec.DecodeError, KeyError, TypeError, AttributeError) as fault:
        raise IntakeError(f"{_INDEX} cannot be read ({fault}); get the archive again") from fault
    missing = sorted(set(listed) - set(names))
    if missing:
        raise IntakeError(f"{_INDEX} lists {missing[0][:80]!r}, which is not in the zip; get the archive again")
    return listed


def _pages(
    name: str, archive: zipfile.ZipFile, part: zipfile.ZipInfo, expected: str | None, given: Given
) -> Iterator[Input]:
    """Yield the pages of one WARC in the zip, by way of a temporary file without a name."""
    with tempfile.TemporaryFile() as whole:
        try:
            found = _copied(archive, part, whole, expected)
        except _FAULTS as fault:
            yield Failure(name, f"the part cannot be read ({fault}); get the archive again")
            return
        if expected is not None and found is not None and found != expected:
            yield Failure(name, f"its hash is {found}; the index says {str(expected)[:80]}; the archive is damaged")
        whole.seek(0)
        yield from warc.read(name, whole, given)


def _copied(archive: zipfile.ZipFile, part: zipfile.ZipInfo, whole: Any, expected: str | None) -> str | None:
    """Copy a part; return its hash in the kind that is expected, None for a kind unknown here."""
    kind = str(expected or "").partition(":")[0]
    digest = _HASHES[kind]() if kind in _HASHES else None
    left = part.file_size
    with archive.open(part) as source:
        while piece := source.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise zipfile.BadZipFile("it is longer than the zip says")
            whole.write(piece)
            if digest is not None:
                digest.update(piece)
    return f"{kind}:{digest.hexdigest()}" if digest is not None else None
