"""The readers that a setting names: those of the rules, or a reading model's in their place."""

from functools import cache
from importlib import import_module

from reportedly.engine.gazetteer import gazetteer
from reportedly.engine.settings import READERS, RULES
from reportedly.errors import SettingsInvalid
from reportedly.reading import Reader, readers


@cache
def readers_of(name: str = RULES) -> tuple[Reader, ...]:
    """Return the readers of that name in the order they run; a model is loaded once a process.

    Args:
        name: One of `reportedly.engine.settings.READERS`.

    Raises:
        SettingsInvalid: There is no reader of that name, or its distribution is not installed or damaged.
    """
    if name not in READERS:
        raise SettingsInvalid(f"no reader {name!r}; there are {', '.join(READERS)}")
    rules = readers(gazetteer())
    if name == RULES:
        return rules
    try:
        package = import_module("reportedly_en")
    except ModuleNotFoundError as fault:
        raise SettingsInvalid(
            "the reader 'en' is not installed; install it with: pip install ./packages/reportedly-en"
        ) from fault
    try:
        model = package.load()
    except package.ModelInvalid as fault:
        raise SettingsInvalid(f"the reader 'en' cannot be used: {fault}") from fault
    # Its module needs numpy, which the distribution brings.
    modelled = import_module("reportedly.reading.modelled").modelled
    together = name == "rules+en"
    return tuple(modelled(model, rules, first="rules" if together else "model", alone=not together))
