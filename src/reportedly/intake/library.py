"""Libraries that only some inputs need, imported on first use: they cost more to import than most commands take."""

import importlib
import logging
from functools import cache
from typing import Any


@cache
def library(name: str) -> Any:
    """Import a module by its full name, once per process; what it logs below a critical error is not shown.

    What the extractors log as an error is a page without an article, which `reportedly.intake.document` says in its own words.
    """
    logging.getLogger(name.partition(".")[0]).setLevel(logging.CRITICAL)
    return importlib.import_module(name)
