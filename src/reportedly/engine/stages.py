"""The stages, written down once: intake, reading, reconciling, ledger."""

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any, Literal

from reportedly import lexicon, reconciling
from reportedly.engine.gazetteer import gazetteer
from reportedly.engine.linking import linker
from reportedly.engine.local import WorkerLost, mapped
from reportedly.engine.vault import Vault
from reportedly.errors import InputInvalid, IntakeError
from reportedly.intake import Failure, Item, document
from reportedly.ledger import Filing
from reportedly.model import Capture, Document, Report
from reportedly.reading import read, readers

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """One input that was read.

    Attributes:
        name: As the user named it.
        report: What was read.
        capture: The bytes it was read from.
        raw: The bytes.
    """

    name: str
    report: Report
    capture: Capture
    raw: bytes


@dataclass(frozen=True, slots=True)
class Added:
    """One input that is in the ledger.

    Attributes:
        name: As the user named it.
        report: Id of its report.
        outcome: "added", or "known" when it was there already.
    """

    name: str
    report: str
    outcome: Literal["added", "known"]


def readings(inputs: Iterable[Item | Failure], *, workers: int = 1) -> Iterator[Reading | Failure]:
    """Take inputs in and read them.

    Args:
        inputs: From `reportedly.intake.items`; a Failure is passed on in its place.
        workers: Processes that do it.

    Yields:
        A Reading, or a Failure with its reason, for each input in order.
    """
    for one, result in mapped(_read, inputs, workers=workers):
        if isinstance(result, WorkerLost):
            yield Failure(one.name, str(result))
        elif isinstance(one, Item) and not isinstance(result, Failure):
            capture, report = result
            yield Reading(one.name, report, capture, one.raw)
        elif isinstance(result, Failure):
            yield result


def add(inputs: Iterable[Item | Failure], vault: Vault, *, workers: int = 1) -> Iterator[Added | Failure]:
    """Take inputs in, read them and file them; each is safe on disk when it is yielded.

    Args:
        inputs: From `reportedly.intake.items`.
        vault: Open for writing.
        workers: Processes that read.

    Yields:
        An Added, or a Failure with its reason, for each input; those that are in the ledger already are not read again
        and may come before others.

    Raises:
        LedgerLocked: Another process kept writing.
        LedgerFull: No space is left; what was yielded before is kept.
        IntakeError: The archive cannot be written; as above.
    """
    known: list[Added] = []
    link = linker()
    for one in readings(_unknown(inputs, vault, known), workers=workers):
        yield from _emptied(known)
        yield one if isinstance(one, Failure) else _filed(one, vault, link)
    yield from _emptied(known)


def would_add(inputs: Iterable[Item | Failure], vault: Vault | None, *, workers: int = 1) -> Iterator[Added | Failure]:
    """Say what `add` would do, and write nothing.

    Args:
        inputs: From `reportedly.intake.items`.
        vault: Open for looking; None when there is no ledger yet.
        workers: Processes that read.
    """
    seen: dict[str, str] = {}
    for one in readings(inputs, workers=workers):
        if isinstance(one, Failure):
            yield one
            continue
        id_, sha256 = one.report.id, one.report.document.sha256
        outcome = "new" if vault is None else vault.store.outcome(id_, sha256)
        if outcome == "new" and id_ in seen:
            outcome = "known" if seen[id_] == sha256 else "other"
        seen[id_] = sha256
        refused = _refusal(one, outcome)
        yield refused or Added(one.name, id_, "known" if outcome == "known" else "added")


def _read(one: Item | Failure) -> tuple[Capture, Report] | Failure:
    """Take one input in and read it; pure but for the time of capture."""
    if isinstance(one, Failure):
        return one
    try:
        capture, made = document(one, captured=datetime.now(UTC))
        return capture, _marked(made)
    except (IntakeError, InputInvalid) as fault:
        return Failure(one.name, str(fault))
    except Exception as fault:  # noqa: BLE001 - see below
        # A fault of our own or of a library that reads pages: it must not take the other inputs with it.
        _LOG.exception("reading %s", one.name)
        return Failure(one.name, f"a fault in reportedly ({type(fault).__name__}: {fault}); please report it")


def _marked(made: Document) -> Report:
    """Read a document in a language that has a lexicon; keep one in another language as it is, and say so."""
    known = lexicon.languages()
    # A text too short to tell its language is read: most are headlines in the language of their story.
    if made.language is None or made.language.lower().split("-")[0] in known:
        return read(made, _readers())
    message = (
        f"the report is in {made.language}; this version reads {', '.join(known)}, so it is kept and searched only"
    )
    return read(replace(made, notes=(*made.notes, ("language-not-read", message))), ())


@cache
def _readers() -> Sequence[Any]:
    """Return this process's readers."""
    return readers(gazetteer())


def _unknown(inputs: Iterable[Item | Failure], vault: Vault, known: list[Added]) -> Iterator[Item | Failure]:
    """Pass on what is not in the ledger yet, and put what is into ``known``."""
    for one in inputs:
        id_ = None if isinstance(one, Failure) else vault.store.holder(_sha256(one), one.given.id)
        if id_ is None:
            yield one
        else:
            known.append(Added(one.name, id_, "known"))


def _sha256(item: Item) -> str:
    """Return the hash of an input's bytes."""
    return hashlib.sha256(item.raw).hexdigest()


def _emptied(known: list[Added]) -> Iterator[Added]:
    """Yield all and leave none."""
    yield from known
    known.clear()


def _filed(one: Reading, vault: Vault, link: Any) -> Added | Failure:
    """File one report: first the bytes, then, when they are safe, the entry."""
    refused = _refusal(one, vault.store.outcome(one.report.id, one.capture.sha256))
    if refused:
        return refused
    vault.archive.put(one.raw)
    filing = Filing(one.report, one.capture, reconciling.keys(one.report))
    try:
        return Added(one.name, one.report.id, vault.store.file(filing, link))
    except InputInvalid as fault:
        return Failure(one.name, str(fault))


def _refusal(one: Reading, outcome: str) -> Failure | None:
    """Say why a report cannot be taken in; None when it can."""
    if outcome == "other":
        return Failure(
            one.name, f"the ledger holds another text as {one.report.id}; give the changed one an id of its own"
        )
    if outcome == "withdrawn":
        return Failure(one.name, f"{one.report.id} was withdrawn, so it is not taken in again; `show` says why")
    return None
