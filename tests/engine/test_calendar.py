"""The log's head taken in by a calendar of OpenTimestamps on loopback, and its promise kept later."""

import hashlib
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from desk import filled
from intake.serving import ANYWHERE, Server, Speech, raw, reply, serving
from program import run

pytest.importorskip("opentimestamps", reason="the extra timestamps is not installed")
from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation
from opentimestamps.core.op import OpPrepend, OpSHA256
from opentimestamps.core.serialize import BytesDeserializationContext, BytesSerializationContext
from opentimestamps.core.timestamp import DetachedTimestampFile, Timestamp

from reportedly.engine import verify
from reportedly.engine.stamping import committed, completed
from reportedly.errors import NotFetched

OTS = {"Content-Type": "application/vnd.opentimestamps.v1"}
BLOCK = 358391


def _answer(stamp: Timestamp) -> bytes:
    """Write a timestamp as a calendar sends it."""
    context = BytesSerializationContext()
    stamp.serialize(context)
    return bytes(context.getbytes())


@contextmanager
def _calendar() -> Iterator[tuple[Server, dict[str, Speech]]]:
    """Serve a calendar: it promises what comes in; the answers that it has once there is a block come beside it."""
    with serving({}) as server:

        def take(connection: socket.socket, head: str) -> None:
            digest = head.partition("\r\n\r\n")[2].encode("latin-1")
            while len(digest) < 32:
                digest += connection.recv(32)
            stamp = Timestamp(digest)
            leaf = stamp.ops.add(OpPrepend(b"Kolven")).ops.add(OpSHA256())
            leaf.attestations.add(PendingAttestation(server.url("")))
            reply(_answer(stamp), headers=OTS)(connection, head)
            tree = Timestamp(leaf.msg)
            tree.ops.add(OpSHA256()).attestations.add(BitcoinBlockHeaderAttestation(BLOCK))
            blocks[f"/timestamp/{leaf.msg.hex()}"] = reply(_answer(tree), headers=OTS)

        blocks: dict[str, Speech] = {}
        server.speeches["/digest"] = take
        yield server, blocks


def test_the_head_is_promised_and_then_in_a_block(tmp_path: Path) -> None:
    with filled(tmp_path) as vault, _calendar() as (server, blocks):
        *_, head = vault.store.entries()
        promised = committed(vault, server.url(""), door=ANYWHERE)
        assert (promised.sequence, promised.head, promised.blocks) == (head.sequence, head.hash, ())
        assert list(completed(vault, server.url(""), door=ANYWHERE)) == []  # 404: nothing yet
        server.speeches |= blocks
        [done] = completed(vault, server.url("/"), door=ANYWHERE)
        assert (done.sequence, done.head, done.blocks) == (head.sequence, head.hash, (BLOCK,))
        assert list(completed(vault, server.url(""), door=ANYWHERE)) == []  # it is complete
        proof = DetachedTimestampFile.deserialize(BytesDeserializationContext(vault.archive.get(done.proof)))
        assert proof.file_digest == hashlib.sha256(head.hash.encode()).digest()
        assert {type(one) for _, one in proof.timestamp.all_attestations()} == {
            PendingAttestation,
            BitcoinBlockHeaderAttestation,
        }
        assert [line.sha256 for line in vault.store.fetches()] == [promised.proof, done.proof]
        assert list(verify(vault)) == []


def test_the_hash_itself_is_not_sent(tmp_path: Path) -> None:
    with filled(tmp_path) as vault, _calendar() as (server, _):
        first, second = (committed(vault, server.url(""), door=ANYWHERE) for _ in range(2))
        assert first.proof != second.proof
        sent = "".join(server.asked).encode("latin-1")
        assert hashlib.sha256(first.head.encode()).digest() not in sent


@pytest.mark.parametrize(
    ("body", "reason"),
    [(b"<html>", "no OpenTimestamps proof"), (b"", "no OpenTimestamps proof"), (b"\xff" * 20_000, "10,000 at most")],
)
def test_what_is_no_calendar_is_told(tmp_path: Path, body: bytes, reason: str) -> None:
    with filled(tmp_path) as vault, serving({"/digest": reply(body)}) as server:
        with pytest.raises(NotFetched, match=reason):
            committed(vault, server.url(""), door=ANYWHERE)
        server.speeches["/digest"] = raw(b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n")
        with pytest.raises(NotFetched, match="500"):
            committed(vault, server.url(""), door=ANYWHERE)


def test_a_calendar_inside_is_refused(tmp_path: Path) -> None:
    filled(tmp_path).store.close()
    found = run("stamp", "http://127.0.0.1/", "--ots", "--ledger", tmp_path / "ledger.db")
    assert found.exit_code == 1
    assert "loopback" in found.stderr
    assert (
        "no block yet"
        in run("stamp", "http://127.0.0.1/", "--ots", "--complete", "--ledger", tmp_path / "ledger.db").stderr
    )
    assert run("stamp", "http://127.0.0.1/", "--complete", "--ledger", tmp_path / "ledger.db").exit_code == 2
