"""The readers that a setting names: those of the rules, with another one in their place or beside them."""

import hashlib
from functools import cache
from importlib import import_module
from importlib.metadata import version
from typing import Any

from reportedly.engine.choice import RULES, Choice, choice
from reportedly.engine.gazetteer import gazetteer
from reportedly.errors import SettingsInvalid
from reportedly.intake.guarded import REPORT_S
from reportedly.model import Provenance
from reportedly.reading import Reader, readers
from reportedly.reading.guest import hosted

# Each brings libraries of its own, so none is imported before it is asked for.
_MODULES = {
    "spacy": "reportedly.backend.pipeline",
    "hf": "reportedly.backend.tagger",
    "openai": "reportedly.backend.endpoint",
}


@cache
def readers_of(name: str = RULES) -> tuple[Reader, ...]:
    """Return the readers of that name in the order they run; a model is loaded once a process.

    Args:
        name: As `reportedly.engine.choice.choice` takes it.

    Raises:
        SettingsInvalid: There is no reader of that name, what it needs is not installed, or its model cannot be loaded.
    """
    chosen = _chosen(name)
    rules = readers(gazetteer())
    if chosen.kind == RULES:
        return rules
    if chosen.kind in _MODULES:
        guest: Reader = import_module(_MODULES[chosen.kind]).reader(chosen.where)
        return hosted(guest, rules, first="rules" if chosen.beside else "model", alone=not chosen.beside)
    return _of_model(rules, beside=chosen.beside)


def allowed_s(name: str) -> float:
    """Return the most seconds that a reader may take for one report in a worker."""
    if _chosen(name).kind != "openai":
        return REPORT_S
    return float(import_module(_MODULES["openai"]).REPORT_S)


def _chosen(name: str) -> Choice:
    """Take a name apart."""
    try:
        return choice(name)
    except ValueError as fault:
        raise SettingsInvalid(f"no reader {name!r}; {fault}") from fault


def _of_model(rules: tuple[Reader, ...], *, beside: bool) -> tuple[Reader, ...]:
    """Return the readers with the reading model of the distribution reportedly-en among them."""
    try:
        package: Any = import_module("reportedly_en")
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
    sums = (package.FOLDER / "sha256.json").read_bytes()
    by = Provenance("en", f"{version('reportedly-en')}, sha256:{hashlib.sha256(sums).hexdigest()}")
    return tuple(modelled(model, rules, first="rules" if beside else "model", alone=not beside, by=by))
