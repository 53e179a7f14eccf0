"""Small reports for tests of the ledger and of the rooms above it."""

import hashlib
from collections.abc import Mapping, MutableMapping, Sequence
from datetime import UTC, datetime
from itertools import combinations

from reportedly.ledger import Filing, Pair
from reportedly.model import Capture, Document, Fetch, Report, Sentence, Span, Withdrawal

NOW = datetime(2025, 6, 4, 12, tzinfo=UTC)


def report(id_: str, text: str = "Rain fell on Kolven.", *, title: str | None = "Rain") -> Report:
    """Return a report with one sentence."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Report(Document(id_, sha256, text, title=title), {Sentence: (Sentence(Span(0, len(text)), 0),)})


def filing(id_: str, text: str = "Rain fell on Kolven.", *, keys: Sequence[str] = ()) -> Filing:
    """Return a report with its capture."""
    made = report(id_, text)
    capture = Capture(made.document.sha256, len(text.encode()), f"{id_}.txt", NOW, media_type="text/plain")
    return Filing(made, capture, frozenset(keys), id_.encode())


def fetch(url: str, *, reason: str | None = None) -> Fetch:
    """Return a line of the capture log."""
    return Fetch(url, NOW, "reportedly 0", ("https://c.example/",), "93.184.216.34:443", 200, reason, "0" * 64)


class LinkAll:
    """Holds every candidate to be of the same event; a profile is the report's id."""

    version = 1

    def compared(self, one: bytes, other: bytes) -> tuple[float, bool]:
        """Hold all to be alike, unless one is nothing."""
        return (1.0, True) if one and other else (0.0, False)

    def grouped(self, profiles: Mapping[int, bytes], known: MutableMapping[Pair, float]) -> list[list[int]]:
        """Make one story."""
        for left, right in combinations(sorted(profiles), 2):
            known.setdefault((left, right), self.compared(profiles[left], profiles[right])[0])
        return [sorted(profiles)]

    def named(self, profiles: Sequence[bytes]) -> str:
        """Name a story after the report whose id comes first."""
        return f"s-{min(profiles).decode()}"


link_all = LinkAll()


def order(id_: str, text: str = "Rain fell on Kolven.") -> Withdrawal:
    """Return an order to withdraw a report of that text."""
    return Withdrawal(id_, hashlib.sha256(text.encode()).hexdigest(), NOW, "Ada Orm", "a person's safety")
