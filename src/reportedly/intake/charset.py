"""From bytes to text: byte order mark, valid UTF-8, declared charset, detection, in that order."""

import codecs
import re
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from reportedly.errors import IntakeError


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and how it was had from its bytes.

    Attributes:
        text: Every character the bytes hold; those that are none stand as U+FFFD.
        charset: Name of the charset used, as Python spells it.
        how: "bom", "utf-8" (the bytes are valid UTF-8), "declared", "zeros" (UTF-16 without a mark) or "detected".
    """

    text: str
    charset: str
    how: str


_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (an office document, an e-book or a WACZ is one too)"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"RIFF", "a sound, a film or a WebP picture"),
    (b"ID3", "an MP3 sound"),
    (b"OggS", "an Ogg sound or film"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# Browsers look for a declaration in the first 1,024 bytes; pages put it later often enough to look further.
_DECLARATION_BYTES = 8192
_ZEROS_BYTES = 4096
_CONTROL = bytes({*range(9), 11, *range(14, 27), *range(28, 32)})
# Text in any single-byte or multi-byte charset holds next to none; a tenth is far above any page seen.
_BINARY_SHARE = 0.1
# Bytes of another charset hardly ever make up valid UTF-8 characters: where most do, a cut or spliced one is an accident.
_SPOILT_SHARE = 0.1
_SPOILT_SHARE_LABELLED = 0.3
_WESTERN = frozenset({"cp1252", "iso8859-1", "iso8859-15", "ascii"})


def decode(raw: bytes, *, declared: str | None = None) -> Decoded:
    """Decode a page or a plain text; a wrong label does not spoil it.

    Args:
        raw: The bytes, whole.
        declared: Charset named outside the bytes (an HTTP header); None when none is.

    Returns:
        The text as the bytes have it, control characters included.

    Raises:
        IntakeError: The bytes are no text; the message says what they look like.
    """
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return Decoded(raw[len(mark) :].decode(name, "replace"), name, "bom")
    zeros = _zeros(raw)
    if zeros is not None:
        return Decoded(raw.decode(zeros, "replace"), zeros, "zeros")
    _refuse_binary(raw)
    label = _known(declared) or _known(_declaration(raw))
    if b"\x1b" in raw and (found := _try(raw, "iso2022_jp_3")) is not None:
        return Decoded(found, "iso2022_jp_3", "declared" if label and label.startswith("iso2022") else "detected")
    if (found := _try(raw, "utf-8")) is not None:
        return Decoded(found, "utf-8", "utf-8")
    return _legacy(raw, label)


def _legacy(raw: bytes, label: str | None) -> Decoded:
    """Decode bytes that are not valid UTF-8."""
    loose = raw.decode("utf-8", "replace")
    beyond = sum(1 for byte in raw if byte >= 0x80)  # noqa: PLR2004 - the end of ASCII
    if loose.count("�") <= beyond * (_SPOILT_SHARE_LABELLED if label == "utf-8" else _SPOILT_SHARE):
        return Decoded(loose, "utf-8", "declared" if label == "utf-8" else "utf-8")
    detected = _known(detect_encoding(raw, max_len=1 << 16, html5_compatible=True)) or "cp1252"
    # Letters beyond ASCII are rare in what is truly Western; where they are many, a Western label is a default, no fact.
    dense = beyond * 5 > len(raw)
    if label and label != "utf-8" and not (label in _WESTERN and dense):
        found = _try(raw, label)
        if found is not None or detected == "utf-8":
            return Decoded(found if found is not None else raw.decode(label, "replace"), label, "declared")
    if detected in {"utf-8", "ascii"}:
        detected = label if label and label != "utf-8" else "cp1252"
    return Decoded(raw.decode(detected, "replace"), detected, "detected")


def _zeros(raw: bytes) -> str | None:
    """Tell UTF-16 without a mark by the zeros in every other byte."""
    head = raw[: _ZEROS_BYTES & ~1]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    pairs = len(head) // 2
    # English markup in UTF-16 has a zero in nearly every pair, on one side only.
    if pairs >= 2 and odd > 0.4 * pairs and even < 0.05 * pairs:  # noqa: PLR2004 - as the line above says
        return "utf-16-le"
    if pairs >= 2 and even > 0.4 * pairs and odd < 0.05 * pairs:  # noqa: PLR2004 - as above
        return "utf-16-be"
    return None


def _refuse_binary(raw: bytes) -> None:
    """Raise when the bytes are no text."""
    for magic, kind in _MAGIC:
        if raw.startswith(magic) and (not magic.isalpha() or b"\x00" in raw[:512]):
            raise IntakeError(
                f"the bytes are {kind}, not a report; expected HTML or plain text; convert it to one of them first"
            )
    head = raw[:65536]
    controls = len(head) - len(head.translate(None, _CONTROL))
    if head and controls > _BINARY_SHARE * len(head):
        raise IntakeError(
            f"{controls} of the first {len(head)} bytes are control codes, so this is binary data, not a report; "
            "expected HTML or plain text; convert it to one of them first"
        )


def _declaration(raw: bytes) -> str | None:
    """Return the charset that the page names in its head; None when it names none."""
    found = _DECLARED.search(raw[:_DECLARATION_BYTES])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _known(label: str | None) -> str | None:
    """Return Python's name of the charset a browser would use for the label; None when there is none."""
    if not label or "utf-7" in label.lower() or "utf7" in label.lower():
        return None
    try:
        name = codecs.lookup(map_encoding_to_html5(label, fallback_utf8=False) or label).name
    except LookupError:
        return None
    # A page in UTF-16 could not have named it in ASCII: the name is read as UTF-8, as browsers do.
    return "utf-8" if name.startswith("utf-16") else name


def _try(raw: bytes, charset: str) -> str | None:
    """Decode strictly; None when the bytes do not fit the charset."""
    try:
        return raw.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return None


_DROPPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufeff\ufffe\uffff\ue000-\uf8ff]+")
"""Characters that clean text does not hold: controls, soft hyphens, byte order marks, private use."""
# The same characters in UTF-8: bytes that are one or lead to one, and two pairs of bytes.
_LEADS = bytes({*range(0x20), 0x7F, 0xEE, 0xEF} - {0x09, 0x0A, 0x0D})
_CONTROLS = re.compile(b"\xc2[\x80-\x9f\xad]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON can smuggle in and no file can hold, by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("�", text)
    return text


def dropped(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the stretches between ``start`` and ``end`` that remain once control characters are dropped."""
    stop = len(text) if end is None else end
    kept: list[tuple[int, int]] = []
    for match in _DROPPED.finditer(text, start, stop):
        kept.append((start, match.start()))
        start = match.end()
    kept.append((start, stop))
    return [(first, last) for first, last in kept if first < last]


def without_controls(text: str) -> str:
    """Return the text without the characters that clean text does not hold."""
    return _DROPPED.sub("", text) if _may_hold_controls(text) else text


def _may_hold_controls(text: str) -> bool:
    """Say whether a text may hold such characters, by its bytes: six times as fast as the pattern, which has the last word."""
    raw = text.encode(errors="surrogatepass")
    return len(raw.translate(None, _LEADS)) < len(raw) or _CONTROLS.search(raw) is not None
