"""What stands against a claim or beside it, with words for why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.model import Polarity
from reportedly.reconciling.passage import Passage
from reportedly.reconciling.voice import Voices

REASONS: Mapping[Polarity, str] = {
    "denies": "{who} denied it",
    "cannot confirm": "{who} could not confirm it",
    "does not say": "{who} did not say",
    "asks": "{who} only asked",
    "asserts": "{who} said otherwise",
}


@dataclass(slots=True)
class Stances:
    """What stands against a claim or beside it, as (statement, reason) pairs.

    Attributes:
        contest: Statements that deny it, say otherwise or cannot confirm it.
        observe: Statements that report on it without taking it up.
    """

    contest: dict[tuple[str, str], tuple[Passage, str]] = field(default_factory=dict)
    observe: dict[tuple[str, str], tuple[Passage, str]] = field(default_factory=dict)


def who(passage: Passage, voices: Voices) -> str:
    """Name whoever says something, for a sentence."""
    name = voices.name(passage.attribution.by if passage.attribution else None)
    return name or "the writer"


def name_of(passage: Passage, voices: Voices) -> str | None:
    """Return the one name of whoever makes a statement; None for the writer."""
    return voices.name(passage.attribution.by if passage.attribution else None)
