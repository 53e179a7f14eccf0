"""A language model's endpoint for tests: a real server on this machine that answers what a test tells it to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[dict[str, Any]], tuple[int, bytes]]


@dataclass(slots=True)
class Endpoint:
    """A server that is listening.

    Attributes:
        url: Base of its paths.
        asked: The bodies of the questions so far.
        headers: The headers of each.
    """

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def answering(answer: Answer, *, pause_s: float = 0.0) -> Iterator[Endpoint]:
    """Serve until the test is done; with a pause, an answer comes byte by byte with that pause between two."""

    class Handler(BaseHTTPRequestHandler):
        """Answers one question."""

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            endpoint.asked.append(body)
            endpoint.headers.append(dict(self.headers))
            status, raw = answer(body)
            self.send_response(status)
            self.send_header("Content-Length", str(len(raw)))
            if status in range(300, 400):
                self.send_header("Location", raw.decode())
            self.end_headers()
            try:
                for piece in [raw] if not pause_s else [raw[at : at + 1] for at in range(len(raw))]:
                    self.wfile.write(piece)
                    time.sleep(pause_s)
            except (BrokenPipeError, ConnectionResetError):
                return

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    endpoint = Endpoint(f"http://127.0.0.1:{server.server_address[1]}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def completion(words: str, *, reason: str = "stop") -> bytes:
    """Return a chat completion with these words."""
    return json.dumps({"choices": [{"message": {"content": words}, "finish_reason": reason}]}).encode()


def saying(*found: dict[str, Any]) -> Answer:
    """Answer every question with these attributions."""
    return lambda _: (200, completion(json.dumps({"attributions": list(found)})))


def quote(source: str, cue: str, *content: str, parent: int | None = None) -> dict[str, Any]:
    """Return one attribution as a model quotes it."""
    return {"source": source, "cue": cue, "content": list(content), "parent": parent}
