"""JSON text to and from dictionaries and lists."""

from typing import Any

import msgspec

from reportedly.errors import FormatInvalid


def encoded(value: Any) -> bytes:
    """Write JSON in UTF-8 without line breaks; the same value always gives the same bytes."""
    return msgspec.json.encode(value)


def decoded(text: bytes | str, *, name: str = "the text") -> Any:
    """Read JSON.

    Args:
        text: One JSON value.
        name: What it is, for the message.

    Raises:
        FormatInvalid: It is no JSON; the message says where.
    """
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        raise FormatInvalid(f"{name} is no JSON: {fault}") from fault
