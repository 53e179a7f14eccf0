"""What a user may set: one frozen value, read once, passed by hand."""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import platformdirs

from reportedly.engine.choice import RULES, choice
from reportedly.errors import SettingsInvalid

FILE = "reportedly.toml"
"""Name of the settings file, looked for in the working folder and then in the user's configuration folder."""

_PREFIX = "REPORTEDLY_"


@dataclass(frozen=True, slots=True)
class Settings:
    """How this run goes.

    Attributes:
        ledger: The ledger's file; the archived bytes lie beside it in ``<ledger>.archive``.
        workers: Processes that read reports, 1 to 64.
        wait: Seconds to wait while another process writes to the ledger, 0 to 3600.
        limit: Rows a list shows, at least 1; 0 for all of them.
        reader: What reads, as `reportedly.engine.choice.choice` takes it.
        origins: Where each setting comes from, as (name, "default", a file, a variable or "flag") pairs.
    """

    ledger: Path
    workers: int = 1
    wait: float = 10.0
    limit: int = 50
    reader: str = RULES
    origins: tuple[tuple[str, str], ...] = ()

    @property
    def archive(self) -> Path:
        """Folder of the archived bytes."""
        return self.ledger.with_name(f"{self.ledger.name}.archive")


def default_ledger() -> Path:
    """Return where the ledger lies when nothing else is said: the user's data folder."""
    return platformdirs.user_data_path("reportedly", appauthor=False) / "ledger.db"


def settings(flags: Mapping[str, Any], *, environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings: defaults, then the file, then variables, then flags.

    Args:
        flags: By name; None where the user gave none.
        environment: Variables; None for the process's own.

    Raises:
        SettingsInvalid: A file or value cannot be used; the message says where it stands.
    """
    variables = os.environ if environment is None else environment
    found: dict[str, Any] = {"ledger": default_ledger()}
    origins = dict.fromkeys(_READ, "default")
    for origin, values in (_file(variables), _variables(variables), ("flag", flags)):
        for name, value in values.items():
            if value is not None:
                where = f"{_PREFIX}{name.upper()}" if origin == _PREFIX else origin
                found[name] = _value(name, value, where)
                origins[name] = where
    return Settings(**found, origins=tuple(origins.items()))


def settings_file(environment: Mapping[str, str]) -> Path | None:
    """Return the settings file in use; None when there is none."""
    named = environment.get(f"{_PREFIX}SETTINGS")
    if named:
        return Path(named)
    places = (Path(FILE), platformdirs.user_config_path("reportedly", appauthor=False) / FILE)
    return next((place for place in places if place.is_file()), None)


def _file(environment: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """Return the settings file's name and values."""
    path = settings_file(environment)
    if path is None:
        return "file", {}
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise SettingsInvalid(f"the settings file {path} cannot be read: {fault}; mend or remove it") from fault
    unknown = sorted(set(values) - set(_READ))
    if unknown:
        raise SettingsInvalid(f"{path}: no setting {', '.join(unknown)}; expected some of {', '.join(_READ)}")
    return str(path), values


def _variables(environment: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return what variables set; an empty one sets nothing."""
    values = {name: environment.get(f"{_PREFIX}{name.upper()}") for name in _READ}
    return _PREFIX, {name: value for name, value in values.items() if value}


def _value(name: str, value: Any, where: str) -> Any:
    """Return a setting's value.

    Raises:
        SettingsInvalid: It is of another type or out of range.
    """
    try:
        return _READ[name](value)
    except (TypeError, ValueError) as fault:
        raise SettingsInvalid(f"{where}: {name} = {value!r}; {fault}") from fault


def _path(value: Any) -> Path:
    """Read a path; ``~`` is the user's home."""
    if not isinstance(value, str | Path) or not str(value):
        raise TypeError("expected a path")
    return Path(value).expanduser()


def _reader(value: Any) -> str:
    """Read the name of a reader."""
    choice(value)
    return str(value)


def _number(kind: Callable[[Any], Any], low: int, high: int) -> Callable[[Any], Any]:
    """Return a reader of numbers within a range."""

    def read(value: Any) -> Any:
        expected = f"expected a number from {low} to {high}"
        if isinstance(value, bool):
            raise TypeError(expected)
        try:
            number = kind(value)
        except (TypeError, ValueError) as fault:
            raise ValueError(expected) from fault
        if not low <= number <= high:
            raise ValueError(expected)
        return number

    return read


_READ: Mapping[str, Callable[[Any], Any]] = {
    "ledger": _path,
    "workers": _number(int, 1, 64),
    "wait": _number(float, 0, 3600),
    "limit": _number(int, 0, 1_000_000_000),
    "reader": _reader,
}

NAMES = tuple(one.name for one in fields(Settings) if one.name != "origins")
"""Every setting, in the order of `Settings`."""
