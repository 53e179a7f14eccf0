"""Files written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import LedgerError


@contextmanager
def whole(out: Path) -> Iterator[BinaryIO]:
    """Give a stream to write, whose bytes stand at ``out`` once all of them are on disk.

    Killed or failing before that, what was at ``out`` stays as it was. What is no file (a pipe, a terminal) is written to.

    Raises:
        LedgerError: It cannot be written.
    """
    try:
        if out.exists() and not out.is_file():
            with out.open("wb") as stream:
                yield stream
        else:
            yield from _beside(out)
    except OSError as fault:
        raise LedgerError(
            f"{out} cannot be written: {fault.strerror or fault}; make room or name another file"
        ) from fault


def _beside(out: Path) -> Iterator[BinaryIO]:
    """Write beside the file, then put it in its place."""
    temporary = out.with_name(f".{out.name}-{os.getpid()}")
    try:
        with temporary.open("w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(out)
    finally:
        with suppress(OSError):
            temporary.unlink()
