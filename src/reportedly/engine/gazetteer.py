"""The gazetteer that is installed, if one is."""

import importlib
from functools import cache

from reportedly.errors import LexiconInvalid
from reportedly.reading import Gazetteer

PACKAGE = "reportedly_places"


@cache
def gazetteer() -> Gazetteer | None:
    """Return the places of the package reportedly-places, opened once a process; None when it is not installed.

    Raises:
        LexiconInvalid: Its file is missing or of another version.
    """
    try:
        package = importlib.import_module(PACKAGE)
    except ModuleNotFoundError:
        return None
    try:
        found: Gazetteer = package.Gazetteer.open()
    except package.GazetteerInvalid as fault:
        raise LexiconInvalid(f"the gazetteer cannot be used: {fault}; install reportedly-places again") from fault
    return found
