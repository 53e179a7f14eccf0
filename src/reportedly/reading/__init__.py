"""One document's text to marks: pure functions, in an explicit order.

Nothing registers itself on import; `readers` is the list.
"""

from reportedly.model import (
    Attribution,
    Entity,
    Event,
    Factuality,
    Mention,
    Place,
    Quantity,
    Sentence,
    Statement,
    Timex,
    Token,
)
from reportedly.reading.analysis import tokens
from reportedly.reading.attribution import attributions
from reportedly.reading.event import events
from reportedly.reading.factuality import factualities
from reportedly.reading.gazetteer import Gazetteer
from reportedly.reading.mention import mentions
from reportedly.reading.place import places
from reportedly.reading.quantity import quantities
from reportedly.reading.reader import Reader, misplaced, read
from reportedly.reading.sentence import sentences
from reportedly.reading.statement import statements
from reportedly.reading.timex import timexes

__all__ = ["Gazetteer", "Reader", "misplaced", "read", "readers"]


def readers(gazetteer: Gazetteer | None = None) -> tuple[Reader, ...]:
    """Return the readers of the rules, in the order they run.

    Args:
        gazetteer: Where places are looked up; with None no place is read and the report says so.
    """
    return (
        Reader(finds=(Token,), needs=(), read=tokens),
        Reader(finds=(Sentence,), needs=(Token,), read=sentences),
        Reader(finds=(Mention, Entity), needs=(Token, Sentence), read=mentions),
        Reader(finds=(Timex,), needs=(Token, Sentence), read=timexes),
        Reader(finds=(Quantity,), needs=(Token, Sentence, Timex), read=quantities),
        Reader(finds=(Place,), needs=(Token, Sentence, Mention), read=places(gazetteer)),
        Reader(finds=(Attribution,), needs=(Token, Sentence, Mention, Entity, Timex), read=attributions),
        Reader(finds=(Event,), needs=(Token, Sentence, Mention, Timex, Place), read=events),
        Reader(finds=(Factuality,), needs=(Attribution, Event), read=factualities),
        Reader(finds=(Statement,), needs=(Sentence, Event), read=statements),
    )
