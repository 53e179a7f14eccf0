"""The readers that a benchmark can be run with, by name."""

from collections.abc import Iterable
from importlib import import_module

from reportedly.reading import Reader, readers

NAMES = ("rules", "en")
"""Names that `chosen` knows."""


def chosen(name: str, *found: type) -> tuple[Reader, ...]:
    """Return the readers of that name, only as many as are needed to find the given types.

    Args:
        name: "rules", or "en" for the reading model of the distribution reportedly-en.
        found: The types asked for.

    Raises:
        ImportError: The distribution is not installed.
    """
    rules = readers()
    if name == "rules":
        return needed(rules, found)
    model = import_module("reportedly_en").load()
    return needed(import_module("reportedly.reading.modelled").modelled(model, rules), found)


def needed(every: Iterable[Reader], found: Iterable[type]) -> tuple[Reader, ...]:
    """Return the readers without which the given types are not found, in order."""
    wanted, kept = set(found), []
    for reader in reversed(list(every)):
        if wanted.intersection(reader.finds):
            wanted.update(reader.needs)
            kept.append(reader)
    return tuple(reversed(kept))
