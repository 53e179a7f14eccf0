"""Dictionary forms by tables: endings, and the words that endings get wrong."""

from collections.abc import Mapping
from typing import Any

_LONGEST = 4
_NAMES = frozenset(("NNP", "NNPS"))


def lemma(word: str, tag: str, tables: Mapping[str, Any]) -> str:
    """Return the dictionary form of a word.

    Args:
        word: As the text has it.
        tag: Its fine part of speech, of the Penn Treebank ("VBD").
        tables: ``suffix``: endings of each tag to [letters off, letters on]; ``form``: words of each tag to lemmas.
    """
    if tag in _NAMES:
        return word
    lower = word.lower().replace("’", "'")
    known = tables["form"].get(tag, {}).get(lower)
    if known is not None:
        return str(known)
    rules = tables["suffix"].get(tag, {})
    for length in range(min(_LONGEST, len(lower)), -1, -1):
        rule = rules.get(lower[len(lower) - length :])
        if rule is not None:
            return lower[: len(lower) - rule[0]] + str(rule[1])
    return lower
