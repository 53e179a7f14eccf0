"""Inputs worked on in a process beside this one."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from doubling import double
from stalling import gorge, stall

from reportedly.engine.local import mapped
from reportedly.engine.ward import FORKS, Ward, WorkerLost
from reportedly.intake.guarded import MEMORY_BYTES

pytestmark = pytest.mark.skipif(not FORKS, reason="this system does not fork")


def process(_: int) -> int:
    """Return the id of the process that works."""
    return os.getpid()


def spoilt(number: int) -> int:
    """Raise what no pipe carries, or something that it does."""
    if number:
        raise ValueError(f"no {number}")
    raise ValueError(lambda: number)


def gorged(_: int) -> None:
    """Take too much memory and end the process."""
    gorge()


def hoard(count: int) -> int:
    """Take so many bytes."""
    return len(bytearray(count))


def test_results_come_from_one_other_process() -> None:
    found = dict(mapped(process, range(4), workers=1))
    assert list(found) == [0, 1, 2, 3]
    assert len(set(found.values())) == 1
    assert os.getpid() not in found.values()


def test_where_there_is_no_fork_this_process_works() -> None:
    assert list(mapped(process, [1], workers=1, fork=False)) == [(1, os.getpid())]


def test_an_input_that_ends_its_process_is_the_only_one_lost() -> None:
    results = dict(mapped(double, range(10, 18), workers=1))
    lost = results.pop(13)
    assert isinstance(lost, WorkerLost)
    assert "killed" in str(lost)
    assert results == {number: number * 2 for number in range(10, 18) if number != 13}


def test_an_input_that_hangs_is_the_only_one_lost() -> None:
    results = dict(mapped(stall, range(4), workers=1, seconds=1))
    lost = results.pop(2)
    assert isinstance(lost, WorkerLost)
    assert "too long" in str(lost)
    assert results == {0: 0, 1: 1, 3: 3}


def test_an_input_that_wants_too_much_memory_is_refused_it() -> None:
    ward: Ward[int, int] = Ward(hoard)
    with pytest.raises(MemoryError):
        ward.apply(MEMORY_BYTES + 1)
    assert ward.apply(5) == 5
    assert ward.end() == 0


def test_a_fault_is_raised_here() -> None:
    ward: Ward[int, int] = Ward(spoilt)
    with pytest.raises(ValueError, match="no 3"):
        ward.apply(3)
    with pytest.raises(RuntimeError, match="ValueError"):
        ward.apply(0)
    ward.end()


def test_a_process_that_ends_on_its_own_is_told_of() -> None:
    ward: Ward[int, None] = Ward(gorged)
    lost = ward.apply(1)
    assert isinstance(lost, WorkerLost)
    assert "memory" in str(lost)


def test_it_does_not_outlive_the_process_that_asked(tmp_path: Path) -> None:
    program = (
        "import sys, os, time\nfrom pathlib import Path\nfrom reportedly.engine.local import mapped\n"
        "for _, pid in mapped(lambda _: os.getpid(), range(2), workers=1):\n"
        "    print(pid, flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=tmp_path) as asking:
        assert asking.stdout is not None
        pid = int(asking.stdout.readline())
        asking.send_signal(signal.SIGKILL)
    for _ in range(200):
        if not Path(f"/proc/{pid}").exists() or "zombie" in Path(f"/proc/{pid}/status").read_text():
            return
        time.sleep(0.05)
    raise AssertionError(f"{pid} lives on")
