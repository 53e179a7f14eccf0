"""Which story became which, when and why."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportedly.ledger.store import Linker, Move


@dataclass(frozen=True, slots=True)
class Cause:
    """Why stories are put together anew.

    Attributes:
        report: Id of the report that came or went.
        gone: Whether it went.
        time: When.
    """

    report: str
    gone: bool
    time: datetime


class Moves:
    """The table ``move``.

    Args:
        connection: The ledger; whoever calls holds the transaction.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def write(
        self,
        cause: Cause,
        before: Mapping[int, int],
        groups: Sequence[Sequence[int]],
        values: Mapping[int, bytes],
        linker: Linker,
        known: Mapping[int, str],
    ) -> None:
        """Write down reports whose story has another name now: a story is named after its earliest report.

        Args:
            cause: Why.
            before: The story each report was in.
            groups: The stories they are in now.
            values: Their packed profiles.
            linker: Names the stories.
            known: Names of stories of which a report is no longer there.
        """
        old: dict[int, list[int]] = {}
        for number, story in sorted(before.items()):
            old.setdefault(story, []).append(number)

        def named(held: Sequence[int]) -> str:
            return linker.named([values[one] for one in held])

        names = {story: named(members) for story, members in old.items()} | dict(known)
        for group in groups:
            new = named(group)
            held = {story: [one for one in members if one in set(group)] for story, members in old.items()}
            parts = {story: part for story, part in held.items() if part}
            for story, part in parts.items():
                if names[story] != new:
                    kind = "split" if part != old[story] else "merge" if len(parts) > 1 else "rename"
                    self._write(cause, kind, names[story], new, part)

    def _write(self, cause: Cause, kind: str, old: str, new: str, part: Sequence[int]) -> None:
        """Write one move."""
        ask = "SELECT id FROM report WHERE number = ?"
        ids = [id_ for one in part for (id_,) in self._connection.execute(ask, (one,))]
        self._connection.execute(
            "INSERT INTO move (recorded, cause, kind, old, new, reports, because) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (cause.time.isoformat(), cause.report, kind, old, new, json.dumps(ids), _because(cause, kind)),
        )

    def of(self, story: str) -> Iterator[Move]:
        """Yield the moves into and out of a story, oldest first."""
        statement = "SELECT recorded, cause, kind, old, new, reports, because FROM move WHERE old = ? OR new = ? ORDER BY number"
        for recorded, cause, kind, old, new, reports, because in self._connection.execute(statement, (story, story)):
            yield Move(datetime.fromisoformat(recorded), cause, kind, old, new, tuple(json.loads(reports)), because)


def _because(cause: Cause, kind: str) -> str:
    """Say why, for an editor."""
    done = f"when {cause.report} {'was withdrawn' if cause.gone else 'came'}"
    if kind == "rename":
        return f"{done}, the story had another earliest report"
    alike = "enough alike on average to be one story" if kind == "merge" else "no longer enough alike on average"
    return f"{done}, the reports were {alike}"
