"""The readers that a benchmark can be run with, by name."""

from argparse import ArgumentTypeError
from collections.abc import Iterable

from reportedly.engine.choice import choice
from reportedly.engine.reader import readers_of
from reportedly.reading import Reader


def name(words: str) -> str:
    """Return the name of a reader; as the type of an option, it says what there is where there is none of that name."""
    try:
        choice(words)
    except ValueError as fault:
        raise ArgumentTypeError(f"no reader {words!r}; {fault}") from fault
    return words


def chosen(reader: str, *found: type) -> tuple[Reader, ...]:
    """Return the readers of that name, only as many as are needed to find the given types.

    Args:
        reader: As `reportedly.engine.choice.choice` takes it: "rules", "en", "rules+en", "spacy:PATH" and so on.
        found: The types asked for.

    Raises:
        SettingsInvalid: The distribution is not installed.
    """
    return needed(readers_of(reader), found)


def needed(every: Iterable[Reader], found: Iterable[type]) -> tuple[Reader, ...]:
    """Return the readers without which the given types are not found, in order."""
    wanted, kept = set(found), []
    for reader in reversed(list(every)):
        if wanted.intersection(reader.finds):
            wanted.update(reader.needs)
            kept.append(reader)
    return tuple(reversed(kept))
