"""Small reports for tests of the ledger and of the rooms above it."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

from reportedly.ledger import Candidate, Filing, Link
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
    return Filing(made, capture, frozenset(keys))


def fetch(url: str, *, reason: str | None = None) -> Fetch:
    """Return a line of the capture log."""
    return Fetch(url, NOW, "reportedly 0", ("https://c.example/",), "93.184.216.34:443", 200, reason, "0" * 64)


def link_all(new: Report, candidates: Sequence[Candidate]) -> list[Link]:
    """Hold every candidate to be of the same event."""
    return [Link(one.id, 1.0, f"{new.id} and {one.id} share a key") for one in candidates]


def order(id_: str, text: str = "Rain fell on Kolven.") -> Withdrawal:
    """Return an order to withdraw a report of that text."""
    return Withdrawal(id_, hashlib.sha256(text.encode()).hexdigest(), NOW, "Ada Orm", "a person's safety")
