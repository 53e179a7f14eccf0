"""Reading a bare text up to its attributions, as the tests of this folder need it."""

from datetime import date

from reportedly.model import Attribution, Document, Entity, Factuality, Mention, Report, Sentence, Timex, Token
from reportedly.reading import readers
from reportedly.reading.reader import read

_WANTED = {Token, Sentence, Mention, Entity, Timex, Attribution, Factuality}


def voiced(text: str, published: date | None = None) -> Report:
    """Return the report of a text with its attributions and how sure they are."""
    wanted = [one for one in readers() if set(one.finds) & _WANTED]
    return read(Document("d", "0" * 64, text, published=published), wanted)


def words(report: Report, role: str, one: Attribution) -> list[str]:
    """Return the words of one role ("source", "cue" or "content") of an attribution."""
    return [piece.cut(report.text) for piece in getattr(one, role)]


def told(text: str) -> list[tuple[str, str, str]]:
    """Return source, cue and content of every attribution of a text, pieces joined by " / "."""
    report = voiced(text)
    found = report.of(Attribution)
    parts = ("source", "cue", "content")
    return [(*(" / ".join(words(report, part, one)) for part in parts),) for one in found]  # type: ignore[misc]
