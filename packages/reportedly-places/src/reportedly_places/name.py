"""One key for all the ways a name is written."""

import re
import unicodedata

# Letters that Unicode does not take apart into a plain letter and an accent.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e", "ħ": "h"}
)
_SILENT = re.compile(r"[.'’‘ʻʼʾʿ`´]")
_GAP = re.compile(r"[\s\-‐‑–_/,]+")


def normal(name: str) -> str:
    """Return the key of a name.

    Args:
        name: In any case, with or without accents, hyphens, apostrophes and full stops.

    Returns:
        Small letters without accents, apostrophes and full stops; single spaces for hyphens and white space.

    >>> normal("al-Qāʼim"), normal("Al Qaim"), normal("St. John's")
    ('al qaim', 'al qaim', 'st johns')
    """
    plain = name.casefold()
    if not plain.isascii():
        taken_apart = unicodedata.normalize("NFKD", plain.translate(_PLAIN))
        plain = "".join(mark for mark in taken_apart if not unicodedata.combining(mark))
    return _GAP.sub(" ", _SILENT.sub("", plain)).strip()
