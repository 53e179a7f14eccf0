"""Whether a time lies ahead: read off the verbs and nouns near it, for want of a tagger."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import Token
from reportedly.reading.timeform import WORDS

_FUTURE = frozenset(WORDS["future"])
_PAST = frozenset(WORDS["past"])
# "Did not become public until Thursday" looks back.
_NOT = re.compile(r"\b(?:not|never|nothing|did)\b|n['’]t\b")
# What directly before a day leaves it open: "until Friday", "as early as Tuesday".
_OPEN = re.compile(
    r"(?:\buntil|\btill|\bas (?:early|soon|late) as)\s+(?:(?:at\s+)?[0-9:]{1,5}\s+[ap]\.?m\.?\s+)?$", re.IGNORECASE
)
# "To be held Friday", "will have": the form without a time of its own does not tell, the word before it does.
_BARE = re.compile(r"\b(?:be|to|will|would|shall|should|must|may|might|can|could|cannot)\s+$", re.IGNORECASE)
# "Is set to begin", "are set for".
_SET = re.compile(r"\s+(?:to|for)\b")
# Where another voice begins: a quotation mark that opens, a colon.
_VOICE = re.compile(r"[“„«]|(?<![\w.,!?])\"(?=\w)|:(?=\s)")
_REACH = 160
# How many words before and after a time may tell whether it lies ahead.
_BACK, _FORTH = 14, 6
_SHORTEST_REGULAR = 5
# As far into a sentence as "until" may stand and open it, a quotation mark before it.
_HEAD = 2


@dataclass(frozen=True, slots=True)
class Tense:
    """A report's words, asked whether those near a time look ahead.

    Attributes:
        text: The report's text.
        tokens: All its words.
        starts: First code point of each sentence.
    """

    text: str
    tokens: Sequence[Token]
    starts: Sequence[int]

    def ahead(self, at: int) -> bool | None:
        """Say whether the words near a token look ahead; None when they do not tell.

        Args:
            at: Number of the token at which the time begins.
        """
        start = self.tokens[at].span.start
        following = bisect_right(self.starts, start)
        begin = self.starts[following - 1] if following else 0
        end = self.starts[following] if following < len(self.starts) else len(self.text)
        open_ = _OPEN.search(self.text, max(0, start - 24), start)
        if open_ and open_.start() <= begin + _HEAD:
            # "Until Thursday, they had called him a witness": the verb comes after.
            following_words = self.tokens[at + 1 : at + 1 + _BACK]
            told = (
                looks
                for token in following_words
                if token.span.start < end and (looks := self._looks(token)) is not None
            )
            return next(told, True)
        if open_ and not _NOT.search(self.text, max(0, open_.start() - 60), open_.start()):
            return True
        begin = self._voice_begins(begin, start)
        before = [token for token in self.tokens[max(0, at - _BACK) : at] if token.span.start >= begin]
        after = [token for token in self.tokens[at + 1 : at + 1 + _FORTH] if token.span.start < end]
        told = (looks for token in (*reversed(before), *after) if (looks := self._looks(token)) is not None)
        return next(told, None)

    def _voice_begins(self, begin: int, start: int) -> int:
        """Return where the words of the voice that tells the time begin: the verb of saying before a quotation is no part."""
        openings = _VOICE.finditer(self.text, max(begin, start - _REACH), start)
        return max((opening.end() for opening in openings), default=begin)

    def _looks(self, token: Token) -> bool | None:
        """Say whether one word looks ahead or back; None when it does neither."""
        word, start = token.lower, token.span.start
        if word in _FUTURE or word.endswith("'ll"):
            return True
        if word == "set":
            return True if _SET.match(self.text, token.span.end) else None
        regular = len(word) >= _SHORTEST_REGULAR and word.endswith("ed") and self.text[start].islower()
        if not regular and word not in _PAST:
            return None
        return None if _BARE.search(self.text, max(0, start - 8), start) else False
