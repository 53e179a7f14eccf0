"""Bodies as a server codes them for the wire, decoded under caps."""

import zlib

from reportedly.errors import IntakeError

# Text of a page shrinks 3 to 20 times; what shrinks more is made to.
_RATIO = 200
# Below this many bytes no ratio does harm.
_HARMLESS = 1_000_000
_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_GZIP = b"\x1f\x8b"
_RAW_DEFLATE = -15
_PEEKED = 4096


def inflated(body: bytes, coding: str | None, *, limit: int) -> bytes:
    """Undo a body's Content-Encoding.

    Args:
        body: As it came, without chunks.
        coding: Value of the header; None when there was none.
        limit: Most bytes that may come out.

    Returns:
        The body; as it is when it says gzip and is plain, as some servers and archives have it.

    Raises:
        IntakeError: The coding is unknown, the body is damaged, or more comes out than may.
    """
    for name in reversed([one.strip().lower() for one in coding.split(",")] if coding else []):
        if name in {"", "identity"} or (name.endswith("gzip") and not body.startswith(_GZIP)):
            continue
        if name not in _WINDOWS:
            raise IntakeError(f"the body is coded as {name[:40]!r}; expected gzip, deflate or nothing")
        body = _inflated(body, _WINDOWS[name], limit)
    if len(body) > limit:
        raise IntakeError(f"a body of {len(body):,} bytes, where {limit:,} may come; it is no report")
    return body


def peeked(head: bytes) -> bytes:
    """Return the first bytes of what a gzip file holds, of others the bytes themselves.

    Args:
        head: The first bytes of a file.
    """
    if not head.startswith(_GZIP):
        return head
    try:
        return zlib.decompressobj(_WINDOWS["gzip"]).decompress(head, _PEEKED)
    except zlib.error:
        return head


def unchunked(body: bytes) -> bytes:
    """Undo `Transfer-Encoding: chunked`, as archives keep it.

    Raises:
        IntakeError: The chunks are malformed or cut off.
    """
    found: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\r\n", at)
        words = body[at:end].split(b";")[0].strip() if end >= 0 else b""
        if not words or not all(byte in b"0123456789abcdefABCDEF" for byte in words):
            raise IntakeError(f"the chunk at byte {at:,} of the body has no length; the body is damaged or cut off")
        length = int(words, 16)
        if length == 0:
            return b"".join(found)
        chunk = body[end + 2 : end + 2 + length]
        if len(chunk) < length:
            raise IntakeError(f"the chunk at byte {at:,} of the body is cut off; the body is damaged")
        found.append(chunk)
        at = end + 2 + length + 2


def _inflated(body: bytes, window: int, limit: int) -> bytes:
    """Inflate one layer."""
    most = min(limit, max(_HARMLESS, len(body) * _RATIO))
    for bits in (window, _RAW_DEFLATE):
        machine = zlib.decompressobj(bits)
        try:
            found = machine.decompress(body, most + 1)
        except zlib.error as fault:
            if bits == window == _WINDOWS["deflate"]:
                continue  # some servers leave out the two bytes that deflate begins with
            raise IntakeError(f"the compressed body is damaged: {fault}") from fault
        if len(found) > most:
            raise IntakeError(f"{len(body):,} bytes inflate to more than {most:,}: a decompression bomb, no report")
        if not machine.eof:
            raise IntakeError("the compressed body is cut off before its end")
        return found
    raise IntakeError("the compressed body is damaged")
