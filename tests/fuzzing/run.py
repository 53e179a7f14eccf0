"""Fuzz one door with atheris: ``python tests/fuzzing/run.py html --seconds 600`` (``make fuzz`` runs all).

What breaks a promise is written to ``tests/fuzzing/findings/DOOR-HASH``, where `test_findings.py` keeps it from coming back;
the run goes on with what it has learnt so far. The corpus it grows lies under ``out/fuzz``.
"""

import argparse
import hashlib
import os
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["reportedly", "feedparser", "httpx", "htmldate", "courlan", "protego"]):
    from fuzzing.entry import ENTRIES, inside, rewritten

FINDINGS = Path(__file__).parent / "findings"
_LONGEST = 20_000
_SLOW_S = 10.0
_SHAPED = 0.5


class Watch:
    """Runs a check over inputs, keeps what breaks it, and counts.

    Args:
        name: Of the door.
        check: Its check.
    """

    def __init__(self, name: str, check: Callable[[bytes], None]) -> None:
        self.name = name
        self.check = check
        self.count = 0
        self.slowest_s = 0.0
        self.seen: set[tuple[str, ...]] = set()

    def __call__(self, raw: bytes) -> None:
        """Check one input; what breaks is kept once for each place in the code where it breaks."""
        self.count += 1
        start = time.process_time()
        try:
            self.check(raw)
        except Exception as fault:  # noqa: BLE001 - any that comes out is a finding
            where = tuple(f"{one.filename}:{one.lineno}" for one in traceback.extract_tb(fault.__traceback__)[-4:])
            if where not in self.seen:
                self.seen.add(where)
                self._keep(
                    raw, f"{type(fault).__name__}: {fault}\n" + "".join(traceback.format_tb(fault.__traceback__))
                )
        took_s = time.process_time() - start
        if took_s > max(self.slowest_s, _SLOW_S):
            self._keep(raw, f"took {took_s:.1f} s")
        self.slowest_s = max(self.slowest_s, took_s)

    def _keep(self, raw: bytes, why: str) -> None:
        """Write a finding and say why it is one."""
        FINDINGS.mkdir(exist_ok=True)
        path = FINDINGS / f"{self.name}-{hashlib.sha256(raw).hexdigest()[:12]}"
        path.write_bytes(raw)
        print(f"FINDING {path.name}: {why}", flush=True)

    def told(self) -> str:
        """Return what was done, in a line."""
        return f"{self.name}: {self.count:,} executions, {len(self.seen)} findings, slowest {self.slowest_s:.2f} s"


def _json(raw: bytes, longest: int, seed: int) -> bytes:
    """Mutate JSON as a tree half of the time, so that it gets past the parser."""
    chance = random.Random(seed)
    made = rewritten(raw, chance) if chance.random() < _SHAPED else raw
    return made[:longest] if made != raw else bytes(atheris.Mutate(raw, longest))


def _packed(raw: bytes, longest: int, seed: int) -> bytes:
    """Mutate what a compressed file holds half of the time."""
    chance = random.Random(seed)
    made = (
        inside(raw, chance, lambda words: bytes(atheris.Mutate(words, longest))) if chance.random() < _SHAPED else raw
    )
    return made[:longest] if made != raw else bytes(atheris.Mutate(raw, longest))


def main() -> None:
    """Fuzz one door."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("door", choices=sorted(ENTRIES))
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--corpus", type=Path, default=Path("out/fuzz"))
    given = parser.parse_args()
    entry = ENTRIES[given.door]()
    folder = given.corpus / given.door
    folder.mkdir(parents=True, exist_ok=True)
    for seed in entry.seeds:
        (folder / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = given.corpus / f"{given.door}.dict"
    escaped = ("".join(f"\\x{byte:02x}" for byte in word) for word in entry.words)
    words.write_text("".join(f'"{one}"\n' for one in escaped))
    watch = Watch(given.door, entry.check)
    end = time.monotonic() + given.seconds

    def one(raw: bytes) -> None:
        watch(raw)
        if time.monotonic() > end:
            print(watch.told(), flush=True)
            os._exit(0)  # libFuzzer takes any other way out for a crash

    longest = max(_LONGEST, *map(len, entry.seeds))
    options = [f"-dict={words}", f"-max_len={longest}", "-rss_limit_mb=4096", "-timeout=300", "-verbosity=0"]
    shaped = {"ledger": _json, "jsonl": _json, "warc": _packed, "wacz": _packed}.get(given.door)
    mutator = {} if shaped is None else {"custom_mutator": shaped}
    atheris.Setup([sys.argv[0], *options, str(folder)], one, **mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
