"""Servers on loopback that mean harm: what came is told and logged with its reason, no word of it becomes a report."""

import gzip
import io
import socket
import struct
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from desk import made
from intake.serving import PAGE, Server, Speech, fetcher, raw, reply, serving

from reportedly.engine import Added, add, listed, opened, validators, verify
from reportedly.intake import Asking, Failure, items
from reportedly.intake.transport import Limits
from reportedly.model import Fetch

_LIMITS = Limits(total_s=2, header_bytes=65_536, wire_bytes=1_000_000, body_bytes=1_000_000)
_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def _drip(connection: socket.socket, _: str) -> None:
    """Send a byte now and then, for ever."""
    connection.sendall(_OK + b"\r\n")
    while True:
        connection.sendall(b"x")
        time.sleep(0.2)


def _endless(head: bytes, piece: bytes) -> Speech:
    """Send the same for ever."""

    def speech(connection: socket.socket, _: str) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)

    return speech


def _reset(connection: socket.socket, _: str) -> None:
    """Break the connection amid the body, so that the other side is told of a reset."""
    connection.sendall(_OK + b"Content-Length: 10000\r\n\r\n" + PAGE[:200])
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def _bomb() -> bytes:
    """Return 100 kB that inflate to 100 MB: the manifest's 10 MB that inflate to 10 GB, at a hundredth."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(100)) + packer.flush()


def _moved(server: Server) -> None:
    """Redirect a hundred times."""
    for one in range(100):
        server.speeches[f"/{one}"] = reply(b"", status="302 Found", headers={"Location": f"/{one + 1}"})
    server.speeches["/"] = server.speeches["/0"]


def _forbidden(server: Server) -> None:
    """Ask not to be read."""
    rules = reply(b"User-agent: *\nDisallow: /\n", headers={"Content-Type": "text/plain"})
    server.speeches |= {"/robots.txt": rules, "/": reply()}


@dataclass(frozen=True, slots=True)
class Case:
    """What a server does, and what comes of it.

    Attributes:
        reason: What the log and the failure say.
        speech: How "/" is answered; None where ``prepare`` says it.
        prepare: Sets the server up.
        status: In the log.
        asked: Most requests for it, robots.txt included.
    """

    reason: str
    speech: Speech | None = None
    prepare: Callable[[Server], None] | None = None
    status: int | None = None
    asked: int = 2


CASES = {
    "l01 a byte now and then for ever": Case("took", _drip),
    "l02 an endless body": Case("more than 1,000,000 bytes", _endless(_OK + b"\r\n", b"<p>The dam.</p>" * 1000)),
    "l03 a gzip bomb": Case("bomb", reply(_bomb(), headers={"Content-Encoding": "gzip"}), status=200),
    "l04 endless headers": Case("bytes of headers", _endless(_OK, b"X-Dam: broken\r\n" * 100)),
    "l05 a hundred redirects": Case("more than 5 times", prepare=_moved, status=302, asked=7),
    "l06 fewer bytes than said": Case("no whole HTTP response", raw(_OK + b"Content-Length: 10000\r\n\r\n" + PAGE[:500])),
    "l07 reset amid the body": Case("broke off", _reset, asked=4),
    "l08 chunks that are none": Case(
        "no whole HTTP response", raw(_OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + PAGE + b"\r\n0\r\n\r\n")
    ),
    "l09 a picture": Case("'image/jpeg'", reply(b"\xff\xd8\xff", headers={"Content-Type": "image/jpeg"}), status=200),
    "l12 too many requests": Case(
        "429 Too Many Requests and asks to wait 1 seconds", reply(b"", status="429 Slow", headers={"Retry-After": "1"}),
        status=429, asked=4,
    ),
    "l13 withheld by law": Case("451", reply(PAGE, status="451 No"), status=451),
    "l16 HTTP/0.9": Case("no whole HTTP response", raw(PAGE)),
    "l17 two lengths": Case(
        "no whole HTTP response", raw(_OK + b"Content-Length: 10\r\nContent-Length: 20\r\n\r\n" + PAGE[:20])
    ),
    "l18 robots.txt forbids": Case("robots.txt", prepare=_forbidden, asked=1),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_refused_told_and_logged(tmp_path: Path, case: Case) -> None:
    began = datetime.now(UTC)
    with opened(made(tmp_path), write=True) as vault, serving({}) as server:
        if case.speech is not None:
            server.speeches["/"] = case.speech
        if case.prepare is not None:
            case.prepare(server)
        asking = Asking(fetcher=fetcher(limits=_LIMITS))
        [failure] = add(items([server.url()], io.BytesIO(), asking=asking), vault)
        assert isinstance(failure, Failure)
        assert case.reason in failure.reason
        [line] = vault.store.fetches()
        assert (line.url, line.reason, line.status) == (server.url(), failure.reason, case.status)
        assert began <= line.time <= datetime.now(UTC)
        assert (line.report, line.sha256) == (None, None)
        assert len(server.asked) <= case.asked
        assert vault.store.count() == 0
        assert list(verify(vault)) == []


def _taken(folder: Path, *speeches: Speech) -> tuple[list[Added | Failure], list[Fetch], list[str]]:
    """Fetch one page into a ledger, answered each time by the next speech; return what came, the log and what was asked."""
    with opened(made(folder), write=True) as vault, serving({}) as server:
        asking = Asking(partial(validators, vault), fetcher(limits=_LIMITS), partial(listed, vault))
        found: list[Added | Failure] = []
        for speech in speeches:
            server.speeches["/"] = speech
            found += add(items([server.url()], io.BytesIO(), asking=asking), vault)
        assert list(verify(vault)) == []
        return found, list(vault.store.fetches()), server.asked


def test_a_page_without_a_type_is_read(tmp_path: Path) -> None:  # l10
    speech = raw(f"HTTP/1.1 200 OK\r\nContent-Length: {len(PAGE)}\r\n\r\n".encode() + PAGE)
    [added], [line], _ = _taken(tmp_path, speech)
    assert isinstance(added, Added)
    assert (line.status, line.report, line.reason) == (200, added.report, None)


def test_a_page_after_early_hints_is_read(tmp_path: Path) -> None:  # l15
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n"
    speech = raw(hints + _OK + f"Content-Length: {len(PAGE)}\r\n\r\n".encode() + PAGE)
    [added], [line], _ = _taken(tmp_path, speech)
    assert isinstance(added, Added)
    assert line.status == 200


def test_a_cookie_is_not_sent_on(tmp_path: Path) -> None:  # l11
    cookie = {"Set-Cookie": "id=1; Domain=127.0.0.1; Path=/; Max-Age=9999"}
    _, _, asked = _taken(tmp_path, reply(headers=cookie), reply(headers=cookie))
    assert len(asked) > 2
    assert not [head for head in asked if "cookie" in head.lower()]


def test_nothing_new_is_no_new_report(tmp_path: Path) -> None:  # l14
    found, lines, asked = _taken(tmp_path, reply(headers={"ETag": '"1"'}), reply(b"", status="304 Not Modified"))
    assert [one.outcome for one in found if isinstance(one, Added)] == ["added", "known"]
    assert [line.status for line in lines] == [200, 304]
    assert 'If-None-Match: "1"' in asked[-1]


def test_a_page_that_is_another_each_time_is_a_version_each_time(tmp_path: Path) -> None:
    pages = [PAGE.replace(b"30 people", b"%d people" % (30 + one)) for one in range(4)]
    found, lines, _ = _taken(tmp_path, *map(reply, pages))
    assert len({one.report for one in found if isinstance(one, Added)}) == 4
    assert len({line.sha256 for line in lines}) == 4


def test_a_bomb_in_a_packed_sitemap_is_refused(tmp_path: Path) -> None:
    speech = reply(gzip.compress(b"<urlset>" + bytes(50_000_000)), headers={"Content-Type": "application/gzip"})
    [failure], [line], _ = _taken(tmp_path, speech)
    assert isinstance(failure, Failure)
    assert "bomb" in str(line.reason)
