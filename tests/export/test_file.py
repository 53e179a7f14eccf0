"""Files written whole or not at all."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reportedly.errors import LedgerError
from reportedly.export.file import whole


def test_what_was_written_stands_there(tmp_path: Path) -> None:
    with whole(tmp_path / "a.html") as stream:
        stream.write(b"new")
    assert (tmp_path / "a.html").read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["a.html"]


def test_what_fails_leaves_the_old(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"old")
    with pytest.raises(ValueError, match="amid"):
        _fails(tmp_path / "a.html")
    assert (tmp_path / "a.html").read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.html"]


def _fails(out: Path) -> None:
    """Fail amid writing."""
    with whole(out) as stream:
        stream.write(b"new")
        raise ValueError("amid")


def test_killed_amid_it_the_old_stays(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"old")
    program = (
        "import pathlib, sys, time\nfrom reportedly.export.file import whole\n"
        "with whole(pathlib.Path(sys.argv[1])) as stream:\n"
        "    stream.write(b'new' * 100000); stream.flush(); print(1, flush=True); time.sleep(60)\n"
    )
    arguments = [sys.executable, "-c", program, str(tmp_path / "a.html")]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        os.kill(child.pid, signal.SIGKILL)
    assert (tmp_path / "a.html").read_bytes() == b"old"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="No such file"), whole(tmp_path / "none" / "a.html") as stream:
        stream.write(b"new")


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    with whole(pipe) as stream:
        stream.write(b"new")
    reader.join(10)
    assert got == [b"new"]
