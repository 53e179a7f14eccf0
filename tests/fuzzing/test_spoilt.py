"""Good inputs with a few changes at every door: ``REPORTEDLY_EXAMPLES=20000 pytest tests/fuzzing`` tries as many as one likes."""

import os
import random
from functools import cache

from fuzzing.entry import ENTRIES, Entry, inside, rewritten
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

EXAMPLES = int(os.environ.get("REPORTEDLY_EXAMPLES", "60"))

edits = st.lists(
    st.tuples(st.integers(0, 10_000), st.sampled_from(["set", "cut", "insert", "double"]), st.binary(max_size=12)),
    max_size=8,
)


@cache
def _entry(door: str) -> Entry:
    """Return a door, made once."""
    return ENTRIES[door]()


def spoilt(raw: bytes, changes: list[tuple[int, str, bytes]]) -> bytes:
    """Return bytes with a few changes."""
    for place, kind, new in changes:
        at = place % (len(raw) + 1)
        if kind == "set":
            raw = raw[:at] + new + raw[at + len(new) :]
        elif kind == "cut":
            raw = raw[:at] + raw[at + 3 * len(new) :]
        elif kind == "insert":
            raw = raw[:at] + new + raw[at:]
        else:
            raw = raw[:at] + raw[at // 2 :]
    return raw


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(ENTRIES)), st.integers(0, 9), edits)
@example("warc", 0, [(0, "insert", b"\x00")])
@example("rss", 0, [(95, "double", b""), (293, "double", b"")])  # feedparser stumbles over it
def test_spoilt_inputs_break_no_promise(door: str, number: int, changes: list[tuple[int, str, bytes]]) -> None:
    entry = _entry(door)
    entry.check(spoilt(entry.seeds[number % len(entry.seeds)], changes))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["ledger", "jsonl", "warc", "wacz"]), st.integers(0, 9), st.integers(0, 1 << 30), edits)
def test_inputs_spoilt_inside_their_shape_break_no_promise(
    door: str, number: int, seed: int, changes: list[tuple[int, str, bytes]]
) -> None:
    entry, chance = _entry(door), random.Random(seed)
    raw = entry.seeds[number % len(entry.seeds)]
    made = (
        rewritten(raw, chance) if door in {"ledger", "jsonl"} else inside(raw, chance, lambda one: spoilt(one, changes))
    )
    entry.check(made)
