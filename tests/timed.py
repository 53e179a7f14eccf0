"""Texts read for their times only, against one day of publication."""

from datetime import date

from reportedly.model import Document, Report, Sentence, Timex, Token
from reportedly.reading.analysis import tokens
from reportedly.reading.reader import Reader, read
from reportedly.reading.sentence import sentences
from reportedly.reading.timex import timexes

READERS = (
    Reader(finds=(Token,), needs=(), read=tokens),
    Reader(finds=(Sentence,), needs=(Token,), read=sentences),
    Reader(finds=(Timex,), needs=(Token, Sentence), read=timexes),
)
# A Wednesday.
PUBLISHED = date(2031, 5, 14)


def reading(text: str, published: date | None = PUBLISHED) -> Report:
    """Return a report with its times."""
    return read(Document("d", "0" * 64, text, published=published), READERS)
