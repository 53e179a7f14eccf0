"""Stories made by several processes."""

from pathlib import Path

from desk import filled

from reportedly.engine import ledger_of, reconciled


def test_several_processes_make_the_same_stories_as_one(tmp_path: Path) -> None:
    with filled(tmp_path) as vault:
        reports = list(vault.store.reports())
    told = reconciled(reports)
    assert told
    assert reconciled(reversed(reports), workers=2) == told
    assert ledger_of(reports, workers=2).stories == told
