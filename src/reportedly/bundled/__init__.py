"""The bundled story: eleven reports of one event that never happened.

The event, its places, outlets and persons are invented, so that the product can be shown and tested on texts whose
difficulties are known. The pages say of themselves when and where they appeared; what the plain texts leave out stands
in ``about.toml``. The reading of all of them by hand is ``gold/bundled.json`` in the repository.
"""

import tomllib
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypedDict

__all__ = ["About", "about", "reports"]


class About(TypedDict, total=False):
    """What a plain-text report does not say of itself; a key is missing when it is not known.

    Attributes:
        outlet: Who published it.
        published: The day it appeared, ISO 8601.
        url: Where it appeared.
    """

    outlet: str
    published: str
    url: str


def reports() -> tuple[Traversable, ...]:
    """Give the files of the bundled story, in the order in which they are numbered."""
    folder = resources.files(__name__) / "reports"
    return tuple(sorted(folder.iterdir(), key=lambda file: file.name))


def about() -> dict[str, About]:
    """Give what the plain texts do not say of themselves, by file name; a page has no entry."""
    table: dict[str, About] = tomllib.loads((resources.files(__name__) / "about.toml").read_text("utf-8"))
    return table
