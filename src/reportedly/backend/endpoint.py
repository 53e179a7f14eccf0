"""A language model behind an OpenAI-compatible endpoint as a reader: it quotes who says what, and its quotations are looked up.

The report is data in the question, and the answer is data here: it is decoded under a schema, and nothing of it is kept but
the places of words that stand in the report. Whom they mean, how surely they speak and what they count is read by the rules.
"""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import httpx
import msgspec

from reportedly.backend.address import Address, address
from reportedly.backend.piece import Piece, batches
from reportedly.backend.prompt import AnswerInvalid, quoted, request, version
from reportedly.backend.quote import placed
from reportedly.errors import ReaderFailed
from reportedly.model import Problem, Provenance, Report
from reportedly.reading import Reader
from reportedly.reading.voice import Voice

KEY = "REPORTEDLY_OPENAI_KEY"
"""Variable that holds the endpoint's key; it is never put into a ledger, a message or a log."""

REQUEST_S = 300.0
"""Most seconds for one question: a model on a laptop's processor writes some ten words a second."""

REPORT_S = 1800.0
"""Most seconds for one report."""

ANSWER_BYTES = 1 << 20
"""Most bytes of one answer, some twenty times what the longest honest one holds."""

_LONGEST = 6_000
_OK = 200
_NOT_HELD = frozenset((400, 404, 415, 422, 501))


@dataclass(frozen=True, slots=True)
class Caps:
    """What one question may take.

    Attributes:
        seconds: For the whole answer, however slowly it comes.
        bytes_: Of the whole answer.
        longest: Code points of a report that are shown at once.
    """

    seconds: float = REQUEST_S
    bytes_: int = ANSWER_BYTES
    longest: int = _LONGEST


class _Message(msgspec.Struct, frozen=True):
    content: str | None = None


class _Choice(msgspec.Struct, frozen=True):
    message: _Message
    finish_reason: str | None = None


class _Completion(msgspec.Struct, frozen=True):
    choices: tuple[_Choice, ...]


def reader(where: str, *, caps: Caps | None = None, key: str | None = None) -> Reader:
    """Make the reader of one endpoint; nothing is sent before a report is read.

    Args:
        where: ``URL#MODEL``.
        caps: What one question may take; None for the usual.
        key: The endpoint's key; None for the one in the variable `KEY`, if there is any.

    Raises:
        SettingsInvalid: ``where`` names no endpoint.
    """
    to = address(where)
    asker = _Asker(to, caps or Caps(), key if key is not None else os.environ.get(KEY, ""))
    # The address of a desk's own machine is nobody's business; the model's name and the question say what read.
    return Reader((Voice,), (), _read(asker), Provenance(f"openai {to.model}", f"question {version()}"))


def _read(asker: "_Asker") -> Callable[[Report], Iterator[Voice | Problem]]:
    """Return what shows a report to the model, some paragraphs at a time."""

    def read(report: Report) -> Iterator[Voice | Problem]:
        number = missing = 0
        for piece in batches(report.text, longest=asker.caps.longest):
            try:
                found = quoted(asker.asked(piece))
            except AnswerInvalid as fault:
                yield Problem("answer-unusable", f"the language model's answer was not used: {fault}", piece.span)
                continue
            here = placed(found, piece.text, piece.span.start, number)
            number += len(here.voices)
            missing += here.missing
            yield from here.voices
        if missing:
            yield Problem(
                "quotation-not-found",
                f"{missing} of {number + missing} attributions by the language model were dropped: words that they quote do "
                "not stand in the report, or not near each other",
            )

    return read


@dataclass(slots=True)
class _Asker:
    """Asks one endpoint.

    Attributes:
        to: The endpoint and model.
        caps: What one question may take.
        key: The endpoint's key; "" for none.
        held: Whether the endpoint is asked to hold the model to the schema; not any more once it refused to.
    """

    to: Address
    caps: Caps
    key: str
    held: bool = True

    def asked(self, piece: Piece) -> str:
        """Return what the model says of a piece of report.

        Raises:
            ReaderFailed: The endpoint cannot be reached, refuses, or takes too long.
            AnswerInvalid: It answers, but with no words of a model, or with too many.
        """
        status, raw = self._sent(piece.text)
        if self.held and status in _NOT_HELD:
            self.held = False
            status, raw = self._sent(piece.text)
        if status != _OK:
            said = raw[:200].decode("utf-8", "replace").strip()
            raise ReaderFailed(f"{self.to.chat} answered {status} for the model {self.to.model!r}: {said}")
        try:
            choice = msgspec.json.decode(raw, type=_Completion).choices[0]
        except (msgspec.MsgspecError, UnicodeError, RecursionError, IndexError) as fault:
            raise AnswerInvalid(f"expected a chat completion: {fault}") from fault
        if choice.finish_reason == "length":
            raise AnswerInvalid("it was cut short by the endpoint's limit; give the model a longer context")
        return choice.message.content or ""

    def _sent(self, words: str) -> tuple[int, bytes]:
        """Return status and body of one answer, under the caps; no redirect is followed, no proxy asked."""
        headers = {"Accept-Encoding": "identity", **({"Authorization": f"Bearer {self.key}"} if self.key else {})}
        body = request(self.to.model, words, held=self.held)
        until = time.monotonic() + self.caps.seconds
        raw = bytearray()
        try:
            with (
                httpx.Client(timeout=self.caps.seconds, follow_redirects=False, trust_env=False) as client,
                client.stream("POST", self.to.chat, json=body, headers=headers) as answer,
            ):
                for block in answer.iter_raw():
                    raw += block
                    if len(raw) > self.caps.bytes_:
                        raise AnswerInvalid(f"expected at most {self.caps.bytes_:,} bytes, found more")
                    if time.monotonic() > until:
                        raise ReaderFailed(self._slow())
                return answer.status_code, bytes(raw)
        except httpx.TimeoutException as fault:
            raise ReaderFailed(self._slow()) from fault
        except httpx.HTTPError as fault:
            raise ReaderFailed(f"{self.to.chat} cannot be asked ({fault}); is the model's server running?") from fault

    def _slow(self) -> str:
        """Return what is said of an answer that does not come."""
        return f"{self.to.chat} did not answer within {self.caps.seconds:g} s; try a smaller model"
