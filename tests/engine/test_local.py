"""Inputs mapped by one process and by several."""

from itertools import count, islice

import pytest
from doubling import double
from stalling import stall

from reportedly.engine.local import WorkerLost, mapped


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_inputs(workers: int) -> None:
    assert list(mapped(double, range(12), workers=workers)) == [(number, number * 2) for number in range(12)]


def test_inputs_are_taken_as_needed() -> None:
    assert list(islice(mapped(double, count(20), workers=2), 2)) == [(20, 40), (21, 42)]


def test_an_input_that_ends_its_process_is_the_only_one_lost() -> None:
    results = dict(mapped(double, range(10, 18), workers=2))
    assert isinstance(results.pop(13), WorkerLost)
    assert results == {number: number * 2 for number in range(10, 18) if number != 13}


def test_an_input_that_hangs_is_the_only_one_lost() -> None:
    results = dict(mapped(stall, range(4), workers=2, seconds=5))
    lost = results.pop(2)
    assert isinstance(lost, WorkerLost)
    assert "too long" in str(lost)
    assert results == {0: 0, 1: 1, 3: 3}
