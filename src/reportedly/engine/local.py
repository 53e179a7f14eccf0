"""A pure function mapped over inputs by local processes, results in the order of the inputs."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from typing import Generic, TypeVar

from reportedly.engine.ward import FORKS, Ward, WorkerLost
from reportedly.intake.guarded import REPORT_S, cap_memory, guarded

__all__ = ["WorkerLost", "mapped"]

I = TypeVar("I")  # noqa: E741 - an input
R = TypeVar("R")

# Inputs handed out ahead of the one whose result is awaited, per worker: enough to keep all busy over one long report.
_AHEAD = 4


def mapped(
    function: Callable[[I], R], inputs: Iterable[I], *, workers: int, seconds: float = REPORT_S, fork: bool = FORKS
) -> Iterator[tuple[I, R | WorkerLost]]:
    """Apply a function to each input.

    Args:
        function: Pure and importable by name, so that another process can call it.
        inputs: Taken only a little ahead of the results.
        workers: Processes that work.
        seconds: Most that one input may take in a worker; its memory is capped too.
        fork: Whether a single worker may be forked from this process. If not, this process itself works, which has no caps: it
            would end with the input.

    Yields:
        Each input with its result, in the order of the inputs; a WorkerLost in the place of a result that ended the
        process it was made in.
    """
    if workers == 1 and fork:
        ward = Ward(function, seconds=seconds)
        try:
            for one in inputs:
                yield one, ward.apply(one)
        finally:
            ward.end()
    elif workers == 1:
        for one in inputs:
            yield one, function(one)
    else:
        yield from _Crew(partial(guarded, function, seconds=seconds), workers).work(iter(inputs))


class _Crew(Generic[I, R]):
    """Processes that work through inputs in order, replaced when one of them ends."""

    def __init__(self, function: Callable[[I], R], workers: int) -> None:
        self._function = function
        self._workers = workers
        self._pool = self._hired(workers)

    def work(self, inputs: Iterator[I]) -> Iterator[tuple[I, R | WorkerLost]]:
        """Yield each input with its result."""
        waiting: deque[tuple[I, Future[R]]] = deque()
        try:
            while True:
                for one in islice(inputs, self._workers * _AHEAD - len(waiting)):
                    waiting.append((one, self._pool.submit(self._function, one)))
                if not waiting:
                    return
                one, future = waiting.popleft()
                try:
                    result: R | WorkerLost = future.result()
                except BrokenProcessPool:
                    result = self._alone(one)
                    waiting = self._again(waiting)
                yield one, result
        finally:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _alone(self, one: I) -> R | WorkerLost:
        """Work on one input in a process of its own: when that ends too, this input is to blame."""
        with self._hired(1) as pool:
            try:
                return pool.submit(self._function, one).result()
            except BrokenProcessPool:
                return WorkerLost()

    def _again(self, waiting: deque[tuple[I, Future[R]]]) -> deque[tuple[I, Future[R]]]:
        """Hire new processes and hand out again what the lost ones had."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = self._hired(self._workers)
        return deque((one, self._pool.submit(self._function, one)) for one, _ in waiting)

    @staticmethod
    def _hired(workers: int) -> ProcessPoolExecutor:
        """Start processes; they are spawned, since a forked one would share this one's open ledger."""
        spawning = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, mp_context=spawning, initializer=cap_memory)
