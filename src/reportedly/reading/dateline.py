"""Datelines: names of places with which a report's paragraphs begin ("COTONOU, Dec 2 (MNA) –", "Paris (Kontor Wire) -")."""

import re

from reportedly.reading.timeform import MONTH

_WORD = r"[A-Z][\w'’.-]{1,24}"
_NAME = rf"{_WORD}(?: {_WORD}){{0,3}}"
_DAY = rf"(?i:(?:{MONTH})\.? [0-9]{{1,2}}|[0-9]{{1,2}} (?:{MONTH}))"
_AGENCY = r"\([A-Z][\w&.]*(?: [A-Z][\w&.]*){0,3}\)"
_DATELINE = re.compile(
    rf"^(?:{_NAME}(?:, {_NAME})?(?:, {_DAY}(?:,? [0-9]{{4}})?\.? ?(?:{_AGENCY}|/|[—–-])|,? {_AGENCY} ?[—–-])"
    r"|[A-Z]{3}[A-Z .'’-]{0,24}(?:, [A-Z][\w.]{1,16})? ?(?:\(|[—–]))",
    re.MULTILINE,
)


def datelines(text: str) -> frozenset[int]:
    """Return where the places of datelines begin, in code points.

    Args:
        text: A report's text.
    """
    return frozenset(found.start() for found in _DATELINE.finditer(text))
