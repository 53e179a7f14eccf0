"""WARC files, whole and damaged: good records are kept, bad ones named."""

import base64
import gzip
import hashlib
import io
from datetime import UTC, datetime

import pytest
from intake.archives import HEAD, record, zipped
from intake.serving import PAGE

from reportedly.intake.given import Given
from reportedly.intake.item import HTML, Failure, Input, Item
from reportedly.intake.warc import read

GOOD = record()
CHUNKED = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
ZIPPED = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"


def _read(raw: bytes, given: Given | None = None) -> list[Input]:
    return list(read("a.warc", io.BytesIO(raw), given or Given()))


@pytest.mark.parametrize("raw", [GOOD, zipped(GOOD), gzip.compress(GOOD)])
def test_a_page(raw: bytes) -> None:
    [found] = _read(raw)
    assert isinstance(found, Item)
    assert (found.name, found.raw, found.media_type, found.charset) == ("a.warc@0", PAGE, HTML, "utf-8")
    assert found.captured == datetime(2031, 6, 4, 7, 8, tzinfo=UTC)
    # When it was captured is not when it was published.
    assert found.given == Given(url="https://kolven.example/1")


@pytest.mark.parametrize(
    "one",
    [
        record(b"5\r\n" + PAGE[:5] + b"\r\n" + f"{len(PAGE) - 5:x}".encode() + b"\r\n" + PAGE[5:] + b"\r\n0\r\n\r\n", head=CHUNKED),
        record(PAGE, head=CHUNKED),  # the header kept, the chunks undone
        record(gzip.compress(PAGE), head=ZIPPED),
        record(PAGE, head=ZIPPED),  # says gzip, is plain
        record(PAGE, head="HTTP/1.1 200 OK\r\n\r\n"),  # no type
        record(PAGE, kind="resource", head="", headers={"Content-Type": "text/html"}),
        record(headers={"WARC-Block-Digest": f"sha1:{base64.b32encode(hashlib.sha1(HEAD.encode() + PAGE, usedforsecurity=False).digest()).decode()}"}),
        record(headers={"WARC-Block-Digest": f"sha256:{hashlib.sha256(HEAD.encode() + PAGE).hexdigest()}"}),
        record(headers={"WARC-Block-Digest": "tiger:abc"}),
    ],
)  # fmt: skip
def test_bodies_as_browsers_see_them(one: bytes) -> None:
    [found] = _read(one)
    assert isinstance(found, Item)
    assert found.raw == PAGE


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (record(headers={"Content-Length": "-1"}), "'-1'"),
        (record(headers={"Content-Length": "many"}), "'many'"),
        (record(headers={"Content-Length": "9223372036854775808"}), "9,223,372,036,854,775,808 bytes"),
        (record(headers={"X-Long": "a" * 1_000_000}), "header"),
        (record(headers={"WARC-Block-Digest": f"sha256:{'0' * 64}"}), "WARC-Block-Digest"),
        (record(headers={"WARC-Block-Digest": "sha1:???"}), "WARC-Block-Digest"),
        (record(b"5\r\nhello\r\nZZ\r\n\r\n", head=CHUNKED), "chunk"),
        (record(gzip.compress(b" " * 30_000_000), head=ZIPPED), "bomb"),
        (record(b"no HTTP at all", head=""), "no whole HTTP response"),
    ],
)
def test_a_bad_record_costs_itself_only(bad: bytes, reason: str) -> None:
    raw = zipped(GOOD, bad, GOOD)
    first, damage, last = _read(raw)
    assert isinstance(first, Item)
    assert isinstance(damage, Failure)
    assert reason in damage.reason
    assert damage.name == f"a.warc@{len(zipped(GOOD))}"
    assert isinstance(last, Item)
    assert last.name == f"a.warc@{len(zipped(GOOD, bad))}"


@pytest.mark.parametrize("length", ["-1", "many"])
def test_a_bad_record_of_a_plain_file_costs_itself_only(length: str) -> None:
    found = _read(GOOD + record(headers={"Content-Length": length}) + GOOD)
    assert [isinstance(one, Item) for one in found] == [True, False, True]


def test_a_length_too_short_is_told_and_the_next_record_read() -> None:
    found = _read(zipped(record(headers={"Content-Length": "300"}), GOOD))
    assert [isinstance(one, Item) for one in found] == [True, False, True]
    assert isinstance(found[1], Failure)
    assert "its length may be wrong" in found[1].reason


@pytest.mark.parametrize("cut", [100, 200, 300])
def test_a_file_cut_off(cut: int) -> None:
    first, damage = _read(zipped(GOOD, GOOD)[:-cut])
    assert isinstance(first, Item)
    assert isinstance(damage, Failure)


def test_what_holds_no_page_is_passed_over_and_counted() -> None:
    others = [
        record(kind="request", head="GET / HTTP/1.1\r\n\r\n"),
        record(kind="revisit"),
        record(head="HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"),
        record(head="HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n"),
        record(b"", head="HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
        record(b"IN A 1.2.3.4", head="", headers={"WARC-Target-URI": "dns:kolven.example"}),
        record(b"x", kind="resource", head="", headers={"Content-Type": "image/png"}),
    ]
    [found] = _read(zipped(*others))
    assert isinstance(found, Failure)
    for kind in ("1 request", "1 revisit", "status 404", "no page", "empty", "another protocol"):
        assert kind in found.reason
    assert len(_read(zipped(*others, GOOD))) == 1


def test_an_impossible_time_of_capture_is_told_of() -> None:
    [found] = _read(record(headers={"WARC-Date": "9999-99-99T99:99:99Z"}))
    assert isinstance(found, Item)
    assert found.captured is None
    assert [code for code, _ in found.given.notes] == ["capture-date-unknown"]


def test_an_address_with_what_no_address_holds() -> None:
    [found] = _read(record(headers={"WARC-Target-URI": "https://kolven.example/\x00<script>"}))
    assert isinstance(found, Item)
    assert found.given.url == "https://kolven.example/%00%3Cscript%3E"


def test_the_same_record_twice_is_two_captures_of_one_document() -> None:
    left, right = _read(zipped(GOOD, GOOD))
    assert isinstance(left, Item)
    assert isinstance(right, Item)
    assert left.raw == right.raw
    assert left.name != right.name


@pytest.mark.parametrize("raw", [b"", b"no archive", b"\x1f\x8b\x08", GOOD.replace(b"\r\n", b"\n")])
def test_what_is_no_archive(raw: bytes) -> None:
    found = _read(raw)
    assert found
    assert all(isinstance(one, Failure) for one in found)
