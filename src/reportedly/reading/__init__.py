"""One document's text to marks: pure functions, in an explicit order.

Nothing registers itself on import; `readers` is the list.
"""

from reportedly import __version__
from reportedly.model import (
    Attribution,
    Entity,
    Event,
    Factuality,
    Mention,
    Place,
    Provenance,
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
    by = Provenance("rules", __version__)
    return (
        Reader((Token,), (), tokens, by),
        Reader((Sentence,), (Token,), sentences, by),
        Reader((Mention, Entity), (Token, Sentence), mentions, by),
        Reader((Timex,), (Token, Sentence), timexes, by),
        Reader((Quantity,), (Token, Sentence, Timex), quantities, by),
        Reader((Place,), (Token, Sentence, Mention), places(gazetteer), by),
        Reader((Attribution,), (Token, Sentence, Mention, Entity, Timex), attributions, by),
        Reader((Event,), (Token, Sentence, Mention, Timex, Place, Attribution), events, by),
        Reader((Factuality,), (Attribution, Event), factualities, by),
        Reader((Statement,), (Sentence, Event), statements, by),
    )
