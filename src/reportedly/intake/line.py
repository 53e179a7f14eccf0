"""One line of JSON made an item, in the shape of docs/format.md, "In"."""

from datetime import date
from typing import Any

import msgspec

from reportedly.errors import InputInvalid, IntakeError
from reportedly.intake.charset import decode
from reportedly.intake.given import Given, moment
from reportedly.intake.item import HTML, TEXT, Item

_KEYS = ("id", "url", "outlet", "language", "title")


def item(name: str, line: bytes, given: Given | None = None) -> Item:
    """Make an item of one JSON line, in the shape of docs/format.md, "In".

    Raises:
        InputInvalid: It is no JSON object, holds no text, or a key holds what it cannot.
    """
    fields = _object(line)
    media_type, body = _body(fields)
    words: dict[str, Any] = {key: _word(fields, key) for key in _KEYS}
    published: date | None = None
    notes: tuple[tuple[str, str], ...] = ()
    if (day := _word(fields, "published")) is not None:
        try:
            published, notes = moment(day)
        except InputInvalid as fault:
            raise InputInvalid(f"the key 'published': {fault}") from fault
    verbatim = fields.get("verbatim")
    if verbatim not in (None, True, False):
        raise InputInvalid(f"the key 'verbatim' holds {_shown(verbatim)}; expected true or false; correct the line")
    own = Given(published=published, verbatim=bool(verbatim), notes=notes, **words)
    return Item(name, line, media_type, (given or Given()).under(own), body)


def _object(line: bytes) -> dict[str, Any]:
    """Read the line as one JSON object."""
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        found = _loose(line)
    if not isinstance(found, dict):
        raise InputInvalid(f"the line holds {_shown(found)}; expected a JSON object with a key 'text' or 'html'")
    return found


def _loose(line: bytes) -> Any:
    """Read a line that is not UTF-8 in its own charset; refuse what is no JSON."""
    try:
        return msgspec.json.decode(decode(line).text)
    except (msgspec.DecodeError, UnicodeDecodeError, IntakeError, RecursionError) as fault:
        start = line[:40].decode("utf-8", "replace")
        raise InputInvalid(
            f"the line is no JSON ({fault}); it begins {start!r}; expected one JSON object on each line; correct or remove it"
        ) from fault


def _body(fields: dict[str, Any]) -> tuple[str, str]:
    """Return the media type and the words of the line."""
    for key, media_type in (("text", TEXT), ("html", HTML)):
        body = fields.get(key)
        if body is None:
            continue
        if not isinstance(body, str):
            raise InputInvalid(f"the key {key!r} holds {_shown(body)}; expected a string; correct the line")
        if not body.strip():
            raise InputInvalid(f"the key {key!r} is empty; expected the report's words; fill it in or remove the line")
        return media_type, body
    keys = ", ".join(sorted(map(repr, fields))[:8]) or "no keys"
    raise InputInvalid(f"the line lacks 'text' and 'html'; it has {keys}; put the report's words under 'text'")


def _word(fields: dict[str, Any], key: str) -> str | None:
    """Return a key's string; None when it is missing, null or blank."""
    found = fields.get(key)
    if isinstance(found, int) and not isinstance(found, bool) and key == "id":
        return str(found)
    if found is not None and not isinstance(found, str):
        raise InputInvalid(f"the key {key!r} holds {_shown(found)}; expected a string; correct the line")
    return (found or "").strip() or None


def _shown(found: Any) -> str:
    """Show a value, cut short."""
    shown = msgspec.json.encode(found).decode("utf-8")
    return shown if len(shown) <= 40 else f"{shown[:40]}…"  # noqa: PLR2004 - enough to know it by
