"""Words for what a source says that it cannot confirm."""

import re
from collections.abc import Sequence

from reportedly.reconciling.grammar import closed, finite, headless, tokens
from reportedly.reconciling.passage import Passage, unquoted
from reportedly.reconciling.voice import Voices
from reportedly.reconciling.wording import sentence, speaker

_VERB = re.compile(
    r"\b(?:confirm|verify|substantiate|corroborate|prove|verification of|confirmation of|evidence (?:of|for)|information (?:on|about))\s+(?P<what>[^;]+?)(?=[,;.]|$)",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\b(?:confirmed|verified|unconfirmed|unverified|corroborated|substantiated|clear)\b", re.IGNORECASE
)
_POINTS_BACK = re.compile(r"^(?:these|those|such|this|that|the)\s+", re.IGNORECASE)
_LONG = 18
# "Confirm it to the paper", "confirm this nor deny it": what was reported.
_BACK = frozenset({"it", "them", "this", "that", "these", "those"})
_NOR = frozenset({"nor", "or", "and", "but"})
# What opens a question that is handed on.
_ASKS = frozenset({"whether", "if", "who", "what", "when", "where", "why", "how", "which", "whose"})
# Who says that something is not established says it by a negation of their own.
_UNSETTLED = re.compile(
    r"\b(?:not|never)\s+(?:yet\s+)?(?:been\s+)?(?:\w+ly\s+)?(?:been\s+)?(?:established|determined|proven|proved|known|identified)\b",
    re.IGNORECASE,
)


def unconfirmed(passages: Sequence[Passage], voices: Voices) -> str:
    """Word what one source cannot confirm, after its most telling statement: "The ministry cannot confirm any deaths".

    Args:
        passages: What it says, at least one statement.
        voices: The story's sources.
    """
    worded = [_worded(one, voices) for one in passages]
    return min(worded, key=lambda text: (_points_back(text), abs(len(text.split()) - 7), text))


def _worded(passage: Passage, voices: Voices) -> str:
    """Word one statement."""
    text = unquoted(passage.text)
    name = speaker(passage, voices)
    stands = finite(text) and not headless(text)
    if stands and (_UNSETTLED.search(text) or (name is None and _REMARK.search(text))):
        return sentence(text)
    who = name or passage.report.document.outlet or "The writer"
    return sentence(f"{who} cannot confirm {_what(text)}")


def _what(text: str) -> str:
    """Return what cannot be confirmed."""
    match = _VERB.search(text)
    what = match["what"] if match else text.strip(" .,")
    if _REMARK.search(what) or len(what.split()) > _LONG or not what:
        return "the reports"
    first = tokens(what)
    if first[0] in _BACK and (len(first) == 1 or first[1] in closed("P") or first[1] in _NOR):
        return "the reports"
    if match is None and finite(what) and not _ASKS & set(tokens(what)[:1]):
        return f"that {what}"
    return _POINTS_BACK.sub("the ", what) if len(what.split()) <= 2 else what  # noqa: PLR2004 - "these reports"


def _points_back(text: str) -> bool:
    """Say whether a wording only points to the reports."""
    return text.endswith(("the reports", "the report", "the accounts", "the claims"))
