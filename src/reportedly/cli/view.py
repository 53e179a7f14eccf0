"""The ledger as the commands look at it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reportedly.cli.output import progress
from reportedly.engine import Settings, opened, stories
from reportedly.errors import NotInLedger
from reportedly.export.html.passage import label
from reportedly.ledger import Sqlite
from reportedly.model import Claim, Report, Story


@dataclass(frozen=True, slots=True)
class View:
    """Stories, and the reports they rest on where they are asked for.

    Attributes:
        store: The ledger.
        stories: All of them, the one with the latest report first.
    """

    store: Sqlite
    stories: tuple[Story, ...]

    def report(self, id_: str) -> Report | None:
        """Return a report; None when it was withdrawn or never there."""
        try:
            return self.store.report(id_)
        except NotInLedger:
            return None

    def label(self, id_: str) -> str:
        """Name a report by outlet and day."""
        report = self.report(id_)
        return label(report) if report else f"{id_} (not in this ledger)"

    def claims(self) -> Iterator[tuple[Story, Claim]]:
        """Yield every claim with its story."""
        return ((story, claim) for story in self.stories for claim in story.claims)

    def story(self, id_: str) -> Story:
        """Return a story by its id or by a report it holds.

        Raises:
            NotInLedger: There is none.
        """
        for story in self.stories:
            if id_ == story.id or id_ in story.reports:
                return story
        raise NotInLedger(f"there is no story {id_}; `reportedly stories` lists them")


@contextmanager
def looking(settings: Settings) -> Iterator[View]:
    """Open the ledger that the settings name and work out its stories."""
    with opened(settings, write=writable(settings.ledger)) as vault, progress("reconciling") as tell:
        told = stories(vault.store, progress=tell)
        yield View(vault.store, told)


def writable(path: Path) -> bool:
    """Say whether what is worked out can be kept in the ledger for the next time."""
    return path.is_file() and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
