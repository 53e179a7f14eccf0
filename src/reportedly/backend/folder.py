"""A model's folder on this machine: its name and the hash of what it holds."""

import hashlib
from pathlib import Path

from reportedly.errors import SettingsInvalid

_AT_ONCE = 1 << 20


def folder(path: str, *, kind: str) -> Path:
    """Return the folder of a model.

    Args:
        path: As the user gave it; ``~`` is the user's home.
        kind: What should lie there, for the message.

    Raises:
        SettingsInvalid: There is no such folder. Nothing is ever downloaded.
    """
    found = Path(path).expanduser()
    if not found.is_dir():
        raise SettingsInvalid(f"{path} is no folder; expected {kind} saved on this machine; nothing is downloaded")
    return found


def digest(root: Path) -> str:
    """Return the SHA-256 over the names and bytes of all files in a folder, in the order of their names."""
    found = hashlib.sha256()
    for path in sorted(one for one in root.rglob("*") if one.is_file()):
        found.update(path.relative_to(root).as_posix().encode() + b"\0")
        found.update(path.stat().st_size.to_bytes(8, "big"))
        with path.open("rb") as stream:
            while block := stream.read(_AT_ONCE):
                found.update(block)
    return found.hexdigest()
