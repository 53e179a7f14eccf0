"""One document's text to marks: pure functions, in an explicit order.

Nothing registers itself on import; `readers` is the list.
"""

from reportedly.model import Sentence, Token
from reportedly.reading.analysis import tokens
from reportedly.reading.reader import Reader, misplaced, read
from reportedly.reading.sentence import sentences

__all__ = ["Reader", "misplaced", "read", "readers"]


def readers() -> tuple[Reader, ...]:
    """Return the readers of the rules, in the order they run."""
    return (
        Reader(finds=(Token,), needs=(), read=tokens),
        Reader(finds=(Sentence,), needs=(Token,), read=sentences),
    )
