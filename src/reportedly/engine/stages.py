"""The stages, written down once: intake, reading, reconciling, ledger."""

import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Literal

from reportedly import lexicon
from reportedly.engine.choice import BACKENDS, RULES, choice
from reportedly.engine.linking import Linking, caught_up, filing
from reportedly.engine.local import WorkerLost, mapped
from reportedly.engine.reader import allowed_s, readers_of
from reportedly.engine.vault import Vault, kept, latest, logged, noted
from reportedly.engine.ward import FORKS
from reportedly.errors import InputInvalid, IntakeError, ReaderFailed
from reportedly.intake import Failure, Fetched, Input, Item, Listing, Unchanged, document
from reportedly.intake.guarded import MEMORY_BYTES
from reportedly.model import Capture, Document, Report, Token
from reportedly.reading import Reader, read

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """One input that was read.

    Attributes:
        name: As the user named it.
        report: What was read.
        capture: The bytes it was read from.
        raw: The bytes.
        fetched: How they were had; None when not over the network.
    """

    name: str
    report: Report
    capture: Capture
    raw: bytes
    fetched: Fetched | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """One input that is in the ledger.

    Attributes:
        name: As the user named it.
        report: Id of its report.
        outcome: "added", or "known" when it was there already.
        before: Id of the version of the same page that it follows; None when there is none.
    """

    name: str
    report: str
    outcome: Literal["added", "known"]
    before: str | None = None


def readings(inputs: Iterable[Input], *, workers: int = 1, reader: str = RULES) -> Iterator[Reading | Failure]:
    """Take inputs in and read them.

    Args:
        inputs: From `reportedly.intake.items`; a Failure is passed on in its place.
        workers: Processes that do it.
        reader: What reads, as `reportedly.engine.choice.choice` takes it.

    Yields:
        A Reading, or a Failure with its reason, for each input in order.

    Raises:
        SettingsInvalid: There is no such reader, or what it needs is not installed.
    """
    # Asked for before the first input: a reader that is missing is no fault of any input.
    readers_of(reader)
    read_one = partial(_read, reader=reader)
    # What the libraries of a backend have loaded may not survive a fork.
    fork = FORKS and choice(reader).kind not in BACKENDS
    reports = (one for one in inputs if not isinstance(one, Listing))
    for one, result in mapped(read_one, reports, workers=workers, seconds=allowed_s(reader), fork=fork):
        if isinstance(result, WorkerLost):
            yield Failure(one.name, str(result), one.fetched if isinstance(one, Item) else None)
        elif isinstance(result, Failure):
            yield replace(result, fetched=one.fetched) if isinstance(one, Item) else result
        elif isinstance(one, Item):
            capture, report = result
            yield Reading(one.name, report, capture, one.raw, one.fetched)


def add(inputs: Iterable[Input], vault: Vault, *, workers: int = 1, reader: str = RULES) -> Iterator[Added | Failure]:
    """Take inputs in, read them and file them; each is safe on disk when it is yielded.

    Args:
        inputs: From `reportedly.intake.items`.
        vault: Open for writing.
        workers: Processes that read.
        reader: As for `readings`.

    Yields:
        An Added, or a Failure with its reason, for each input; those that are in the ledger already are not read again
        and may come before others.

    Raises:
        LedgerLocked: Another process kept writing.
        LedgerFull: No space is left; what was yielded before is kept.
        IntakeError: The archive cannot be written; as above.
        SettingsInvalid: As for `readings`.
    """
    known: list[Added] = []
    linking = Linking()
    caught_up(vault.store, linking)
    for one in readings(_unknown(inputs, vault, known), workers=workers, reader=reader):
        yield from _emptied(known)
        filed = one if isinstance(one, Failure) else _filed(one, vault, linking)
        if isinstance(filed, Failure) and filed.fetched is not None:
            logged(vault, filed.fetched, reason=filed.reason)
        yield filed
    yield from _emptied(known)


def would_add(
    inputs: Iterable[Input], vault: Vault | None, *, workers: int = 1, reader: str = RULES
) -> Iterator[Added | Failure]:
    """Say what `add` would do, and write nothing.

    Args:
        inputs: From `reportedly.intake.items`.
        vault: Open for looking; None when there is no ledger yet.
        workers: Processes that read.
        reader: As for `readings`.
    """
    seen: dict[str, str] = {}
    for one in readings(inputs, workers=workers, reader=reader):
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


def _read(one: Item | Failure | Unchanged, *, reader: str) -> tuple[Capture, Report] | Failure:
    """Take one input in and read it; pure but for the time of capture."""
    if isinstance(one, Failure):
        return one
    if isinstance(one, Unchanged):
        return Failure(one.name, "the server says that it did not change; ask without saying what is known")
    try:
        capture, made = document(one, captured=one.captured or datetime.now(UTC))
        return capture, _lean(_marked(made, readers_of(reader)))
    except (IntakeError, InputInvalid, ReaderFailed) as fault:
        return Failure(one.name, str(fault))
    except MemoryError:
        return Failure(one.name, f"reading it takes more than {MEMORY_BYTES >> 30} GiB of memory; split it")
    except Exception as fault:  # noqa: BLE001 - see below
        # A fault of our own or of a library that reads pages: it must not take the other inputs with it.
        _LOG.exception("reading %s", one.name)
        return Failure(one.name, f"a fault in reportedly ({type(fault).__name__}: {fault}); please report it")


def _lean(report: Report) -> Report:
    """Return a report without its tokens: no room beyond the readers looks at them, and to hand them over costs a sixth of reading."""
    return replace(report, layers={kind: marks for kind, marks in report.layers.items() if kind is not Token})


def _marked(made: Document, order: Sequence[Reader]) -> Report:
    """Read a document in a language that has a lexicon; keep one in another language as it is, and say so."""
    known = lexicon.languages()
    # A text too short to tell its language is read: most are headlines in the language of their story.
    if made.language is None or made.language.lower().split("-")[0] in known:
        return read(made, order)
    message = (
        f"the report is in {made.language}; this version reads {', '.join(known)}, so it is kept and searched only"
    )
    return read(replace(made, notes=(*made.notes, ("language-not-read", message))), ())


def _unknown(inputs: Iterable[Input], vault: Vault, known: list[Added]) -> Iterator[Item | Failure]:
    """Pass on what is not in the ledger yet, and put what is into ``known``."""
    for one in inputs:
        if isinstance(one, Unchanged):
            yield from _unchanged(one, vault, known)
            continue
        if isinstance(one, Listing):
            noted(vault, one)
            continue
        id_ = None if isinstance(one, Failure) else vault.store.holder(_sha256(one), one.given.id)
        if id_ is None:
            yield one
        else:
            if one.fetched is not None:
                logged(vault, one.fetched, report=id_)
            known.append(Added(one.name, id_, "known"))


def _unchanged(one: Unchanged, vault: Vault, known: list[Added]) -> Iterator[Failure]:
    """Log that a page is as it was."""
    before = latest(vault, one.name)
    if before is None or before.report is None:
        yield Failure(
            one.name, "the server says it did not change, and the ledger does not hold it; ask again", one.fetched
        )
        return
    logged(vault, one.fetched, report=before.report)
    known.append(Added(one.name, before.report, "known"))


def _sha256(item: Item) -> str:
    """Return the hash of an input's bytes."""
    return hashlib.sha256(item.raw).hexdigest()


def _emptied(known: list[Added]) -> Iterator[Added]:
    """Yield all and leave none."""
    yield from known
    known.clear()


def _filed(one: Reading, vault: Vault, linking: Linking) -> Added | Failure:
    """File one report: first the bytes, then, when they are safe, the entry."""
    one = _version(one, vault)
    refused = _refusal(one, vault.store.outcome(one.report.id, one.capture.sha256))
    if refused:
        return replace(refused, fetched=one.fetched)
    before = _before(one, vault)
    if isinstance(before, Failure):
        return before
    if before is not None and one.fetched is not None and _same(one.report, vault.store.report(before)):
        logged(vault, one.fetched, report=before)
        return Added(one.name, before, "known")
    vault.archive.put(one.raw)
    fetch = None if one.fetched is None else kept(vault, one.fetched)
    try:
        outcome = vault.store.file(filing(one.report, one.capture, fetch), linking)
        return Added(one.name, one.report.id, outcome, before)
    except InputInvalid as fault:
        return Failure(one.name, str(fault))


def _version(one: Reading, vault: Vault) -> Reading:
    """Give a fetched page that changed, and whose id was given, an id of its own."""
    id_, sha256 = one.report.id, one.capture.sha256
    if one.fetched is None or vault.store.outcome(id_, sha256) != "other":
        return one
    document = replace(one.report.document, id=f"{id_}@{sha256[:12]}")
    return replace(one, report=replace(one.report, document=document))


def _before(one: Reading, vault: Vault) -> str | Failure | None:
    """Return the version of the same page that a report follows; refuse a page of which one was withdrawn."""
    url = one.report.document.url
    versions = vault.store.versions(url) if url is not None and one.fetched is not None else ()
    gone = next((id_ for id_, withdrawn in versions if withdrawn), None)
    if gone is not None:
        reason = f"{gone}, read at this address, was withdrawn, so its page is not taken in again"
        return Failure(one.name, reason, one.fetched)
    return versions[-1][0] if versions else None


def _same(left: Report, right: Report) -> bool:
    """Say whether two readings of a page say the same, whatever else changed on it."""
    return (left.text, left.document.title, left.document.published) == (
        right.text,
        right.document.title,
        right.document.published,
    )


def _refusal(one: Reading, outcome: str) -> Failure | None:
    """Say why a report cannot be taken in; None when it can."""
    if outcome == "other":
        return Failure(
            one.name, f"the ledger holds another text as {one.report.id}; give the changed one an id of its own"
        )
    if outcome == "withdrawn":
        return Failure(one.name, f"{one.report.id} was withdrawn, so it is not taken in again; `show` says why")
    return None
