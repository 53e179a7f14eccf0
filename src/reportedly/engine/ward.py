"""One process that reads beside this one, so that an input that hangs or eats memory costs itself only.

It is forked when the first input comes, so it has at once what this one has loaded, and again after an input that ended it.
"""

import multiprocessing
import pickle
import signal
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from typing import Any, Generic, TypeVar

from reportedly.intake.guarded import REPORT_S, cap_memory, guarded

I = TypeVar("I")  # noqa: E741 - an input
R = TypeVar("R")

FORKS = sys.platform == "linux"
"""Whether this system forks safely; macOS's own libraries do not survive it, and Windows knows no such thing."""

_GOODBYE_S = 0.5
_UNKNOWN = "it takes too long or too much memory, or meets a fault in a library"
_WHY = {
    "SIGALRM": "it takes too long",
    "SIGKILL": "it was killed, as a system does that runs out of memory",
    "SIGSEGV": "it meets a fault in a library",
    "SIGABRT": "it meets a fault in a library",
}


class WorkerLost(Exception):  # noqa: N818 - a fact about one input; turned into a Failure at once
    """The process that worked on an input ended.

    Args:
        code: How it ended, as `multiprocessing.Process.exitcode` says it; None when that is not known.
    """

    def __init__(self, code: int | None = None) -> None:
        signalled = signal.Signals(-code).name if code is not None and code < 0 else ""
        super().__init__(f"the process that read it ended: {_WHY.get(signalled, _UNKNOWN)}")


class Ward(Generic[I, R]):
    """Applies a function to inputs, one at a time, in a process under caps.

    Args:
        function: Pure; what it returns or raises can be pickled.
        seconds: Most that one input may take.
    """

    def __init__(self, function: Callable[[I], R], *, seconds: float = REPORT_S) -> None:
        self._function = partial(guarded, function, seconds=seconds)
        self._process: ForkProcess | None = None
        self._line: Connection[Any, Any] | None = None

    def apply(self, one: I) -> R | WorkerLost:
        """Return what the function makes of an input; a WorkerLost when the input ended the process."""
        line = self._line or self._forked()
        try:
            line.send(one)
            good, result = line.recv()
        except (EOFError, OSError):
            return WorkerLost(self.end())
        if not good:
            raise result
        found: R = result
        return found

    def end(self) -> int | None:
        """Let the process go; it ends when nothing more can come, and is ended when it is not done soon.

        Returns:
            How it ended, as `multiprocessing.Process.exitcode` says it; None when there is none.
        """
        if self._process is None or self._line is None:
            return None
        self._line.close()
        self._process.join(_GOODBYE_S)
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        code = self._process.exitcode
        self._process = self._line = None
        return code

    def _forked(self) -> "Connection[Any, Any]":
        """Fork the process."""
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(self._function, ours, theirs), daemon=True)
        process.start()
        theirs.close()
        self._process, self._line = process, ours
        return ours


def _serve(function: Callable[[Any], Any], ours: "Connection[Any, Any]", line: "Connection[Any, Any]") -> None:
    """Answer inputs until none can come any more: the other process has closed its end, or was killed."""
    ours.close()  # kept open here, it would hide that
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to both; the other one says when to end
    cap_memory()
    while True:
        try:
            line.send(_answer(function, line.recv()))
        except (EOFError, OSError):
            return


def _answer(function: Callable[[Any], Any], one: Any) -> tuple[bool, Any]:
    """Return whether it went well, and what came of it."""
    try:
        return True, function(one)
    except Exception as fault:  # noqa: BLE001 - raised again in the process that asked
        try:
            pickle.dumps(fault)
        except Exception:  # noqa: BLE001 - a fault that holds what no pipe carries
            return False, RuntimeError(f"{type(fault).__name__}: {fault}")
        return False, fault
