"""An authority outside that says when it saw a hash (RFC 3161); needs the extra ``timestamps``."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from rfc3161_client import HashAlgorithm, TimestampRequestBuilder, decode_timestamp_response

from reportedly.errors import NotFetched
from reportedly.intake.fetch import AGENT, TOOL
from reportedly.intake.item import Fetched
from reportedly.intake.record import written
from reportedly.intake.transport import LIMITS, PUBLIC, Door, exchange, target
from reportedly.model.fetch import Fetch

_GRANTED = frozenset({0, 1})
_GOOD = 200


@dataclass(frozen=True, slots=True)
class Witness:
    """An authority's word that it saw something.

    Attributes:
        time: When, as the authority says.
        token: Its response, as `openssl ts -verify -in` reads it.
        fetched: What is kept of asking.
    """

    time: datetime
    token: bytes
    fetched: Fetched


def witnessed(words: bytes, url: str, *, door: Door = PUBLIC) -> Witness:
    """Have an authority sign the SHA-256 of some bytes; the bytes themselves are not sent.

    What is checked here is that the answer is about these bytes and this question. Whether to trust the authority is for
    whoever reads the token: its certificates are in it.

    Raises:
        NotFetched: There is no answer, it refuses, or it is about something else.
    """
    asked = TimestampRequestBuilder().data(words).hash_algorithm(HashAlgorithm.SHA256).build()
    headers = [("User-Agent", AGENT), ("Content-Type", "application/timestamp-query")]
    found = exchange(target(url), headers, question=asked.as_bytes(), door=door, limits=LIMITS)
    if found.status != _GOOD:
        raise NotFetched(f"{url} answered {found.status}; name another authority")
    try:
        answer = decode_timestamp_response(found.body)
        refused = answer.status not in _GRANTED
        said = None if refused else answer.tst_info
    except ValueError as fault:
        raise NotFetched(f"{url} gave no RFC 3161 response ({fault}); name an authority") from fault
    if said is None:
        raise NotFetched(f"{url} refused to sign: {', '.join(answer.status_string) or answer.status}")
    if said.message_imprint.message != hashlib.sha256(words).digest() or said.nonce != asked.nonce:
        raise NotFetched(f"{url} signed something else than it was asked to; name another authority")
    record = written([found], TOOL)
    fetch = Fetch(
        url=url,
        time=found.time,
        tool=TOOL,
        address=found.address,
        status=found.status,
        sha256=hashlib.sha256(found.body).hexdigest(),
        record=hashlib.sha256(record).hexdigest(),
    )
    return Witness(said.gen_time, found.body, Fetched(fetch, record))
