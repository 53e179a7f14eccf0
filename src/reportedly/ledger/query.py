"""Words to search for, as SQLite's FTS5 wants them."""

import re

from reportedly.errors import InputInvalid

# Scripts written without spaces between words: Thai, Lao, Myanmar, Khmer, kana, Han, Hangul syllables. Each character
# becomes a token of its own, and a search for several becomes a phrase.
_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af])"
)
_TERM = re.compile(r'"([^"]+)"|(\S+)')

BREAK = "\u200b"
"""Put after each character of such a script in the index; invisible where it is shown."""


def spaced(text: str) -> str:
    """Return text in which every character of a script without spaces stands alone."""
    return _UNSPACED.sub(rf"\1{BREAK}", text)


def query(words: str) -> str:
    """Return an FTS5 query for reports that hold all the words.

    Args:
        words: Words in any order; a phrase stands in quotation marks; a last ``*`` finds words that begin so.

    Raises:
        InputInvalid: There is no word in it.
    """
    terms = [phrase or word for phrase, word in _TERM.findall(words)]
    quoted = [_quoted(term) for term in terms if re.search(r"\w", term)]
    if not quoted:
        raise InputInvalid(f"no word to search for in {words!r}")
    return " ".join(quoted)


def _quoted(term: str) -> str:
    """Return one term as an FTS5 string, so that none of its characters means anything."""
    plain = spaced(term.rstrip("*").replace('"', " "))
    return f'"{plain}"{"*" if term.endswith("*") else ""}'
