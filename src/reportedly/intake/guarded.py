"""Caps on what one report may take, so that one that hangs or eats memory costs itself only.

They end the process they stand in, so they are set in worker processes and never in the program's own.
"""

import signal
import sys
from collections.abc import Callable
from typing import TypeVar

from reportedly.intake.library import library

I = TypeVar("I")  # noqa: E741 - an input
R = TypeVar("R")

REPORT_S = 120.0
"""Most seconds for one report; the longest that may come, 20 MB of text, takes a part of it."""

MEMORY_BYTES = 3 << 30
"""Most memory of a worker's own, in bytes: several times what the largest report needs."""


def cap_memory(limit: int = MEMORY_BYTES) -> None:
    """Let this process have no more memory than the limit: what asks for more gets a MemoryError or ends it.

    Memory of its own counts, not what it maps from files. Where the system knows no such limit, nothing is done.
    """
    if sys.platform != "win32":
        resource = library("resource")
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        least = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (least, hard))


def guarded(function: Callable[[I], R], one: I, *, seconds: float = REPORT_S) -> R:
    """Apply a function to an input; end this process when that takes longer than the seconds.

    A signal does it, and its default action: no library can hold it up, as it could an exception.
    """
    if sys.platform == "win32":
        return function(one)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return function(one)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
