"""Adds reports while every write and every sync in turn fails; run by test_disk.py with the failing disk preloaded.

``python faulting.py FOLDER ERROR forever|once STEP`` prints a JSON line for each turn: how many reports were acknowledged,
what was told, and whether what was acknowledged is there, the ledger is whole, and the next run goes on.
"""

import ctypes
import json
import sys
from pathlib import Path

from desk import lines, made

from reportedly.engine import Added, add, opened, verify
from reportedly.errors import ReportedlyError

_DISK = ctypes.CDLL(None)
_DISK.faulty_calls.restype = ctypes.c_long


def _arm(folder: Path, after: int, error: int, *, forever: bool) -> None:
    """Let the disk fail from a call on; 0 for never."""
    _DISK.faulty_arm(str(folder).encode(), ctypes.c_long(after), error, int(forever))


def _added(folder: Path) -> tuple[set[str], str]:
    """Add the reports; return the ids that were acknowledged, and what was told of a fault."""
    acknowledged: set[str] = set()
    try:
        with opened(made(folder), write=True) as vault:
            for one in add(lines(), vault):
                if not isinstance(one, Added):
                    return acknowledged, one.reason
                acknowledged.add(one.report)
    except ReportedlyError as fault:
        return acknowledged, str(fault)
    return acknowledged, ""


def _turn(folder: Path, after: int, error: int, *, forever: bool) -> dict[str, object]:
    """Add while one write fails, then look, then add again on a sound disk."""
    folder.mkdir()
    _arm(folder, after, error, forever=forever)
    acknowledged, told = _added(folder)
    calls = int(_DISK.faulty_calls())
    _arm(folder, 0, 0, forever=False)
    kept: set[str] = set()
    damages: list[str] = []
    if (folder / "ledger.db").exists() and (folder / "ledger.db").stat().st_size:
        with opened(made(folder), write=True) as vault:
            kept = set(vault.store.ids())
            damages = [f"{one.where}: {one.what}" for one in verify(vault)]
    again, fault = _added(folder)
    with opened(made(folder)) as vault:
        damages += [f"{one.where}: {one.what}" for one in verify(vault)]
        count = vault.store.count()
    return {
        "after": after,
        "calls": calls,
        "acknowledged": len(acknowledged),
        "lost": sorted(acknowledged - kept),
        "told": told,
        "damages": damages,
        "again": fault,
        "count": count,
        "named": len(again),
    }


def main() -> None:
    """Fail at every call in turn, in steps."""
    root, error, stays, step = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "forever", int(sys.argv[4])
    sound = _turn(root / "sound", 0, 0, forever=False)
    _tell(sound)
    for after in range(1, int(str(sound["calls"])) + 1, step):
        _tell(_turn(root / str(after), after, error, forever=stays))


def _tell(found: dict[str, object]) -> None:
    """Print a turn."""
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
