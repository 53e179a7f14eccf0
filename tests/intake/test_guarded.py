"""Caps that cost one input its process."""

import multiprocessing
import signal
import sys
from collections.abc import Callable

import pytest
from stalling import gorge, overrun

from reportedly.intake.guarded import guarded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the system knows neither cap")


def _exit_code(target: Callable[[], None]) -> int | None:
    process = multiprocessing.get_context("spawn").Process(target=target)
    process.start()
    process.join(60)
    return process.exitcode


def test_a_result_comes_back_and_the_clock_is_stopped() -> None:
    assert guarded(str, 12, seconds=30) == "12"
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_fault_stops_the_clock_too() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        guarded(int, "x", seconds=30)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_what_takes_too_long_ends_its_process() -> None:
    assert _exit_code(overrun) == -signal.SIGALRM


def test_what_takes_too_much_memory_is_refused_it() -> None:
    assert _exit_code(gorge) == 7
