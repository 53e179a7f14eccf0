"""The readers that a benchmark can be run with, by name."""

from collections.abc import Iterable

from reportedly.engine.reader import readers_of
from reportedly.engine.settings import READERS
from reportedly.reading import Reader

NAMES = READERS
"""Names that `chosen` knows."""


def chosen(name: str, *found: type) -> tuple[Reader, ...]:
    """Return the readers of that name, only as many as are needed to find the given types.

    Args:
        name: "rules", or "en" for the reading model of the distribution reportedly-en.
        found: The types asked for.

    Raises:
        SettingsInvalid: The distribution is not installed.
    """
    return needed(readers_of(name), found)


def needed(every: Iterable[Reader], found: Iterable[type]) -> tuple[Reader, ...]:
    """Return the readers without which the given types are not found, in order."""
    wanted, kept = set(found), []
    for reader in reversed(list(every)):
        if wanted.intersection(reader.finds):
            wanted.update(reader.needs)
            kept.append(reader)
    return tuple(reversed(kept))
