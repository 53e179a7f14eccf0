"""What a ledger says: its reports and the stories they make, reconciled when they are asked for."""

import hashlib
import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path

from reportedly import lexicon, reconciling
from reportedly.collector import seldom
from reportedly.errors import FormatInvalid, NotInLedger
from reportedly.format import Contents, contents_of, decoded, encoded, ledger_json
from reportedly.ledger import Group, Sqlite
from reportedly.model import Report, Story

# Stories handed to a process at once: handing over costs a few milliseconds.
_CHUNK = 8

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""


def contents(store: Sqlite, *, progress: Progress | None = None) -> Contents:
    """Return all reports, oldest first and undated ones last, and all stories."""
    reports = tuple(sorted(store.reports(), key=_order))
    return Contents(reports, stories(store, progress=progress), store.withdrawn())


def stories(store: Sqlite, *, progress: Progress | None = None) -> tuple[Story, ...]:
    """Return every story, the one with the latest report first.

    A story is made from its reports when it is asked for, and kept until they or the code change.

    Args:
        store: A ledger; what was made is kept there when it is open for writing.
        progress: Called after each story.
    """
    groups = store.groups()
    told: list[Story] = []
    for done, group in enumerate(groups, 1):
        told += _told(store, group)
        if progress is not None:
            progress(done, len(groups))
    return tuple(sorted(told, key=lambda one: (_reverse(one.last), one.id)))


def ledger_of(reports: Iterable[Report], *, workers: int = 1) -> Contents:
    """Reconcile reports without a ledger.

    Args:
        reports: In any order.
        workers: Processes that make stories; more than one pay from some hundred reports on.
    """
    read = tuple(sorted(reports, key=_order))
    return Contents(read, reconciled(read, workers=workers))


def reconciled(reports: Iterable[Report], *, workers: int = 1) -> tuple[Story, ...]:
    """Make stories out of reports, as `reportedly.reconciling.reconcile` does, by several processes.

    Args:
        reports: In any order.
        workers: Processes that make stories; which reports make one is worked out by this process.
    """
    groups = reconciling.together(reports)
    if workers == 1:
        return tuple(map(reconciling.story, groups))
    # The largest first, so that none is left at the end; a process is spawned, as for reading.
    largest = sorted(range(len(groups)), key=lambda at: -len(groups[at]))
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=seldom) as pool:
        made = pool.map(reconciling.story, (groups[at] for at in largest), chunksize=_CHUNK)
        told = dict(zip(largest, made, strict=True))
    return tuple(told[at] for at in range(len(groups)))


def stamped(group: Group) -> Group:
    """Return the group with a key that also changes when the code does."""
    return Group(group.number, group.reports, f"{group.key}-{_code()}")


@cache
def _code() -> str:
    """Return a hash over the code and the words that make stories, so that a change of either makes them anew."""
    digest = hashlib.sha256()
    for room in (reconciling, lexicon):
        folder = Path(room.__path__[0])
        for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.toml")]):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _told(store: Sqlite, group: Group) -> Sequence[Story]:
    """Return the story of a group; none when a withdrawal has just emptied it."""
    named = stamped(group)
    value = store.kept(named)
    if value is not None:
        try:
            return contents_of(decoded(value)).stories
        except FormatInvalid:
            pass  # kept by a version under development; made again below
    reports = list(_present(store, group))
    if not reports:
        return ()
    made = reconciling.story(reports)
    store.keep(named, encoded(ledger_json((), (made,))))
    return (made,)


def _present(store: Sqlite, group: Group) -> Iterable[Report]:
    """Yield the group's reports but those withdrawn meanwhile."""
    for id_ in group.reports:
        try:
            report = store.report(id_)
        except NotInLedger:
            continue
        yield report


def _order(report: Report) -> tuple[date, str]:
    """Return what reports are sorted by."""
    return report.document.day or date.max, report.id


def _reverse(last: str | None) -> int:
    """Return a key that puts the latest day first and none last."""
    return -date.fromisoformat(last[:10]).toordinal() if last else 0
