"""What tells the stance of an article towards a headline: the reading of the article beside the headline's words."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.model import Attribution, Factuality, Report, Sentence
from reportedly.reconciling.contrary import opposed
from reportedly.reconciling.modality import negates
from reportedly.reconciling.structure import substituted
from reportedly.reconciling.word import familiar, words

HEARSAY = frozenset({
    "reportedly", "report", "reports", "reported", "alleged", "allegedly", "claim", "claims", "claimed", "unconfirmed",
    "rumor", "rumors", "rumour", "rumours", "source", "sources", "might", "may", "could", "apparently", "supposedly",
    "purported", "purportedly", "according",
})  # fmt: skip
DENIAL = frozenset({
    "hoax", "fake", "false", "fabricated", "untrue", "denied", "denies", "deny", "denying", "debunked", "debunk", "bogus",
    "satire", "satirical", "retracted", "retract", "not", "never", "refute", "refutes", "refuted", "dismissed", "prank",
    "pranked", "baseless", "incorrect", "wrong", "fooled",
})  # fmt: skip
_REFUTES = re.compile(
    r"\b(?:hoax|fake[ds]?|false(?:ly)?|fabricat\w+|untrue|debunk\w*|bogus|satir\w+|retract\w*|refut\w+|prank\w*|misreport\w*"
    r"|not true|no truth|never happened|made up|unfounded|turned out|turns out|doctored|staged|fooled)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying|ial)|dismiss\w*|refut\w+|rejected|rubbish\w*)\b", re.IGNORECASE)
_DOUBTS = re.compile(
    r"\b(?:apolog\w+|correction|mistak\w+|misquot\w*|nonsense|myth|in fact|actually|s[ck]eptic\w*|doubt\w*|disput\w+"
    r"|contradict\w*|rule[sd]? out|no evidence|isn['’]t|wasn['’]t|not)\b",
    re.IGNORECASE,
)
_HEDGES = re.compile(
    r"\b(?:reportedly|allegedly|rumou?r\w*|claim\w*|unconfirmed|purported\w*|apparently|supposed\w*|said to|may|might|could"
    r"|according|sources?|reports?|reported)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile("|".join(one.pattern for one in (_REFUTES, _DENIES, _DOUBTS)), re.IGNORECASE)
_BESIDE = (_AGAINST, _DENIES, _HEDGES)
_CUES = (_REFUTES, _DENIES, _HEDGES, _AGAINST)
_LEAD = 4
# Sentences that hold at least half as much of the headline as the best are about it; so many of them are looked at.
_ABOUT, _NEAR, _BEST = 0.5, 8, 3


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of an article.

    Attributes:
        text: Its words.
        terms: What it says, each term with its weight.
        plain: Its words in small letters.
        polarities: Stance of each source whose words stand in it, as read.
        hedged: One of them is hedged.
        named: One of them has a name.
    """

    text: str
    terms: Mapping[str, float]
    plain: frozenset[str]
    polarities: tuple[str, ...] = ()
    hedged: bool = False
    named: bool = False


def sentences(report: Report) -> tuple[Told, ...]:
    """Lay out an article as it was read."""
    sure = {one.of: one for one in report.of(Factuality)}
    found = []
    for sentence in report.of(Sentence):
        text = sentence.span.cut(report.text)
        said = [
            one
            for one in report.of(Attribution)
            if one.id in sure and any(piece.overlaps(sentence.span) for piece in one.content)
        ]
        polarities = tuple(sure[one.id].polarity for one in said)
        hedged, named = any(sure[one.id].hedges for one in said), any(one.by.named for one in said)
        found.append(Told(text, terms(text), plain(text), polarities, hedged, named))
    return tuple(found)


def features(headline: str, told: Sequence[Told]) -> list[float]:
    """Lay out what tells the stance of an article towards a headline."""
    head = terms(headline)
    total = sum(head.values()) or 1.0
    held = [sum(weight for term, weight in head.items() if term in one.terms) / total for one in told]
    best = max(held, default=0.0)
    near = [at for at, score in enumerate(held) if score >= _ABOUT * best > 0]
    order = sorted(range(len(told)), key=lambda at: -held[at])[:_BEST]
    row = [value for at in order for value in (held[at], at / len(told), *_beside(headline, told[at]))]
    row += [0.0] * ((_BEST - len(order)) * (2 + len(_beside(headline, Told("", {}, frozenset())))))
    around = " ".join(told[at].text for one in near for at in (one - 1, one, one + 1) if 0 <= at < len(told))
    lead, tail = (" ".join(one.text for one in part) for part in (told[:_LEAD], told[-_LEAD:]))
    for text in (headline, around, lead, tail, " ".join(one.text for one in told)):
        row += _counted(text)
    row += _stances(told, near)
    row += [float(len(told)), sum(held) / max(1, len(told)), *_clash(headline, lead)]
    return row + _worded(headline, told, held, near[:_NEAR])


def _beside(headline: str, one: Told) -> list[float]:
    """Lay a sentence beside the headline: its cues, who says it how, and in what the two differ."""
    cues = [float(len(pattern.findall(one.text))) for pattern in _BESIDE]
    stances = [float(wanted in one.polarities) for wanted in ("denies", "cannot confirm", "does not say", "asserts")]
    differs = [negates(one.text) != negates(headline), negates(one.text)]
    differs += [opposed(headline, one.text), substituted(headline, one.text)]
    return [*cues, *stances, float(one.hedged), float(one.named), *map(float, differs), float(len(one.polarities))]


def _counted(text: str) -> list[float]:
    """Count cues in a text, in it and for every fifty words, and questions."""
    size = max(1, len(text.split())) / 50
    counts = [float(len(pattern.findall(text))) for pattern in _CUES]
    return [counts[0], *(count / size for count in counts), float(text.count("?"))]


def _stances(told: Sequence[Told], near: Sequence[int]) -> list[float]:
    """Return the share of each stance among the sources of the article, and of those near the headline's words."""
    row = []
    for part in (told, [told[at] for at in near]):
        held = Counter(stance for one in part for stance in one.polarities)
        row += [held[stance] / max(1, held.total()) for stance in ("denies", "cannot confirm", "asserts")]
    return row


def _clash(headline: str, lead: str) -> list[float]:
    """Say whether headline and lead both refute, and which of them does so alone."""
    one, two = bool(_REFUTES.search(headline)), bool(_REFUTES.search(lead))
    return [float(one and two), float(one) - float(two)]


def _worded(headline: str, told: Sequence[Told], held: Sequence[float], near: Sequence[int]) -> list[float]:
    """Lay out how much of the headline the article has, where, and which words of denial and hearsay stand by it."""
    head = terms(headline)
    total = sum(head.values()) or 1.0
    whole = frozenset[str]().union(*(one.terms for one in told))
    best = max(held, default=0.0)
    common = sum(weight for term, weight in head.items() if term in whole) / total
    lead = sum(weight for term, weight in head.items() if any(term in one.terms for one in told[:_LEAD])) / total
    row = [best, common, lead, common * lead, best * best, sum(held[:_LEAD]) / _LEAD]
    for cues in (DENIAL, HEARSAY):
        in_head = min(1.0, float(len(plain(headline) & cues)))
        counts = [len(one.plain & cues) for one in told]
        beside = sum(counts[at] > 0 for at in near) / max(1, len(near))
        early = min(1.0, sum(counts[:_LEAD]) / 2)
        row += [in_head, beside, early, min(1.0, sum(counts) / 10), in_head * beside, in_head * early]
    anywhere = frozenset[str]().union(*(one.plain for one in told))
    return row + [float(word in anywhere) for word in sorted(DENIAL)]


@cache
def terms(text: str) -> Mapping[str, float]:
    """Return what a text says, each term with its weight; a word that is in few texts counts twice."""
    return {word.term: word.weight * (1.0 if word.term in familiar() else 2.0) for word in words(text) if word.weight}


def plain(text: str) -> frozenset[str]:
    """Return a text's words in small letters."""
    return frozenset(re.findall(r"[a-z]+", text.lower()))
