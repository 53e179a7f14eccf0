"""What every store can do: a Writer that appends and a View that looks."""

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from reportedly.model import Capture, Entry, Fetch, Report, Withdrawal


@dataclass(frozen=True, slots=True)
class Filing:
    """One report on its way into the ledger.

    Attributes:
        report: What was read.
        capture: The bytes it was read from; they are in the archive already.
        keys: Words by which reports of the same event find each other.
        profile: What the report is compared by, as the `Linker` packs it.
        fetch: How the bytes were had; goes into the log with the report. None when not over the network.
    """

    report: Report
    capture: Capture
    keys: frozenset[str] = frozenset()
    profile: bytes = b""
    fetch: Fetch | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one story.

    Attributes:
        number: The store's own number for it; changes when stories merge.
        reports: Ids, in order of arrival.
        key: Hash over what the reports say; the same reports always give the same key.
    """

    number: int
    reports: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that holds the words searched for.

    Attributes:
        report: Its id.
        title: Its headline; empty when it has none.
        snippet: Words around the hit; every second piece, from the second on, is a hit.
    """

    report: str
    title: str
    snippet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that is not as it was written.

    Attributes:
        where: The entry, report or file ("entry 12", "report a3f…").
        what: What was found and what was expected.
    """

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Move:
    """Reports that went from one story into another.

    Attributes:
        time: When it was recorded.
        cause: Id of the report that came or was withdrawn.
        kind: "merge" when a whole story went into another, "split" when reports left theirs, "rename" when a story is named
            after another report since.
        old: Id of the story they were in.
        new: Id of the story they are in since.
        reports: Their ids.
        because: Why.
    """

    time: datetime
    cause: str
    kind: Literal["merge", "split", "rename"]
    old: str
    new: str
    reports: tuple[str, ...]
    because: str


Outcome = Literal["added", "known"]
Pair = tuple[int, int]
"""Two reports of a ledger by their numbers, the lower first."""


class Linker(Protocol):
    """Compares reports by what `Filing.profile` holds; the same arguments always give the same answer."""

    @property
    def version(self) -> int:
        """Version of what it packs: profiles of another are of no use to it."""
        ...

    def compared(self, one: bytes, other: bytes) -> tuple[float, bool]:
        """Return how alike two reports are, from 0, and whether that makes them neighbours; the order makes no difference."""
        ...

    def grouped(self, profiles: Mapping[int, bytes], known: MutableMapping[Pair, float]) -> list[list[int]]:
        """Part a neighbourhood into stories.

        Args:
            profiles: Its reports, by number.
            known: Likenesses worked out before; those that were missing are put in.
        """
        ...

    def named(self, profiles: Sequence[bytes]) -> str:
        """Return the id of the story that these reports make."""
        ...


class Writer(Protocol):
    """Appends; every call is one transaction that is on disk when it returns."""

    def file(self, filing: Filing, linker: Linker) -> Outcome:
        """Append a report and put it into its story.

        Args:
            filing: The report.
            linker: Called within the transaction.

        Returns:
            "known" when a report of this id and these bytes is there already; then nothing is written but the
            capture log's line.

        Raises:
            InputInvalid: The id stands for other bytes, or for a report that was withdrawn.
            LedgerLocked: Another process kept writing.
            LedgerFull: No space is left; nothing of the report was kept.
        """
        ...

    def log(self, fetch: Fetch) -> None:
        """Append a line to the capture log: a URL that was asked for and gave no new report."""
        ...

    def behind(self, version: int) -> tuple[str, ...]:
        """Return the reports that have no profile of this version, in order of arrival; profiles of others are erased.

        Reports of an earlier version's ledger have none; until they are relinked they stay in the stories they were in.
        """
        ...

    def relink(self, filing: Filing, linker: Linker) -> None:
        """Give a report that is behind its profile, and put it into its story; nothing for one that was withdrawn meanwhile."""
        ...

    def withdraw(self, order: Withdrawal, linker: Linker) -> bool:
        """Erase a report's text and everything read from it, and append who ordered it and why.

        Args:
            order: What, who and why.
            linker: Parts anew what the report held together.

        Returns:
            Whether no other report rests on the same bytes, so that the archive must erase them too.

        Raises:
            NotInLedger: There is no such report.
        """
        ...

    def keep(self, group: Group, value: bytes) -> None:
        """Remember what reconciling made of a group; silently not when another process is writing."""
        ...


class View(Protocol):
    """Looks; sees all of a report or nothing of it."""

    def count(self) -> int:
        """Return the number of reports that are not withdrawn."""
        ...

    def report(self, id_: str) -> Report:
        """Return one report.

        Raises:
            NotInLedger: It is not there, or was withdrawn; the message says which.
        """
        ...

    def capture(self, id_: str) -> Capture:
        """Return where and when a report's bytes were read.

        Raises:
            NotInLedger: As for `report`.
        """
        ...

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all reports that are not withdrawn, in order of arrival."""
        ...

    def outcome(self, id_: str, sha256: str) -> Literal["new", "known", "other", "withdrawn"]:
        """Say whether these bytes are in the ledger under this id; "other" when other bytes are."""
        ...

    def holder(self, sha256: str, id_: str | None) -> str | None:
        """Return the id of a report that rests on these bytes and is not withdrawn; None when none does.

        Args:
            sha256: Hash of the bytes.
            id_: Only the report of this id; None for any.
        """
        ...

    def reports(self) -> Iterator[Report]:
        """Yield all reports that are not withdrawn, in order of arrival."""
        ...

    def groups(self) -> tuple[Group, ...]:
        """Return the reports by story."""
        ...

    def moves(self, story: str) -> tuple[Move, ...]:
        """Return which reports went into a story and out of it, oldest first."""
        ...

    def kept(self, group: Group) -> bytes | None:
        """Return what `Writer.keep` remembered of exactly this group; None when nothing fits."""
        ...

    def search(self, words: str, *, limit: int) -> tuple[int, tuple[Hit, ...]]:
        """Return how many reports hold all the words, and the best of them."""
        ...

    def withdrawn(self) -> tuple[Withdrawal, ...]:
        """Return what was withdrawn, oldest first."""
        ...

    def entries(self) -> Iterator[Entry]:
        """Yield the whole log."""
        ...

    def captures(self) -> Iterator[tuple[str, str, bool]]:
        """Yield each report's id, the hash of its bytes, and whether it was withdrawn."""
        ...

    def versions(self, url: str) -> tuple[tuple[str, bool], ...]:
        """Return the ids of the reports read at an address, oldest first, and whether each was withdrawn."""
        ...

    def fetches(self, url: str | None = None) -> Iterator[Fetch]:
        """Yield the capture log, oldest first; only of one URL as it was asked for when ``url`` is given."""
        ...

    def damages(self) -> Iterator[Damage]:
        """Recompute every hash and check every span; yield what is wrong."""
        ...


class Store(Writer, View, Protocol):
    """A ledger that can be written and read."""

    def close(self) -> None:
        """Let go of it; nothing can be asked afterwards."""
        ...
