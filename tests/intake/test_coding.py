"""Bodies decoded under caps."""

import gzip
import zlib

import pytest

from reportedly.errors import IntakeError
from reportedly.intake.coding import inflated, unchunked

WORDS = b"The dam at Kolven broke on Monday. " * 20


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (WORDS, None),
        (WORDS, "identity"),
        (gzip.compress(WORDS), "gzip"),
        (gzip.compress(WORDS), "X-GZIP"),
        (WORDS, "gzip"),  # says gzip and is plain
        (zlib.compress(WORDS), "deflate"),
        (zlib.compress(WORDS)[2:-4], "deflate"),  # without zlib's frame, as some servers send it
        (gzip.compress(gzip.compress(WORDS)), "gzip, gzip"),
    ],
)
def test_inflated(body: bytes, coding: str | None) -> None:
    assert inflated(body, coding, limit=10_000) == WORDS


@pytest.mark.parametrize(
    ("body", "coding", "reason"),
    [
        (gzip.compress(b" " * 30_000_000), "gzip", "bomb"),  # by ratio
        (gzip.compress(bytes(range(256)) * 100), "gzip", "bomb"),  # by the cap
        (b"x" * 10_001, None, "10,001 bytes"),
        (gzip.compress(WORDS)[:-20], "gzip", "cut off"),
        (b"\x1f\x8b\x08broken", "gzip", "damaged"),
        (b"neither", "deflate", "damaged"),
        (WORDS, "br", "'br'"),
    ],
)
def test_refused(body: bytes, coding: str, reason: str) -> None:
    with pytest.raises(IntakeError, match=reason):
        inflated(body, coding, limit=10_000)


def test_chunks() -> None:
    assert unchunked(b"5\r\nThe d\r\n3;x=y\r\nam \r\n0\r\n\r\n") == b"The dam "


@pytest.mark.parametrize("body", [b"5\r\nhello\r\nZZ\r\n\r\n", b"9\r\nhello", b"", b"-1\r\n\r\n", b"5\r\nhello\r\n"])
def test_bad_chunks(body: bytes) -> None:
    with pytest.raises(IntakeError, match="damaged"):
        unchunked(body)
