"""The log's head signed by an authority on loopback: openssl, with a key made here."""

import shutil
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from desk import filled
from intake.serving import ANYWHERE, reply, serving

from reportedly.engine import verify
from reportedly.errors import NotFetched

pytest.importorskip("rfc3161_client", reason="the extra timestamps is not installed")
from reportedly.engine.stamping import stamped

CONFIGURATION = """
[tsa]
serial = {folder}/serial
signer_cert = {folder}/cert.pem
signer_key = {folder}/key.pem
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
"""

Authority = Callable[[socket.socket, str], None]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an authority's key, certificate and configuration."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl is not on the path")
    made = tmp_path_factory.mktemp("tsa")
    (made / "serial").write_text("01")
    (made / "tsa.cnf").write_text(CONFIGURATION.format(folder=made))
    key = ["-newkey", "rsa:2048", "-nodes", "-keyout", str(made / "key.pem"), "-out", str(made / "cert.pem")]
    use = ["-subj", "/CN=Kolven time", "-addext", "extendedKeyUsage=critical,timeStamping", "-days", "2"]
    subprocess.run([program, "req", "-x509", *key, *use], check=True, capture_output=True)
    return made


def _authority(folder: Path) -> Authority:
    """Answer as an authority does."""

    def speech(connection: socket.socket, head: str) -> None:
        size = int(head.lower().partition("content-length: ")[2].partition("\r\n")[0])
        body = head.partition("\r\n\r\n")[2].encode("latin-1")
        while len(body) < size:
            body += connection.recv(65536)
        (folder / "query").write_bytes(body)
        arguments = ["-config", str(folder / "tsa.cnf"), "-section", "tsa", "-queryfile", str(folder / "query")]
        subprocess.run(["openssl", "ts", "-reply", *arguments, "-out", str(folder / "reply")], check=True, capture_output=True)  # fmt: skip
        said = (folder / "reply").read_bytes()
        reply(said, headers={"Content-Type": "application/timestamp-reply"})(connection, head)

    return speech


def test_the_head_is_signed_and_the_token_kept(folder: Path, tmp_path: Path) -> None:
    with filled(tmp_path) as vault, serving({"/tsr": _authority(folder)}) as server:
        entries = list(vault.store.entries())
        found = stamped(vault, server.url("/tsr"), door=ANYWHERE)
        assert (found.sequence, found.head) == (entries[-1].sequence, entries[-1].hash)
        (tmp_path / "head").write_text(found.head)
        (tmp_path / "token").write_bytes(vault.archive.get(found.token))
        check = ["-in", str(tmp_path / "token"), "-data", str(tmp_path / "head"), "-CAfile", str(folder / "cert.pem")]
        said = subprocess.run(["openssl", "ts", "-verify", *check], capture_output=True, text=True, check=False)
        assert "Verification: OK" in said.stdout, said.stderr
        [line] = vault.store.fetches()
        assert (line.url, line.sha256) == (server.url("/tsr"), found.token)
        assert list(verify(vault)) == []


def test_an_answer_about_something_else_is_refused(folder: Path, tmp_path: Path) -> None:
    with filled(tmp_path) as vault, serving({"/tsr": _authority(folder)}) as server:
        stamped(vault, server.url("/tsr"), door=ANYWHERE)
        server.speeches["/again"] = reply((folder / "reply").read_bytes())
        with pytest.raises(NotFetched, match="something else"):
            stamped(vault, server.url("/again"), door=ANYWHERE)


def test_what_is_no_authority_is_told(tmp_path: Path) -> None:
    with filled(tmp_path) as vault, serving({"/page": reply()}) as server:
        for path, reason in (("/page", "no RFC 3161"), ("/none", "404")):
            with pytest.raises(NotFetched, match=reason):
                stamped(vault, server.url(path), door=ANYWHERE)
        with pytest.raises(NotFetched, match="loopback"):
            stamped(vault, "http://127.0.0.1/tsr")
