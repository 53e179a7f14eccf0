"""Whether a text tells of what is done, of what is not, or of what is only meant, possible or asked for."""

import re
from functools import lru_cache

from reportedly.reconciling.word import concept, worded

_NOT = re.compile(
    r"\b(?:not|never|no(?!\s+(?:more|less|fewer|later|earlier|longer|doubt)\b)|none|nobody|no-one|nothing|neither|nor|without|cannot|un(?:hurt|harmed|injured|damaged|able))\b|n[’']t\b"
    r"|\b(?:fail|failed|fails|refuse|refused|refuses|decline|declined|declines|unable|forgot|neglected|omitted)\s+to\b"
    r"|\b(?:ha(?:s|ve|d)|is|are|was|were)\s+yet\s+to\b|\b(?:stopped|fell)\s+short\s+of\b|\b(?:refrained|abstained|desisted)\s+from\b"
    r"|\b(?:call|called|calls|calling)\s+off\b|\bcancel\w*|\bscrapp(?:ed|ing)\b",
    re.IGNORECASE,
)
# What may stand between "almost" and a number or a share, which is a bound and no attempt.
_BOUNDED = r"\d|all\b|every|half\b|a\b|an\b|the\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|twice\b|double\b|no\w*\b|certain|always\b|as\b"
_MEANT = re.compile(
    r"\b(?:plan|plans|planned|planning|hope|hopes|hoped|want|wants|wanted|wish|wishes|threaten|threatens|threatened|intend|intends|intended"
    r"|promise|promises|promised|vow|vows|vowed|pledge|pledges|pledged|try|tries|tried|attempt|attempts|attempted|seek|seeks|sought|expected|likely"
    r"|set|ready|poised|preparing|prepared|about|agreed|supposed|meant|scheduled|slated|willing|determined|tempted)\s+to\b"
    r"|\b(?:may|might|could|would|will|should|can|shall|must|cannot)\s+(?!(?:not\s+)?have\b)[a-z]"
    r"|\b(?:is|are|was|were|be|been|being)\s+(?:due|yet|bound|going)\s+to\s+[a-z]"
    r"|\b(?:close|near)\s+to\s+[a-z]+ing\b|\bon\s+the\s+(?:verge|brink|point|cusp)\s+of\b|\bin\s+talks\s+(?:to|on|over|about)\b"
    r"|\b(?:consider|considers|considered|considering|planning|plans|weighing|mulling|discussing|eyeing|contemplat\w+)\s+(?:an?\s+|the\s+)?[a-z]+"
    rf"|\b(?:nearly|almost|narrowly\s+missed|came\s+close\s+to)\s+(?!{_BOUNDED})[a-z]+",
    re.IGNORECASE,
)
# What somebody was told to do; a count of those told is often given as a count of those who did.
_BIDDEN = re.compile(r"\b(?:ordered|asked|told|urged|instructed|advised)\s+to\b", re.IGNORECASE)
# Deeds that put something forward which somebody else, or a later day, may bring about or not.
_PROPOSED = frozenset(
    map(
        concept,
        ("offer", "demand", "request", "urge", "promise", "pledge", "vow", "threaten", "suggest", "seek", "recommend"),
    )
)
# Shorter words are function words, whose stems can be those of deeds ("of", "offer").
_SHORTEST = 3
_REMEMBERED = 8192


@lru_cache(maxsize=_REMEMBERED)
def negates(text: str) -> bool:
    """Say whether a text has a negation."""
    return bool(_NOT.search(text))


@lru_cache(maxsize=_REMEMBERED)
def means(text: str) -> bool:
    """Say whether a text tells of what is only meant or possible."""
    return bool(_MEANT.search(text))


@lru_cache(maxsize=_REMEMBERED)
def bids(text: str) -> bool:
    """Say whether a text tells of what somebody is told to do."""
    return bool(_BIDDEN.search(text))


@lru_cache(maxsize=_REMEMBERED)
def proposes(text: str) -> bool:
    """Say whether a text tells of what is offered, demanded or promised."""
    return any(len(word.lower) >= _SHORTEST and concept(word.lower) in _PROPOSED for word in worded(text))
