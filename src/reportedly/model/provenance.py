"""What read a report, so that a reading can be traced to what made it and made again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provenance:
    """One reader that took part (PROV SoftwareAgent).

    Attributes:
        reader: Its kind and its model's own name ("rules", "en", "spacy core_news", "openai qwen3"); never a path of
            the machine it ran on.
        version: Its version as it says itself, and the hash of what it was loaded from where it has one.
    """

    reader: str
    version: str
