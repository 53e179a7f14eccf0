"""Bytes to text, whatever the label says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import IntakeError
from reportedly.intake.charset import decode, dropped, encodable, without_controls

SENTENCE = "Šarūnas from Łomża said: “3,000 soldiers – no more.”"
RUSSIAN = "<p>Власти сообщили, что в долину вошли около трёх тысяч солдат.</p>"
GERMAN = "Die Behörden in Grünau bestätigten am Dienstag, dass über 300 Menschen geflüchtet waren."

CASES = [
    (SENTENCE.encode(), SENTENCE, "utf-8"),
    (b"\xef\xbb\xbf" + SENTENCE.encode(), SENTENCE, "bom"),
    (b"\xff\xfe" + SENTENCE.encode("utf-16-le"), SENTENCE, "bom"),
    (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), SENTENCE, "bom"),
    (("<html>" + "plain words " * 20).encode("utf-16-le"), "<html>" + "plain words " * 20, "zeros"),
    (("<html>" + "plain words " * 20).encode("utf-16-be"), "<html>" + "plain words " * 20, "zeros"),
    # a label that lies: UTF-8 called Latin-1
    (('<meta charset="iso-8859-1">' + SENTENCE).encode(), '<meta charset="iso-8859-1">' + SENTENCE, "utf-8"),
    # a label that lies: windows-1251 called UTF-8
    (('<meta charset="utf-8">' + RUSSIAN).encode("cp1251"), '<meta charset="utf-8">' + RUSSIAN, "detected"),
    # a label that tells the truth
    (
        ('<meta charset="windows-1251">' + RUSSIAN).encode("cp1251"),
        '<meta charset="windows-1251">' + RUSSIAN,
        "declared",
    ),
    (('<meta charset="latin1">' + GERMAN).encode("latin-1"), '<meta charset="latin1">' + GERMAN, "declared"),
    # no label, an unknown label, and one that browsers refuse
    (GERMAN.encode("latin-1"), GERMAN, "detected"),
    (b'<meta charset="x-bogus">plain', '<meta charset="x-bogus">plain', "utf-8"),
    (b'<meta charset="utf-7">+ADw-script+AD4-', '<meta charset="utf-7">+ADw-script+AD4-', "utf-8"),
    ("兵士は約3000人だった".encode("iso2022_jp"), "兵士は約3000人だった", "detected"),
]


@pytest.mark.parametrize(("raw", "text", "how"), CASES)
def test_decoding(raw: bytes, text: str, how: str) -> None:
    decoded = decode(raw)
    assert (decoded.text, decoded.how) == (text, how)


def test_one_cut_character_does_not_spoil_the_rest() -> None:
    decoded = decode((SENTENCE * 4).encode()[:-1] + b"\xe2")
    assert decoded.charset == "utf-8"
    assert decoded.text.startswith(SENTENCE * 3)


def test_overlong_utf_8_yields_no_tag() -> None:
    assert "<script" not in decode(b"\xc0\xbcscript\xc0\xbe" + SENTENCE.encode() * 3).text


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG"),
        (b"%PDF-1.7 rest", "PDF"),
        (b"PK\x03\x04" + bytes(30), "ZIP"),
        (b"\x1f\x8b\x08" + bytes(30), "gzip"),
        (bytes(range(1, 9)) * 50, "binary data"),
    ],
)
def test_binary_is_refused_by_its_kind(raw: bytes, kind: str) -> None:
    with pytest.raises(IntakeError, match=kind):
        decode(raw)


def test_words_that_begin_like_a_file_are_words() -> None:
    assert decode(b"BZh and MZ are letters.").text == "BZh and MZ are letters."


def test_controls_are_dropped_and_words_stay_whole() -> None:
    assert without_controls("Nor\x00land\x1bic sol\xaddiers") == "Norlandic soldiers"
    assert dropped("a\x00\x07b") == [(0, 1), (3, 4)]


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    assert encodable("a\ud800b") == "a\ufffdb"


@given(st.binary(max_size=400))
def test_any_bytes_decode_or_are_refused(raw: bytes) -> None:
    try:
        text = decode(raw).text
    except IntakeError:
        return
    encodable(text).encode()


@given(st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc")), min_size=1))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()).text == text


@given(st.text(st.characters(max_codepoint=0xFFFF), max_size=40))
def test_only_what_clean_text_does_not_hold_goes(text: str) -> None:
    assert without_controls(text) == "".join(text[start:end] for start, end in dropped(text))
