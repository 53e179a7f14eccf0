"""One exchange with servers that mean harm."""

import gzip
import shutil
import socket
import ssl
import struct
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from intake.serving import ANYWHERE, PAGE, Speech, raw, reply, serving

from reportedly.errors import NotFetched
from reportedly.intake import transport
from reportedly.intake.transport import PUBLIC, Door, Exchange, Limits, exchange, target

SMALL = Limits(total_s=2, header_bytes=4096, wire_bytes=100_000, body_bytes=100_000)


def _ask(speech: Speech, limits: Limits = SMALL) -> Exchange:
    with serving({"/": speech}) as server:
        return exchange(target(server.url()), [], door=ANYWHERE, limits=limits)


def test_what_goes_over_the_wire_is_kept() -> None:
    found = _ask(reply(headers={"X-Odd-CASE": "Yes"}))
    assert (found.status, found.body) == (200, PAGE)
    assert found.response.startswith(b"HTTP/1.1 200 OK\r\nContent-Type: text/html")
    assert b"X-Odd-CASE: Yes\r\n" in found.response
    assert found.response.endswith(PAGE)
    assert found.request.startswith(b"GET / HTTP/1.1\r\nHost: 127.0.0.1:")
    assert found.header("x-odd-case") == "Yes"
    assert found.address.startswith("127.0.0.1:")


def test_interim_responses_are_left_out() -> None:
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\n"
    found = _ask(raw(hints + b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))
    assert (found.status, found.body) == (200, b"ok")
    assert found.response.startswith(b"HTTP/1.1 200")


def _drip(connection: socket.socket, _: str) -> None:
    """Send a byte at a time, for ever."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    while True:
        connection.sendall(b"x")
        time.sleep(0.05)


def _endless(connection: socket.socket, _: str) -> None:
    """Send a body without an end."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        connection.sendall(b"x" * 65536)


def _headers(connection: socket.socket, _: str) -> None:
    """Send headers without an end."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        connection.sendall(b"X-A: " + b"x" * 1000 + b"\r\n")


def _reset(connection: socket.socket, _: str) -> None:
    """Break off amid the body."""
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


@pytest.mark.parametrize(
    ("speech", "reason"),
    [
        (_drip, "longer than 2 seconds|took too long"),
        (_endless, "more than 100,000 bytes"),
        (_headers, "4,096 bytes of headers"),
        (_reset, "no whole HTTP response|broke off"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\nhalf"), "no whole HTTP response"),
        (
            raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nZZ\r\n\r\n"),
            "no whole HTTP response",
        ),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\nok"), "no whole HTTP response"),
        (raw(b"<html>as in 1991</html>"), "no whole HTTP response"),
        (raw(b""), "no whole HTTP response"),
    ],
    ids=["drip", "endless", "headers", "reset", "short", "chunk", "two lengths", "HTTP/0.9", "silence"],
)
def test_refused(speech: Speech, reason: str) -> None:
    with pytest.raises(NotFetched, match=reason):
        _ask(speech)


def test_a_bomb_is_not_inflated_here() -> None:
    bomb = gzip.compress(b" " * 10_000_000)
    assert _ask(reply(bomb, headers={"Content-Encoding": "gzip"})).body == bomb


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("file:///etc/passwd", "no web address"),
        ("gopher://127.0.0.1:6379/_INFO", "no web address"),
        ("javascript:alert(1)", "no web address"),
        ("http:127.0.0.1/", "no host"),
        ("http://ok.test@127.0.0.1/", "names a user"),
        ("http://ok.test/\r\nX-Evil: 1", "no URL"),
        ("http://127.0.0.1\t/", "no URL"),
        ("http://ok.test/" + "a" * 9000, "9,015 characters"),
    ],
)
def test_urls_that_are_none(words: str, reason: str) -> None:
    with pytest.raises(NotFetched, match=reason):
        target(words)


def test_a_fragment_is_dropped() -> None:
    assert str(target("http://ok.test/a?b=c#d")) == "http://ok.test/a?b=c"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.1", "0x7f.1", "0x7f000001", "017700000001", "2130706433", "[::1]", "[::ffff:7f00:1]"]
)
def test_loopback_in_any_spelling_is_refused(host: str) -> None:
    with pytest.raises(NotFetched, match=r"only public addresses|is no URL|no address"):
        exchange(target(f"http://{host}/"), [], door=PUBLIC)


def test_other_ports_are_refused_before_the_name_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", _fails)
    with pytest.raises(NotFetched, match="port 25 "):
        exchange(target("http://ok.test:25/"), [], door=PUBLIC)


def test_a_name_is_resolved_once_and_each_address_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def resolve(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        asked.append(host)
        pair = ("93.184.216.34", "127.0.0.1")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in pair]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(NotFetched, match=r"leads to 127\.0\.0\.1, which is loopback"):
        exchange(target("http://both.test/"), [], door=PUBLIC)
    assert asked == ["both.test"]


def test_a_name_that_answers_otherwise_the_second_time_gains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first answer is what is connected to; the name is never asked again."""
    answers = ["127.0.0.1", "127.0.0.2"]
    real = socket.getaddrinfo

    def resolve(host: Any, port: Any, *rest: Any, **named: Any) -> Any:
        return real(answers.pop(0) if host == "rebind.test" else host, port, *rest, **named)

    with serving({"/": reply()}) as server:
        monkeypatch.setattr(socket, "getaddrinfo", resolve)
        door = Door(ports=None, refusal=lambda one: None if str(one) == "127.0.0.1" else "another")
        found = exchange(target(f"http://rebind.test:{server.port}/"), [], door=door, limits=SMALL)
    assert (found.status, answers) == (200, ["127.0.0.2"])


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert _ask(reply()).status == 200


def _fails(*_: Any, **__: Any) -> Any:
    raise AssertionError("the name was looked up")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a key and a certificate for localhost, signed by itself."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl is not on the path")
    folder = tmp_path_factory.mktemp("tls")
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    made = [program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names, *files]
    subprocess.run(made, check=True, capture_output=True)
    (folder / "both.pem").write_bytes((folder / "cert.pem").read_bytes() + (folder / "key.pem").read_bytes())
    return folder / "both.pem"


def _secret(certificate: Path) -> Speech:
    """Answer inside TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def speech(connection: socket.socket, _: str) -> None:
        with context.wrap_socket(connection, server_side=True) as inside:
            inside.recv(65536)
            inside.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

    return speech


def test_what_is_kept_is_what_was_said_inside_tls(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trust = ssl.create_default_context(cafile=str(certificate))
    monkeypatch.setattr(transport, "_trust", lambda: trust)
    with serving({}, secret=_secret(certificate)) as server:
        url = target(f"https://localhost:{server.port}/")
        found = exchange(url, [], door=ANYWHERE, limits=SMALL)
    assert found.body == b"ok"
    assert found.request.startswith(b"GET / HTTP/1.1\r\nHost: localhost:")
    assert found.response == b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_certificate_that_nobody_vouches_for_is_refused(certificate: Path, host: str) -> None:
    with (
        serving({}, secret=_secret(certificate)) as server,
        pytest.raises(NotFetched, match="check its certificate"),
    ):
        exchange(target(f"https://{host}:{server.port}/"), [], door=ANYWHERE, limits=SMALL)
