"""OpenTimestamps: a calendar outside takes a hash in, and ties it to a block of Bitcoin later; needs the extra ``timestamps``.

A proof is a file as `ots verify` reads it. As long as only the calendar has promised (a pending attestation) it shows nothing to
anybody who does not trust the calendar; when the block is there, the proof shows by itself that the hash was there before it.
"""

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation
from opentimestamps.core.op import OpAppend, OpSHA256
from opentimestamps.core.serialize import (
    BytesDeserializationContext,
    BytesSerializationContext,
    DeserializationError,
)
from opentimestamps.core.timestamp import DetachedTimestampFile, Timestamp

from reportedly.errors import NotFetched
from reportedly.intake.fetch import AGENT, TOOL
from reportedly.intake.item import Fetched
from reportedly.intake.record import written
from reportedly.intake.transport import LIMITS, PUBLIC, Door, Exchange, exchange, target
from reportedly.model.fetch import Fetch

_GOOD = 200
_MISSING = 404
# What the reference client sends with the hash of a file, so that a calendar cannot tell which file it was.
_NONCE_BYTES = 16
# The reference client reads no more of an answer.
_ANSWER_BYTES = 10_000
_HEADERS = [("User-Agent", AGENT), ("Accept", "application/vnd.opentimestamps.v1")]


@dataclass(frozen=True, slots=True)
class Proof:
    """A calendar's word about some bytes.

    Attributes:
        digest: SHA-256 of the bytes, in hexadecimal.
        raw: The proof, as an ``.ots`` file has it.
        blocks: Heights of the Bitcoin blocks that it says hold the hash; none while it is only promised. Whether they do is for
            `ots verify` to say, which needs the blocks.
        fetched: What is kept of asking; None for a proof that was read from its file.
    """

    digest: str
    raw: bytes
    blocks: tuple[int, ...]
    fetched: Fetched | None = None


def committed(words: bytes, url: str, *, door: Door = PUBLIC) -> Proof:
    """Have a calendar take in the SHA-256 of some bytes, mixed with chance; the bytes themselves are not sent.

    Args:
        words: The bytes.
        url: Of the calendar.
        door: What may be connected to.

    Raises:
        NotFetched: There is no answer, or it is none about this hash.
    """
    proof = DetachedTimestampFile(OpSHA256(), Timestamp(hashlib.sha256(words).digest()))
    tip = proof.timestamp.ops.add(OpAppend(os.urandom(_NONCE_BYTES))).ops.add(OpSHA256())
    found = exchange(target(f"{url.rstrip('/')}/digest"), _HEADERS, question=tip.msg, door=door, limits=LIMITS)
    if found.status != _GOOD:
        raise NotFetched(f"{url} answered {found.status}; name another calendar")
    tip.merge(_said(found, tip.msg, url))
    return _proof(proof, found)


def completed(raw: bytes, url: str, *, door: Door = PUBLIC) -> Proof | None:
    """Ask a calendar for what it has promised.

    Args:
        raw: A proof.
        url: Of the calendar; what others have promised is not asked for.
        door: What may be connected to.

    Returns:
        The proof with what the calendar has added; None when it has nothing yet, or has promised nothing.

    Raises:
        NotFetched: There is no answer, or it is none about this proof.
    """
    proof = _read(raw)
    own = url.rstrip("/")
    for stamp, word in _leaves(proof.timestamp):
        if not isinstance(word, PendingAttestation) or word.uri.rstrip("/") != own:
            continue
        found = exchange(target(f"{own}/timestamp/{stamp.msg.hex()}"), _HEADERS, door=door, limits=LIMITS)
        if found.status == _MISSING:
            return None
        if found.status != _GOOD:
            raise NotFetched(f"{url} answered {found.status}; try later")
        stamp.merge(_said(found, stamp.msg, url))
        made = _proof(proof, found)
        return made if made.blocks else None
    return None


def proof_of(raw: bytes) -> Proof:
    """Read a proof.

    Raises:
        NotFetched: It is none.
    """
    found = _read(raw)
    return Proof(found.file_digest.hex(), raw, _blocks(found.timestamp))


def _read(raw: bytes) -> DetachedTimestampFile:
    """Read a proof from its file."""
    return _parsed(lambda: DetachedTimestampFile.deserialize(BytesDeserializationContext(raw)), "the file holds")


def _said(found: Exchange, message: bytes, url: str) -> Timestamp:
    """Read a calendar's answer about a message."""
    if len(found.body) > _ANSWER_BYTES:
        raise NotFetched(f"{url} sent {len(found.body):,} bytes; a calendar sends {_ANSWER_BYTES:,} at most")
    return _parsed(lambda: Timestamp.deserialize(BytesDeserializationContext(found.body), message), f"{url} gave")


def _parsed(read: Callable[[], DetachedTimestampFile | Timestamp], who: str) -> DetachedTimestampFile | Timestamp:
    """Read something of OpenTimestamps; its reader raises more than it says."""
    try:
        return read()
    except (DeserializationError, ValueError, TypeError, AttributeError, RecursionError) as fault:
        raise NotFetched(f"{who} no OpenTimestamps proof ({fault}); name a calendar") from fault


def _proof(proof: DetachedTimestampFile, found: Exchange) -> Proof:
    """Write a proof down with the evidence of asking."""
    context = BytesSerializationContext()
    proof.serialize(context)
    raw = context.getbytes()
    record = written([found], TOOL)
    fetch = Fetch(
        url=found.url,
        time=found.time,
        tool=TOOL,
        address=found.address,
        status=found.status,
        sha256=hashlib.sha256(raw).hexdigest(),
        record=hashlib.sha256(record).hexdigest(),
    )
    return Proof(proof.file_digest.hex(), raw, _blocks(proof.timestamp), Fetched(fetch, record))


def _blocks(stamp: Timestamp) -> tuple[int, ...]:
    """Return the heights of the blocks that a proof leads to."""
    return tuple(sorted({one.height for _, one in _leaves(stamp) if isinstance(one, BitcoinBlockHeaderAttestation)}))


def _leaves(stamp: Timestamp) -> "Iterable[tuple[Timestamp, object]]":
    """Return each attestation with what it is about."""
    found = [(stamp, one) for one in stamp.attestations]
    for below in stamp.ops.values():
        found += _leaves(below)
    return found
