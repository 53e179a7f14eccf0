"""What fuzzing found once, and the good inputs it starts from."""

from pathlib import Path

import pytest
from fuzzing.entry import ENTRIES

FINDINGS = sorted((Path(__file__).parent / "findings").iterdir())


@pytest.mark.parametrize("door", ENTRIES)
def test_good_inputs_keep_every_promise(door: str) -> None:
    entry = ENTRIES[door]()
    assert entry.seeds
    for seed in entry.seeds:
        entry.check(seed)


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: path.name)
def test_what_was_found_once_stays_mended(path: Path) -> None:
    ENTRIES[path.name.partition("-")[0]]().check(path.read_bytes())
