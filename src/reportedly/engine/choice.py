"""The name of what reads, taken apart: ``rules``, ``en``, ``spacy:PATH``, ``hf:PATH``, ``openai:URL#MODEL``, or ``rules+`` one."""

from dataclasses import dataclass

RULES = "rules"
MODEL = "en"
BACKENDS = ("spacy", "hf", "openai")
"""Readers that rest on models which are not ours; each is followed by a colon and where its model is."""

READERS = (RULES, MODEL, *(f"{one}:{'URL#MODEL' if one == 'openai' else 'PATH'}" for one in BACKENDS))
"""What can read, as a user writes it; "rules+" before another one asks both."""

_BOTH = f"{RULES}+"


@dataclass(frozen=True, slots=True)
class Choice:
    """What reads.

    Attributes:
        kind: "rules", "en" or one of `BACKENDS`.
        where: What stands behind the colon; "" for those that need nothing.
        beside: The rules find attributions, and the other one adds what they have not found.
    """

    kind: str
    where: str = ""
    beside: bool = False


def choice(name: object) -> Choice:
    """Read the name of a reader.

    Raises:
        ValueError: It is none; the message says what there is.
    """
    words = name if isinstance(name, str) else ""
    beside = words.startswith(_BOTH)
    kind, colon, where = words.removeprefix(_BOTH).partition(":")
    if kind in BACKENDS and where:
        return Choice(kind, where, beside)
    if not colon and (kind == MODEL or (kind == RULES and not beside)):
        return Choice(kind, beside=beside)
    raise ValueError(f"expected one of {', '.join(READERS)}, or {_BOTH} before one of the others")
