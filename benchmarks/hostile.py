#!/usr/bin/env python3
"""Read one hostile page or text as a user's input is read: the adapter that a checker of such cases calls.

    python FOLDER/check.py html benchmarks/hostile.py
    python FOLDER/check.py text benchmarks/hostile.py

The checker runs each case in a process of its own, with caps on time and memory and a record of every network attempt.
"""

from datetime import UTC, datetime
from typing import Any

from reportedly.errors import IntakeError
from reportedly.intake import Item, document
from reportedly.intake.library import library

_NOW = datetime.now(UTC)
_TYPES = {"html": "text/html", "text": "text/plain"}

# The checker counts the memory that a case adds: what is loaded once for all pages is loaded before.
for _name in ("trafilatura", "htmldate", "py3langid.langid"):
    library(_name)


def run(raw: bytes, case: dict[str, Any]) -> dict[str, str | None]:
    """Read one case.

    Args:
        raw: The page or text.
        case: Its row in the manifest; its kind and its id are read, never what is expected.

    Returns:
        The report's text without the captions of its pictures, and its title; or the reason why it was refused.
    """
    try:
        _, found = document(Item(case["id"], raw, _TYPES[case["kind"]]), captured=_NOW)
    except IntakeError as fault:
        return {"refused": str(fault)}
    told, at = [], 0
    for span in found.captions:
        told.append(found.text[at : span.start])
        at = span.end
    return {"text": "".join((*told, found.text[at:])).strip(), "title": found.title}
