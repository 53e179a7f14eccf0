"""One HTTP exchange that cannot be turned inward: the address is checked, then connected to, under caps.

A name is resolved once; every address that it has must be global unicast, and the connection goes to exactly the address
that was checked. So a name that answers otherwise the second time is never asked a second time.
"""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

import certifi
import httpcore
import httpx

from reportedly.errors import NotFetched
from reportedly.intake import address as addresses
from reportedly.intake.item import ITEM_BYTES

_INTERIM = range(100, 200)
_END = b"\r\n\r\n"
_URL_CHARACTERS = 8192
# No host has these (URL Standard, "forbidden host code point"); readers disagree on where a host that holds one ends.
_NO_HOST = frozenset(" \t\r\n\x00#/<>?@\\^|%")


@dataclass(frozen=True, slots=True)
class Door:
    """What may be connected to.

    Attributes:
        ports: The only ports.
        refusal: Says why an address is refused; None when it may be connected to.
    """

    ports: frozenset[int] | None = frozenset({80, 443})
    refusal: Callable[[addresses.Address], str | None] = addresses.refusal

    def check(self, host: str, port: int) -> None:
        """Refuse a port before anything is looked up.

        Raises:
            NotFetched: The port is none of ``ports``; None of those allows every port.
        """
        if self.ports is not None and port not in self.ports:
            known = " and ".join(map(str, sorted(self.ports)))
            raise NotFetched(f"port {port} of {host} is not asked; expected {known}")

    def addresses(self, host: str, port: int) -> list[str]:
        """Resolve a name, once.

        Raises:
            NotFetched: It has no address, or one that may not be connected to; then none is tried.
        """
        self.check(host, port)
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as fault:
            raise NotFetched(f"{host} has no address ({fault}); check the URL and the network", again=True) from fault
        known = list(dict.fromkeys(str(one[4][0]) for one in found))
        for one in known:
            self._refuse(host, one)
        return known

    def _refuse(self, host: str, words: str) -> None:
        """Raise when an address may not be connected to."""
        try:
            why = self.refusal(addresses.parsed(words))
        except ValueError:
            why = "no address"
        if why is not None:
            raise NotFetched(f"{host} leads to {words}, which is {why}; only public addresses are fetched")


PUBLIC = Door()
"""The world outside: global unicast addresses, ports 80 and 443."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one exchange.

    Attributes:
        total_s: Seconds from looking up the name to the last byte.
        connect_s: Seconds to connect to one address.
        header_bytes: Most bytes of the status line and headers.
        wire_bytes: Most bytes that are taken from the connection.
        body_bytes: Most bytes of the body once inflated.
    """

    total_s: float = 20.0
    connect_s: float = 10.0
    header_bytes: int = 65_536
    wire_bytes: int = ITEM_BYTES
    body_bytes: int = ITEM_BYTES


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its response.

    Attributes:
        url: Asked for.
        address: Server's address and port ("93.184.216.34:443", "[2606::1]:443").
        time: When the response had come whole, UTC.
        request: Bytes as sent.
        response: Bytes as received, interim responses left out.
        status: Of the response.
        headers: In their order, names in lower case.
        body: Without chunks, coded as it came.
    """

    url: str
    address: str
    time: datetime
    request: bytes
    response: bytes
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """Return the first header of a name; None when there is none."""
        return next((value for one, value in self.headers if one == name), None)


def exchange(
    url: httpx.URL,
    headers: Iterable[tuple[str, str]],
    *,
    question: bytes | None = None,
    door: Door = PUBLIC,
    limits: Limits = LIMITS,
) -> Exchange:
    """Ask for a URL once, without following a redirect.

    Args:
        url: From `target`.
        headers: To send beside Host and Connection.
        question: Body of a POST; None for a GET.
        door: What may be connected to.
        limits: Caps.

    Raises:
        NotFetched: The door refuses it, a cap is reached, or the server gives no whole response.
    """
    backend = _Guarded(door, limits)
    sent = [("Host", url.netloc.decode("ascii")), *headers, ("Connection", "close")]
    if question is not None:
        sent.append(("Content-Length", str(len(question))))
    request = httpcore.Request(
        b"GET" if question is None else b"POST",
        httpcore.URL(
            scheme=url.raw_scheme,
            host=url.raw_host,
            port=url.port or (443 if url.scheme == "https" else 80),
            target=url.raw_path,
        ),
        headers=[(name.encode("ascii"), value.encode("latin-1")) for name, value in sent],
        content=question,
        extensions={"timeout": dict.fromkeys(("connect", "read", "write", "pool"), limits.total_s)},
    )
    with _said(url), httpcore.ConnectionPool(ssl_context=_trust(), network_backend=backend, retries=0) as pool:
        response = pool.handle_request(request)
        try:
            body = b"".join(response.iter_stream())
        finally:
            response.close()
    return Exchange(
        url=str(url),
        address=backend.address,
        time=datetime.now(UTC),
        request=bytes(backend.sent),
        response=_final(bytes(backend.received)),
        status=response.status,
        headers=tuple(
            (name.decode("latin-1").lower(), value.decode("latin-1").strip()) for name, value in response.headers
        ),
        body=body,
    )


def target(words: str) -> httpx.URL:
    """Read a URL that may be asked for; a fragment is dropped.

    Raises:
        NotFetched: It is none, or of a scheme other than http and https, or names a user.
    """
    if len(words) > _URL_CHARACTERS:
        raise NotFetched(f"the URL has {len(words):,} characters; expected {_URL_CHARACTERS:,} at most")
    try:
        # Copied within: a host of odd digits becomes, once written out, an address that is none.
        found = httpx.URL(words.strip(" ")).copy_with(fragment=None)
        host = found.host
    except (httpx.InvalidURL, ValueError) as fault:
        raise NotFetched(f"{words[:200]!r} is no URL ({fault}); correct it") from fault
    if found.scheme not in {"http", "https"}:
        raise NotFetched(f"{words[:200]!r} is no web address; expected one that begins with http:// or https://")
    if not host:
        raise NotFetched(f"{words[:200]!r} names no host; correct it")
    if not _NO_HOST.isdisjoint(host):
        raise NotFetched(f"{host[:200]!r} is the name of no host; correct it")
    if found.userinfo:
        raise NotFetched(f"the URL of {host} names a user; remove what stands before the @")
    return found


def joined(url: httpx.URL, place: str) -> httpx.URL:
    """Return where a redirect or a link leads, read as `target` reads a URL.

    Raises:
        NotFetched: As `target`.
    """
    try:
        return target(str(url.join(place)))
    except (httpx.InvalidURL, ValueError) as fault:
        raise NotFetched(f"{url.host} redirects to {place[:200]!r}, which is no URL ({fault})") from fault


class _Guarded(httpcore.NetworkBackend):
    """Connects where the door lets it, and keeps what goes over the wire."""

    def __init__(self, door: Door, limits: Limits) -> None:
        self._door = door
        self.limits = limits
        self.deadline = time.monotonic() + limits.total_s
        self.address = ""
        self.sent = bytearray()
        self.received = bytearray()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - httpcore's signature; the deadline is kept instead
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve, check and connect to the first address that answers."""
        plain = httpcore.SyncBackend()
        faults: list[str] = []
        for one in self._door.addresses(host, port):
            wait_s = min(self.limits.connect_s, self.left_s())
            try:
                stream = plain.connect_tcp(one, port, wait_s, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as fault:
                faults.append(f"{one}: {fault}")
                continue
            self.address = f"[{one}]:{port}" if ":" in one else f"{one}:{port}"
            return _Stream(stream, self)
        raise NotFetched(f"{host} cannot be connected to ({'; '.join(faults)}); try later", again=True)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 - as above
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002 - as above
    ) -> httpcore.NetworkStream:
        """Refuse."""
        raise NotFetched(f"{path} is a socket of this machine; only public addresses are fetched")

    def left_s(self) -> float:
        """Return the seconds that are left.

        Raises:
            NotFetched: None are.
        """
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise NotFetched(f"the server took longer than {self.limits.total_s:g} seconds; try later")
        return left

    def took(self, found: bytes) -> bytes:
        """Count what came.

        Raises:
            NotFetched: It is too much.
        """
        self.received += found
        limits = self.limits
        if len(self.received) > limits.header_bytes and self.received.find(_END, 0, limits.header_bytes + 4) < 0:
            raise NotFetched(f"the server sent more than {limits.header_bytes:,} bytes of headers")
        if len(self.received) > limits.wire_bytes:
            raise NotFetched(f"the server sent more than {limits.wire_bytes:,} bytes; that is no report")
        return found


class _Stream(httpcore.NetworkStream):
    """A connection that counts, keeps and ends on time."""

    def __init__(self, stream: httpcore.NetworkStream, guard: _Guarded) -> None:
        self._stream = stream
        self._guard = guard

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - as in connect_tcp
        """Read what has come."""
        return self._guard.took(self._stream.read(max_bytes, self._guard.left_s()))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - as in connect_tcp
        """Send."""
        self._guard.sent += buffer
        self._stream.write(buffer, self._guard.left_s())

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 - as in connect_tcp
    ) -> httpcore.NetworkStream:
        """Go on encrypted; what is kept is what is said inside."""
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, self._guard.left_s()), self._guard)

    def get_extra_info(self, info: str) -> Any:
        """Pass on what httpcore asks for."""
        return self._stream.get_extra_info(info)


@contextmanager
def _said(url: httpx.URL) -> Iterator[None]:
    """Turn httpcore's faults into ours."""
    try:
        yield
    except httpcore.TimeoutException as fault:
        raise NotFetched(f"{url.host} took too long to answer; try later") from fault
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as fault:
        raise NotFetched(f"{url.host} gave no whole HTTP response ({fault}); nothing of it is kept") from fault
    except httpcore.ConnectError as fault:
        raise NotFetched(f"{url.host} is not who it says, or not safely ({fault}); check its certificate") from fault
    except (httpcore.NetworkError, OSError) as fault:
        raise NotFetched(f"the connection to {url.host} broke off ({fault}); try later", again=True) from fault


def _final(received: bytes) -> bytes:
    """Leave out interim responses (103 Early Hints) before the one that counts."""
    while received[:5] == b"HTTP/" and received[9:12].isdigit() and int(received[9:12]) in _INTERIM:
        end = received.find(_END)
        if end < 0:
            break
        received = received[end + len(_END) :]
    return received


@cache
def _trust() -> ssl.SSLContext:
    """Return who is trusted: the authorities of certifi, whatever the environment says."""
    return ssl.create_default_context(cafile=certifi.where())
