"""What the user names, and the items to read in it."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from reportedly.errors import InputInvalid, IntakeError
from reportedly.intake.charset import decode
from reportedly.intake.given import Given, moment

ITEM_BYTES = 20_000_000
"""Most bytes of one item: a page of a hundred times the usual size; more is no report."""

HTML, TEXT, LINES = "text/html", "text/plain", "application/jsonl"
_SUFFIXES = {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".txt": TEXT,
    ".text": TEXT,
    ".md": TEXT,
    ".jsonl": LINES,
    ".ndjson": LINES,
}
_KEYS = ("id", "url", "outlet", "language", "title")
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|article|script|div|p|h1)[\s>/]", re.IGNORECASE)
_SNIFFED_BYTES = 4096


_NOTHING = Given()


@dataclass(frozen=True, slots=True)
class Item:
    """One report's bytes, not yet read.

    Attributes:
        name: As the user named it: a path, "-" for standard input, "FILE:12" for line 12.
        raw: The bytes; of a JSON line, the line's, without its end.
        media_type: "text/html" or "text/plain".
        given: What the caller says about it.
        body: The page or text inside a JSON line; None where ``raw`` itself is the page or text.
    """

    name: str
    raw: bytes
    media_type: str
    given: Given = _NOTHING
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read.

    Attributes:
        name: As the user named it.
        reason: What was found, what was expected, and what to do.
    """

    name: str
    reason: str


def items(names: Sequence[str], stdin: BinaryIO, *, given: Given | None = None) -> Iterator[Item | Failure]:
    """Yield what is to be read, in order; a file of JSON lines is read line by line.

    Args:
        names: Paths of files and folders, "-" for standard input.
        stdin: Where "-" is read from.
        given: What the caller says about all of them; a JSON line's own keys go before it.

    Yields:
        An Item, or a Failure in the place of each input that cannot be read.
    """
    known = given or Given()
    for name in names:
        if name == "-":
            yield from _stream("-", stdin, None, known)
        else:
            yield from _path(Path(name), name, known)


def _path(path: Path, name: str, given: Given) -> Iterator[Item | Failure]:
    """Yield the items of one path."""
    if path.is_dir():
        yield from _folder(path, name, given)
        return
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        yield Failure(name, "there is no such file or folder; check the path")
        return
    except OSError as fault:
        yield Failure(name, f"cannot be opened: {fault.strerror or fault}; check its permissions")
        return
    with stream:
        yield from _stream(name, stream, _SUFFIXES.get(path.suffix.lower()), given)


def _folder(path: Path, name: str, given: Given) -> Iterator[Item | Failure]:
    """Yield the items of a folder's readable files, subfolders included, sorted."""
    try:
        found = sorted(
            one
            for one in path.rglob("*")
            if one.suffix.lower() in _SUFFIXES
            and one.is_file()
            and not any(part.startswith(".") for part in one.relative_to(path).parts)
        )
    except OSError as fault:
        yield Failure(name, f"cannot be listed: {fault.strerror or fault}; check its permissions")
        return
    if not found:
        known = " ".join(sorted(_SUFFIXES))
        yield Failure(
            name, f"the folder holds no report; expected files that end in {known}; name the files themselves"
        )
    for one in found:
        yield from _path(one, str(one), given)


def _stream(name: str, stream: BinaryIO, media_type: str | None, given: Given) -> Iterator[Item | Failure]:
    """Yield the items of one open file."""
    buffered = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
    try:
        head = buffered.read(_SNIFFED_BYTES)
        kind = media_type or sniff(head)
        if kind == LINES:
            yield from _lines(name, head, buffered, given)
            return
        raw = head + buffered.read(ITEM_BYTES + 1 - len(head))
    except OSError as fault:
        yield Failure(name, f"cannot be read: {fault.strerror or fault}; check the file and the disk")
        return
    if len(raw) > ITEM_BYTES:
        yield Failure(name, _too_long(f"more than {ITEM_BYTES:,} bytes"))
    elif not raw.strip():
        yield Failure(name, "the file is empty; expected HTML, plain text or JSON lines")
    else:
        yield Item(name, raw, kind, given)


def sniff(head: bytes) -> str:
    """Tell HTML, JSON lines and plain text apart by their first bytes."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{") and re.match(rb'\{\s*(?:"|\}\s*$)', start):
        return LINES
    if _MARKUP.search(head) or _MARKUP.search(head.replace(b"\x00", b"")):
        return HTML
    return TEXT


def _lines(name: str, head: bytes, stream: BinaryIO, given: Given) -> Iterator[Item | Failure]:
    """Yield an item for each JSON line, reading no further than needed."""
    number, any_line = 0, False
    for number, raw in enumerate(_raw_lines(head, stream), 1):
        line = raw.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else raw.strip()
        if not line:
            continue
        any_line = True
        where = f"{name}:{number}"
        if len(raw) > ITEM_BYTES:
            yield Failure(where, _too_long(f"a line of more than {ITEM_BYTES:,} bytes"))
            continue
        try:
            yield item(where, line, given)
        except InputInvalid as fault:
            yield Failure(where, str(fault))
    if not any_line:
        yield Failure(name, "the file is empty; expected a JSON object on each line")


def _raw_lines(head: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """Yield lines, one that is too long cut off just past the limit and its rest passed over."""
    pending = head
    while True:
        end = pending.find(b"\n")
        if end >= 0:
            yield pending[:end]
            pending = pending[end + 1 :]
            continue
        more = stream.readline(ITEM_BYTES + 2 - len(pending)) if len(pending) <= ITEM_BYTES else b""
        pending += more
        if len(pending) > ITEM_BYTES:
            yield pending
            pending = b""
            while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
                pass
        elif not more:
            if pending:
                yield pending
            return


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


def _too_long(found: str) -> str:
    """Say that an item is too long."""
    return f"{found}, where one report may have {ITEM_BYTES:,}; split it, or give several reports as JSON lines"
