"""The one shape of every reader, and the loop that runs them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportedly.model import Document, Problem, Provenance, Report

Read = Callable[[Report], Iterator[Any]]


@dataclass(frozen=True, slots=True)
class Reader:
    """One step of reading.

    Attributes:
        finds: Types of the marks it yields; each is a layer of its own. A model that finds several kinds at once is one
            reader of several types.
        needs: Layers it reads; each must be found by a reader before it.
        read: Takes the report as read so far, yields marks in text order and Problems.
        by: What it is, for the report's provenance; None for a step that does not say.
    """

    finds: tuple[type, ...]
    needs: tuple[type, ...]
    read: Read
    by: Provenance | None = None


def read(document: Document, readers: Sequence[Reader]) -> Report:
    """Run the readers over one document.

    Args:
        document: What intake made of the bytes; its notes become Problems.
        readers: In the order they run.

    Returns:
        The report with one layer for each type found, every Problem, and what read it.
    """
    report = Report(document, problems=tuple(Problem(code, message) for code, message in document.notes))
    for reader in readers:
        report = _grown(report, reader)
    named = dict.fromkeys(reader.by for reader in readers if reader.by is not None)
    return replace(report, read_by=tuple(named))


def misplaced(readers: Iterable[Reader]) -> tuple[str, ...]:
    """Name each layer that a reader needs and no reader before it finds; empty when the order is right."""
    found: set[type] = set()
    faults = []
    for reader in readers:
        faults += [f"{reader.finds[0].__name__} needs {need.__name__}" for need in reader.needs if need not in found]
        found.update(reader.finds)
    return tuple(faults)


def _grown(report: Report, reader: Reader) -> Report:
    """Return the report with one reader's findings added."""
    layers: dict[type, list[Any]] = {kind: [] for kind in reader.finds}
    problems: list[Problem] = []
    for found in reader.read(report):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            layers[type(found)].append(found)
    return report.grown({kind: tuple(marks) for kind, marks in layers.items()}, problems)
