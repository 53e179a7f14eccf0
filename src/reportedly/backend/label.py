"""What labels of other models mean here."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from reportedly.errors import SettingsInvalid
from reportedly.model import Kind

FILE = "reportedly.toml"
"""Name of the file in a model's folder that says what its labels mean."""

Part = Literal["source", "cue", "content"]

KINDS: Mapping[str, Kind] = {
    # CoNLL-2003 and its kin.
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "MISC": "other",
    # OntoNotes 5; dates, numbers and the like have readers of their own.
    "PERSON": "person",
    "NORP": "group",
    "FAC": "place",
    "GPE": "place",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
}
"""Kinds of names by the labels of the two annotation schemes that most models are trained on."""

PARTS: Mapping[str, Part] = {"SOURCE": "source", "CUE": "cue", "CONTENT": "content"}
"""Parts of an attribution by the labels of PARC 3.0 and PolNeAR."""

_IGNORED = "none"


@dataclass(frozen=True, slots=True)
class Labels:
    """What a model's labels mean.

    Attributes:
        kinds: Kind of name by label.
        parts: Part of an attribution by label.
    """

    kinds: Mapping[str, Kind]
    parts: Mapping[str, Part]


def labels(known: frozenset[str], folder: Path) -> Labels:
    """Return what the labels of a model mean: as the file beside it says, else by their names.

    Args:
        known: Its labels, without the letters for beginning and inside.
        folder: Where it lies.

    Raises:
        SettingsInvalid: The file cannot be read, names a label that the model does not have, or gives one a meaning that
            there is not; or nothing says what any label means.
    """
    said = _said(folder / FILE)
    strange = sorted(set(said) - known)
    if strange:
        raise SettingsInvalid(f"{folder / FILE}: the model has no label {', '.join(strange)}; it has {_listed(known)}")
    kinds = {one: KINDS[one.upper()] for one in known if one.upper() in KINDS and one not in said}
    parts = {one: PARTS[one.upper()] for one in known if one.upper() in PARTS and one not in said}
    for label, meaning in said.items():
        kind = next((one for one in KINDS.values() if one == meaning), None)
        part = next((one for one in PARTS.values() if one == meaning), None)
        if kind is not None:
            kinds[label] = kind
        elif part is not None:
            parts[label] = part
        elif meaning != _IGNORED:
            expected = ", ".join((*dict.fromkeys(KINDS.values()), *PARTS.values(), _IGNORED))
            raise SettingsInvalid(f"{folder / FILE}: {label} = {meaning!r}; expected one of {expected}")
    if not kinds and not parts:
        raise SettingsInvalid(
            f"nothing says what the labels of {folder} mean ({_listed(known)}); write {FILE} there: [labels] LABEL = "
            '"person", "organisation", "place", "group", "other", "source", "cue", "content" or "none"'
        )
    return Labels(kinds, parts)


def _said(path: Path) -> dict[str, str]:
    """Return the meanings that the file beside a model gives; none where there is no file."""
    if not path.is_file():
        return {}
    try:
        table = tomllib.loads(path.read_text("utf-8")).get("labels", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise SettingsInvalid(f"{path} cannot be read: {fault}") from fault
    if not isinstance(table, dict) or not all(isinstance(one, str) for one in table.values()):
        raise SettingsInvalid(f"{path}: expected a table [labels] of words")
    return table


def _listed(known: frozenset[str]) -> str:
    """Return labels as words."""
    return ", ".join(sorted(known))
