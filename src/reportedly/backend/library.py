"""Libraries that come with an extra, imported when a reader is asked for."""

import importlib
from typing import Any

from reportedly.errors import SettingsInvalid


def library(name: str, *, extra: str) -> Any:
    """Import a module.

    Args:
        name: Its full name.
        extra: The extra of this distribution that brings it.

    Raises:
        SettingsInvalid: It is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError as fault:
        raise SettingsInvalid(
            f"this reader needs {name}, which cannot be imported ({fault}); install it with: pip install 'reportedly[{extra}]'"
        ) from fault
