"""A ledger for one test, and texts to put into it."""

import io
import json
from collections.abc import Iterator
from pathlib import Path

from reportedly.engine import Added, Settings, Vault, add, opened, settings
from reportedly.intake import Failure, Item, items

KOLVEN = (
    "Three people died when the dam at Kolven broke on Monday, the mayor of Kolven said.",
    "The dam at Kolven broke and killed at least five people, Ada Orm, an engineer, said on Tuesday.",
    "Officials in Kolven denied that the dam broke. No one died at the Kolven dam, they said.",
)


def made(folder: Path, **flags: object) -> Settings:
    """Return settings for a ledger in a folder."""
    return settings({"ledger": folder / "ledger.db", **flags}, environment={})


def lines(texts: Iterator[str] | tuple[str, ...] = KOLVEN) -> list[Item | Failure]:
    """Return texts as JSON lines named r0, r1, …, a day apart."""
    rows = [
        json.dumps({"id": f"r{number}", "text": text, "published": f"2025-06-{number % 28 + 1:02}"})
        for number, text in enumerate(texts)
    ]
    return [one for one in items(["-"], io.BytesIO("\n".join(rows).encode())) if isinstance(one, Item | Failure)]


def filled(folder: Path, inputs: list[Item | Failure] | None = None) -> Vault:
    """Return an open ledger that holds the inputs."""
    vault = opened(made(folder), write=True)
    for one in add(lines() if inputs is None else inputs, vault):
        assert isinstance(one, Added), one
    return vault
