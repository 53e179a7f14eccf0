"""Servers on loopback that behave as told, and what fetches from them."""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from reportedly.intake.fetch import Fetcher, Manners
from reportedly.intake.transport import Door, Limits

ANYWHERE = Door(ports=None, refusal=lambda _: None)
"""The door of these tests: loopback and every port. The product has no such door."""
HASTE = Manners(delay_s=0, backoff_s=0.25)

PAGE = (
    b"<!doctype html><html lang='en'><head><title>Dam breaks at Kolven</title></head><body><article>"
    b"<h1>Dam breaks at Kolven</h1>"
    b"<p>The dam at Kolven broke on Monday, Ada Orm of the water board said in a statement to reporters.</p>"
    b"<p>At least 30 people were hurt when the water reached the lower town, two officials said on Tuesday.</p>"
    b"</article></body></html>"
)

Speech = Callable[[socket.socket, str], None]
"""Answers one request on a connection; given the request's head."""


def reply(body: bytes = PAGE, *, status: str = "200 OK", headers: Mapping[str, str] | None = None) -> Speech:
    """Answer with one whole response."""
    said = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **(headers or {})}
    head = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    return raw(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body)


def raw(response: bytes) -> Speech:
    """Answer with exactly these bytes."""
    return lambda connection, _: connection.sendall(response)


@dataclass
class Server:
    """A server on loopback.

    Attributes:
        speeches: By path; a path that is not there is answered with 404.
        asked: The heads of all requests, in order.
        port: Where it listens.
        secret: Answers every connection before a request is read; None for ``speeches``.
    """

    speeches: dict[str, Speech]
    asked: list[str] = field(default_factory=list)
    port: int = 0
    secret: Speech | None = None

    def url(self, path: str = "/") -> str:
        """Return the address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        """Return the paths that were asked for, in order."""
        return [head.split(" ")[1] for head in self.asked]

    def answer(self, connection: socket.socket) -> None:
        """Answer one connection."""
        with connection:
            connection.settimeout(10)
            if self.secret is not None:
                with suppress(OSError):
                    self.secret(connection, "")
                return
            head = b""
            while b"\r\n\r\n" not in head and (piece := connection.recv(65536)):
                head += piece
            if not head:
                return
            words = head.decode("latin-1")
            self.asked.append(words)
            speech = self.speeches.get(words.split(" ")[1], reply(b"none", status="404 Not Found"))
            try:
                speech(connection, words)
            except OSError:
                return


@contextmanager
def serving(speeches: Mapping[str, Speech], secret: Speech | None = None) -> Iterator[Server]:
    """Serve on loopback until the block ends."""
    server = Server(dict(speeches), secret=secret)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server.port = listener.getsockname()[1]
        ended = threading.Event()

        def accept() -> None:
            while not ended.is_set():
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                threading.Thread(target=server.answer, args=(connection,), daemon=True).start()

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            ended.set()
            listener.shutdown(socket.SHUT_RDWR)
            thread.join(5)


def fetcher(*, limits: Limits | None = None, pauses: list[float] | None = None, door: Door = ANYWHERE) -> Fetcher:
    """Return what fetches from these servers without waiting; ``pauses`` gets the seconds it would have waited."""
    waited = pauses if pauses is not None else []
    return Fetcher(door=door, limits=limits or Limits(total_s=5), manners=HASTE, pause=waited.append)
